import pytest
from made_fixes import found

from lint.finding import Edit, Finding, Fix, Safety
from lint.fixer import apply, choose


def chosen(*findings: Finding, unsafe: bool = False, shown: bool = False) -> list[tuple[Edit, ...]]:
    return [fix.edits for _, fix in choose(findings, unsafe=unsafe, shown=shown)]


def mended(text: str, *findings: Finding) -> str:
    return apply(text, [edit for edits in chosen(*findings) for edit in edits])


def test_all_edits_of_a_fix_are_made() -> None:
    assert mended("one two three", found((0, 3, "1"), (8, 13, "3"))) == "1 two 3"


def test_a_fix_that_clashes_in_one_edit_is_not_made_at_all() -> None:
    first, second = found((0, 3, "1")), found((2, 5, "x"), (8, 13, "3"))
    assert mended("one two three", first, second) == "1 two three"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, 3, "a"), (2, 5, "b")),
        ((0, 9, "a"), (2, 5, "b")),
        ((4, 4, "a"), (4, 4, "b")),
        ((4, 4, "a"), (4, 7, "b")),
        ((7, 7, "a"), (4, 7, "b")),
        ((5, 5, "a"), (4, 7, "b")),
        ((4, 7, "a"), (4, 7, "b")),
    ],
)
def test_clashing_edits_are_not_both_made(one: tuple[int, int, str], other: tuple[int, int, str]) -> None:
    assert len(chosen(found(one), found(other, rule="made/b"))) == 1


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ((0, 3, "A"), (3, 7, "B"), "AB three"),
        ((0, 0, "A"), (1, 3, "B"), "AoB two three"),
        ((3, 3, "A"), (4, 4, "B"), "oneA Btwo three"),
    ],
)
def test_edits_that_touch_or_stand_apart_are_both_made(
    one: tuple[int, int, str], other: tuple[int, int, str], after: str
) -> None:
    assert mended("one two three", found(one), found(other, rule="made/b")) == after


def test_the_same_edits_from_two_rules_are_made_once_for_the_first_by_name() -> None:
    findings = [found((0, 3, "1"), rule="made/b"), found((0, 3, "1"), rule="made/a")]
    assert [finding.rule for finding, _ in choose(findings)] == ["made/a"]


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (found((2, 9, "a")), found((3, 4, "b"))),
        (found((2, 9, "a")), found((2, 4, "b"), safety=Safety.UNSAFE)),
        (found((2, 4, "b"), rule="made/z"), found((2, 9, "a"))),
        (found((2, 4, "z")), found((2, 4, "a"), rule="made/b")),
        (found((2, 4, "a")), found((2, 4, "b"))),
    ],
)
def test_of_clashing_fixes_the_earlier_safer_shorter_first_by_name_and_text_stays(
    winner: Finding, loser: Finding
) -> None:
    assert chosen(loser, winner, unsafe=True) == [winner.fixes[0].edits]


def test_safeties_are_allowed_one_by_one() -> None:
    findings = [found((i, i, "x"), safety=safety) for i, safety in enumerate(Safety)]
    assert len(chosen(*findings)) == 1
    assert len(chosen(*findings, unsafe=True)) == 2
    assert len(chosen(*findings, shown=True)) == 3


def test_only_the_first_fix_of_a_finding_is_ever_made() -> None:
    finding = found((0, 1, "a"), safety=Safety.SHOW)
    finding = Finding(
        finding.rule, finding.severity, finding.message, finding.start, finding.end, "", finding.context,
        fixes=(*finding.fixes, Fix("other", (Edit(0, 1, "b"),))),
    )  # fmt: skip
    assert chosen(finding) == []
    assert chosen(finding, shown=True) == [(Edit(0, 1, "a"),)]


@pytest.mark.parametrize("edits", [[(0, 3, ""), (2, 4, "")], [(0, 99, "")], [(-1, 2, "")]])
def test_edits_that_cannot_be_made_together_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        apply("one two three", [Edit(*edit) for edit in edits])
