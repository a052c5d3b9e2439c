"""Sentences of a block, knowing abbreviations, initials, dates and closing quotation marks.

Where a mark may end a sentence, what stands before and after it mostly decides. Where it does not,
nupunkt does (Kiss & Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection", trained on
legal and news English); it is loaded when first needed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .abbreviations import AFTER_HOURS, BEFORE_FIGURES, BEFORE_NAMES, ENDING, STARTERS
from .blocks import HEADS, BlockKind
from .span import Span

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_WHOLE = HEADS | {BlockKind.CELL, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CODE}

_UNSEEN = "\u200b-\u200f\u2060\ufeff"
_STOP = re.compile(
    rf"(?P<marks>[.!?\u2026](?<![.!?\u2026]{{2}})[.!?\u2026]*+)(?P<closing>[\"'\u201d\u2019\u00bb)\]*_{_UNSEEN}]*+)(?=\s)"
)
_NEXT = re.compile(
    rf"\s*+(?P<opening>[\"'\u201c\u2018\u201e\u00ab(\[*_{_UNSEEN}]*+)(?P<word>[^\W_]++(?:['\u2019][a-z]++)?|\S)"
)
_LAST_WORD = re.compile(r"[^\s\"'\u201c\u2018(\[\u2013\u2014/]+$")
_LONGEST_ABBREVIATION = 16
_LONGEST_LIST_NUMBER = 3
_SHORTEST_NAME = 3
_INITIALS = re.compile(r"(?:.*-)?(?:[A-Za-z]\.)*[A-Za-z]")
_HOURS = re.compile(r"[\d:.]*[ap]\.m", re.IGNORECASE)
_HOUR_OF = re.compile(r"\b(?:an?|the|its|his|her|their)\s[\d:.]+\s?[ap]\.m$", re.IGNORECASE)
_TIME_OF_PLACE = re.compile(r"[A-Z]\w+\stime\b")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_SIGNS = frozenset("$\u00a3\u20ac#@|\u2022")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile('["\u201c\u201e\u00ab]')
_ALWAYS_CAPITAL = frozenset(["I", "I'm", "I've", "I'd", "I'll"])
_FINAL = (".", "!", "?", '"', "\u201d", "\u2019")
_SPEAKS = re.compile(
    r"(?:[A-Z][\w.\u2019'-]{0,30}\s){1,4}"
    r"(?:said|says|asked|asks|added|cried|shouted|wrote|replied|wondered|tweeted|yelled)\b"
)
_PLAIN = str.maketrans("\u2019", "'")


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
    start = 0
    if kind not in _WHOLE:
        punkt = _Punkt(text)
        for stop in _STOP.finditer(text):
            if not _numbers_item(text, start, stop.start()) and _ends(text, stop, punkt):
                yield from _trimmed(text, start, stop.end())
                start = stop.end()
    yield from _trimmed(text, start, len(text))


def _numbers_item(text: str, start: int, end: int) -> bool:
    """Whether all of a sentence so far is a number, as in "2. The second"."""
    return end - start <= _LONGEST_LIST_NUMBER and text[start:end].strip().isdigit()


def _ends(text: str, stop: re.Match[str], punkt: _Punkt) -> bool:
    """Whether a sentence ends at a stop: marks, perhaps closing quotation marks and brackets, then white space."""
    following = _NEXT.match(text, stop.end())
    if following is None or not _may_begin(text, following.start("word")):
        return False
    marks, closing = stop.group("marks", "closing")
    opening, word = following["opening"], following["word"].translate(_PLAIN)
    if marks[-1] in "!?":
        # “Really?” Ann Holt asked: the sentence goes on with its speaker.
        return not closing or bool(opening) or _SPEAKS.match(text, following.start("word")) is None
    if marks != ".":
        whole = text[max(0, stop.start() - 2) : stop.start()].rstrip().endswith(_FINAL)
        return whole or (word not in _ALWAYS_CAPITAL and not word[0].isdigit())
    before = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    last = before[0] if before else ""
    if _HOURS.fullmatch(last) and (
        _HOUR_OF.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
        or _TIME_OF_PLACE.match(text, following.start("word"))
    ):
        return False
    verdict = _after_full_point(last, word, quoted=_DOUBLE.search(opening) is not None)
    return punkt.ends(stop.end(), following.start("word")) if verdict is None else verdict


def _may_begin(text: str, at: int) -> bool:
    """Whether the word at an offset can stand first in a sentence: a capital, a figure, a sum, a camel (iPhone)."""
    first = text[at]
    if first.isalnum():
        return not first.islower() or _CAMEL.match(text, at) is not None
    return first in _SIGNS


def _after_full_point(last: str, word: str, *, quoted: bool) -> bool | None:
    """Whether a sentence ends at the full point after `last` where `word` follows; None where that is unsure.

    `quoted`: an opening quotation mark stands before `word`.
    """
    if last.isupper() and len(last) > 1 and last.isalpha():
        last = last.title()
    begins = quoted or word in STARTERS
    if last in BEFORE_NAMES:
        return False
    if last in BEFORE_FIGURES:
        return not word[0].isdigit()
    if _HOURS.fullmatch(last):
        return word not in AFTER_HOURS and not word[0].isdigit()
    if _INITIALS.fullmatch(last):
        return begins
    if last in ENDING:
        return begins or None
    if begins or not last[-1:].isalpha():
        return True
    if _VOWEL.search(last) and (last.islower() or (last.isalpha() and len(last) >= _SHORTEST_NAME)):
        return True
    return None


class _Punkt:
    """What nupunkt says of one block, asked only when needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def ends(self, stop: int, following: int) -> bool:
        """Whether a sentence begins after the stop that ends at one offset, up to the word at the other."""
        if self._starts is None:
            self._starts = [start for start, _ in _tokenizer().span_tokenize(self._text)]
        at = bisect_left(self._starts, stop)
        return at < len(self._starts) and self._starts[at] <= following


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
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
