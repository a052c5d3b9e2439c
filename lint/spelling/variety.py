"""Which English a draft is in: what it says of itself, or what most of its spellings are."""

from __future__ import annotations

import re
from collections import Counter

from ..text.document import Document
from .words import COUNTRIES, EVERYWHERE, words

_FIELD = re.compile(
    r"^[ \t]*(?:lang|language|locale)[ \t]*[:=][ \t]*[\"']?en[-_]([a-z]{2})\b", re.IGNORECASE | re.MULTILINE
)
_REGIONS = {"us": "en-US", "gb": "en-GB", "uk": "en-GB", "ca": "en-CA", "au": "en-AU"}
_MEMO = "spelling.variety"


def variety(document: Document) -> str:
    """The language of a draft, as "en-GB", or "" where nothing tells.

    Front matter may name it (lang, language or locale). Otherwise each spelling that not all countries have is a vote
    for those that do; most votes win, and of countries with as many, the United States and then Britain.
    """
    if _MEMO not in document.memo:
        document.memo[_MEMO] = _named(document) or _most(document)
    found: str = document.memo[_MEMO]
    return found


def _named(document: Document) -> str:
    span = document.front_matter
    match = _FIELD.search(document.source.text, span.start, span.end) if span else None
    return _REGIONS.get(match[1].lower(), "") if match else ""


def _most(document: Document) -> str:
    votes: Counter[str] = Counter()
    for form, places in document.occurrences.items():
        entry = words().entry(form)
        if entry is not None and not entry.name and entry.countries != EVERYWHERE:
            votes.update(dict.fromkeys(entry.countries, len(places)))
    most = max(votes.values(), default=0)
    return next((language for language, country in COUNTRIES.items() if most and votes[country] == most), "")
