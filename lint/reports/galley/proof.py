"""A draft as a proof: its blocks as the reader finds them, marks in the line, and each block's notes after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ...errors import UsageError
from ...finding import Finding
from ...readers import FORMATS, format_of, read
from ...report import FileReport
from ...text.blocks import Block, BlockKind, Mark, MarkKind
from ...text.document import Document
from ...text.source import Source
from ...text.span import Span
from ..voice import folded
from .markup import shown, shown_lines
from .notes import note
from .places import clipped, nearest
from .stretches import Stretch, around
from .struck import Struck

if TYPE_CHECKING:
    from ...rule import Rule

MOST_ROWS = 24
_LANES = 4
_WHOLE = 160
_MARKUP = {
    MarkKind.CODE: ("<code>", "</code>"),
    MarkKind.LINK: ('<span class="link">', "</span>"),
    MarkKind.EMPHASIS: ("<em>", "</em>"),
    MarkKind.STRONG: ("<strong>", "</strong>"),
}
_ELEMENTS = {
    BlockKind.HEADLINE: ("h3", "headline"),
    BlockKind.SUBHEAD: ("p", "subhead"),
    BlockKind.HEADING: ("h4", "heading"),
    BlockKind.PARAGRAPH: ("p", ""),
    BlockKind.LIST_ITEM: ("p", "item"),
    BlockKind.CAPTION: ("p", "caption"),
    BlockKind.BYLINE: ("p", "byline"),
    BlockKind.DATELINE: ("p", "dateline"),
    BlockKind.AUTHOR: ("p", "author"),
    BlockKind.QUOTE: ("blockquote", ""),
    BlockKind.CODE: ("pre", ""),
    BlockKind.CELL: ("p", "cell"),
    BlockKind.FURNITURE: ("p", "furniture"),
}
_DEEPEST_LEVEL = 3


def proof(file: FileReport, draft: int, rules: Mapping[str, Rule]) -> str:
    """The copy of a draft and its notes. `draft` counts the drafts of a page from 1 and goes into every id.

    Notes on the writer's own voice, where that is the point, come last and folded away.
    """
    document = _document(file)
    aside: list[str] = []
    stretches: dict[int, list[Stretch]] = defaultdict(list)
    notes: dict[int, list[str]] = defaultdict(list)
    lanes = _lanes(file.findings)
    for mark in document.marks:
        _add(stretches, document, mark)
    struck = Struck(document)
    for number, finding in enumerate(file.findings, 1):
        key = f"{draft}-{number}"
        places = _places(document, finding.span)
        for i, (index, place) in enumerate(places):
            stretches[index].append(
                _marked(key, number, finding, place, lanes[number - 1], i == 0, i == len(places) - 1)
            )
        for index, change in struck.stretches(key, finding):
            stretches[index].append(change)
        seen = any(place.length for _, place in places)
        beside = aside if finding.voice and file.genre.folds else notes[places[0][0] if places else 0]
        beside.append(note(key, number, finding, document, rules, seen=seen))
        for i, related in enumerate(finding.related):
            for index, place in _places(document, Span(related.start.offset, related.end.offset))[:1]:
                opening = f'<span class="place" id="p{key}-{i}">'
                stretches[index].append(Stretch(*place, opening, '<span class="place">', "</span>"))
    blocks = document.blocks
    copy = "\n".join(_rows(document, blocks, stretches, notes)) if blocks else _notes(notes[0], 1)
    return f'<div class="proof">\n{copy}\n</div>{_folded(file, aside)}'


def _document(file: FileReport) -> Document:
    """The draft, read again: in the format it was read in, else in that of its extension, else as plain text."""
    format = file.format
    if format not in FORMATS:
        try:
            format = format_of(file.path)
        except UsageError:
            format = "plain"
    return read(Source(file.source, path=file.path), format)


def _add(stretches: dict[int, list[Stretch]], document: Document, mark: Mark) -> None:
    opening, closing = _MARKUP[mark.kind]
    for index, place in clipped(document, mark.start, mark.end):
        stretches[index].append(Stretch(*place, opening, opening, closing))


def _places(document: Document, span: Span) -> list[tuple[int, Span]]:
    """Where source `span` stands in the prose: a stretch in each block it meets, else a point near it."""
    if not document.blocks:
        return []
    start, end = document.map.prose(span.start), document.map.prose(span.end)
    found = list(clipped(document, start, end))
    if found:
        return found
    block, at = nearest(document, span.start)
    return [(block.index, Span(at, at))]


def _lanes(findings: Sequence[Finding]) -> list[int]:
    """A lane for the line under each finding, so that those over one another have different ones."""
    ends = [-1] * _LANES
    lanes = []
    for finding in findings:
        lane = next((i for i, end in enumerate(ends) if end <= finding.start.offset), _LANES - 1)
        ends[lane] = max(ends[lane], finding.end.offset)
        lanes.append(lane)
    return lanes


def _marked(key: str, number: int, finding: Finding, place: Span, lane: int, is_first: bool, is_last: bool) -> Stretch:
    kinds = [finding.severity.value, f"lane-{lane}"]
    if not place.length:
        kinds.append("point")
    if finding.end.offset - finding.start.offset > _WHOLE:
        kinds.append("whole")
    opening = f'<mark class="{" ".join(kinds)}" data-finding="{key}"'
    reference = (
        f'<a class="number {finding.severity.value}" href="#n{key}" data-finding="{key}">'
        f'<span class="unseen">note </span>{number}</a>'
    )
    return Stretch(
        *place, f'{opening} id="m{key}">' if is_first else f"{opening}>", f"{opening}>", "</mark>",
        reference if is_last else "",
    )  # fmt: skip


def _rows(
    document: Document,
    blocks: Sequence[Block],
    stretches: Mapping[int, Sequence[Stretch]],
    notes: Mapping[int, Sequence[str]],
) -> Iterator[str]:
    noted = [*sorted(notes), len(blocks)]
    reach = {here: after - here for here, after in pairwise(noted)}
    for block in blocks:
        yield _block(document, block, stretches.get(block.index, ()))
        if block.index in reach:
            yield _notes(notes[block.index], reach[block.index])


def _block(document: Document, block: Block, stretches: Sequence[Stretch]) -> str:
    element, kind = _ELEMENTS[block.kind]
    kinds = ["copy", kind] if kind else ["copy"]
    if block.kind is BlockKind.LIST_ITEM and block.level > 1:
        kinds.append(f"level-{min(block.level, _DEEPEST_LEVEL)}")
    copy = "".join(around(document.text, block.start, block.end, stretches, shown_lines))
    return f'<{element} class="{" ".join(kinds)}">{copy}</{element}>'


def _folded(file: FileReport, notes: Sequence[str]) -> str:
    """Notes that are not to be in the way, under a line that says how many they are and why."""
    if not notes:
        return ""
    inner = "\n".join(notes)
    summary = f"<summary>{shown(folded(file))}</summary>"
    return f'\n<details class="folded">\n{summary}\n<ol class="notes">\n{inner}\n</ol>\n</details>'


def _notes(notes: Sequence[str], rows: int) -> str:
    """Notes of one block, beside as many rows as there are up to the next that has notes."""
    if not notes:
        return ""
    inner = "\n".join(notes)
    return f'<ol class="notes rows-{min(rows, MOST_ROWS)}">\n{inner}\n</ol>'
