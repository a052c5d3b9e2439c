"""Stretches of prose that are read as one: sentences joined wherever a quotation runs over their end.

What stands in quotation marks belongs to the speaker, so each outer quotation is one item of its unit and
only what stands around it is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from ..text.blocks import BODY, BlockKind
from ..text.document import Document
from ..text.quotations import Quotation
from ..text.sentences import Sentence
from ..text.tokens import Token, TokenKind
from .lexicon import INVERTS
from .run_ins import run_ins

_TAG = 4
_CROSSHEAD = 9
_PUNCTUATION = TokenKind.PUNCTUATION


class Item(NamedTuple):
    """A token outside quotations, or a whole quotation: `token` is its first, `quotation` its place in the unit."""

    token: int
    norm: str
    quotation: int | None = None

    @property
    def quoted(self) -> bool:
        """Whether this is a quotation."""
        return self.quotation is not None


class Unit:
    """Sentences that no quotation parts: their items and their outer quotations in order. Offsets are prose."""

    def __init__(self, document: Document, index: int, block: int, first: int, last: int) -> None:
        sentences = document.sentences
        self.document, self.index, self.block = document, index, block
        self.start, self.end = sentences[first].start, sentences[last].end
        self.first, self.last = sentences[first].first, sentences[last].last
        self.sentences = (first, last + 1)
        self.quotations: list[Quotation] = []
        self.items: list[Item] = []
        self.tokens: Sequence[Token] = document.tokens
        self._firsts: list[int] = []

    def fill(self, quotations: Sequence[Quotation]) -> None:
        """Read the items. `quotations` are the outer ones that begin here, in order."""
        self.quotations = list(quotations)
        at, next_quotation = self.first, 0
        links = run_ins(self.document)
        linked = bool(links.found)
        while at < self.last:
            if linked and (link := links.at(at)) is not None:
                at = link.last
                beyond = self.tokens[at - 1].end
                while next_quotation < len(quotations) and quotations[next_quotation].start < beyond:
                    next_quotation += 1
                continue
            token = self.tokens[at]
            if next_quotation < len(quotations) and quotations[next_quotation].start <= token.start:
                quotation = quotations[next_quotation]
                self.items.append(Item(at, "", next_quotation))
                next_quotation += 1
                while at < self.last and self.tokens[at].start < quotation.end:
                    at += 1
                continue
            self.items.append(Item(at, token.norm))
            at += 1
        self._firsts = [item.token for item in self.items]

    def item_at(self, token: int) -> int:
        """The index of the item that a token belongs to."""
        at = bisect_left(self._firsts, token)
        return at if at < len(self._firsts) and self._firsts[at] == token else max(0, at - 1)

    def word(self, item: int) -> Token | None:
        """The token of an item, or None for a quotation, punctuation and places beyond the unit's ends."""
        if not 0 <= item < len(self.items) or self.items[item].quoted:
            return None
        token = self.tokens[self.items[item].token]
        return None if token.kind is _PUNCTUATION else token

    def norm(self, item: int) -> str:
        """The normal form of an item; "" for quotations and beyond the unit's ends."""
        return self.items[item].norm if 0 <= item < len(self.items) else ""

    def mark(self, item: int) -> bool:
        """Whether an item is punctuation."""
        if not 0 <= item < len(self.items) or self.items[item].quoted:
            return False
        return self.tokens[self.items[item].token].kind is _PUNCTUATION

    def quoted(self, item: int) -> bool:
        """Whether an item is a quotation."""
        return 0 <= item < len(self.items) and self.items[item].quoted

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Prose from the start of one item to the end of another, both taken in."""
        return self.item_start(first), self.item_end(last)

    def item_start(self, item: int) -> int:
        """Where an item begins."""
        held = self.items[item]
        return self.tokens[held.token].start if held.quotation is None else self.quotations[held.quotation].start

    def item_end(self, item: int) -> int:
        """Where an item ends."""
        held = self.items[item]
        return self.tokens[held.token].end if held.quotation is None else self.quotations[held.quotation].end

    def words_between(self, first: int, last: int) -> int:
        """How many words outside quotations stand in items [first, last)."""
        counted, most = self._counted, len(self.items)
        return max(0, counted[max(0, min(last, most))] - counted[max(0, min(first, most))])

    @cached_property
    def _counted(self) -> list[int]:
        """How many words outside quotations stand before each item, and before the end."""
        return list(accumulate((self.word(i) is not None for i in range(len(self.items))), initial=0))

    @property
    def whole(self) -> bool:
        """Whether it is nothing but quotations."""
        return bool(self.quotations) and not self.words_between(0, len(self.items))

    @property
    def crosshead(self) -> bool:
        """Whether it is a line of a few quoted words set on its own, between paragraphs."""
        block = self.document.blocks[self.block]
        if not self.whole and self.quotations:
            words = self.words_between(0, len(self.items)) + sum(self.document.words(*q.inner) for q in self.quotations)
            inner_end = self.quotations[-1].inner.end
            unended = self.document.text[inner_end - 1].isalnum()
            closes = inner_end == self.end - 1 or self.document.text[self.end - 1].isalnum()
            return unended and closes and words <= _CROSSHEAD and (self.start, self.end) == (block.start, block.end)
        if not self.whole or (self.start, self.end) != (block.start, block.end) or len(self.quotations) > 1:
            return False
        inner = self.quotations[0].inner
        short = self.document.words(*inner) <= _CROSSHEAD
        return short and self.document.text[inner.end - 1 : inner.end] not in (".", "!", "?", ",", "\u2026")


def units(document: Document, without: Container[int] = ()) -> list[Unit]:
    """The units of a draft's running prose, in order. `without` are blocks that are not read."""
    outer = [q for q in document.quotations if not q.depth and not q.block]
    found: list[Unit] = []
    at = 0
    for block in document.blocks:
        if block.kind not in BODY or block.kind is BlockKind.QUOTE or block.index in without:
            continue
        sentences = document.sentences_of(block)
        while at < len(outer) and outer[at].start < block.start:
            at += 1
        for first, last in _runs(document, sentences, outer, at):
            unit = Unit(document, len(found), block.index, first, last)
            begin = at
            while at < len(outer) and outer[at].start < unit.end:
                at += 1
            unit.fill(outer[begin:at])
            found.append(unit)
    return found


