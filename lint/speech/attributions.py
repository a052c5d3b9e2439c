"""Who the words of a unit are attributed to: each verb of saying with its subject, "according to", a colon.

The surface decides the clear cases; where it does not, an attribution is left open for grammar to close.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .cues import (
    beside_quotation,
    ends_tag,
    helpers,
    names_thing,
    second_word,
    set_off,
    with_aside,
    within_name,
)
from .hearers import past_hearer
from .lexicon import (
    AUXILIARIES,
    BE,
    BEFORE_CLAUSE,
    DETERMINERS,
    DOCUMENTS,
    INVERTS,
    MODALS,
    PREPOSITIONS,
    QUOTING,
    SUBJECTS,
    TELLS,
)
from .mentions import Reader
from .phrases import Mention, stands_alone
from .records import SpeakerKind
from .units import Unit

_PARTICIPLES_FIRST = frozenset("asked told pressed speaking questioned reached quoted".split())
_CARRY_ON = frozenset("went goes going continued".split())
_PLAIN = frozenset("said says told".split())
_OF = frozenset("wrote writes complain complains complained warn warns warned boast boasts boasted".split())
_GO_ON = frozenset("continue continues continued".split())
_CALLS = frozenset("described called dubbed branded labeled labelled characterized denounced".split())
_ALSO_NOUNS = frozenset("claims reports posts shows finds promises demands estimates notes signals hints".split())
ANSWERING = frozenset("respond responds responded comment commented comments answer answered".split())
_BASE = frozenset(
    "report claim state show find read note post promise demand estimate signal project forecast ask".split()
)
_WITH_OUT = dict.fromkeys("point points pointed pointing".split(), "out") | dict.fromkeys(
    "make makes made making".split(), "clear"
)
"""Verbs of saying with their second word."""

_PUTS = frozenset("put puts".split())
_RELATIVES = frozenset("who which that what whom".split())
_ACCOUNTS = frozenset("view words opinion telling account".split())
_OTHER_CUES = _ACCOUNTS | _PUTS | _WITH_OUT.keys() | {"according", "quoted"}
_TELLING_CUES, _QUOTING_CUES = TELLS | _OTHER_CUES, QUOTING | _OTHER_CUES
_BEGIN = frozenset("began begun begin begins started kept".split())
_CONTRACTED = frozenset("he's she's they're it's i'm we're".split())
_CALL = frozenset("call calls called term terms termed describe describes".split())
_COMMANDED = frozenset(
    "assert declare urge demand promise report suggest insist announce warn note state claim argue deny reveal confirm".split()
)
_LOOK_FOR_TO = 14
_SINGULAR_NOUNS = frozenset(["comment", "response"])
_ONLY = frozenset("only just also later even still instead".split())
_NAMING = frozenset("called named dubbed".split())
_NOBODY = frozenset("neither none nobody".split())
_LONGEST_SOURCE = 24


class Attribution(NamedTuple):
    """Items [first, last) of a unit that say who says: the speaker, the cue and what stands between them.

    `mention` is None where the surface does not decide. `cue` is the item of the verb; `tells` says that the verb
    also reports in the writer's words; `firm` that nothing denies or supposes the saying; `participle` that the
    subject is that of another verb; `inverted` that the speaker stands after the verb. `until` is the item where somebody
    is named who only passes it on.
    """

    first: int
    last: int
    cue: int
    mention: Mention | None
    tells: bool
    firm: bool = True
    participle: bool = False
    inverted: bool = False
    source: bool = False
    relative: bool = False
    until: int | None = None

    @property
    def open(self) -> bool:
        """Whether grammar must say who it is."""
        return self.mention is None


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
            yield _source(unit, reader, at, 2)
        elif norm == "words" and unit.norm(at - 1) == "the" and unit.norm(at - 2) == "in" and unit.norm(at + 1) == "of":
            yield _source(unit, reader, at - 2, 4)
        elif norm in _ACCOUNTS and (named := _possessor(unit, reader, at)) is not None:
            yield named
        elif norm in _WITH_OUT and (second := second_word(unit, at, _WITH_OUT[norm])):
            read = _verb(unit, reader, at, norm)
            if read is not None:
                yield read._replace(last=max(read.last, second + 1), tells=True)
        elif norm in _PUTS and unit.norm(at + 1) == "it" and (put := _put(unit, reader, at)) is not None:
            yield put
        elif norm == "quoted" and (quoted := _quoted_saying(unit, reader, at)) is not None:
            yield quoted
        elif norm in verbs and (read := _verb(unit, reader, at, norm)) is not None:
            yield read


def _put(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """“As Ann Lee put it” and “Lee puts it this way”, which lead to what is said or end it."""
    read = _verb(unit, reader, at, unit.norm(at))
    if read is None or read.mention is None:
        return None
    way = unit.norm(at + 2) == "this" and unit.norm(at + 3) == "way"
    last = at + (4 if way else 2)
    as_put = unit.norm(read.first - 1) == "as"
    last = _to_comma(unit, last) if as_put and unit.norm(len(unit.items) - 1) != ":" else last
    if not (as_put or way or unit.norm(last) == ":" or unit.quoted(last)):
        return None
    return read._replace(last=last, tells=True)


def _quoted_saying(unit: Unit, reader: Reader, at: int) -> Attribution | None:
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


def _source(unit: Unit, reader: Reader, at: int, length: int) -> Attribution:
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


def _possessor(unit: Unit, reader: Reader, at: int) -> Attribution | None:
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


def _verb(unit: Unit, reader: Reader, at: int, norm: str) -> Attribution | None:
    previous = unit.norm(at - 1)
    participle = norm.endswith("ing")
    if (
        (
            previous in DETERMINERS
            and reader.names.at(unit.items[at - 1].token) is None
            and not stands_alone(unit, at - 1)
            and not (previous in ("both", "all", "each") and unit.word(at - 2) is not None)
        )
        or (previous not in SUBJECTS and previous.endswith(("'s", "s'")))
        or (previous in PREPOSITIONS - {"to"} and not participle)
        or (not at and norm in _PARTICIPLES_FIRST)
    ):
        return None
    following = unit.norm(at + 1)
    if following == "of" and norm not in _PLAIN and not (norm in _OF and _leads_to_words(unit)):
        return None
    if norm in _NAMING and names_thing(unit, reader, at):
        return None
    if (norm, following) in (("charged", "with"), ("accused", "of")):
        return None
    if norm in _COMMANDED and previous == "," and any(unit.norm(at - k) == "to" for k in range(2, _LOOK_FOR_TO)):
        return None  # "urged her to speak up, assert her power"
    if norm == "saying" and "quoted" in (previous, unit.norm(at - 2)):
        return None
    if norm == "asked" and previous in ("when", "if", "once"):
        return None
    if norm in _BASE and following == "that" and unit.norm(at - 2) in DETERMINERS and not _several(previous):
        return None  # any final report that
    if norm == "shown" and any(unit.norm(at - k) in ("that", "which", "who") for k in (2, 3)):
        return None  # polls that have shown
    if norm.endswith("ed") and following in BE - {"being", "been"} and not _relative(unit, at):
        return None  # of those admitted were
    if norm in _ALSO_NOUNS and (following in ("from", "for", "against") or following in AUXILIARIES | MODALS):
        return None
    if norm in ANSWERING and (not helpers(unit, at)[1] or (following == "to" and not unit.quotations)):
        return None
    if norm in _CALLS and (called := _called_by(unit, reader, at)) is not None:
        return called
    helped, firm = helpers(unit, at)
    tells = norm in TELLS
    if "to" in helped:
        carried_on = any(unit.norm(at - k) in _CARRY_ON for k in (2, 3, 4))
        if not carried_on:
            if not unit.quotations:
                return None
            return Attribution(at, at + 1, at, None, tells=False, firm=False)
        back = next(k for k in (2, 3, 4) if unit.norm(at - k) in _CARRY_ON)
        mention = reader.before(unit, at - back)
        return _before(unit, reader, at, mention, norm, tells=tells, firm=firm)
    if not participle and (helped & BE or unit.norm(at + 1) == "by"):
        return None
    running = participle and any(unit.norm(at - k) in _CONTRACTED | _BEGIN for k in (1, 2))
    if participle and not helped & BE and not running:
        lead = at - 1
        while unit.norm(lead) in _ONLY:
            lead -= 1
        previous = unit.norm(lead)
        after_speaker = (
            previous in ("by", "while", "before", "after", "in", ",", "when", "then", "and")
            or unit.mark(lead)
            or unit.quoted(lead)
        )
        if not after_speaker and (previous not in DOCUMENTS or reader.names.at(unit.items[lead].token) is not None):
            return None
        return Attribution(at, past_hearer(unit, reader, at, norm), at, None, tells=tells, firm=firm, participle=True)
    if norm in INVERTS and (inverted := _inverted(unit, reader, at, tells)) is not None:
        return inverted
    if (not firm and not tells) or (norm in _GO_ON and not ends_tag(unit, at + 1)):
        return None
    mention = reader.before(unit, at, anything=norm in _PLAIN or beside_quotation(unit, at))
    if norm in _SINGULAR_NOUNS and mention is not None and not helped and not mention.head.endswith("s"):
        return None  # "an official comment"
    several = mention is not None and mention.head.endswith("s") and not mention.pronoun
    if norm in _CALL and mention is not None and several and unit.norm(unit.item_at(mention.opens) - 1) == "what":
        return None  # what sociologists call “exurbs”
    if mention is not None and mention.phrase.lower().split()[:1] and mention.phrase.lower().split()[0] in _NOBODY:
        return None
    if (
        norm in _BASE
        and mention is not None
        and mention.proper is not None
        and not mention.parts
        and (mention.proper.kind in (SpeakerKind.PERSON, SpeakerKind.INSTITUTION))
    ):
        return None  # "the CEI report"
    relative = any(unit.norm(at - k) in ("who", "which") and (not tells or set_off(unit, at - k)) for k in (1, 2, 3))
    return _before(unit, reader, at, mention, norm, tells=tells, firm=firm)._replace(relative=relative)


def _relative(unit: Unit, at: int) -> bool:
    """Whether a verb stands in a relative clause or closes a tag, so that another verb may follow: "which Lee claimed was"."""
    return unit.norm(at - 2) == "," or any(unit.norm(at - k) in _RELATIVES for k in range(2, 6))


def _leads_to_words(unit: Unit) -> bool:
    """Whether somebody's words stand in a unit or after the colon that ends it."""
    return bool(unit.quotations) or unit.norm(len(unit.items) - 1) == ":"


