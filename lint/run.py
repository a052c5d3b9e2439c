"""Many drafts: checked or fixed one by one or by several processes, with the same outcome in the same order.

The unit of work is one plain function of a linter and a task, so that any other pool can run it too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from .errors import DraftError
from .finding import Problem, Severity
from .readers import format_of
from .report import FileReport, Report
from .settings import Settings
from .text.source import Source

if TYPE_CHECKING:
    from .kept import Asked, Keep, Kept
    from .linter import Fixed, Linter
    from .models.lm.question import Judge
    from .packs import Catalogue
    from .text.document import Document

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


class Terms(Protocol):
    """What holds for a draft: settings and the rules there are. Asking for either may load the rules."""

    @property
    def settings(self) -> Settings:
        """The settings."""

    @property
    def catalogue(self) -> Catalogue:
        """The rules there are."""

    @property
    def fail_on(self) -> Severity | None:
        """The least severity that fails a run, None where none does."""


class Run(NamedTuple):
    """Drafts and the terms that hold for them."""

    tasks: Sequence[Task]
    terms: Sequence[Terms]
    problems: Sequence[Problem] = ()


Outcome = FileReport | Problem
Progress = Callable[[int], None]
"""Called with how many more drafts are done."""


def check(
    run: Run,
    *,
    jobs: int = 0,
    stats: bool = False,
    sources: bool = False,
    keep: Keep | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report on all drafts, in the order of their paths.

    A draft that cannot be read becomes a problem without a rule's name. `jobs` is how many processes work; 0 is one
    a core where there is much to read, and otherwise this one alone. With `keep`, reports that it has are taken from
    it and others are put there, save on what was piped in; the outcome is the same.
    """
    known = partial(_checked, keep=keep, stats=stats, sources=sources)
    work = partial(check_one, stats=stats, sources=sources, keep=keep)
    outcomes = list(_kept_or_made(known, work, run, jobs, keep, progress))
    files = [o for o in outcomes if isinstance(o, FileReport)]
    return Report(files, [*run.problems, *(o for o in outcomes if isinstance(o, Problem))])


def fix(
    run: Run, *, jobs: int = 0, unsafe: bool = False, keep: Keep | None = None, progress: Progress | None = None
) -> Iterator[FixedFile | Problem]:
    """Each draft with its fixes made, in the order of their paths; nothing is written. `keep` is as in `check`."""
    yield from run.problems
    known = partial(_unfixed, keep=keep, unsafe=unsafe)
    yield from _kept_or_made(known, partial(fix_one, unsafe=unsafe, keep=keep), run, jobs, keep, progress)


def unread(report: Report) -> bool:
    """Whether any draft could not be read, or not as it asks. A rule that crashed is a problem too, but not this one."""
    return any(not problem.rule for problem in report.all_problems)


def fails(report: Report, run: Run) -> bool:
    """Whether any finding is at least as severe as what fails its draft."""
    levels = {task.path: run.terms[task.settings].fail_on for task in run.tasks}
    return any((level := levels[file.path]) is not None and Report([file]).fails(level) for file in report.files)


def check_one(
    linter: Linter, task: Task, *, stats: bool = False, sources: bool = False, keep: Keep | None = None
) -> FileReport | Problem:
    """A draft's report, or why it could not be read."""
    try:
        data = _data(task)
        source = _source(linter, task, data)
        report = linter.check_source(source, _format(task), stats=stats, sources=sources)
    except DraftError as error:
        return _problem(error, task)
    if keep and task.data is None:
        keep.put(_asked(task, stats, sources), data, source, report)
    return report


def fix_one(linter: Linter, task: Task, *, unsafe: bool = False, keep: Keep | None = None) -> FixedFile | Problem:
    """A draft with its fixes made, or why it could not be read."""
    try:
        source = _source(linter, task, _data(task))
        fixed = FixedFile(source, linter.fix_source(source, _format(task), unsafe=unsafe))
        if keep and task.data is None:
            keep.put(_asked(task), fixed.data, source, fixed.fixed.left)
    except DraftError as error:
        return _problem(error, task)
    return fixed


def documents(run: Run) -> Iterator[tuple[Document, Settings] | Problem]:
    """Each draft as a document, with the settings that hold for it, or why it could not be read. No rule is run."""
    from .readers import read

    yield from run.problems
    for task in run.tasks:
        settings = run.terms[task.settings].settings
        try:
            source = Source.from_bytes(_data(task), path=task.path, encoding=settings.encoding or None)
        except DraftError as error:
            yield _problem(error, task)
        else:
            yield read(source, _format(task)), settings


def _problem(error: DraftError, task: Task) -> Problem:
    """An error as a problem, whose message leaves the path to whoever prints it."""
    line, _, column = error.place.removeprefix(task.path).removeprefix(":").partition(":")
    place = f"line {line}, column {column}" if column else f"line {line}"
    what = f"{place}: {error.what}" if line.isdecimal() else error.what
    return Problem(f"{what} ({error.remedy})" if error.remedy else what, path=task.path)


def _data(task: Task) -> bytes:
    """A draft's bytes. Raises DraftError where it cannot be read."""
    if task.data is not None:
        return task.data
    try:
        return Path(task.path).read_bytes()
    except OSError as error:
        raise DraftError(f"cannot be read: {error.strerror or error}", place=task.path) from None


