"""How far what is said goes: where the writer's own words run on from it, and the loose ends before another tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.quotations import Quotation
from ..text.span import Span
from .asides import asides, comma_quoted
from .attributed import Attribution
from .clauses import after_time, clause
from .gazetteer import GROUP_NAMES
from .lexicon import (
    ACTS,
    BEFORE_CLAUSE,
    DAYS,
    DETERMINERS,
    ISSUED,
    NEGATIONS,
    PEOPLE,
    PREPOSITIONS,
    QUOTING,
    SUBJECTS,
    TIMES,
)
from .units import Unit

_LEFT_HANGING = frozenset("and but or while as although though whereas who which".split())
_LOOSE_ENDS = BEFORE_CLAUSE | PREPOSITIONS | _LEFT_HANGING | frozenset(["least"])
_STRIP = " \t\n,;:\u2014\u2013-"
_DASHES = frozenset(["\u2014", "--", "\u2013"])
_LEAST = 3
_NEAR = 6
_NEAR_NAME = 4
_AGAINST = frozenset("but yet though although".split())
_SILENT = frozenset(
    "say specify elaborate give provide offer name identify explain detail disclose comment address".split()
)
_NOT = NEGATIONS | frozenset("wouldn't couldn't won't can't didn't declined refused declines refuses".split())
_SHORT = frozenset(["elaborating", "specifying"])
_WITHOUT = _SHORT | frozenset("saying giving providing offering naming identifying citing".split())
_DISPUTES = frozenset(
    "agree agrees disagree disagrees disagreed dispute disputes disputed doubt doubts doubted dubious skeptical "
    "sceptical unconvinced unimpressed".split()
)
_CONCURS = frozenset("agrees agreed concurs concurred disagrees disagreed".split())
_ON_OCCASION = frozenset("in during at".split())
_OCCASIONS = frozenset("ruling hearing briefing conference rally debate opinion".split())
_UNCLEAR = _NOT | frozenset("it's isn't wasn't".split())
_OTHERS = PEOPLE | GROUP_NAMES | frozenset(["few", "many", "not"])
_PAST = frozenset("was were had would could did might wasn't weren't hadn't wouldn't couldn't didn't".split())
_PRESENT = frozenset("is are has have does do isn't aren't hasn't haven't doesn't don't".split())
_AT_FIRST = frozenset("initially originally".split())
_GLOSSES = frozenset(
    "reference allusion nod swipe jab dig reversal departure comment remark claim statement assertion accusation "
    "sentiment stance move".split()
)
_REFERS = frozenset(
    "referring referencing alluding underscoring highlighting echoing prompting sparking citing contradicting".split()
)
_GIVES = frozenset("provided gave offered provides gives offers".split())
_NONE_OF_IT = frozenset("no few little".split())
_LENGTHS = frozenset("day days week weeks hour hours minutes month months year years".split())
_FRONTED = frozenset("while although though when after because since if whereas".split())
_ASKED = frozenset("asked questioned pressed".split())
_SAID = frozenset("said told".split())


def spans(
    unit: Unit, sides: Sequence[tuple[int, int]], quotations: Sequence[Quotation], tag: Attribution, *, whole: bool
) -> tuple[Span, ...]:
    """The prose of stretches of items, outer white space and commas left out, quotations whole.

    After the tag, a "that" or a day may lead to what is said, but not where the `whole` is said.
    """
    found: list[Span] = []
    text = unit.document.text
    for first, last in sides:
        if first >= tag.last and not whole:
            first = min(after_time(unit, clause(unit, _past_stated(unit, first, last))), last)
        else:
            led = first > 0 or unit.norm(first + 1) in DETERMINERS | SUBJECTS
            first += led and unit.norm(first) == "that"
        if first >= last:
            continue
        resumed = _resumed(unit, tag, first, last) if first >= tag.last else last
        last = resumed if resumed < last else _without_loose_end(unit, first, last)
        if first >= last:
            continue
        for part in _parts(first, last, asides(unit, tag, first, last)):
            start, end = unit.item_start(part[0]), unit.item_end(part[1] - 1)
            while start < end and text[start] in _STRIP:
                start += 1
            while end > start and text[end - 1] in _STRIP:
                end -= 1
            if start < end and (not found or start >= found[-1].end):
                found.append(Span(start, end))
    return tuple(found) or tuple(Span(q.start, q.end) for q in quotations)


def _parts(first: int, last: int, out: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Items [first, last) without some stretches of them."""
    for begin, end in out:
        if first < begin:
            yield first, begin
        first = end
    if first < last:
        yield first, last


