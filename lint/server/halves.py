"""Halves of characters in JSON. msgspec calls them malformed; this says which string holds one, and where."""

from __future__ import annotations

import json

from ..text.surrogates import REMEDY, lone_surrogate
from .faults import RequestError


def half_character(text: str) -> RequestError | None:
    """400: what is wrong with JSON in which an escape such as D800 stands for half of a character; None for any other."""
    try:
        unread: list[tuple[str, object]] = [("", json.loads(text))]
    except (ValueError, RecursionError):
        return None
    while unread:
        path, value = unread.pop()
        if isinstance(value, dict):
            unread += [(f"{path}.{key}".lstrip("."), held) for key, held in reversed(value.items())]
            unread += [(path, key) for key in value]
        elif isinstance(value, list):
            unread += [(f"{path}[{nth}]", held) for nth, held in reversed(list(enumerate(value)))]
        elif isinstance(value, str) and (half := lone_surrogate(value)):
            place = f"line {half.position.line}, column {half.position.column}"
            message = f"{place}: {half} is half of a character, without the other half; {REMEDY}"
            return RequestError(400, "wrong_encoding", message, path)
    return None
