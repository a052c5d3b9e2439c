from __future__ import annotations

import re

from made_reports import FERRY, Maker, empty, full

from lint.finding import Problem, Severity
from lint.report import FileReport, Report
from lint.reports import render

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    *lines, _summary = render(report, "github").splitlines()
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        found.append((match[1], properties, match[3]))
    return found


def test_problems_then_errors_then_warnings_then_notices_in_order_of_place() -> None:
    made = commands(full())
    assert [c[0] for c in made] == ["error"] * 5 + ["warning"] * 3 + ["notice"] * 11
    assert [c[1]["title"] for c in made[2:8]] == [
        "duplication/word", "typo/real-word", "duplication/paragraph",
        "quotes/so-called", "consistency/name", "typo/missing-word",
    ]  # fmt: skip


def test_columns_only_where_a_finding_stays_on_its_line() -> None:
    by_title = {c[1]["title"]: c[1] for c in commands(full())}
    assert by_title["duplication/word"] == {
        "file": "drafts/ferry.txt", "line": "5", "endLine": "5", "col": "33", "endColumn": "40",
        "title": "duplication/word",
    }  # fmt: skip
    assert "col" not in by_title["duplication/paragraph"]
    assert "endColumn" not in by_title["duplication/paragraph"]


def test_nothing_in_a_draft_ends_a_command_or_begins_one() -> None:
    make = Maker(FERRY)
    finding = make.finding("a/b", Severity.ERROR, "100%\r\n::error::x", make.span("Hail"))
    (command,) = commands(Report((FileReport("a,b:c%.txt", FERRY, (finding,)),)))
    assert command[1]["file"] == "a%2Cb%3Ac%25.txt"
    assert command[2] == "100%25%0A::error::x"


def test_a_fix_is_named() -> None:
    assert commands(full())[3][2].endswith("%0AFix: “let” to “left”")


def test_the_last_line_is_a_plain_summary() -> None:
    assert render(empty(), "github") == "Copydesk: nothing to mend in 1 file.\n"
    last = render(full(), "github").splitlines()[-1]
    assert last.startswith(
        "Copydesk: 3 errors, 3 warnings and 11 suggestions in 2 of 3 files; 2 problems. GitHub shows"
    )


def test_a_problem_without_a_place_is_still_said() -> None:
    assert commands(Report((), (Problem("no draft was found"),))) == [
        ("error", {"title": "copydesk"}, "no draft was found")
    ]
