"""The table of slips: words that stand for another in some surroundings, and what these are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("_slips.txt")
_COMMENT = "#"

Phrase = tuple[str, ...]
"""Normal words; "#" is any figure."""


class Slip(NamedTuple):
    """A word that stands for another, and the phrases beside it that tell, or tell that it is right after all."""

    wrong: str
    right: str
    before: frozenset[Phrase] = frozenset()
    after: frozenset[Phrase] = frozenset()
    unless_before: frozenset[Phrase] = frozenset()
    unless_after: frozenset[Phrase] = frozenset()

    def fits(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether the words before and after make it a slip."""
        if self.before and not _ends(left, self.before):
            return False
        if self.after and not _begins(right, self.after):
            return False
        return not (_ends(left, self.unless_before) or _begins(right, self.unless_after))


def wrong_words() -> list[str]:
    """The words that the table knows, in its order."""
    return list(_entries())


@lru_cache(maxsize=1_000)
def slips(wrong: str) -> tuple[Slip, ...]:
    """The slips of a word, in the order of the table; none of a word that it does not know."""
    return tuple(_read(entry) for entry in _entries().get(wrong, ()))


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, Sequence[str]]:
    """The entries of the table by their wrong word, each read only when a draft has the word."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in _TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        if not entry.startswith(_COMMENT):
            found[entry.partition(" -> ")[0]].append(entry)
    return dict(found)


def _read(entry: str) -> Slip:
    head, *rows = entry.split("\n")
    wrong, _, right = head.partition(" -> ")
    sides: dict[str, frozenset[Phrase]] = {}
    for row in rows:
        side, _, phrases = row.partition(":")
        sides["_".join(side.split())] = frozenset(tuple(p.split()) for p in phrases.split(","))
    return Slip(wrong, right, **sides)


def _ends(words: Sequence[str], phrases: frozenset[Phrase]) -> bool:
    return any(tuple(words[-n:]) in phrases for n in (1, 2, 3) if len(words) >= n)


def _begins(words: Sequence[str], phrases: frozenset[Phrase]) -> bool:
    return any(tuple(words[:n]) in phrases for n in (1, 2, 3) if len(words) >= n)
