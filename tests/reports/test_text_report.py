from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import FERRY, ODD, Maker, full

from lint.finding import Edit, Fix, Problem, Safety, Severity
from lint.report import FileReport, Report, Stats
from lint.reports import RenderOptions, render
from lint.reports.cells import cells, head, squeezed, tail
from lint.reports.changes import changes
from lint.reports.excerpt import excerpt
from lint.reports.visible import visible
from lint.text.span import LineIndex, Span

SGR = re.compile(r"\x1b\[[0-9;]*m")
COLOR = RenderOptions(color=True)
LETTERS = st.text(
    st.one_of(st.sampled_from("ab \t\r\n\x00\x1b\u0301\u202e\u200d東🍜\u00a0"), st.characters()), max_size=120
)


def report(source: str, *spans: tuple[int, int], message: str = "Odd.", path: str = "a.txt") -> Report:
    make = Maker(source)
    fixes = [make.fix(span, "x") for span in spans]
    findings = [make.finding("a/b", Severity.WARNING, message, s, f) for s, f in zip(spans, fixes, strict=True)]
    return Report((FileReport(path, source, findings),))


def shown(source: str, text: str, room: int) -> tuple[str, str]:
    part = excerpt(source, LineIndex(source), Span(*Maker(source).span(text)), room)
    return part.before + part.marked + part.after, part.carets


def test_a_short_line_is_whole() -> None:
    assert shown("She sat in the the chair.\n", "the the", 40) == ("She sat in the the chair.", "           ^^^^^^^")


def test_a_long_line_is_cut_between_words_on_both_sides() -> None:
    line, carets = shown("One after another " * 20 + "the the ships left " + "in a long row " * 20, "the the", 50)
    assert line.startswith("…")
    assert line.endswith("…")
    assert cells(line) <= 50
    assert line[carets.index("^") : len(carets)] == "the the"
    assert set(line.strip("…").split()) <= {"One", "after", "another", "the", "ships", "left", "in", "a", "long", "row"}


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    line, _ = shown("The the ferry was late and nobody had told the passengers who stood on the quay.", "The the", 60)
    assert line == "The the ferry was late and nobody had told the passengers…"


@pytest.mark.parametrize(
    ("text", "start", "width"),
    [("cafe\u0301", 10, 4), ("東京", 28, 4), ("東東", 39, 4), ("family", 53, 6), ("🍜🍜", 60, 4)],
)
def test_carets_stand_under_their_cells(text: str, start: int, width: int) -> None:
    _, carets = shown(ODD, text, 90)
    assert carets == " " * start + "^" * width


def test_a_place_between_characters_gets_one_caret() -> None:
    part = excerpt("due meet", LineIndex("due meet"), Span(4, 4), 40)
    assert (part.before, part.marked, part.carets) == ("due ", "", "    ^")


def test_a_finding_over_lines_shows_the_first() -> None:
    source = "One line.\r\nAnother.\r\n"
    part = excerpt(source, LineIndex(source), Span(4, 19), 40)
    assert (part.before, part.marked, part.after) == ("One ", "line.↵", "")


def test_a_finding_on_a_line_break_shows_it() -> None:
    part = excerpt("One.\n\n\nTwo.", LineIndex("One.\n\n\nTwo."), Span(4, 7), 40)
    assert (part.before, part.marked) == ("One.", "↵")


@given(LETTERS, st.data(), st.integers(10, 60))
def test_an_excerpt_fits_and_holds_the_start_of_the_place(source: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    part = excerpt(source, LineIndex(source), Span(start, end), room)
    line = part.before + part.marked + part.after
    assert cells(line) <= room
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028" for c in line)
    assert len(part.carets) <= room + 1


def test_a_huge_line_costs_no_more_than_a_short_one() -> None:
    source = "word " * 1_000_000
    made = report(source, *((i, i + 4) for i in range(0, 5_000_000, 25_000)))
    began = time.process_time()
    assert len(render(made, "text").splitlines()[1]) < 100
    assert time.process_time() - began < 5


@given(LETTERS.filter(bool), st.data())
def test_nothing_of_a_draft_reaches_the_terminal_raw(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start, len(source)))
    made = report(source, (start, end), message=source, path=source)
    for options in (RenderOptions(width=50), COLOR):
        text = SGR.sub("", render(made, "text", options)) if options.color else render(made, "text", options)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
        text.encode("utf-8")


def test_visible() -> None:
    assert visible("a\tb\x00\x1b\x7f\x9b\u2028\r\nz") == "a b␀␛␡<U+009B><U+2028>↵z"
    assert visible(" \t\u00a0", blanks=True) == "·→␣"
    assert visible("👨‍👩‍👧 e\u0301") == "👨‍👩‍👧 e\u0301"


@given(LETTERS, st.integers(1, 30))
def test_head_tail_and_squeezed_fit(text: str, room: int) -> None:
    line = visible(text)
    assert line.startswith(head(line, room))
    assert line.endswith(tail(line, room))
    assert max(cells(head(line, room)), cells(tail(line, room)), cells(squeezed(line, room))) <= room


def test_the_first_line_in_a_pipe_is_one_that_grep_knows() -> None:
    lines = render(full(), "text", RenderOptions(width=40)).splitlines()
    firsts = [line for line in lines if re.match(r"drafts/ferry\.txt:\d+:\d+: (error|warning|suggestion) \S+: ", line)]
    assert len(firsts) == 7
    assert firsts[2].endswith("keeps its distance from the name.")


