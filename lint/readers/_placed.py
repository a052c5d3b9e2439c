"""Text as a parser reads it, and where each of its characters stands in the source.

Parsers want line ends as LF and see a quoted or indented paragraph without its prefixes. A `Placed`
text keeps the way back: from any stretch of it to chunks of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..text.prose import Chunk, Piece
from ..text.span import Span

_CARRIAGE_RETURN = re.compile(r"\r\n?")
_NUL, _REPLACED = "\0", "\ufffd"


class Stretch(NamedTuple):
    """The next `length` characters of a part stand for characters [start, end) of the whole.

    Of equal lengths they are the same characters; otherwise they stand for them together.
    """

    length: int
    start: int
    end: int


class Placed:
    """A text made of pieces of a source, in source order. What lies between pieces is left out."""

    def __init__(self, text: str, source: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.source = source
        self._pieces = pieces
        self._starts = [p.start for p in pieces]
        # Most texts are one piece: then a place is a sum.
        whole = len(pieces) == 1 and pieces[0].verbatim and pieces[0].end == len(text)
        self._shift = pieces[0].source_start - pieces[0].start if whole else None

    @classmethod
    def whole(cls, source: str, start: int = 0) -> Placed:
        """The source from `start` on with every line end as LF and every NUL as U+FFFD."""
        pieces: list[Piece] = []
        texts: list[str] = []
        at, length = start, 0
        for match in _CARRIAGE_RETURN.finditer(source, start):
            texts += (source[at : match.start()], "\n")
            end = length + match.start() - at
            pieces += (
                Piece(length, end, at, match.start(), True),
                Piece(end, end + 1, match.start(), match.end(), False),
            )
            at, length = match.end(), end + 1
        texts.append(source[at:])
        pieces.append(Piece(length, length + len(source) - at, at, len(source), True))
        return cls("".join(texts).replace(_NUL, _REPLACED), source, pieces)

    def part(self, text: str, stretches: Iterable[Stretch]) -> Placed:
        """`text`, whose characters are those of these stretches of this one, in order."""
        pieces: list[Piece] = []
        at = 0
        for length, start, end in stretches:
            if length == end - start:
                for p in self._within(start, end):
                    pieces.append(p._replace(start=p.start - start + at, end=p.end - start + at))
            elif length:
                pieces.append(Piece(at, at + length, *self.span(start, end), False))
            at += length
        return Placed(text, self.source, pieces)

    def chunks(self, start: int, end: int) -> list[Chunk]:
        """Chunks of the source for [start, end)."""
        if self._shift is not None:
            place = Span(start + self._shift, end + self._shift)
            return [Chunk(self.source[place.start : place.end], *place)]
        return [
            Chunk(self.source[p.source_start : p.source_end], p.source_start, p.source_end)
            if p.verbatim
            else Chunk(self.text[p.start : p.end], p.source_start, p.source_end, verbatim=False)
            for p in self._within(start, end)
        ]

    def span(self, start: int, end: int) -> Span:
        """The least stretch of source that holds all of [start, end); empty where nothing of it has a place."""
        if self._shift is not None:
            return Span(start + self._shift, end + self._shift)
        within = self._within(start, end)
        if not within:
            return Span(0, 0)
        return Span(within[0].source_start, within[-1].source_end)

    def _within(self, start: int, end: int) -> list[Piece]:
        """Pieces that make up [start, end), cut to it."""
        found: list[Piece] = []
        for i in range(max(0, bisect_right(self._starts, start) - 1), len(self._pieces)):
            piece = self._pieces[i]
            if piece.start >= end:
                break
            low, high = max(start, piece.start), min(end, piece.end)
            if low >= high:
                continue
            if piece.verbatim:
                shift = piece.source_start - piece.start
                piece = Piece(low, high, low + shift, high + shift, True)
            elif (low, high) != (piece.start, piece.end):
                piece = piece._replace(start=low, end=high)
            found.append(piece)
        return found
