from __future__ import annotations

import csv
from io import StringIO

import pytest
from made_reports import FERRY, Maker, empty, full

from lint.finding import Severity
from lint.report import FileReport, Report
from lint.reports import render


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report, "csv"), newline=""), strict=True))


def test_a_finding_a_row_then_the_problems() -> None:
    found = rows(full())
    assert [row["severity"] for row in found[-2:]] == ["problem", "problem"]
    assert len(found) == 19
    assert found[1] == {
        "path": "drafts/ferry.txt", "line": "5", "column": "201", "end_line": "5", "end_column": "204",
        "severity": "error", "rule": "typo/real-word",
        "message": "“let” has an object and no verb after it: “left” is meant.", "text": "let",
        "fix": "“let” to “left”", "safety": "safe", "confidence": "0.97", "fingerprint": "000e0106",
    }  # fmt: skip


def test_a_header_even_where_nothing_was_found() -> None:
    assert render(empty(), "csv").startswith("path,line,column,")
    assert rows(empty()) == []


def test_lines_end_as_the_rfc_has_it_and_a_row_is_one_line() -> None:
    shown = render(full(), "csv")
    assert shown.count("\r\n") == shown.count("\n") == 20


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "＝1", "\t=1", " =1", "\u00a0@x"])
def test_no_cell_is_a_formula(text: str) -> None:
    make = Maker(FERRY)
    finding = make.finding("a/b", Severity.ERROR, text, make.span("Hail"), make.fix(make.span("Hail"), "x", text))
    (row,) = rows(Report((FileReport(text, FERRY, (finding._replace(text=text),)),)))
    for column in ("path", "message", "text", "fix"):
        assert row[column].startswith("'")
        assert row[column].endswith(text[-1])


def test_quotes_and_commas_stay_in_their_cell() -> None:
    make = Maker(FERRY)
    said = "a \"b\", c; 'd'"
    (row,) = rows(
        Report((FileReport("a.txt", FERRY, (make.finding("a/b", Severity.ERROR, said, make.span("Hail")),)),))
    )
    assert row["message"] == said
