"""How often news copy sets one word before another."""

from __future__ import annotations

from functools import cache

from .lines import Lines
from .words import frequency


class Pairs:
    """Pairs of words, each with a letter for how often it is set."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def often(self, left: str, right: str) -> int:
        """How often the pair is set, each step twice as often; 0 where it is rarer than the list holds."""
        told = self._lines.after(f"{left} {right} ")
        return frequency(told) if told else 0


@cache
def pairs() -> Pairs:
    """The pairs that ship, read once."""
    return Pairs(Lines.of("pairs.txt"))
