"""What the cases on the duplication rules cannot say: galleries, markup, directives, related places."""

from __future__ import annotations

import pytest

from lint.linter import Linter
from lint.settings import Settings

_LINES = [
    "The harbor office closed on Friday after a pipe burst under its main hall.",
    "Clerks moved the files that they could save to the old customs house.",
    "Nobody was hurt, but two floors will stay shut until the middle of June.",
    "An inquiry into the state of the pipes will begin as soon as it is dry.",
    "The mayor has asked the state for money to mend what the flood left.",
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=("duplication",)))


def test_a_gallery_whose_captions_all_stand_twice_is_left_alone(linter: Linter) -> None:
    gallery = "\n\n".join(f"{line}\n\n{line}" for line in _LINES)
    assert not linter.check(gallery).findings
    pair = f"{_LINES[0]}\n\n{_LINES[0]}\n\n{_LINES[1]}"
    assert [f.rule for f in linter.check(pair).findings] == ["duplication/paragraph"]


def test_the_later_copy_is_marked_and_the_first_is_named(linter: Linter) -> None:
    [finding] = linter.check(f"{_LINES[0]}\n\n{_LINES[1]}\n\n{_LINES[0]}\n").findings
    assert finding.start.line == 5
    assert [r.start.line for r in finding.related] == [1]
    assert "line 1" in finding.message


def test_parts_set_twice_come_as_the_longest_with_the_others_named(linter: Linter) -> None:
    a, b, c, d, e = _LINES
    short = f"{a} {b} Rain fell. {a} It fell for hours."
    long = f"{c} {d} More will fall. {c} {d} So the forecast says. {e}"
    findings = linter.check(f"{short}\n\n{long}\n").findings
    assert [(f.rule, f.text) for f in findings] == [("duplication/sentence", f"{c} {d}")]
    assert [r.message for r in findings[0].related] == ["first set here", "also set twice"]


def test_a_copy_in_html_has_no_fix_that_would_leave_tags_around_nothing(linter: Linter) -> None:
    page = "".join(f"<p>{line}</p>\n" for line in (_LINES[0], _LINES[1], _LINES[0]))
    [finding] = linter.check(page, format="html").findings
    assert finding.text == _LINES[0]
    assert not finding.fixes


def test_a_copy_with_a_directive_before_it_is_not_deleted_with_it(linter: Linter) -> None:
    text = f"{_LINES[0]}\n\n{_LINES[1]}\n\n<!-- stet typo/real-word: as said -->\n{_LINES[0]}\n"
    fixed = linter.fix(text, unsafe=True).text
    assert "<!-- stet" in fixed


def test_a_fixed_draft_has_each_passage_once(linter: Linter) -> None:
    text = f"{_LINES[0]}\r\n\r\n{_LINES[1]}\r\n\r\n{_LINES[0]}\r\n\r\n{_LINES[2]}\r\n"
    fixed = linter.fix(text, unsafe=True)
    assert fixed.text == f"{_LINES[0]}\r\n\r\n{_LINES[1]}\r\n\r\n{_LINES[2]}\r\n"
    assert linter.fix(fixed.text, unsafe=True).text == fixed.text


@pytest.mark.parametrize("count", [2, 3, 5, 40])
def test_any_number_of_copies_of_a_word_leave_one(linter: Linter, count: int) -> None:
    text = f"She sat on {' '.join(['the'] * count)} bench."
    assert linter.fix(text).text == "She sat on the bench."


def test_the_copy_goes_and_the_line_break_stays(linter: Linter) -> None:
    text = (
        "She sat for an hour on the bench that stands at the end of the\nthe pier, and read.\n"
        "Nobody came, and the tide went out over the sand and the\nstones.\n"
    )
    assert linter.fix(text).text == text.replace("\nthe pier", "\npier")


def test_a_word_that_the_house_accepts_is_not_flagged() -> None:
    text = "The band We We played at noon, and the song we we made was last."
    assert Linter(Settings(select=("duplication/word",))).check(text).findings
    assert not Linter(Settings(select=("duplication/word",), accept=frozenset({"we we"}))).check(text).findings
