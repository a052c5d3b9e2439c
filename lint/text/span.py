"""Places in a text: spans, positions, lines. All offsets are code points, 0-based and half open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A stretch of text from `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def contains(self, other: tuple[int, int]) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other[0] and other[1] <= self.end

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start


class Position(NamedTuple):
    """A place in a source: `offset` is 0-based, `line` and `column` are 1-based code points."""

    offset: int
    line: int
    column: int


class LineIndex:
    """Lines of a text; a line ends at LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.breaks = [Span(*m.span()) for m in _LINE_BREAK.finditer(text)]
        self.starts = [0, *(b.end for b in self.breaks)]

    def __len__(self) -> int:
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """Line and column of a code point offset."""
        line = bisect_right(self.starts, offset) - 1
        return Position(offset, line + 1, offset - self.starts[line] + 1)

    def line(self, number: int) -> Span:
        """The span of a 1-based line, without its line break."""
        start = self.starts[number - 1]
        end = self.breaks[number - 1].start if number <= len(self.breaks) else len(self._text)
        return Span(start, end)


class SpanSet:
    """Merged, sorted spans that answer in logarithmic time whether they meet another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[Span] = []
        for start, end in sorted(s for s in spans if s[0] < s[1]):
            if merged and start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, end))
            else:
                merged.append(Span(start, end))
        self.spans: Sequence[Span] = merged
        self._starts = [s.start for s in merged]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any span shares a code point with [start, end)."""
        at = bisect_right(self._starts, max(start, end - 1)) - 1
        return at >= 0 and start < end and self.spans[at].end > start

    def contains(self, start: int, end: int) -> bool:
        """Whether one merged span holds all of [start, end)."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self.spans[at].end >= end

    def inside(self, offset: int) -> bool:
        """Whether an insertion at `offset` would stand strictly within a span."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self.spans[at].start < offset < self.spans[at].end
