"""The outcome of a run, as every report writer and shell gets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .finding import Finding, Problem, Severity
from .genre import Genre

if TYPE_CHECKING:
    from .sources import Sources

CONTRACT_VERSION = 1


class Stats(NamedTuple):
    """Counts of one draft. `readability` is filled only where it was asked for."""

    words: int = 0
    sentences: int = 0
    readability: Mapping[str, float] | None = None


class FileReport(NamedTuple):
    """What was found in one draft. `source` is its text, for reports that show it.

    `format` is the format it was read in, empty where nobody said.
    `sources` says who is quoted, where that was asked for. `silenced` counts what `stet` directives held back, `known`
    what the baseline already held. `genre` is what it was taken for.
    """

    path: str
    source: str
    findings: Sequence[Finding] = ()
    stats: Stats = Stats()
    problems: Sequence[Problem] = ()
    silenced: int = 0
    known: int = 0
    format: str = ""
    genre: Genre = Genre()
    sources: Sources | None = None

    @property
    def folded(self) -> list[Finding]:
        """The findings that a report for people only counts: those on the writer's voice where that is the point."""
        return [f for f in self.findings if f.voice] if self.genre.folds else []

    @property
    def unfolded(self) -> list[Finding]:
        """The findings that any report shows."""
        return [f for f in self.findings if not f.voice] if self.genre.folds else list(self.findings)


class Report(NamedTuple):
    """A whole run: files in the order of their paths, and what went wrong without ending it."""

    files: Sequence[FileReport]
    problems: Sequence[Problem] = ()

    @property
    def all_problems(self) -> list[Problem]:
        """Problems of the run and of each file."""
        return [*self.problems, *(p for f in self.files for p in f.problems)]

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(f.severity is severity for file in self.files for f in file.findings)

    def fails(self, at: Severity) -> bool:
        """Whether any finding is at least as severe as `at`."""
        return any(f.severity.reaches(at) for file in self.files for f in file.findings)
