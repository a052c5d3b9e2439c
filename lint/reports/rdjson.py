"""The Reviewdog Diagnostic Format as one JSON object. Columns are 1-based and count UTF-8 bytes.

Reviewers take a suggestion over with one click, so that only safe fixes become suggestions. A suggestion is one
stretch and its new text: a fix with several edits becomes the stretch from its first to its last.

Spec: proto/rdf/reviewdog.proto in the reviewdog repository, as protocol buffers' JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ..finding import Finding, Fix, Problem, Safety, Severity
from ..report import FileReport, Report
from ..text.span import LineIndex
from . import RenderOptions
from .bytes import ByteIndex
from .contract import TOOL, dumps

if TYPE_CHECKING:
    from ..rule import Rule

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}
_ABSOLUTE = re.compile(r"https?:", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

Data = dict[str, Any]


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as a DiagnosticResult."""
    diagnostics = [_problem(problem) for problem in report.all_problems]
    for file in report.files:
        diagnostics += _Places(file).diagnostics()
    return dumps({"source": {"name": TOOL}, "diagnostics": diagnostics}, indent=1) + "\n"


class _Places:
    """Findings of one draft, with places as the format counts them."""

    def __init__(self, file: FileReport) -> None:
        self._file = file
        self._lines = LineIndex(file.source)
        self._bytes = ByteIndex(file.source)

    def diagnostics(self) -> list[Data]:
        return [self._diagnostic(finding) for finding in self._file.findings]

    def _diagnostic(self, finding: Finding) -> Data:
        code = {"value": finding.rule}
        if _ABSOLUTE.match(finding.url):
            code["url"] = finding.url
        data: Data = {
            "message": _sound(finding.message),
            "location": self._location(finding.start.offset, finding.end.offset),
            "severity": _SEVERITIES[finding.severity],
            "code": code,
        }
        safe = [fix for fix in finding.fixes if fix.safety is Safety.SAFE and fix.edits]
        if safe:
            data["suggestions"] = [self._suggestion(fix) for fix in safe]
        if finding.related:
            data["relatedLocations"] = [
                {"message": _sound(place.message), "location": self._location(place.start.offset, place.end.offset)}
                for place in finding.related
            ]
        return data

    def _suggestion(self, fix: Fix) -> Data:
        start, end = fix.edits[0].start, fix.edits[-1].end
        parts: list[str] = []
        at = start
        for edit in fix.edits:
            parts += [self._file.source[at : edit.start], edit.text]
            at = edit.end
        return {"range": self._range(start, end), "text": _sound("".join(parts))}

    def _location(self, start: int, end: int) -> Data:
        return {"path": _path(self._file.path), "range": self._range(start, end)}

    def _range(self, start: int, end: int) -> Data:
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, offset: int) -> Data:
        line = self._lines.position(offset).line
        begins = self._lines.line(line).start
        return {"line": line, "column": self._bytes.at(offset) - self._bytes.at(begins) + 1}


def _problem(problem: Problem) -> Data:
    data: Data = {"message": _sound(problem.message), "severity": "ERROR"}
    if problem.path:
        data["location"] = {"path": _path(problem.path)}
    if problem.rule:
        data["code"] = {"value": problem.rule}
    return data


def _path(path: str) -> str:
    return _sound(PurePath(path).as_posix())


def _sound(text: str) -> str:
    """`text` without lone surrogates, which readers of protocol buffers refuse."""
    return _SURROGATE.sub("\ufffd", text)
