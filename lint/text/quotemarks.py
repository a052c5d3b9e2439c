"""Quotation marks, each read by itself: its kind, the way its shape faces, the way its place faces.

A mark's shape says which side it is on for curly marks and nothing for straight ones. Its place says
it by what stands to its left and right. Neither is always right, so both are handed on. Apostrophes
and primes that can be told without pairing are left out here; the rest are marked as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

OPENERS = "\u201c\u201e\u00ab\u2018\u201a\u2039"
CLOSERS = "\u201d\u00bb\u2019\u203a"
STRAIGHT = "\"'\uff02"
QUOTE_MARKS = OPENERS + CLOSERS + STRAIGHT

_LOW = "\u201a\u201e"
# Zero-width and direction marks: what stands beyond them decides.
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_RUN = re.compile(rf"[{QUOTE_MARKS}{_UNSEEN}]+")
_LONGEST_RUN = 12
_BRACKETS = frozenset("([{<")
_OPENS_AFTER = _BRACKETS | frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015/|\u2026*_")
_AFTER_CLOSING = frozenset(",;:!?)]}>")

_HEIGHT = re.compile(r"\d(?<!\d\d)\d?['\u2019]\s?\d{1,2}(?:\u00bd|\s1/2)?(?:[\"\u201d]|''|\u2019\u2019)?(?!\w)")
_INCHES = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d+)?$")
_ELISION = re.compile(
    r"\d\ds\b|\d\d\b(?!\s[A-Z])"
    r"|(?:n|em|til|till|tis|twas|twere|twill|twould|cause|cuz|bout|round|neath|un|ere|tude|s|t|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
_MAY_BE_APOSTROPHE = re.compile(r"[szx]$|in$|\b(?:an|n|o|ol|th|wi|lil)$", re.IGNORECASE)


class Kind(Enum):
    """Which marks go together."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"


class Side(Enum):
    """Which side of a quotation a mark's shape or place speaks for."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class QuoteMark(NamedTuple):
    """A mark at a prose offset.

    `doubtful` closing marks may as well be an apostrophe (workers' rights) or a prime (a 5" pipe).
    """

    offset: int
    kind: Kind
    shape: Side
    place: Side
    doubtful: bool


def quote_marks(text: str, start: int, end: int) -> Iterator[QuoteMark]:
    """The quotation marks of `text` [start, end), in order, as if nothing stood around that stretch."""
    heights = [m.span() for m in _HEIGHT.finditer(text, start, end)]
    heights.reverse()
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        while heights and heights[-1][1] <= first:
            heights.pop()
        if (heights and heights[-1][0] < first) or last - first > _LONGEST_RUN:
            continue  # feet and inches, or a rule drawn with marks
        left = text[first - 1] if first > start else " "
        right = text[last : last + 2] if last < end else " "
        place = _place(left, right)
        for at in range(first, last):
            if text[at] in QUOTE_MARKS:
                mark = _read(text, at, place, left, right[0])
                if mark is not None:
                    yield mark


def _place(left: str, right: str) -> Side:
    """What stands around a run of marks: the last character before it, the first two after it."""
    after = right[0]
    ends = after.isspace() or after in _AFTER_CLOSING or (after == "." and right[1:] != ".")
    opens = (left.isspace() or left in _OPENS_AFTER) and not ends
    closes = not left.isspace() and left not in _BRACKETS and not after.isalnum()
    if opens == closes:
        return Side.EITHER
    return Side.OPENS if opens else Side.CLOSES


def _read(text: str, at: int, place: Side, left: str, after: str) -> QuoteMark | None:
    char = text[at]
    shape = Side.OPENS if char in OPENERS else Side.CLOSES if char in CLOSERS else Side.EITHER
    if char in _LOW and place is not Side.OPENS:
        return None  # letters read in the wrong encoding, a misset comma
    if char in "\u00ab\u00bb":
        return QuoteMark(at, Kind.ANGLE, shape, place, False)
    if char in "\u2039\u203a":
        return QuoteMark(at, Kind.SINGLE, shape, place, False)
    if char not in "'\u2018\u2019\u201a":
        inches = left.isdigit() and char in '"\u201d' and _INCHES.search(text, max(0, at - 8), at) is not None
        return QuoteMark(at, Kind.DOUBLE, shape, place, inches)
    if left.isalnum() and after.isalnum():
        return None
    if place is Side.OPENS and char != "\u201a":
        # A right single mark in front of a word is always an apostrophe: \u2019em, \u2019tis.
        if char == "\u2019" or _elided(text, at + 1):
            return None
        return QuoteMark(at, Kind.SINGLE, shape, place, False)
    return QuoteMark(at, Kind.SINGLE, shape, place, _owns(text, at, after))


def _elided(text: str, at: int) -> bool:
    """Whether the word at an offset is one that begins with an apostrophe, and not a quoted word."""
    match = _ELISION.match(text, at)
    if match is None:
        return False
    return match.group() in ("n", "N") or text[match.end() : match.end() + 1] not in ("'", "\u2019")


def _owns(text: str, at: int, after: str) -> bool:
    """Whether a mark may be the apostrophe of a plural owner or a clipped word, with its noun to come."""
    follows = text[at + 1 : at + 3].lstrip()[:1]
    return after == " " and follows.isalnum() and _MAY_BE_APOSTROPHE.search(text, max(0, at - 4), at) is not None
