"""Proper names by shape: runs of capitalised words where a capital is not owed to the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .abbreviations import BEFORE_NAMES, ENDING, STARTERS
from .blocks import HEADS, Block, BlockKind
from .sentences import Sentence
from .tokens import Token, TokenKind

_WORD = TokenKind.WORD
_UNREAD = HEADS | {BlockKind.BYLINE, BlockKind.CELL, BlockKind.CODE}
_FAMILY_PARTICLES = frozenset("de da del della di du dos das la le van von der den ten ter bin ibn bint al el".split())
_PARTICLES = _FAMILY_PARTICLES | {"of", "the", "for"}
_MOST_PARTICLES = 3
_POINTED = BEFORE_NAMES | ENDING
_NEVER = frozenset("i i'm i've i'd i'll ok a.m p.m a.m. p.m.".split())
_BEFORE_OWED = frozenset(":\u201c\u2018\"'\u00ab")
_OPENING = {word.lower() for word in STARTERS} | set("the former like unlike what through along across".split())


class Name(NamedTuple):
    """Tokens [first, last) of the draft that make up a name, with its title and the points of its initials."""

    first: int
    last: int


def find_names(tokens: Sequence[Token], sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[Name]:
    """Names in order. None overlaps another or crosses a sentence. Headings, bylines, cells and code are not read.

    A capital within a sentence makes a name. Where a capital is owed to the place (first in a sentence, after
    an opening quotation mark or a colon), it does so only where the draft sets the same word with a capital
    elsewhere, or where a name follows at once.
    """
    read = [s for s in sentences if blocks[s.block].kind not in _UNREAD and not _shouted(tokens, s)]
    scans = [_Scan(tokens, s) for s in read]
    known, last_words = set[str](), set[str]()
    for scan in scans:
        known.update(_bare(tokens[i]) for i in scan.inner)
        last_words.update(_bare(tokens[name.last - 1]) for name in scan.names)
    common = {t.norm for t in tokens if t.kind is _WORD and t.text.islower()}

    found: list[Name] = []
    for scan in scans:
        starts = {name.first: name for name in scan.names}
        for i in scan.owed:
            word = tokens[i].norm
            usual = _bare(tokens[i]) not in last_words and (word in common or word.endswith(("ly", "ing")))
            if word in _OPENING or usual:
                continue
            if i + 1 in starts and not word.endswith("'s"):
                starts[i] = Name(i, starts.pop(i + 1).last)
            elif _bare(tokens[i]) in known:
                starts[i] = Name(i, i + 1)
        found += (starts[i] for i in sorted(starts))
    return found


class _Scan:
    """One sentence: its names, the words that make them up, and the capitalised words whose capital is owed."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence) -> None:
        self.names: list[Name] = []
        self.inner: list[int] = []
        self.owed: list[int] = []
        self._tokens, self._start, self._end = tokens, sentence.first, sentence.last
        owed = True
        at = self._start
        while at < self._end:
            token = tokens[at]
            if token.kind is not _WORD:
                owed = owed or self._owes(at)
                at += 1
                continue
            if token.text.islower() or not _named(token):
                at += 1
            elif owed and not self._certain(at):
                self.owed.append(at)
                at += 1
            else:
                at = self._run(at)
            owed = False

    def _owes(self, at: int) -> bool:
        """Whether a mark makes the next word's capital owed: a colon, an opening quotation mark."""
        if self._tokens[at].text not in _BEFORE_OWED:
            return False
        return self._tokens[at].text == ":" or (
            at + 1 < self._end and self._tokens[at].end == self._tokens[at + 1].start
        )

    def _certain(self, at: int) -> bool:
        """A title, an acronym or a capital within the word: a name whatever its place."""
        token = self._tokens[at]
        return token.shouted or not token.capitalized or (token.text in BEFORE_NAMES and self._full_point(at + 1))

    def _run(self, first: int) -> int:
        """Add the name that begins at a token; the index after it."""
        at = first + 1
        self.inner.append(first)
        for following in self._links(first):
            self.inner.append(following)
            at = following + 1
        while first > self._start and self._tokens[first - 1].text in _FAMILY_PARTICLES and first - 1 > self._used():
            first -= 1
        self.names.append(Name(first, at))
        return at

    def _links(self, at: int) -> Iterator[int]:
        """The words that carry a name on from the word at an index."""
        tokens = self._tokens
        while not tokens[at].norm.endswith("'s"):
            following = at + 1
            if (tokens[at].text in _POINTED or len(tokens[at].text) == 1) and self._full_point(following):
                following += 1
            else:
                while (
                    following - at <= _MOST_PARTICLES and following < self._end and tokens[following].text in _PARTICLES
                ):
                    following += 1
            if following >= self._end or not tokens[following].is_word or not _named(tokens[following]):
                return
            yield following
            at = following

    def _full_point(self, at: int) -> bool:
        return at < self._end and self._tokens[at].text == "." and self._tokens[at].start == self._tokens[at - 1].end

    def _used(self) -> int:
        return self.names[-1].last - 1 if self.names else self._start - 1


def _named(token: Token) -> bool:
    """Whether a word has a capital anywhere and is not one that always has: al-Masri, anti-NATO, iPhone."""
    return token.norm not in _NEVER and any(c.isupper() for c in token.text)


def _bare(token: Token) -> str:
    return token.text[:-2] if token.norm.endswith("'s") else token.text


def _shouted(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a sentence is set in capitals, so that they tell nothing."""
    here = tokens[sentence.first : sentence.last]
    capitals = [t for t in here if t.text.isupper()]
    if len(capitals) < 3:
        return False
    words = sum(t.is_word for t in here)
    return words > 3 and 2 * sum(t.is_word for t in capitals) > words
