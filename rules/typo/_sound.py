"""Whether a word is said with a vowel first, which is what “a” and “an” go by."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from pathlib import Path


class Sound(Enum):
    """What a word opens with."""

    VOWEL = "vowel"
    CONSONANT = "consonant"
    EITHER = "either"
    """Speakers differ, or nobody can tell from the letters."""


_TABLE = Path(__file__).with_name("_sounds.txt")
_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names open with a vowel: an F, an X."""
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+\.?(?:['\u2019]?s)?")
_ACRONYM = re.compile(r"([A-Z]{2,})(?:['\u2019]?s)?")
_LETTER = re.compile(r"([A-Z])(?:['\u2019]s|\d\w*)?|[a-z]\d*")
_SPELLED = frozenset(
    "EU FAA FEC FOB HIV HOA HMO LA LAPD MIA MIT MOU NAACP NCAA NIH NIMH SEC SEIU SUV UAE UAW UFO UK UN US USA USAID USDA USMCA "
    "USO USPS UVA".split()
)
"""Acronyms with a vowel among their letters that are said letter by letter all the same."""
_SAID = frozenset(
    "FAFSA FEMA FICA FIFA FISA HAMAS HIPAA HUD LASIK LEED LIBOR MADD MAGA MERS NAFTA NASA NASCAR NATO NORAD RICO RINO SALT "
    "SARS SCOTUS SCUBA SEAL SEATO SNAP SPAC STEM SWAT UNESCO UNICEF".split()
)
"""Acronyms that are said as words and open with a consonant."""
_UNSTRESSED = re.compile(
    r"h(?:abit|allucin|armonic|ebra|eredit|eroic|ilar|ispan|istor|orrend|orrif|otel|umong|ypno|ypoth|yster)"
)
"""An unstressed first syllable, before which some good writers put “an” still."""
_LIKE_YOU = re.compile(r"eu|ew[aei]|u(?:ni(?!d|gn|m[abmop]|n|r)|[bdgklmptrs][aeiou]|fo\b)")
_LIKE_ONE = re.compile(r"once|one(?:$|s$|sel|ness|time)|oui")
_HOURS_LONG = re.compile(r"hours?-?long")
_HARD_TO_TELL = re.compile(r"u[^aeiou][aeiou]|u[aeiy]|oua|y[^aeiou]|ng|mb|nk|nd")
_NUMBER = re.compile(r"\d[\d,]*")


def sound(word: str) -> Sound:
    """What `word`, as it stands in the draft, opens with: letters, figures or both."""
    word = word.lstrip("'\u2018\u2019")
    if word[:1].isdigit():
        return _of_figure(word)
    first = re.split(r"[-\u2010\u2011&/]", word, maxsplit=1)[0]
    if _INITIALS.fullmatch(first) or (_LETTER.fullmatch(first) and first != "I"):
        return _of_letter(first[0])
    acronym = _ACRONYM.fullmatch(first)
    return _of_acronym(acronym[1]) if acronym else _of_word(first)


def _of_letter(letter: str) -> Sound:
    if letter in "Hh":
        return Sound.EITHER  # "aitch", or "haitch"
    return Sound.VOWEL if letter.upper() in _NAMED_WITH_VOWEL else Sound.CONSONANT


def _of_figure(figure: str) -> Sound:
    """Eight, eleven and eighteen open with a vowel, of whatever they count; years in 1100 and 1800 too."""
    match = _NUMBER.match(figure)
    assert match is not None, figure
    leading = match[0].partition(",")[0]
    if leading[0] == "8" or leading in ("11", "18"):
        return Sound.VOWEL
    if leading[0] == "0" or (len(leading) == 4 and leading[:2] in ("11", "18")):
        return Sound.EITHER
    return Sound.CONSONANT


def _of_acronym(letters: str) -> Sound:
    """Said by its letters where it has no vowel or is known to be; said as a word where that is known."""
    if letters in _SPELLED:
        return _of_letter(letters[0]) if letters[0] != "H" else Sound.VOWEL
    if letters in _SAID:
        return Sound.CONSONANT
    known = _table().get(letters.lower())
    if known is not None or letters in ("AA", "BB"):
        return known or Sound.EITHER  # "double A"
    if letters[0] in "AEIO":
        return Sound.EITHER if _LIKE_YOU.match(letters.lower()) else Sound.VOWEL
    if letters[0] == "U":
        return Sound.EITHER if letters[1] in "NMR" else Sound.CONSONANT
    if letters[0] not in _NAMED_WITH_VOWEL:
        return Sound.CONSONANT
    return Sound.EITHER if re.search("[AEIOUY]", letters) else Sound.VOWEL


def _of_word(word: str) -> Sound:
    lower = word.lower().replace("\u2019", "'").partition("'")[0]
    known = _table().get(lower)
    if known is not None:
        return known
    if re.match(r"[A-Z]{2}", word) or not lower[:1].isascii():
        return Sound.EITHER  # NBCUniversal, Édouard
    return by_letters(lower)


def by_letters(word: str) -> Sound:
    """What a word in lower case opens with, to go by its letters alone."""
    if is_unstressed(word):
        return Sound.EITHER
    if _HOURS_LONG.fullmatch(word):
        return Sound.VOWEL
    if _LIKE_YOU.match(word) or _LIKE_ONE.match(word):
        return Sound.CONSONANT
    if _HARD_TO_TELL.match(word):
        return Sound.EITHER
    return Sound.VOWEL if word[:1] in tuple("aeiou") else Sound.CONSONANT


def is_unstressed(word: str) -> bool:
    """Whether a word in lower case opens with an h that some leave unsaid, as in “an historic day”."""
    return _UNSTRESSED.match(word) is not None


@lru_cache(maxsize=1)
def _table() -> dict[str, Sound]:
    rows = _TABLE.read_text(encoding="utf-8").splitlines()
    return {word: Sound(kind) for word, _, kind in (r.partition(" ") for r in rows if not r.startswith("#"))}
