"""A name taken apart: title, the name proper, and whether it is a person's or an institution's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from ..text.document import Document
from ..text.names import Name
from ..text.tokens import Token
from . import gazetteer, given_names
from .gazetteer import DEMONYMS, GROUP_NAMES, KNOWN_ORGS, PLACES
from .lexicon import (
    DAYS,
    INVERTS,
    NOT_SPEAKERS,
    ORG_NOUNS,
    ORG_WORDS,
    ROLES,
    TITLES,
)
from .records import SpeakerKind
from .run_ins import run_ins
from .spellings import bare, compound, given, humps, hyphened

_LINKS = frozenset(["of", "for", "the"])
_OFFICES = frozenset(
    "state defense defence homeland security energy labor labour education commerce treasury agriculture interior "
    "transportation national intelligence the of for and health human services veterans affairs foreign staff war".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western".split())
_BODIES = frozenset(
    "committee subcommittee commission administration department agency council board institute bureau association "
    "center centre centers services office ministry authority foundation development society union".split()
)
_BODY_LEADS = frozenset(
    "house senate national federal health housing food ways energy oversight securities veterans".split()
)
_FIELD_LINKS = frozenset(["of", "on", "for"])
_HELD = _OFFICES | gazetteer.FIELDS
_BODY_WORDS = ORG_WORDS | ORG_NOUNS | GROUP_NAMES
_NO_PERSONS = frozenset("joint chiefs disabled sons daughters friends isle house best".split()) | _DIRECTIONS
_SITES = frozenset(
    "tower valley county street avenue river creek stadium highway boulevard mountains hills beach".split()
)
_LABELS = frozenset("related watch read photo photos video more opinion exclusive breaking listen also see by".split())
SUFFIXES = frozenset("jr sr ii iii iv esq".split())
_JOINED = frozenset("general elect designate".split())
_SAINTS = frozenset(["St", "Ft", "Mt"])
_SURNAMES = frozenset("king prince pope bishop dean chase judge major priest speaker coach saint host page".split())
_PARTY_MEMBERS = frozenset("republican democrat democratic libertarian".split())
_MOST_PERSON_WORDS = 5
_BODIES_OF_TWO = frozenset([("air", "force"), ("task", "force"), ("islamic", "state")])
_STATIONS = frozenset("ap afp bbc cnn nbc abc cbs msnbc npr pbs".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)")
_NUMBERED = frozenset(("circuit", "appeals", "precinct"))
_PARTY_AND_PLACE = re.compile(r"[RDI]-[A-Z]")


class Proper(NamedTuple):
    """A name as it stands: tokens [first, last) with its title, [core, last) without it.

    `words` are the normal forms of the name proper, `shown` its text; both are empty where it is a title alone.
    `rest` is where what follows "of" or "for" begins, the token after the name where nothing does.
    """

    first: int
    core: int
    last: int
    kind: SpeakerKind
    words: tuple[str, ...]
    shown: str
    title: str

    @property
    def surname(self) -> str:
        """The last word of a person's name, suffixes left out."""
        words = [w for w in self.words if w not in SUFFIXES]
        return words[-1] if words else ""

    @property
    def possessive(self) -> bool:
        """Whether it ends in a possessive."""
        return bool(self.words) and self.words[-1].endswith(("'s", "s'"))


