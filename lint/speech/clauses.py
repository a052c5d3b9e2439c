"""What follows a verb of saying: whether it reports what is said, and where that begins."""

from __future__ import annotations

from .attributed import Attribution
from .lexicon import (
    ADVERBS,
    AUXILIARIES,
    BARE,
    BEFORE_CLAUSE,
    DAYS,
    DETERMINERS,
    MODALS,
    MONTHS,
    ONLY_DOCUMENTS,
    PARTS_OF_DAY,
    PEOPLE,
    PREPOSITIONS,
    SUBJECTS,
    TAKES_HEARER,
    TIMES,
)
from .units import Unit

_PLAIN = frozenset("say said says told".split())
_SOON = 12
_TAKES_THING = BARE - frozenset(
    "say says said saying argue argues argued insist insists insisted contend contends contended joked quipped".split()
)
_TAKES_THING -= ONLY_DOCUMENTS
_ANSWERS = frozenset("no nothing so very little much more something anything relatively".split())
_THINGS = frozenset("things words stuff something nothing anything".split())
_OBJECTS = frozenset("him her them me us".split())
_FRONTED = frozenset(
    "reported reports noted notes explained explains said says wrote writes argued argues told pointed points put puts".split()
)
_CLAUSE_WITHIN = 14
_PAST_ONLY = frozenset(
    "went came took gave knew saw began ran fell rose grew broke spoke wrote became drove chose flew threw hid sang sank "
    "wore tore drew forgot shook withdrew undertook overcame arose got".split()
)
_WANTED = frozenset(
    "appeared seemed wanted needed refused tried planned failed agreed continued decided managed intended hoped "
    "threatened used wants needs plans tries fails refuses continues seems appears".split()
)
_NAMED = frozenset(
    "named called dubbed titled entitled headed based accused charged convicted suspected believed marked aged armed "
    "planned proposed expected alleged related need".split()
)
_SMALL_IN_S = frozenset("this his perhaps unless besides versus plus times thus yes is was".split())
_TOPICS = frozenset("how why what whether who when where".split())
_OWNERS = frozenset("his her their its our my your".split())
_LEAST_CLAUSE = 3
_BRIEF = 4
_WHEN = 4
_ASIDE = 8
_NEAR = 6
_DENIES = frozenset("deny denies denied denying".split())
_DASHES = frozenset(["\u2014", "--", "\u2013"])
_CLAUSE_OPENS = frozenset("he she they it".split())
_RESULT = AUXILIARIES | MODALS | ONLY_DOCUMENTS | frozenset("says said".split())
OPEN_ASIDE = frozenset("when asked while as if after before since because although though".split())
"""Words that open a clause which a whole sentence follows: "When the tide rose, the deck fell, she said"."""

_BEFORE_DAY = frozenset("on late early last".split())


def clause(unit: Unit, at: int) -> int:
    """The item after a "that" which follows soon after an item; else the item itself.

    Only the time, the place or the manner of saying may stand between: not a clause, and not a noun of one.
    """
    if unit.norm(at) == "," and unit.norm(at + 1) in SUBJECTS:
        return at + 1
    if (timed := after_time(unit, at)) > at and unit.norm(timed) == "that":
        return timed + 1
    if unit.norm(at) in DETERMINERS and unit.norm(at + 1) == "times" and unit.norm(at + 2) == "that":
        return at + 3
    if unit.norm(at) in _DASHES and (closes := _aside_end(unit, at)) and unit.norm(closes) == "that":
        return closes + 1
    if unit.norm(at) in SUBJECTS | (DETERMINERS - {"that"}) or not _leads_to_clause(unit, at):
        return at
    for item in range(at, min(at + _SOON, len(unit.items))):
        norm = unit.norm(item)
        if (norm in AUXILIARIES or norm in MODALS) and unit.norm(at) not in ("as", ","):
            break
        if unit.quoted(item) and unit.norm(item + 1) == "that" and unit.norm(at) in PREPOSITIONS:
            continue  # on ABC's "This Week" that
        if unit.quoted(item) or (unit.mark(item) and not (norm == "," and unit.norm(at) == ",")):
            break
        if norm in _CLAUSE_OPENS and item > at + 1 and unit.norm(at) in PREPOSITIONS and finite_soon(unit, item):
            if unit.norm(item - 1) not in PREPOSITIONS | BEFORE_CLAUSE:
                return item  # "announced on Twitter he would go"
            break
        if norm == "that" and unit.norm(item + 1) in PARTS_OF_DAY | TIMES | {"day", "time"}:
            continue
        near = range(item + 1, item + 4)
        if norm == "that" and unit.words_between(item, item + 4) < 3 and not any(unit.quoted(i) for i in near):
            break
        if norm == "that" and unit.norm(item - 1) not in PREPOSITIONS and unit.norm(item + 1) not in _RESULT:
            return item + 1
    return at


