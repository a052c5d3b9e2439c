"""Comma-separated values after RFC 4180, for spreadsheets: a header, then a finding a row.

What went wrong in a run is a row with the severity "problem". A spreadsheet takes a cell that begins with one of
= + - @ as a formula, so that such a cell gets an apostrophe before it. A row is one line: line breaks of a draft are ↵.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from ..finding import Finding, Problem
from ..report import Report
from . import RenderOptions
from .visible import visible

if TYPE_CHECKING:
    from ..rule import Rule

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "text", "fix", "safety",
    "confidence", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as a table; lines end in CR LF, as the RFC has it."""
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in _rows(report):
        table.writerow([_guarded(cell) for cell in row])
    return out.getvalue()


def _rows(report: Report) -> Iterator[Sequence[object]]:
    for file in report.files:
        for finding in file.findings:
            yield _finding(file.path, finding)
    for problem in report.all_problems:
        yield _problem(problem)


def _finding(path: str, finding: Finding) -> Sequence[object]:
    fix = finding.fixes[0] if finding.fixes else None
    return (
        path, finding.start.line, finding.start.column, finding.end.line, finding.end.column, finding.severity.value,
        finding.rule, finding.message, finding.text, fix.title if fix else "", fix.safety.value if fix else "",
        finding.confidence, finding.fingerprint,
    )  # fmt: skip


def _problem(problem: Problem) -> Sequence[object]:
    return (problem.path, "", "", "", "", "problem", problem.rule, problem.message, "", "", "", "", "")


def _guarded(cell: object) -> str:
    text = visible(str(cell))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
