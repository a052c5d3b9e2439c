"""Those who are told: what stands between a verb of telling and what is told."""

from __future__ import annotations

from .lexicon import DAYS, DETERMINERS, PEOPLE, TAKES_HEARER
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
_BRACKET = 5
_SEVERAL = (PEOPLE | _MANY) - DETERMINERS
_THINGS = frozenset("same story truth news tale details".split())
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
    if unit.norm(item) == "of" and unit.norm(item - 1) in _MANY | PEOPLE:
        return True  # told a group of reporters
    return unit.norm(item) not in _ENDS_HEARER or reader.names.at(unit.items[item].token) is not None


def _named(unit: Unit, reader: Reader, item: int) -> bool:
    """Whether an item ends a name that owns nothing."""
    proper = reader.names.at(unit.items[item].token)
    return proper is not None and not proper.possessive and proper.last == unit.items[item].token + 1


def _bracket(unit: Unit, item: int) -> int:
    """The item after a bracket that holds a word or two, 0 where it holds more: "told the Associated Press (AP)"."""
    return next((i + 1 for i in range(item + 1, item + _BRACKET) if unit.norm(i) == ")"), 0)


def _programme(unit: Unit, item: int) -> bool:
    """Whether a quotation is what a programme is called: told “Good Morning Leeds” that."""
    if not unit.quoted(item):
        return False
    words = [t for t in unit.document.tokens_in(unit.item_start(item), unit.item_end(item)) if t.is_word]
    return bool(words) and len(words) <= _BRACKET and all(t.capitalized for t in words)


def past_hearer(unit: Unit, reader: Reader, at: int, norm: str) -> int:
    """The item after a verb and those who are told: "told reporters", "told Ann Lee"."""
    last = at + 1
    if norm in TAKES_HEARER and unit.norm(last) in _HEARD:
        return last + 1
    if norm in TAKES_HEARER and _programme(unit, last) and unit.norm(last + 1) in DAYS | {"that", "on"}:
        return last + 1
    if norm in TAKES_HEARER and unit.norm(last) not in DAYS:
        while last < len(unit.items) and last - at < _LONGEST_HEARER and _in_hearer(unit, reader, last):
            last += 1
            if _named(unit, reader, last - 1) and unit.norm(last) == "(" and (closes := _bracket(unit, last)):
                last = closes
            told = unit.norm(last) in DETERMINERS and unit.norm(last + 1) not in _THINGS
            if told and (unit.norm(last - 1) in _SEVERAL | {")"} or _named(unit, reader, last - 1)):
                return last  # "told Ann Lee the deck was gone"
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
