"""Mentions of speakers beside a verb of saying: its subject, one with an aside, those who speak together."""

from __future__ import annotations

from .descriptions import AFTER_HEAD, NOUNS
from .gazetteer import PLACES
from .lexicon import (
    ACTS,
    ADVERBS,
    AUXILIARIES,
    BEFORE_CLAUSE,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    NOT_SPEAKERS,
    PARTS_OF_DAY,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    ROLES,
    TOWARDS_ROLE,
)
from .phrases import LONGEST_PHRASE, STAFF, Mention, PhraseReader
from .records import SpeakerKind
from .units import Unit

_LONGEST_ASIDE = 40
_FEW = 3
_BREAKS = frozenset(",;:()[]\u2013\u2014") | {"--", "-", "...", "\u2026"}
_NO_ADVERBS = frozenset("family ally assembly".split())
_POINTED = frozenset("jr sr inc corp co ltd bros".split())
_BETWEEN_COMMAS = frozenset("however though meanwhile too also then instead".split())
_BEGIN = frozenset("began begun started kept".split())
_PAST = frozenset("read wrote made gave took went left held saw came got kept led brought sent put found spoke".split())
_OF_BODIES = frozenset("affiliate station subsidiary".split())
STOPS_PHRASE = AFTER_HEAD | BEFORE_CLAUSE | FINITE
"""Words that end a noun phrase."""


