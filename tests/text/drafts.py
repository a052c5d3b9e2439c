"""Drafts made of paragraphs, for tests that need no reader."""

from __future__ import annotations

from lint.text.blocks import BlockKind, RawBlock, Reading
from lint.text.document import Document
from lint.text.prose import Chunk
from lint.text.source import Source


def draft(*parts: str | tuple[BlockKind, str]) -> Document:
    """A document of one block a part; a part is a paragraph's text or a kind with its text."""
    blocks = [part if isinstance(part, tuple) else (BlockKind.PARAGRAPH, part) for part in parts]
    raw: list[RawBlock] = []
    at = 0
    for kind, text in blocks:
        raw.append(RawBlock(kind, [Chunk(text, at, at + len(text))]))
        at += len(text) + 2
    return Document(Source("\n\n".join(text for _, text in blocks)), "plain", Reading(raw))
