"""JSON lines: a report that can be read while it is written, cut with grep, and joined with cat.

Every line is an object whose "kind" says what it is:

    {"kind": "finding", "path": "...", ...}     a finding of the contract, with its file
    {"kind": "stats", "path": "...", ...}       figures of a file, after its findings; only with --stats
    {"kind": "problem", ...}                    something that went wrong
    {"kind": "summary", "version": 1, ...}      the last line: contract, tool and counts
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..report import Report
from . import RenderOptions
from .contract import dumps, finding_data, genre_data, header, problem_data, stats_data, summary_data

if TYPE_CHECKING:
    from ..rule import Rule


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report, a line an object."""
    return "".join(dumps(row) + "\n" for row in _rows(report, options))


def _rows(report: Report, options: RenderOptions) -> Iterator[dict[str, Any]]:
    for file in report.files:
        for finding in file.findings:
            yield {"kind": "finding", "path": file.path, **finding_data(finding)}
        if options.stats:
            yield {
                "kind": "stats",
                "path": file.path,
                **stats_data(file, readability=True),
                "genre": genre_data(file.genre),
            }
    for problem in report.all_problems:
        yield {"kind": "problem", **problem_data(problem)}
    yield {"kind": "summary", **header(), **summary_data(report)}
