"""Words, numbers, punctuation: one pass over the prose of a draft."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from .span import Span

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d\u00ad"
_LETTER = rf"[^\W_{_MARKS}]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
APOSTROPHES = "'\u2019\u02bc\uff07"
DASHES = "\u2013\u2014\u2015"

_TOKEN = re.compile(
    rf"""
      (?P<link> (?:https?://|www\.)[^\s<>"\u201d\u2019]*[^\s<>"\u201d\u2019.,;:!?)\]]
              | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
              | (?<![\w.])[@\#][A-Za-z_]\w* )
    | (?P<number> \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|bn|k|K|pm|am)?(?!\w) )
    | (?P<word> (?:[A-Za-z]\.){{2,}}
              | {_WORD}(?:[{APOSTROPHES}\-\u2010\u2011&]{_WORD})* )
    | (?P<punctuation> \.{{2,}} | --+ | [^\w\s] | _+ )
    | (?P<other> \S )
    """,
    re.VERBOSE,
)
_TO_ASCII = str.maketrans({"\u2019": "'", "\u02bc": "'", "\uff07": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    LINK = "link"
    PUNCTUATION = "punctuation"
    OTHER = "other"


class Token(NamedTuple):
    """A word, number, link or mark. `norm` is lower case with straight apostrophes; offsets are prose."""

    text: str
    norm: str
    start: int
    end: int
    kind: TokenKind

    @property
    def span(self) -> Span:
        """The token's place in the prose."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """A word: letters, perhaps with digits, hyphens and apostrophes."""
        return self.kind is TokenKind.WORD

    @property
    def counts(self) -> bool:
        """Whether it counts as a word of the text: words, numbers and links do."""
        return self.kind in _COUNTED

    @property
    def capitalized(self) -> bool:
        """Whether its first letter is upper case."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether all its letters are upper case and there are at least two."""
        return self.text.isupper() and sum(c.isalpha() for c in self.text) > 1


_COUNTED = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.LINK})
_KINDS = {k.value: k for k in TokenKind}


def normal(text: str) -> str:
    """Lower case, straight apostrophes and hyphens, no soft hyphens."""
    return text.translate(_TO_ASCII).lower()


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, in order; what lies between them is white space."""
    found: list[Token] = []
    add = found.append
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "other"]
        word = match.group()
        add(Token(word, normal(word) if kind is TokenKind.WORD else word, *match.span(), kind))
    return found