def _source(linter: Linter, task: Task, data: bytes) -> Source:
    return Source.from_bytes(data, path=task.path, encoding=linter.settings.encoding or None)


def _format(task: Task) -> str:
    return task.format or format_of(task.path)


# what is kept

Known = Callable[[Task], T | None]
"""What an earlier run has of a draft, or None."""


def _kept(task: Task, keep: Keep | None, stats: bool = False, sources: bool = False) -> Kept | None:
    if keep is None or task.data is not None:
        return None
    try:
        return keep.get(_asked(task, stats, sources), _data(task))
    except DraftError:
        return None


def _checked(task: Task, *, keep: Keep | None, stats: bool, sources: bool) -> FileReport | None:
    """The report of an earlier run."""
    kept = _kept(task, keep, stats, sources)
    return kept.report if kept else None


def _unfixed(task: Task, *, keep: Keep | None, unsafe: bool) -> FixedFile | None:
    """A draft in which, by the report of an earlier run, there is nothing to fix."""
    kept = _kept(task, keep)
    if kept is None:
        return None
    from .fixer import choose
    from .linter import Fixed

    if choose(kept.report.findings, unsafe=unsafe):
        return None
    text = kept.source.text
    return FixedFile(kept.source, Fixed(text, text, applied=(), rounds=0, looping=(), left=kept.report))


def _asked(task: Task, stats: bool = False, sources: bool = False) -> Asked:
    from .kept import Asked

    return Asked(task.settings, task.path, _format(task), stats, sources)


def _kept_or_made(
    known: Known[T], work: Work[T | Problem], run: Run, jobs: int, keep: Keep | None, progress: Progress | None
) -> Iterator[T | Problem]:
    """The outcome of each draft, in order: what an earlier run has of it, or what is made of it now."""
    held = [known(task) for task in run.tasks]
    if progress:
        progress(sum(outcome is not None for outcome in held))
    left = [task for task, outcome in zip(run.tasks, held, strict=True) if outcome is None]
    made = _outcomes(work, run._replace(tasks=left), jobs, keep, progress)
    for outcome in held:
        yield next(made) if outcome is None else outcome


# what is made

Work = Callable[["Linter", Task], T]


class _Linters:
    """The linters of a run, each made when a draft first needs it."""

    def __init__(self, terms: Sequence[Terms], keep: Keep | None) -> None:
        self._terms = terms
        self._keep = keep
        self._linters: dict[int, Linter] = {}

    def __getitem__(self, number: int) -> Linter:
        from .linter import Linter

        if number not in self._linters:
            terms = self._terms[number]
            self._linters[number] = Linter(terms.settings, terms.catalogue, judge=self._judge(terms.settings, number))
        return self._linters[number]

    def _judge(self, settings: Settings, number: int) -> Judge | None:
        """The judge that the settings name, with answers of earlier runs where such are kept."""
        if not settings.judge:
            return None
        from .models.judge import open_judge

        return open_judge(settings.judge, self._keep.answers(number) if self._keep else None)


def _outcomes(work: Work[T], run: Run, jobs: int, keep: Keep | None, progress: Progress | None) -> Iterator[T]:
    jobs = min(jobs or (cores() if _is_much(run.tasks) else 1), len(run.tasks))
    if jobs < 2:
        linters = _Linters(run.terms, keep)
        for task in run.tasks:
            outcome = work(linters[task.settings], task)
            if progress:
                progress(1)
            yield outcome
        return
    yield from _in_processes(work, run, jobs, keep, progress)


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


def _in_processes(work: Work[T], run: Run, jobs: int, keep: Keep | None, progress: Progress | None) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A forked process would inherit locks that other threads hold, so each starts clean.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    size = max(1, min(_LARGEST_CHUNK, len(run.tasks) // (jobs * _CHUNKS_A_PROCESS)))
    chunks = [run.tasks[i : i + size] for i in range(0, len(run.tasks), size)]
    with ProcessPoolExecutor(
        jobs, mp_context=get_context(method), initializer=_start, initargs=(work, _settings(run.terms), keep)
    ) as pool:
        for outcomes in pool.map(_chunk, chunks):
            if progress:
                progress(len(outcomes))
            yield from outcomes


def _settings(terms: Sequence[Terms]) -> list[Settings]:
    """The settings as they are sent to other processes, which share what is started for them."""
    settings = [held.settings for held in terms]
    if any(held.languagetool for held in settings):
        from .languagetool.server import started

        settings = [started(held) for held in settings]
    return settings


class _Sent(NamedTuple):
    """Settings sent to a process, which loads the rules for itself."""

    settings: Settings

    @property
    def catalogue(self) -> Catalogue:
        return _loaded(self.settings.packs, self.settings.python_packs)

    @property
    def fail_on(self) -> Severity | None:
        return self.settings.fail_on


@cache
def _loaded(packs: tuple[Path, ...], python_packs: tuple[Path, ...]) -> Catalogue:
    from .packs import load

    return load(packs, python_packs)


def _start(work: Work[T], settings: Sequence[Settings], keep: Keep | None) -> None:
    _worker[:] = [(work, _Linters([_Sent(held) for held in settings], keep))]


def _chunk(tasks: Sequence[Task]) -> list[Any]:
    ((work, linters),) = _worker
    return [work(linters[task.settings], task) for task in tasks]
