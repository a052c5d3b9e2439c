"""Who speaks by what leads to a quotation where there is no verb of saying: "Lee's claim that “…”", "The order: “…”"."""

from __future__ import annotations

from .attributed import Attribution
from .cast import Cast
from .entries import Entry
from .lexicon import DETERMINERS, DOCUMENTS, HE, ISSUED, PREPOSITIONS, SHE
from .mentions import Reader
from .phrases import Mention
from .records import SpeakerKind
from .units import Unit

_LABEL = 10
_LEAD = 8
_LONG_LEAD = 16
_WRITES = frozenset("wrote writes".split())
_PUTS = frozenset("put puts".split())
_PHRASE = 4
_CLAIM_WITHIN = 9
_CLAIMS = frozenset(
    "claim assertion contention statement suggestion remark warning admission comment boast insistence argument belief "
    "view complaint allegation accusation charge prediction promise vow point".split()
)


def leads_on(unit: Unit, one: Attribution) -> bool:
    """Whether a verb of saying leads to what stands after a colon at the end: "Lee said in a statement:"."""
    ends = unit.document.text[unit.end - 1] == ":" and not one.source
    of = unit.norm(one.cue) in _WRITES and unit.norm(one.last) in PREPOSITIONS
    of = of or unit.norm(one.first - 1) == "what"
    most = _LONG_LEAD if of or unit.norm(one.cue) in _PUTS else _LEAD
    return (
        ends
        and unit.words_between(one.last, len(unit.items)) <= most
        and not any(unit.quoted(i) for i in range(one.last, len(unit.items)))
    )


def leading(unit: Unit, reader: Reader) -> Mention | None:
    """The subject of the clause that a colon ends, after what opens the sentence: "At a rally in Iowa, he went further:"."""
    if unit.document.text[unit.end - 1] != ":":
        return None
    for item in range(len(unit.items) - 2, 0, -1):
        if unit.norm(item - 1) != ",":
            continue
        if unit.norm(item) in HE | SHE:
            return Mention(unit.items[item].token, unit.items[item].token + 1, head=unit.norm(item))
        proper = reader.names.at(unit.items[item].token)
        if proper is None or proper.possessive or not proper.words or proper.kind is not SpeakerKind.PERSON:
            continue
        following = unit.word(unit.item_at(proper.last - 1) + 1)
        if following is not None and following.text.islower() and following.norm not in PREPOSITIONS | {"and", "or"}:
            return reader.name(proper, unit)
    return None


def presented(unit: Unit, reader: Reader) -> Mention | None:
    """Whoever a whole sentence only brings on: "Here's Lee:", "Here is Tom Cole in The Post:"."""
    if unit.norm(0) not in ("here's", "here") or unit.document.text[unit.end - 1] != ":":
        return None
    first = 1 + (unit.norm(0) == "here" and unit.norm(1) == "is")
    mention = reader.after(unit, first)
    if mention is None or mention.proper is None or mention.proper.kind is not SpeakerKind.PERSON:
        return None
    short = unit.words_between(0, len(unit.items)) <= _LABEL
    return mention if short else None


def claimant(unit: Unit, item: int, reader: Reader, cast: Cast) -> Entry | None:
    """Whose claim a quotation is: "Lee's claim on Monday that “…” is wrong"."""
    if unit.norm(item - 1) != "that":
        return None
    for at in range(item - 2, max(0, item - 2 - _CLAIM_WITHIN), -1):
        if unit.norm(at) in _CLAIMS:
            proper = reader.names.at(unit.items[at - 1].token)
            if proper is None or not proper.possessive:
                return None
            return cast.resolve(reader.name(proper, unit), unit)
        if unit.mark(at) or unit.quoted(at):
            return None
    return None


def labelled(unit: Unit, item: int, reader: Reader, cast: Cast) -> Entry | None:
    """Whoever or whatever a colon after its name lets speak: "As stated in the order: “…”", "Ann Lee: “…”"."""
    phrase = reader.ending(unit, item - 2)
    opens = next((i for i in range(item - 3, max(-1, item - 3 - _PHRASE), -1) if unit.norm(i) in DETERMINERS), None)
    if phrase is None and opens is not None and unit.norm(opens - 1) == "in":
        phrase = reader.after(unit, opens)
    if phrase is not None and phrase.proper is not None:
        opens = unit.item_at(phrase.opens) <= 1
        person = opens and phrase.proper.kind is SpeakerKind.PERSON and unit.words_between(0, item) <= _LABEL
        return cast.resolve(phrase, unit) if person else None
    if phrase is None or phrase.head not in DOCUMENTS - ISSUED:
        return None
    entry = cast.resolve(phrase, unit)
    return entry if entry is not None and entry.kind is SpeakerKind.DOCUMENT else None
