"""Who only passes on what another says: an agency after "Lee said", whoever tells of what another told or will say.

Where somebody speaks within an agency's report, that is the source. Where a source tells what another said or will say, it
is the one who was heard.
"""

from __future__ import annotations

from .attributed import Attribution
from .lexicon import DAYS, ONLY_DOCUMENTS, TELLS
from .phrases import Mention
from .records import SpeakerKind
from .spellings import bare
from .units import Unit

OUTLETS = frozenset(
    "times post journal news press herald tribune guardian telegraph mirror gazette reuters week weekly chronicle globe "
    "sentinel dispatch inquirer bulletin politico bloomberg ap afp cnn bbc npr nbc abc cbs msnbc fox wire axios buzzfeed "
    "vox breitbart intercept atlantic economist hill beast caller examiner monitor today newspaper paper magazine outlet "
    "site website network agency broadcaster tass interfax xinhua upi pa dpa".split()
)
_RELAYS = frozenset("reports reported report writes wrote says said notes noted".split())
_WITHIN = 8


def outlet(mention: Mention | None) -> bool:
    """Whether a mention is a paper, a station or an agency: Reuters, The Leeds Post, "the newspaper"."""
    if mention is None or mention.parts:
        return False
    if mention.proper is None:
        return mention.head in OUTLETS
    if mention.proper.kind is not SpeakerKind.INSTITUTION:
        return False
    return any(bare(word) in OUTLETS for word in mention.proper.words)


def passes_on(unit: Unit, before: Attribution, one: Attribution) -> bool:
    """Whether an outlet at the end names only itself as having heard: "The pier is shut, Lee said, Reuters reports"."""
    if before.source or one.source or unit.norm(one.cue) not in _RELAYS or not outlet(one.mention):
        return False
    if one.first < before.last or outlet(before.mention) or not before.firm:
        return False
    closed = unit.norm(one.first - 1) == "," or unit.quoted(one.first - 1)
    ends = unit.norm(one.last) in ("", ".", "on", "in") or unit.norm(one.last) in DAYS
    return closed and ends and not any(_stops(unit, i) for i in range(before.last, one.first))


def _stops(unit: Unit, item: int) -> bool:
    """Whether a sentence ends at an item."""
    if unit.norm(item) != ".":
        return False
    following = unit.word(item + 1)
    return unit.quoted(item + 1) or (following is not None and unit.item_start(item + 1) > unit.item_end(item))


def told_by(unit: Unit, before: Attribution, one: Attribution) -> bool:
    """Whether what another says, or will say, is itself part of what is told: "Lee said Cole would insist on “rust”"."""
    told = before.tells and before.firm and not before.source and not before.relative and not before.inverted
    if not told or one.source or one.participle or one.cue <= before.last:
        return False
    between = range(before.last, one.cue)
    if any(unit.quoted(i) or (unit.mark(i) and unit.norm(i) not in ("'", "\u2019", ".")) for i in between):
        return False
    if not one.firm:
        return unit.words_between(before.last, one.cue) <= _WITHIN and not any(
            unit.norm(i) in ("and", "but") for i in between
        )
    if outlet(before.mention) or unit.norm(one.cue) not in TELLS or one.mention is None or one.first < before.last:
        return False
    lead = range(before.last, one.first)
    beside = all(unit.norm(i) == "that" or unit.norm(i) in DAYS for i in lead)
    if beside and unit.norm(one.cue) in ONLY_DOCUMENTS:
        return True  # "Lee announced that tests had shown “rust”"
    spoken = unit.norm(one.last) in (":", ",") and unit.quoted(one.last + 1)
    return beside and not spoken  # "Police said Lee told officers: “…”" is heard from Lee
