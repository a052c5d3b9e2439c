"""Blocks by their place in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..finding import Finding
from ..text.blocks import Block
from ..text.document import Document


class SourceBlocks:
    """The blocks of a draft, found by source offsets."""

    def __init__(self, document: Document) -> None:
        self._blocks = sorted(document.blocks, key=lambda b: b.source)
        self._starts = [b.source.start for b in self._blocks]

    def holding(self, offset: int) -> Block | None:
        """The block whose source holds a character, or None of markup or white space outside blocks."""
        block = self.before(offset + 1)
        return block if block is not None and offset < block.source.end else None

    def of(self, finding: Finding) -> Block | None:
        """The block in which a finding starts; one between characters belongs to the block that it ends."""
        start, end = finding.span
        block = self.holding(start)
        return self.holding(start - 1) if block is None and start == end else block

    def before(self, offset: int) -> Block | None:
        """The last block that starts before an offset."""
        at = bisect_left(self._starts, offset)
        return self._blocks[at - 1] if at else None

    def after(self, offset: int) -> Block | None:
        """The first block that starts at or after an offset."""
        at = bisect_left(self._starts, offset)
        return self._blocks[at] if at < len(self._blocks) else None

    def following(self, block: Block) -> Block | None:
        """The block after another."""
        at = bisect_right(self._starts, block.source.start)
        return self._blocks[at] if at < len(self._blocks) else None
