"""What a rule finds and how it would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from .text.prose import Edit
from .text.span import Position, Span

__all__ = ["Context", "Edit", "Finding", "Fix", "Problem", "Related", "Safety", "Severity"]


class Severity(StrEnum):
    """How sure a desk would be to mend it: always, after a query, after a look."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, growing as it matters less."""
        return list(Severity).index(self)

    def reaches(self, other: Severity) -> bool:
        """Whether this is at least as severe as `other`."""
        return self.rank <= other.rank


class Safety(StrEnum):
    """Who may apply a fix: `copydesk fix`, `copydesk fix --unsafe`, or a person only."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOW = "show"

    @property
    def rank(self) -> int:
        """0 for safe, growing as it needs more of a person."""
        return list(Safety).index(self)


class Fix(NamedTuple):
    """Edits that belong together, in source offsets, sorted and not overlapping: all are made or none."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


class Related(NamedTuple):
    """Another place that a finding rests on."""

    start: Position
    end: Position
    message: str


class Context(NamedTuple):
    """Source text around a finding, at most 40 code points a side, within its line."""

    before: str
    after: str


class Finding(NamedTuple):
    """Something to mend, in source positions. `text` is the source text at the place.

    `fingerprint` names the finding by what it says, not by where it stands: it is the same after
    edits elsewhere in the draft. `voice` says that it is about what the writer says in their own voice.
    """

    rule: str
    severity: Severity
    message: str
    start: Position
    end: Position
    text: str
    context: Context
    confidence: float = 1.0
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    url: str = ""
    fingerprint: str = ""
    voice: bool = False

    @property
    def span(self) -> Span:
        """The finding's place in source offsets."""
        return Span(self.start.offset, self.end.offset)


class Problem(NamedTuple):
    """Something that went wrong in a run without ending it: a rule that crashed, a file not read."""

    message: str
    path: str = ""
    rule: str = ""


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Findings by place, then by rule: the order of every report."""
    return sorted(findings, key=lambda f: (f.start.offset, f.end.offset, f.rule, f.message))