class Names:
    """The names of a draft, each taken apart once, by their tokens."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens

    @cached_property
    def _by_token(self) -> dict[int, Proper]:
        return {i: proper for proper in self.in_order for i in range(proper.first, proper.last)}

    @cached_property
    def in_order(self) -> list[Proper]:
        """All names outside quotations, in order. "Ann Lee of the Acme Fund" is two."""
        quoted, tokens, links = self._document.quoted, self._tokens, run_ins(self._document)
        found: list[Proper] = []
        for name in self._joined():
            if not quoted.overlaps(tokens[name.first].start, tokens[name.first].end) and not links.at(name.first):
                link = next((held for i in range(name.first, name.last) if (held := links.at(i)) is not None), None)
                parts = list(self._parts(name if link is None else Name(name.first, link.first)))
                if parts and (link := link or links.at(parts[-1].last)) is not None and link.possessive:
                    parts[-1] = _owning(parts[-1])
                found += parts
        return _surnames(found, tokens)

    def _joined(self) -> Iterator[Name]:
        """The draft's names, those that "and" makes one of a body joined: the House Ways and Means Committee."""
        held: Name | None = None
        for name in self._document.names:
            if held is not None and (
                (held.last + 1 == name.first and self._one_body(held, name))
                or (held.last == name.first and self._body_of_office(held, name))
            ):
                held = Name(held.first, name.last)
                continue
            if held is not None:
                yield held
            held = name
        if held is not None:
            yield held

    def _one_body(self, left: Name, right: Name) -> bool:
        tokens = self._tokens
        pair = (*self._norms(left), tokens[left.last].norm, *self._norms(right))
        if gazetteer.is_body(pair):
            return True  # Customs and Border Protection
        if tokens[left.last].norm == "on":
            return bare(tokens[left.last - 1].norm) in _BODIES  # the Committee on Ways
        if tokens[left.last].text == "&" or self._of_fields(left, right):
            return True
        if tokens[left.last].norm != "and" or not any(
            bare(tokens[i].norm) in _BODIES for i in range(right.first + 1, right.last)
        ):
            return False
        norms = [bare(tokens[i].norm) for i in range(left.first, left.last) if tokens[i].is_word]
        announced = norms[0] in _BODY_LEADS or (left.first > 0 and tokens[left.first - 1].norm == "the")
        others = PLACES | KNOWN_ORGS | GROUP_NAMES | TITLES | _BODIES
        return announced and not (norms[-1] in others or norms[-1] == "house" or any(given(n) for n in norms))

    def _norms(self, name: Name) -> list[str]:
        return [bare(t.norm) for t in self._tokens[name.first : name.last] if t.is_word]

    def _body_of_office(self, left: Name, right: Name) -> bool:
        """Whether a name is the body of the office that the one before it names: the Leeds Sheriff's Department."""
        return bare(self._tokens[right.last - 1].norm) in _BODIES and _owned(self._tokens, [left.last - 1])

    def _of_fields(self, left: Name, right: Name) -> bool:
        """Whether "and" joins two fields of one body: the Department of Housing and Urban Development."""
        tokens = self._tokens
        norms = [bare(tokens[i].norm) for i in range(left.first, left.last)]
        link = next((k for k, n in enumerate(norms) if n in _FIELD_LINKS and k and norms[k - 1] in _BODIES), 0)
        joined = tokens[left.last].norm == "and" and 0 < link < len(norms) - 1
        last = [bare(tokens[i].norm) for i in range(right.first, right.last) if tokens[i].is_word]
        return joined and last[-1] in gazetteer.FIELDS and not (_BODIES - gazetteer.FIELDS).intersection(last)

    def at(self, token: int) -> Proper | None:
        """The name outside quotations that a token belongs to."""
        return self._by_token.get(token)

    def joined(self, left: Proper, right: Proper) -> bool:
        """Whether nothing but "and" stands between two names."""
        return right.first == left.last + 1 and self._tokens[left.last].norm == "and"

    def _parts(self, name: Name) -> Iterator[Proper]:
        first = name.first
        if self._tokens[first].norm in DAYS and first + 1 < name.last:
            first += 1
        if first and _ORDINAL.fullmatch(self._tokens[first - 1].norm) and self._tokens[name.last - 1].norm in _NUMBERED:
            yield _made(self._tokens, first - 1, first - 1, name.last, SpeakerKind.INSTITUTION)  # the 9th Circuit
            return
        if first > 1 and self._tokens[first - 1].text == "." and self._tokens[first - 2].text in _SAINTS:
            first -= 2
        while first < name.last:
            if self._tokens[first].norm in _LINKS or not self._tokens[first].is_word:
                first += 1
                continue
            proper = take_apart(self._tokens, first, name.last)
            yield proper
            first = max(first + 1, proper.last)


def _surnames(names: list[Proper], tokens: Sequence[Token]) -> list[Proper]:
    """Names of one word that is the surname of somebody in the draft, though it may be a firm's, a place's or an office."""
    people = [p for p in names if p.kind is SpeakerKind.PERSON and len(p.words) > 1]
    sure = {p.surname for p in people if given(p.words[0])}
    known = {p.surname for p in people}
    return [_surname(p, sure & KNOWN_ORGS, known & _SURNAMES, tokens) for p in names]


