"""Text to the tokens of a byte-level BPE, as GPT-2 made it and SmolLM2 uses it: every digit is a token by itself.

In pure Python, since what is judged is a sentence or two; it takes time in proportion to the text.
"""

from __future__ import annotations

import heapq
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_PIECE = r" ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+| "
_CONTRACTION = r"'(?:s|t|re|ve|m|ll|d)"
_SPACES = re.compile(r"\s+")
_HELD = 1 << 14

Merges = Mapping[tuple[int, int], tuple[int, int]]
"""For a pair of tokens, the rank of its merge, the first made first, and the token that it becomes."""


class Table(NamedTuple):
    """What a tokenizer is made of: the token of each byte, and the merges (left, right, merged) in their order."""

    bytes: Sequence[int]
    merges: Sequence[Sequence[int]]

    @classmethod
    def of(cls, tokens: Sequence[str], merges: Iterable[str]) -> Table:
        """The table of a vocabulary as GGUF and Hugging Face write it: bytes as letters, a merge as "left right"."""
        number = {token: i for i, token in enumerate(tokens)}
        rows: list[tuple[int, int, int]] = []
        for merge in merges:
            left, _, right = merge.partition(" ")
            rows.append((number[left], number[right], number[left + right]))
        unknown = -1
        return cls([number.get(letter, unknown) for letter in _letters()], rows)

    @classmethod
    def load(cls, path: Path) -> Table:
        """The table in a file that `save` wrote."""
        return cls(*json.loads(path.read_bytes()))

    def save(self, path: Path) -> None:
        """Write the table to a file."""
        path.write_text(json.dumps(self, separators=(",", ":")), encoding="ascii")


class Tokenizer:
    """Text to token numbers. Runs of white space count as one space; bytes that have no token are left out."""

    def __init__(self, table: Table) -> None:
        import re2

        self._bytes = table.bytes
        self._merges = {(left, right): (rank, merged) for rank, (left, right, merged) in enumerate(table.merges)}
        self._pieces: Any = re2.compile(f"{_CONTRACTION}|{_PIECE}".encode())
        self._encoded = lru_cache(maxsize=_HELD)(self._encode)

    def pieces(self, text: str) -> list[bytes]:
        """The text, cut into what is encoded by itself: a word with the space before it, a digit, a run of marks."""
        found: list[bytes] = self._pieces.findall(_SPACES.sub(" ", text).encode("utf-8", "replace"))
        return found

    def encode(self, text: str) -> list[int]:
        """The tokens of a text."""
        return [token for piece in self.pieces(text) for token in self._encoded(piece)]

    def count(self, piece: bytes) -> int:
        """How many tokens a piece has."""
        return len(self._encoded(piece))

    def _encode(self, piece: bytes) -> tuple[int, ...]:
        """The tokens of a piece: of all neighbours the pair with the lowest rank is merged first, then the next."""
        tokens = [token for byte in piece if (token := self._bytes[byte]) >= 0]
        after = [*range(1, len(tokens)), -1]
        before = [*range(-1, len(tokens) - 1)]
        queue: list[tuple[int, int, int, int]] = []

        def offer(at: int) -> None:
            pair = (tokens[at], tokens[after[at]])
            if pair in self._merges:
                heapq.heappush(queue, (self._merges[pair][0], at, *pair))

        for at in range(len(tokens) - 1):
            offer(at)
        while queue:
            _, at, left, right = heapq.heappop(queue)
            other = after[at]
            if tokens[at] != left or other < 0 or tokens[other] != right:
                continue  # one of the two has been merged with another meanwhile
            tokens[at], tokens[other] = self._merges[left, right][1], -1
            after[at] = after[other]
            if after[at] >= 0:
                before[after[at]] = at
                offer(at)
            if before[at] >= 0:
                offer(before[at])
        return tuple(token for token in tokens if token >= 0)


def _letters() -> list[str]:
    """The letter that stands for each byte: itself where it can be printed, and otherwise one from U+0100 on."""
    printed = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    letters: list[str] = []
    others = 0x100
    for byte in range(0x100):
        letters.append(chr(byte if byte in printed else others))
        others += byte not in printed
    return letters
