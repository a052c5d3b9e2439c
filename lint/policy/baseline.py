"""Findings that are known and let be, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from ..errors import ConfigError
from ..finding import Finding
from ..fixer import write_atomically
from ..report import FileReport

VERSION = 1
_REMEDY = "write it anew: copydesk baseline write"


class Entry(NamedTuple):
    """A known finding. `line` and `rule` are for people who read the file; `fingerprint` decides."""

    line: int
    rule: str
    fingerprint: str


class Baseline:
    """Known findings by draft. Paths are relative to `root`, the folder of the baseline file, with "/" between parts."""

    def __init__(self, files: Mapping[str, Sequence[Entry]], root: Path) -> None:
        self.files = {path: tuple(sorted(files[path])) for path in sorted(files)}
        self.root = root

    @classmethod
    def of(cls, files: Iterable[FileReport], root: Path) -> Baseline:
        """All findings of these reports as known. Their paths are relative to the working folder, or absolute."""
        entries: dict[str, list[Entry]] = {}
        for file in files:
            for finding in file.findings:
                entry = Entry(finding.start.line, finding.rule, finding.fingerprint)
                entries.setdefault(_key(file.path, root), []).append(entry)
        return cls(entries, root)

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """A baseline file. Raises ConfigError where it is not there or does not hold what it should."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ConfigError("there is no such baseline", place=str(path), remedy=_REMEDY) from None
        except OSError as error:
            raise ConfigError(f"the baseline cannot be read: {error.strerror or error}", place=str(path)) from None
        except json.JSONDecodeError as error:
            place = f"{path}:{error.lineno}:{error.colno}"
            raise ConfigError(f"not valid JSON: {error.msg}", place=place, remedy=_REMEDY) from None
        except (ValueError, RecursionError):
            raise ConfigError("not JSON in UTF-8", place=str(path), remedy=_REMEDY) from None
        return cls(_Reading(path).files(data), path.parent)

    def save(self, path: Path) -> None:
        """Write the baseline file, whole or not at all.

        Raises DraftError where it cannot be written, ValueError where `path` is not in the root folder.
        """
        if os.path.realpath(path.parent) != os.path.realpath(self.root):
            raise ValueError(f"the paths of this baseline are relative to {self.root}, not to {path.parent}")
        files = {
            name: [{"line": e.line, "rule": e.rule, "fingerprint": e.fingerprint} for e in entries]
            for name, entries in self.files.items()
        }
        data = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1)
        write_atomically(path, (data + "\n").encode("utf-8", "surrogateescape"))

    def split(self, path: str, findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings of a draft that are new, and those known. A fingerprint counts as often as it is listed."""
        listed = Counter(entry.fingerprint for entry in self.files.get(_key(path, self.root), ()))
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            if listed[finding.fingerprint] > 0:
                listed[finding.fingerprint] -= 1
                known.append(finding)
            else:
                new.append(finding)
        return new, known


class _Reading:
    """Reads a baseline's JSON and says exactly what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self, data: object) -> dict[str, list[Entry]]:
        top = self._object(data, "", ("version", "files"))
        if top["version"] != VERSION:
            raise self._error(f"version {top['version']!r} is not one that this release reads ({VERSION})", "version")
        files = top["files"]
        if not isinstance(files, dict):
            raise self._error("an object is wanted, of paths and lists", "files")
        return {name: self._entries(found, f"files[{name!r}]") for name, found in files.items()}

    def _entries(self, data: object, place: str) -> list[Entry]:
        if not isinstance(data, list):
            raise self._error("a list is wanted", place)
        return [self._entry(entry, f"{place}[{i}]") for i, entry in enumerate(data)]

    def _entry(self, data: object, place: str) -> Entry:
        entry = self._object(data, place, Entry._fields)
        line, rule, fingerprint = (entry[name] for name in Entry._fields)
        if type(line) is not int:
            raise self._error("a whole number is wanted", f"{place}.line")
        if not isinstance(rule, str):
            raise self._error("a string is wanted", f"{place}.rule")
        if not isinstance(fingerprint, str):
            raise self._error("a string is wanted", f"{place}.fingerprint")
        return Entry(line, rule, fingerprint)

    def _object(self, data: object, place: str, keys: Sequence[str]) -> dict[str, object]:
        if not isinstance(data, dict) or set(data) != set(keys):
            raise self._error(f"an object with {' and '.join(keys)} is wanted", place)
        return data

    def _error(self, what: str, place: str) -> ConfigError:
        return ConfigError(what, place=f"{self._path}: {place}" if place else str(self._path), remedy=_REMEDY)


def _key(path: str, root: Path) -> str:
    """A draft's path relative to the root. Links to folders are followed, a link that is the draft itself is not."""
    folder, name = os.path.split(path)
    full = os.path.join(os.path.realpath(folder or "."), name)  # noqa: PTH118
    try:
        relative = os.path.relpath(full, os.path.realpath(root))
    except ValueError:
        relative = full  # another drive
    return PurePath(relative).as_posix()