@pytest.mark.parametrize("width", [100, 80, 40, 30])
def test_a_terminal_line_is_never_wider_than_the_terminal(width: int) -> None:
    text = SGR.sub("", render(full(), "text", RenderOptions(color=True, width=width, stats=True)))
    wide = [line for line in text.splitlines() if cells(line) > width]
    assert wide == []


def test_a_terminal_too_narrow_for_anything_still_gets_its_report() -> None:
    for options in (RenderOptions(width=0), RenderOptions(color=True, width=1)):
        assert "3 errors" in " ".join(SGR.sub("", render(full(), "text", options)).split())


def test_no_line_ends_in_blanks() -> None:
    for options in (RenderOptions(stats=True), RenderOptions(color=True, width=40)):
        assert [
            line for line in SGR.sub("", render(full(), "text", options)).splitlines() if line != line.rstrip()
        ] == []


def test_color_takes_nothing_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(full(), "text", COLOR), render(full(), "text")
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "31", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert (render(full(), "text", COLOR), render(full(), "text")) == before


def diff(source: str, fix: Fix, room: int = 60) -> list[tuple[str, str]]:
    made = changes(source, LineIndex(source), fix, room)
    return [("".join(r.text for r in c.old), "".join(r.text for r in c.new)) for c in made]


def test_a_fix_is_shown_with_a_few_words_around() -> None:
    source = "Nobody on the quay would let the boat before the rain had stopped."
    at = source.index("let")
    assert diff(source, Fix("", (Edit(at, at + 3, "leave"),))) == [
        ("on the quay would let the boat before the", "on the quay would leave the boat before the")
    ]


def test_edits_close_together_are_one_place_and_others_their_own() -> None:
    source = "**the** the boat\n" + "and so on " * 10 + "the the"
    fix = Fix("", (Edit(2, 5, "The"), Edit(7, 11, ""), Edit(len(source) - 4, len(source), "")))
    assert [new for _, new in diff(source, fix)] == ["**The** boat", "so on and so on the"]


def test_a_long_deletion_is_squeezed() -> None:
    source = "Keep this. " + "Word after word of it goes. " * 30 + "And this."
    ((old, new),) = diff(source, Fix("", (Edit(11, len(source) - 9, ""),)), 50)
    assert "…" in old
    assert cells(old) <= 50
    assert (old[:5], new) == ("this.", "this. And")


def test_blanks_in_a_fix_are_shown() -> None:
    assert diff("Done.  \n", Fix("", (Edit(5, 7, ""),))) == [("Done.··", "Done.")]


@given(LETTERS.filter(bool), LETTERS, st.data(), st.integers(20, 60))
def test_a_fix_fits(source: str, text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start, len(source)))
    assert all(max(map(cells, pair)) <= room for pair in diff(source, Fix("", (Edit(start, end, text),)), room))


def test_fixes_that_a_person_must_allow_say_so() -> None:
    text = render(full(), "text")
    assert "+ was, a claim the “service desk” at  (unsafe)" in text
    assert text.count("(only shown)") == 2


def test_the_summary_counts_and_says_what_is_held_back() -> None:
    text = render(full(), "text")
    assert text.endswith(
        "3 errors, 3 warnings and 11 suggestions in 2 of 3 files; 2 problems.\n"
        "Most often: test/odd 10.\n"
        "copydesk fix mends 3 of them, 3 more with --unsafe.\n"
        "Not shown: 1 silenced by stet and 2 known in the baseline.\n"
    )


def test_no_findings_but_a_problem_is_not_clean() -> None:
    text = render(Report((FileReport("a.txt", ""),), (Problem("not read", "b.txt"),)), "text")
    assert text == "b.txt: problem: not read\n\nNothing to mend in 1 file; 1 problem.\n"


def test_only_unsafe_fixes() -> None:
    make = Maker(FERRY)
    span = make.span("Hail")
    finding = make.finding("a/b", Severity.ERROR, "Odd.", span, make.fix(span, "Hale", safety=Safety.UNSAFE))
    text = render(Report((FileReport("a.txt", FERRY, (finding,)),)), "text")
    assert text.endswith("1 error in 1 file.\ncopydesk fix --unsafe mends 1 of them.\n")


def test_stats_table() -> None:
    made = Report((FileReport("a.txt", "", stats=Stats(1204, 61, {"flesch_reading_ease": 58.13})),))
    assert render(made, "text", RenderOptions(stats=True)).splitlines()[:5] == [
        "a.txt",
        "  genre                 news  a guess",
        "  words                1,204",
        "  sentences               61",
        "  Flesch reading ease   58.1  0 hard, 100 easy",
    ]


@pytest.mark.parametrize(
    ("format", "color", "imported"),
    [("json", False, ""), ("jsonl", False, ""), ("sarif", False, ""), ("github", False, ""), ("text", False, "rich.cells"),
     ("text", True, "rich.cells rich.console")],
)  # fmt: skip
def test_a_writer_imports_no_more_of_rich_than_it_needs(format: str, color: bool, imported: str) -> None:
    code = (
        "import sys; from lint.report import Report; from lint.reports import RenderOptions, render; "
        f"render(Report(()), '{format}', RenderOptions(color={color})); "
        "print(*(name for name in ('rich.cells', 'rich.console') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == imported