def _denied_clause(unit: Unit, at: int) -> bool:
    """Whether it is denied that something is so, and no charge: "denied the pier was shut", "denied all of the charges"."""
    if unit.mark(at) or at >= len(unit.items) or unit.norm(at).endswith("ing"):
        return at >= len(unit.items) or unit.norm(at) in (",", ".", ":")
    for item in range(at, at + _NEAR):
        if unit.norm(item) in AUXILIARIES | MODALS:
            return True
        if unit.mark(item) or unit.norm(item) in PREPOSITIONS | BEFORE_CLAUSE:
            return False
    return False


def _says_things(unit: Unit, at: int) -> bool:
    """Whether only things are said: "said controversial things that many took to heart"."""
    thing = next((i for i in range(at, at + 3) if unit.norm(i) in _THINGS), None)
    return thing is not None and unit.norm(thing + 1) in ("that", "which", "about", "to", ".", ",", "like")


def _leads_to_clause(unit: Unit, at: int) -> bool:
    """Whether a word may stand between a verb and its "that": a preposition, an adverb, a day, those who are told."""
    norm = unit.norm(at)
    if norm in ("about", "against"):
        return False
    if norm == "to" and (heard := unit.word(at + 1)) is not None:
        return heard.capitalized or heard.norm in DETERMINERS | PEOPLE | _OBJECTS  # not "promised to block a bill that"
    if norm in PEOPLE:
        return unit.norm(at + 1) == "that"
    return norm in PREPOSITIONS | DAYS | ADVERBS | _BEFORE_DAY | {"that", ",", "as", "ahead"} or norm.endswith("ly")


def _aside_end(unit: Unit, at: int) -> int:
    """The item after the dash that ends an aside of a few words, 0 where there is none: "said – not for long – that"."""
    return next((i + 1 for i in range(at + 1, at + _ASIDE) if unit.norm(i) in _DASHES), 0)


def begins_with_verb(unit: Unit, item: int) -> bool:
    """Whether a quotation begins with the small verb of a clause whose subject stands before it: “is shut for good”."""
    if not unit.quoted(item):
        return False
    first = unit.document.token_at(unit.item_start(item)) + 1
    token = unit.tokens[first] if first < len(unit.tokens) else None
    return token is not None and token.text.islower() and token.norm in AUXILIARIES | MODALS


def after_time(unit: Unit, at: int) -> int:
    """The item after a day that stands between a verb and what is said: "said on Monday the pier was shut"."""
    item = at
    if unit.norm(at).endswith("ly") and (timed := after_time(unit, at + 1)) > at + 1:
        return timed  # "ruled unanimously Wednesday"
    if (unit.norm(at) in DETERMINERS or unit.norm(at).isdigit()) and unit.norm(at + 2) in ("ago", "earlier", "later"):
        return at + 3
    if unit.norm(at) == "earlier" and unit.norm(at + 1) in ("this", "in", "on"):
        item += 1
    if unit.norm(item) in ("this", "last", "earlier") and unit.norm(item + 1) in TIMES | MONTHS:
        return item + 2
    if unit.norm(item) == "in" and unit.norm(item + 1) in MONTHS and unit.word(item + 2) is not None:
        return item + 3 if unit.norm(item + 2).isdigit() else item + 2
    while unit.norm(item) in _BEFORE_DAY:
        item += 1
    if unit.norm(item) not in DAYS:
        return at
    item += 1
    return item + 1 if unit.norm(item) in PARTS_OF_DAY else item


