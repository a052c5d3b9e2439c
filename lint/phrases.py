"""All phrases of all rules, found in one pass (Aho & Corasick 1975)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import ahocorasick_rs

from .errors import PackError
from .text.document import Document

_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST_FORMS = 200


class Hit(NamedTuple):
    """A phrase found in the prose, as its rule wrote it, at prose offsets."""

    phrase: str
    start: int
    end: int


class Phrases:
    """An automaton over the phrases of many rules.

    Phrases match whole words, in any case, whatever the style of apostrophes, hyphens and white space.
    """

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        """`owned` are pairs of an owner's name and one of its phrases."""
        owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for owner, phrase in owned:
            for form in expand(phrase):
                owners[form.lower().replace("\u2019", "'")].append((owner, form))
        self._owners: Sequence[list[tuple[str, str]]] = list(owners.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(owners)) if owners else None

    def find(self, document: Document) -> dict[str, list[Hit]]:
        """Hits by owner, in order of place; longer ones first at one place."""
        hits: dict[str, list[Hit]] = defaultdict(list)
        if self._automaton is None:
            return hits
        text = document.lowered
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if whole_words(text, start, end):
                for owner, phrase in self._owners[index]:
                    hits[owner].append(Hit(phrase, start, end))
        for found in hits.values():
            found.sort(key=lambda h: (h.start, -h.end))
        return hits


def expand(phrase: str) -> list[str]:
    """The forms of a phrase written with braces: "tow{s,ed,} the line" has three.

    Raises PackError where braces do not pair or there are more than 200 forms.
    """
    forms = [phrase]
    while any("{" in f for f in forms):
        grown: list[str] = []
        for form in forms:
            match = _BRACES.search(form)
            if match is None:
                if "{" in form:
                    raise PackError(f'the braces of "{phrase}" do not pair')
                grown.append(form)
                continue
            grown += [form[: match.start()] + part + form[match.end() :] for part in match[1].split(",")]
        forms = grown
        if len(forms) > _MOST_FORMS:
            raise PackError(f'"{phrase}" has more than {_MOST_FORMS} forms')
    return [" ".join(f.split()) for f in forms]


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether a match does not cut a word, a contraction or a compound in two."""
    if text[start].isalnum() and start:
        before = text[start - 1]
        if before.isalnum() or before == "_" or (before in "-'" and start > 1 and text[start - 2].isalnum()):
            return False
    if text[end - 1].isalnum() and end < len(text):
        after = text[end]
        if after.isalnum() or after == "_":
            return False
        if after in "-'" and end + 1 < len(text) and text[end + 1].isalnum():
            return after == "'" and text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalnum()
    return True