def _surname(proper: Proper, firms: Set[str], offices: Set[str], tokens: Sequence[Token]) -> Proper:
    """A name as a person's where its word is one of those that are surnames here: Ford, Jordan; King, Pope."""
    if proper.kind is SpeakerKind.INSTITUTION and len(proper.words) == 1 and bare(proper.words[0]) in firms:
        return proper._replace(kind=SpeakerKind.PERSON)
    alone = not proper.words and proper.last == proper.first + 1
    word = tokens[proper.first].norm
    if alone and bare(word) in offices and not (proper.first and tokens[proper.first - 1].norm == "the"):
        return _made(tokens, proper.first, proper.first, proper.last, SpeakerKind.PERSON)
    return proper


def take_apart(tokens: Sequence[Token], first: int, last: int) -> Proper:
    """The name in tokens [first, last)."""
    words = [i for i in range(first, last) if tokens[i].is_word]
    if len(words) > 1 and bare(tokens[words[-1]].norm) in DAYS:
        return take_apart(tokens, first, words[-2] + 1)  # met Ann Lee Friday
    norms = [bare(tokens[i].norm) for i in words]
    if _PARTY_AND_PLACE.match(tokens[first].text):
        return Proper(first, last, last, SpeakerKind.UNKNOWN, (), "", _text(tokens, first, last))  # R-Ohio
    if (known := gazetteer.kind(norms, surnamed=given(norms[0]) or norms[0] in TITLES)) is not None:
        return _made(tokens, first, first, last, known)
    if all(n in DEMONYMS | _DIRECTIONS for n in norms) and norms[-1] in DEMONYMS:
        return Proper(first, last, last, SpeakerKind.UNKNOWN, (), "", _text(tokens, first, last))  # North Korean
    if len(norms) > 1 and norms[0] in DEMONYMS and (len(norms) == 2 or given(norms[1])) and not _body(norms):
        return take_apart(tokens, words[1], last)  # The Russian Putin
    if norms[:2] == ["general", "staff"]:
        return _made(tokens, first, first, last, SpeakerKind.INSTITUTION)  # the General Staff of the Army
    if _justice(norms) or (norms[-1] in _BODIES and _owned(tokens, words[:-1])):
        return _made(tokens, first, first, last, SpeakerKind.INSTITUTION)
    if (stop := _before_of(norms, said=first > 0 and tokens[first - 1].norm in INVERTS)) is not None:
        return take_apart(tokens, first, words[stop - 1] + 1)
    if (holder := _after_office(tokens, first, norms)) is not None:
        return _made(tokens, first - 2, words[holder], last, SpeakerKind.PERSON)
    title = max((k for k, n in enumerate(norms) if n in TITLES or n.rpartition("-")[2] in _JOINED), default=-1)
    if title < 0 and len(norms) > 2 and norms[0] in ROLES - _SURNAMES:
        office = next((k for k in range(3, len(norms)) if given(norms[k])), 0) if norms[1] == "of" else 1
        title = office - 1 if office else -1  # Head of Public Works Ann Lee
    if title == len(words) - 1 and title > 1 and norms[-1] in _SURNAMES and norms[-2] not in TITLES:
        title = max((k for k, n in enumerate(norms[:-1]) if n in TITLES), default=title)  # Rep. Peter King
    if title > 0 and norms[title] in _SURNAMES and given(norms[0]) and set(norms[title + 1 :]) <= SUFFIXES:
        title = -1  # Martin King Jr.
    if title == len(words) - 1 and title > 0 and _no_office(norms):
        title = -1  # Stephen King, Ann Lee for Mayor
    if title < 0 and len(words) > 2 and compound(tokens[words[0]]) and (given(norms[1]) or _body(norms[2:])):
        return take_apart(tokens, words[1], last)  # Oscar-nominated Ann Lee
    lead = next((k for k, n in enumerate(norms) if given(n)), 0)
    if title < 0 and 0 < lead < len(norms) - 1 and norms[lead - 1] in ROLES - _SURNAMES:
        title = lead - 1  # Senior Fellow Ann Lee
    if lead == 1 and norms[0] in _LABELS and len(words) > 2:
        return take_apart(tokens, words[1], last)  # Related Ann Lee
    if lead and title < 0 and len(words) > lead + 1 and all(tokens[i].text.isupper() for i in words[:lead]):
        return take_apart(tokens, words[lead], last)  # "CLOSE Ann Lee": a label ran into the name
    if norms[-1] in _PARTY_MEMBERS:
        return Proper(first, last, last, SpeakerKind.UNKNOWN, (), "", _text(tokens, first, last))
    person = max((k for k, n in enumerate(norms[:-1]) if given(n)), default=0)
    while person > 1 and given(norms[person - 1]):
        person -= 1  # Commission President José Manuel Lee
    if person and any(n in ORG_WORDS for n in norms[:person]) and not any(n in ORG_WORDS for n in norms[person:]):
        stop = next((words[k] for k in range(person + 1, len(words)) if norms[k] in _LINKS), last)
        return _made(tokens, first, words[person], stop, SpeakerKind.PERSON)  # Ambassador to the United Nations Ann Lee
    if norms[-1] in GROUP_NAMES and len(norms) > 1 and title < 0 and not (len(norms) == 2 and given(norms[0])):
        return _made(tokens, first, first, last, SpeakerKind.GROUP)
    if _institution(norms, title, tokens, words):
        return _made(tokens, first, first, last, SpeakerKind.INSTITUTION)
    core = title + 1
    if core and core < len(words) and norms[core] in ("of", "for"):
        while core < len(words) and norms[core] in _HELD:
            core += 1
    if core == len(words):
        return Proper(first, last, last, SpeakerKind.UNKNOWN, (), "", _text(tokens, first, last))
    end = next((k for k in range(core + 1, len(words)) if norms[k] in _LINKS and k - core >= (1 if core else 2)), None)
    last = words[end] if end is not None else last
    return _made(tokens, first, words[core], last, _kind(norms[core:end], titled=core > 0))