def finite_soon(unit: Unit, at: int) -> bool:
    """Whether a small verb stands soon after an item, so that a clause and no mere thing begins there."""
    topic = unit.norm(at) in _TOPICS
    for item in range(at, min(at + _CLAUSE_WITHIN, len(unit.items))):
        norm = unit.norm(item)
        topic = topic or norm == "by"  # "explained his caution by saying"
        word = unit.word(item)
        small = norm in AUXILIARIES | MODALS and not (norm == "may" and word is not None and word.capitalized)
        if small or norm.endswith("n't") or (item > at and not topic and _full_verb(unit, item)):
            return True
        if unit.mark(item) or unit.quoted(item) or norm in ("who", "which", "that"):
            return False
    return False


def _full_verb(unit: Unit, item: int) -> bool:
    """Whether a word is most likely the verb of a clause: "the deck sank", "the case appeared to", "the ban violates the"."""
    token, before = unit.word(item), unit.word(item - 1)
    norm, following = unit.norm(item), unit.norm(item + 1)
    if token is None or before is None or not token.text.islower() or unit.word(item + 1) is None:
        return False
    if norm in _PAST_ONLY:
        return True
    if norm in _SMALL_IN_S | PREPOSITIONS | BEFORE_CLAUSE | ADVERBS:
        return False
    if before.norm in DETERMINERS | PREPOSITIONS | ADVERBS | BEFORE_CLAUSE | _OWNERS or before.norm.endswith(
        ("ly", "ing", "'s")
    ):
        return False
    if norm in _WANTED:
        return following == "to"
    if norm.endswith("ed"):
        return norm not in _NAMED and following not in PREPOSITIONS and following not in BEFORE_CLAUSE
    return norm.endswith("s") and not norm.endswith(("ss", "us")) and following in _OWNERS | {"the", "a", "an"}


def no_clause(unit: Unit, first: int, last: int) -> bool:
    """Whether items [first, last) are a few words with no verb: a subject that a tag parts from it."""
    return 0 < unit.words_between(first, last) <= _BRIEF and not any(
        unit.norm(i) in AUXILIARIES | MODALS or unit.norm(i).endswith("ed") for i in range(first, last)
    )


def past_when(unit: Unit, tag: Attribution, left: int) -> Attribution:
    """A tag with the time in it, where it parts a subject from its verb: "The deck, Lee said in May, held"."""
    last = tag.last
    if unit.norm(tag.first - 1) != "," or unit.norm(last) not in PREPOSITIONS | DAYS | _BEFORE_DAY | {"this"}:
        return tag
    comma = next((i for i in range(last, min(last + _WHEN + 1, len(unit.items))) if unit.norm(i) == ","), last)
    following = unit.word(comma + 1)
    verb = following is not None and (
        following.norm in AUXILIARIES | MODALS or (following.text.islower() and following.norm.endswith("ed"))
    )
    if comma > last and begins_with_verb(unit, comma + 1):
        return tag._replace(last=comma)
    if comma == last or not verb or not no_clause(unit, left, tag.first - 1):
        return tag
    return tag._replace(last=comma)


def goes_on(unit: Unit, first: int, last: int) -> bool:
    """Whether a sentence goes on after the clause or phrase that items [first, last) begin with."""
    comma = next((i for i in range(first, last) if unit.norm(i) == ","), last)
    return unit.words_between(comma, last) >= _LEAST_CLAUSE


def set_apart(unit: Unit, attribution: Attribution) -> bool:
    """Whether a comma parts a tag from what stands before it: "…, Lee said", "…, as Lee noted in May"."""
    commented = unit.norm(attribution.first - 1) == "as" and attribution.first > 1
    return unit.norm(attribution.first - 1 - commented) == ","


