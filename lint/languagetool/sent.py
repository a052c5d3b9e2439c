"""The text that is sent for a draft, and the way back from its offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from ..text.blocks import BlockKind
from ..text.document import Document
from ..text.span import Span

_BETWEEN = "\n\n"
_BASIC = "\uffff"
STAND_IN = "\u25a1"
"""Stands for each character that LanguageTool counts as two, most emoji among them.

Without them a UTF-16 unit is a code point, and nobody need take one for the other.
"""


class Sent:
    """The prose of the blocks of some kinds, as it is sent. Its offsets are the same in code points and in UTF-16 units."""

    def __init__(self, document: Document, kinds: Collection[BlockKind]) -> None:
        self._blocks = [block for block in document.blocks if block.kind in kinds]
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for block in self._blocks:
            self._starts.append(at)
            parts.append(_basic(document.text[block.start : block.end]))
            at += block.end - block.start + len(_BETWEEN)
        self.text = _BETWEEN.join(parts)

    def prose(self, start: int, end: int) -> Span | None:
        """The prose that [start, end) of the text stands for, or None where that runs over the end of a block."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        shift = block.start - self._starts[at]
        return Span(start + shift, end + shift) if end + shift <= block.end else None


def _basic(text: str) -> str:
    if text.isascii():
        return text
    return "".join(STAND_IN if char > _BASIC else char for char in text)
