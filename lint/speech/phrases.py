"""Noun phrases that mention a speaker, read by their surface: a name with its title, an office, a body, a document."""

from __future__ import annotations

from typing import NamedTuple

from ..text.span import Span
from .descriptions import AFTER_HEAD, NOUNS, Describer
from .lexicon import (
    ACTS,
    BEFORE_CLAUSE,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    NOT_SPEAKERS,
    ORG_NOUNS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    ROLES,
    SUBJECTS,
    TOWARDS_ROLE,
    WRITERS,
)
from .names import Proper
from .records import SpeakerKind
from .spellings import bare
from .units import Unit

LONGEST_PHRASE = 14
"""Items that a phrase may have."""

_ONE_OF = frozenset(["one", "another"])
_ALSO_NOUNS = frozenset(
    "claims reports posts shows finds promises demands estimates notes signals hints forecasts".split()
)
_SOME_OF = _ONE_OF | frozenset(["some", "many"])
_TELL_OF_NAME = frozenset("of from with at who whose".split())
_SHARES = frozenset(
    "number handful dozens hundreds thousands scores couple pair percent % majority plurality half third thirds quarter "
    "quarters two-thirds three-quarters percentage".split()
)
_OFFICES = frozenset("department ministry office bureau board university college".split())
_ASKED = frozenset("polled surveyed questioned interviewed".split())
STAFF = frozenset("staff police operations".split())
_CONTRACTED = frozenset("he's she's they're it's i'm we're".split())


class Mention(NamedTuple):
    """Tokens [first, last) that mention a speaker.

    `proper` is the name, where there is one; `head` the normal form of the noun or pronoun where there is none.
    `start` is the first token of the whole phrase, title and "the" included. `title` stands before a name, `aside` after
    it or after the noun; `phrase` is the whole of a phrase with no name. `parts` are those that speak as one.
    """

    first: int
    last: int
    proper: Proper | None = None
    head: str = ""
    title: str = ""
    aside: str = ""
    phrase: str = ""
    start: int = -1
    parts: tuple[Mention, ...] = ()

    @property
    def opens(self) -> int:
        """The first token of the whole phrase."""
        return self.first if self.start < 0 else self.start

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.proper is None and self.head in PRONOUNS | WRITERS


