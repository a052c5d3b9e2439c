"""The drafts that a command line names, each with what holds for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..config import Configs, Resolved, absolute
from ..errors import UsageError
from ..readers import format_of
from ..run import Run, Task
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
    known: list[Resolved] = []
    tasks: list[Task] = []
    for path in found.drafts:
        resolved = configs.for_path(absolute(path))
        if resolved not in known:
            known.append(resolved)
        tasks.append(Task(path, known.index(resolved), as_format or format_of(path)))
    return Run(tasks, [r.settings for r in known], [r.catalogue for r in known], found.problems)


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
