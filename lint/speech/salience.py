"""Whom a pronoun or an epithet may mean: the people spoken of so far, the nearer and the weightier first."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .entries import Entry

_HELD = 16
_NEVER = -99.0


class _Seen(NamedTuple):
    """A mention of a person: its sentence, how far it is a subject (0 to 1), and `weak` after a preposition."""

    sentence: int
    entry: Entry
    subject: float
    weak: bool


class Salience:
    """The people of a draft in the order of reading. `named` are all mentions by name, for how often each is named."""

    def __init__(self, named: Iterable[Entry]) -> None:
        self._seen: deque[_Seen] = deque(maxlen=_HELD)
        self._counts = Counter(id(entry) for entry in named)
        self._most = max(self._counts.values(), default=1)

    def note(self, sentence: int, entry: Entry, *, subject: float, weak: bool = False) -> None:
        """Take note of a mention."""
        self._seen.append(_Seen(sentence, entry, subject, weak))

    def share(self, entry: Entry) -> float:
        """How often somebody is named beside whoever is named most, 0 to 1."""
        return self._counts[id(entry)] / self._most

    def best(
        self,
        gender: str,
        here: int,
        last: Entry | None,
        *,
        tag_of: int | None = None,
        barred: Entry | None = None,
        fits: Callable[[Entry], bool] = lambda _: True,
        within: int | None = None,
    ) -> Entry | None:
        """Whoever is meant in a sentence. `last` spoke last.

        `tag_of` is the sentence of which a pronoun is only the tag: those named there are spoken of and seldom speak.
        `barred` cannot be meant, `within` the most sentences back.
        """
        best: Entry | None = None
        best_score = _NEVER
        for order, seen in enumerate(reversed(self._seen)):
            entry = seen.entry
            if (entry.gender and gender and entry.gender != gender) or entry is barred or not fits(entry):
                continue
            if within is not None and here - seen.sentence > within:
                continue
            score = -1.0 * (here - seen.sentence) - 0.05 * order
            score += 1.5 * seen.subject - 1.0 * seen.weak + 0.75 * (entry is last) - 2.0 * (not entry.sure)
            score += 0.5 * (bool(gender) and entry.gender == gender) + 0.8 * self.share(entry)
            score += 0.5 * (here - seen.sentence <= 1 and seen.subject >= 1.0)
            score -= 2.0 * (seen.sentence == tag_of)
            if score > best_score:
                best, best_score = entry, score
        return best
