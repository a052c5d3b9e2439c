"""Those who are told: what stands between a verb of telling and what is told."""

from __future__ import annotations

from .lexicon import DAYS, TAKES_HEARER
from .mentions import Reader
from .units import Unit

_HEARD = frozenset("us me him them".split())
_LONGEST_HEARER = 12
_LONGEST_ASIDE = 20
_MANY = frozenset(
    "group groups crowd audience panel room gathering number handful dozens hundreds thousands members conference meeting "
    "rally roomful pool couple pair most some many all both one team board committee house".split()
)
_OPENS_ASIDE = frozenset("who which whose a an the".split())
_CLAUSE = frozenset(
    "he she they it there i we he's she's they're it's there's i'm we're they've he'd she'd they'd".split()
)
_ENDS_HEARER = _CLAUSE | frozenset("that to in on at about of when while after before".split())
_AFTER_HEARER = _CLAUSE | frozenset("that , : . in on at to about when while after before".split())


def _in_hearer(unit: Unit, reader: Reader, item: int) -> bool:
    """Whether an item goes on naming those who are told; the point of "Mr." is part of a name."""
    if unit.word(item) is None:
        return unit.norm(item) == "&" or (
            unit.norm(item) == "." and reader.names.at(unit.items[item].token) is not None
        )
    if unit.norm(item) == "of" and unit.norm(item - 1) in _MANY:
        return True  # told a group of reporters
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
        last = _past_aside(unit, last)
    return last


def _past_aside(unit: Unit, comma: int) -> int:
    """The "that" after an aside on those who are told, where one follows: "told The Post, which owns the pier, that"."""
    if unit.norm(comma) != "," or unit.norm(comma + 1) not in _OPENS_ASIDE:
        return comma
    for item in range(comma + 2, min(comma + _LONGEST_ASIDE, len(unit.items))):
        if unit.quoted(item):
            break
        if unit.norm(item) == "," and unit.norm(item + 1) == "that":
            return item + 1
    return comma
