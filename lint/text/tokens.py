"""Words, numbers, punctuation: one pass over the prose of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from .span import Span

APOSTROPHES = "'\u2019\u02bc\uff07"
DASHES = "\u2013\u2014\u2015"

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d\u00ad"
_FRACTION = "[\u00bc-\u00be\u2150-\u215e]"
_UNIT = "st|nd|rd|th|s|bn|tn|k|m|K|M|B|T|pm|am|p|km|kg|cm|mm|ft|lbs?|oz|mph|kph|mg|ml|GB|MB|TB"
_LETTERS = rf"[^\W_]++(?:[{_MARKS}]++[^\W_]*+)*+"
# U.S., a.m., Ph.D.s, and "U.S" without its last dot.
_DOTTED = r"(?:[A-Za-z]|Ph|Ed|Psy)(?:\.[A-Za-z])+(?:\.(?:s(?!\w))?)?(?!\w)"
_PART = rf"(?:{_DOTTED}|{_LETTERS})"
# In "the \u201990s" and "get \u2019em" the mark belongs to the word. A straight mark may as well open a quotation.
_DECADE = r"(?<!\w)(?:\u2019\d\ds?|['\u2018]\d\ds)(?!\w)"
_CLIPPED = r"(?<!\w)(?i:\u2019(?:em|til|tis|twas|cause|cuz|bout)|['\u2018](?:em|til|tis|twas))(?!\w)"
_ENDINGS = "com|org|net|gov|edu|mil|info|biz|tv|fm|co[.]uk|org[.]uk|ac[.]uk|gov[.]uk|com[.]au"

_LINK_SIGN = re.compile(r"[.:@#][^\s\"\u201d\u2019]")
"""What every link holds, and few lines do."""
_LINK = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"\u201d\u2019]*[^\s<>"\u201d\u2019.,;:!?)\]]
    | (?<![\w.+-])[\w.+-]{{1,64}}+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w.-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}(?:{_ENDINGS})(?![\w@-]|\.\w)(?:/[\w./~%-]*[\w/~%-])?
    | (?<![\w.])[@\#][A-Za-z_]\w*
    """,
    re.VERBOSE,
)
# Most words are plain letters with a space or comma after them, and are told at once.
_TOKEN = re.compile(
    rf"""
      (?P<number> (?:(?:\d+|(?<![\w.])\.\d+)(?:[.,:/]\d+)*(?:{_UNIT}|{_FRACTION})?|{_FRACTION})
                  (?:[{APOSTROPHES}]s)?(?!\w) | {_DECADE} )
    | (?P<word> [A-Za-z]++(?=[ ,\n]) | {_PART}(?:[{APOSTROPHES}\-\u2010\u2011&]{_PART})* | {_CLIPPED} )
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
        return self.kind is _WORD

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


_WORD = TokenKind.WORD  # Python 3.11 looks up an enum's members slowly
_COUNTED = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.LINK})
_KINDS = {k.value: k for k in TokenKind}
_WORDS_KEPT = 20_000


@lru_cache(maxsize=_WORDS_KEPT)
def normal(text: str) -> str:
    """Lower case, straight apostrophes and hyphens, no soft hyphens."""
    return text.lower() if text.isascii() else text.translate(_TO_ASCII).lower()


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, in order; what lies between them is white space."""
    found: list[Token] = []
    at = 0
    for link in _links(text):
        start, end = link.span()
        _tokenize_plain(text, at, start, found)
        found.append(Token(link.group(), link.group(), start, end, TokenKind.LINK))
        at = end
    _tokenize_plain(text, at, len(text), found)
    return found


def _links(text: str) -> Iterator[re.Match[str]]:
    """The links of `text`, in order; none crosses a line."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _LINK_SIGN.search(line):
            yield from _LINK.finditer(text, start, end)
        start = end + 1


def _tokenize_plain(text: str, start: int, end: int, found: list[Token]) -> None:
    """Append the tokens of `text` [start, end), which holds no links."""
    add, kinds = found.append, _KINDS
    for match in _TOKEN.finditer(text, start, end):
        kind = kinds[match.lastgroup or ""]
        word = match.group()
        first, last = match.span()
        add(Token(word, normal(word) if kind is _WORD else word, first, last, kind))
