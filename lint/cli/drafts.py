"""The drafts that a command line names, each with what holds for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..config import Configs, Resolved, absolute
from ..errors import UsageError
from ..packs import Catalogue
from ..readers import format_of
from ..run import Run, Task
from ..settings import Settings
from ..walk import find

STDIN = "-"
_UNNAMED = "<stdin>"


def gather(configs: Configs, paths: Sequence[str], as_format: str | None, stdin_filename: str | None) -> Run:
    """The run over the drafts that `paths` name; "-", or no path with something piped in, is standard input.

    Raises UsageError where a path is not there, its format is not known, or no draft is named.
    """
    if not paths and not _piped():
        raise UsageError("no draft is named", remedy="name drafts or folders, or - for standard input")
    if not paths or STDIN in paths:
        if len(paths) > 1:
            raise UsageError("standard input is read by itself", remedy='leave out "-" or the other paths')
        return _piped_in(configs, as_format, stdin_filename)
    found = find(paths, configs.excludes, any_format=as_format is not None)
    distinct = _Distinct()
    tasks = [
        Task(path, distinct.number(configs.for_path(absolute(path))), as_format or format_of(path))
        for path in found.drafts
    ]
    return Run(tasks, distinct.settings, distinct.catalogues, found.problems)


class _Distinct:
    """Settings and catalogues, each pair once, however many configs come to it."""

    def __init__(self) -> None:
        self.settings: list[Settings] = []
        self.catalogues: list[Catalogue] = []
        self._numbers: dict[int, int] = {}

    def number(self, resolved: Resolved) -> int:
        """The number of what holds. `resolved` is kept by its configs, so its identity stands for it."""
        if id(resolved) not in self._numbers:
            pairs = zip(self.settings, self.catalogues, strict=True)
            same = (i for i, (s, c) in enumerate(pairs) if s == resolved.settings and c is resolved.catalogue)
            number = next(same, len(self.settings))
            if number == len(self.settings):
                self.settings.append(resolved.settings)
                self.catalogues.append(resolved.catalogue)
            self._numbers[id(resolved)] = number
        return self._numbers[id(resolved)]


def _piped_in(configs: Configs, as_format: str | None, filename: str | None) -> Run:
    format = as_format or (format_of(filename) if filename else "plain")
    resolved = configs.for_path(absolute(filename or _UNNAMED))
    data = sys.stdin.buffer.read()
    return Run([Task(filename or _UNNAMED, 0, format, data)], [resolved.settings], [resolved.catalogue])


def _piped() -> bool:
    return sys.stdin is not None and not sys.stdin.isatty()


def here(configs: Configs) -> Resolved:
    """What holds for drafts in the folder where the command runs."""
    return configs.for_path(Path.cwd() / _UNNAMED)
