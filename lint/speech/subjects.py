"""Who may be the subject of which verb of saying: documents show and find, facts and moods only suggest."""

from __future__ import annotations

from .attributed import Attribution
from .clauses import clause
from .entries import Entry
from .lexicon import DOCUMENTS, FINITE, INVERTS, ONLY_DOCUMENTS, TELLS
from .records import SpeakerKind
from .units import Unit

_THINGS_DO = frozenset(
    "suggest suggests suggested suggesting reveal reveals revealed confirm confirms confirmed indicate indicates indicated "
    "imply implies implied signal signals signaled show shows showed explain explains explained".split()
)
"""Verbs of which facts and moods are the subject as often as people."""

_RULES = frozenset(
    "treaty treaties rules standards principles custom tradition need needs taste merit ability factors size age income "
    "weight criteria schedule circumstances".split()
)
"""What things are done "according to" that nobody says."""

_NOBODY = frozenset("nothing nobody none neither".split())
_MEANING = frozenset("suggesting indicating signaling signalling implying".split())
_FINDERS = frozenset(
    "researchers scientists economists investigators analysts experts auditors inspectors authors pollsters jurors "
    "researcher scientist economist".split()
)
"""Those who find as documents do."""


def cannot_say(unit: Unit, one: Attribution, entry: Entry) -> bool:
    """Whether a verb has a subject that does not say by it: "the boys found", "refugees who show", "the mood suggests"."""
    documents = (SpeakerKind.DOCUMENT, SpeakerKind.INSTITUTION, SpeakerKind.UNKNOWN)
    if (
        entry.kind is SpeakerKind.UNKNOWN
        and not entry.name
        and not one.source
        and (unit.norm(one.cue) not in INVERTS | TELLS or unit.norm(one.cue) in _THINGS_DO)
    ):
        return True
    shown = entry.shown.lower()
    if not entry.name and (
        shown in ("this", "that", "these", "which", "him", "them") or shown.split(" ")[0] in _NOBODY
    ):
        return True
    if one.source and entry.kind is SpeakerKind.UNKNOWN and entry.heads & _RULES:
        return True
    cue = unit.norm(one.cue)
    bodily = entry.kind is SpeakerKind.INSTITUTION and not entry.heads & DOCUMENTS and not one.source
    if bodily and cue in ("show", "shows", "showed") and one.mention is not None and one.mention.pronoun:
        return True
    several = entry.plural and entry.kind is not SpeakerKind.DOCUMENT
    if one.participle and cue in _MEANING and entry.kind is not SpeakerKind.PERSON and not several:
        return True
    closed = unit.norm(one.first - 1) == ","
    if bodily and cue in ("found", "finds", "find") and not closed and not _tells_clause(unit, one.last):
        return True
    phrase = one.mention.phrase.lower().split() if one.mention is not None else []
    if entry.heads & _FINDERS or _FINDERS.intersection(phrase[:1]):
        return False
    return unit.norm(one.cue) in ONLY_DOCUMENTS and entry.kind not in documents


def _tells_clause(unit: Unit, item: int) -> bool:
    """Whether a clause or a quotation begins at an item rather than a thing."""
    return (
        unit.norm(item) == "that"
        or clause(unit, item) > item
        or any(unit.quoted(i) or unit.norm(i) in FINITE for i in range(item, min(item + 8, len(unit.items))))
    )
