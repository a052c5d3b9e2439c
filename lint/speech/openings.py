"""Whom "it" and "they" go back to: the document, the body or the group that opens a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from .descriptions import NOUNS
from .lexicon import BEFORE_CLAUSE, DETERMINERS, DOCUMENTS, ORG_NOUNS, PEOPLE
from .mentions import STOPS_PHRASE, Reader
from .phrases import Mention
from .units import Unit

_THING_WITHIN = 7
_ONE_WITHIN = 3
_NO_THINGS = frozenset("figure data page result state city county house text".split())


def plural(reader: Reader, unit: Unit, token: int) -> Mention | None:
    """The subject that "they" goes back to in its own sentence: "Trade groups want rules that they say ..."."""
    for item in range(unit.item_at(token)):
        noun = unit.norm(item)
        if not noun.endswith("s") or not (noun in PEOPLE or noun.rstrip("s") in ORG_NOUNS):
            continue
        found = reader.ending(unit, item)
        if found is None or found.proper is not None:
            continue
        first = unit.item_at(found.opens)
        if (
            not first
            or (first == 1 and unit.mark(0))
            or unit.norm(first - 1) in BEFORE_CLAUSE
            or unit.norm(first - 2) in ("plurality", "majority")
        ):
            return found
    return None


def thing_before(reader: Reader, unit: Unit, item: int, units: Sequence[Unit]) -> tuple[Mention, Unit] | None:
    """The document or body that opens the sentence before, to which "it" goes back: "The poll asked men. It found"."""
    if item > _THING_WITHIN // 2 and (here := _thing_first(reader, unit)) is not None:
        return (here, unit) if here.first < unit.items[item].token else None
    if not unit.index or units[unit.index - 1].block < unit.block - 1:
        return None
    before = units[unit.index - 1]
    thing = _thing_first(reader, before)
    return None if thing is None else (thing, before)


def _thing_first(reader: Reader, other: Unit) -> Mention | None:
    """The document or body that opens a sentence."""
    if other.norm(0) not in DETERMINERS - {"his", "her", "their", "my", "our"}:
        return None
    for item in range(1, min(_THING_WITHIN, len(other.items))):
        noun = other.norm(item)
        if other.quoted(item) or other.mark(item) or noun in STOPS_PHRASE:
            return None
        if noun in (DOCUMENTS | ORG_NOUNS) - _NO_THINGS and not noun.endswith("s"):
            following = other.word(item + 1)
            if following is None or following.norm in NOUNS or following.capitalized:
                return None
            found = reader.ending(other, item)
            return found if found is not None and found.proper is None else None
    return None


def one_of(unit: Unit, units: Sequence[Unit]) -> str:
    """What those are of whom "one" or "another" opens a sentence, as a noun in the singular, "" where nothing tells."""
    for before in reversed(units[max(0, unit.index - _ONE_WITHIN) : unit.index]):
        if before.block < unit.block - _ONE_WITHIN:
            break
        nouns = [before.norm(i) for i in range(len(before.items)) if not before.quoted(i)]
        for noun in nouns:
            if noun.endswith("s") and (noun in PEOPLE or noun[:-1] in DOCUMENTS | ORG_NOUNS):
                return noun[:-1]
    return ""
