"""Passages that a draft sets twice by mistake: its repeats, less what pages and writers repeat on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lint.rule import HEADS, Block, BlockKind, Document, Span

from ._repeats import Repeats, Run

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.AUTHOR})
# Blocks that a page embeds, and that quote what the story quotes too.
_EMBEDDED = re.compile(r"\(@\w|pic\.twitter\.com|\b(?:toggle|hide) caption\b|\bsign up for\b|\benlarge this image\b")
_EMBEDS = ("(@", "pic.twitter.com", "e caption", "sign up for", "enlarge this image")
# Words that a copy has at least: a caption or author line, a paragraph, part of one, several, several at the top.
_SHORTEST_LABEL, _SHORTEST, _SHORTEST_PART, _SHORTEST_RUN, _STANDFIRST = 5, 9, 12, 30, 100
_SHORTEST_NEAR_PART = 25
# Blocks between the two copies at most, and how often a page repeats that sets everything of a kind twice.
_NEIGHBOUR, _NEARBY = 1, 2
_GALLERY, _SYSTEM = 4, 8
_OFTEN = 4
_LABEL = 25


class Copy(NamedTuple):
    """A passage that stands earlier in the draft too, in prose offsets. `sentences` counts the later copy's.

    `exact` says that the two differ in case, spaces and marks at most; `whole` that the later copy is one
    whole block or more. Parts of paragraphs that are set twice come as one, the longest, with the `others` named.
    """

    start: int
    end: int
    earlier_start: int
    earlier_end: int
    sentences: int
    exact: bool
    whole: bool
    blocks: tuple[Block, ...]
    others: tuple[Span, ...] = ()


_held: WeakKeyDictionary[Document, tuple[Copy, ...]] = WeakKeyDictionary()


def copies(document: Document) -> tuple[Copy, ...]:
    """The passages of a draft that are set twice by mistake, in order, none within another."""
    found = _held.get(document)
    if found is None:
        found = _held[document] = tuple(_Judge(document).copies())
    return found


class _Judge:
    """Tells mishaps among the repeats of a draft from galleries, refrains, pull quotes and standfirsts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        read = {b.index for b in document.blocks if b.kind in _READ and not _is_embedded(document, b)}
        self.sentences = [s for s in document.sentences if s.block in read]
        self.repeats = Repeats(document, self.sentences)
        place = {index: i for i, index in enumerate(dict.fromkeys(s.block for s in self.sentences))}
        self.place = [place[s.block] for s in self.sentences]

    def copies(self) -> Iterator[Copy]:
        runs = self.repeats.runs
        if sum(self._is_doubled(r) for r in runs) >= _GALLERY:
            runs = [r for r in runs if not self._is_doubled(r)]  # the page sets each caption twice
        runs = [r for r in self.repeats.joined(runs) if self._is_mishap(r)]
        parts = [r for r in runs if not self._is_whole(r.first, r.last)]
        reported = max(parts, key=self.repeats.words, default=None) if len(parts) < _SYSTEM else None
        for run in runs:
            if run is reported:
                yield self._copy(run, [p for p in parts if p is not run])
            elif self._is_whole(run.first, run.last):
                yield self._copy(run, ())

    def _is_mishap(self, run: Run) -> bool:
        words = self.repeats.words(run)
        if run.between * 3 > words or 2 * self.repeats.words_set_often(run, _OFTEN) > words:
            return False
        if self._spans_blocks(run):
            return words >= (_STANDFIRST if run.earlier == 0 else _SHORTEST_RUN)
        later, earlier = self._is_whole(run.first, run.last), self._is_whole(run.earlier, run.until)
        kinds = {self._block(run.first).kind, self._block(run.earlier).kind}
        gap, near = self._gap(run), _NEARBY if BlockKind.AUTHOR in kinds else _NEIGHBOUR
        if kinds != {BlockKind.PARAGRAPH} and gap <= near and (later or earlier):
            return words >= _SHORTEST_LABEL
        if later and earlier:
            return gap <= _NEARBY and words >= _SHORTEST and not self._heading_between(run)
        if later or earlier or gap > _NEIGHBOUR:
            return False
        return words >= (_SHORTEST_PART if run.exact else _SHORTEST_NEAR_PART) and not self._explained(run)

    def _explained(self, run: Run) -> bool:
        """Whether part of a paragraph stands twice for a reason: it is quoted again, or the page sets list items so."""
        if self._is_quoted(run.first) or self._is_quoted(run.earlier):
            return True
        text, later, earlier = self.document.lowered, self._block(run.first), self._block(run.until - 1)
        lead = text[later.start : self.sentences[run.first].start].strip()
        return bool(lead) and later is not earlier and lead in text[earlier.start : earlier.end]

    def _heading_between(self, run: Run) -> bool:
        """Whether a heading parts the copies: a summary, then the section that it sums up."""
        between = self.document.blocks[self._block(run.until - 1).index + 1 : self._block(run.first).index]
        return any(b.kind in HEADS or b.end - b.start < _LABEL for b in between if b.kind is not BlockKind.FURNITURE)

    def _is_quoted(self, i: int) -> bool:
        """Whether a quotation takes in the beginning of sentence i."""
        start = self.sentences[i].start
        return self.document.quoted.overlaps(start + 1, min(start + 20, self.sentences[i].end))

    def _is_doubled(self, run: Run) -> bool:
        """Whether one whole block repeats the one before it."""
        whole = self._is_whole(run.first, run.last) and self._is_whole(run.earlier, run.until)
        return whole and self._gap(run) == _NEIGHBOUR and not self._spans_blocks(run)

    def _gap(self, run: Run) -> int:
        """How many blocks of copy on the later one begins."""
        return self.place[run.first] - self.place[run.until - 1]

    def _block(self, i: int) -> Block:
        return self.document.blocks[self.sentences[i].block]

    def _spans_blocks(self, run: Run) -> bool:
        return self.place[run.first] != self.place[run.last - 1]

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether sentences [first, last) are whole blocks."""
        begins = first == 0 or self.place[first - 1] != self.place[first]
        ends = last == len(self.place) or self.place[last] != self.place[last - 1]
        return begins and ends

    def _copy(self, run: Run, others: Sequence[Run]) -> Copy:
        first, last = self.sentences[run.first], self.sentences[run.last - 1]
        return Copy(
            start=first.start,
            end=last.end,
            earlier_start=self.sentences[run.earlier].start,
            earlier_end=self.sentences[run.until - 1].end,
            sentences=run.last - run.first,
            exact=run.exact,
            whole=self._is_whole(run.first, run.last),
            blocks=tuple(self.document.blocks[first.block : last.block + 1]),
            others=tuple(Span(self.sentences[r.first].start, self.sentences[r.last - 1].end) for r in others),
        )


def _is_embedded(document: Document, block: Block) -> bool:
    text = document.lowered
    if all(text.find(sign, block.start, block.end) < 0 for sign in _EMBEDS):
        return False
    return _EMBEDDED.search(text, block.start, block.end) is not None
