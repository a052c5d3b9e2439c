"""Who is who in a story: names, short names, titles, offices and pronouns, each taken to one speaker.

A draft is read from its start, so that a pronoun or "the mayor" finds whoever was spoken of last. A full name that
comes later counts for the short one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.span import Span
from . import lexicon as words
from .entries import Entry, fullness
from .phrases import Mention
from .pronouns import Pronouns
from .records import SpeakerKind
from .units import Unit

_PLACED = frozenset("in at from to near across outside inside".split())
_OPENING = 5
_OPENS = 1.6
_INTRODUCES = frozenset("a an one another my our".split())
_PAIRS = frozenset("couple pair duo".split())
_TALKED = frozenset("spoke talked chatted sat".split())
_SPOKE = 0.6


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


class Cast(Pronouns):
    """The speakers of a draft, met in order."""

    def advance(self, token: int) -> None:
        """Take note of the names before a token."""
        while self._next < len(self._events) and self._events[self._next][0].core < token:
            proper, unit = self._events[self._next]
            core = proper.core
            self._next += 1
            entry = self._holders[core]
            if not proper.possessive:
                span = Span(self._tokens[proper.core].start, self._tokens[proper.last - 1].end)
                entry.see(span, core, full=fullness(proper.words) >= fullness(entry.name))
            entry.last_seen = core
            if entry.kind is SpeakerKind.PERSON:
                item = unit.item_at(proper.first)
                before = unit.norm(item - 1)
                office = self._reader.before_name(unit, item)
                first = item <= len(office.split()) or before in (",", "and", "but")
                opens = before in words.BEFORE_CLAUSE
                fronted = 2.0 if item <= _OPENING and opens else 0.7 * opens  # "Even though Lee knew, she said"
                subject = 0.0 if proper.possessive else 1.0 if first else fronted
                weak = proper.possessive or before in words.PREPOSITIONS
                if before in ("with", "to") and unit.norm(item - 2) in _TALKED and unit.norm(item - 3) in ("i", "we"):
                    subject, weak = 1.0, False  # "I spoke with Lee. He said"
                if proper.possessive and item <= _OPENING and unit.norm(0) in words.PREPOSITIONS:
                    subject, weak = 0.5, False  # "During Lee's speech, he said"
                if entry.sure or before not in _PLACED:
                    self._salience.note(self._sentence(core), entry, subject=subject, weak=weak)

    def introduce(self, unit: Unit) -> None:
        """Take note of somebody without a name who opens a sentence: "A neighbour came. She said ..."."""
        first = int(unit.norm(0) in words.BEFORE_CLAUSE)
        if unit.norm(first) in words.HE | words.SHE:
            token = unit.items[first].token
            self.advance(token)
            self._pronoun(Mention(token, token + 1, head=unit.norm(first)), unit)
            return
        if unit.norm(first) == "the" and unit.norm(first + 1) in _PAIRS:
            token, head = unit.items[first].token, unit.norm(first + 1)
            pair = Mention(token, token + 2, head=head, phrase=f"the {head}")
            self._noun(pair, unit).last_seen = token
            return
        if unit.norm(first) not in _INTRODUCES:
            return
        phrase = self._reader.after(unit, first)
        if phrase is not None and phrase.proper is None and phrase.head in words.ROLES:
            sources = len(self._anonymous)
            entry = self._noun(phrase, unit)
            del self._anonymous[sources:]  # no source yet
            if self._somebody(phrase, entry):
                entry.last_seen = phrase.first
                self._salience.note(self._sentence(phrase.first), entry, subject=_OPENS)

    def resolve(self, mention: Mention, unit: Unit) -> Entry | None:
        """Who a mention is, in the order of the draft."""
        self.advance(mention.first)
        if mention.parts:
            entry = self._joint(mention, unit)
        elif mention.proper is not None and mention.proper.words:
            entry = self._holders.get(mention.proper.core) or self.register.enter(mention.proper)
            entry.describe(mention.title, mention.aside)
        elif mention.pronoun:
            found = self._pronoun(mention, unit)
            if found is None and mention.head == "you":
                return None
            entry = found or self._kept(("pronoun", mention.head), SpeakerKind.UNKNOWN, mention.head, mention.head)
        else:
            entry = self._noun(mention, unit)
            if self._somebody(mention, entry) or entry.kind is SpeakerKind.PERSON:
                self._salience.note(self._sentence(mention.first), entry, subject=1.0)
        named = fullness(mention.proper.words) if mention.proper is not None else 0
        full = not mention.pronoun and named >= fullness(entry.name)
        entry.see(self._reader.span(mention), mention.first, full=full)
        return entry

    def _somebody(self, mention: Mention, entry: Entry) -> bool:
        """Whether a phrase names one person whom the draft does not name: "a neighbour", "my friend"."""
        unnamed = (SpeakerKind.ANONYMOUS, SpeakerKind.PERSON)
        return mention.head in words.ROLES and entry.kind in unnamed and not entry.plural

    def _joint(self, mention: Mention, unit: Unit) -> Entry:
        """Those who say something together, as one source."""
        held = [entry for part in mention.parts if (entry := self.resolve(part, unit)) is not None]
        shown = [entry.shown for entry in held]
        entry = self._kept(("and", " ".join(sorted(shown))), SpeakerKind.GROUP, _listed(shown), "and")
        entry.plural = True
        return entry

    def unspoken(self, entry: Entry | None) -> bool:
        """Whether an entry is a pronoun that nobody was found for, or whoever writes, who reports nothing by "I say"."""
        if entry is None or entry.name:
            return False
        return entry.shown in words.PRONOUNS or entry is self._nouns.get(("writer", ""))

    def speaks(self, entry: Entry, unit: Unit) -> None:
        """Note that somebody said something in a unit."""
        self.last, self._last_unit = entry, unit
        entry.sure = True
        if entry.kind is SpeakerKind.PERSON and entry.name:
            self._salience.note(self._sentence(unit.items[-1].token), entry, subject=_SPOKE)
