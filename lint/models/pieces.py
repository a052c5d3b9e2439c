"""Words as word pieces (Wu et al. 2016), as BERT cuts them, from a list of the pieces that a model knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

FILL, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MOST_PIECES = 8
"""Of one word: what is beyond is cut off."""
_LONGEST = 64
"""Code points of a word that are looked at."""


class Pieces:
    """Cuts words into the numbers of their pieces; a piece's number is its place in the list."""

    def __init__(self, names: Sequence[str]) -> None:
        self._ids = {name: i for i, name in enumerate(names)}
        self.fill, self.unknown = self._ids[FILL], self._ids[UNKNOWN]
        self.start, self.end = self._ids[START], self._ids[END]

    def __len__(self) -> int:
        return len(self._ids)

    def of(self, word: str) -> list[int]:
        """The pieces of a word, at least one. Case and accents make no difference."""
        found: list[int] = []
        for part in _parts(word[:_LONGEST]):
            found += self._cut(part)
            if len(found) >= MOST_PIECES:
                break
        return found[:MOST_PIECES] or [self.unknown]

    def _cut(self, part: str) -> list[int]:
        found: list[int] = []
        at = 0
        while at < len(part):
            lead = "##" if at else ""
            for end in range(len(part), at, -1):
                piece = self._ids.get(lead + part[at:end])
                if piece is not None:
                    found.append(piece)
                    at = end
                    break
            else:
                return [self.unknown]
        return found


def _parts(word: str) -> list[str]:
    """A word in lower case without accents, cut at its marks."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    parts = [""]
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or category in ("Cc", "Cf"):
            continue
        if category[0] == "P" or (char.isascii() and not char.isalnum()):
            parts += [char, ""]
        else:
            parts[-1] += char
    return [part for part in parts if part]


def case(word: str) -> int:
    """0 lower case or no letter first, 1 a capital, 2 all capitals, 3 mixed."""
    if word.islower() or not word[0].isalpha():
        return 0
    if len(word) == 1 or word[1:].islower():
        return 1
    return 2 if word.isupper() else 3
