"""Words that an unknown form may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from .words import words

_FARTHEST = 2
_SHORT = 4
"""Forms up to this many letters are searched within one slip: within two, everything is near."""


def near(form: str) -> list[str]:
    """The words within two slips of a form in lower case (one where it is short), a first letter within one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    farthest = 1 if len(form) <= _SHORT else _FARTHEST
    same = process.extract(
        form, _beginning(form[0]), scorer=OSA.distance, score_cutoff=farthest, limit=None, processor=None
    )
    known = words()
    others = [word for word in _other_first_letter(form) if word in known]
    return [word for word, *_ in same] + others


def _other_first_letter(form: str) -> Iterator[str]:
    """Forms one slip away that begin with another letter."""
    rest = form[1:]
    yield rest
    for letter in ascii_lowercase:
        if letter != form[0]:
            yield letter + form
            yield letter + rest
    if len(form) > 1 and form[0] != form[1]:
        yield form[1] + form[0] + form[2:]


@lru_cache(maxsize=26)
def _beginning(letter: str) -> Sequence[str]:
    return words().beginning(letter)