def _asked(document: Document, sentence: Sentence, last: Sentence) -> bool:
    """Whether a sentence ends in “…?” and the next is its tag: “Who knows?” Lee told reporters."""
    if sentence is last or document.text[sentence.end - 2 : sentence.end - 1] not in ("?", "!"):
        return False
    following = document.sentences[sentence.index + 1]
    if not document.quoted.overlaps(sentence.end - 2, sentence.end - 1):
        return False
    tokens = document.tokens[following.first : min(following.last, following.first + _TAG)]
    return (
        bool(tokens)
        and not document.quoted.overlaps(tokens[0].start, tokens[-1].end)
        and any(t.norm in INVERTS or t.norm in ("told", "tells") for t in tokens)
    )


def _runs(
    document: Document, sentences: Sequence[Sentence], outer: Sequence[Quotation], at: int
) -> Iterator[tuple[int, int]]:
    """First and last index of the sentences that belong together. `at` is the first quotation of their block."""
    first: int | None = None
    for sentence in sentences:
        first = sentence.index if first is None else first
        while at < len(outer) and outer[at].end <= sentence.end:
            at += 1
        runs_over = at < len(outer) and outer[at].start < sentence.end < outer[at].end
        runs_over = runs_over or run_ins(document).over(sentence.end) or _asked(document, sentence, sentences[-1])
        if not runs_over or sentence is sentences[-1]:
            yield first, sentence.index
            first = None
