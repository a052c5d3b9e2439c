"""Who speaks by what leads to a quotation where there is no verb of saying: "Lee's claim that “…”", "The order: “…”"."""

from __future__ import annotations

from .cast import Cast
from .entries import Entry
from .lexicon import DETERMINERS, DOCUMENTS, ISSUED
from .mentions import Reader
from .records import SpeakerKind
from .units import Unit

_LABEL = 10
_PHRASE = 4
_CLAIM_WITHIN = 9
_CLAIMS = frozenset(
    "claim assertion contention statement suggestion remark warning admission comment boast insistence".split()
)


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
