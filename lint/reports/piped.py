"""The text report for a pipe or a file, without color.

The first line of each finding is one that grep and editors know, and whole however long:

    path:line:column: severity rule: message
"""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from ..report import FileReport, Report
from ..text.span import LineIndex
from . import RenderOptions, closing, entry
from .excerpt import excerpt
from .styled import plain
from .visible import visible
from .voice import folded_line

_INDENT = "    "
_LEAST_ROOM = 16


def write(report: Report, options: RenderOptions) -> str:
    """The report as plain lines."""
    return "".join(f"{line}\n" for line in _lines(report, options))


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    room = max(_LEAST_ROOM, options.width - len(_INDENT))
    for file in report.files:
        index = LineIndex(file.source)
        for finding in file.unfolded:
            yield _first(file, finding)
            for line in _below(file, finding, index, room):
                yield f"{_INDENT}{line}".rstrip()
            yield ""
        if file.folded:
            yield f"{visible(file.path)}: {folded_line(file)}"
            yield ""
    for part in closing.lines(report, options):
        yield plain(part)


def _first(file: FileReport, finding: Finding) -> str:
    place = f"{visible(file.path)}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity} {visible(finding.rule)}: {visible(finding.message)}"


def _below(file: FileReport, finding: Finding, index: LineIndex, room: int) -> Iterator[str]:
    """The line of the draft with carets under the place, then how to mend it."""
    part = excerpt(file.source, index, finding.span, room)
    yield part.before + part.marked + part.after
    yield part.carets
    for line in entry.fixes(file.source, index, finding, room):
        yield plain(line)
    for place in finding.related:
        yield plain(entry.related(place))
