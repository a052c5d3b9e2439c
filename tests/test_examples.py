"""Drafts from end to end: the reports on examples/, and the fix law there and on the gold sets.

`UPDATE_GOLDEN=1 pytest tests/test_examples.py` writes the reports anew: read the diff.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from lint import Linter, cases
from lint.config import Configs, user
from lint.finding import Edit, Safety
from lint.readers import EXTENSIONS, FORMATS, format_of, read
from lint.report import Report
from lint.reports import RenderOptions, render
from lint.settings import Settings
from lint.text.quotations import QUOTE_MARKS
from lint.text.source import Source

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).parent / "golden" / "examples"
DRAFTS = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in EXTENSIONS)
GOLD = ROOT.parent / "shared" / "data" / "gold"
GOLD_SETS = ("claims", "clean", "duplicates", "native_edits", "published_errors", "quotes", "slips")
SAMPLE = int(os.environ.get("COPYDESK_TEST_GOLD", "60000"))
"""Code points read of each gold set, so that all of them take a few seconds. `COPYDESK_TEST_GOLD=100000000` reads all."""
MARKS_ALIKE = str.maketrans(dict.fromkeys(QUOTE_MARKS, "'"))


@pytest.fixture(autouse=True)
def in_examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Drafts are named as they are from their own folder, and nobody's own config has a say."""
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "copydesk.toml")


@pytest.fixture
def configs() -> Configs:
    return Configs(EXAMPLES)


def linter(configs: Configs, name: str) -> Linter:
    """The linter that the config in examples/ makes for a draft there."""
    resolved = configs.for_path(EXAMPLES / name)
    assert resolved.config == EXAMPLES / "copydesk.toml"
    return Linter(resolved.settings, resolved.catalogue)


@cache
def everything() -> Linter:
    return Linter()


@cache
def every_rule() -> Linter:
    """All rules that there are, also those that are off by default."""
    return Linter(Settings(select=("all",)))


def sample(name: str) -> list[str]:
    """Texts of a gold set, as many as a test has time for."""
    path = GOLD / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip("the gold sets do not stand beside this checkout (../shared/data/gold)")
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return texts[:: max(1, round(sum(map(len, texts)) / SAMPLE))]


def quoted(source: Source, format: str) -> list[str]:
    """What stands inside each quotation of a draft, in the source's own words, all marks alike."""
    document = read(source, format)
    places = (document.source_span(*q.inner) for q in document.quotations)
    return [source.text[start:end].translate(MARKS_ALIKE) for start, end in places]


def mended(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    """What edits make of text [start, end): those that lie in it or touch its ends, cut to it."""
    made, at = [], start
    for edit in edits:
        beside = edit.start < edit.end and (edit.end == start or edit.start == end)
        if beside or edit.start > end or edit.end < start:
            continue
        made += [text[at : max(at, edit.start)], edit.text]
        at = max(at, min(end, edit.end))
    return "".join([*made, text[at:end]])


def assert_law_holds(linter: Linter, source: Source, format: str, *, unsafe: bool) -> None:
    """Fixing comes to rest, fixing twice changes no more, and no word inside a quotation is changed.

    Quotation marks after “so-called” go, and those within the same marks become others; their words stay.
    """
    once = linter.fix_source(source, format, unsafe=unsafe)
    assert not once.looping
    again = linter.fix(once.text, format=format, unsafe=unsafe)
    assert again.text == once.text
    bared = Counter(f.text[1:-1].translate(MARKS_ALIKE) for f in once.applied if f.rule == "quotes/so-called")
    kept: list[str] = []
    for inner in quoted(source, format):
        if bared[inner]:
            bared[inner] -= 1
        else:
            kept.append(inner)
    assert quoted(Source(once.text), format) == kept
    assert not +bared


def test_there_is_an_example_of_every_format() -> None:
    assert {format_of(name) for name in DRAFTS} == set(FORMATS)


@pytest.mark.parametrize("name", DRAFTS)
def test_the_report_on_an_example_is_as_it_was(name: str, configs: Configs) -> None:
    report = Report([linter(configs, name).check_file(name)])
    shown = render(report, "text", RenderOptions(width=80))
    golden = GOLDEN / f"{name}.report"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(shown.encode("utf-8"))
    assert shown == golden.read_bytes().decode("utf-8")


def test_no_rule_at_all_finds_anything_in_the_clean_example(configs: Configs) -> None:
    held = linter(configs, "clean.txt")
    every_rule = Linter(held.settings.with_(select=("all",)), held.catalogue)
    report = every_rule.check_file("clean.txt")
    assert [(f.rule, f.text) for f in report.findings] == []
    assert report.stats.words > 100


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", DRAFTS)
def test_the_fix_law_holds_on_an_example(name: str, unsafe: bool, configs: Configs) -> None:
    held = linter(configs, name)
    assert_law_holds(held, held.source(name), format_of(name), unsafe=unsafe)


@pytest.mark.parametrize("name", [name for name in DRAFTS if name != "clean.txt"])
def test_an_example_has_something_to_mend_and_something_inside_quotations_to_leave(name: str, configs: Configs) -> None:
    held = linter(configs, name)
    fixed = held.fix_source(held.source(name), format_of(name))
    assert fixed.changed
    words = " ".join(quoted(Source(fixed.text), format_of(name))).split()
    assert any(one == other for one, other in pairwise(words)), "a word said twice stays"


def test_the_cases_of_the_house_pack_hold(configs: Configs) -> None:
    catalogue = configs.for_path(EXAMPLES / "harbor.txt").catalogue
    house = [rule for rule in catalogue.rules.values() if rule.pack == "house"]
    assert len(house) == 3
    assert [failure for rule in house for failure in cases.run(rule, catalogue)] == []


def test_each_rule_of_the_house_pack_finds_something(configs: Configs) -> None:
    found = {f.rule for f in linter(configs, "harbor.txt").check_file("harbor.txt").findings}
    assert found >= {"house/place-names", "house/clock-times", "house/impact-as-a-verb"}


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", GOLD_SETS)
def test_the_fix_law_holds_on_published_copy(name: str, unsafe: bool) -> None:
    for text in sample(name):
        assert_law_holds(everything(), Source(text), "plain", unsafe=unsafe)


@pytest.mark.parametrize("name", GOLD_SETS)
def test_no_fix_of_any_rule_changes_a_word_inside_a_quotation(name: str) -> None:
    """Each fix by itself, so that none hides behind another that was chosen before it."""
    for text in sample(name):
        document = read(Source(text), "plain")
        places = [document.source_span(*q.inner) for q in document.quotations]
        for finding in every_rule().check(text, format="plain").findings:
            for fix in finding.fixes:
                if fix.safety is Safety.SHOW:
                    continue
                for start, end in places:
                    now = mended(text, fix.edits, start, end)
                    assert now.translate(MARKS_ALIKE) == text[start:end].translate(MARKS_ALIKE), (finding.rule, now)


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        (Edit(3, 4, ""), "dy"),
        (Edit(2, 2, "x"), "xday"),
        (Edit(5, 5, "x"), "dayx"),
        (Edit(1, 3, "x"), "xay"),
        (Edit(4, 6, "x"), "dax"),
        (Edit(1, 2, "x"), "day"),
        (Edit(5, 6, "x"), "day"),
        (Edit(0, 7, "x"), "x"),
    ],
)
def test_what_an_edit_makes_of_a_stretch(edit: Edit, wanted: str) -> None:
    assert mended("a“day”b", [edit], 2, 5) == wanted
