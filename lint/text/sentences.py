"""Sentences of a block, knowing abbreviations, initials, dates and closing quotation marks.

Boundaries come from nupunkt (Kiss & Strunk 2006, "Unsupervised Multilingual Sentence Boundary
Detection", trained on legal and news English); what news copy adds is mended here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .blocks import HEADS, BlockKind
from .span import Span

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_CONTINUES = re.compile(r"[\s\u201d\u2019\"')\]]*(?:[a-z]|[,;:\u2013\u2014])")
_TITLES = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Cpl|Capt|Maj|Adm|Rev|Prof|Hon|Pres|Supt|Insp|Det|Pvt|Cmdr"
    "|Messrs|Msgr|vs|e\\.g|i\\.e|cf"
)
_BEFORE_FIGURES = "No|Nos|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Vol|Fig|pp|approx"
_ENDS_IN_TITLE = re.compile(rf"\b(?:{_TITLES})\.\s*$")
_ENDS_IN_FIGURE_WORD = re.compile(rf"\b(?:{_BEFORE_FIGURES})\.\s*$")
_ENDS_IN_INITIAL = re.compile(r"(?:^|[A-Z][\w\u2019'-]*\s|[A-Z]\.\s?)[A-Z]\.\s*$")
_STARTER = re.compile(
    r"[\u201c\u2018\"']?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|His|Her|Its|Their|This|That|These|Those"
    r"|There|When|While|After|As|If|For|What|Who|How|Why|So|Yet|Then|Now)\b"
)
_WHOLE = HEADS | {BlockKind.CELL, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CODE}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: prose offsets, its place among the draft's sentences, its block, its tokens [first, last)."""

    start: int
    end: int
    index: int
    block: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """The sentence's place in the prose."""
        return Span(self.start, self.end)


def split(text: str, kind: BlockKind) -> Iterator[Span]:
    """Spans of the sentences of one block's prose, trimmed, in order.

    Headings, table cells, bylines and code are one sentence each.
    """
    if kind in _WHOLE:
        yield from _trimmed(text, [Span(0, len(text))])
        return
    spans = [Span(a, b) for a, b in _tokenizer().span_tokenize(text)]
    yield from _trimmed(text, _merged(text, spans))


def _merged(text: str, spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if out and _goes_on(text, out[-1], span):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def _goes_on(text: str, left: Span, right: Span) -> bool:
    """Whether a boundary between the two spans is none."""
    tail = text[max(left.start, left.end - 24) : left.end]
    if _CONTINUES.match(text, right.start, right.end) or _ENDS_IN_TITLE.search(tail):
        return True
    if _ENDS_IN_FIGURE_WORD.search(tail):
        return text[right.start : right.start + 1].isdigit()
    return bool(_ENDS_IN_INITIAL.search(tail)) and not _STARTER.match(text, right.start)


def _trimmed(text: str, spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        start, end = span
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


@lru_cache(maxsize=1)
def _tokenizer() -> PunktSentenceTokenizer:
    from nupunkt import load_default_model

    return load_default_model()