def _past_stated(unit: Unit, first: int, last: int) -> int:
    """The quotation that a colon leads to after how it was said: "told The Post in reply to Cole: “…,” and left"."""
    if unit.norm(first) not in PREPOSITIONS:
        return first
    colon = next((i for i in range(first, last) if unit.norm(i) == ":" and unit.quoted(i + 1)), None)
    return first if colon is None or any(unit.quoted(i) for i in range(first, colon)) else colon + 1


def _resumed(unit: Unit, tag: Attribution, first: int, last: int) -> int:
    """Where the writer takes over again in items [first, last) after a tag, `last` where that is nowhere."""
    held = max((i + 1 for i in range(first, last) if unit.quoted(i)), default=first)
    fronted = _fronted(unit, tag)
    for item in range(max(held, first), last):
        if _writes_on(unit, tag, item) or (fronted and _main_clause(unit, first, item)):
            return item
    return last


def _writes_on(unit: Unit, tag: Attribution, item: int) -> bool:
    """Whether the writer's words begin at an item: a turn against what was said, a gloss of it, when it was said."""
    norm = unit.norm(item)
    if _when_asked(unit, item) or _agrees(unit, item):
        return True
    if norm in _DASHES:
        return unit.norm(item + 1) == "but" or _glosses(unit, item + 1)
    if norm in _AGAINST | {"without", "and"} and not unit.mark(item - 1) and not comma_quoted(unit, item - 1):
        return _keeps_silent(unit, item) or (norm == "but" and _now(unit, tag, item, unit.norm(item + 1)))
    if norm not in (",", ";") and not comma_quoted(unit, item - 1):
        return False
    first = item + unit.mark(item)
    following = unit.norm(first)
    if following in _AGAINST | {"without"}:
        return _turns_against(unit, tag, first)
    return (
        following in _REFERS
        or (following == "in" and unit.norm(first + 1) == "reference")
        or _glosses(unit, first)
        or _since_said(unit, first)
        or _where_said(unit, first)
        or (following == "while" and _another_says(unit, first + 1))
    )


def _when_asked(unit: Unit, item: int) -> bool:
    """Whether it is told at an item when somebody said it: "when asked about the pier", ", and when pressed, ..."."""
    at = item + (unit.norm(item) == ",")
    at += unit.norm(at) in ("and", "but")
    return unit.norm(at) == "when" and unit.norm(at + 1) in _ASKED


def _agrees(unit: Unit, item: int) -> bool:
    """Whether it is told at an item that somebody else is of the same mind: "and Tom Cole agrees"."""
    named = unit.word(item + 1)
    near = {unit.norm(i) for i in range(item + 2, item + 2 + _NEAR_NAME)}
    return unit.norm(item) == "and" and named is not None and named.capitalized and bool(near & _CONCURS)


def _glosses(unit: Unit, item: int) -> bool:
    """Whether it is told at an item what was said is: "a nod to the fire", "something the board has long wanted"."""
    if unit.norm(item) == "something":
        return unit.word(item + 1) is not None and unit.norm(item + 1) not in PREPOSITIONS | {"that", "else", "like"}
    return unit.norm(item) in DETERMINERS and any(unit.norm(i) in _GLOSSES for i in range(item + 1, item + 3))


def _another_says(unit: Unit, item: int) -> bool:
    """Whether somebody else is named at an item who says or does something: "while Maver proposed more talks"."""
    named = unit.word(item)
    led = named is not None and named.norm in DETERMINERS
    near = {unit.norm(i) for i in range(item + 1, item + _NEAR_NAME + led)}
    return (
        named is not None
        and (named.capitalized or led)
        and named.norm not in SUBJECTS
        and bool(near & (QUOTING | ACTS))
    )


def _turns_against(unit: Unit, tag: Attribution, item: int) -> bool:
    """Whether "but" at an item leads to the writer's objection and not to the speaker's own."""
    if _keeps_silent(unit, item):
        return True
    if unit.norm(tag.cue - 1) in _AT_FIRST:
        return True  # "initially said the pier was shut, but opened it"
    near = [unit.norm(i) for i in range(item + 1, item + 1 + _NEAR)]
    if any(n in _OTHERS for n in near[:2]) and any(n in _DISPUTES for n in near):
        return True
    doubted = "unclear" in near or ("clear" in near and _UNCLEAR.intersection(near))
    if doubted and not (unit.norm(item) == "but" and "was" in near):
        return True  # "although it was not clear when"
    if unit.norm(item) in ("though", "although") and unit.norm(tag.cue) in _SAID and _then(unit, item, near):
        return True
    return _now(unit, tag, item, next((n for n in near if n in _PAST | _PRESENT), ""))


