"""Many drafts: checked or fixed one by one or by several processes, with the same outcome in the same order.

The unit of work is one plain function of a linter and a task, so that any other pool can run it too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .errors import DraftError
from .finding import Problem
from .packs import Catalogue, load
from .readers import format_of
from .report import FileReport, Report
from .settings import Settings
from .text.source import Source

if TYPE_CHECKING:
    from .linter import Fixed, Linter

T = TypeVar("T")
MUCH = 1_000_000
"""Bytes from which more processes pay: some 10 s of work, where each has first to load rules and grammar for 3 s."""
_CHUNKS_A_PROCESS = 4
_LARGEST_CHUNK = 64


class Task(NamedTuple):
    """A draft to work on: its path as shown, and the number of its settings in the run.

    `format` is told by the extension where it is empty; `data` is what was piped in, None for a file.
    """

    path: str
    settings: int = 0
    format: str = ""
    data: bytes | None = None


class FixedFile(NamedTuple):
    """A draft with its fixes made: its source, as it was read, and the outcome. Nothing is written yet."""

    source: Source
    fixed: Fixed

    @property
    def data(self) -> bytes:
        """The bytes to write. Raises DraftError where the draft's encoding cannot hold them."""
        return self.source.to_bytes(self.fixed.text)


class Run(NamedTuple):
    """Drafts and the settings that hold for them; `catalogues` are the rules there are, by settings."""

    tasks: Sequence[Task]
    settings: Sequence[Settings]
    catalogues: Sequence[Catalogue]
    problems: Sequence[Problem] = ()


Outcome = FileReport | Problem
Progress = Callable[[int], None]
"""Called with how many more drafts are done."""


def check(run: Run, *, jobs: int = 0, stats: bool = False, progress: Progress | None = None) -> Report:
    """The report on all drafts, in the order of their paths.

    A draft that cannot be read becomes a problem without a rule's name. `jobs` is how many processes work; 0 is one
    a core where there is much to read, and otherwise this one alone.
    """
    outcomes = list(_outcomes(partial(check_one, stats=stats), run, jobs, progress))
    files = [o for o in outcomes if isinstance(o, FileReport)]
    return Report(files, [*run.problems, *(o for o in outcomes if isinstance(o, Problem))])


def fix(
    run: Run, *, jobs: int = 0, unsafe: bool = False, progress: Progress | None = None
) -> Iterator[FixedFile | Problem]:
    """Each draft with its fixes made, in the order of their paths; nothing is written."""
    yield from run.problems
    yield from _outcomes(partial(fix_one, unsafe=unsafe), run, jobs, progress)


def unread(report: Report) -> bool:
    """Whether any draft could not be read. A rule that crashed is a problem too, but not this one."""
    return any(not problem.rule for problem in report.problems)


def fails(report: Report, run: Run) -> bool:
    """Whether any finding is at least as severe as what fails its draft."""
    levels = {task.path: run.settings[task.settings].fail_on for task in run.tasks}
    return any((level := levels[file.path]) is not None and Report([file]).fails(level) for file in report.files)


def check_one(linter: Linter, task: Task, *, stats: bool = False) -> FileReport | Problem:
    """A draft's report, or why it could not be read."""
    try:
        return linter.check_source(_source(linter, task), task.format or format_of(task.path), stats=stats)
    except DraftError as error:
        return _problem(error, task)


def fix_one(linter: Linter, task: Task, *, unsafe: bool = False) -> FixedFile | Problem:
    """A draft with its fixes made, or why it could not be read."""
    try:
        source = _source(linter, task)
        return FixedFile(source, linter.fix_source(source, task.format or format_of(task.path), unsafe=unsafe))
    except DraftError as error:
        return _problem(error, task)


def _problem(error: DraftError, task: Task) -> Problem:
    """An error as a problem, whose message leaves the path to whoever prints it."""
    line = error.place.removeprefix(task.path).removeprefix(":")
    what = f"line {line}: {error.what}" if line.isdecimal() else error.what
    return Problem(f"{what} ({error.remedy})" if error.remedy else what, path=task.path)


def _source(linter: Linter, task: Task) -> Source:
    if task.data is None:
        return linter.source(task.path)
    return Source.from_bytes(task.data, path=task.path, encoding=linter.settings.encoding or None)


Work = Callable[["Linter", Task], T]


class _Linters:
    """The linters of a run, each made when a draft first needs it."""

    def __init__(self, settings: Sequence[Settings], catalogues: Sequence[Catalogue] | None) -> None:
        self._settings = settings
        self._catalogues = catalogues
        self._loaded: dict[tuple[tuple[Path, ...], tuple[Path, ...]], Catalogue] = {}
        self._linters: dict[int, Linter] = {}

    def __getitem__(self, number: int) -> Linter:
        from .linter import Linter

        if number not in self._linters:
            self._linters[number] = Linter(self._settings[number], self._catalogue(number))
        return self._linters[number]

    def _catalogue(self, number: int) -> Catalogue:
        if self._catalogues is not None:
            return self._catalogues[number]
        settings = self._settings[number]
        key = (settings.packs, settings.python_packs)
        if key not in self._loaded:
            self._loaded[key] = load(*key)
        return self._loaded[key]


def _outcomes(work: Work[T], run: Run, jobs: int, progress: Progress | None) -> Iterator[T]:
    jobs = min(jobs or (cores() if _is_much(run.tasks) else 1), len(run.tasks))
    if jobs < 2:
        linters = _Linters(run.settings, run.catalogues)
        for task in run.tasks:
            yield work(linters[task.settings], task)
            if progress:
                progress(1)
        return
    yield from _in_processes(work, run, jobs, progress)


def _is_much(tasks: Sequence[Task]) -> bool:
    """Whether there is enough to read that starting processes pays."""
    return sum(_size(task) for task in tasks) > MUCH


def _size(task: Task) -> int:
    try:
        return Path(task.path).stat().st_size if task.data is None else len(task.data)
    except OSError:
        return 0


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# in other processes

_worker: list[tuple[Work[Any], _Linters]] = []
"""What a process of the pool keeps between chunks: what to do, and with which linters."""


def _in_processes(work: Work[T], run: Run, jobs: int, progress: Progress | None) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A forked process would inherit locks that other threads hold, so each starts clean.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    size = max(1, min(_LARGEST_CHUNK, len(run.tasks) // (jobs * _CHUNKS_A_PROCESS)))
    chunks = [run.tasks[i : i + size] for i in range(0, len(run.tasks), size)]
    with ProcessPoolExecutor(
        jobs, mp_context=get_context(method), initializer=_start, initargs=(work, run.settings)
    ) as pool:
        for outcomes in pool.map(_chunk, chunks):
            yield from outcomes
            if progress:
                progress(len(outcomes))


def _start(work: Work[T], settings: Sequence[Settings]) -> None:
    _worker[:] = [(work, _Linters(settings, None))]


def _chunk(tasks: Sequence[Task]) -> list[Any]:
    ((work, linters),) = _worker
    return [work(linters[task.settings], task) for task in tasks]
