"""Markdown: CommonMark with tables, strikethrough, footnotes, task lists, alerts and front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from ..text.blocks import BlockKind, Comment, RawBlock, Reading
from ..text.source import Source
from . import _front_matter
from ._builder import BlockBuilder
from ._markdown_inline import InlineReader, only_images
from ._markdown_parser import excerpt_of, parse
from ._placed import Placed

_CONTAINERS = {
    "blockquote_open": ("quote", 1),
    "blockquote_close": ("quote", -1),
    "bullet_list_open": ("list", 1),
    "bullet_list_close": ("list", -1),
    "ordered_list_open": ("list", 1),
    "ordered_list_close": ("list", -1),
}
_CODE = frozenset({"fence", "code_block"})
_CELLS = frozenset({"th_open", "td_open"})


def read(source: Source) -> Reading:
    """The blocks, comments and front matter of a draft. Never raises: any text is Markdown.

    What stands more than 20 containers deep, such as quotations within lists within quotations, is left out.
    """
    front = _front_matter.find(source)
    text = Placed.whole(source.text, front.body if front else 0)
    tokens, env = parse(text.text)
    blocks = _Blocks(text, env.get("footnotes", {}).get("list", {}))
    blocks.read(tokens)
    comments = sorted(blocks.comments, key=lambda c: c.span)
    found = _with_headline(blocks.found, front is not None)
    if front is None:
        return Reading(found, comments)
    return Reading(found, comments, front.content, list(_front_matter.fields(source, front.content)))


class _Blocks:
    """Walks the block tokens of a draft."""

    def __init__(self, text: Placed, notes: Mapping[int, Mapping[str, Any]]) -> None:
        self.found: list[RawBlock] = []
        self.comments: list[Comment] = []
        self._text = text
        self._notes = notes
        self._within: Counter[str] = Counter()

    def read(self, tokens: Sequence[Token]) -> None:
        opener: Token | None = None
        for token in tokens:
            if token.type in _CONTAINERS:
                name, step = _CONTAINERS[token.type]
                self._within[name] += step
            elif token.type == "inline":
                self._inline(token, opener)
            elif token.type in _CODE:
                self._code(token)
            elif token.type == "html_block":
                self._html(token)
            opener = token

    def _inline(self, token: Token, opener: Token | None) -> None:
        excerpt = excerpt_of(token)
        if excerpt is None:
            return
        placed = self._text.part(excerpt.text, excerpt.stretches)
        children = token.children or ()
        builder = BlockBuilder(placed.source)
        inline = InlineReader(placed, builder, self._notes)
        captions = only_images(children)
        inline.read(children, excerpt.start, captions=captions)
        self.comments += inline.comments
        kind, level = (BlockKind.CAPTION, 0) if captions else self._kind(opener)
        self._add(builder.build(kind, level))

    def _code(self, token: Token) -> None:
        excerpt = excerpt_of(token)
        if excerpt is not None:
            builder = BlockBuilder(self._text.source)
            builder.extend(self._text.part(excerpt.text, excerpt.stretches).chunks(0, len(excerpt.text)))
            self._add(builder.build(BlockKind.CODE))

    def _html(self, token: Token) -> None:
        from ._html_blocks import read_page  # most drafts have no HTML blocks, and its parser takes time to load

        excerpt = excerpt_of(token)
        if excerpt is not None:
            page = read_page(self._text.part(excerpt.text, excerpt.stretches), *self._kind(None))
            self.comments += page.comments
            for block in page.blocks:
                self._add(block)

    def _kind(self, opener: Token | None) -> tuple[BlockKind, int]:
        if self._within["quote"]:
            return BlockKind.QUOTE, 0
        if opener is not None and opener.type == "heading_open":
            return BlockKind.HEADING, int(opener.tag[1:])
        if opener is not None and opener.type in _CELLS:
            return BlockKind.CELL, 0
        depth = self._within["list"]
        return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def _add(self, block: RawBlock | None) -> None:
        if block is not None:
            self.found.append(block)


def _with_headline(blocks: Sequence[RawBlock], has_front_matter: bool) -> list[RawBlock]:
    """The blocks with one headline at most: the first heading of level 1.

    Where there is none, a heading of another level that opens the draft is it, unless front matter
    holds the title.
    """
    heads = (BlockKind.HEADLINE, BlockKind.HEADING)
    blocks = [b._replace(kind=BlockKind.HEADING) if b.kind is BlockKind.HEADLINE else b for b in blocks]
    at = next((i for i, b in enumerate(blocks) if b.kind in heads and b.level == 1), None)
    if at is None and blocks and blocks[0].kind in heads and not has_front_matter:
        at = 0
    if at is not None:
        blocks[at] = blocks[at]._replace(kind=BlockKind.HEADLINE)
    return blocks
