"""The words of a draft that are in no dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..text.document import Document
from .words import words

_HELD = 50_000
_SHORTEST = 3
_PART = re.compile(r"[^-]+")
_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_ISE = re.compile(r"^(.{3}.*)is(e|ed|es|ing|er|ers|able|ation|ations)$")
"""Where a word has z in one country it may have s in another."""
_MIXED = re.compile(r"[\d._&']")


class Unknown(NamedTuple):
    """A word, or a part between hyphens, that no dictionary has: prose [start, end), its token, lower case.

    `capitalized` says that it begins with a capital, whatever the reason. Possessive endings are left out.
    """

    form: str
    start: int
    end: int
    token: int
    capitalized: bool


def unknown_words(document: Document) -> list[Unknown]:
    """The words of a draft that are in no dictionary of any country, in order.

    Code, addresses, acronyms, figures and numerals are left out. Names that are well known are in the dictionaries.
    """
    found: list[Unknown] = []
    for form, places in document.occurrences.items():
        for part, at in _parts(form):
            for place in places:
                token = document.tokens[place]
                start, end = token.start + at, token.start + at + len(part)
                shown = document.text[start:end]
                # Soft hyphens make a token longer than its normal form.
                if shown.lower() == part and (shown[1:].islower() or shown.islower()):
                    found.append(Unknown(part, start, end, place, shown[0].isupper()))
    return sorted((u for u in found if not document.code.overlaps(u.start, u.end)), key=lambda u: u.start)


@lru_cache(maxsize=_HELD)
def _parts(form: str) -> tuple[tuple[str, int], ...]:
    """The parts of a normal form that are in no dictionary, and where they begin."""
    form = form.removesuffix("'s")
    if form in words() or _MIXED.search(form):
        return ()
    return tuple((part, at) for part, at in _split(form) if not _is_known(part))


def _split(form: str) -> Iterator[tuple[str, int]]:
    for match in _PART.finditer(form):
        yield match.group(), match.start()


def _is_known(part: str) -> bool:
    known = words()
    if len(part) < _SHORTEST or part in known or _ROMAN.fullmatch(part):
        return True
    if not part.isascii():
        return _plain(part) in known
    other = _ISE.sub(r"\1iz\2", part)
    return other != part and other in known


def _plain(form: str) -> str:
    """A form without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
