"""Mentions of speakers: the noun phrase beside a verb of saying, read by its surface."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.document import Document
from ..text.span import Span
from .lexicon import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_CLAUSE,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    INVERTS,
    NOT_SPEAKERS,
    ORG_NOUNS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    ROLES,
    TOWARDS_ROLE,
    WRITERS,
)
from .names import Names, Proper, bare, take_apart
from .records import SpeakerKind
from .units import Unit

_LONGEST_PHRASE = 14
_LONGEST_ASIDE = 40
_LONGEST_DESCRIPTION = 30
_BREAKS = frozenset(",;:()[]\u2013\u2014") | {"--", "-", "...", "\u2026"}
_AFTER_HEAD = PREPOSITIONS | frozenset(
    "who whom which that whose familiar briefed close involved speaking working led based named called".split()
)
_OWNERS = frozenset("his her their its this that these those".split())
_DIRECTIONS = frozenset("new north south west east los san rhode".split())
_NO_ADVERBS = frozenset("family ally assembly".split())
_NOBODY = frozenset("nobody everyone everybody someone somebody anyone anybody none others people most".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_BETWEEN_COMMAS = frozenset("however though meanwhile too also then instead".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_NOUNS = PEOPLE | ROLES | ORG_NOUNS | DOCUMENTS
_STOPS_PHRASE = _AFTER_HEAD | BEFORE_CLAUSE | FINITE
_NO_NOUNS = PREPOSITIONS | DETERMINERS | QUOTING | BEFORE_CLAUSE | FINITE | ADVERBS | PRONOUNS | WRITERS
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]|[RDI]-")


class Mention(NamedTuple):
    """Tokens [first, last) that mention a speaker.

    `proper` is the name, where there is one; `head` the normal form of the noun or pronoun where there is none.
    `start` is the first token of the whole phrase, title and "the" included. `title` stands before a name, `aside` after it or after the noun; `phrase` is the whole of a phrase with no name.
    """

    first: int
    last: int
    proper: Proper | None = None
    head: str = ""
    title: str = ""
    aside: str = ""
    phrase: str = ""
    start: int = -1

    @property
    def opens(self) -> int:
        """The first token of the whole phrase."""
        return self.first if self.start < 0 else self.start

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.proper is None and self.head in PRONOUNS | WRITERS


class Reader:
    """Reads the mentions of one draft."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document, self.names = document, names
        self.tokens = document.tokens

    # beside a verb

    def before(self, unit: Unit, item: int, *, anything: bool = False) -> Mention | None:
        """The subject that ends right before an item, or None where the surface does not decide.

        Any noun after "the" or its like counts where `anything` may speak.
        """
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
        if token is None:
            return None
        if token.norm in PRONOUNS:
            return self._pronoun(unit, item)
        end = item
        while end < len(unit.items) and end - item < _LONGEST_PHRASE and not unit.mark(end) and not unit.quoted(end):
            if end > item and unit.norm(end) in _STOPS_PHRASE and not self._roles_join(unit, end):
                break
            end += 1
            if (proper := self._name_at(unit, end - 1)) is not None and not proper.possessive:
                end = unit.item_at(proper.last - 1) + 1
                if not (self._name_at(unit, end) or unit.norm(end) in _NOUNS or "-" in unit.norm(end)[1:]):
                    break
        return self._core(unit, item, end, anything=anything)

    # pieces

    def _skip_back(self, unit: Unit, at: int) -> int:
        """Back over adverbs, auxiliaries and days between a subject and its verb."""
        while at >= 0:
            norm = unit.norm(at)
            if norm in _DAYS:
                at -= 2 if unit.norm(at - 1) in ("on", "late", "early") else 1
            elif norm in _PARTS_OF_DAY and unit.norm(at - 1) in _DAYS:
                at -= 1
            elif norm == "," and unit.norm(at - 1) in _BETWEEN_COMMAS:
                at -= 3 if unit.norm(at - 2) == "," else 2
            elif norm in ADVERBS or norm in AUXILIARIES or (norm.endswith("ly") and self._adverb(unit, at)):
                at -= 1
            else:
                break
        return at

    def _adverb(self, unit: Unit, at: int) -> bool:
        token = unit.word(at)
        return token is not None and token.text.islower() and token.norm not in _NO_ADVERBS

    def _ending(self, unit: Unit, at: int, *, anything: bool = False) -> Mention | None:
        """The phrase whose last word is the item at `at`."""
        token = unit.word(at)
        if token is None and not (unit.norm(at) == "." and self._name_at(unit, at) is not None):
            return None
        if token is not None and token.norm in PRONOUNS | WRITERS:
            return self._pronoun(unit, at)
        start = at
        while start > 0 and at - start < _LONGEST_PHRASE:
            previous = start - 1
            proper = self._name_at(unit, previous)
            if proper is not None:
                start = max(0, unit.item_at(proper.first))
                continue
            norm = unit.norm(previous)
            if norm == "and" and self._joins(unit, previous):
                start = previous
                continue
            if (
                unit.quoted(previous)
                or unit.mark(previous)
                or norm in BEFORE_CLAUSE
                or norm in FINITE
                or norm in QUOTING - ROLES
            ):
                break
            start = previous
        first = unit.norm(start)
        opens = (
            first in DETERMINERS
            or self._name_at(unit, start) is not None
            or first in TOWARDS_ROLE
            or first in PEOPLE
            or first in ROLES
            or first in ORG_NOUNS
            or bare(first) != first
        )
        if not opens or first in PREPOSITIONS:
            return None
        end = start
        while end <= at:
            proper = self._name_at(unit, end)
            if proper is not None and not proper.possessive:
                end = unit.item_at(proper.last - 1) + 1
                if end > at or unit.norm(end) in _AFTER_HEAD:
                    break
                continue
            if end > start and unit.norm(end) in _AFTER_HEAD:
                break
            end += 1
        found = self._core(unit, start, end, anything=anything and first in DETERMINERS)
        if found is None or end > at:
            return found
        return found._replace(aside=self._clean(unit, end, at + 1))

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
                    and self._is_aside(unit, at + 1, comma)
                ):
                    return ending._replace(aside=self._aside_text(unit, at + 1, comma))
                if (
                    ending is not None
                    and ending.proper is None
                    and ending.head in PEOPLE | ROLES
                    and self._is_aside(unit, at + 1, comma)
                ):
                    named = self._ending(unit, comma - 1)
                    if named is not None and named.proper is not None and unit.item_at(named.opens) == at + 1:
                        return named._replace(aside=ending.phrase)
                    noun = noun or ending._replace(aside=self._clean(unit, at + 1, comma))
            at -= 1
        return noun

    def _before_relative(self, unit: Unit, who: int) -> Mention | None:
        """The antecedent of "who" or "which"."""
        at = who - 1
        if unit.mark(at) and unit.norm(at) == ",":
            aside = self._before_aside(unit, at)
            return aside or self._ending(unit, at - 1)
        return self._ending(unit, at)

    def _roles_join(self, unit: Unit, item: int) -> bool:
        """Whether "and" stands between two offices of one: "pollster and strategist Ann Lee"."""
        return (
            unit.norm(item) == "and"
            and unit.norm(item - 1) in ROLES
            and any(unit.norm(i) in ROLES for i in range(item + 1, item + 4))
        )

    def _joins(self, unit: Unit, item: int) -> bool:
        """Whether "and" stands within an institution's name: "the Centers for Disease Control and Prevention"."""
        left, right = self._name_at(unit, item - 1), self._name_at(unit, item + 1)
        return (
            left is not None
            and right is not None
            and left.kind is SpeakerKind.INSTITUTION
            and len(left.words) > 1
            and len(right.words) == 1
        )

    def _is_aside(self, unit: Unit, first: int, last: int) -> bool:
        """Whether items [first, last) say what somebody is: an office, an age, a party, a relative clause."""
        token = unit.word(first)
        if token is None:
            return unit.norm(first) in ("(",)
        norm = token.norm
        if (
            norm in ("who", "whose", "which", "of")
            or _PARTY.match(token.text)
            or norm.isdigit()
            or norm in ("r", "d", "jr", "sr", "36")
        ):
            return True
        near = [bare(unit.norm(i)) for i in range(first, min(last, first + 8))]
        relative = next((k for k, n in enumerate(near) if n in ("who", "which", "that", "whose")), len(near))
        if norm in _OWNERS or norm.endswith("ing") or any(n in FINITE for n in near[:relative]):
            return False
        return any(n in ROLES or n in ORG_NOUNS for n in near[:relative]) and norm not in PREPOSITIONS

    def _aside_text(self, unit: Unit, first: int, last: int) -> str:
        norm = unit.norm(first)
        if norm.isdigit() and last - first <= 2:
            return ""
        if norm in ("who", "whose", "which") and any(
            unit.norm(i) in QUOTING for i in range(first, min(last, first + 4))
        ):
            return ""
        return self._clean(unit, first, last)

    def _core(self, unit: Unit, first: int, end: int, *, anything: bool = False) -> Mention | None:
        """The mention in items [first, end), which begin a noun phrase: a name with what stands before it, or a noun."""
        if first >= end:
            return None
        proper = self._name_at(unit, end - 1)
        token = unit.items[first].token
        stop = unit.items[end - 1].token + 1
        if proper is not None and not proper.possessive and proper.words:
            if len(proper.words) == 1 and proper.words[0] in NOT_SPEAKERS:
                return None
            begin = unit.item_at(proper.first)
            title = self._before_name(unit, max(0, begin), first)
            last = unit.item_at(proper.last - 1) + 1
            full = f"{title} {proper.title}".strip()
            start = min(token, proper.first)
            return Mention(proper.core, proper.last, proper, title=full, aside=self._following(unit, last), start=start)
        head = bare(unit.norm(end - 1)) if proper is None else bare(self.tokens[stop - 1].norm)
        if not head or unit.word(end - 1) is None:
            return None
        known = head in _NOUNS
        if not known and anything:
            head = next((n for i in range(end - 1, first - 1, -1) if (n := bare(unit.norm(i))) in _NOUNS), head)
        elif not known:
            return None
        phrase = self._clean(unit, first, end)
        return Mention(token, stop, head=head, phrase=phrase, aside=self.relative(unit, end))

    def name(self, proper: Proper, unit: Unit) -> Mention:
        """The mention that a name is, with what stands beside it."""
        first, last = unit.item_at(proper.first), unit.item_at(proper.last - 1) + 1
        title = f"{self._before_name(unit, first, 0)} {proper.title}".strip()
        start = proper.first
        if unit.norm(first - 1) == "the":
            start = unit.items[first - 1].token
        return Mention(proper.core, proper.last, proper, title=title, aside=self._following(unit, last), start=start)

    def _before_name(self, unit: Unit, name: int, first: int) -> str:
        """What stands right before a name and says what its bearer is: "State Department spokeswoman"."""
        at = name - 1
        if at >= first and unit.norm(at) in _DIRECTIONS and self.tokens[unit.items[at].token].capitalized:
            return self._clean(unit, at, name)
        if at < first or unit.norm(at) not in ROLES:
            return ""
        if at > first and self._noun(unit, at - 1):
            at -= 1
        while at > first and self._describes(unit, at - 1):
            at -= 1
        if unit.norm(at) in DETERMINERS:
            at += 1
        return self._clean(unit, at, name)

    def _noun(self, unit: Unit, at: int) -> bool:
        """Whether a word may be a noun that goes with the office after it: "harbor master"."""
        token = unit.word(at)
        return (
            token is not None and token.text.islower() and token.norm not in _NO_NOUNS and not token.norm.endswith("ly")
        )

    def _describes(self, unit: Unit, at: int) -> bool:
        norm = unit.norm(at)
        if unit.word(at) is None:
            return False
        if self._name_at(unit, at) is not None or norm in ROLES:
            return True
        if norm in TOWARDS_ROLE or norm in ORG_NOUNS:
            return norm not in QUOTING
        if self._roles_join(unit, at):
            return True
        return "-" in norm and norm not in PREPOSITIONS

    def _following(self, unit: Unit, item: int) -> str:
        """What follows a name and says what its bearer is: the mayor of Leeds, between commas."""
        if item < len(unit.items) and unit.norm(item) == "of" and unit.word(item + 1) is not None:
            stop = item + 1
            while stop < len(unit.items) and stop - item < 10 and unit.word(stop) is not None:
                if unit.norm(stop) in FINITE | QUOTING or unit.norm(stop) in PREPOSITIONS - {"of", "for"}:
                    break
                stop += 1
            return self._clean(unit, item, stop) if unit.norm(item) == "of" and stop > item + 1 else ""
        if unit.norm(item) not in (",", "(", "\u2014", "\u2013") or not self._is_aside(
            unit, item + 1, min(len(unit.items), item + 8)
        ):
            return ""
        stop = item + 1
        while stop < len(unit.items) and not unit.quoted(stop) and stop - item < _LONGEST_DESCRIPTION:
            if (
                unit.mark(stop)
                and unit.norm(stop) in (",", ")", ";", ":", "\u2014", "\u2013", ".")
                and not self._inside_name(unit, stop)
            ):
                break
            stop += 1
        return self._aside_text(unit, item + 1, stop)

    def relative(self, unit: Unit, item: int) -> str:
        """What goes on after a noun that names nobody: "familiar with the talks", ", who asked not to be named"."""
        start = item
        if unit.norm(start) == ",":
            start += 1
            if unit.norm(start) not in ("who", "speaking", "citing"):
                return ""
        elif unit.norm(start) not in _AFTER_HEAD:
            return ""
        stop = start
        while (
            stop < len(unit.items)
            and stop - start < _LONGEST_DESCRIPTION
            and not unit.mark(stop)
            and not unit.quoted(stop)
        ):
            if unit.norm(stop) in ("said", "says", "told", "added", "and"):
                break
            stop += 1
        return self._clean(unit, start, stop)

    def _pronoun(self, unit: Unit, item: int) -> Mention:
        token = unit.items[item].token
        return Mention(token, token + 1, head=unit.norm(item))

    def _name_at(self, unit: Unit, item: int) -> Proper | None:
        if not 0 <= item < len(unit.items) or unit.quoted(item):
            return None
        return self.names.at(unit.items[item].token) or self._unknown_name(unit, item)

    def _unknown_name(self, unit: Unit, item: int) -> Proper | None:
        """A capitalised word between a quotation and a verb of saying, or after both: a name that stands nowhere else."""
        token = unit.word(item)
        if (
            token is None
            or not token.text.istitle()
            or not (not item or unit.quoted(item - 1) or unit.quoted(item - 2))
        ):
            return None
        norm = token.norm
        if (
            norm
            in DETERMINERS
            | PRONOUNS
            | WRITERS
            | PREPOSITIONS
            | BEFORE_CLAUSE
            | _NOUNS
            | ADVERBS
            | NOT_SPEAKERS
            | _NOBODY
        ):
            return None
        beside = unit.norm(item - 1) in INVERTS or unit.norm(item + 1) in INVERTS
        return take_apart(self.tokens, unit.items[item].token, unit.items[item].token + 1) if beside else None

    def _inside_name(self, unit: Unit, item: int) -> bool:
        return (
            unit.norm(item) == "."
            and item + 1 < len(unit.items)
            and (unit.item_start(item + 1) == unit.item_end(item) or self._name_at(unit, item) is not None)
        )

    def _clean(self, unit: Unit, first: int, last: int) -> str:
        """The prose of items [first, last), white space and outer marks evened out."""
        last = min(last, len(unit.items))
        if first >= last:
            return ""
        start, end = unit.span(first, last - 1)
        return " ".join(self.document.text[start:end].split()).strip(" ,;:()\u2014\u2013")

    def span(self, mention: Mention) -> Span:
        """A mention's place in the prose."""
        return Span(self.tokens[mention.first].start, self.tokens[mention.last - 1].end)
