"""What kind of source a phrase without a name is: anonymous, an institution, a document, a group or a person."""

from __future__ import annotations

from collections.abc import Sequence

from . import lexicon as words
from .records import SpeakerKind

SPOKEN_FOR = frozenset("spokesman spokeswoman spokesperson spokespeople".split())
"""Nouns by which those are called who speak for another."""

_SOURCES = frozenset("source sources insider insiders".split())
_NEVER_NAMED = frozenset(
    "official aide republican democrat person lawmaker diplomat executive staffer operative fundraiser".split()
)
_DOERS = ("er", "or", "ist", "ian", "graduate")
_THINGS = frozenset(
    "paper letter order number matter answer offer figure factor error mirror minister computer newsletter chapter power "
    "poster banner sticker flyer trailer teaser disclaimer primer reminder pointer rumor rumour list tenor tumor".split()
)
"""Nouns that end as those of people who do something do."""


def kind_of(head: str, lowered: Sequence[str], *, described: bool, unnamed: bool) -> SpeakerKind:
    """The kind of a phrase by its noun and its words in lower case.

    `described` says that something told of it follows, `unnamed` that the copy says why it has no name.
    """
    if lowered and lowered[0] in ("every", "each") and head in words.ROLES | words.ORG_NOUNS | words.UNNAMED:
        return SpeakerKind.GROUP
    if head.endswith("%") or head in ("percent", "percentage"):
        return SpeakerKind.GROUP
    indefinite = not lowered or lowered[0] in words.INDEFINITE
    if head in _SOURCES or unnamed:
        return SpeakerKind.ANONYMOUS
    if head in SPOKEN_FOR:
        return SpeakerKind.INSTITUTION if described or len(lowered) > 2 else SpeakerKind.ANONYMOUS
    if head in words.DOCUMENTS or head.rstrip("s") in words.DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if head in words.UNNAMED | words.ROLES and indefinite and head not in ("some", "many"):
        return SpeakerKind.ANONYMOUS
    if head in _NEVER_NAMED:
        return SpeakerKind.ANONYMOUS
    several = (
        head.endswith("s")
        and (head[:-1] in words.ORG_NOUNS or head == "companies")
        and head not in ("services", "forces")
    )
    if head == "police" and lowered[0] in ("some", "several"):
        return SpeakerKind.GROUP
    if (head in words.ORG_NOUNS and not several) or head == "police":
        return SpeakerKind.INSTITUTION
    if head in words.PEOPLE or several:
        return SpeakerKind.GROUP
    if head in words.ROLES:
        return SpeakerKind.PERSON
    doer = indefinite and lowered and head.endswith(_DOERS) and head not in _THINGS
    return SpeakerKind.ANONYMOUS if doer else SpeakerKind.UNKNOWN
