"""Offsets in UTF-8 bytes, for formats that count so."""

from __future__ import annotations

from itertools import accumulate

_STEP = 1024


class ByteIndex:
    """UTF-8 byte offsets of code point offsets, each in constant time. Lone surrogates count as three bytes."""

    def __init__(self, text: str) -> None:
        self._text = text
        steps = [text[at : at + _STEP] for at in range(0, len(text), _STEP)]
        self._marks = [0, *accumulate(map(_length, steps))]

    def at(self, offset: int) -> int:
        """The byte offset of a code point offset."""
        step = offset // _STEP
        return self._marks[step] + _length(self._text[step * _STEP : offset])


def _length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
