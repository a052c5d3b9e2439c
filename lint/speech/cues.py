"""What stands around a verb of saying: its small verbs, its second word, what its tag ends in."""

from __future__ import annotations

from .lexicon import ADVERBS, AUXILIARIES, DETERMINERS, INVERTS, MODALS, NEGATIONS, PREPOSITIONS, PRONOUNS
from .mentions import Reader
from .phrases import Mention
from .units import Unit

_LOOK_BACK = 4
_CONTRACTED = frozenset("it's that's what's there's".split())


def set_off(unit: Unit, item: int) -> bool:
    """Whether a relative clause stands between commas: ", who said", ", in which he said"."""
    first = item - (unit.norm(item - 1) in PREPOSITIONS)
    return unit.mark(first - 1)


def second_word(unit: Unit, at: int, word: str) -> int:
    """The item of a verb's second word: "points out", "made it clear"; 0 where it is not there."""
    second = at + 1 + (unit.norm(at + 1) == "it")
    return second if unit.norm(second) == word else 0


def within_name(unit: Unit, reader: Reader, at: int) -> bool:
    """Whether a word is part of a name: the United States, the Islamic State."""
    token = unit.word(at)
    return at > 0 and token is not None and token.capitalized and reader.names.at(unit.items[at].token) is not None


def names_thing(unit: Unit, reader: Reader, at: int) -> bool:
    """Whether a thing has its name from "called": "a group called the Foundation for Ports planned “a show”"."""
    before, first = unit.word(at - 1), at + 1 + (unit.norm(at + 1) in DETERMINERS)
    name = unit.word(first)
    if before is None or name is None or not before.text.islower() or not name.capitalized:
        return False
    if before.norm in PRONOUNS | ADVERBS | AUXILIARIES or before.norm.endswith("ly"):
        return False
    proper = reader.names.at(unit.items[first].token)
    last = first + 1 if proper is None else unit.item_at(proper.last - 1) + 1
    return not unit.quoted(last) and unit.norm(last) not in DETERMINERS


def ends_tag(unit: Unit, item: int) -> bool:
    """Whether nothing but a quotation, a mark or "that" follows a verb that may also say that something goes on."""
    return item >= len(unit.items) or unit.mark(item) or unit.quoted(item) or unit.norm(item) in ("that", "by", "in")


def beside_quotation(unit: Unit, at: int) -> bool:
    """Whether a verb ends a tag after a quotation or leads to one, so that whatever is its subject speaks."""
    return bool(unit.quotations) and unit.norm(at) in INVERTS


def helpers(unit: Unit, at: int) -> tuple[set[str], bool]:
    """The small verbs before a verb, and whether none of them denies or supposes."""
    found: set[str] = set()
    firm = True
    back = at - 1
    while back >= 0 and at - back <= _LOOK_BACK:
        norm = unit.norm(back)
        token = unit.word(back)
        if token is None or (token.capitalized and back):
            break
        if norm == "to" or norm in AUXILIARIES:
            found.add(norm)
        elif norm in _CONTRACTED:
            found.add("is")
            break
        elif norm in MODALS or norm in NEGATIONS:
            firm = False
        elif norm not in ADVERBS and not norm.endswith("ly"):
            break
        back -= 1
    return found, firm and unit.norm(back - 2) != "nor"  # "nor did she say"


def with_aside(unit: Unit, last: int, mention: Mention) -> int:
    """The item after a mention's aside, where one follows it."""
    if not mention.aside or unit.norm(last) not in (",", "("):
        return last
    stop = last + 1
    end = unit.item_start(last) + len(mention.aside) + 2
    while stop < len(unit.items) and not unit.quoted(stop) and unit.item_start(stop) < end:
        stop += 1
    return stop + 1 if unit.norm(stop) in (",", ")") else stop
