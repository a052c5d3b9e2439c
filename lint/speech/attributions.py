"""Who the words of a unit are attributed to: each verb of saying with its subject, "according to", a colon.

The surface decides the clear cases; where it does not, an attribution is left open for grammar to close.
"""

from __future__ import annotations

from collections.abc import Iterator

from .attributed import Attribution
from .clauses import finite_soon
from .cues import second_word, with_aside, within_name
from .formulas import HEARD, MADE, commented, made_known, possessor, puts_it, quoted_saying, source
from .lexicon import BEFORE_CLAUSE, DETERMINERS, INVERTS, PREPOSITIONS, QUOTING, SUBJECTS, TELLS, WITH_THAT
from .mentions import Reader
from .units import Unit
from .verbs import verb

_WITH_OUT = dict.fromkeys(
    "point points pointed pointing spell spells spelled spelling lay lays laid".split(), "out"
) | dict.fromkeys("make makes made making".split(), "clear")
"""Verbs of saying with their second word."""

_COMMENTS = frozenset(
    "mention mentions mentioned teach teaches taught demonstrated demonstrates illustrated outlined details detailed "
    "described documented".split()
)
"""Verbs that report what stands beside "as Lee mentioned"."""

_LABELS = frozenset(
    "attack attacked attacking attacks assail assailed assailing bash bashed bashing belittle belittled belittling blast "
    "blasted blasting blasts brand branded branding cast casting castigated castigating characterize characterized "
    "characterizes characterizing condemn condemned condemning condemns decried decries decry decrying defend defended "
    "defending denounce denounced denounces denouncing depict depicted depicting depicts deride derided derides deriding "
    "describe described describes describing dismiss dismissed dismisses dismissing disparaged disparaging excoriated hail "
    "hailed hailing hails label labeled labeling labelled labelling lacerated lambasted lambasting mock mocked mocking mocks "
    "paint painted painting paints panned portray portrayed portraying portrays praise praised praises praising "
    "reject rejected rejecting rejects ridiculed ridiculing ripped ripping scorned slam slammed slamming slams tout touted "
    "touting touts trashed trashing trumpeted trumpeting".split()
)
"""Verbs by which somebody gives a thing a name with "as": “slammed the plan as “a mess””."""

_LABEL_WITHIN = 12
_PUTS = frozenset("put puts".split())
_ACCOUNTS = frozenset("view words opinion telling account".split())
_OTHER_CUES = _ACCOUNTS | _PUTS | _WITH_OUT.keys() | {"according"} | HEARD | MADE | WITH_THAT | _COMMENTS
_TELLING_CUES, _QUOTING_CUES = TELLS | _OTHER_CUES, QUOTING | _OTHER_CUES | _LABELS


def attributions(unit: Unit, reader: Reader) -> list[Attribution]:
    """The attributions of a unit in order, found by surface."""
    found: list[Attribution] = []
    read = list(_read(unit, reader))
    mentioned = {a.mention.first for a in read if a.mention is not None}
    tags = [a for a in _tags(unit, reader) if a.mention is not None and a.mention.first not in mentioned]
    for attribution in sorted([*read, *tags], key=lambda a: (a.cue, a.open)):
        if found and attribution.cue == found[-1].cue:
            continue
        if found and attribution.first < found[-1].last:
            attribution = attribution._replace(first=min(found[-1].last, attribution.cue))
        found.append(attribution)
    return found


def _read(unit: Unit, reader: Reader) -> Iterator[Attribution]:
    verbs = QUOTING if unit.quotations else TELLS
    cues = _QUOTING_CUES if unit.quotations else _TELLING_CUES
    for at, item in enumerate(unit.items):
        norm = item.norm
        if norm not in cues or item.quotation is not None or within_name(unit, reader, at):
            continue
        if norm == "according" and unit.norm(at + 1) == "to":
            yield source(unit, reader, at, 2)
        elif norm == "words" and unit.norm(at - 1) == "the" and unit.norm(at - 2) == "in" and unit.norm(at + 1) == "of":
            yield source(unit, reader, at - 2, 4)
        elif norm in _ACCOUNTS and (named := possessor(unit, reader, at)) is not None:
            yield named
        elif norm in _WITH_OUT and (second := second_word(unit, at, _WITH_OUT[norm])):
            read = verb(unit, reader, at, norm)
            if read is not None:
                yield read._replace(last=max(read.last, second + 1), tells=True)
        elif norm in _PUTS and unit.norm(at + 1) == "it" and (put := puts_it(unit, reader, at)) is not None:
            yield put
        elif norm in MADE and (made := made_known(unit, reader, at)) is not None:
            yield made
        elif norm in HEARD and (quoted := quoted_saying(unit, reader, at)) is not None:
            yield quoted
        elif (norm in WITH_THAT and _leads_to_clause(unit, at + 1)) or (norm in _COMMENTS and commented(unit, at)):
            read = verb(unit, reader, at, norm)
            if read is not None and read.firm:
                yield read._replace(tells=True)
        elif norm in _LABELS and norm not in verbs:
            if _labels(unit, at) and (read := verb(unit, reader, at, norm)) is not None:
                yield read
        elif norm in verbs and (read := verb(unit, reader, at, norm)) is not None:
            yield read


def _labels(unit: Unit, at: int) -> bool:
    """Whether "as" and a quotation follow a verb in its clause: "decried the vote as “rigged”"."""
    for item in range(at + 1, min(at + _LABEL_WITHIN, len(unit.items) - 1)):
        if unit.norm(item) == "as" and unit.quoted(item + 1):
            return True
        if unit.quoted(item) or unit.norm(item) in BEFORE_CLAUSE - {"and", "or", "as"} or unit.norm(item) in (",", ";"):
            return False
    return False


def _leads_to_clause(unit: Unit, at: int) -> bool:
    """Whether "that" begins a clause at an item and is no more than a pointer: "held that the pier", not "held that post"."""
    following = unit.word(at + 1)
    if unit.norm(at) != "that" or following is None:
        return False
    return following.norm in DETERMINERS | SUBJECTS or following.capitalized or finite_soon(unit, at + 1)


def _tags(unit: Unit, reader: Reader) -> Iterator[Attribution]:
    """What a quotation that ends in a comma runs into, whatever the verb: “…,” Ann Lee shrugged; “…,” crowed Ann Lee."""
    for at, item in enumerate(unit.items):
        if item.quotation is None or unit.word(at + 1) is None:
            continue
        inner = unit.quotations[item.quotation].inner
        if unit.document.text[inner.end - 1 : inner.end] not in (",", "?", "!"):
            continue
        token = unit.word(at + 1)
        verb = token is not None and token.text.islower() and len(token.text) > 3 and token.norm.endswith(("ed", "s"))
        if unit.norm(at + 1) in (INVERTS if verb else QUOTING) or unit.norm(at + 1) in BEFORE_CLAUSE | PREPOSITIONS:
            continue
        if verb and (mention := reader.after(unit, at + 2)) is not None and mention.proper is not None:
            last = unit.item_at(mention.last - 1) + 1
            if last >= len(unit.items) or unit.mark(last) or unit.quoted(last):
                yield Attribution(at + 1, with_aside(unit, last, mention), at + 1, mention, tells=False, inverted=True)
        elif not verb and not at and (mention := reader.after(unit, at + 1)) is not None and mention.proper is not None:
            last = unit.item_at(mention.last - 1) + 1
            if not any(unit.norm(i) in QUOTING for i in range(last, len(unit.items))) and not unit.quoted(last):
                first = unit.item_at(mention.opens)
                yield Attribution(first, last, last - 1, mention, tells=False)
