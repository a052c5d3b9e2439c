"""The JSON contract: what every finding, file and problem is as plain data."""

from __future__ import annotations

import json
from typing import Any

from ..finding import Finding, Fix, Problem, Related, Severity
from ..genre import Genre
from ..report import CONTRACT_VERSION, FileReport, Report
from ..text.span import Position
from ..version import VERSION

TOOL = "copydesk"


def report_data(report: Report, *, readability: bool) -> dict[str, Any]:
    """A report as the contract has it."""
    return {
        **header(),
        "files": [file_data(file, readability=readability) for file in report.files],
        "summary": summary_data(report),
        "problems": [problem_data(p) for p in report.all_problems],
    }


def header() -> dict[str, Any]:
    """The contract's version and the tool's."""
    return {"version": CONTRACT_VERSION, "tool": {"name": TOOL, "version": VERSION}}


def file_data(file: FileReport, *, readability: bool) -> dict[str, Any]:
    """A file with its findings and figures."""
    return {
        "path": file.path,
        "findings": [finding_data(f) for f in file.findings],
        "stats": stats_data(file, readability=readability),
        "genre": genre_data(file.genre),
    }


def genre_data(genre: Genre) -> dict[str, str]:
    """What a draft was taken for, who says so, and of a guess, why."""
    return {"name": genre.name, "by": genre.by.value, "why": genre.why}


def stats_data(file: FileReport, *, readability: bool) -> dict[str, Any]:
    """The figures of a file; readability only where it was asked for and measured."""
    data: dict[str, Any] = {"words": file.stats.words, "sentences": file.stats.sentences}
    if readability and file.stats.readability is not None:
        data["readability"] = dict(file.stats.readability)
    return data


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "text": finding.text,
        "context": {"before": finding.context.before, "after": finding.context.after},
        "fixes": [_fix(fix) for fix in finding.fixes],
        "related": [_related(place) for place in finding.related],
        "url": finding.url,
        "fingerprint": finding.fingerprint,
    }


def problem_data(problem: Problem) -> dict[str, Any]:
    """A problem."""
    return {"message": problem.message, "path": problem.path, "rule": problem.rule}


def summary_data(report: Report) -> dict[str, Any]:
    """How many files there were, and how many findings of each severity."""
    return {"files": len(report.files), **{severity.value: report.count(severity) for severity in Severity}}


def dumps(data: Any, *, indent: int | None = None) -> str:
    """`data` as JSON text that any encoding of Unicode can hold: lone surrogates are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _related(place: Related) -> dict[str, Any]:
    return {"start": _position(place.start), "end": _position(place.end), "message": place.message}
