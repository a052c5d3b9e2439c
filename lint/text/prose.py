"""Prose and where each of its characters stands in the source.

Markup, entities and line ends make prose and source differ in length. A `ProseMap` is a sorted run
of pieces; a piece is either verbatim (character for character) or an atom: a few characters that
stand for a stretch of source as a whole, such as "&" for "&amp;" or a space for a line break.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .span import Span


class Piece(NamedTuple):
    """Prose characters [start, end) stand for source characters [source_start, source_end)."""

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool


class Edit(NamedTuple):
    """Replace source characters [start, end) by `text`."""

    start: int
    end: int
    text: str


class Chunk(NamedTuple):
    """What a reader hands over: prose `text` and the source stretch it stands for."""

    text: str
    start: int
    end: int
    verbatim: bool = True


class ProseMap:
    """Maps prose offsets to source offsets and back. Pieces do not overlap, in prose or source."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._starts = [p.start for p in pieces]
        self._source_starts = [p.source_start for p in pieces]

    def source(self, start: int, end: int) -> Span:
        """The least stretch of source that holds prose [start, end).

        An empty prose span gives the empty source span before the next character.
        """
        if start >= end:
            at = self._point(start)
            return Span(at, at)
        first = max(0, bisect_right(self._starts, start) - 1)
        if start >= self.pieces[first].end and first + 1 < len(self.pieces):
            first += 1
        last = max(first, bisect_left(self._starts, end) - 1)
        head, tail = self.pieces[first], self.pieces[last]
        left = head.source_start + max(0, start - head.start) if head.verbatim else head.source_start
        right = tail.source_end
        if tail.verbatim:
            right = tail.source_start + min(tail.end, end) - tail.start
        return Span(left, max(left, right))

    def prose(self, offset: int) -> int:
        """The prose offset of a source offset; of markup, that of the next prose character."""
        at = bisect_right(self._source_starts, offset) - 1
        if at < 0:
            return self.pieces[0].start if self.pieces else 0
        piece = self.pieces[at]
        if offset < piece.source_end:
            return piece.start + offset - piece.source_start if piece.verbatim else piece.start
        return self.pieces[at + 1].start if at + 1 < len(self.pieces) else piece.end

    def edits(self, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Edits that put `text` in place of prose [start, end) and leave markup between pieces alone.

        The first stretch of source takes the new text; what lies beyond markup is only taken out. An atom
        is replaced as a whole. There are no edits where [start, end) holds nothing but the space between blocks.
        """
        if start >= end:
            at = self._point(start)
            return (Edit(at, at, text),)
        return tuple(Edit(*place, text if i == 0 else "") for i, place in enumerate(self._stretches(start, end)))

    def empties_markup(self, start: int, end: int) -> bool:
        """Whether taking prose [start, end) out would leave markup around nothing."""
        return any(self._stands_apart(place) for place in self._stretches(start, end))

    def _stands_apart(self, place: Span) -> bool:
        """Whether a stretch of source has no prose right before it and none right after it, but some later."""
        first = bisect_right(self._source_starts, place.start) - 1
        last = bisect_left(self._source_starts, place.end) - 1
        head, tail = self.pieces[first], self.pieces[last]
        if place.start != head.source_start or place.end != tail.source_end or last + 1 == len(self.pieces):
            return False
        before = self.pieces[first - 1].source_end if first else 0
        return before < place.start and place.end < self.pieces[last + 1].source_start

    def _stretches(self, start: int, end: int) -> list[Span]:
        """Source that stands for prose [start, end), in pieces as long as the markup between them lets them be."""
        joined: list[Span] = []
        for span in self._covered(start, end):
            if joined and joined[-1].end == span.start:
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return joined

    def _covered(self, start: int, end: int) -> Iterable[Span]:
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self.pieces) and self.pieces[at].start < end:
            piece = self.pieces[at]
            at += 1
            if piece.end <= start:
                continue
            if not piece.verbatim:
                yield Span(piece.source_start, piece.source_end)
                continue
            low, high = max(start, piece.start), min(end, piece.end)
            shift = piece.source_start - piece.start
            yield Span(low + shift, high + shift)

    def _point(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return self.pieces[0].source_start if self.pieces else 0
        piece = self.pieces[at]
        if offset >= piece.end:
            return piece.source_end
        return piece.source_start + offset - piece.start if piece.verbatim else piece.source_start
