"""A TOML file with the line of each of its keys, which the standard parser does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ..errors import ConfigError

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_ASSIGNED = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_FENCE = re.compile(r'"{3}|\'{3}')
_INLINE = re.compile(r"""[{,]\s*([\w-]+|"[^"]*"|'[^']*')\s*=""")


class TomlFile:
    """A parsed file. `shown` is its path as messages name it.

    Raises ConfigError where the file cannot be read, is not UTF-8 or is not TOML.
    """

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self.shown = shown
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise ConfigError(f"cannot be read: {error.strerror or error}", place=shown) from error
        except UnicodeDecodeError as error:
            raise ConfigError("is not UTF-8 text", place=shown, remedy="save it as UTF-8") from error
        self._text = text
        try:
            self.table: dict[str, object] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            what, _, where = str(error).partition(" (at ")
            line = re.match(r"line (\d+)", where)
            raise ConfigError(f"not TOML: {what}", place=f"{shown}:{line[1]}" if line else shown) from error
        except RecursionError as error:
            raise ConfigError("is nested too deeply", place=shown) from error
        self._lines: list[tuple[tuple[str, ...], int]] | None = None

    def place(self, *key: str, item: str | None = None) -> str:
        """'path:line' of a key, or of an item of the list it holds; the path alone where it is not found.

        A part of the key that counts tables of an array is a number, from 0.
        """
        line = self._line(key, item)
        return f"{self.shown}:{line}" if line else self.shown

    def _line(self, key: tuple[str, ...], item: str | None) -> int:
        if self._lines is None:
            self._lines = list(_keys(self._text))
        at = next((i for i, (k, _) in enumerate(self._lines) if k == key), None)
        if at is None:
            return self._line(key[:-1], None) if len(key) > 1 else 0
        first = self._lines[at][1]
        if item is None:
            return first
        lines = self._text.split("\n")
        last = next((n for _, n in self._lines[at + 1 :] if n > first), len(lines) + 1)
        quoted = (f'"{item}"', f"'{item}'")
        return next((n for n in range(first, last) if any(q in lines[n - 1] for q in quoted)), first)


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each key with its 1-based line, in order. Read by shape: enough for messages, where TOML is known to be sound."""
    table: tuple[str, ...] = ()
    arrays: dict[tuple[str, ...], int] = {}
    in_string = False
    for number, line in enumerate(text.split("\n"), 1):
        was_in_string, in_string = in_string, in_string ^ bool(len(_FENCE.findall(line)) % 2)
        if was_in_string:
            continue
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                arrays[table] = arrays.get(table, -1) + 1
            table = _numbered(table, arrays)
            yield table, number
        elif assigned := _ASSIGNED.match(line):
            key = (*table, *_parts(assigned[1]))
            yield key, number
            for inner in _INLINE.finditer(line, assigned.end()):
                yield (*key, *_parts(inner[1])), number


def _numbered(table: tuple[str, ...], arrays: dict[tuple[str, ...], int]) -> tuple[str, ...]:
    """A table's key with the number of each array of tables on its way."""
    out: list[str] = []
    for i, part in enumerate(table, 1):
        out.append(part)
        if table[:i] in arrays:
            out.append(str(arrays[table[:i]]))
    return tuple(out)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(p[1:-1] if p[0] in "\"'" else p for p in _PART.findall(dotted))
