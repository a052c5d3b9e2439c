"""What stands beside a mention and says who it is: office before a name, aside after it."""

from __future__ import annotations

import re

from ..text.document import Document
from .gazetteer import KNOWN_ORGS, PLACES
from .lexicon import (
    ACTS,
    ADVERBS,
    AUXILIARIES,
    BEFORE_CLAUSE,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    INVERTS,
    MODALS,
    NOT_SPEAKERS,
    ORG_NOUNS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    QUOTING,
    ROLES,
    TELLS,
    TOWARDS_ROLE,
    WRITERS,
)
from .names import SUFFIXES, Names, Proper, take_apart
from .run_ins import run_ins
from .spellings import bare, humps
from .units import Unit

_LONGEST_DESCRIPTION = 30
_LONGEST_OF = 16
_LOOK_INTO = 12
_LOOK_FOR_NOUN = 8
_DONE = "conducted released published obtained compiled filed issued living kept".split()
AFTER_HEAD = PREPOSITIONS | frozenset(
    "out who whom which that whose familiar briefed close involved speaking working led based named called".split()
    + _DONE
)
_HELPING = AUXILIARIES | MODALS
_SAYING = TELLS - ROLES - DOCUMENTS - {"asked"}
_BODIES_OF = frozenset("university department ministry bank college office board bureau".split())
_ADJECTIVES = frozenset("major general private".split())
_SAID = ACTS | frozenset("says tells announced added warned argued".split())
_ONCE = frozenset("former acting interim retired outgoing incoming ex-".split())
_DEPARTMENTS = frozenset("health housing".split())
_OWNERS = frozenset("his her their its this that these those".split())
_DIRECTIONS = frozenset("new north south west east los san rhode".split())
_NOBODY = frozenset(
    "nobody everyone everybody someone somebody anyone anybody none others people most "
    "nothing everything something anything".split()
)
NOUNS = PEOPLE | ROLES | ORG_NOUNS | DOCUMENTS
_NO_NOUNS = PREPOSITIONS | DETERMINERS | QUOTING | ACTS | BEFORE_CLAUSE | FINITE | ADVERBS | PRONOUNS | WRITERS
_NO_NAMES = DETERMINERS | PRONOUNS | WRITERS | PREPOSITIONS | BEFORE_CLAUSE | NOUNS | ADVERBS | NOT_SPEAKERS | _NOBODY
_HELPS = AUXILIARIES | ADVERBS
_RELATIVE = frozenset("who whom whose which that where when".split())
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]|[RDI]-")


