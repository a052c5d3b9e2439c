"""The words of a draft that may be slips, with all that speaks for and against each: what the combiner weighs.

The scorer reads every word and wakes the encoder for the sentences in which a neighbour would fit; there the encoder
reads every word, and what looks odd is read once more with the best candidate in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from ...text.blocks import BODY
from ...text.document import Document
from ...text.sentences import Sentence
from ...text.tokens import Token
from ..encoder import LONGEST, Encoder, Read
from .contexts import straight
from .scorer import Fits, Scorer

WAKES = 0.5
"""The scorer's margin, in logits, from which the encoder reads a sentence: about one word in 28."""
SUSPECT = -6.0
"""The sum of what scorer and encoder say, in logits, from which a word is suspected: about one word in 110."""
_SLIP = 0
_SHORT = 62
"""Pieces of a sentence up to which the one before is read with it."""
_LONGEST_WORD = 40
_MOST_REMEMBERED = 8_192
"""Sentences whose odd words are remembered: a few megabytes."""
_BRACKETS = ("[", "]")


class Suspect(NamedTuple):
    """A word that may be a slip for `right`. `token` is its index; `features` have the order of FEATURES."""

    token: int
    word: str
    right: str
    others: tuple[str, ...]
    features: tuple[float, ...]


FEATURES = (
    "scorer", "scorer best", "encoder slip", "encoder choice", "encoder lead", "in place", "oddest elsewhere",
    "elsewhere after", "prior", "common", "right common", "again", "right again", "after name", "before name", "initial",
    "length", "word length", "same stem", "length change", "quoted", "body", "mark before", "mark after",
)  # fmt: skip


class Window(NamedTuple):
    """The words that the encoder reads for a sentence; token `first` of the document stands at `at`."""

    words: list[str]
    first: int
    at: int


class _Odd(NamedTuple):
    """A word of a window that reads oddly: its place, what may be meant, and the first features, which the readers give."""

    at: int
    right: int
    others: tuple[int, ...]
    said: tuple[float, ...]


class Reading(NamedTuple):
    """What is known while the suspects of a document are looked for."""

    document: Document
    scorer: Scorer
    encoder: Encoder
    fits: Fits


def suspects(document: Document, sentences: Sequence[Sentence], scorer: Scorer, encoder: Encoder) -> list[Suspect]:
    """The suspects of these sentences in order, each with its best candidate."""
    reading = Reading(document, scorer, encoder, scorer.read(document, sentences))
    tokens = document.tokens
    woken = dict.fromkeys(document.sentence_at(tokens[i].start) for i in reading.fits.over(WAKES))
    found: list[Suspect] = []
    for sentence in woken:
        if sentence is not None:
            for window in windows(document, sentence, encoder):
                found += _in_window(reading, sentence, window)
    return found


def checkable(token: Token, *, initial: bool) -> bool:
    """Whether a token is a common word as far as its letters tell: lower case, or a capital at a sentence's start."""
    return token.is_word and (token.text.islower() or (initial and (len(token.text) == 1 or token.text[1:].islower())))


def windows(document: Document, sentence: Sentence, encoder: Encoder) -> Iterable[Window]:
    """The sentence, with the one before it where both are short; in parts where it is very long."""
    words = _words(document, sentence)
    sizes = [encoder.size(word) for word in words]
    previous = document.sentences[sentence.index - 1] if sentence.index else None
    if sum(sizes) <= _SHORT and previous is not None and previous.block == sentence.block:
        before = _words(document, previous)
        if sum(sizes) + sum(map(encoder.size, before)) <= LONGEST:
            yield Window(before + words, sentence.first, len(before))
            return
    start = 0
    while start < len(words):
        room, end = LONGEST, start
        while end < len(words) and sizes[end] <= room:
            room -= sizes[end]
            end += 1
        yield Window(words[start:end], sentence.first + start, 0)
        start = end


def _changed(text: str, token: Token) -> bool:
    """Whether an editor's brackets touch a word, as in "target[ing]"."""
    return text[max(0, token.start - 1) : token.start] in _BRACKETS or text[token.end : token.end + 1] in _BRACKETS


def _words(document: Document, sentence: Sentence) -> list[str]:
    return [straight(t.text)[:_LONGEST_WORD] for t in document.tokens[sentence.first : sentence.last]]