def _justice(norms: Sequence[str]) -> bool:
    """Whether a name ends in what is only here no judge's title: Department of Justice."""
    return norms[-2:] == ["of", "justice"] and len(norms) > 2 and norms[-3] in _BODIES | {"court"}


def _owned(tokens: Sequence[Token], held: Sequence[int]) -> bool:
    """Whether words of a name are an office in the possessive, whose body follows: Leeds Attorney General's Office."""
    return any(tokens[i].norm.endswith("'s") and bare(tokens[i].norm) in TITLES | ROLES for i in held)


def _body(norms: Sequence[str]) -> bool:
    return any(n in _BODY_WORDS for n in norms)


def _before_of(norms: Sequence[str], *, said: bool) -> int | None:
    """Where "of" or "for" follows a person's name of two words or more, or of one that was `said`: Ann Lee of the Fund."""
    start = next((k for k, n in enumerate(norms) if n not in TITLES), 0)
    if said and not start and norms[1:2] == ["of"] and not _body(norms[:1]) and norms[0] not in KNOWN_ORGS | ROLES:
        return 1  # said Rowe of Lee's plan
    if 0 < start < len(norms) - 1 and norms[start] not in _LINKS and not given(norms[start]):
        stop = next((k for k in range(start + 1, len(norms)) if norms[k] in _LINKS), None)
        return stop if stop is not None and norms[stop] == "of" and not _body(norms[start:stop]) else None
    of_the = next((k for k in range(len(norms) - 2) if norms[k : k + 2] == ["of", "the"]), 0)
    if of_the == 2 and not start and not (set(norms[:2]) & (_NO_PERSONS | KNOWN_ORGS)) and not _body(norms[:2]):
        return of_the  # Anjli Rowe of the Financial Times
    if start >= len(norms) or not given(norms[start]):
        return None
    stop = next((k for k in range(start + 2, len(norms)) if norms[k] in _LINKS), None)
    return None if stop is None or _body(norms[start:stop]) else stop


def _no_office(norms: Sequence[str]) -> bool:
    """Whether the word that ends a name is a surname or what somebody stands for, though it may be an office."""
    if norms[-2] in _LINKS:
        return norms[0] not in TITLES and norms[-2] == "for"
    return norms[-1] in _SURNAMES and norms[0] not in TITLES | ORG_WORDS


