"""Halves of characters: what a text cut between the two units of a UTF-16 pair is left with."""

from __future__ import annotations

from typing import NamedTuple

from .span import LineIndex, Position

REMEDY = "take it out, or put U+FFFD in its place"


class Surrogate(NamedTuple):
    """A surrogate code point that stands in a text by itself, and where. It reads as "U+D800"."""

    code_point: int
    position: Position

    def __str__(self) -> str:
        return f"U+{self.code_point:04X}"


def lone_surrogate(text: str) -> Surrogate | None:
    """The first surrogate in a text, or None. No encoding can write one, so that a draft with one cannot be kept."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return Surrogate(ord(text[error.start]), LineIndex(text).position(error.start))
    return None
