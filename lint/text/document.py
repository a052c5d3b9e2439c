"""A draft: its source, its blocks, and everything that is read off its prose, once and on demand.

Rules read the prose: the texts of all blocks joined by blank lines, in one range of offsets. The
map takes any stretch of it back to the source, whatever the markup.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from .attribution import Cue, find_cues
from .blocks import Block, BlockKind, Comment, Mark, MarkKind, Reading
from .names import Name, find_names
from .prose import Piece, ProseMap
from .quotations import Quotation, StrayMark, find_quotations
from .sentences import Sentence, split
from .source import Source
from .span import Position, Span, SpanSet
from .tokens import Token, TokenKind, tokenize

_BETWEEN_BLOCKS = "\n\n"


class Document:
    """A draft as rules see it. Offsets are prose offsets unless a name says source."""

    def __init__(self, source: Source, format: str, reading: Reading) -> None:
        self.source = source
        self.format = format
        self.comments: Sequence[Comment] = reading.comments
        self.front_matter = reading.front_matter
        self.metadata = reading.metadata
        texts: list[str] = []
        pieces: list[Piece] = []
        blocks: list[Block] = []
        marks: list[Mark] = []
        at = 0
        for raw in reading.blocks:
            chunks = [c for c in raw.chunks if c.text]
            if not chunks:
                continue
            if blocks:
                texts.append(_BETWEEN_BLOCKS)
                at += len(_BETWEEN_BLOCKS)
            start = at
            for chunk in chunks:
                texts.append(chunk.text)
                pieces.append(Piece(at, at + len(chunk.text), chunk.start, chunk.end, chunk.verbatim))
                at += len(chunk.text)
            marks += [Mark(m.kind, m.start + start, m.end + start) for m in raw.marks]
            place = Span(chunks[0].start, chunks[-1].end)
            blocks.append(Block(raw.kind, len(blocks), start, at, place, raw.level))
        self.text = "".join(texts)
        self.blocks: Sequence[Block] = blocks
        self.marks: Sequence[Mark] = marks
        self.map = ProseMap(pieces)
        self.memo: dict[str, Any] = {}

    # what is read off the prose

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens, in order; none crosses a block."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences, in order; none crosses a block."""
        starts = self._token_starts
        found: list[Sentence] = []
        for block in self.blocks:
            for span in split(self.text[block.start : block.end], block.kind):
                start, end = span.start + block.start, span.end + block.start
                first, last = bisect_left(starts, start), bisect_left(starts, end)
                found.append(Sentence(start, end, len(found), block.index, first, last))
        return found

    @cached_property
    def _quotes(self) -> tuple[list[Quotation], list[StrayMark]]:
        return find_quotations(self.text, self.blocks)

    @property
    def quotations(self) -> list[Quotation]:
        """All quotations, in order of start, outer before inner."""
        return self._quotes[0]

    @property
    def stray_marks(self) -> list[StrayMark]:
        """Closing double marks that close nothing."""
        return self._quotes[1]

    @cached_property
    def names(self) -> list[Name]:
        """Proper names by shape, in order."""
        return find_names(self.tokens, self.sentences, self.blocks)

    @cached_property
    def occurrences(self) -> dict[str, list[int]]:
        """Where each word stands, as indices of tokens in order, by its normal form."""
        found: dict[str, list[int]] = defaultdict(list)
        word = TokenKind.WORD
        for i, token in enumerate(self.tokens):
            if token.kind is word:
                found[token.norm].append(i)
        return dict(found)

    @cached_property
    def _capitalized(self) -> list[int]:
        word = TokenKind.WORD
        return [i for i, token in enumerate(self.tokens) if token.kind is word and token.text[0].isupper()]

    def capitalized_in(self, sentence: Sentence) -> list[int]:
        """The words of a sentence that begin with a capital, as indices of tokens in order."""
        found = self._capitalized
        return found[bisect_left(found, sentence.first) : bisect_left(found, sentence.last)]

    @cached_property
    def cues(self) -> list[Cue]:
        """Words outside quotations that attribute, in order."""
        return find_cues(self.tokens, self.occurrences, self.quoted)

    def cues_in(self, start: int, end: int) -> list[Cue]:
        """The cues whose first token begins within [start, end)."""
        starts, first = self._cue_starts, self._token_starts
        return self.cues[bisect_left(starts, bisect_left(first, start)) : bisect_left(starts, bisect_left(first, end))]

    @cached_property
    def lowered(self) -> str:
        """The prose in lower case, straight apostrophes and plain spaces, with the same offsets."""
        # Of all letters, only the dotted capital I has two code points in lower case.
        lowered = self.text.replace("\u0130", "I").lower()
        for styled, plain in _PLAIN.items():
            lowered = lowered.replace(styled, plain)
        return lowered

    @cached_property
    def quoted(self) -> SpanSet:
        """Prose within quotation marks or quotation blocks, marks left out."""
        return SpanSet(q.inner for q in self.quotations)

    @cached_property
    def code(self) -> SpanSet:
        """Prose that is code: code blocks and inline code."""
        spans = [(m.start, m.end) for m in self.marks if m.kind is MarkKind.CODE]
        return SpanSet(spans + [(b.start, b.end) for b in self.blocks if b.kind is BlockKind.CODE])

    @cached_property
    def links(self) -> SpanSet:
        """Prose that is a link: anchor texts, addresses, handles."""
        spans = [(m.start, m.end) for m in self.marks if m.kind is MarkKind.LINK]
        link = TokenKind.LINK
        return SpanSet(spans + [(t.start, t.end) for t in self.tokens if t.kind is link])

    # where things are

    def block_at(self, offset: int) -> Block:
        """The block that holds a prose offset."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a prose offset, or None between sentences."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends after a prose offset."""
        at = bisect_right(self._token_starts, offset) - 1
        if at >= 0 and self.tokens[at].end > offset:
            return at
        return at + 1

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that begin within [start, end)."""
        starts = self._token_starts
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentences_of(self, block: Block) -> list[Sentence]:
        """The sentences of one block."""
        starts = self._sentence_starts
        return self.sentences[bisect_left(starts, block.start) : bisect_left(starts, block.end)]

    def words(self, start: int, end: int) -> int:
        """How many words, numbers included, begin within [start, end)."""
        starts, counted = self._token_starts, self._counted
        return counted[bisect_left(starts, end)] - counted[bisect_left(starts, start)]

    def source_span(self, start: int, end: int) -> Span:
        """The source stretch of prose [start, end)."""
        return self.map.source(start, end)

    def position(self, source_offset: int) -> Position:
        """Line and column of a source offset."""
        return self.source.position(source_offset)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _counted(self) -> list[int]:
        """How many words, numbers included, stand before each token, and before the draft's end."""
        return list(accumulate((t.counts for t in self.tokens), initial=0))

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [c.first for c in self.cues]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]


_PLAIN: Mapping[str, str] = {
    **dict.fromkeys("\u2019\u2018\u02bc", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u00a0\u2009\u202f\t\n\r", " "),
}
