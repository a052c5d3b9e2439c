"""The words of English: which there are, how often they are used, and in which countries.

`words.txt` is made by training/dictionary.py of the SCOWL dictionaries and of counts of news copy.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

COUNTRIES: Mapping[str, str] = {"en-US": "U", "en-GB": "B", "en-CA": "C", "en-AU": "A"}
"""Languages and the letters by which the list marks their words."""
EVERYWHERE = "ABCU"
NAME = "N"


class Entry(NamedTuple):
    """A word in lower case. `often` is how often it is used, each step twice as often, 0 for hardly ever.

    `countries` are letters of those whose dictionaries have it; `name` says that it is set with a capital.
    """

    word: str
    often: int
    countries: str = EVERYWHERE
    name: bool = False


class Words:
    """A sorted list of lines, looked up by halves: so it is ready as soon as it is read."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._first = bisect_left(self._lines, _AFTER_COMMENTS)

    def __contains__(self, word: str) -> bool:
        return self._line(word) is not None

    def entry(self, word: str) -> Entry | None:
        """What is known of a word in lower case, or None where it is in no dictionary."""
        line = self._line(word)
        return _entry(line) if line else None

    def often(self, word: str) -> int:
        """How often a word is used; -1 where it is in no dictionary."""
        line = self._line(word)
        return ord(line[len(word) + 1]) - _NEVER if line else -1

    def beginning(self, start: str) -> Sequence[str]:
        """The words that begin so, sorted."""
        lines = self._lines
        first, last = bisect_left(lines, start), bisect_left(lines, f"{start}\U0010ffff")
        return [line[: line.index(" ")] for line in lines[first:last]]

    def _line(self, word: str) -> str | None:
        at = bisect_left(self._lines, f"{word} ", self._first)
        if at < len(self._lines) and self._lines[at].startswith(f"{word} "):
            return self._lines[at]
        return None


_NEVER = ord("a")
_AFTER_COMMENTS = "$"
"""Comes after "#", with which comments begin, and before all that words begin with."""


def _entry(line: str) -> Entry:
    word, _, told = line.partition(" ")
    often, marks = ord(told[0]) - _NEVER, told[1:]
    if marks == NAME:
        return Entry(word, often, name=True)
    return Entry(word, often, marks or EVERYWHERE)


@cache
def words() -> Words:
    """The words that ship, read once."""
    return Words(Path(__file__).with_name("words.txt").read_text(encoding="utf-8"))


def is_word(form: str) -> bool:
    """Whether a form in lower case is in a dictionary of any of the four countries."""
    return form in words()
