"""One speaker as far as a draft has told of it, and whether a name may be its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.span import Span
from . import lexicon as words
from .names import SUFFIXES, Proper, gender
from .records import Speaker, SpeakerKind
from .spellings import bare, given

_BODIES = (words.ORG_NOUNS | frozenset(["weekly", "daily", "paper", "app", "maker"])) - words.ROLES - {"state", "house"}
_NOUN_WITHIN = 6
_TELLS_MORE = re.compile(r"(?:,| and)? (?:who|whom|whose|which)\b")
_COURTESY = frozenset("mr mr. ms ms. mrs mrs. miss dr dr. sir dame".split())

_FIELD_AFTER = frozenset(["department", "ministry"])
_SINGLE = {"Sens.": "Sen.", "Reps.": "Rep.", "Govs.": "Gov.", "Senators ": "Senator ", "Justices ": "Justice "}
_OF_SEVERAL = frozenset("judges justices senators sens reps".split())


class Entry:
    """One person, institution or other that may speak, as far as it is known."""

    def __init__(self, kind: SpeakerKind, shown: str, name: tuple[str, ...] = ()) -> None:
        self.kind, self.shown, self.name = kind, shown, name
        self.title = self.aside = ""
        self.heads: set[str] = set()
        self.mentions: list[Span] = []
        self.first_full: Span | None = None
        self.gender = gender(name) if kind is SpeakerKind.PERSON else ""
        self.plural = False
        self.sure = kind is not SpeakerKind.PERSON or (len(name) > 1 and given(name[0]))
        self.last_seen = -1

    def see(self, span: Span, token: int, *, full: bool) -> None:
        """Note a mention."""
        if not self.mentions or self.mentions[-1] != span:
            self.mentions.append(span)
        if full and self.first_full is None:
            self.first_full = span
        self.last_seen = token

    def describe(self, title: str, aside: str) -> None:
        """Take in what a mention says of who this is."""
        several = aside.split()[-1:] and aside.split()[-1] in words.PEOPLE and aside.endswith("s")
        if (self.kind is SpeakerKind.PERSON and several) or aside.startswith("which "):
            aside = ""
        if self.kind is SpeakerKind.PERSON and not (self.title or title) and _body(aside) and not self._given:
            self.kind, self.gender = SpeakerKind.INSTITUTION, ""
        for plural, single in _SINGLE.items():
            title = title.replace(plural, single)
        parts = [p for p in title.split() if p.lower() not in _COURTESY and p != "."]
        if parts and not self.title:
            self.title = " ".join(parts)
        if aside and not self.aside:
            self.aside = aside
        for word in [*title.lower().split(), *aside.lower().replace(",", " ").split()]:
            word = word.strip(".")
            if word in words.MALE:
                self.gender = self.gender or "he"
            elif word in words.FEMALE:
                self.gender = self.gender or "she"
        before = [bare(w.strip(".").lower()) for w in title.split()]
        self.heads.update(w for w in before if w in words.ROLES - _OF_SEVERAL)
        self.heads.update(noun for w in before for noun in words.CALLED.get(w, ()))
        if {"former", "president"} <= set(before):
            self.heads.add("leader")
        following = [bare(w.strip(".,").lower()) for w in aside.split()]
        if following and following[0] in ("who", "whose", "which") and following[1:2] not in (["is"], ["was"]):
            following = []
        nouns = words.ORG_NOUNS if self.kind is SpeakerKind.INSTITUTION else words.ROLES
        first = next((i for i, w in enumerate(following) if w in nouns), len(following))
        last = next((i for i in range(first, len(following)) if following[i] not in nouns), len(following))
        self.heads.update(following[first:last][-1:])  # the vice president, a staff lawyer
        self.sure = self.sure or bool(self.heads) or any(w in _COURTESY for w in title.lower().split())

    @property
    def _given(self) -> bool:
        return len(self.name) > 1 and given(self.name[0])

    @property
    def description(self) -> str:
        """Title and aside as the story gives them."""
        title = "" if self.title and self.shown.startswith(f"{self.title} ") else self.title
        told = {bare(w.strip(".,").lower()) for w in self.title.split()}
        told_of = self.aside if not self.title else _TELLS_MORE.split(self.aside)[0].rstrip(" ,")
        aside = told_of if {w.lower() for w in self.aside.split()} - words.DETERMINERS - told - {"of"} else ""
        return ", ".join(part for part in (title, aside) if part)


def _body(aside: str) -> bool:
    """Whether an aside says that a name is a body's: "a Ukrainian weekly", "the state's largest union"."""
    words_ = [bare(w.strip(".,").lower()) for w in aside.split()]
    if not words_ or words_[0] not in ("a", "an", "the"):
        return False
    return any(w in _BODIES for w in words_[:_NOUN_WITHIN]) and not any(w in words.ROLES for w in words_)


def fullness(name: Sequence[str]) -> int:
    """How many words a name has, initials not counted."""
    return sum(len(word) > 1 for word in name)


def unsuffixed(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without "Jr." or "III" at its end."""
    return name[:-1] if len(name) > 1 and name[-1] in SUFFIXES else name


def turned(name: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name with its field first: Department of Justice as Justice Department."""
    return (*name[2:], name[0]) if len(name) > 2 and name[0] in _FIELD_AFTER and name[1] == "of" else name


def same(entry: Entry, name: tuple[str, ...], proper: Proper) -> bool:
    """Whether a name may be an entry's, of which the last word is the same."""
    person = proper.kind is SpeakerKind.PERSON
    if len(name) == 1 and name == entry.name and entry.aside and not proper.title and _body(entry.aside):
        return True  # "Harbora, the company that runs it", then Harbora
    if person is not (entry.kind is SpeakerKind.PERSON):
        return entry.kind is proper.kind or (
            len(name) == 1 and entry.kind is SpeakerKind.INSTITUTION and len(entry.name) > 1
        )
    if proper.kind is SpeakerKind.GROUP or entry.kind is SpeakerKind.GROUP:
        return name == entry.name  # House Republicans are not all of them
    name, known = unsuffixed(name), unsuffixed(entry.name)
    shorter, longer = sorted((name, known), key=len)
    if not person:
        shorter, longer = sorted((turned(name), turned(known)), key=len)
        return longer[-len(shorter) :] == shorter or len(shorter) == 1
    if len(shorter) == 1:
        titled = {w.strip(".") for w in proper.title.lower().split()}
        wanted = "he" if titled & words.MALE_TITLES else "she" if titled & words.FEMALE_TITLES else ""
        return not (wanted and entry.gender and wanted != entry.gender)
    if longer[-len(shorter) :] == shorter:
        return True
    first, other = shorter[0], longer[0]
    return (
        first == other
        or (len(first) == 1 and other.startswith(first))
        or (len(other) == 1 and first.startswith(other))
        or (len(first) > 2 and len(other) > 2 and (first.startswith(other) or other.startswith(first)))
    )


def speakers(entries: Sequence[Entry]) -> list[Speaker]:
    """The records of those who speak, numbered in the order given."""
    return [
        Speaker(i, e.kind, e.shown, e.description, e.first_full or e.mentions[0], tuple(e.mentions))
        for i, e in enumerate(entries)
    ]
