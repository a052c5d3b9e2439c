"""What the cases on the consistency rules cannot say: their tables, quotations, accepted words, long drafts."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import lint.rules
import pytest

from lint.finding import Safety, Severity
from lint.linter import Linter
from lint.settings import Settings

_HOME = Path(next(iter(lint.rules.__path__))) / "consistency"
_STORY = "The Borzhytsia dam held. Crews left Borzhytsia. {} Rain fell on Borzhytsia."


def _lines(name: str) -> list[str]:
    lines = (_HOME / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _linter(rule: str, **changes: object) -> Linter:
    return Linter(Settings(select=(f"consistency/{rule}",)).with_(**changes))


@pytest.mark.parametrize("name", ["_names.txt", "_words.txt", "_open_compounds.txt"])
def test_lists_are_sorted_and_without_repeats(name: str) -> None:
    lines = _lines(name)
    assert lines == sorted(set(lines))


def test_no_name_is_also_an_ordinary_word() -> None:
    assert not {name.lower() for name in _lines("_names.txt")} & set(_lines("_words.txt"))


def test_a_spelling_stands_in_one_group_only() -> None:
    groups = tomllib.loads((_HOME / "_variants.toml").read_text(encoding="utf-8"))["groups"]
    forms = [form for group in groups for form in group]
    assert len(forms) == len(set(forms))
    assert all(len(group) > 1 for group in groups)


def test_every_row_of_the_spelling_table_has_its_endings_in_step() -> None:
    table = tomllib.loads((_HOME / "_spelling.toml").read_text(encoding="utf-8"))
    rows = table["words"] + [row for rows in table["systems"].values() for row in rows]
    for left, right in rows:
        assert left != right
        assert left.count(",") == right.count(","), (left, right)


def test_a_name_in_a_quotation_is_shown_and_never_changed() -> None:
    draft = _STORY.format("“We walked to Borzhitsia,” she said.")
    linter = _linter("name")
    [finding] = linter.check(draft).findings
    assert finding.text == "Borzhitsia"
    assert [fix.safety for fix in finding.fixes] == [Safety.SHOW]
    assert linter.fix(draft, unsafe=True).text == draft


def test_a_name_is_mended_only_when_unsafe_fixes_are_asked_for() -> None:
    draft = _STORY.format("Cars left Borzhitsia’s bank.")
    linter = _linter("name")
    assert linter.fix(draft).text == draft
    assert linter.fix(draft, unsafe=True).text == _STORY.format("Cars left Borzhytsia’s bank.")


def test_the_finding_points_to_the_first_use_of_the_other_spelling() -> None:
    [finding] = _linter("name").check(_STORY.format("Cars left Borzhitsia.")).findings
    [related] = finding.related
    assert related.start.offset == _STORY.index("Borzhytsia")
    assert finding.severity is Severity.WARNING


def test_an_accepted_name_is_left_alone() -> None:
    draft = _STORY.format("Cars left Borzhitsia.")
    assert not _linter("name", accept=frozenset({"Borzhitsia"})).check(draft).findings


def test_names_of_a_long_list_are_told_apart_in_linear_time() -> None:
    letters = "bcdfglmnprstvz"
    names = [f"Aba{a}e{b}i{c}o{d}" for a in letters for b in letters for c in letters[:6] for d in letters[:4]]
    linter = _linter("name")

    def seconds(count: int) -> float:
        draft = ". ".join(f"Then {name} spoke" for name in names[:count]) + "."
        started = time.perf_counter()
        linter.check(draft)
        return time.perf_counter() - started

    seconds(100)
    assert seconds(4_000) < 12 * max(seconds(1_000), 0.02)
