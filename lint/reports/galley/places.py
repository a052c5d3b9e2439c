"""Where the source stands in the copy, for what has no prose of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...text.blocks import Block
from ...text.document import Document
from ...text.span import Span


def nearest(document: Document, offset: int) -> tuple[Block, int]:
    """The block that a source offset is in or after, and the prose offset nearest to it there.

    The document has at least one block.
    """
    index = bisect_right(document.blocks, offset, key=lambda block: block.source.start) - 1
    block = document.blocks[max(0, index)]
    return block, min(max(document.map.prose(offset), block.start), block.end)


def clipped(document: Document, start: int, end: int) -> Iterator[tuple[int, Span]]:
    """Prose [start, end) as a stretch in each block."""
    index = document.block_at(start).index
    while index < len(document.blocks) and document.blocks[index].start < end:
        block = document.blocks[index]
        place = Span(max(start, block.start), min(end, block.end))
        if place.start < place.end:
            yield index, place
        index += 1
