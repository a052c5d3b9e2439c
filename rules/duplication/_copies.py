"""Passages of a draft that stand in it a second time, word for word or nearly so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz

from lint.rule import Block, BlockKind, Document, Span

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.AUTHOR})
# Blocks that a page embeds, and that quote what the story quotes too.
_EMBEDDED = re.compile(r"\(@\w|pic\.twitter\.com|\b(?:toggle|hide) caption\b|\bsign up for\b|^enlarge this")
# A near copy begins or ends with the same four words, so that few sentences need comparing.
_END = 4
_COMPARED = 6
_SHORTEST_NEAR = 8
_NEAR = 90.0
_GAP = 3
# Words that a copy has at least: a caption or author line, a paragraph, part of one, several.
_SHORTEST_LABEL, _SHORTEST, _SHORTEST_PART, _SHORTEST_RUN, _STANDFIRST = 5, 9, 12, 30, 100
_SHORTEST_NEAR_PART = 25
_NEIGHBOUR, _NEARBY = 1, 2
_GALLERY = 4
_SYSTEM = 8


@dataclass(frozen=True, slots=True)
class Copy:
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


@dataclass(slots=True)
class _Run:
    """Sentences [first, last) repeat those from `earlier` up to `until`, all by index into those read."""

    first: int
    last: int
    earlier: int
    until: int
    exact: bool
    between: int = 0


_held: WeakKeyDictionary[Document, tuple[Copy, ...]] = WeakKeyDictionary()


def copies(document: Document) -> tuple[Copy, ...]:
    """The passages of a draft that are set twice by mistake, in order, none within another."""
    found = _held.get(document)
    if found is None:
        found = _held[document] = tuple(_Search(document).copies())
    return found


class _Search:
    """Compares each sentence with the few earlier ones that share its words, and joins what matches into passages."""

    def __init__(self, document: Document) -> None:
        self.document = document
        read = {
            b.index
            for b in document.blocks
            if b.kind in _READ and not _EMBEDDED.search(document.lowered, b.start, b.end)
        }
        self.sentences = [s for s in document.sentences if s.block in read]
        tokens = document.tokens
        self.words = [[t for t in tokens[s.first : s.last] if t.counts] for s in self.sentences]
        place = {index: i for i, index in enumerate(dict.fromkeys(s.block for s in self.sentences))}
        self.place = [place[s.block] for s in self.sentences]

    def copies(self) -> Iterator[Copy]:
        """What is set twice, less what pages and writers repeat on purpose."""
        runs = list(self._runs())
        doubled = [r for r in runs if self._gap(r) == _NEIGHBOUR and self._is_block(r)]
        if len(doubled) >= _GALLERY:
            runs = [r for r in runs if r not in doubled]  # a gallery: the page sets each caption twice
        runs = [r for r in self._joined(runs) if self._is_mishap(r)]
        parts = [r for r in runs if not self._is_whole(r.first, r.last)]
        if len(parts) >= _SYSTEM:
            runs, parts = [r for r in runs if r not in parts], []  # the page sets the ends of its blocks twice
        most = max(parts, key=self._count, default=None)
        for run in runs:
            if run is most or run not in parts:
                yield self._copy(run, [p for p in parts if p is not run] if run is most else [])

    def _runs(self) -> Iterator[_Run]:
        matches = self._matches()
        i = 0
        while i < len(matches):
            best = max((_run(matches, i, j) for j in matches[i]), key=lambda r: r.last, default=None)
            if best is None:
                i += 1
                continue
            yield best
            i = best.last

    def _joined(self, runs: Sequence[_Run]) -> list[_Run]:
        """Runs with those made one that a few sentences part in both copies; `between` counts their words."""
        joined: list[_Run] = []
        for run in runs:
            last = joined[-1] if joined else None
            if (
                last
                and run.first - last.last <= _GAP
                and 0 <= run.earlier - last.until <= _GAP
                and run.until <= last.first
            ):
                last.between += sum(map(len, self.words[last.last : run.first]))
                last.exact = last.exact and run.exact and run.first == last.last and run.earlier == last.until
                last.last, last.until = run.last, run.until
            else:
                joined.append(run)
        return joined

    def _matches(self) -> list[dict[int, bool]]:
        """For each sentence, the earlier ones that it repeats, and whether word for word."""
        same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        ends: dict[tuple[str, ...], list[int]] = defaultdict(list)
        found: list[dict[int, bool]] = []
        for i, words in enumerate(self.words):
            key = tuple(t.norm for t in words)
            matched = dict.fromkeys(same[key], True) if key else {}
            if len(key) >= _SHORTEST_NEAR:
                both = (("first", *key[:_END]), ("last", *key[-_END:]))
                if not matched:
                    likely = dict.fromkeys(j for end in both for j in ends[end])
                    matched = {j: False for j in likely if self._near(i, j)}
                for end in both:
                    if len(ends[end]) < _COMPARED:
                        ends[end].append(i)
            found.append(matched)
            if key and len(same[key]) < _COMPARED:
                same[key].append(i)
        return found

    def _near(self, i: int, j: int) -> bool:
        """Nine words in ten the same, and no name or number among those that differ: those make two facts."""
        left, right = self.words[i], self.words[j]
        if fuzz.ratio([t.norm for t in left], [t.norm for t in right]) < _NEAR:
            return False
        ours, theirs = Counter(t.norm for t in left), Counter(t.norm for t in right)
        odd = [t for t in [*left, *right] if ours[t.norm] != theirs[t.norm]]
        return not any(not t.is_word or (t.capitalized and t not in (left[0], right[0])) for t in odd)

    def _count(self, run: _Run) -> int:
        return sum(map(len, self.words[run.first : run.last])) - run.between

    def _is_mishap(self, run: _Run) -> bool:
        """Not a refrain, nor a pull quote or a standfirst, which stand alone and once more in the text."""
        words = self._count(run)
        if run.between * 3 > words:
            return False
        if self._spans_blocks(run):
            return words >= (_STANDFIRST if run.earlier == 0 else _SHORTEST_RUN)
        gap = self._gap(run)
        later, earlier = self._is_whole(run.first, run.last), self._is_whole(run.earlier, run.until)
        kinds = {self._block(run.first).kind, self._block(run.earlier).kind}
        near = _NEARBY if BlockKind.AUTHOR in kinds else _NEIGHBOUR
        if kinds != {BlockKind.PARAGRAPH} and gap <= near and (later or earlier):
            return words >= _SHORTEST_LABEL
        if later and earlier:
            return gap <= _NEARBY and words >= _SHORTEST
        same_voice = self._quoted(run.first, run.last) == self._quoted(run.earlier, run.until)
        least = _SHORTEST_PART if run.exact else _SHORTEST_NEAR_PART
        return not later and not earlier and gap <= _NEIGHBOUR and same_voice and words >= least

    def _quoted(self, first: int, last: int) -> bool:
        """Whether a quotation takes in the beginning of sentences [first, last)."""
        start = self.sentences[first].start
        return self.document.quoted.overlaps(start + 1, min(start + 20, self.sentences[last - 1].end))

    def _gap(self, run: _Run) -> int:
        """How many blocks of copy on the later one begins."""
        return self.place[run.first] - self.place[run.until - 1]

    def _block(self, i: int) -> Block:
        return self.document.blocks[self.sentences[i].block]

    def _spans_blocks(self, run: _Run) -> bool:
        return self.sentences[run.first].block != self.sentences[run.last - 1].block

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether sentences [first, last) are whole blocks."""
        begins = first == 0 or self.sentences[first - 1].block != self.sentences[first].block
        ends = last == len(self.sentences) or self.sentences[last].block != self.sentences[last - 1].block
        return begins and ends

    def _is_block(self, run: _Run) -> bool:
        """Whether one whole block repeats another."""
        whole = self._is_whole(run.first, run.last) and self._is_whole(run.earlier, run.until)
        return whole and not self._spans_blocks(run)

    def _copy(self, run: _Run, others: Sequence[_Run]) -> Copy:
        first, last = self.sentences[run.first], self.sentences[run.last - 1]
        blocks = tuple(self.document.blocks[first.block : last.block + 1])
        return Copy(
            start=first.start,
            end=last.end,
            earlier_start=self.sentences[run.earlier].start,
            earlier_end=self.sentences[run.until - 1].end,
            sentences=run.last - run.first,
            exact=run.exact,
            whole=self._is_whole(run.first, run.last),
            blocks=blocks,
            others=tuple(Span(self.sentences[r.first].start, self.sentences[r.last - 1].end) for r in others),
        )


def _run(matches: Sequence[dict[int, bool]], i: int, j: int) -> _Run:
    """The longest run of sentences from i on that repeats those from j on."""
    length, exact = 0, True
    while i + length < len(matches) and j + length < i and j + length in matches[i + length]:
        exact = exact and matches[i + length][j + length]
        length += 1
    return _Run(i, i + length, j, j + length, exact)
