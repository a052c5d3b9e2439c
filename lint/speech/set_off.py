"""What is set off on the page with no marks: quotation blocks, and paragraphs that "Lee wrote:" leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..text.document import Document
from ..text.span import Span
from .attributed import Attribution
from .entries import Entry
from .lexicon import ISSUED, QUOTING
from .records import Found, Manner, SpeakerKind
from .statements import Draft
from .units import Unit

SpeakerOf = Callable[[int], Entry | None]
"""Whoever speaks in the unit at a place, or whom it is about."""

_VOICE = frozenset(
    "i we you my our your i'm i've i'd i'll we're we've we'd we'll you're you've you'll let's ourselves myself".split()
)
_LEADING = QUOTING | ISSUED | frozenset("spoke talked talking penned pens lines words answer here".split())
_LOOK_BACK = 3
_BULLET = 4


def set_off(
    document: Document,
    units: Sequence[Unit],
    attributions: Sequence[Sequence[Attribution]],
    leads: Mapping[int, Entry],
    speaker: SpeakerOf,
) -> Iterator[tuple[range, Draft]]:
    """Paragraphs without marks that a colon leads to at the end of the one before, each with the units that it holds.

    A tag such as "Lee wrote:" leads to them; so does any sentence of what somebody says where "I" or "you" tells that
    the writer has given the floor to another.
    """
    voiced: set[int] = set()
    free = 0
    for at in range(len(units) - 1):
        unit, first = units[at], at + 1
        if at >= free and _voiced(unit):
            voiced.add(unit.block)
        if document.text[unit.end - 1] != ":" or units[first].block != unit.block + 1 or _quoting(units[first]):
            continue
        last = first
        while last < len(units) and units[last].block == units[first].block:
            last += 1
        held = range(first, last)
        entry = leads.get(at)
        another = not voiced and any(_voiced(units[i]) for i in held)
        if another:
            entry = entry or _leader(units, at, speaker)
        elif any(units[i].quoted(0) or any(_tag(units[i], a) for a in attributions[i]) for i in held):
            continue
        if entry is None:
            continue
        free = last
        block = document.blocks[units[first].block]
        quotations = tuple(q for i in held for q in units[i].quotations)
        yield held, Draft((Span(block.start, block.end),), Manner.DIRECT, quotations, entry, Found.COLON)


def _quoting(unit: Unit) -> bool:
    """Whether a sentence begins with a quotation, a number or a bullet before it left aside."""
    first = next((i for i in range(_BULLET) if unit.quoted(i)), None)
    return first is not None and all(unit.mark(i) or unit.norm(i).isdigit() for i in range(first))


def _tag(unit: Unit, one: Attribution) -> bool:
    """Whether a tag shows the words for those of a report: "The deck will go, said Ann Lee"."""
    named = one.mention is not None and one.mention.proper is not None
    return named or one.source or one.inverted or unit.quoted(one.first - 1) or unit.norm(one.first - 1) == ","


def _voiced(unit: Unit) -> bool:
    """Whether whoever writes a sentence speaks of themselves or to somebody, outside quotations."""
    return any(item.norm in _VOICE for item in unit.items)


def _leader(units: Sequence[Unit], at: int, speaker: SpeakerOf) -> Entry | None:
    """Whoever a paragraph is about that tells of something said or written and ends in a colon."""
    back = [i for i in range(at, max(-1, at - _LOOK_BACK), -1) if units[i].block == units[at].block]
    if not any(item.norm in _LEADING for i in back for item in units[i].items):
        return None
    entry = next((entry for i in back if (entry := speaker(i)) is not None), None)
    return entry if entry is not None and entry.kind is not SpeakerKind.UNKNOWN else None


def block_quotes(document: Document, units: Sequence[Unit], speaker: SpeakerOf) -> Iterator[Draft]:
    """Quotation blocks: whoever speaks in the paragraph before."""
    last_of = {u.block: i for i, u in enumerate(units)}
    for quotation in document.quotations:
        if not quotation.block:
            continue
        block = document.block_at(quotation.start)
        at = next((last_of[b] for b in range(block.index - 1, max(-1, block.index - 4), -1) if b in last_of), None)
        entry = None if at is None else speaker(at)
        ends = at is not None and document.text[units[at].end - 1] == ":"
        found = Found.NOBODY if entry is None else Found.COLON if ends else Found.PARAGRAPH_BEFORE
        yield Draft((Span(quotation.start, quotation.end),), Manner.DIRECT, (quotation,), entry, found)
