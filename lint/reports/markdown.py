"""Markdown to paste into a review: a heading and a table a draft.

What comes from a draft is escaped, and names nobody: an @ or # in it calls no person and no issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..finding import Finding, Safety
from ..report import FileReport, Report
from . import RenderOptions
from .figures import draft_figures
from .tally import counted, headline, tally
from .visible import visible

if TYPE_CHECKING:
    from ..rule import Rule

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_CALL = re.compile(r"(?<=[@#])(?=\w)")
_NO_BREAK = "\u2060"
_NOTES = {Safety.SAFE: "", Safety.UNSAFE: " (unsafe)", Safety.SHOW: " (only shown)"}


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as Markdown with tables."""
    figures = tally(report)
    problems = f"; {counted(figures.problems, 'problem')}" if figures.problems else ""
    parts = [[f"**Copydesk:** {headline(figures)}{problems}."]]
    if report.all_problems:
        parts.append(list(_problems(report)))
    for file in report.files:
        if file.findings or options.stats:
            parts.append([f"### {_plain(file.path)}"])
        if options.stats:
            parts.append([_stats(file)])
        if file.findings:
            parts.append(list(_table(file)))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _problems(report: Report) -> Iterator[str]:
    for problem in report.all_problems:
        path = f"{_plain(problem.path)}: " if problem.path else ""
        yield f"- **problem** {path}{_plain(problem.message)}"


def _stats(file: FileReport) -> str:
    return ", ".join(f"{label} {figure}" for label, figure, _ in draft_figures(file))


def _table(file: FileReport) -> Iterator[str]:
    yield "| line | severity | what to mend | how | rule |"
    yield "| ---: | --- | --- | --- | --- |"
    for finding in file.findings:
        yield "| " + " | ".join(_cells(finding)) + " |"


def _cells(finding: Finding) -> Iterator[str]:
    yield f"{finding.start.line}:{finding.start.column}"
    yield finding.severity.value
    yield _plain(finding.message) + "".join(
        f" (line {place.start.line}: {_plain(place.message)})" for place in finding.related
    )
    yield "; ".join(f"{_plain(fix.title)}{_NOTES[fix.safety]}" for fix in finding.fixes)
    yield _plain(finding.rule)


def _plain(text: str) -> str:
    """`text` as words on one line, whatever it holds."""
    shown = " ".join(visible(text).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALL.sub(_NO_BREAK, _SPECIAL.sub(r"\\\g<0>", shown))