class PhraseReader(Describer):
    """Reads noun phrases of one draft."""

    def _ending(self, unit: Unit, at: int, *, anything: bool = False) -> Mention | None:
        """The phrase whose last word is the item at `at`."""
        token = unit.word(at)
        if token is None and not (unit.norm(at) == "." and self._name_at(unit, at) is not None):
            return None
        if token is not None and token.norm in PRONOUNS | WRITERS | _CONTRACTED:
            return self._pronoun(unit, at)
        if unit.norm(at) in BEFORE_CLAUSE:
            return None
        if one_alone(unit, at):
            held = unit.items[at].token
            return Mention(held, held + 1, head="one", phrase=self._clean(unit, at, at + 1))
        start = at
        while start > 0 and at - start < LONGEST_PHRASE:
            previous = start - 1
            proper = self._name_at(unit, previous)
            if proper is not None:
                start = max(0, unit.item_at(proper.first))
                continue
            norm = unit.norm(previous)
            if unit.norm(start) in DETERMINERS and norm not in PREPOSITIONS | {"all", "both", "half"}:
                break
            if norm in DAYS and self._name_at(unit, start) is not None:
                break  # "On Monday Ann Lee"
            if norm == "and" and self._joins(unit, previous):
                start = previous
                continue
            if (
                unit.quoted(previous)
                or (unit.mark(previous) and norm != "&" and not self._slashed(unit, previous))
                or (norm in BEFORE_CLAUSE | FINITE and not (norm == "that" and unit.norm(previous - 1) in PREPOSITIONS))
                or norm in (QUOTING | ACTS) - ROLES
            ):
                break
            start = previous
        whole, start = start, self._after_share(unit, start, at)
        if unit.word(at) is not None and self._office_of(unit, start, at):
            return self._core(unit, start, at + 1)
        first = unit.norm(start)
        opens = (
            first in DETERMINERS
            or self._name_at(unit, start) is not None
            or first in TOWARDS_ROLE
            or first in PEOPLE
            or first in ROLES
            or first in ORG_NOUNS
            or (first in DOCUMENTS and not start)
            or (bare(first) != first and first not in SUBJECTS)
        )
        if not opens or first in PREPOSITIONS:
            return None
        end = start
        while end <= at:
            proper = self._name_at(unit, end)
            if proper is not None and not proper.possessive:
                end = unit.item_at(proper.last - 1) + 1
                if end > at or unit.norm(end) in AFTER_HEAD:
                    break
                continue
            if end > start and unit.norm(end) in AFTER_HEAD:
                if unit.norm(end) == "of" and unit.norm(end + 1) in STAFF and end + 1 <= at:
                    end += 2
                break
            end += 1
        found = self._core(unit, start, end, anything=anything and first in DETERMINERS)
        if found is not None and whole < start:
            found = found._replace(start=unit.items[whole].token)
        if found is None or end > at:
            return found
        if found.proper is not None and unit.norm(end) == "of" and not self._placed(unit, end + 1):
            return None  # "accused Lee of neglect and said": the name is no subject
        if found.proper is not None and unit.norm(end) not in _TELL_OF_NAME:
            return found
        return found._replace(aside=self._clean(unit, end, at + 1))

    def _slashed(self, unit: Unit, item: int) -> bool:
        """Whether a stroke joins two names: the Leeds Post/Harbor News poll."""
        return unit.norm(item) == "/" and all(self._name_at(unit, i) is not None for i in (item - 1, item + 1))

    def ending(self, unit: Unit, at: int) -> Mention | None:
        """The phrase whose last word is an item, or None where no speaker's noun or name ends there."""
        return self._ending(unit, at)

    def _after_share(self, unit: Unit, start: int, at: int) -> int:
        """Where those begin of whom a share is given: "40 percent of voters said"."""
        for item in range(start, at):
            if unit.norm(item) == "of" and unit.norm(item - 1) in _SHARES:
                return item + 1
        return start

    def _office_of(self, unit: Unit, start: int, at: int) -> bool:
        """Whether items end in a person's name after a body and an office: "Department of Ports spokeswoman Ann Lee"."""
        proper = self._name_at(unit, at)
        if proper is None or proper.possessive or proper.kind is not SpeakerKind.PERSON:
            return False
        head = unit.word(start)
        if (
            head is None
            or not head.capitalized
            or head.norm not in _OFFICES
            or unit.norm(start + 1) not in ("of", "for")
        ):
            return False
        office = unit.item_at(proper.first)
        return unit.norm(office - 1) in ROLES or bool(proper.title)

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

    def _core(self, unit: Unit, first: int, end: int, *, anything: bool = False) -> Mention | None:
        """The mention in items [first, end), which begin a noun phrase: a name with what stands before it, or a noun."""
        if end - 2 >= first and unit.norm(end - 1) in _ASKED:
            end -= 1  # those polled
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
        if head in STAFF and unit.norm(end - 2) == "of" and end - 3 >= first:
            head = bare(unit.norm(end - 3))  # chief of staff
        if head == "conference" and unit.norm(end - 2) in ("press", "news"):
            return None
        if anything and head.endswith("ed") and head not in NOUNS:
            # "a profile posted by", but not "both appointed in May"
            return self._core(unit, first, end - 1, anything=anything) if end - first > 2 else None
        known = head in NOUNS or head.rstrip("s") in DOCUMENTS
        if not known and anything:
            head = next((n for i in range(end - 1, first - 1, -1) if (n := bare(unit.norm(i))) in NOUNS), head)
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

    def _pronoun(self, unit: Unit, item: int) -> Mention:
        token = unit.items[item].token
        return Mention(token, token + 1, head=unit.norm(item).partition("'")[0])

    def span(self, mention: Mention) -> Span:
        """A mention's place in the prose."""
        return Span(self.tokens[mention.first].start, self.tokens[mention.last - 1].end)


def one_alone(unit: Unit, item: int) -> bool:
    """Whether "one" or "another" opens a clause and stands for one of those spoken of before."""
    return unit.norm(item) in _ONE_OF and _opens_clause(unit, item)


def stands_alone(unit: Unit, item: int) -> bool:
    """Whether a word that may stand before a noun stands for one, and opens a clause: "Some say"."""
    verb = unit.norm(item + 1) not in _ALSO_NOUNS
    return unit.norm(item) in _SOME_OF and verb and _opens_clause(unit, item)


def _opens_clause(unit: Unit, item: int) -> bool:
    return not item or unit.mark(item - 1) or unit.norm(item - 1) in BEFORE_CLAUSE
