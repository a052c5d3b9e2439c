"""Who a pronoun is: "he" and "she" by who is spoken of, "it" and "they" by what opens a sentence, "I" for whoever writes."""

from __future__ import annotations

from . import lexicon as words
from .entries import Entry
from .nouns import Nouns
from .openings import plural as plural_in
from .openings import thing_before
from .phrases import Mention
from .records import SpeakerKind
from .units import Unit

_NEAR = 100


class Pronouns(Nouns):
    """Takes pronouns to speakers."""

    def _pronoun(self, mention: Mention, unit: Unit) -> Entry | None:
        if mention.head in words.WRITERS:
            return self._writer(mention.head)
        if mention.head == "it":
            thing = thing_before(self._reader, unit, unit.item_at(mention.first), self._units)
            if thing is not None:
                return self._noun(*thing)
            return self._latest(SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)
        if mention.head == "they":
            if (
                self._tag(mention, unit)
                and self.last is not None
                and (self.last.plural or self.last.kind is SpeakerKind.GROUP)
            ):
                return self.last  # "Critics object. If the owners pay, it opens, they said": those quoted before
            if (plural := plural_in(self._reader, unit, mention.first)) is not None:
                return self._noun(plural, unit)
            before = self._units[unit.index - 1] if unit.index else None
            if before is not None and before.block >= unit.block - 1:
                plural = plural_in(self._reader, before, before.items[-1].token)
                if plural is not None and plural.opens <= before.items[1 if len(before.items) > 1 else 0].token:
                    return self._noun(plural, before)
            if self.last is not None and self.last.kind is not SpeakerKind.PERSON:
                return self.last
            return self._latest(SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, since=mention.first - _NEAR)
        here = self._sentence(mention.first)
        item = unit.item_at(mention.first)
        relative = unit.norm(item - 1) in ("who", "whom", "that", "which")
        back = item - 2 - (unit.norm(item - 2) == ",")
        barred = self._reader.names.at(unit.items[back].token) if relative and back >= 0 else None
        tag = self._tag(mention, unit)
        best = self._salience.best(
            mention.head,
            here,
            self.last,
            tag_of=here if tag else None,
            barred=None if barred is None else self._holders.get(barred.core),
        )
        unnamed = self.last
        if (
            unnamed is not None
            and unnamed.kind is SpeakerKind.ANONYMOUS
            and not unnamed.plural
            and (not unnamed.gender or unnamed.gender == mention.head)
            and (best is None or best is not self.last)
        ):
            near = self._last_unit is not None and abs(self._last_unit.block - unit.block) <= 1
            if near and (best is None or unnamed.last_seen > best.last_seen):
                best = unnamed
        if best is None:
            return (
                self.last
                if self.last is not None and self.last.kind in (SpeakerKind.UNKNOWN, SpeakerKind.ANONYMOUS)
                else None
            )
        best.gender = best.gender or mention.head
        self._salience.note(here, best, subject=1.0)
        return best

    def _tag(self, mention: Mention, unit: Unit) -> bool:
        """Whether a pronoun stands with its verb after what is said: "..., she said"."""
        item = unit.item_at(mention.first)
        ends = unit.word(item + 2) is None or unit.norm(item + 2) in words.PREPOSITIONS | words.DAYS
        return unit.norm(item - 1) == "," and unit.norm(item + 1) in words.INVERTS and ends

    def _writer(self, head: str) -> Entry | None:
        if head == "you":
            return None
        return self._kept(("writer", ""), SpeakerKind.PERSON, "the writer", head)
