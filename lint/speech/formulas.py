"""Set phrases that say who says: "according to", "in Lee's view", "as Lee put it", "was quoted as saying"."""

from __future__ import annotations

from .attributed import Attribution
from .cues import helpers, with_aside
from .lexicon import BE, BEFORE_CLAUSE
from .mentions import Reader
from .phrases import Mention
from .units import Unit
from .verbs import verb

_LONGEST_SOURCE = 24


def puts_it(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """“As Ann Lee put it” and “Lee puts it this way”, which lead to what is said or end it."""
    read = verb(unit, reader, at, unit.norm(at))
    if read is None or read.mention is None:
        return None
    way = unit.norm(at + 2) == "this" and unit.norm(at + 3) == "way"
    last = at + (4 if way else 2)
    as_put = unit.norm(read.first - 1) == "as"
    last = _to_comma(unit, last) if as_put and unit.norm(len(unit.items) - 1) != ":" else last
    if not (as_put or way or unit.norm(last) == ":" or unit.quoted(last)):
        return None
    return read._replace(last=last, tells=True)


def quoted_saying(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """“…,” Ann Lee was quoted as saying."""
    cue = at + 1 + (unit.norm(at + 1) == "as")
    helped, firm = helpers(unit, at)
    if unit.norm(cue) != "saying" or not helped & BE or not firm:
        return None
    mention = reader.before(unit, at, anything=True)
    if unit.norm(at - 2) == "and":
        mention = reader.after(unit, 0)  # One owner took a photo and was quoted saying
    first = at if mention is None else min(at, unit.item_at(mention.opens))
    return Attribution(first, cue + 1, cue, mention, tells=True)


def source(unit: Unit, reader: Reader, at: int, length: int) -> Attribution:
    """Whoever follows a phrase of some items: "according to Ann Lee", "in the words of the mayor"."""
    mention = reader.after(unit, at + length, anything=True)
    last = at + length
    if mention is None and not at:
        return Attribution(at, _to_comma(unit, last), at, None, tells=True, source=True)
    if mention is not None:
        mention = reader.joined_after(unit, mention)
        last = unit.item_at(mention.last - 1) + 1
        last = with_aside(unit, last, mention)
        opens = not at or (at == 1 and unit.norm(0) in BEFORE_CLAUSE)
        last = _to_comma(unit, last) if opens and unit.norm(last - 1) != "," else last
    return Attribution(at, last, at, mention, tells=True, source=True)


def _to_comma(unit: Unit, item: int) -> int:
    """Where the phrase that goes on at an item ends in a comma, for "according to" at the head of a sentence."""
    for stop in range(item, min(item + _LONGEST_SOURCE, len(unit.items))):
        if unit.norm(stop) == ",":
            return stop
        if unit.quoted(stop):
            break
    return item


def possessor(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """The owner in "in Lee's view" and "in her words"."""
    begin = next((k for k in (2, 3, 4) if unit.norm(at - k) in ("in", "by", "on")), 0)
    if not begin or (unit.norm(at - begin) == "in") is (unit.norm(at) == "account"):
        return None
    owner = {"his": "he", "her": "she", "their": "they", "its": "it"}.get(unit.norm(at - 1))
    token = unit.items[at - 1].token
    if owner is not None:
        mention = Mention(token, token + 1, head=owner)
    else:
        proper = reader.names.at(token)
        if proper is None or not proper.possessive:
            return None
        words = (*proper.words[:-1], proper.words[-1].removesuffix("'s"))
        proper = proper._replace(words=words, shown=proper.shown[:-2])
        mention = Mention(proper.core, proper.last, proper, title=proper.title)
    return Attribution(at - begin, at + 1, at, mention, tells=True, source=True)
