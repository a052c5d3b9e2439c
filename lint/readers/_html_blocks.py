"""The blocks of a page: HTML tags and text to prose as a browser shows it.

One pass over the tokens, without building a tree: a stack of open block elements says what kind of
text stands where, white space collapses, and inline tags leave no trace but marks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from turbohtml import Token, TokenType, tokenize

from ..text.blocks import BlockKind, Comment, Metadata, RawBlock, Reading
from ..text.prose import Chunk
from ._builder import BlockBuilder
from ._html_tags import (
    BLOCKS,
    HEADINGS,
    HIDDEN,
    KINDS,
    LISTS,
    MARKS,
    METADATA,
    VOID,
    Attributes,
    hides,
    hint,
    is_furniture,
    is_layout,
    is_title,
    metadata,
)
from ._placed import Placed

_SPACE = " \t\n\f\r"
_COLLAPSING = re.compile(r"[ \t\n\f]{2,}|[\t\n\f]")
_LONGEST_LINE = 200
"""Code points: a byline or dateline by class name alone is no longer than this."""
_DEEPEST = 512


class _Element(NamedTuple):
    """An open block element and what holds for the text in it."""

    tag: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: int = 0
    story: bool = False
    form: bool = False
    layout: bool = False


@dataclass(slots=True)
class _Gap:
    """White space or a line break before the next word: source characters [start, end) of the text."""

    start: int
    end: int
    breaks: bool = False


@dataclass(slots=True)
class _Hinted:
    """An inline element that names its text a byline or dateline, open since prose offset `start`."""

    kind: BlockKind
    tag: str
    start: int
    depth: int = 1


def read_page(placed: Placed, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Reading:
    """Blocks, comments and metadata of HTML. Text in no element that says otherwise is of this kind and level."""
    page = _Page(placed, _Element(kind=kind, level=level, lists=level if kind is BlockKind.LIST_ITEM else 0))
    starts = [0, *(m.end() for m in re.finditer("\n", placed.text))]
    for token in tokenize(placed.text, resolve_references=False, capture_source=True):
        page.take(token, starts[token.line - 1] + token.col)
    page.flush()
    return Reading(page.blocks, page.comments, metadata=page.metadata)


class _Page:
    def __init__(self, placed: Placed, outermost: _Element) -> None:
        self.blocks: list[RawBlock] = []
        self.comments: list[Comment] = []
        self.metadata: list[Metadata] = []
        self._placed = placed
        self._builder = BlockBuilder(placed.source)
        self._open = [outermost]
        self._count: Counter[str] = Counter()
        self._gap: _Gap | None = None
        self._hidden: _Hiding | None = None
        self._hinted: _Hinted | None = None
        self._hints: Counter[BlockKind] = Counter()
        self._quotes = 0
        self._headline = False

    def take(self, token: Token, start: int) -> None:
        """Read one token that begins at `start` of the text."""
        end = start + len(token.source or token.data or "")
        if token.type is TokenType.COMMENT:
            self._comment(start, end)
        elif self._hidden is not None:
            self._while_hidden(token, end)
        elif token.type is TokenType.TEXT:
            self._text(start, end)
        elif token.type is TokenType.CHARACTER_REFERENCE:
            self._reference(token.data or "", start, end)
        elif token.type is TokenType.START_TAG:
            self._start(token, start, end)
        elif token.type is TokenType.END_TAG:
            self._end(token.tag or "", start, end)

    def flush(self) -> None:
        """End the block that is being read."""
        self._gap = None
        if self._hinted is not None:
            self._hints[self._hinted.kind] += self._builder.length - self._hinted.start
            self._hinted = None
        element, length = self._open[-1], self._builder.length
        kind = element.kind
        if kind is BlockKind.PARAGRAPH:
            kind = next((hinted for hinted, held in self._hints.items() if 2 * held > length), kind)
        if kind in (BlockKind.BYLINE, BlockKind.DATELINE) and length > _LONGEST_LINE:
            kind = BlockKind.PARAGRAPH
        self._hints.clear()
        block = self._builder.build(kind, element.level)
        if block is not None:
            self.blocks.append(block)

    # tags

    def _start(self, token: Token, start: int, end: int) -> None:
        tag = token.tag or ""
        attributes = dict(token.attrs or ())
        if tag == "br":
            self._line_break(start, end)
        elif tag == "hr":
            self.flush()
        elif tag in METADATA:
            self._metadata(attributes, start, end)
        elif tag in VOID:
            return
        elif hides(tag, attributes):
            if tag in BLOCKS:
                self.flush()
            if not (token.self_closing and tag in ("svg", "math")):
                self._hidden = _Hiding(tag)
        elif tag in BLOCKS:
            self.flush()
            self._push(tag, attributes)
        else:
            self._start_inline(tag, attributes, start, end)

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag == "br":
            self._line_break(start, end)
        elif tag in BLOCKS:
            self.flush()
            self._pop(tag)
        elif tag == "q" and self._quotes:
            self._quotes -= 1
            self._atom("\u2019" if self._quotes % 2 else "\u201d", start, end)
        elif tag in MARKS:
            self._builder.close(MARKS[tag])
        hinted = self._hinted
        if hinted is not None and hinted.tag == tag:
            hinted.depth -= 1
            if not hinted.depth:
                self._hints[hinted.kind] += self._builder.length - hinted.start
                self._hinted = None

    def _start_inline(self, tag: str, attributes: Attributes, start: int, end: int) -> None:
        if tag == "q":
            self._atom("\u2018" if self._quotes % 2 else "\u201c", start, end)
            self._quotes += 1
        elif tag in MARKS:
            if tag == "a":
                self._builder.close(MARKS[tag])  # links do not nest
            owes_space = self._gap is not None and not self._builder.empty
            self._builder.open(MARKS[tag], ahead=int(owes_space))
        hinted = self._hinted
        if hinted is not None:
            hinted.depth += hinted.tag == tag
            return
        kind = BlockKind.DATELINE if tag == "time" else hint(attributes)
        if kind in (BlockKind.BYLINE, BlockKind.DATELINE):
            self._hinted = _Hinted(kind, tag, self._builder.length)

    def _metadata(self, attributes: Attributes, start: int, end: int) -> None:
        said = metadata(attributes)
        if said is not None:
            self.metadata.append(Metadata(*said, self._placed.span(start, end)))

    def _push(self, tag: str, attributes: Attributes) -> None:
        if self._open[-1].tag == "p" and tag != "button":
            self._pop("p")
        if len(self._open) < _DEEPEST:
            self._open.append(self._within(self._open[-1], tag, attributes))
            self._count[tag] += 1

    def _pop(self, tag: str) -> None:
        if not self._count[tag]:
            return
        while True:
            element = self._open.pop()
            self._count[element.tag] -= 1
            if element.tag == tag:
                return

    def _within(self, outer: _Element, tag: str, attributes: Attributes) -> _Element:
        """What holds in an element of this tag that stands in `outer`."""
        inner = outer._replace(
            tag=tag,
            lists=outer.lists + (tag in LISTS),
            story=outer.story or tag in ("article", "main", "blockquote"),
            form=outer.form or tag == "form",
            layout=is_layout(attributes) if tag == "table" else outer.layout,
        )
        if outer.kind is BlockKind.FURNITURE and not (outer.form and tag in ("article", "main")):
            return inner
        kind = KINDS.get(tag)
        if kind is BlockKind.FURNITURE or is_furniture(attributes) or (tag == "footer" and not outer.story):
            return inner._replace(kind=BlockKind.FURNITURE, level=0)
        if outer.kind is BlockKind.QUOTE:
            return inner._replace(kind=BlockKind.CODE) if kind is BlockKind.CODE else inner
        if kind is BlockKind.CELL and inner.layout:
            kind = None
        if tag in HEADINGS:
            return self._heading(inner, HEADINGS[tag], attributes)
        kind = hint(attributes) or kind
        if kind is None:
            return inner
        return inner._replace(kind=kind, level=inner.lists if kind is BlockKind.LIST_ITEM else 0)

    def _heading(self, element: _Element, level: int, attributes: Attributes) -> _Element:
        kind = hint(attributes)
        if kind is not None:
            return element._replace(kind=kind, level=0)
        if level == 1 and (not self._headline or is_title(attributes)):
            self._headline = True
            return element._replace(kind=BlockKind.HEADLINE, level=1)
        return element._replace(kind=BlockKind.HEADING, level=level)

    def _while_hidden(self, token: Token, end: int) -> None:
        hiding = self._hidden
        tag = token.tag
        if hiding is None or tag is None:
            return
        if token.type is TokenType.START_TAG:
            hiding.depth += tag == hiding.tag and not token.self_closing
        elif token.type is TokenType.END_TAG:
            hiding.depth -= tag == hiding.tag
            # An inline element that is never closed ends with the block that it stands in.
            left = tag == self._open[-1].tag and hiding.tag not in BLOCKS and hiding.tag not in HIDDEN
            if not hiding.depth or left:
                self._hidden = None
            if left:
                self._end(tag, end, end)

    # text

    def _text(self, start: int, end: int) -> None:
        if self._open[-1].kind is BlockKind.CODE:
            opening = self._builder.empty and self._placed.text.startswith("\n", start)
            self._words(start + opening, end)
            return
        at = start
        for space in _COLLAPSING.finditer(self._placed.text, start, end):
            self._run(at, space.start())
            self._space(*space.span())
            at = space.end()
        self._run(at, end)

    def _run(self, start: int, end: int) -> None:
        """Words with single spaces between, and at most one at either end."""
        text = self._placed.text
        if start < end and text[start] == " ":
            self._space(start, start + 1)
            start += 1
        tail = end - 1 if start < end and text[end - 1] == " " else end
        self._words(start, tail)
        if tail < end:
            self._space(tail, end)

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self._settle_gap()
            self._builder.extend(self._placed.chunks(start, end))

    def _reference(self, decoded: str, start: int, end: int) -> None:
        if decoded and not decoded.strip(_SPACE) and self._open[-1].kind is not BlockKind.CODE:
            self._space(start, end)
        else:
            self._atom(decoded, start, end)

    def _atom(self, text: str, start: int, end: int) -> None:
        self._settle_gap()
        self._builder.add(Chunk(text, *self._placed.span(start, end), verbatim=False))

    def _space(self, start: int, end: int) -> None:
        gap = self._gap
        if gap is None:
            self._gap = _Gap(start, end)
        elif gap.end == start:
            gap.end = end

    def _line_break(self, start: int, end: int) -> None:
        gap = self._gap
        if gap is not None and gap.breaks:
            self.flush()
        elif gap is not None and gap.end == start:
            gap.end, gap.breaks = end, True
        else:
            self._gap = _Gap(start, end, breaks=True)

    def _settle_gap(self) -> None:
        gap, self._gap = self._gap, None
        if gap is None or self._builder.empty:
            return
        if gap.breaks:
            self._builder.add(Chunk("\n", *self._placed.span(gap.start, gap.end), verbatim=False))
        elif self._placed.text[gap.start : gap.end] == " ":
            self._builder.extend(self._placed.chunks(gap.start, gap.end))
        else:
            self._builder.add(Chunk(" ", *self._placed.span(gap.start, gap.end), verbatim=False))

    def _comment(self, start: int, end: int) -> None:
        text = self._placed.text[start:end]
        if not text.startswith("<!--"):
            return
        inner = text[4:].removesuffix("-->") if len(text) > 6 else ""
        self.comments.append(Comment(self._placed.span(start, end), inner))


@dataclass(slots=True)
class _Hiding:
    """Within an element whose text is not read, and how many of its tag are open."""

    tag: str
    depth: int = 1
