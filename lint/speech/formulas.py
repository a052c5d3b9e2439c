"""Set phrases that say who says: "according to", "in Lee's view", "as Lee put it", "was quoted as saying"."""

from __future__ import annotations

from .attributed import Attribution
from .cues import helpers, with_aside
from .hearers import past_hearer
from .lexicon import ADVERBS, BE, BEFORE_CLAUSE, MODALS, NEGATIONS, QUOTING, TELLS
from .mentions import Reader
from .phrases import Mention
from .units import Unit
from .verbs import verb

HEARD = frozenset("quoted heard overheard seen recorded filmed caught shown reported cited".split())
"""Participles of how somebody came to be heard: "was quoted as saying", "can be heard chanting"."""

_SPEAKING = frozenset(w for w in QUOTING if w.endswith("ing")) | {"chanting", "singing", "calling", "screaming"}
_ON_TAPE = 5
_CAN = frozenset(["can", "could"])
_LET = frozenset("let lets letting".split())
MADE = _LET | frozenset(
    "make makes made making issue issues issued issuing raise raises raised raising express expresses expressed expressing "
    "voice voices voiced voicing offer offers offered offering sound sounds sounded sounding repeat repeats repeated "
    "repeating lay lays laid laying".split()
)
"""Verbs that make a set phrase of saying with a noun: "made the case that", "raised concerns that"."""

_CASES = frozenset(
    "case argument point claim announcement assertion allegation suggestion accusation assurance admission prediction "
    "statement declaration warning warnings concern concerns fear fears claims allegations accusations complaint complaints "
    "view opinion prediction reminder assurances".split()
)
_CASE_WITHIN = 5
_HEARD_WITHIN = 6
_COMMENT_WITHIN = 10
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
    """“…,” Ann Lee was quoted as saying; Lee could be heard telling the crew."""
    cue = next((i for i in range(at + 1, at + 1 + _ON_TAPE) if unit.norm(i) in _SPEAKING), 0)
    helped, _ = helpers(unit, at)
    if not cue or not helped & BE or any(unit.mark(i) or unit.quoted(i) for i in range(at + 1, cue)):
        return None
    first = at
    while unit.norm(first - 1) in BE | (ADVERBS - {"and"}) | _CAN or unit.norm(first - 1).endswith("ly"):
        first -= 1
    if unit.norm(first - 1) in NEGATIONS | MODALS | {"to"}:
        return None
    mention = reader.before(unit, first, anything=True)
    if unit.norm(first - 1) == "and":
        mention = reader.after(unit, 0)  # One owner took a photo and was quoted saying
    norm = unit.norm(cue)
    first = first if mention is None else min(first, unit.item_at(mention.opens))
    return Attribution(first, past_hearer(unit, reader, cue, norm), cue, mention, tells=norm in TELLS)


def made_known(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """“Lee made the case that the pier is safe”, “let it be known that it is”."""
    if unit.norm(at) in _LET:
        words = [unit.norm(at + k) for k in range(1, 4)]
        last = at + 4 if words == ["it", "be", "known"] else 0
    else:
        last = next((i + 1 for i in range(at + 1, at + _CASE_WITHIN) if unit.norm(i) in _CASES), 0)
        if last and unit.norm(last) in ("to", "from", "among"):
            last = next((i for i in range(last + 1, last + _HEARD_WITHIN) if unit.norm(i) == "that"), last)
    if not last or unit.norm(last) != "that" or any(unit.mark(i) or unit.quoted(i) for i in range(at, last)):
        return None
    read = verb(unit, reader, at, unit.norm(at))
    return None if read is None or not read.firm else read._replace(last=last, tells=True)


def commented(unit: Unit, at: int) -> bool:
    """Whether a verb closes a comment of the kind “as Lee mentioned”, which stands beside what is said."""
    for item in range(at - 1, max(-1, at - _COMMENT_WITHIN), -1):
        if unit.norm(item) == "as":
            return item == 0 or unit.mark(item - 1) or unit.quoted(item - 1) or unit.norm(item - 1) in BEFORE_CLAUSE
        if unit.quoted(item) or unit.norm(item) in BEFORE_CLAUSE - {"once"}:
            return False
    return False


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
    if unit.norm(at - begin - 1) in QUOTING:
        return None  # "something that Lee stressed in his opinion"
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
