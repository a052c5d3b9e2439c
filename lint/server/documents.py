"""The blocks of one field as one draft: joined, read, and its findings and edits taken back to the blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from ..finding import Edit, Finding, Fix
from ..fixer import apply
from ..readers import read
from ..text.blocks import Block, BlockKind, Mark, MarkKind
from ..text.document import Document
from ..text.source import Source
from ..text.span import Position, Span, SpanSet

_BETWEEN = "\n\n"
_READ_AS = {
    "headline": BlockKind.HEADLINE,
    "standfirst": BlockKind.SUBHEAD,
    "subhead": BlockKind.SUBHEAD,
    "caption": BlockKind.CAPTION,
    "byline": BlockKind.BYLINE,
}
"""Kinds that the name of a field says of all its blocks."""
_KINDS = _READ_AS | {
    "paragraph": BlockKind.PARAGRAPH,
    "heading": BlockKind.HEADING,
    "list-item": BlockKind.LIST_ITEM,
    "quotation": BlockKind.QUOTE,
    "table-cell": BlockKind.CELL,
}
"""Kinds that a block may be sent with."""
_AS_THEY_ARE = (BlockKind.CODE, BlockKind.DATELINE)


class Part(NamedTuple):
    """A block as it was sent: its text, the stretches of it to be skipped, in code points, and what it is, if said.

    `field` names the field it came in.
    """

    text: str
    id: str = ""
    skip: tuple[Span, ...] = ()
    kind: str = ""
    field: str = ""


class Place(NamedTuple):
    """A stretch of one block, by the block's number, in code points from the block's start."""

    part: int
    start: int
    end: int


@dataclass(frozen=True)
class Draft:
    """The blocks of a field, or one text, and the draft that they are together."""

    parts: tuple[Part, ...]
    format: str
    name: str = ""

    @cached_property
    def text(self) -> str:
        """All blocks, blank lines between them."""
        return _BETWEEN.join(part.text for part in self.parts)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each block starts in the text."""
        starts: list[int] = []
        at = 0
        for part in self.parts:
            starts.append(at)
            at += len(part.text) + len(_BETWEEN)
        return starts

    @cached_property
    def _sources(self) -> list[Source]:
        return [Source(part.text) for part in self.parts]

    @cached_property
    def skipped(self) -> SpanSet:
        """The stretches of the text that are to be skipped."""
        return SpanSet((a + at, b + at) for at, part in zip(self.starts, self.parts, strict=True) for a, b in part.skip)

    @cached_property
    def document(self) -> Document:
        """The draft as rules see it. What is skipped counts as code.

        What a block is, it says itself, or else its field's name, or else its text.
        """
        document = read(Source(self.text), self.format)
        by_name = _READ_AS.get(self.name.lower())
        if by_name is not None or any(part.kind for part in self.parts):
            document.blocks = [self._as_sent(block, by_name) for block in document.blocks]
        if self.skipped.spans:
            prose = document.map.prose
            marks = (Mark(MarkKind.CODE, prose(a), prose(b)) for a, b in self.skipped.spans)
            document.marks = sorted([*document.marks, *(m for m in marks if m.start < m.end)], key=lambda m: m.start)
        return document

    def _as_sent(self, block: Block, by_name: BlockKind | None) -> Block:
        sent = self.parts[self._part_at(block.source.start)].kind
        kind = _KINDS[sent] if sent else by_name
        return block if kind is None or block.kind in _AS_THEY_ARE else replace(block, kind=kind)

    def _part_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    # what comes back

    def mine(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that lie in blocks and outside what is skipped, with the fixes that do so too."""
        return [
            finding._replace(fixes=tuple(fix for fix in finding.fixes if self._holds(fix)))
            for finding in findings
            if self.places(*finding.span) and not self.skipped.overlaps(*finding.span)
        ]

    def _holds(self, fix: Fix) -> bool:
        """Whether a fix touches nothing that is skipped, and changes something in some block, and only there."""
        if any(self.skipped.overlaps(e.start, e.end) or self.skipped.inside(e.start) for e in fix.edits):
            return False
        in_blocks = [bool(self.edits(edit)) for edit in fix.edits]
        return any(in_blocks) and all(held or not e.text for held, e in zip(in_blocks, fix.edits, strict=True))

    def places(self, start: int, end: int) -> list[Place]:
        """The stretches of blocks that [start, end) of the text covers; none where it lies between two blocks."""
        number = self._part_at(start)
        found: list[Place] = []
        for at, part in zip(self.starts[number:], self.parts[number:], strict=True):
            low, high = max(0, start - at), min(len(part.text), end - at)
            if low < high or low == high == end - at == start - at:
                found.append(Place(number, low, high))
            if end <= at:
                break
            number += 1
        return found

    def edits(self, edit: Edit) -> list[tuple[int, Edit]]:
        """An edit of the text as edits of blocks, by number. Of several blocks the first takes the new text."""
        places = self.places(edit.start, edit.end)
        return [(p.part, Edit(p.start, p.end, edit.text if nth == 0 else "")) for nth, p in enumerate(places)]

    def position(self, part: int, offset: int) -> Position:
        """Line and column of an offset in a block."""
        return self._sources[part].position(offset)

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft with these edits made in its blocks, what is skipped moved along."""
        by_part: dict[int, list[Edit]] = {}
        for edit in edits:
            for part, inner in self.edits(edit):
                by_part.setdefault(part, []).append(inner)
        return replace(self, parts=tuple(_edited(part, by_part.get(n, [])) for n, part in enumerate(self.parts)))


def together(drafts: Sequence[Draft], format: str) -> Draft:
    """Fields as one draft, each block still read as what its field's name says."""
    if len(drafts) == 1:
        return drafts[0]
    parts = [part._replace(kind=part.kind or _said_by(draft.name)) for draft in drafts for part in draft.parts]
    return Draft(tuple(parts), format)


def _said_by(name: str) -> str:
    lowered = name.lower()
    return lowered if lowered in _READ_AS else ""


def _edited(part: Part, edits: Sequence[Edit]) -> Part:
    if not edits:
        return part

    def moved(offset: int) -> int:
        return offset + sum(len(e.text) - (e.end - e.start) for e in edits if e.end <= offset)

    return part._replace(text=apply(part.text, edits), skip=tuple(Span(moved(a), moved(b)) for a, b in part.skip))
