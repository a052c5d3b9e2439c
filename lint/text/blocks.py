"""The parts a draft is made of, and what a reader hands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from .prose import Chunk
from .span import Span


class BlockKind(StrEnum):
    """What a block is in the story."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    AUTHOR = "author line"
    QUOTE = "quotation block"
    CODE = "code"
    CELL = "table cell"
    FURNITURE = "furniture"


HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.HEADING})
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
"""Running prose: whole sentences in the story's voice or somebody else's."""
COPY = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.FURNITURE}
"""Everything an editor edits."""


class MarkKind(StrEnum):
    """What markup says of a stretch of prose."""

    CODE = "code"
    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"


class Mark(NamedTuple):
    """Prose [start, end) of the document under one kind of markup."""

    kind: MarkKind
    start: int
    end: int


class Comment(NamedTuple):
    """A comment of the format: `span` in source offsets with its delimiters, `text` without them."""

    span: Span
    text: str


class Metadata(NamedTuple):
    """What a draft says of itself beside its prose: `name` in lower case, `span` the value's place in the source."""

    name: str
    value: str
    span: Span


class RawBlock(NamedTuple):
    """A block as a reader found it: its kind, prose chunks in order, and marks in offsets of that prose."""

    kind: BlockKind
    chunks: Sequence[Chunk]
    level: int = 0
    marks: Sequence[Mark] = ()


class Reading(NamedTuple):
    """What a reader makes of a source: blocks and comments in source order.

    `front_matter` is the source span of a metadata block, without its fences; `metadata` is what is said there, or in
    the head of a page.
    """

    blocks: Sequence[RawBlock]
    comments: Sequence[Comment] = ()
    front_matter: Span | None = None
    metadata: Sequence[Metadata] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document: `start` and `end` are prose offsets, `source` is its place in the source.

    `level` is the heading level or the depth of a list item, 0 where neither applies.
    """

    kind: BlockKind
    index: int
    start: int
    end: int
    source: Span
    level: int = field(default=0)