def _several(norm: str) -> bool:
    """Whether a word is a plural."""
    return norm.endswith("s") or norm in ("police", "people", "staff", "women", "men")


def _called_by(unit: Unit, reader: Reader, at: int) -> Attribution | None:
    """Whoever gives a thing its name in the passive: a storm described as “a horror” by Ann Lee."""
    said = next((i for i in range(at + 1, at + 3) if unit.quoted(i)), None)
    if said is None or unit.norm(said + 1) != "by":
        return None
    mention = reader.after(unit, said + 2)
    if mention is None:
        return None
    last = unit.item_at(mention.last - 1) + 1
    return Attribution(said + 1, last, at, mention, tells=False, inverted=True)


def _before(
    unit: Unit, reader: Reader, at: int, mention: Mention | None, norm: str, *, tells: bool, firm: bool
) -> Attribution:
    first = at
    if mention is not None:
        first = min(at, unit.item_at(mention.opens))
    firm = firm and unit.norm(first - 1) not in ("if", "unless")
    return Attribution(first, past_hearer(unit, reader, at, norm), at, mention, tells=tells, firm=firm)


def _inverted(unit: Unit, reader: Reader, at: int, tells: bool) -> Attribution | None:
    """“…,” said Ann Lee."""
    after_quotation = unit.quoted(at - 1) or (unit.mark(at - 1) and unit.quoted(at - 2))
    after_comma = unit.norm(at - 1) in (",", "\u2014", "--") and at > 2
    if not after_quotation and not after_comma:
        return None
    mention = reader.after(unit, at + 1, anything=after_quotation and unit.norm(at + 1) in DETERMINERS)
    if mention is None or (mention.pronoun and not after_quotation):
        return None
    mention = reader.joined_after(unit, mention)
    last = unit.item_at(mention.last - 1) + 1
    ends = (
        last >= len(unit.items)
        or unit.mark(last)
        or unit.quoted(last)
        or unit.norm(last) in PREPOSITIONS | {"who", "when", "as"}
    )
    if not ends or (after_comma and not after_quotation and reader.before(unit, at) is not None):
        return None
    return Attribution(at, with_aside(unit, last, mention), at, mention, tells=tells, inverted=True)
