"""How the attributions of one sentence bear on each other: which goes on from which, which is part of what another says."""

from __future__ import annotations

from collections.abc import Sequence

from .attributed import Attribution
from .clauses import OPEN_ASIDE, reports
from .lexicon import ADVERBS, BEFORE_CLAUSE, DAYS, PREPOSITIONS, THINKS
from .relays import told_by
from .units import Unit

_BESIDE = 6
_CONTRASTS = frozenset("though although while but whereas".split())
_RELATIVES = frozenset("that which who what".split())


def wants_grammar(unit: Unit, held: Sequence[Attribution], k: int) -> bool:
    """Whether grammar must say whose the verb of an attribution is."""
    one = held[k]
    if not one.open or one.source or (k and same_subject(unit, held[k - 1], one)):
        return False
    return not (one.participle and any(not a.source for a in held[:k][-1:])) and (
        bool(unit.quotations) or (one.tells and one.firm)
    )


def same_subject(unit: Unit, before: Attribution, one: Attribution) -> bool:
    """Whether a verb goes on from the one before it: "Lee said that the pier was shut, and noted that ..."."""
    at = one.cue - 1
    while unit.norm(at) in ADVERBS - {"and"} or unit.norm(at).endswith("ly"):
        at -= 1
    if before.source or before.relative or before.inverted or unit.norm(at) not in ("and", "but"):
        return False
    return not before.tells or unit.norm(at - 1) == "," or unit.norm(one.last) == "that" or unit.quoted(at - 1)


def parted(unit: Unit, before: Attribution, one: Attribution) -> int:
    """Where the clause begins that parts a tag from a participle: "Lee said it fell, though Cole denied it, saying"; else 0."""
    between = range(before.last + 1, one.cue - 1)
    return next((i + 1 for i in between if unit.norm(i) in _CONTRASTS and unit.norm(i - 1) == ","), 0)


def told_inside(unit: Unit, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are not part of what the last one tells: "She wore what the club said was red, the book says"."""
    if len(found) < 2:
        return list(found)
    last = found[-1]
    ends = unit.words_between(last.last, len(unit.items)) == 0 and not last.relative
    if not (ends and last.tells and last.firm and unit.norm(last.first - 1) == ","):
        return list(found)
    return [a for a in found[:-1] if not _in_relative(unit, a, last)] + [last]


def _in_relative(unit: Unit, one: Attribution, last: Attribution) -> bool:
    """Whether somebody says something only in a relative clause, with no quotation, of a sentence that another closes."""
    led = unit.norm(one.first - 1) in _RELATIVES and unit.word(one.first - 2) is not None
    return led and one.last < last.first and not any(unit.quoted(i) for i in range(last.first))


def within(unit: Unit, before: Attribution, one: Attribution) -> bool:
    """Whether somebody's thinking is part of what another says: "Lee said the council expected “a long winter”"."""
    if before.source or not (before.tells and before.firm):
        return False
    if told_by(unit, before, one):
        return True
    if not one.firm and not one.tells and unit.norm(one.cue - 1) == "to" and one.cue > before.last:
        return not any(unit.quoted(i) for i in range(before.last, one.cue))  # "said he will meet them to discuss “…”"
    if one.participle and unit.word(one.cue - 1) is not None and unit.norm(one.cue - 1) not in BEFORE_CLAUSE:
        told = unit.norm(before.last) == "that" and one.cue > before.last
        return told and not any(unit.quoted(i) for i in range(before.last, one.cue))
    pronoun = one.mention is not None and one.mention.pronoun
    asking = pronoun and unit.norm(one.cue).endswith("ing") and unit.words_between(before.last, one.first) <= 1
    if unit.norm(one.cue) not in THINKS and not asking:
        return False
    between = range(before.last, one.first)
    return unit.words_between(before.last, one.first) <= _BESIDE and not any(
        unit.quoted(i) or (unit.mark(i) and unit.norm(i) not in ("'", "\u2019", ".")) for i in between
    )


def sourced(unit: Unit, before: Attribution, one: Attribution) -> bool:
    """Whether "according to" says where somebody was heard: "“…,” Lee wrote in an email, according to the court"."""
    if before.source or one.first < before.last:
        return False
    if any(unit.quoted(i) for i in range(before.last, one.first)):
        return before.tells and before.firm and unit.quoted(one.first - 1)
    after = unit.norm(before.last)
    closes = not any(unit.norm(i) == "," or unit.quoted(i) for i in range(one.last, len(unit.items)))
    if closes and not before.inverted and unit.norm(one.first - 1) == "," and reports(unit, before):
        return True  # "Lee has promised that she will go, according to a statement"
    told = unit.norm(before.first - 1) == "," or unit.quoted(before.first - 1) or unit.mark(before.first - 1)
    return told and (
        after in PREPOSITIONS | DAYS | OPEN_ASIDE | {","} or unit.words_between(before.last, one.first) < 2
    )
