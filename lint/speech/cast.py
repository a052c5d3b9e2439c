"""Who is who in a story: names, short names, titles, offices and pronouns, each taken to one speaker.

A draft is read from its start, so that a pronoun or "the mayor" finds whoever was spoken of last. A full name that
comes later counts for the short one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Document
from ..text.span import Span
from . import epithets
from . import lexicon as words
from .entries import Entry, fullness
from .kinds import kind_of
from .mentions import Reader
from .names import Names
from .openings import one_of, thing_before
from .openings import plural as plural_in
from .phrases import Mention
from .records import SpeakerKind
from .register import Register
from .salience import Salience
from .same import of_country, paper
from .spellings import bare
from .units import Unit

_HELD = 16
_GENERIC = frozenset(
    "company group organization organisation agency department ministry firm bank university committee commission council "
    "association union campaign court network newspaper paper site website institute foundation nonprofit charity "
    "outlet publication hospital airline retailer manufacturer board panel office team institution".split()
)
_PLACED = frozenset("in at from to near across outside inside".split())
_NEAR = 400
_OPENING = 5
_OPENS = 1.6
_FAR_BLOCKS = 3
_NOTICES = ("statement", "update", "release", "announcement", "notice", "message")
_INTRODUCES = frozenset("a an one another my our".split())
_COUNTS = words.INDEFINITE - {"a", "an", "some"}
_PAIRS = frozenset("couple pair duo".split())
_TALKED = frozenset("spoke talked chatted sat".split())
_SPOKE = 0.6
_NEAR_SENTENCES = 5
_MINOR = 0.2


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


class Cast:
    """The speakers of a draft, met in order."""

    def __init__(self, document: Document, names: Names, reader: Reader, units: Sequence[Unit]) -> None:
        self._document, self._reader = document, reader
        self._tokens = document.tokens
        self.register = Register(names, reader, units)
        self.entries, self._holders = self.register.entries, self.register.holders
        self._nouns: dict[tuple[str, str], Entry] = {}
        self._anonymous: list[Entry] = []
        self.last: Entry | None = None
        self._last_unit: Unit | None = None
        self._units = units
        self._events = self.register.named
        self._next = 0
        people = (self._holders[proper.core] for proper, _ in self._events)
        self._salience = Salience(e for e in people if e.kind is SpeakerKind.PERSON)

    # reading on

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

    def _pronoun(self, mention: Mention, unit: Unit) -> Entry | None:
        if mention.head in words.WRITERS:
            return self._writer(mention.head)
        if mention.head == "it":
            thing = thing_before(self._reader, unit, unit.item_at(mention.first), self._units)
            if thing is not None:
                return self._noun(*thing)
            return self._latest(SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)
        if mention.head == "they":
            if (plural := plural_in(self._reader, unit, mention.first)) is not None:
                return self._noun(plural, unit)
            before = self._units[unit.index - 1] if unit.index else None
            if before is not None and before.block >= unit.block - 1:
                plural = plural_in(self._reader, before, before.items[-1].token)
                if plural is not None and plural.opens <= before.items[1 if len(before.items) > 1 else 0].token:
                    return self._noun(plural, before)
            if self.last is not None and self.last.kind is not SpeakerKind.PERSON:
                return self.last
            return self._latest(SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, since=mention.first - _NEAR // 4)
        here = self._sentence(mention.first)
        item = unit.item_at(mention.first)
        relative = unit.norm(item - 1) in ("who", "whom", "that", "which")
        back = item - 2 - (unit.norm(item - 2) == ",")
        barred = self._reader.names.at(unit.items[back].token) if relative and back >= 0 else None
        ends = unit.word(item + 2) is None or unit.norm(item + 2) in words.PREPOSITIONS | words.DAYS
        tag = unit.norm(item - 1) == "," and unit.norm(item + 1) in words.INVERTS and ends
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

    def _writer(self, head: str) -> Entry | None:
        if head == "you":
            return None
        return self._kept(("writer", ""), SpeakerKind.PERSON, "the writer", head)

    def _latest(self, *kinds: SpeakerKind, since: int = 0) -> Entry | None:
        if self.last is not None and self.last.kind in kinds:
            return self.last
        held = [e for e in self.entries[-60:] if e.kind in kinds and e.last_seen >= since]
        return max(held, key=lambda e: e.last_seen, default=None)

    def _noun(self, mention: Mention, unit: Unit) -> Entry:
        """Who a phrase without a name is: "the mayor", "the ministry", "a senior official"."""
        phrase = " ".join(mention.phrase.split())
        if mention.head == "one":
            return self._one(mention, phrase, unit)
        lowered = phrase.lower().split()
        definite = bool(lowered) and (
            lowered[0] in ("the", "this", "that", "his", "her", "its", "their", "both")
            or bare(lowered[0]) != lowered[0]
        )
        head = mention.head
        if definite and (held := self._definite(head, lowered, mention, unit)) is not None:
            return held
        kind = kind_of(head, lowered, described=bool(mention.aside), unnamed=bool(self._why_unnamed(mention)))
        owner = self._reader.names.at(mention.first)
        key = (head, " ".join(w for w in lowered if w not in words.DETERMINERS) + mention.aside.lower()[:60])
        if lowered and lowered[0] in _COUNTS:
            key = (head, f"{lowered[0]} {key[1]}")
        if definite or (kind is SpeakerKind.DOCUMENT and head.endswith("s")):
            key = (head, " ".join(w for w in lowered if w not in words.DETERMINERS))
        if kind is SpeakerKind.DOCUMENT and owner is not None and owner.possessive and owner.core in self._holders:
            key = (head, f"of {self._holders[owner.core].shown}")
        entry = self._kept(key, kind, phrase, head)
        if not entry.aside:
            entry.describe("", mention.aside)
        if kind is SpeakerKind.ANONYMOUS and not any(p in entry.aside.lower() for p in words.ANONYMITY):
            entry.aside = self._why_unnamed(mention) or entry.aside
        if kind is SpeakerKind.ANONYMOUS and entry not in self._anonymous[-_HELD:]:
            self._anonymous.append(entry)
        entry.plural = head.endswith("s") or head in ("people", "police")
        return entry

    def _one(self, mention: Mention, phrase: str, unit: Unit) -> Entry:
        """One of those spoken of before: each "one" and "another" is a source of its own."""
        noun = one_of(unit, self._units)
        kind = kind_of(noun, ["one"], described=False, unnamed=False) if noun else SpeakerKind.ANONYMOUS
        return self._kept(("one", str(mention.first)), kind, phrase, "one")

    def _definite(self, head: str, lowered: Sequence[str], mention: Mention, unit: Unit) -> Entry | None:
        if head in words.ISSUED and (owner := self._owner(mention, unit)) is not None:
            return owner
        if head.rstrip("s") in words.DOCUMENTS:
            known = paper(self.entries[-80:], self.last, head, " ".join(mention.phrase.split()))
            if known is not None:
                return known
        if head in words.ISSUED and self.last is not None and self._last_unit is not None:
            near = unit.block - self._last_unit.block <= _FAR_BLOCKS
            document = self.last.kind is SpeakerKind.DOCUMENT
            if near and (bool(self.last.heads & words.ISSUED) if document else self._names_document(head)):
                return self.last
        if self.last is not None and head in self.last.heads and epithets.fits(self.last, head, lowered):
            return self.last
        if (abroad := of_country(self._nouns, head, lowered)) is not None:
            return abroad
        if mention.aside.startswith("that "):
            return None
        if len(lowered) <= 3:
            held = [e for e in self._institutions() if e.name and e.name[-1] not in words.PLACES]
            exact = [e for e in held if head in e.name or head in e.heads]
            if exact or (held and head in _GENERIC and len(lowered) == 2 and lowered[0] in ("the", "this", "that")):
                return max(exact or held, key=lambda e: (e is self.last, e.last_seen))
        if head in words.UNNAMED and (unnamed := self._unnamed(head, lowered)) is not None:
            return unnamed
        held = [e for e in self.register.called(head)[-40:] if e.last_seen >= 0]
        people = [e for e in held if head not in epithets.PARTIES and epithets.fits(e, head, lowered)]
        told_more = mention.aside.startswith("who ") and self._tokens[mention.last].text == ","
        if mention.aside.startswith(("for ", "of ", "who ")) and not told_more:
            return None
        minor = head == "president" and all(self._salience.share(e) < _MINOR for e in people)
        if people and not (minor and len(lowered) == 2):
            return max(people, key=lambda e: (e is self.last, e.last_seen))
        if (person := self._epithet(head, lowered, mention, unit)) is not None:
            return person
        if people:
            return max(people, key=lambda e: (e is self.last, e.last_seen))
        if head == "lawmaker" and len(held := [e for e in self.register.called(head) if e.last_seen >= 0]) == 1:
            return held[0]
        if (
            self.last is not None
            and self.last.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.GROUP)
            and head in self.last.heads
        ):
            return self.last
        if len(lowered) == 2 and lowered[0] == "the":
            kinds = (SpeakerKind.INSTITUTION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
            same = [e for (noun, _), e in self._nouns.items() if noun == head and e.kind in kinds]
            return max(same, key=lambda e: e.last_seen, default=None)
        return None

    def _epithet(self, head: str, lowered: Sequence[str], mention: Mention, unit: Unit) -> Entry | None:
        """The person near by whom "the Ohio Democrat" or "the billionaire" means."""
        loose = head in epithets.LOOSE or (head == "president" and len(lowered) == 2)
        if lowered[0] != "the" or head not in words.ROLES | epithets.LOOSE:
            return None

        def fits(entry: Entry) -> bool:
            about = loose and self._salience.share(entry) == 1.0 and (head != "president" or not entry.heads)
            return about or epithets.may_be(entry, head, lowered)

        gender = "he" if head in words.MALE else "she" if head in words.FEMALE else ""
        here = self._sentence(mention.first)
        found = self._salience.best(gender, here, self.last, fits=fits, within=_NEAR_SENTENCES)
        if found is not None:
            self._salience.note(here, found, subject=1.0)
        return found

    def _sentence(self, token: int) -> int:
        sentence = self._document.sentence_at(self._tokens[token].start)
        return sentence.index if sentence else 0

    def _unnamed(self, head: str, lowered: Sequence[str]) -> Entry | None:
        """The anonymous source that "the former official" or "the source" goes back to."""
        told = {w for w in lowered if w not in words.DETERMINERS and w not in ("source", "person")}
        held = [e for e in self._anonymous[-_HELD:] if not e.plural and told <= set(e.shown.lower().split())]
        if lowered[0] == "this":
            return max(held, key=lambda e: e.last_seen, default=None) if not head.endswith("s") else None
        held = [e for e in held if head in e.heads] or held
        return held[-1] if held and not head.endswith("s") else None

    def _owner(self, mention: Mention, unit: Unit) -> Entry | None:
        """Whoever issued a document: "her statement", "Lee's letter", "the group's tweet"."""
        lowered = mention.phrase.lower().split()
        first = self._tokens[mention.first]
        if lowered[0] in ("his", "her", "their", "its"):
            head = {"his": "he", "her": "she", "their": "they", "its": "it"}[lowered[0]]
            return self._pronoun(Mention(mention.first, mention.first + 1, head=head), unit)
        proper = self._reader.names.at(mention.first)
        if proper is not None and proper.possessive:
            return self._holders.get(proper.core)
        if first.norm == "the" and len(lowered) > 2 and bare(lowered[1].replace("\u2019", "'")) in _GENERIC:
            head = bare(lowered[1].replace("\u2019", "'"))
            return self._definite(head, ["the", head], mention._replace(head=head, aside=""), unit)
        return None

    def _institutions(self) -> list[Entry]:
        return [e for e in self.entries[-80:] if e.kind is SpeakerKind.INSTITUTION and e.last_seen >= 0]

    def _names_document(self, head: str) -> bool:
        """Whether the last speaker said it in a document of that name."""
        assert self._last_unit is not None
        start = self._last_unit.start
        told = self._document.lowered[start : min(self._last_unit.end, start + 4 * _NEAR)]
        return any(noun in told for noun in (_NOTICES if head in _NOTICES else [head]))

    def _kept(self, key: tuple[str, str], kind: SpeakerKind, shown: str, head: str) -> Entry:
        entry = self._nouns.get(key)
        if entry is None:
            entry = self._nouns[key] = Entry(kind, shown)
            entry.heads.add(head)
            entry.gender = "he" if head in words.MALE else "she" if head in words.FEMALE else ""
            entry.sure = True
            self.entries.append(entry)
        return entry

    def _why_unnamed(self, mention: Mention) -> str:
        """What the copy says of a source's having no name, right after the mention: "familiar with the talks"."""
        if mention.head not in words.UNNAMED | words.PEOPLE:
            return ""
        start = self._tokens[mention.last - 1].end
        near = self._document.lowered[start : start + _NEAR // 2].split("\n")[0]
        if not any(p in near for p in words.ANONYMITY):
            return ""
        return mention.aside or next(p for p in words.ANONYMITY if p in near)
