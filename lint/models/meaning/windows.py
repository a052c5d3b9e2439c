"""What the encoder is given of a draft to tell what a sentence, or a quoted word or two, means there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...text.document import Document
from ...text.quotations import Quotation
from ...text.sentences import Sentence
from ..encoder import LONGEST
from ..slips.contexts import straight

BEFORE = 30
"""Pieces of the sentence before that are read, at most."""
SPAN, AFTER = 30, 28
"""Pieces of a quotation, and of what follows it where more stands before."""
_LEFT, _RIGHT = 80, 60
"""Tokens to each side of a quotation that are looked at."""
_LONGEST_WORD = 40

Size = Callable[[str], int]
"""How many pieces a word is cut into."""


class Window(NamedTuple):
    """Words in reading order; [first, last) are those that are asked about."""

    words: list[str]
    first: int
    last: int


def window_of(document: Document, place: Sentence | Quotation, size: Size) -> Window:
    """What is read of a sentence or of a quotation."""
    return sentence_window(document, place, size) if isinstance(place, Sentence) else span_window(document, place, size)


def sentence_window(document: Document, sentence: Sentence, size: Size) -> Window:
    """A sentence and the end of the one before, where that stands in this block or the one above."""
    body = _fitting(_words(document, sentence.first, sentence.last), LONGEST, size)
    before: list[str] = []
    previous = document.sentences[sentence.index - 1] if sentence.index else None
    if previous is not None and previous.block >= sentence.block - 1:
        room = min(BEFORE, LONGEST - sum(map(size, body)))
        before = _ending(_words(document, previous.first, previous.last), room, size)
    return Window([*before, *body], len(before), len(before) + len(body))


def span_window(document: Document, quotation: Quotation, size: Size) -> Window:
    """A quotation with its marks, and as much as fits of what stands around it."""
    first, last = document.token_at(quotation.start), document.token_at(quotation.end)
    span = _fitting(_words(document, first, last), SPAN, size)
    left = _words(document, max(0, first - _LEFT), first)
    right = _words(document, last, min(len(document.tokens), last + _RIGHT))
    room = LONGEST - sum(map(size, span))
    right = _fitting(right, max(AFTER, room - sum(map(size, left))), size)
    left = _ending(left, room - sum(map(size, right)), size)
    return Window([*left, *span, *right], len(left), len(left) + len(span))


def _words(document: Document, first: int, last: int) -> list[str]:
    return [straight(t.text)[:_LONGEST_WORD] for t in document.tokens[first:last]]


def _fitting(words: Iterable[str], room: int, size: Size) -> list[str]:
    """The first words that have no more than `room` pieces."""
    kept = []
    for word in words:
        room -= size(word)
        if room < 0:
            break
        kept.append(word)
    return kept


def _ending(words: list[str], room: int, size: Size) -> list[str]:
    """The last words that have no more than `room` pieces."""
    return _fitting(reversed(words), room, size)[::-1]
