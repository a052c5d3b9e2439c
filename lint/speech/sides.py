"""On which side of a tag what is said stands: before it, after it, or on both sides of one that parts it."""

from __future__ import annotations

from collections.abc import Sequence

from .attributed import Attribution
from .clauses import OPEN_ASIDE, after_time, begins_with_verb, clause, goes_on, no_clause
from .lexicon import AUXILIARIES, DAYS, DETERMINERS, ISSUED, MODALS, MONTHS, PREPOSITIONS, PRONOUNS, SUBJECTS, TIMES
from .units import Unit

_LEAST = 3
_STATED = frozenset("in on at during when after by via as while for through last late early before speaking".split())
_NO_GOING_ON = (
    _STATED | PREPOSITIONS | frozenset("who which whose though although he she his her their according flanked".split())
)
_SUPPOSES = frozenset("if unless".split())
_RELATIVES = frozenset("who which whose".split())
_SAID_WHEN = DAYS | MONTHS | TIMES | ISSUED | frozenset("conference hearing briefing rally call testimony".split())


def told_in(unit: Unit, tag: Attribution, sides: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where what is reported stands: before the tag, after it, or on both sides of one that parts it."""
    if parts(unit, tag, *sides):
        return list(sides)
    side = _side(unit, tag, sides)
    return [] if side is None else [side]


def parts(unit: Unit, tag: Attribution, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a tag stands in the midst of what is said: "The pier, Lee said, is shut"."""
    first = after[0] + 1
    opens = tag.first - (unit.norm(tag.first - 1) == "as")
    described = tag.inverted and mention_aside(tag) and unit.norm(after[0] - 1) == ","
    if described and unit.norm(tag.first - 1) == "," and unit.norm(after[0]) in AUXILIARIES | MODALS:
        return unit.words_between(*after) >= _LEAST and unit.words_between(*before) > 0
    if tag.source and _leads(unit, tag.first - 1):
        return False
    if conditional(unit, tag, before):
        return any(unit.quoted(i) for i in range(*after)) or unit.words_between(*after) >= _LEAST
    parted = before[1] > before[0] and unit.norm(opens - 1) == "," and unit.norm(after[0]) == ","
    if parted and begins_with_verb(unit, first) and unit.words_between(*before):
        return True  # "The pier, Lee said, “is shut”"
    if not parted or unit.words_between(*after) < _LEAST or not unit.words_between(*before):
        return False
    described = tag.inverted or (tag.source and unit.norm(first) in DETERMINERS)
    brief = no_clause(unit, *before)
    verb_follows = tag.inverted and not mention_aside(tag) and unit.norm(first) in AUXILIARIES | MODALS
    if described and not (brief and tag.source) and not verb_follows and unit.words_between(*before) >= _LEAST:
        return False
    following = unit.norm(first)
    if not tag.inverted and not tag.source and (following in _RELATIVES or _fronted(unit, before, following)):
        return True
    goes_on = following not in _NO_GOING_ON and not following.endswith(("ing", "ed"))
    return goes_on or (brief and not described and following.endswith("ed"))


def runs_on(unit: Unit, tag: Attribution) -> bool:
    """Whether more of what is said follows a tag after what stands before it: "“…,” Lee said, but that she would go"."""
    led = unit.norm(tag.last) == "," and unit.norm(tag.last + 1) in ("and", "but") and unit.norm(tag.last + 2) == "that"
    return led and unit.norm(tag.last + 3) not in AUXILIARIES | MODALS


def opens_aside(unit: Unit, tag: Attribution) -> bool:
    """Whether a tag stands in a clause that opens the sentence, before another: "Before he announced a run, ..."."""
    return unit.norm(0) in OPEN_ASIDE and not any(unit.quoted(i) or unit.norm(i) == "," for i in range(tag.cue))


def conditional(unit: Unit, tag: Attribution, before: tuple[int, int]) -> bool:
    """Whether what is said is said of a case that opens the sentence: "If the deck falls, Lee said the board will pay"."""
    opens = unit.norm(before[0] + (unit.norm(before[0]) in ("and", "but", "even"))) in _SUPPOSES
    plain = not (tag.inverted or tag.source or tag.relative) and unit.norm(tag.first - 1) == ","
    return opens and plain and tag.firm and (unit.norm(tag.last) != "," or unit.quoted(tag.last + 1))


def _leads(unit: Unit, item: int) -> bool:
    """Whether an item leads from the writer's words to what is said: "the fact is that, according to", "a hint: according to"."""
    item -= unit.norm(item) == ","
    return unit.norm(item - 1) not in PREPOSITIONS and unit.norm(item) in ("who", "which", "that", ":")


def _fronted(unit: Unit, before: tuple[int, int], following: str) -> bool:
    """Whether what stands before a tag is a phrase that opens a clause after it: "In all those years, Lee says, she ..."."""
    opens = unit.norm(before[0]) in PREPOSITIONS | OPEN_ASIDE | _SUPPOSES
    timed = any(unit.norm(i) in _SAID_WHEN or unit.norm(i).isdigit() for i in range(*before))
    commas = any(unit.norm(i) == "," or unit.quoted(i) for i in range(before[0], before[1] - 1))
    return opens and following in PRONOUNS and not timed and not commas


def mention_aside(tag: Attribution) -> bool:
    """Whether something beside a tag's speaker says who that is."""
    return tag.mention is not None and bool(tag.mention.aside)


def _side(unit: Unit, tag: Attribution, sides: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where what is reported stands: before the tag or after it."""
    (before, after) = sides
    words_before, words_after = unit.words_between(*before), unit.words_between(*after)
    following = unit.norm(after[0])
    words_after += "'" in following and following in SUBJECTS  # "say they're late": a whole clause
    if tag.source and _leads(unit, tag.first - 1) and words_after >= _LEAST:
        return after
    if following == "about" and not (
        unit.norm(after[0] + 1)[:1].isdigit() or unit.norm(after[0] + 1) in DETERMINERS | {"half"}
    ):
        return None
    if tag.inverted or (tag.source and tag.first > 0):
        return before if words_before >= _LEAST else after if tag.source and words_after >= _LEAST else None
    closed = before[1] > 0 and unit.norm(tag.first - 1) in (",", "\u2014", "--", "\u2013")
    commented = unit.norm(tag.first - 1) == "as" and unit.norm(tag.first - 2) == ","
    leads_on = following == "," and unit.norm(after[0] + 1) == "that"
    if commented and following in PREPOSITIONS | {",", ".", ""} and words_before > _LEAST and not leads_on:
        return before
    if (timed := after_time(unit, after[0])) > after[0]:
        following = unit.norm(timed) or "."
    ended = words_after < _LEAST or following in _STATED | PREPOSITIONS | {",", "."}
    if (
        closed
        and ended
        and words_before >= _LEAST
        and (unit.norm(before[0]) not in OPEN_ASIDE or goes_on(unit, *before))
        and (words_after < _LEAST or unit.norm(before[0]) not in PREPOSITIONS)
    ):
        return before
    stated = following in _STATED and clause(unit, after[0]) == after[0]
    return after if words_after >= (2 * _LEAST if stated else _LEAST) else None
