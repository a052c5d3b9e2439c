"""What stands around a word, as numbers: the forms and word classes beside it, hashed by template.

Training and reading share this, so that a weight that was learned is found again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Ids = npt.NDArray[np.int32]
    Hashes = npt.NDArray[np.uint32]

EDGE = 0
"""The number of what lies beyond a sentence's edge."""
REACH = 3
"""How many words to each side are looked at."""
TEMPLATES: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = (
    ((-1,), ()), ((1,), ()), ((-2,), ()), ((2,), ()),
    ((-2, -1), ()), ((-1, 1), ()), ((1, 2), ()),
    ((-3, -2, -1), ()), ((-2, -1, 1), ()), ((-1, 1, 2), ()), ((1, 2, 3), ()),
    ((-1,), (1,)), ((1,), (-1,)),
    ((), (-2, -1)), ((), (-1, 1)), ((), (1, 2)),
    ((), (-3, -2, -1)), ((), (-2, -1, 1)), ((), (-1, 1, 2)), ((), (1, 2, 3)), ((), (-2, -1, 1, 2)),
)  # fmt: skip
"""The places whose form, and the places whose class, a template puts together."""
SHORT_FORMS = frozenset(
    "it's that's let's what's who's there's he's she's here's where's how's when's why's one's".split()
)
_CURLY = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u00ad": None}
)
_MIX = np.uint32(0x9E3779B1)
_FINAL = np.uint32(0x85EBCA6B)
_in_32_bits: Any = np.uint32
"""Takes arrays, which its type does not say, and cuts numba's products, which are of 64 bits."""


class Forms:
    """Numbers the forms of words: the common ones each, the others by shape. More common ones have smaller numbers."""

    def __init__(self, names: Sequence[str]) -> None:
        self._ids = {name: i for i, name in enumerate(names)}
        self._known: dict[tuple[str, bool], int] = {}

    def of(self, word: str, *, initial: bool) -> int:
        """The number of a word; `initial` where it begins a sentence."""
        known = self._known.get((word, initial))
        if known is None:
            known = self._known[word, initial] = self._find(straight(word), initial=initial)
        return known

    def _find(self, word: str, *, initial: bool) -> int:
        lowered = self._ids.get(word.lower()) if initial else None
        found = self._ids.get(word)
        if lowered is not None and (found is None or lowered < found):
            return lowered
        return found if found is not None else self._ids.get(shape(word), EDGE)


def straight(word: str) -> str:
    """A word with straight apostrophes and hyphens, and no soft ones."""
    return word if word.isascii() else word.translate(_CURLY)


def shape(word: str) -> str:
    """The class of a form that is too rare to have a number of its own."""
    if word[0].isdigit() or not any(c.isalpha() for c in word):
        digits = sum(c.isdigit() for c in word)
        return f"<{min(digits, 5)}>" if digits == len(word) else "<number>" if digits else "<mark>"
    if word.endswith("'s"):
        return "<Name's>" if word[0].isupper() else "<word's>"
    if word.isupper():
        return "<UPPER>"
    if "-" in word:
        return f"<-{word[-2:].lower()}>"
    return f"<{'Name' if word[0].isupper() else 'word'} {word[-2:].lower()}>"


def hashes(forms: Ids, classes: npt.NDArray[np.uint8]) -> Hashes:
    """For each place [n] its context under each template [n, templates].

    `forms` and `classes` are those of a text, with REACH edges before the first and after the last word.
    """
    n = len(forms) - 2 * REACH
    by_form, by_class = forms.astype(np.uint32), classes.astype(np.uint32)
    found = np.empty((n, len(TEMPLATES)), np.uint32)
    for i, (words, shapes) in enumerate(TEMPLATES):
        mixed = np.full(n, i * 7919 + 17, np.uint32)
        for ids, places in ((by_form, words), (by_class, shapes)):
            for place in places:
                mixed = (mixed ^ ids[REACH + place : REACH + place + n]) * _MIX
                mixed ^= mixed >> np.uint32(15)
        found[:, i] = mixed
    return found


def keys(contexts: Hashes, candidates: Ids) -> Hashes:
    """The key of each candidate word in a context, of the same shape as both. Training compiles it for single numbers."""
    spread = _in_32_bits(_in_32_bits(candidates) * _MIX)
    mixed = _in_32_bits((contexts ^ spread) * _FINAL)
    found: Hashes = _in_32_bits(mixed ^ (mixed >> np.uint32(13)))
    return found
