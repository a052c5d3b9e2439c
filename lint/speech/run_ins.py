"""Links that a web page has run into its prose: “Rep. Ann Lee Ann Mary LeeThe pier is shut MORE (D) said”.

A page that links a name to other stories and is saved as text leaves the name a second time, with the first headline
stuck to it, and "MORE" after the last. Nobody says any of that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text.document import Document
from ..text.span import Span
from ..text.tokens import Token

_END = "MORE"
_NAME_WITHIN = 12
_END_WITHIN = 160
_SHORTEST = 3
_NAME_AGAIN = 8
_LEAST_LINK = 3
_PARTICLES = frozenset("de da del della di du dos das la le van von der den ten ter bin al el".split())
_MEMO = "speech: run-ins"


class RunIn(NamedTuple):
    """Tokens [first, last) of a link, from the name's second time to "MORE", and whether that ends in a possessive."""

    first: int
    last: int
    possessive: bool


class RunIns:
    """The links run into a draft, in order. Offsets are prose."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.found = list(_find(tokens))
        self._firsts = [r.first for r in self.found]
        self._spans = [Span(tokens[r.first].start, tokens[r.last - 1].end) for r in self.found]
        self._starts = [s.start for s in self._spans]

    def at(self, token: int) -> RunIn | None:
        """The link that a token belongs to."""
        k = bisect_right(self._firsts, token) - 1
        return self.found[k] if k >= 0 and token < self.found[k].last else None

    def over(self, offset: int) -> bool:
        """Whether a link runs over an offset."""
        k = bisect_right(self._starts, offset) - 1
        return k >= 0 and self._starts[k] < offset < self._spans[k].end

    def without(self, start: int, end: int) -> list[Span]:
        """[start, end) with the links cut out. Nothing but a link leaves nothing."""
        found: list[Span] = []
        at = start
        for k in range(max(0, bisect_right(self._starts, start) - 1), len(self._spans)):
            link = self._spans[k]
            if link.start >= end:
                break
            if link.end <= at:
                continue
            if link.start > at:
                found.append(Span(at, link.start))
            at = link.end
        if at < end:
            found.append(Span(at, end))
        return found


def run_ins(document: Document) -> RunIns:
    """The links run into a draft, found once."""
    held: RunIns | None = document.memo.get(_MEMO)
    if held is None:
        held = document.memo[_MEMO] = RunIns(document.tokens)
    return held


def _find(tokens: Sequence[Token]) -> Iterator[RunIn]:
    done = 0
    for end, token in enumerate(tokens):
        if token.text[: len(_END)] != _END or token.text[len(_END) :].isalpha():
            continue
        least = max(done, end - _END_WITHIN)
        name = _stuck_name(tokens, least, end)
        if name is None:
            name = _repeated(tokens, max(1, least), end)
        if name is not None:
            yield RunIn(name + 1, end + 1, token.norm.endswith("'s"))
            done = end + 1


def _stuck_name(tokens: Sequence[Token], least: int, end: int) -> int | None:
    """The last word of a name that a headline is stuck to when it stands a second time: Ann Lee Ann Mary LeeThe pier."""
    for at in range(least + 1, end):
        if tokens[at].text[1:].islower() or not tokens[at].is_word:
            continue
        if (name := _name(tokens, at, max(least, at - _NAME_WITHIN))) is not None:
            return name
    return None


def _repeated(tokens: Sequence[Token], least: int, end: int) -> int | None:
    """The last word of a name that stands a second time at once, before a headline: Ann Lee Ann Mary Lee The pier is shut."""
    for at in range(least, end - _LEAST_LINK):
        if not tokens[at].is_word or not tokens[at].capitalized or not tokens[at + 1].capitalized:
            continue
        for again in range(at + 2, at + _NAME_AGAIN):
            if tokens[again].is_word and not tokens[again].capitalized:
                break
            if tokens[again].text == tokens[at].text and tokens[at - 1].text == tokens[at + 1].text:
                return at
    return None


def _name(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """The place of the name that a token has a headline stuck to, where only a name stands between the two."""
    for k in range(at - 1, least - 1, -1):
        if _stuck(tokens[k], tokens[at]):
            return k
        if tokens[k].is_word and tokens[k].text.islower() and tokens[k].text not in _PARTICLES:
            return None
    return None


def _stuck(name: Token, token: Token) -> bool:
    """Whether a token is a name with the first word of a headline stuck to it."""
    rest = token.text[len(name.text) :]
    return name.is_word and len(name.text) >= _SHORTEST and token.text.startswith(name.text) and rest[:1].isupper()
