"""What the writer puts in beside what is said: who or what a name is that somebody speaks of, what has become of it."""

from __future__ import annotations

from collections.abc import Iterator

from .attributed import Attribution
from .lexicon import ADVERBS, AUXILIARIES, BE, DAYS, DETERMINERS, MODALS, MONTHS, PEOPLE, PREPOSITIONS, ROLES, TIMES
from .units import Unit

_OPENS = frozenset("a an the one".split())
_RELATIVES = frozenset("who which".split())
_DASHES = frozenset(["\u2014", "--", "\u2013"])
_SAID = frozenset("said told".split())
_PAST_BE = frozenset("was were".split())
_NOW = frozenset("is are has".split())
_LEAST = 4
_MOST = 20
_ROLE_WITHIN = 6
_BEFORE = frozenset("last on in earlier this".split())


def asides(unit: Unit, tag: Attribution, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of items [first, last) that are the writer's: a name's apposition, a clause on what came of somebody."""
    return list(_find(unit, tag, first, last)) if not tag.source else []


def _find(unit: Unit, tag: Attribution, first: int, last: int) -> Iterator[tuple[int, int]]:
    done = first
    for item in range(first + 1, last):
        quoted = comma_quoted(unit, item)
        if item < done or not (unit.norm(item) == "," or unit.norm(item) in _DASHES or quoted):
            continue
        opens = unit.norm(item + 1)
        if opens in _OPENS and _named(unit, item - 1):
            end = _closing(unit, item, last)
            if end is not None and (end < last or _role(unit, item + 1)):
                yield item, (end := min(end + 1, last))
                done = end
        elif opens in _RELATIVES and (unit.norm(item) == "," or quoted):
            end = _closing(unit, item, last)
            if end is not None and _told_of(unit, tag, item, end):
                yield item + quoted, (end := min(end + 1, last))
                done = end


def comma_quoted(unit: Unit, item: int) -> bool:
    """Whether a quotation ends in a comma, which then stands for the sentence's."""
    return unit.quoted(item) and unit.document.text[unit.item_end(item) - 2 : unit.item_end(item) - 1] == ","


def _named(unit: Unit, item: int) -> bool:
    """Whether an item ends a name, and no day."""
    token = unit.word(item)
    return (
        token is not None and token.capitalized and token.norm not in DAYS | MONTHS and unit.word(item - 1) is not None
    )


def _closing(unit: Unit, item: int, last: int) -> int | None:
    """The mark that ends what the one at an item opens, or `last`; None where it may be a list, and for a few words."""
    mark = unit.norm(item) or ","
    for stop in range(item + 1, min(item + _MOST + 1, last)):
        if unit.quoted(stop):
            return None
        if unit.norm(stop) == mark or (unit.norm(stop) in _DASHES and mark in _DASHES):
            listed = unit.norm(stop + 1) in ("and", "or") or unit.norm(stop + 1) in DETERMINERS
            return None if listed or unit.words_between(item, stop) < _LEAST else stop
    ended = last - item <= _MOST + 1
    return last if ended and unit.words_between(item, last) >= _LEAST else None


def _role(unit: Unit, item: int) -> bool:
    """Whether it is told what somebody is: "the mayor of Leeds", "a diver who left in May"."""
    return any(unit.norm(i) in ROLES | PEOPLE for i in range(item + 1, item + _ROLE_WITHIN))


def _told_of(unit: Unit, tag: Attribution, item: int, end: int) -> bool:
    """Whether a relative clause tells of a time past, or of how things stand where the rest is told in the past."""
    verb = next(
        (i for i in range(item + 2, min(item + 6, end)) if unit.norm(i) in BE | AUXILIARIES | MODALS or _past(unit, i)),
        None,
    )
    if verb is None:
        return False
    if unit.norm(verb) in _NOW:
        told = [n for i in range(tag.last, item) if (n := unit.norm(i)) in AUXILIARIES | MODALS]
        return _told_then(unit, tag) and bool(told) and not any(n in _NOW for n in told)
    return (unit.norm(verb) in _PAST_BE or _past(unit, verb)) and any(_dated(unit, i) for i in range(item + 2, end))


def _told_then(unit: Unit, tag: Attribution) -> bool:
    """Whether a tag's verb is in the past."""
    return unit.norm(tag.cue) in _SAID or unit.norm(tag.cue).endswith("ed")


def _past(unit: Unit, item: int) -> bool:
    return unit.norm(item).endswith("ed") and unit.norm(item - 1) not in AUXILIARIES - ADVERBS


def _dated(unit: Unit, item: int) -> bool:
    """Whether a time is given at an item: "in 1986", "on July 6", "last month"."""
    norm = unit.norm(item)
    lead = unit.norm(item - 1)
    return norm in DAYS or (lead in _BEFORE and (norm in TIMES | MONTHS or (norm.isdigit() and lead in PREPOSITIONS)))
