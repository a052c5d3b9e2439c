"""The drafts that a command line names, each with what holds for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import Configs, Resolved, Terms, absolute
from ..errors import UsageError
from ..readers import format_of
from ..run import Run, Task
from ..walk import find

if TYPE_CHECKING:
    from ..rule import Rule
    from .options import Named

STDIN = "-"
_UNNAMED = "<stdin>"


def gather(configs: Configs, named: Named) -> Run:
    """The run over the drafts that are named; "-", or no path with something piped in, is standard input.

    Where it is asked for, what the config excludes is left out even where it is named.
    Raises UsageError where a path is not there, its format is not known, no draft is named, or the judge that is
    chosen is not installed.
    """
    paths: Sequence[str] = named.paths
    if not paths and not _piped():
        raise UsageError("no draft is named", remedy="name drafts or folders, or - for standard input")
    if not paths or STDIN in paths:
        if len(paths) > 1:
            raise UsageError("standard input is read by itself", remedy='leave out "-" or the other paths')
        return _piped_in(configs, named)
    if named.force_exclude:
        paths = [path for path in paths if not (Path(path).is_file() and configs.excludes(absolute(path)))]
    found = find(paths, configs.excludes, any_format=named.as_format is not None)
    distinct = _Distinct()
    tasks = [
        Task(path, distinct.number(configs.terms(absolute(path))), named.as_format or format_of(path))
        for path in found.drafts
    ]
    _require_judges(terms.judge for terms in distinct.terms)
    return Run(tasks, distinct.terms, found.problems)


class _Distinct:
    """Terms, each once, however many configs come to them."""

    def __init__(self) -> None:
        self.terms: list[Terms] = []
        self._numbers: dict[int, int] = {}

    def number(self, terms: Terms) -> int:
        """The number of what holds. `terms` are kept by their configs, so their identity stands for them."""
        if id(terms) not in self._numbers:
            number = next((i for i, known in enumerate(self.terms) if known.same(terms)), len(self.terms))
            if number == len(self.terms):
                self.terms.append(terms)
            self._numbers[id(terms)] = number
        return self._numbers[id(terms)]


class RunRules(Mapping[str, "Rule"]):
    """The rules of a run by name, loaded when a report first asks for one: most describe no rules."""

    def __init__(self, work: Run) -> None:
        self._terms = work.terms

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {name: rule for terms in self._terms for name, rule in terms.catalogue.rules.items()}

    def __getitem__(self, name: str) -> Rule:
        return self._rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def _piped_in(configs: Configs, named: Named) -> Run:
    path = named.stdin_filename or _UNNAMED
    format = named.as_format or (format_of(path) if named.stdin_filename else "plain")
    terms = configs.terms(absolute(path))
    _require_judges([terms.judge])
    data = sys.stdin.buffer.read()
    return Run([Task(path, 0, format, data)], [terms])


def _require_judges(names: Iterable[str]) -> None:
    """Raises UsageError where a judge that is chosen cannot be used: at once, whatever is known of the drafts."""
    for name in sorted({name for name in names if name}):
        from ..models import judge

        judge.stamp(name)


def _piped() -> bool:
    return sys.stdin is not None and not sys.stdin.isatty()


def here(configs: Configs) -> Resolved:
    """What holds for drafts in the folder where the command runs."""
    return configs.for_path(Path.cwd() / _UNNAMED)
