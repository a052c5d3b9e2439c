"""Where the source stands in the copy, for what has no prose of its own."""

from __future__ import annotations

from bisect import bisect_right

from ...text.blocks import Block
from ...text.document import Document


def nearest(document: Document, offset: int) -> tuple[Block, int]:
    """The block that a source offset is in or after, and the prose offset nearest to it there.

    The document has at least one block.
    """
    index = bisect_right(document.blocks, offset, key=lambda block: block.source.start) - 1
    block = document.blocks[max(0, index)]
    return block, min(max(document.map.prose(offset), block.start), block.end)
