"""The benches' own logic, on made-up figures."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


def bench(name: str) -> ModuleType:
    spec = spec_from_file_location(f"bench_{name}", BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


floors = bench("floors")
RESULT = {
    "documents": 3,
    "labels": {
        "sentence": {"gold": 8, "found": 6, "recall": 0.75},
        "caption": {"gold": 2, "found": 2, "recall": None},
        "all of them": {"precision": 0.9},
    },
}


def test_figures_are_flat_and_recall_is_added_up() -> None:
    figures = floors.set_figures(RESULT)
    assert figures["recall"] == 0.8
    assert figures["labels.all of them.precision"] == 0.9
    assert "labels.caption.recall" not in figures


def test_a_severity_that_never_came_is_zero() -> None:
    figures = floors.set_figures({"per_1000_words": {"warning": 0.5}})
    assert figures["per_1000_words.error"] == 0
    assert figures["per_1000_words.error or warning"] == 0.5


def test_seed_figures() -> None:
    output = "line 3: must a/b 'x': y\nmust 9/10, never 4/4, should 1/7, beyond the list 5\n"
    assert floors.seed_figures(output) == {
        "must.found": 9, "must.missed": 1, "never.found": 4, "never.missed": 0, "should.found": 1, "should.missed": 6,
        "beyond": 5,
    }  # fmt: skip


def test_seed_without_figures_is_said() -> None:
    with pytest.raises(floors.MeasureError, match="no figures"):
        floors.seed_figures("copydesk failed")


def test_shortfalls_name_the_figure_and_its_bound() -> None:
    figures = {"a": {"x": 0.7, "y": 3.0, "z": 1.0}}
    bounds = {
        "a": {"x": {"at_least": 0.8}, "y": {"at_most": 2}, "z": {"at_least": 1, "at_most": 1}},
        "b": {"w": {"at_least": 0}},
    }
    assert floors.shortfalls(figures, bounds) == [
        "a: x is 0.7, under its floor 0.8",
        "a: y is 3, over its ceiling 2",
        "b: w: no such figure (--show prints those there are)",
    ]


def test_the_floors_kept_here_are_well_formed() -> None:
    assert {"seed", "clean", "duplicates"} <= set(floors.load_floors(BENCH / "floors.toml"))


def test_a_bound_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('[a]\n"x" = { atleast = 1 }\n')
    with pytest.raises(floors.MeasureError, match=r"\[a\] x"):
        floors.load_floors(tmp_path / "f.toml")


def test_the_generated_draft_is_always_the_same_and_as_long_as_asked() -> None:
    draft = bench("draft").draft
    assert draft(500) == draft(500)
    assert 500 <= len(draft(500).split()) < 650
    assert draft(10_000).startswith(draft(500)[:2000])


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    return bench("server_load")


def test_every_edit_of_the_load_is_a_new_article(load: ModuleType) -> None:
    article = bench("draft").draft(300)
    texts = {load.edited(article, number) for number in range(50)}
    assert len(texts) == 50
    assert all(text.startswith("\n\n".join(article.split("\n\n")[:2])) for text in texts)


def test_the_load_is_told_in_milliseconds(load: ModuleType) -> None:
    measured = load.Measured([0.1] * 99 + [0.9], errors=2, memory=[100, 101], lasted=10)
    assert measured.percentile(50) == pytest.approx(100)
    assert load.row("a", measured).split() == ["a", "100", "2", "100", "100", "10.0", "100", "101"]
    assert "no answers" in load.row("a", load.Measured())


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    return bench("others")


def test_flags_are_counted_alike_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    scored = bench("others_score")
    text = "They let the town and than went on, as they had done on every other day of that long year."
    spans = [
        {"start": 5, "end": 8, "label": "realword", "right": "left"},
        {"start": 22, "end": 26, "label": "inflection", "right": "then"},
        {"start": 13, "end": 17, "label": "fine"},
        {"start": 0, "end": 4, "label": "realword", "sure": False},
    ]
    flags = [
        scored.Flag(5, 8, ((5, 8, "lit"), (5, 8, "left"))),
        scored.Flag(0, 91),  # too long to be about any of them, but no false alarm
        scored.Flag(13, 17, ((13, 17, "city"),)),
    ]
    assert scored.score([{"text": text, "spans": spans}], [flags]) == {
        "realword": 1.0, "grammar": 0.0, "found": 0.5, "right": 0.5, "false": 50.0,
    }  # fmt: skip


def test_the_table_holds_whoever_was_measured(others: ModuleType) -> None:
    row = {
        "found": 0.5,
        "right": 0.25,
        "realword": 1,
        "duplicate_word": 0,
        "nonword": 0.333,
        "grammar": 0,
        "false": 2.04,
    }
    sets = {"slips": row, "published_errors": row, "clean": {"false": 1.0}}
    figures = {"Harper": {"version": "1", "options": "None.", "sets": sets}}
    lines = others.table(figures).splitlines()
    assert lines[2:] == ["| Harper | 50% | 25% | 2.0 | 100% | 0% | 33% | 0% | 2.0 | 1.0 |"]
    counts = {"slips": 1, "published_errors": 2, "clean": 3, "errors": 4, "words": 5000}
    assert "- Harper: 1. None.\n" in others.page(figures, counts)
