"""Verbs of saying, each with whoever its subject is where the surface tells."""

from __future__ import annotations

from .attributed import Attribution
from .cues import beside_quotation, ends_tag, helpers, names_thing, set_off, with_aside
from .hearers import past_hearer
from .lexicon import (
    AUXILIARIES,
    BE,
    BEFORE_CLAUSE,
    DETERMINERS,
    DOCUMENTS,
    INVERTS,
    ISSUED,
    MODALS,
    ONLY_DOCUMENTS,
    PREPOSITIONS,
    ROLES,
    SUBJECTS,
    TAKES_HEARER,
    TELLS,
)
from .mentions import Reader
from .phrases import Mention, stands_alone
from .records import SpeakerKind
from .units import Unit

_PARTICIPLES_FIRST = frozenset("asked told pressed speaking questioned reached quoted".split())
_CARRY_ON = frozenset(
    "went goes going go continued continue continues continuing appeared appears appear seemed seems seem began begun "
    "begins proceeded proceeds".split()
)
_RECEIVED = frozenset("received receives got gets obtained".split())
_SENT_WITHIN = 18
_SEEM = frozenset("appear appears appeared seem seems seemed".split())
_PAST = frozenset("said told wrote found held taught swore".split())
_TOOK = frozenset("took takes taking".split())
_TOOK_WITHIN = 9
_PLAIN = frozenset("said says told".split())
_OF = frozenset("wrote writes complain complains complained warn warns warned boast boasts boasted".split())
_GO_ON = frozenset("continue continues continued".split())
_CALLS = frozenset("described called dubbed branded labeled labelled characterized denounced".split())
_ALSO_NOUNS = frozenset("claims reports posts shows finds promises demands estimates notes signals hints".split())
ANSWERING = frozenset("respond responds responded comment commented comments answer answered".split())
_BASE = frozenset(
    "report claim state show find read note post promise demand estimate signal project forecast ask".split()
)
_RELATIVES = frozenset("who which that what whom".split())
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


def verb(unit: Unit, reader: Reader, at: int, norm: str) -> Attribution | None:
    """What a verb of saying attributes, or None where it only looks like one."""
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
        took = next((i for i in range(at - 3, at - _TOOK_WITHIN, -1) if unit.norm(i) in _TOOK), -1)
        if not carried_on and tells and took > 0 and unit.norm(took + 1) == "to":
            return _before(unit, reader, at, reader.before(unit, took), norm, tells=tells, firm=True)
        if not carried_on:
            if not unit.quotations:
                return None
            return Attribution(at, at + 1, at, None, tells=False, firm=False)
        back = next(k for k in (2, 3, 4) if unit.norm(at - k) in _CARRY_ON)
        if not helpers(unit, at - back)[1] or (norm in ONLY_DOCUMENTS and unit.norm(at - back) in _SEEM):
            return None
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
        if (sender := _sender(unit, reader, lead)) is not None:
            return Attribution(at, past_hearer(unit, reader, at, norm), at, sender, tells=tells, firm=firm)
        if not after_speaker and tells and (alone := _absolute(unit, reader, at)) is not None:
            return _before(unit, reader, at, alone, norm, tells=tells, firm=firm)
        if not after_speaker and (previous not in DOCUMENTS or reader.names.at(unit.items[lead].token) is not None):
            return None
        return Attribution(at, past_hearer(unit, reader, at, norm), at, None, tells=tells, firm=firm, participle=True)
    if norm in INVERTS and (inverted := _inverted(unit, reader, at, tells)) is not None:
        return inverted
    if (not firm and not tells) or (norm in _GO_ON and not ends_tag(unit, at + 1)):
        return None
    mention = reader.before(unit, at, anything=norm in _PLAIN or beside_quotation(unit, at))
    if mention is None and following == "that" and (norm.endswith("ed") or norm in _PAST):
        mention = _opening(unit, reader.before(unit, at, anything=True))
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
    if (all_said := _all_said(unit, at, mention)) is not None:
        return all_said
    relative = any(unit.norm(at - k) in ("who", "which") and (not tells or set_off(unit, at - k)) for k in (1, 2, 3))
    return _before(unit, reader, at, mention, norm, tells=tells, firm=firm)._replace(relative=relative)


def _sender(unit: Unit, reader: Reader, item: int) -> Mention | None:
    """Whoever sent what was received: "Lee received a letter from Tom Cole, head of the yard, saying"."""
    if unit.norm(item) != ",":
        return None
    for at in range(item - 1, max(0, item - _SENT_WITHIN), -1):
        if unit.norm(at) == "from" and unit.norm(at - 1) in ISSUED:
            received = any(unit.norm(i) in _RECEIVED for i in range(max(0, at - _SENT_WITHIN), at))
            return reader.after(unit, at + 1) if received else None
        if unit.quoted(at):
            break
    return None


def _absolute(unit: Unit, reader: Reader, at: int) -> Mention | None:
    """The subject of a participle that has one of its own: ", her spokesman telling CNN", "with owners saying"."""
    mention = reader.before(unit, at)
    if mention is None or mention.pronoun:
        return None
    opens = unit.norm(unit.item_at(mention.opens) - 1)
    return mention if opens == "with" or (opens == "," and mention.head in ROLES) else None


def _all_said(unit: Unit, at: int, mention: Mention | None) -> Attribution | None:
    """“Close it,” was all she said."""
    first = at if mention is None else unit.item_at(mention.opens)
    said = unit.norm(first - 1) in ("all", "what", "how") and unit.norm(first - 2) in BE and unit.quoted(first - 3)
    return Attribution(first - 2, at + 1, at, mention, tells=False) if said and mention is not None else None


def _opening(unit: Unit, mention: Mention | None) -> Mention | None:
    """A mention that opens its clause, so that nothing else can be the subject of the verb after it."""
    if mention is None:
        return None
    first = unit.item_at(mention.opens)
    return mention if not first or unit.mark(first - 1) or unit.norm(first - 1) in BEFORE_CLAUSE else None


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
    if not after_quotation and (not after_comma or unit.norm(at) in TAKES_HEARER):
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
