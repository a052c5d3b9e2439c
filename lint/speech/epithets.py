"""What a person may be called: whether "the mayor", "the Ohio Democrat" or "the billionaire" fits what is told of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lexicon as words
from .entries import Entry
from .spellings import bare

PARTIES = frozenset(["republican", "democrat"])
LOOSE = frozenset(
    "billionaire businessman businesswoman mogul tycoon candidate nominee frontrunner front-runner politician star".split()
)
"""Epithets that the story need not have told before of whoever it is about."""

_LETTER = {"republican": re.compile(r"\br-|\br\b"), "democrat": re.compile(r"\bd-|\bd\b")}
_ELECTED = frozenset(
    "sen senator rep representative gov governor congressman congresswoman lawmaker leader whip speaker".split()
)
_OF_CONGRESS = frozenset("congressman congresswoman lawmaker".split())
_LESSER = ("vice", "deputy", "assistant")


_OF_A_SORT = (
    (frozenset(["court", "courts"]), frozenset(["panel", "institution"])),
    (frozenset("senate congress house legislature parliament committee".split()), frozenset(["panel", "institution"])),
    (
        frozenset("times post journal news herald tribune gazette cnn".split()),
        frozenset("newspaper paper site website outlet publication network organization".split()),
    ),
    (
        frozenset("ministry department bureau commission".split()),
        frozenset("ministry department bureau commission agency office institution".split()),
    ),
    (frozenset(["police", "navy"]), frozenset(["force", "agency", "department", "service"])),
    (frozenset(["university", "college"]), frozenset("school institution institute hospital company".split())),
)
"""Words of names of bodies, and the general nouns that go on for those and no others."""


def may_be_called(entry: Entry, head: str) -> bool:
    """Whether a general noun may go on for a body: "the department" is no court, "the company" no senate."""
    if head in entry.name or head in entry.heads:
        return True
    return all(head in nouns or not sort.intersection(entry.name) for sort, nouns in _OF_A_SORT)


def fits(entry: Entry, head: str, lowered: Sequence[str]) -> bool:
    """Whether all that "the former mayor" says is told of an entry."""
    held = entry.description.lower()
    if _lesser(held, head, lowered):
        return False
    return all(w in words.DETERMINERS or w in entry.heads or w in held or w.endswith("-old") for w in lowered)


def may_be(entry: Entry, head: str, lowered: Sequence[str]) -> bool:
    """Whether an epithet may be somebody's, though the story has not told all of it: "the Ohio Democrat"."""
    held = entry.description.lower()
    if not entry.sure or _lesser(held, head, lowered):
        return False
    if head in PARTIES:
        (other,) = PARTIES - {head}
        told = head in held or _LETTER[head].search(held) is not None
        denied = other in held or _LETTER[other].search(held) is not None
        return told or (bool(entry.heads & _ELECTED) and not denied)
    if head in _OF_CONGRESS:
        return bool(entry.heads & _ELECTED)
    return head in entry.heads


def _lesser(held: str, head: str, lowered: Sequence[str]) -> bool:
    """Whether somebody is only the vice or deputy of an office, or the reverse: "the president" is no vice president."""
    said = {bare(w) for w in lowered}
    if head == "president" and "former" not in said and f"former {head}" in held:
        return True
    return any((f"{word} {head}" in held) is not (word in said) for word in _LESSER)
