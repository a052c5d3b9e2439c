"""The line that a finding stands in, cut so that the marked place is in view."""

from __future__ import annotations

from typing import NamedTuple

from ..text.span import LineIndex, Span
from .cells import ELLIPSIS, cells, head, tail
from .visible import is_blank, visible

_LEAST_AROUND = 12


class Excerpt(NamedTuple):
    """A line in three parts, as shown. `marked` is empty where the finding is a place between characters."""

    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        """A line that marks the place from below, cell for cell."""
        indent = cells(self.before)
        return " " * indent + "^" * max(1, cells(self.before + self.marked) - indent)


def excerpt(source: str, lines: LineIndex, span: Span, room: int) -> Excerpt:
    """The first line of a finding over source `span`, within `room` cells.

    Takes time by the room, not by the length of the line.
    """
    line = lines.line(lines.position(span.start).line)
    start, end = min(span.start, line.end), min(span.end, line.end)
    alone = not source[max(line.start, start - room) : start].strip()
    marked, cut = _marked(source, Span(start, end), span, max(1, room - (1 if alone else _LEAST_AROUND)))
    around = max(0, room - cells(marked))
    left = visible(source[max(line.start, start - around) : start])
    if start - around <= line.start:
        left = left.lstrip()
    right = "" if cut or span.end > line.end else visible(source[end : min(line.end, end + around)].rstrip())
    left_cut, right_cut = start - around > line.start, end + around < line.end and not cut
    left_room = min(cells(left), max(around // 2, around - cells(right)))
    if left_cut or left_room < cells(left):
        left = ELLIPSIS + tail(left, left_room - 1)
    right_room = around - cells(left)
    if right and (right_cut or right_room < cells(right)):
        right = head(right, right_room - 1) + ELLIPSIS
    return Excerpt(left, marked, right)


def _marked(source: str, shown: Span, span: Span, most: int) -> tuple[str, bool]:
    """The marked text as shown, within `most` cells, and whether its end was cut off."""
    text = source[shown.start : min(shown.end, shown.start + most + 1)]
    if not text and span.end > span.start:
        return visible("\n"), True
    marked = visible(text, blanks=is_blank(text))
    if cells(marked) > most or shown.start + len(text) < shown.end:
        return head(marked, most - 1) + ELLIPSIS, True
    if span.end > shown.end:
        return marked + visible("\n"), True
    return marked, False
