"""What an unknown form may stand for, and how sure it is that it is a slip and no new word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from .candidates import near
from .coinage import Coinage, coinage, suffixed
from .pairs import pairs
from .slips import cost
from .words import COUNTRIES, Entry, words

_HELD = 20_000
OFTEN = 0.6
"""How much a word's frequency counts beside the cost of a slip: long known words are rarely written as others."""
_BESIDE = 0.5
_ELSEWHERE = 4.0
"""What is taken off a word that the draft's country does not have."""
_MOST = 8
_IN_REACH = 6.0
"""Candidates that are further behind the first are no suggestions."""
_A_LETTER = 0.5
_USUAL_LENGTH = 6
_LONG, _LONG_LETTER = 8, 0.3
"""By chance, hardly any long form comes near a word."""
_FAR = 6.0
_FAR_LIKELIER = 2.4
"""The score in bits from which a hardly used word is worth a look in its sentence."""
_USED, _UNUSED = 3, 3.0
"""A word that is hardly ever used is hardly ever meant."""
_SHORT, _IN_SHORT = 5, 3.0
_MADE = {Coinage.COMPOUND: 2.5, Coinage.DERIVED: 5.0, Coinage.PLURAL: 6.0, Coinage.STRETCHED: 9.0}
_CHEAP = {Coinage.COMPOUND: 1.0, Coinage.DERIVED: 2.5, Coinage.PLURAL: 0.0, Coinage.STRETCHED: 0.0}
"""Up to this cost a form is as likely a slip ("occured") as made of words or of a word and an ending."""
_SLOPE = 1.3


class Candidate(NamedTuple):
    """A word that a form may stand for. `score` is in bits: one more is twice as likely."""

    word: str
    score: float


class Verdict(NamedTuple):
    """What is known of an unknown form: candidates, the likeliest first, and how it may be made of known words.

    `slip` is what the slip from the likeliest word costs, in bits: 3 is one letter left out. `sure` is how probable it
    is, from 0 to 1, that the form is a slip.
    """

    candidates: tuple[Candidate, ...]
    coinage: Coinage
    slip: float
    sure: float

    @property
    def lead(self) -> float:
        """How far, in bits, the first candidate is ahead of the second."""
        if len(self.candidates) < 2:
            return math.inf
        return self.candidates[0].score - self.candidates[1].score


class Speller:
    """Ranks what unknown forms may stand for. `country` is a letter of `Entry.countries`, or "" for all."""

    def __init__(self, country: str = "") -> None:
        self.country = country
        self._ranked = lru_cache(maxsize=_HELD)(self._rank)

    def judge(self, form: str, before: str = "", after: str = "") -> Verdict:
        """What a form in lower case that is in no dictionary may stand for, between two words in lower case."""
        ranked = self._ranked(form)
        made = coinage(form)
        beside = sorted((self._beside(c, before, after) for c in ranked), key=_first)
        if not beside:
            return Verdict((), made, math.inf, 0.0)
        best = beside[0]
        kept = tuple(c for c in beside if best.score - c.score <= _IN_REACH)[:_MOST]
        return Verdict(kept, made, cost(form, best.word), self._sure(form, ranked, made))

    def instead(self, word: str) -> tuple[str, ...]:
        """The far more used words that a word in the dictionary may be a slip for, the likeliest first."""
        ranked = self._ranked(word)
        return tuple(c.word for c in ranked if c.word != word and c.score >= _FAR_LIKELIER)[:_MOST]

    def _rank(self, form: str) -> tuple[Candidate, ...]:
        """The candidates by what the slip costs and how often the word is used."""
        found = []
        for word in near(form):
            entry = words().entry(word)
            if entry is None or entry.name or "-" in word or suffixed(word, form) or word == f"{form}s":
                continue
            found.append(Candidate(word, self._weight(entry) - cost(form, word)))
        return tuple(sorted(found, key=_first)[: 2 * _MOST])

    def _weight(self, entry: Entry) -> float:
        elsewhere = self.country and self.country not in entry.countries
        return OFTEN * entry.often - (_ELSEWHERE if elsewhere else 0)

    def _beside(self, candidate: Candidate, before: str, after: str) -> Candidate:
        word, score = candidate
        often = pairs().often(before, word) + pairs().often(word, after)
        return Candidate(word, score + _BESIDE * often)

    @staticmethod
    def _sure(form: str, ranked: Sequence[Candidate], made: Coinage) -> float:
        best = ranked[0]
        slip = cost(form, best.word)
        score = best.score + _A_LETTER * (len(form) - _USUAL_LENGTH)
        if made is Coinage.NONE and slip <= _FAR:
            score += _LONG_LETTER * max(0, len(form) - _LONG)
        if len(form) < _SHORT:
            score -= _IN_SHORT
        if words().often(best.word) < _USED:
            score -= _UNUSED
        if made is not Coinage.NONE:
            score -= _MADE[made] * min(1, max(0, slip - _CHEAP[made]))
        return 1 / (1 + math.exp(-_SLOPE * score))


def _first(candidate: Candidate) -> tuple[float, str]:
    return -candidate.score, candidate.word


@cache
def speller_for(language: str = "") -> Speller:
    """The speller for a language, as "en-GB", or for all four; made once."""
    return Speller(COUNTRIES.get(language, ""))
