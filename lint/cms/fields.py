"""The fields of a form read as one draft, and the way back from the draft's offsets to each field's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from ..errors import UsageError, nearest
from ..finding import Context, Edit, Finding, Fix, Related
from ..readers import read
from ..text.blocks import BlockKind, Comment, Mark, Metadata, RawBlock, Reading
from ..text.document import Document
from ..text.prose import Chunk
from ..text.source import Source
from ..text.span import Span

BODY = "body"
"""The kind of a field whose blocks are told apart by shape and markup, as those of a file are."""
KINDS = (BODY, *(kind.value for kind in BlockKind if kind is not BlockKind.FURNITURE))

_KIND_BY_NAME = {
    "headline": "headline",
    "title": "headline",
    "subhead": "subhead",
    "subtitle": "subhead",
    "standfirst": "subhead",
    "dek": "subhead",
    "deck": "subhead",
    "caption": "caption",
    "byline": "byline",
}
_FORMATS = ("markdown", "html", "plain")
"""Of a draft whose fields differ in format, the first of these that it has decides what a fix may not write."""
_KEPT = frozenset({BlockKind.DATELINE, BlockKind.CODE})
_LINE_ENDS = ("\r\n", "\n", "\r")


class Field(NamedTuple):
    """What stands in one field of a form.

    `format` is "plain", "markdown" or "html". `kind` is what the field is in the story: "headline", "subhead",
    "caption", "byline" or another kind of block, or "body", whose blocks are told apart as those of a file are.
    """

    text: str
    format: str = "plain"
    kind: str = BODY


class FieldFinding(NamedTuple):
    """A finding in a field. All its offsets, lines and columns are those of the field's text, in code points.

    `related_fields` names the field of each place in `finding.related`; every edit is in the finding's own field.
    """

    field: str
    finding: Finding
    related_fields: tuple[str, ...] = ()


class _Placed(NamedTuple):
    """A field in the draft: its text begins at `start`."""

    name: str
    source: Source
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.source.text)


class _Part(NamedTuple):
    """A stretch of the draft that lies in one field, in the field's offsets."""

    placed: _Placed
    span: Span


class Draft:
    """Fields set one after another, a blank line between, as one document.

    Raises UsageError for a format or kind that there is not, DraftError for a field with half of a character in it.
    """

    def __init__(self, fields: Mapping[str, str | Field]) -> None:
        whole = {name: _field(name, said) for name, said in fields.items()}
        texts = [field.text for field in whole.values()]
        gap = 2 * next((end for end in _LINE_ENDS if any(end in text for text in texts)), "\n")
        has_headline = any(field.kind == BlockKind.HEADLINE for field in whole.values())
        self._placed: list[_Placed] = []
        blocks: list[RawBlock] = []
        comments: list[Comment] = []
        metadata: list[Metadata] = []
        front_matter: Span | None = None
        start = 0
        for name, field in whole.items():
            placed = _Placed(name, Source(field.text, path=name).whole(), start)
            document = read(placed.source, field.format)
            blocks += _blocks(document, start, field.kind, has_headline)
            comments += (Comment(_moved(c.span, start), c.text) for c in document.comments)
            metadata += (said._replace(span=_moved(said.span, start)) for said in document.metadata)
            if document.front_matter and not front_matter:
                front_matter = _moved(document.front_matter, start)
            self._placed.append(placed)
            start = placed.end + len(gap)
        format = next((f for f in _FORMATS if any(field.format == f for field in whole.values())), "plain")
        self.document = Document(Source(gap.join(texts)), format, Reading(blocks, comments, front_matter, metadata))

    def place(self, finding: Finding) -> FieldFinding | None:
        """A finding of the draft as one of the field in which it starts, or None where it is between fields.

        Of one that runs on into the next field, the part in the first is given. Fixes that would change
        another field are left out.
        """
        part = next(self._parts(*finding.span), None)
        if part is None:
            return None
        (name, source, start), span = part
        related = list(self._related(finding))
        goes_on = finding.end.offset > start + span.end
        own = finding._replace(
            start=source.position(span.start),
            end=source.position(span.end),
            text=source.text[span.start : span.end],
            context=Context(finding.context.before, "" if goes_on else finding.context.after),
            fixes=tuple(own for fix in finding.fixes if (own := self._fix(fix, name)) is not None),
            related=tuple(place for _, place in related),
        )
        return FieldFinding(name, own, tuple(name for name, _ in related))

    def _parts(self, start: int, end: int) -> Iterator[_Part]:
        """The parts of draft [start, end) that lie in fields; an empty one lies where it touches a field."""
        for placed in self._placed:
            low, high = max(start, placed.start), min(end, placed.end)
            if low < high or (start == end and low == high):
                yield _Part(placed, Span(low - placed.start, high - placed.start))

    def _related(self, finding: Finding) -> Iterator[tuple[str, Related]]:
        for place in finding.related:
            for (name, source, _), span in self._parts(place.start.offset, place.end.offset):
                yield name, Related(source.position(span.start), source.position(span.end), place.message)
                break

    def _fix(self, fix: Fix, name: str) -> Fix | None:
        """A fix in the offsets of the field of that name, or None where it would change another one."""
        edits: list[Edit] = []
        for edit in fix.edits:
            parts = list(self._parts(edit.start, edit.end))
            if [part.placed.name for part in parts] != [name]:
                return None
            span = parts[0].span
            # What is deleted between fields is not there; what is written must have its place in the field.
            if edit.text and span.length < edit.end - edit.start:
                return None
            edits.append(Edit(*span, edit.text))
        return fix._replace(edits=tuple(edits))


def _field(name: str, said: str | Field) -> Field:
    field = Field(said, kind=_KIND_BY_NAME.get(name.lower(), BODY)) if isinstance(said, str) else said
    if field.kind not in KINDS:
        remedy = nearest(field.kind, KINDS) or f"one of {', '.join(KINDS)}"
        raise UsageError(f'no kind of field is called "{field.kind}"', place=f"field {name}", remedy=remedy)
    return field


def _blocks(document: Document, shift: int, kind: str, has_headline: bool) -> Iterator[RawBlock]:
    """The blocks of a field, as a reader would give them for the whole draft."""
    pieces = groupby(document.map.pieces, key=lambda piece: document.block_at(piece.start).index)
    marks: dict[int, list[Mark]] = {}
    for mark in document.marks:
        block = document.block_at(mark.start)
        marks.setdefault(block.index, []).append(Mark(mark.kind, mark.start - block.start, mark.end - block.start))
    for index, held in pieces:
        block = document.blocks[index]
        chunks = [
            Chunk(document.text[p.start : p.end], p.source_start + shift, p.source_end + shift, p.verbatim)
            for p in held
        ]
        yield RawBlock(_kind(block.kind, kind, has_headline), chunks, block.level, marks.get(index, ()))


def _kind(read_as: BlockKind, field: str, has_headline: bool) -> BlockKind:
    if field == BODY:
        return BlockKind.HEADING if has_headline and read_as is BlockKind.HEADLINE else read_as
    return read_as if read_as in _KEPT else BlockKind(field)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
