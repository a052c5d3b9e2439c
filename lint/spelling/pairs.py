"""How often news copy sets one word before another."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path


class Pairs:
    """A sorted list of lines, each a pair and a letter for how often it is set."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def often(self, left: str, right: str) -> int:
        """How often the pair is set, each step twice as often; 0 where it is rarer than the list holds."""
        pair = f"{left} {right} "
        at = bisect_left(self._lines, pair)
        if at < len(self._lines) and self._lines[at].startswith(pair):
            return ord(self._lines[at][-1]) - _NEVER
        return 0


_NEVER = ord("a")


@cache
def pairs() -> Pairs:
    """The pairs that ship, read once."""
    return Pairs(Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8"))
