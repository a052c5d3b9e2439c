"""Two words set as one."""

from __future__ import annotations

from functools import lru_cache

from .pairs import pairs
from .speller import OFTEN, speller_for
from .words import words

_ALONE = frozenset("ai")
"""The letters that are words."""
_FUNCTION = frozenset(
    "a about after all also an and any are as at be been before but by can could did do each every for from had has have "
    "he her him his how i if in into is it its may more most my no not of off on one or other our out over she so some "
    "such than that the their them then there these they this those through to under up was we were what when where "
    "which who will with would you your".split()
)
_SPACE_LEFT_OUT = 1.5
_RARELY = 3


@lru_cache(maxsize=2_000)
def run_on(form: str) -> tuple[str, str] | None:
    """The two words that a form in lower case is, where it is in no dictionary and they are likelier than a slip.

    They often stand side by side and one of them is a word of grammar ("ofthe", "alot", "afterall"): two others make
    a compound.
    """
    if form in words():
        return None
    best, found = _RARELY, None
    for at in range(1, len(form)):
        left, right = form[:at], form[at:]
        alone = (at > 1 or left in _ALONE) and (len(right) > 1 or right in _ALONE)
        if alone and (left in _FUNCTION or right in _FUNCTION) and pairs().often(left, right) > best:
            best, found = pairs().often(left, right), (left, right)
    if found is None:
        return None
    candidates = speller_for().judge(form).candidates
    return found if not candidates or OFTEN * best - _SPACE_LEFT_OUT >= candidates[0].score else None