class Reader(PhraseReader):
    """Reads the mentions of one draft."""

    def before(self, unit: Unit, item: int, *, anything: bool = False) -> Mention | None:
        """The subject that ends right before an item, or None where the surface does not decide.

        Any noun after "the" or its like counts where `anything` may speak.
        """
        found = self._single_before(unit, item, anything=anything)
        first = 0 if found is None else unit.item_at(found.opens)
        if unit.norm(item - 1) == "and" and first and unit.word(first - 1) is not None:
            return None  # "They praised Lee and said"
        if found is not None and found.proper is None and (named := self._named_before(unit, found)) is not None:
            return named
        return found and self._joined_before(unit, found, closing=unit.norm(item + 1) in ("", "."))

    def _named_before(self, unit: Unit, noun: Mention) -> Mention | None:
        """The name that opens a clause and that an office follows with no second comma: "Ann Lee, head of X said"."""
        item = unit.item_at(noun.opens) - 1
        proper = self._name_at(unit, item - 1) if unit.norm(item) == "," and noun.head in ROLES else None
        if proper is None or proper.possessive or proper.kind is not SpeakerKind.PERSON:
            return None
        first = unit.item_at(proper.first)
        if first and unit.word(first - 1) is not None:
            return None
        return self.name(proper, unit)._replace(aside=f"{noun.phrase} {noun.aside}".strip())

    def _single_before(self, unit: Unit, item: int, *, anything: bool = False) -> Mention | None:
        at = self._skip_back(unit, item - 1)
        if at < 0:
            return None
        if unit.norm(at) in ("who", "which") and at > 0:
            return self._before_relative(unit, at)
        if unit.mark(at) and unit.norm(at) in _BREAKS:
            return self._before_aside(unit, at)
        return self._ending(unit, at, anything=anything)

    def after(self, unit: Unit, item: int, *, anything: bool = False) -> Mention | None:
        """The noun phrase that begins at an item, or None where none does.

        Nouns that name neither people nor institutions nor documents count where `anything` may speak.
        """
        token = unit.word(item)
        if token is None or token.norm in PREPOSITIONS:
            return None
        if token.norm in PRONOUNS:
            return self._pronoun(unit, item)
        end = item
        while end < len(unit.items) and end - item < LONGEST_PHRASE and not unit.quoted(end):
            joins = unit.norm(end) in ("-", "/") and unit.word(end + 1) is not None and unit.word(end - 1) is not None
            if unit.mark(end) and (end == item or (self._name_at(unit, end) is None and not joins)):
                break
            compound = unit.norm(end + 1) == "-"
            staff = unit.norm(end) == "of" and unit.norm(end + 1) in STAFF
            if (
                end > item
                and not (staff or compound)
                and unit.norm(end) in STOPS_PHRASE | ACTS
                and not self._roles_join(unit, end)
            ):
                break
            if end > item and unit.norm(end) in DAYS and self._name_at(unit, end - 1) is None:
                break
            if end > item and (unit.norm(end) in PRONOUNS or self._past(unit, end) or self._another(unit, end)):
                break
            end += 1
            if (proper := self._name_at(unit, end - 1)) is not None and not proper.possessive:
                end = unit.item_at(proper.last - 1) + 1
                if not (
                    self._name_at(unit, end)
                    or unit.norm(end) in NOUNS
                    or (unit.norm(end) == "news" and unit.norm(end + 1) in NOUNS)
                    or "-" in unit.norm(end)[1:]
                    or (unit.norm(end) in _OF_BODIES and self._name_at(unit, end + 1) is not None)
                    or (unit.norm(end) in ("-", "/") and unit.word(end + 1) is not None)
                    or (
                        unit.norm(end) in TOWARDS_ROLE
                        and (self._name_at(unit, end + 1) is not None or unit.norm(end + 1) in ROLES | PEOPLE)
                    )
                ):
                    break
        found = self._core(unit, item, end, anything=anything)
        if found is not None and found.proper is None and found.head in ROLES and unit.norm(end) == ",":
            return self._named_after(unit, found, end + 1) or found
        return found

    def _past(self, unit: Unit, item: int) -> bool:
        """Whether a verb in the past ends a phrase whose noun stands before it: "a lawmaker tied it to Lee"."""
        token = unit.word(item)
        return (
            token is not None
            and token.text.islower()
            and (token.norm.endswith("ed") or token.norm in _PAST)
            and token.norm not in TOWARDS_ROLE
            and unit.norm(item - 1) in ROLES | PEOPLE
        )

    def _another(self, unit: Unit, item: int) -> bool:
        """Whether another phrase begins at an item: "the photo shows the mayor"."""
        return unit.norm(item) in ("the", "a", "an") and unit.norm(item - 1) not in ("all", "both", "half")

    def _named_after(self, unit: Unit, noun: Mention, item: int) -> Mention | None:
        """The name that stands beside an office: "said Lee's wife, Ann Lee, 43"."""
        proper = self._name_at(unit, item)
        if proper is None or proper.possessive or not proper.words or proper.kind is not SpeakerKind.PERSON:
            return None
        last = unit.item_at(proper.last - 1) + 1
        if unit.item_at(proper.first) != item or (last < len(unit.items) and not unit.mark(last)):
            return None
        return self.name(proper, unit)._replace(aside=noun.phrase, start=noun.opens)

    def _skip_back(self, unit: Unit, at: int) -> int:
        """Back over adverbs, auxiliaries and days between a subject and its verb."""
        while at >= 0:
            norm = unit.norm(at)
            if norm in DAYS:
                at -= 2 if unit.norm(at - 1) in ("on", "late", "early") else 1
            elif norm in PARTS_OF_DAY and unit.norm(at - 1) in DAYS:
                at -= 1
            elif norm == "." and unit.norm(at - 1) in _POINTED:
                at -= 1
                break
            elif norm == "," and unit.norm(at - 1) in _BETWEEN_COMMAS:
                at -= 3 if unit.norm(at - 2) == "," else 2
            elif (
                norm in ADVERBS
                or norm in AUXILIARIES
                or (norm == "so" and unit.norm(at + 1).endswith("ly"))
                or norm in _BEGIN
                or (norm.endswith("ly") and self._adverb(unit, at))
            ):
                at -= 1
            else:
                break
        return at

    def _adverb(self, unit: Unit, at: int) -> bool:
        token = unit.word(at)
        return token is not None and token.text.islower() and token.norm not in _NO_ADVERBS

    def _before_aside(self, unit: Unit, comma: int) -> Mention | None:
        """The subject before an aside that ends at a comma or bracket: "Ann Lee, the mayor of Leeds, said"."""
        at = comma - 1
        noun: Mention | None = None
        while at >= 0 and comma - at < _LONGEST_ASIDE:
            if unit.quoted(at):
                return None
            if unit.mark(at) and unit.norm(at) in _BREAKS:
                if unit.norm(at) in (";", ":"):
                    break
                ending = self._ending(unit, at - 1) if at else None
                if (
                    ending is not None
                    and ending.proper is not None
                    and not ending.proper.possessive
                    and not set(ending.proper.words) <= NOT_SPEAKERS
                    and self._is_aside(unit, at + 1, comma)
                ):
                    return ending._replace(aside=self._aside_text(unit, self._past_place(unit, at) + 1, comma))
                if ending is not None and ending.proper is None and ending.head in PEOPLE | ROLES:
                    if (named := self._named_between(unit, at, comma)) is not None:
                        return named._replace(aside=f"{ending.phrase} {ending.aside}".strip(), start=ending.opens)
                    if self._is_aside(unit, at + 1, comma):
                        other = ending.aside and unit.norm(at + 1) not in ("who", "whose", "speaking")
                        aside = ending.aside if other else self._clean(unit, at + 1, comma)
                        noun = noun or ending._replace(aside=aside)
            at -= 1
        return noun

    def _named_between(self, unit: Unit, first: int, last: int) -> Mention | None:
        """The person whose name is all that stands between two commas: "Cole's lawyer, Ann Lee, said"."""
        named = self._ending(unit, last - 1)
        if named is None or named.proper is None or named.proper.kind is not SpeakerKind.PERSON:
            return None
        return named if unit.item_at(named.opens) == first + 1 else None

    def _before_relative(self, unit: Unit, who: int) -> Mention | None:
        """The antecedent of "who" or "which"."""
        at = who - 1
        if unit.mark(at) and unit.norm(at) == ",":
            aside = self._before_aside(unit, at)
            return aside or self._ending(unit, at - 1)
        found = self._ending(unit, at)
        if unit.norm(who) == "who" and found is not None and found.proper is None and found.head in DOCUMENTS:
            of = next((i for i in range(at, unit.item_at(found.opens), -1) if unit.norm(i) == "of"), None)
            return None if of is None else self._core(unit, of + 1, at + 1)  # a list of experts who say
        return found

    def _joined_before(self, unit: Unit, last: Mention, *, closing: bool) -> Mention:
        """All who speak as one where a mention is the last of several: "Ann Lee and Tom Cole said"."""
        parts = [last]
        opening = False
        closing = closing or unit.norm(0) in PREPOSITIONS  # In "Storms", Ann Lee and Tom Cole said
        link = unit.item_at(last.opens) - 1
        if (
            unit.norm(link) != "and"
            or last.pronoun
            or (last.proper is not None and last.proper.words[-1] in PLACES and unit.norm(link - 1) not in PLACES)
        ):
            return last
        while link > 0 and unit.norm(link) in ("and", ","):
            link -= unit.norm(link - 1) == "," and unit.norm(link) == "and" and self._listed(unit, link - 2)
            found = self._single_before(unit, link) or self._plural_before(unit, link)
            if found is None or found.pronoun or not self._like(unit, found, parts[0]):
                if (closing or found is None) and len(parts) > 1 and unit.norm(link) == ",":
                    opening = found is None
                    break
                return last
            if found.proper is not None and not found.aside and unit.item_at(found.last - 1) + 1 < link:
                return last
            parts.insert(0, found)
            link = unit.item_at(found.opens) - 1
        if len(parts) == 1:
            return last
        opens = unit.norm(link) in BEFORE_CLAUSE and (link == 0 or unit.norm(link - 1) == ",")
        if link >= 0 and not opens and not unit.quoted(link) and not ((closing or opening) and unit.norm(link) == ","):
            return last
        phrase = self._clean(unit, link + 1, unit.item_at(last.last - 1) + 1)
        return Mention(parts[0].first, last.last, head="and", phrase=phrase, start=parts[0].opens, parts=tuple(parts))

    def _plural_before(self, unit: Unit, link: int) -> Mention | None:
        """A plural noun that names people to nobody but the draft, where it opens a clause: "budget hawks and Democrats"."""
        first = link
        while first > 0 and link - first < _FEW and self._plain(unit, first - 1):
            first -= 1
        opens = first == 0 or unit.mark(first - 1) or unit.norm(first - 1) in BEFORE_CLAUSE
        noun = unit.norm(link - 1)
        if first == link or not opens or not noun.endswith("s") or noun.endswith(("'s", "ss")):
            return None
        phrase = self._clean(unit, first, link)
        return Mention(unit.items[first].token, unit.items[link - 1].token + 1, head=noun, phrase=phrase)

    def _plain(self, unit: Unit, item: int) -> bool:
        """Whether a word may be part of a bare plural: no verb, no preposition, no name."""
        token = unit.word(item)
        return (
            token is not None
            and token.norm not in STOPS_PHRASE | PREPOSITIONS | PRONOUNS | QUOTING
            and (token.text.islower() or not item)
            and self._name_at(unit, item) is None
        )

    def joined_after(self, unit: Unit, first: Mention) -> Mention:
        """Those who speak as one where a name after the verb is the first of two: "said Ann Lee and Tom Cole"."""
        link = unit.item_at(first.last - 1) + 1
        if unit.norm(link) != "and" or first.proper is None:
            return first
        second = self.after(unit, link + 1)
        if second is None or second.proper is None or not self._like(unit, first, second):
            return first
        last = unit.item_at(second.last - 1) + 1
        if unit.norm(last) in QUOTING:
            return first
        phrase = self._clean(unit, unit.item_at(first.opens), last)
        return Mention(first.first, second.last, head="and", phrase=phrase, start=first.opens, parts=(first, second))

    def _like(self, unit: Unit, one: Mention, other: Mention) -> bool:
        """Whether "and" may join two mentions: names with no more than their titles, or two nouns."""
        if other.proper is not None and one.proper is None:
            return other.proper.kind is SpeakerKind.GROUP and one.head.endswith("s")
        if other.proper is not None and one.proper is not None and one.proper.kind is not other.proper.kind:
            return False
        if (
            other.proper is None
            and not other.head.endswith("s")
            and unit.norm(unit.item_at(other.opens)) not in DETERMINERS
        ):
            return False
        for held in (one, other):
            if held.proper is not None and not held.proper.words:
                return False
            if held.proper is not None:
                before = unit.words_between(unit.item_at(held.opens), unit.item_at(held.first))
                plural = unit.norm(unit.item_at(held.first) - 1) in PEOPLE
                if before > len(held.title.split()) + 1 and not plural:
                    return False
        return True

    def _listed(self, unit: Unit, item: int) -> bool:
        """Whether a name right before a comma and "and" is one of a list, with no aside of its own."""
        proper = self._name_at(unit, item)
        return proper is not None and not set(proper.words) & NOT_SPEAKERS
