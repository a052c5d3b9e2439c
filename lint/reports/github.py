"""Workflow commands that GitHub Actions turns into annotations on a pull request.

GitHub shows ten annotations of a type in a step, so errors come before warnings and warnings before
notices; within a severity they stand in the order of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..finding import Finding, Problem, Severity
from ..report import Report
from . import RenderOptions
from .tally import counted, headline, tally
from .visible import visible

if TYPE_CHECKING:
    from ..rule import Rule

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_SHOWN = 10


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as workflow commands, with a plain summary as the last line."""
    lines = [_problem(p) for p in report.all_problems]
    found = [(file.path, finding) for file in report.files for finding in file.findings]
    lines += [_annotation(path, finding) for path, finding in sorted(found, key=lambda item: item[1].severity.rank)]
    lines.append(_summary(report))
    text = "".join(line + "\n" for line in lines)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _annotation(path: str, finding: Finding) -> str:
    message = finding.message
    if finding.fixes:
        message += f"\nFix: {finding.fixes[0].title}"
    return _command(_COMMANDS[finding.severity], dict(_place(path, finding)), finding.rule, message)


def _place(path: str, finding: Finding) -> Iterator[tuple[str, str]]:
    """Where a finding stands. GitHub takes columns only where both are on one line."""
    yield "file", PurePath(path).as_posix()
    yield "line", str(finding.start.line)
    yield "endLine", str(finding.end.line)
    if finding.start.line == finding.end.line:
        yield "col", str(finding.start.column)
        yield "endColumn", str(finding.end.column)


def _problem(problem: Problem) -> str:
    place = {"file": PurePath(problem.path).as_posix()} if problem.path else {}
    return _command("error", place, problem.rule or "copydesk", problem.message)


def _summary(report: Report) -> str:
    figures = tally(report)
    line = f"Copydesk: {headline(figures)}"
    if figures.problems:
        line += f"; {counted(figures.problems, 'problem')}"
    if max(figures.severities.values()) > _SHOWN:
        line += f". GitHub shows the first {_SHOWN} annotations of a type; the log has them all"
    return line + "."


def _command(name: str, properties: Mapping[str, str], title: str, message: str) -> str:
    held = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in {**properties, "title": title}.items())
    shown = "\n".join(visible(line) for line in message.splitlines())
    return f"::{name} {held}::{_escaped(shown)}"


def _escaped(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
