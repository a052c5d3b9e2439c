"""SARIF 2.1.0, for code scanning services and editors. Columns and offsets are code points.

Spec: OASIS Static Analysis Results Interchange Format (SARIF) Version 2.1.0, errata 01.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..finding import Edit, Finding, Fix, Problem, Related, Severity
from ..report import FileReport, Report
from ..text.span import LineIndex, Position
from ..version import VERSION
from . import RenderOptions
from .contract import TOOL, dumps

if TYPE_CHECKING:
    from ..rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_FINGERPRINT = "copydesk/v1"
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

Data = dict[str, Any]


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as a SARIF log with one run."""
    names = sorted({*rules, *(f.rule for file in report.files for f in file.findings)})
    index = {name: i for i, name in enumerate(names)}
    driver = {
        "name": TOOL,
        "version": VERSION,
        "rules": [_rule(rules[name]) if name in rules else {"id": name} for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "en",
        "invocations": [_invocation(report, index)],
        "artifacts": [{"location": {"uri": uri(file.path)}, "roles": ["analysisTarget"]} for file in report.files],
        "results": [result for i, file in enumerate(report.files) for result in _results(file, i, index)],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded, with slashes; `file:` only where the path is absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix(), errors="surrogateescape")


def _rule(rule: Rule) -> Data:
    parts = [
        ("Why", rule.why),
        ("When not to", rule.when_not),
        ("Fix", rule.fix),
        ("Source", rule.source),
    ]
    held = [(title, " ".join(text.split())) for title, text in parts if text.strip()]
    data: Data = {
        "id": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": " ".join(rule.why.split()) or rule.what},
        "help": {
            "text": "\n".join(f"{title}: {text}" for title, text in held) or rule.what,
            "markdown": "\n\n".join(f"**{title}.** {text}" for title, text in held) or rule.what,
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": [rule.pack]},
    }
    if _ABSOLUTE.match(rule.url):
        data["helpUri"] = rule.url
    return data


def _invocation(report: Report, index: Mapping[str, int]) -> Data:
    problems = report.all_problems
    return {
        "executionSuccessful": not problems,
        "toolExecutionNotifications": [_notification(problem, index) for problem in problems],
    }


def _notification(problem: Problem, index: Mapping[str, int]) -> Data:
    data: Data = {"level": "error", "message": {"text": problem.message}}
    if problem.path:
        data["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri(problem.path)}}}]
    if problem.rule:
        data["associatedRule"] = _reference(problem.rule, index)
    return data


def _reference(rule: str, index: Mapping[str, int]) -> Data:
    return {"id": rule, "index": index[rule]} if rule in index else {"id": rule}


def _results(file: FileReport, number: int, index: Mapping[str, int]) -> list[Data]:
    place = {"uri": uri(file.path), "index": number}
    lines = LineIndex(file.source)
    return [_result(finding, place, lines, index) for finding in file.findings]


def _result(finding: Finding, place: Data, lines: LineIndex, index: Mapping[str, int]) -> Data:
    region = {**_region(finding.start, finding.end), "snippet": {"text": finding.text}}
    data: Data = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": region,
                    "contextRegion": _context(finding),
                }
            }
        ],
        "rank": round(finding.confidence * 100, 2),
    }
    if finding.related:
        data["relatedLocations"] = [_related(i, where, place) for i, where in enumerate(finding.related)]
    if finding.fingerprint:
        data["partialFingerprints"] = {_FINGERPRINT: finding.fingerprint}
    fixes = [_fix(fix, place, lines) for fix in finding.fixes if fix.edits]
    if fixes:
        data["fixes"] = fixes
    return data


def _region(start: Position, end: Position) -> Data:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _context(finding: Finding) -> Data:
    """The finding with the text around it, which never leaves its first and last lines."""
    before, after = finding.context.before, finding.context.after
    start = Position(finding.start.offset - len(before), finding.start.line, max(1, finding.start.column - len(before)))
    end = Position(finding.end.offset + len(after), finding.end.line, finding.end.column + len(after))
    return {**_region(start, end), "snippet": {"text": before + finding.text + after}}


def _related(number: int, where: Related, place: Data) -> Data:
    return {
        "id": number,
        "message": {"text": where.message},
        "physicalLocation": {"artifactLocation": place, "region": _region(where.start, where.end)},
    }


def _fix(fix: Fix, place: Data, lines: LineIndex) -> Data:
    replacements = [_replacement(edit, lines) for edit in fix.edits]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
        "properties": {"safety": fix.safety.value},
    }


def _replacement(edit: Edit, lines: LineIndex) -> Data:
    return {
        "deletedRegion": _region(lines.position(edit.start), lines.position(edit.end)),
        "insertedContent": {"text": edit.text},
    }
