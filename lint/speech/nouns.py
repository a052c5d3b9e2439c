"""Who a phrase without a name is: "the mayor", "the ministry", "the Ohio Democrat", "a senior official"."""

from __future__ import annotations

from collections.abc import Sequence

from . import epithets
from . import lexicon as words
from .entries import Entry
from .gazetteer import PLACES
from .kinds import SPOKEN_FOR, kind_of
from .openings import one_of
from .phrases import Mention
from .records import SpeakerKind
from .same import of_country, paper
from .scene import Scene
from .spellings import bare, compound
from .units import Unit

_HELD = 16
_GENERIC = frozenset(
    "company group organization organisation agency department ministry firm bank university committee commission council "
    "association union campaign court network newspaper paper site website institute foundation nonprofit charity "
    "outlet publication hospital airline carrier retailer manufacturer board panel office team institution".split()
)
_OF_THE_PLACE = frozenset("authorities prosecutors investigators police".split())
_TOLD_BESIDES = ("who ", "citing ", "speaking ")
_STAFFS = frozenset(["office", "campaign", "team"])
_OWN = {"his": "he", "her": "she", "their": "they", "its": "it"}
_NEAR = 400
_FAR_BLOCKS = 3
_NOTICES = ("statement", "update", "release", "announcement", "notice", "message")
_COUNTS = words.INDEFINITE - {"a", "an", "some"}
_NEAR_SENTENCES = 5
_MINOR = 0.2


class Nouns(Scene):
    """Takes phrases without a name to speakers."""

    def _pronoun(self, mention: Mention, unit: Unit) -> Entry | None:
        """Who a pronoun is."""
        raise NotImplementedError

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
        if head in _STAFFS and (owned := self._staff(head, phrase, mention, unit)) is not None:
            return owned
        if head in SPOKEN_FOR and (body := self._spoken_for(mention)) is not None:
            return body
        if definite and (held := self._definite(head, lowered, mention, unit)) is not None:
            return held
        kind = kind_of(head, lowered, described=bool(mention.aside), unnamed=bool(self._why_unnamed(mention)))
        owner = self._reader.names.at(mention.first)
        key = (head, " ".join(w for w in lowered if w not in words.DETERMINERS) + mention.aside.lower()[:60])
        if kind is SpeakerKind.GROUP and mention.aside.startswith(_TOLD_BESIDES):
            key = (head, " ".join(w for w in lowered if w not in words.DETERMINERS))
        if head in _OF_THE_PLACE and len(lowered) == 1 and (met := self._met(head)) is not None:
            return met
        if lowered and lowered[0] in _COUNTS:
            key = (head, f"{lowered[0]} {key[1]}")
        if definite or (kind is SpeakerKind.DOCUMENT and head.endswith("s")):
            key = (head, " ".join(w for w in lowered if w not in words.DETERMINERS))
        if kind is SpeakerKind.DOCUMENT and owner is not None and owner.possessive and owner.core in self._holders:
            key = (head, f"of {self._holders[owner.core].shown}")
        if kind in (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT):
            phrase = self._from_name(mention, phrase)
        entry = self._kept(key, kind, phrase, head)
        if not entry.aside:
            entry.describe("", mention.aside)
        if kind is SpeakerKind.ANONYMOUS and not any(p in entry.aside.lower() for p in words.ANONYMITY):
            entry.aside = self._why_unnamed(mention) or entry.aside
        if kind is SpeakerKind.ANONYMOUS and entry not in self._anonymous[-_HELD:]:
            self._anonymous.append(entry)
        entry.plural = head.endswith("s") or head in ("people", "police")
        return entry

    def _met(self, head: str) -> Entry | None:
        """Those of a noun who were met last: "Dorvan authorities", then "authorities"."""
        held = [e for (noun, _), e in self._nouns.items() if noun == head]
        return max(held, key=lambda e: e.last_seen, default=None)

    def _from_name(self, mention: Mention, phrase: str) -> str:
        """A phrase without the adjectives before its name: "the often friendly Leeds Post board" as Leeds Post board."""
        tokens = [t for t in range(mention.first, mention.last - 1) if not compound(self._tokens[t])]
        named = next((proper for t in tokens if (proper := self._reader.names.at(t)) is not None), None)
        if named is None or named.possessive or named.kind is not SpeakerKind.INSTITUTION:
            return phrase
        before = [self._tokens[t] for t in range(mention.first + 1, named.first)]
        if not before or not all(t.text.islower() or compound(t) for t in before):
            return phrase
        return phrase[phrase.index(self._tokens[named.first].text) :]

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
            held = [e for e in self._institutions() if e.name and e.name[-1] not in PLACES]
            held = [e for e in held if epithets.may_be_called(e, head)]
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
        if (holder := self._holder(mention, lowered, unit)) is not None:
            return holder
        if first.norm == "the" and len(lowered) > 2 and bare(lowered[1].replace("\u2019", "'")) in _GENERIC:
            head = bare(lowered[1].replace("\u2019", "'"))
            return self._definite(head, ["the", head], mention._replace(head=head, aside=""), unit)
        return None

    def _spoken_for(self, mention: Mention) -> Entry | None:
        """Whom a spokesman without a name speaks for by name: "a spokesman for Lee", "a Harbor Trust spokesman"."""
        after = mention.last + 1 + (self._tokens[min(mention.last + 1, len(self._tokens) - 1)].norm == "the")
        at = after if mention.aside.startswith("for ") else mention.last - 2
        proper = self._reader.names.at(at)
        if proper is None or not proper.words or proper.kind is SpeakerKind.UNKNOWN:
            return None
        return self._holders.get(proper.core)

    def _staff(self, head: str, phrase: str, mention: Mention, unit: Unit) -> Entry | None:
        """Somebody's office or campaign, as "Lee's office" or "his office"."""
        owner = self._holder(mention, phrase.lower().split(), unit)
        if owner is None:
            return None
        entry = self._kept((head, f"of {owner.shown}"), SpeakerKind.INSTITUTION, phrase, head)
        if entry.shown.split()[0].lower() in _OWN and phrase.split()[0].lower() not in _OWN:
            entry.shown = phrase
        return entry

    def _holder(self, mention: Mention, lowered: Sequence[str], unit: Unit) -> Entry | None:
        """Whose something is that is called "his" or by a name in the possessive."""
        if lowered[0] in _OWN:
            return self._pronoun(Mention(mention.first, mention.first + 1, head=_OWN[lowered[0]]), unit)
        proper = self._reader.names.at(mention.first)
        return self._holders.get(proper.core) if proper is not None and proper.possessive else None

    def _names_document(self, head: str) -> bool:
        """Whether the last speaker said it in a document of that name."""
        assert self._last_unit is not None
        start = self._last_unit.start
        told = self._document.lowered[start : min(self._last_unit.end, start + 4 * _NEAR)]
        return any(noun in told for noun in (_NOTICES if head in _NOTICES else [head]))

    def _why_unnamed(self, mention: Mention) -> str:
        """What the copy says of a source's having no name, right after the mention: "familiar with the talks"."""
        if mention.head not in words.UNNAMED | words.PEOPLE:
            return ""
        start = self._tokens[mention.last - 1].end
        near = self._document.lowered[start : start + _NEAR // 2].split("\n")[0]
        if not any(p in near for p in words.ANONYMITY):
            return ""
        return mention.aside or next(p for p in words.ANONYMITY if p in near)
