"""What stands under a finding's first line: the ways to mend it and the places it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding, Related, Safety
from ..text.span import LineIndex
from .cells import cells
from .changes import Change, changes
from .changes import Run as Changed
from .styled import FAINT, Line, plain
from .visible import visible

_MOST = 3
_NOTES = {Safety.SAFE: "", Safety.UNSAFE: "(unsafe)", Safety.SHOW: "(only shown)"}


def fixes(source: str, index: LineIndex, finding: Finding, room: int) -> Iterator[Line]:
    """Each way to mend a finding as a small diff, within `room` cells.

    The old text is not said again for another way over the same place.
    """
    shown: Change | None = None
    for fix in finding.fixes[:_MOST]:
        places = changes(source, index, fix, room - 2)
        lines: list[Line] = []
        for change in places[:_MOST]:
            if shown is None or change.old != shown.old:
                lines.append(_diff("-", "red", change.old))
            if change.new:
                lines.append(_diff("+", "green", change.new))
            shown = change
        lines += _more(len(places), "place")
        yield from _noted(lines, _NOTES[fix.safety], room)
    yield from _more(len(finding.fixes), "way")


def related(place: Related) -> Line:
    """Another place that a finding rests on."""
    where = f"line {place.start.line}, column {place.start.column}"
    return [(f"{where}: {visible(place.message)}", FAINT)]


def _diff(sign: str, style: str, runs: tuple[Changed, ...]) -> Line:
    return [(f"{sign} ", style), *((run.text, style if run.changed else FAINT) for run in runs)]


def _noted(lines: list[Line], note: str, room: int) -> list[Line]:
    """The lines with a note at their end: on the last of them where it has room."""
    if not note or not lines:
        return lines
    *others, last = lines
    if cells(plain(last)) + 2 + len(note) > room:
        return [*lines, [(f"  {note}", FAINT)]]
    return [*others, [*last, (f"  {note}", FAINT)]]


def _more(count: int, noun: str) -> Iterator[Line]:
    left = count - _MOST
    if left > 0:
        yield [(f"… and {left} more {noun}{'s' if left > 1 else ''}", FAINT)]