def _then(unit: Unit, item: int, near: Sequence[str]) -> bool:
    """Whether what follows an item is past where all that was said is told as it is now: "though he hedged"."""
    told = [n for i in range(item) if (n := unit.norm(i)) in _PAST | _PRESENT or n.endswith(("'s", "'re", "'ve"))]
    past = next((n for n in near if n in _PAST | _PRESENT or n.endswith("ed")), "")
    return past.endswith("ed") and bool(told) and not _PAST.intersection(told)


def _now(unit: Unit, tag: Attribution, item: int, verb: str) -> bool:
    """Whether a verb after an item is in the present where all that was said is told in the past."""
    told = [n for i in range(item) if (n := unit.norm(i)) in _PAST | _PRESENT or n.endswith("'d")]
    return unit.norm(tag.cue) in _SAID and verb in _PRESENT and bool(told) and not _PRESENT.intersection(told)


def _keeps_silent(unit: Unit, item: int) -> bool:
    """Whether what follows an item is what the speaker does not tell: "but did not say when", "without elaborating"."""
    if unit.norm(item) == "without":
        return unit.norm(item + 1) in (_WITHOUT if unit.norm(item - 1) == "," else _SHORT)
    if unit.norm(item + 1) == "neither" and unit.norm(item + 2).endswith("ed"):
        return True
    near = [unit.norm(i) for i in range(item + 1, item + 1 + _NEAR)]
    if near[0] in _GIVES and near[1] in _NONE_OF_IT:
        return True
    denied = next((k for k, n in enumerate(near) if n in _NOT), len(near))
    told = next((k for k in range(denied + 1, denied + 3) if k < len(near) and near[k] in _SILENT), len(near))
    return denied <= 2 and told < len(near) and not (near[told] == "give" and near[told + 1 : told + 2] == ["up"])


def _where_said(unit: Unit, item: int) -> bool:
    """Whether it is told on what occasion it was said: ", in a ruling that came late", ", during remarks on the pier"."""
    led = unit.norm(item) in _ON_OCCASION
    return led and any(unit.norm(i) in ISSUED | _OCCASIONS for i in range(item + 1, item + 4))


def _since_said(unit: Unit, item: int) -> bool:
    """Whether it is told how long before or after something else it was said: ", a day after the vote"."""
    length = next((i for i in range(item + 1, item + 3) if unit.norm(i) in _LENGTHS), None)
    if length is None or unit.norm(length + 1) not in ("after", "before") or unit.word(item) is None:
        return False
    told = [unit.norm(i) for i in range(item)]
    return not any(n in DAYS | TIMES | _LENGTHS or n.isdigit() for n in told)


def _fronted(unit: Unit, tag: Attribution) -> bool:
    """Whether a tag stands in a clause that opens the sentence: "While Lee said that ..., the board met"."""
    first = int(unit.norm(0) in ("and", "but", "yet"))
    return unit.norm(first) in _FRONTED and not any(
        unit.quoted(i) or unit.norm(i) == "," for i in range(first, tag.cue)
    )


def _main_clause(unit: Unit, first: int, comma: int) -> bool:
    """Whether the main clause may begin after a comma that ends at least a clause of three words."""
    if unit.norm(comma) != "," or unit.words_between(first, comma) < _LEAST:
        return False
    token = unit.word(comma + 1)
    if token is None or token.norm in BEFORE_CLAUSE | PREPOSITIONS:
        return False
    subject = token.norm in SUBJECTS | DETERMINERS or token.capitalized or token.norm in PEOPLE
    return subject and any(unit.word(i) is not None for i in range(comma + 2, comma + 4))


def _without_loose_end(unit: Unit, first: int, last: int) -> int:
    """Where a stretch that runs up to another tag ends once "but", "in which" and the like are left out."""
    at = last
    while last < len(unit.items) and at > first:
        marked = unit.mark(at - 1) and unit.norm(at - 1) in (",", "\u2014", "--")
        led = unit.norm(at) in ("which", "whom") and unit.norm(at - 1) in PREPOSITIONS | {"to"}
        if not (marked or led) and unit.norm(at - 1) not in (_LOOSE_ENDS if at == last else _LEFT_HANGING | {"at"}):
            break
        at -= 1
    hangs = any(unit.word(i) is not None for i in range(at, last))
    return at if hangs else last