def _told_before(unit: Unit, attribution: Attribution) -> bool:
    """Whether what is said stands before a tag that goes on: "The pier is shut, Lee told The Post in an interview"."""
    if not set_apart(unit, attribution):
        return False
    first = next((i + 1 for i in range(attribution.first - 1, -1, -1) if unit.quoted(i)), 0)
    opens = unit.norm(first) in OPEN_ASIDE | PREPOSITIONS
    enough = unit.words_between(first, attribution.first) >= _LEAST_CLAUSE
    return enough and (not opens or goes_on(unit, first, attribution.first))


def fronted(unit: Unit, attribution: Attribution) -> bool:
    """Whether a tag opens a sentence that is all somebody's: "As Lee also reported, the pier is shut"."""
    at = attribution.last
    opens = unit.norm(0) == "as" and attribution.first <= 1 and unit.norm(at) == ","
    return opens and unit.norm(attribution.cue) in _FRONTED and unit.words_between(at, len(unit.items)) >= _LEAST_CLAUSE


def reports(unit: Unit, attribution: Attribution) -> bool:
    """Whether the words after a verb are what is said, in the writer's words: a clause, not a thing."""
    if attribution.source:
        return True
    norm = unit.norm(attribution.cue)
    at = attribution.last
    following = unit.norm(at)
    what = norm == "say" and unit.norm(attribution.first - 1) == "what"  # whatever they say in public
    if unit.norm(attribution.first - 1) == "than" and following in ("", ",", ".", ":", "and", "or"):
        return False  # "more than some owners suggest"
    if unit.norm(attribution.first - 1) == "all" and unit.norm(attribution.first - 2) in AUXILIARIES:
        return False  # "“No” was all she said in reply"
    if norm in _DENIES and following not in SUBJECTS and clause(unit, at) == at and not _denied_clause(unit, at):
        return False
    if not attribution.tells or not attribution.firm or (what and following not in AUXILIARIES | MODALS):
        return False
    ended = following in ("", ".", ",") and set_apart(unit, attribution)
    leads = unit.norm(len(unit.items) - 1) == ":"
    if leads and (at == len(unit.items) - 1 or unit.norm(attribution.first - 1) == "what"):
        return False  # what is said is the next paragraph
    if following in ("that", ":") or ended:
        return True
    if fronted(unit, attribution):
        return True
    if norm in ("point", "points", "pointed", "pointing", "make", "makes", "made", "making", "put", "puts"):
        return False
    if norm == "ruled" and following in ("against", "for", "out"):
        return False
    if norm in TAKES_HEARER and norm != "warned":
        heard = attribution.last > attribution.cue + 1
        if heard and following in PREPOSITIONS - {"to"}:
            return clause(unit, at) > at or _told_before(unit, attribution)
        return heard and following not in PREPOSITIONS and following not in (",", ".", "")
    if clause(unit, at) > at or following in SUBJECTS:
        return True
    if norm in _PLAIN and _says_things(unit, at):
        return False
    timed = after_time(unit, at)
    closes = unit.norm(timed) in ("", ".", ",") or (timed > at and unit.norm(timed) in PREPOSITIONS)
    if closes and _told_before(unit, attribution):
        return True
    at_least = following == "at" and unit.norm(at + 1) in ("least", "most")
    if following in PREPOSITIONS and norm not in _PLAIN and not at_least:
        commented = unit.norm(attribution.first - 1) == "as"
        return (norm in BARE or commented) and _told_before(unit, attribution)
    if norm in ONLY_DOCUMENTS and following in _OBJECTS and unit.norm(at + 1).endswith("ing"):
        return True  # "the poll showed her leading"
    if (norm in _TAKES_THING or following in _OBJECTS | _ANSWERS) and not finite_soon(unit, at):
        return False
    return norm in BARE and following not in (
        "goodbye",
        "and",
        "or",
        "yes",
        "hello",
        "to",
        "responsibility",
        "credit",
    )
