"""Plain-text news copy: lines to blocks, told apart by their shape.

A line is a block, as in copy pasted from a page or a wire, unless a run of lines is one paragraph
wrapped at a margin. Directives stand in `<!-- stet ... -->`, as in the other formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..text.blocks import BlockKind, Comment, RawBlock, Reading
from ..text.prose import Chunk
from ..text.source import Source
from ..text.span import LineIndex, Span
from .shape import dateline_end, kinds

_DIRECTIVE = re.compile(r"<!--\s*stet\b", re.IGNORECASE)
_LONGEST_DIRECTIVE = 1_000
_BULLET = re.compile(r"(?:[-*\u2022\u2023\u25aa\u25cf\u2043]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_INVISIBLE = "\ufeff\u200b\x00 \t\r\n\f\v\x85\xa0\u2028\u2029\u202f\u3000"
_NARROWEST_MARGIN, _WIDEST_MARGIN = 45, 120


class _Paragraph(NamedTuple):
    """The source lines of one block, in stretches without directives; of a list item, without its bullet."""

    lines: tuple[Span, ...]
    bulleted: bool = False


def read(source: Source) -> Reading:
    """The blocks of plain-text copy and its directives."""
    text = source.text
    comments = list(_directives(text, source.lines))
    paragraphs = list(_paragraphs(text, _prose_lines(text, source.lines, comments)))
    texts = [" ".join(text[a:b] for a, b in p.lines) for p in paragraphs]
    found = kinds(texts, [p.bulleted for p in paragraphs])
    blocks: list[RawBlock] = []
    for paragraph, kind in zip(paragraphs, found, strict=True):
        blocks += _blocks(text, paragraph, kind)
    return Reading(blocks, comments)


def _directives(text: str, lines: LineIndex) -> Iterator[Comment]:
    for match in _DIRECTIVE.finditer(text):
        start = match.start()
        end = text.find("-->", start, start + _LONGEST_DIRECTIVE)
        if end >= 0 and lines.position(end).line == lines.position(start).line:
            yield Comment(Span(start, end + 3), text[start + 4 : end])


def _prose_lines(text: str, lines: LineIndex, comments: Sequence[Comment]) -> Iterator[list[Span]]:
    """Runs of lines that hold prose, trimmed; a line holding directives comes in the stretches between them."""
    waiting = list(reversed(comments))
    run: list[Span] = []
    for number in range(1, len(lines) + 1):
        start, end = lines.line(number)
        stretches: list[Span] = []
        while waiting and waiting[-1].span.start < end:
            comment = waiting.pop().span
            stretches.append(Span(start, comment.start))
            start = comment.end
        stretches.append(Span(start, end))
        kept = [s for s in (_trim(text, s) for s in stretches) if s.length]
        if len(stretches) > 1 and not kept:
            continue  # a directive on a line of its own parts nothing
        if not kept:
            if run:
                yield run
            run = []
        run += kept
    if run:
        yield run


def _trim(text: str, span: Span) -> Span:
    kept = text[span.start : span.end].lstrip(_INVISIBLE)
    start = span.end - len(kept)
    return Span(start, start + len(kept.rstrip(_INVISIBLE)))


def _paragraphs(text: str, runs: Iterator[list[Span]]) -> Iterator[_Paragraph]:
    for run in runs:
        for lines in _unwrapped(text, run):
            bullet = _BULLET.match(text, lines[0].start, lines[0].end)
            if bullet:
                lines[0] = Span(bullet.end(), lines[0].end)
            yield _Paragraph(tuple(lines), bullet is not None)


def _unwrapped(text: str, run: list[Span]) -> Iterator[list[Span]]:
    """The lines of a run, joined where they are one paragraph wrapped at a margin."""
    held = [run[0]]
    margin = max(s.length for s in run)
    wraps = _NARROWEST_MARGIN <= margin <= _WIDEST_MARGIN and any(_breaks_off(text, a, b) for a, b in pairwise(run))
    for left, right in pairwise(run):
        first_word = text[right.start : right.end].split(maxsplit=1)[0]
        full = left.length + 1 + len(first_word) > margin
        if wraps and full and not _BULLET.match(text, right.start, right.end):
            held.append(right)
        else:
            yield held
            held = [right]
    yield held


def _breaks_off(text: str, left: Span, right: Span) -> bool:
    """Whether a line ends within a sentence that the next one takes up."""
    return (text[left.end - 1].isalnum() or text[left.end - 1] == ",") and text[right.start].islower()


def _blocks(text: str, paragraph: _Paragraph, kind: BlockKind) -> Iterator[RawBlock]:
    chunks: list[Chunk] = []
    for start, end in paragraph.lines:
        if chunks:
            chunks.append(Chunk("\n", chunks[-1].end, start, verbatim=False))
        chunks.append(Chunk(text[start:end], start, end))
    first = chunks[0]
    cut = dateline_end(first.text) if kind is BlockKind.PARAGRAPH else 0
    if cut:
        dateline = first.text[:cut].rstrip()
        yield RawBlock(BlockKind.DATELINE, [Chunk(dateline, first.start, first.start + len(dateline))])
        chunks[0] = Chunk(first.text[cut:], first.start + cut, first.end)
    yield RawBlock(kind, chunks, level=1 if kind is BlockKind.LIST_ITEM else 0)
