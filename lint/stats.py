"""Counts of a draft's running prose, and how hard it is to read.

Words and sentences are the draft's own. textstat gives the syllables and the list of easy words; its
sentence splitter ("U.S.", "Mr.") is not used. It is imported only where readability is asked for:
its pronouncing dictionary costs about a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt
from typing import Any

from .report import Stats
from .text.blocks import BODY
from .text.document import Document
from .text.sentences import Sentence
from .text.tokens import Token

_DOTTED = re.compile(r"(?:\w\.)+\w?")
_HYPHENS = re.compile(r"[-‐‑]")
_LONG = 3
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("es", ""), ("s", ""), ("ly", ""),
    ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"),
)  # fmt: skip


def stats(document: Document, readability: bool = False) -> Stats:
    """Words and sentences of paragraphs, list items and quotation blocks.

    With `readability` also these, rounded to two places; none for a draft without words:
    words_per_sentence, flesch_reading_ease (Flesch 1948), flesch_kincaid_grade (Kincaid et al. 1975),
    gunning_fog (Gunning 1952), smog (McLaughlin 1969), dale_chall (Dale & Chall 1948).
    """
    sentences = [s for s in document.sentences if document.blocks[s.block].kind in BODY]
    counts = [count for s in sentences if (count := document.words(s.start, s.end))]
    words = sum(counts)
    if not readability:
        return Stats(words, len(counts))
    return Stats(words, len(counts), _readability(document, sentences, words, len(counts)) if words else {})


def _readability(document: Document, sentences: list[Sentence], words: int, count: int) -> dict[str, float]:
    names = {i for name in document.names for i in range(name.first, name.last)}
    common: Counter[str] = Counter()
    named: Counter[str] = Counter()
    figures = 0
    for i, token in _counted(document, sentences):
        if not token.is_word:
            figures += 1
        else:
            (named if i in names else common)[token.norm] += 1
    syllables = figures + sum(n * _syllables(w) for held in (common, named) for w, n in held.items())
    long = sum(n for held in (common, named) for w, n in held.items() if _syllables(w) >= _LONG)
    foggy = sum(n for w, n in common.items() if _is_foggy(w))
    hard = sum(n for w, n in common.items() if not _is_easy(w)) / words
    length, weight = words / count, syllables / words
    values = {
        "words_per_sentence": length,
        "flesch_reading_ease": 206.835 - 1.015 * length - 84.6 * weight,
        "flesch_kincaid_grade": 0.39 * length + 11.8 * weight - 15.59,
        "gunning_fog": 0.4 * (length + 100 * foggy / words),
        "smog": 1.043 * sqrt(30 * long / count) + 3.1291,
        "dale_chall": 15.79 * hard + 0.0496 * length + (3.6365 if hard > 0.05 else 0),
    }
    return {name: round(value, 2) for name, value in values.items()}


def _counted(document: Document, sentences: list[Sentence]) -> Iterator[tuple[int, Token]]:
    """The tokens that count as words, with their indices."""
    for sentence in sentences:
        for i in range(sentence.first, sentence.last):
            if document.tokens[i].counts:
                yield i, document.tokens[i]


@lru_cache(maxsize=1)
def _textstat() -> Any:
    from textstat import textstat  # type: ignore[import-untyped]

    return textstat


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    """Syllables of a word as spoken; "u.s." is read out by its letters, a compound by its parts."""
    if _DOTTED.fullmatch(word):
        return sum(3 if letter == "w" else 1 for letter in word if letter.isalnum())
    parts = [part.removesuffix("'s") for part in _HYPHENS.split(word)]
    return max(1, sum(int(_textstat().syllable_count(part)) for part in parts if part))


def _is_foggy(word: str) -> bool:
    """Gunning's hard word: three syllables or more, by no compounding and no -es or -ed."""
    longest = max(_HYPHENS.split(word), key=len)
    if _syllables(longest) < _LONG:
        return False
    if _syllables(longest) > _LONG or not longest.endswith(("es", "ed")):
        return True
    return min(_syllables(longest[:-1]), _syllables(longest[:-2])) >= _LONG


@lru_cache(maxsize=50_000)
def _is_easy(word: str) -> bool:
    """Whether Dale and Chall's list has a word, as it is or without a regular ending."""
    return all(
        any(not _textstat().is_difficult_word(form, 0) for form in _forms(part.removesuffix("'s")))
        for part in _HYPHENS.split(word)
        if part
    )


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be an inflection of."""
    yield word
    for ending, other in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < 2 or stem == word:
            continue
        yield stem + other
        if not other and stem[-1] == stem[-2]:
            yield stem[:-1]
