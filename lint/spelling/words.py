"""The words of English: which there are, how often they are used, and in which countries.

`words.txt` is made by training/dictionary.py of the SCOWL dictionaries and of counts of news copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .lines import Lines

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
    """Words, each with a letter for how often it is used and with marks."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __contains__(self, word: str) -> bool:
        return bool(self._told(word))

    def entry(self, word: str) -> Entry | None:
        """What is known of a word in lower case, or None where it is in no dictionary."""
        told = self._told(word)
        if not told:
            return None
        marks = told[1:]
        if marks == NAME:
            return Entry(word, frequency(told), name=True)
        return Entry(word, frequency(told), marks or EVERYWHERE)

    def often(self, word: str) -> int:
        """How often a word is used; -1 where it is in no dictionary."""
        told = self._told(word)
        return frequency(told) if told else -1

    def beginning(self, start: str) -> list[str]:
        """The words that begin so, sorted."""
        return [line[: line.index(" ")] for line in self._lines.beginning(start)]

    def _told(self, word: str) -> str:
        """What the list says of a word, "" where it does not have it."""
        return self._lines.after(f"{word} ") if " " not in word else ""


def frequency(told: str) -> int:
    """How often something is used or set, by the letter with which it is told: "a" is 0."""
    return ord(told[0]) - ord("a")


@cache
def words() -> Words:
    """The words that ship, read once."""
    return Words(Lines.of("words.txt"))


def is_word(form: str) -> bool:
    """Whether a form in lower case is in a dictionary of any of the four countries."""
    return form in words()
