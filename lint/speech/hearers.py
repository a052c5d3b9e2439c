"""Those who are told: what stands between a verb of telling and what is told."""

from __future__ import annotations

from .lexicon import DAYS, TAKES_HEARER
from .mentions import Reader
from .units import Unit

_HEARD = frozenset("us me him them".split())
_LONGEST_HEARER = 12
_CLAUSE = frozenset(
    "he she they it there i we he's she's they're it's there's i'm we're they've he'd she'd they'd".split()
)
_ENDS_HEARER = _CLAUSE | frozenset("that to in on at about of when while after before".split())
_AFTER_HEARER = _CLAUSE | frozenset("that , : . in on at to about when while after before".split())


def _in_hearer(unit: Unit, reader: Reader, item: int) -> bool:
    """Whether an item goes on naming those who are told; the point of "Mr." is part of a name."""
    if unit.word(item) is None:
        return unit.norm(item) == "." and reader.names.at(unit.items[item].token) is not None
    return unit.norm(item) not in _ENDS_HEARER or reader.names.at(unit.items[item].token) is not None


def past_hearer(unit: Unit, reader: Reader, at: int, norm: str) -> int:
    """The item after a verb and those who are told: "told reporters", "told Ann Lee"."""
    last = at + 1
    if norm in TAKES_HEARER and unit.norm(last) in _HEARD:
        return last + 1
    if norm in TAKES_HEARER and unit.norm(last) not in DAYS:
        while last < len(unit.items) and last - at < _LONGEST_HEARER and _in_hearer(unit, reader, last):
            last += 1
        if unit.norm(last) not in _AFTER_HEARER and not unit.quoted(last):
            return at + 1
    return last