class Describer:
    """Reads names in a draft and what is said of their bearers beside them."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document, self.names = document, names
        self.tokens = document.tokens

    def _roles_join(self, unit: Unit, item: int) -> bool:
        """Whether "and" stands between two offices of one: "pollster and strategist Ann Lee"."""
        return (
            unit.norm(item) == "and"
            and unit.norm(item - 1) in ROLES
            and any(unit.norm(i) in ROLES for i in range(item + 1, item + 4))
        )

    def _is_aside(self, unit: Unit, first: int, last: int) -> bool:
        """Whether items [first, last) say what somebody is: an office, an age, a party, a relative clause."""
        token = unit.word(first)
        if token is None:
            return unit.norm(first) in ("(",)
        norm = token.norm
        short = "." in token.text or unit.norm(first + 1) == "." or norm in PLACES
        if unit.norm(first - 1) == "(" and token.capitalized and short and unit.word(first + 1) is None:
            return True  # a place in brackets
        if (
            norm in ("who", "whose", "which", "of")
            or _PARTY.match(token.text)
            or (norm.isdigit() and unit.norm(first + 1) not in ("-", "\u2013"))
            or norm in ("r", "d", "jr", "sr", "36")
        ):
            return True
        if self._named_clause(unit, first) or (norm == "a" and unit.norm(first + 1) in ("number", "majority")):
            return False
        last = min(last, first + _LOOK_INTO)
        comma = next((i for i in range(first + 1, last) if unit.norm(i) == ","), last)
        near = [bare(unit.norm(i)) for i in range(first, comma)]
        relative = next((k for k, n in enumerate(near) if n in ("who", "which", "that", "whose")), len(near))
        if (
            norm in _OWNERS
            or norm in ("now", "not")
            or (norm.endswith("ed") and norm not in TOWARDS_ROLE | ROLES)
            or norm in BEFORE_CLAUSE
            or norm in QUOTING - ROLES
            or norm.endswith("ing")
            or any(n in FINITE or n in PRONOUNS or n in _SAID for n in near[:relative])
        ):
            return False
        noun = next((k for k, n in enumerate(near[: min(relative, _LOOK_FOR_NOUN)]) if n in ROLES | ORG_NOUNS), None)
        if noun is None or norm in PREPOSITIONS:
            return False
        return not any(n.endswith("ed") and n not in TOWARDS_ROLE and "-" not in n for n in near[:noun])

    def _named_clause(self, unit: Unit, first: int) -> bool:
        """Whether a clause with a name for its subject begins at an item: "According to The Post, Lee worked ..."."""
        proper = self._name_at(unit, first)
        if proper is None or proper.possessive or not proper.words:
            return False
        verb = unit.word(unit.item_at(proper.last - 1) + 1)
        if verb is None or not verb.text.islower() or verb.norm in ROLES | ORG_NOUNS | TOWARDS_ROLE | _RELATIVE:
            return False
        return verb.norm in FINITE or verb.norm in QUOTING or verb.norm.endswith("ed")

    def _aside_text(self, unit: Unit, first: int, last: int) -> str:
        norm = unit.norm(first)
        if norm.isdigit() and last - first <= 2:
            return ""
        if norm in ("who", "whose", "which") and any(
            unit.norm(i) in QUOTING for i in range(first, min(last, first + 4))
        ):
            return ""
        text = self._clean(unit, first, last)
        return text if text != norm or norm not in ("who", "whose", "which", "of") else ""

    def _before_name(self, unit: Unit, name: int, first: int) -> str:
        """What stands right before a name and says what its bearer is: "State Department spokeswoman"."""
        at = name - 1
        if at >= first and unit.norm(at) in _DIRECTIONS and self.tokens[unit.items[at].token].capitalized:
            return self._clean(unit, at, name)
        if at >= first and unit.norm(at) == "and" and unit.norm(at - 1) in _DEPARTMENTS:
            return self._clean(unit, at - 1, name)
        titled = (proper := self._name_at(unit, name)) is not None and bool(proper.title) and bool(proper.words)
        once = titled and (unit.norm(at) in _ONCE or (at == 0 and unit.norm(at) in TOWARDS_ROLE))
        if at < first or not (once or unit.norm(at) in ROLES):
            return ""
        if unit.norm(at) in _ADJECTIVES and self.tokens[unit.items[at].token].text.islower():
            return ""  # major U.S. banks
        if not once and at > first and self._noun(unit, at - 1):
            at -= 1
        while at > first and self._describes(unit, at - 1):
            at -= 1
        if at - 2 >= first and unit.norm(at - 1) == "of" and unit.norm(at - 2) in _BODIES_OF:
            at -= 2  # University of Leeds economist
        if unit.norm(at) in DETERMINERS:
            at += 1
        return self._clean(unit, at, name)

    def before_name(self, unit: Unit, name: int) -> str:
        """The office right before the name at an item, in lower case or not, as the draft has it."""
        return self._before_name(unit, name, 0)

    def _noun(self, unit: Unit, at: int) -> bool:
        """Whether a word may be a noun that goes with the office after it: "harbor master"."""
        token = unit.word(at)
        return (
            token is not None
            and (token.text.islower() or not at)
            and token.norm not in _NO_NOUNS
            and not token.norm.endswith("ly")
        )

    def _describes(self, unit: Unit, at: int) -> bool:
        norm = unit.norm(at)
        if unit.word(at) is None:
            return False
        if self._name_at(unit, at) is not None or norm in ROLES:
            return True
        if norm in TOWARDS_ROLE or norm in ORG_NOUNS:
            return norm not in QUOTING or unit.mark(at - 1)  # ", state police Capt. Ann Lee said"
        if self._roles_join(unit, at):
            return True
        return "-" in norm and norm not in PREPOSITIONS

    def _following(self, unit: Unit, item: int) -> str:
        """What follows a name and says what its bearer is: the mayor of Leeds, between commas."""
        if item < len(unit.items) and unit.norm(item) == "of" and self._placed(unit, item + 1):
            stop = item + 1
            while stop - item < _LONGEST_OF and (unit.word(stop) is not None or unit.norm(stop) == "&"):
                other = self._name_at(unit, stop + 1) if unit.norm(stop) == "and" else None
                if other is not None and (other.title or len(other.words) > 1):
                    break
                if unit.norm(stop) in FINITE | QUOTING or unit.norm(stop) in PREPOSITIONS - {"of", "for"}:
                    break
                placed = self.tokens[unit.items[stop - 1].token].capitalized
                if placed and unit.norm(stop).endswith("ed") and self.tokens[unit.items[stop].token].text.islower():
                    break
                stop += 1
            while stop > item + 2 and unit.norm(stop - 1) in PREPOSITIONS | DETERMINERS:
                stop -= 1
            return self._clean(unit, item, stop) if unit.norm(item) == "of" and stop > item + 1 else ""
        if unit.norm(item) == "," and unit.norm(item + 1).isdigit() and unit.norm(item + 2) == ",":
            item += 2  # Ann Lee, 43, a nurse
        if unit.norm(item) == "." and unit.norm(item - 1) in SUFFIXES:
            item += 1
        item = self._past_place(unit, item)
        if unit.norm(item) not in (",", "(", "\u2014", "\u2013") or not self._is_aside(
            unit, item + 1, min(len(unit.items), item + 1 + _LOOK_INTO)
        ):
            return ""
        other = self._name_at(unit, item + 1)
        if other is not None and other.title and other.words:
            return ""  # Ann Lee, Sen. Tom Cole: a list
        stop = item + 1
        while stop < len(unit.items) and stop - item < _LONGEST_DESCRIPTION:
            if unit.norm(stop) in ("said", "says") and unit.norm(item + 1) not in ("who", "which", "whose"):
                break
            if unit.quoted(stop) and (unit.mark(stop - 1) or unit.word(stop + 1) is None):
                break
            if stop > item + 1 and unit.quoted(stop - 1) and self.document.text[unit.item_end(stop - 1) - 2] == ",":
                break
            if (
                unit.mark(stop)
                and unit.norm(stop) in (",", ")", ";", ":", "\u2014", "\u2013", ".")
                and not self._inside_name(unit, stop)
            ):
                break
            stop += 1
        opening = unit.norm(0) in PREPOSITIONS or unit.norm(0).endswith("ing")
        fronted = opening and not any(unit.norm(i) == "," for i in range(item))
        if fronted and unit.norm(stop) in (".", "") and any(self._verb(unit, i) for i in range(item + 2, stop)):
            return ""  # "In a letter to Lee, the board called it a wreck."
        return self._aside_text(unit, item + 1, stop)

    def _verb(self, unit: Unit, item: int) -> bool:
        """Whether a word is a verb in the past or one of saying, as far as its form tells."""
        return unit.norm(item) in FINITE | QUOTING or unit.norm(item).endswith("ed")

    def _past_place(self, unit: Unit, at: int) -> int:
        """The comma after a place in brackets, where more is told after it: "Ann Lee (Mont.), the ranking Democrat, said"."""
        if unit.norm(at) != "(":
            return at
        close = next((i for i in range(at, min(at + 6, len(unit.items))) if unit.norm(i) == ")"), at)
        more = close > at and unit.norm(close + 1) == "," and unit.norm(close + 2) in DETERMINERS | ROLES
        return close + 1 if more else at

    def _placed(self, unit: Unit, item: int) -> bool:
        """Whether "of" leads to a place or a body rather than to what somebody is accused of."""
        item += unit.norm(item) in DETERMINERS
        token = unit.word(item)
        if token is not None and token.norm.endswith("'s") and self.tokens[unit.items[item].token + 1].text.islower():
            return False  # said Lee of Cole's plan
        return token is not None and (token.capitalized or token.norm in ORG_NOUNS or unit.norm(item + 1) in ORG_NOUNS)

    def relative(self, unit: Unit, item: int) -> str:
        """What goes on after a noun that names nobody: "familiar with the talks", ", who asked not to be named"."""
        start = item
        if unit.norm(start) == ",":
            start += 1
            if unit.norm(start) not in ("who", "speaking", "citing"):
                return ""
        elif unit.norm(start) not in AFTER_HEAD:
            return ""
        elif unit.norm(start) in _DONE and unit.norm(start + 1) not in PREPOSITIONS | DAYS:
            return ""  # "the ministry released a report"
        stop = start
        placed = unit.norm(start) in PREPOSITIONS  # leaders in Leeds "have" asked
        while (
            stop < len(unit.items)
            and stop - start < _LONGEST_DESCRIPTION
            and (not unit.mark(stop) or self._inside_name(unit, stop))
            and not unit.quoted(stop)
        ):
            years = unit.norm(stop - 1).isdigit() and unit.norm(stop + 1).isdigit()
            verb = unit.norm(stop) in _SAYING and stop > start and unit.norm(stop - 1) not in DETERMINERS
            helped = placed and unit.norm(stop) in _HELPING
            if (unit.norm(stop) == "and" and not years) or verb or helped:
                break
            placed = placed and unit.norm(stop) not in ("who", "that", "which", "whose")
            stop += 1
        if unit.norm(start) == "who" and unit.norm(stop) in _SAYING and stop - start <= 2:
            return ""
        while stop > start + 1 and unit.norm(stop) in _SAYING and unit.norm(stop - 1) in _HELPS:
            stop -= 1  # those who run it "have" said
        if unit.quoted(stop) or (unit.norm(start) in ("called", "named") and unit.norm(stop) not in ("said", "says")):
            return ""
        if unit.norm(start) == "on" and unit.norm(start + 1) in DAYS:
            return ""
        text = self._clean(unit, start, stop)
        return "" if text in _DONE else text  # "the poll released Tuesday"

    def _name_at(self, unit: Unit, item: int) -> Proper | None:
        if not 0 <= item < len(unit.items) or unit.quoted(item):
            return None
        return self.names.at(unit.items[item].token) or self._unknown_name(unit, item)

    def _unknown_name(self, unit: Unit, item: int) -> Proper | None:
        """A capitalised word between a quotation and a verb of saying, or after both: a name that stands nowhere else."""
        token = unit.word(item)
        if token is not None and not item and token.capitalized and token.norm in KNOWN_ORGS:
            return take_apart(self.tokens, unit.items[item].token, unit.items[item].token + 1)
        if (
            token is None
            or not token.is_word
            or not (token.text.istitle() or humps(token.text))
            or not (not item or unit.quoted(item - 1) or unit.quoted(item - 2))
        ):
            return None
        norm = token.norm
        if norm in _NO_NAMES:
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
        text = " ".join(self.document.text[slice(*kept)] for kept in run_ins(self.document).without(start, end))
        return " ".join(text.split()).strip(" ,;:()\u2014\u2013")
