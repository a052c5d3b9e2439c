"""Directives as a writer sets them: "stet", "stet duplication/word: it is the band's name", "stet off", "stet on"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ..text.blocks import Comment
from ..text.document import Document

_STET = re.compile(r"\s*stet(?![\w-])", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9_-]+)?")
_LONGEST_SAID = 60


class Verb(StrEnum):
    """What a directive does: silence one place, silence from here on, end that."""

    HERE = "stet"
    OFF = "stet off"
    ON = "stet on"


class Directive(NamedTuple):
    """A directive in a comment. `names` are rules and packs, none for all; a malformed one governs nothing."""

    comment: Comment
    said: str
    verb: Verb
    names: tuple[str, ...] = ()
    malformed: bool = False

    def covers(self, rule: str) -> bool:
        """Whether it speaks of a rule, by name, by pack or with all others."""
        name = rule.lower()
        return not self.malformed and (not self.names or name in self.names or name.partition("/")[0] in self.names)


def directives(document: Document, redirects: Mapping[str, str]) -> Iterator[Directive]:
    """The directives of a draft, in order. Old names of rules are read as the new ones."""
    for comment in document.comments:
        match = _STET.match(comment.text)
        if match is not None:
            yield _directive(comment, match.end(), redirects)


def _directive(comment: Comment, end: int, redirects: Mapping[str, str]) -> Directive:
    head = comment.text[end:].partition(":")[0].strip().lower()
    said = _said(f"{Verb.HERE} {head}".strip())
    verb = Verb.HERE
    word, _, rest = head.partition(" ")
    if word in ("off", "on"):
        verb, head = Verb(f"{Verb.HERE} {word}"), rest
    if not head.strip():
        return Directive(comment, said, verb)
    names = tuple(name.strip() for name in head.split(","))
    if not all(_NAME.fullmatch(name) for name in names):
        return Directive(comment, said, verb, malformed=True)
    return Directive(comment, said, verb, tuple(dict.fromkeys(redirects.get(name, name) for name in names)))


def _said(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SAID else line[: _LONGEST_SAID - 1] + "\u2026"