def _after_office(tokens: Sequence[Token], first: int, norms: Sequence[str]) -> int | None:
    """Where the holder's name begins in what follows "Secretary of", whose capital was owed to the place: State Ann Lee."""
    if first < 2 or tokens[first - 1].norm != "of" or tokens[first - 2].norm not in TITLES:
        return None
    holder = next((k for k, n in enumerate(norms) if n not in _OFFICES), 0)
    body = any(n in ORG_WORDS for n in norms[holder:])
    return holder if holder and not body and tokens[first - 2].capitalized else None


def gender(words: Sequence[str]) -> str:
    """The pronoun "he" or "she" where a first name tells, else ""."""
    if len(words) < 2 or words[0] in given_names.EITHER:
        return ""
    return "he" if words[0] in given_names.HE else "she" if words[0] in given_names.SHE else ""


def _made(tokens: Sequence[Token], first: int, core: int, last: int, kind: SpeakerKind) -> Proper:
    words = tuple(bare(t.norm) for t in tokens[core:last] if t.is_word)
    if tokens[last - 1].norm.endswith("'s"):
        words = (*words[:-1], words[-1] + "'s")
    elif _owns(tokens, last):
        words = (*words[:-1], words[-1] + "'")
    title = _text(tokens, first, core).strip() if core > first else ""
    shown = _text(tokens, core, last)
    if words and words[-1] in ("jr", "sr") and last < len(tokens) and tokens[last].text == ".":
        shown += "."
    return Proper(first, core, last, kind, words, shown, title)


def _owns(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name that ends in "s" is followed by the apostrophe of a possessive: Congress' budget office."""
    if last + 1 >= len(tokens) or not tokens[last - 1].norm.endswith("s"):
        return False
    mark = tokens[last]
    return (
        mark.text in ("'", "\u2019") and mark.start == tokens[last - 1].end and tokens[last + 1].start == mark.end + 1
    )


def _owning(proper: Proper) -> Proper:
    """A name whose possessive ending stands after a link that was run in."""
    if not proper.words or proper.possessive:
        return proper
    return proper._replace(words=(*proper.words[:-1], f"{proper.words[-1]}'s"), shown=f"{proper.shown}'s")


def _institution(norms: Sequence[str], title: int, tokens: Sequence[Token], words: Sequence[int]) -> bool:
    if title < 0 and (tuple(norms[-2:]) in _BODIES_OF_TWO or (norms[0] in _STATIONS and len(norms) > 1)):
        return True
    if 0 <= title < len(norms) - 1 and norms[-1] not in ORG_WORDS and norms[title + 1] != "of":
        return False
    if len(norms) == 2 and given(norms[0]):
        return norms[-1] in gazetteer.NO_SURNAMES
    if any(n in ORG_WORDS for n in norms) or (len(norms) < 3 and hyphened(tokens[words[-1]])):
        return not (0 <= title == len(norms) - 1)
    if len(words) != 1:
        return False
    text = tokens[words[0]].text
    called = bare(tokens[words[0] - 1].norm) if words[0] else ""
    initials = text.rstrip("\u2019s'").replace(".", "").isupper() and len(norms[0]) > 1
    return initials or (called not in ROLES and bool(humps(bare(text.replace("\u2019", "'")))))


def _kind(norms: Sequence[str], *, titled: bool) -> SpeakerKind:
    if titled:
        return SpeakerKind.PERSON
    if len(norms) == 1:
        word = norms[0]
        if word in NOT_SPEAKERS:
            return SpeakerKind.UNKNOWN
        if word in KNOWN_ORGS:
            return SpeakerKind.INSTITUTION
        many = word in GROUP_NAMES or word.endswith(("cans", "ians", "eans", "yans"))
        return SpeakerKind.GROUP if many else SpeakerKind.PERSON
    if norms[-1] in GROUP_NAMES and not given(norms[0]):
        return SpeakerKind.GROUP
    if norms[-1] in _SITES and not given(norms[0]):
        return SpeakerKind.UNKNOWN
    return SpeakerKind.PERSON if len(norms) <= _MOST_PERSON_WORDS else SpeakerKind.UNKNOWN


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    parts: list[str] = []
    for i in range(first, last):
        if i > first and tokens[i].start > tokens[i - 1].end:
            parts.append(" ")
        parts.append(tokens[i].text)
    return "".join(parts)