def _in_window(reading: Reading, sentence: Sentence, window: Window) -> list[Suspect]:
    """The suspects of a window. What the readers say of one is remembered: drafts are read again after each edit."""
    document, memory = reading.document, reading.encoder.memory
    whole = window.first == sentence.first and len(window.words) - window.at == sentence.last - sentence.first
    key = (window.at, *window.words)
    odd = memory.get(key) if whole else None
    if odd is None:
        odd = _odd(reading, window)
        if whole:
            if len(memory) >= _MOST_REMEMBERED:
                memory.clear()
            memory[key] = odd
    return [
        _suspect(reading, sentence, window, here)
        for here in odd
        if not _changed(document.text, document.tokens[window.first + here.at - window.at])
    ]


def _odd(reading: Reading, window: Window) -> tuple[_Odd, ...]:
    document, scorer, encoder, fits = reading
    read = encoder.slips(window.words)
    found = []
    for i in range(window.at, len(window.words)):
        token = document.tokens[window.first + i - window.at]
        margins = fits.of(window.first + i - window.at)
        if margins is None:
            continue
        choices = _choices(reading, window, read, i, margins)
        slip = float(read.verdicts[i, _SLIP])
        if slip + choices[0][0] < SUSPECT:
            continue
        _, right, fit = choices[0]
        name = scorer.words[right]
        words = [*window.words[:i], name.capitalize() if token.capitalized else name, *window.words[i + 1 :]]
        again = encoder.slips(words) if sum(map(encoder.size, words)) <= LONGEST else read
        found.append(
            _Odd(
                i, right, tuple(m for _, m, _ in choices[1:3]),
                (
                    margins[right], max(margins.values()), slip, fit,
                    choices[0][0] - choices[1][0] if len(choices) > 1 else 9.0,
                    float(again.verdicts[i, _SLIP]), _oddest(read, i), _oddest(again, i),
                ),
            )
        )  # fmt: skip
    return tuple(found)


def _choices(
    reading: Reading, window: Window, read: Read, i: int, margins: dict[int, float]
) -> list[tuple[float, int, float]]:
    """The words that may be meant, best first: what scorer and encoder say together, the word, the encoder's part."""
    scorer, encoder = reading.scorer, reading.encoder
    word = scorer.ids[reading.document.tokens[window.first + i - window.at].norm]
    wanted, weight = read.wanted[i], 2 * encoder.frequency
    written = float(wanted @ encoder.vector(scorer.words[word])) + encoder.as_written + weight * scorer.common(word)
    found = []
    for meant, margin in margins.items():
        fit = float(wanted @ encoder.vector(scorer.words[meant])) + weight * scorer.common(meant) - written
        found.append((fit + 0.5 * margin, meant, fit))
    found.sort(reverse=True)
    return found


def _suspect(reading: Reading, sentence: Sentence, window: Window, odd: _Odd) -> Suspect:
    """A word with what the readers say of it, and what the draft adds."""
    document, scorer = reading.document, reading.scorer
    tokens, at = document.tokens, window.first + odd.at - window.at
    token = tokens[at]
    word, name = scorer.ids[token.norm], scorer.words[odd.right]
    before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    stands = document.occurrences
    return Suspect(
        at, token.norm, name, tuple(scorer.words[m] for m in odd.others),
        (
            *odd.said,
            scorer.prior(word, odd.right), scorer.common(word), scorer.common(odd.right),
            float(min(len(stands.get(token.norm, ())) - 1, 3)), float(min(len(stands.get(name, ())), 3)),
            float(bool(before) and before[0].capitalized and at > sentence.first + 1),
            float(bool(after) and after[0].capitalized), float(at == sentence.first),
            float(min(sentence.last - sentence.first, 60)), float(min(len(name), len(token.norm))),
            float(same_stem(token.norm, name)), float(len(name) - len(token.norm)),
            float(document.quoted.overlaps(token.start, token.end)),
            float(document.blocks[sentence.block].kind in BODY),
            float(bool(before) and not before[0].counts), float(bool(after) and not after[0].counts),
        ),
    )  # fmt: skip


def _oddest(read: Read, i: int) -> float:
    """The highest slip logit of the window's other words."""
    others = np.delete(read.verdicts[:, _SLIP], i)
    return float(others.max()) if len(others) else -9.0


def same_stem(word: str, other: str) -> bool:
    """Whether two words are one word with two endings, as far as letters tell."""
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= 3 and len(word) - shared <= 3 and len(other) - shared <= 3
