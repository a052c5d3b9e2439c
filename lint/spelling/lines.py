"""Sorted lines of a file, found by halving: the file is ready as soon as it is read, and stays in one piece."""

from __future__ import annotations

from pathlib import Path

_END = b"\n"
_AFTER_ALL = b"\xff"
"""A byte that UTF-8 does not have, which is greater than all that it has."""


class Lines:
    """Lines in UTF-8, sorted, each with an end. Comments ("#") come first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._first = self._at(b"#" + _AFTER_ALL)

    @classmethod
    def of(cls, name: str) -> Lines:
        """The lines of a file that stands beside this module."""
        return cls(Path(__file__).with_name(name).read_bytes())

    def after(self, start: str) -> str:
        """The rest of the first line that begins so, or "" where none does."""
        key = start.encode("utf-8", "replace")
        at = self._at(key, self._first)
        if not self._data.startswith(key, at):
            return ""
        return self._data[at + len(key) : self._data.index(_END, at)].decode("utf-8")

    def beginning(self, start: str) -> list[str]:
        """All lines that begin so."""
        key = start.encode("utf-8", "replace")
        first = self._at(key, self._first)
        last = self._at(key + _AFTER_ALL, first)
        return self._data[first:last].decode("utf-8").splitlines()

    def _at(self, key: bytes, low: int = 0) -> int:
        """Where the first line begins that is not less than a key."""
        data, high, length = self._data, len(self._data), len(key)
        while low < high:
            middle = (low + high) // 2
            begin = max(low, data.rfind(_END, low, middle) + 1)
            if data[begin : begin + length] < key:
                low = data.index(_END, begin) + 1
            else:
                high = begin
        return low
