"""What a report comes to: the figures that summaries show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..finding import Finding, Safety, Severity
from ..report import Report


class Tally(NamedTuple):
    """Figures of a report. `touched` counts the files with findings; `rules` are the most frequent first.

    `fixable` counts the findings that `copydesk fix` mends, `unsafe` those that also want `--unsafe`.
    """

    files: int
    touched: int
    severities: dict[Severity, int]
    rules: Sequence[tuple[str, int]]
    fixable: int
    unsafe: int
    silenced: int
    known: int
    problems: int

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.severities.values())


def tally(report: Report) -> Tally:
    """The figures of a report."""
    findings = [f for file in report.files for f in file.findings]
    rules = Counter(f.rule for f in findings)
    ease = [_safest(f) for f in findings]
    return Tally(
        files=len(report.files),
        touched=sum(bool(file.findings) for file in report.files),
        severities={severity: report.count(severity) for severity in Severity},
        rules=sorted(rules.items(), key=lambda item: (-item[1], item[0])),
        fixable=ease.count(Safety.SAFE),
        unsafe=ease.count(Safety.UNSAFE),
        silenced=sum(file.silenced for file in report.files),
        known=sum(file.known for file in report.files),
        problems=len(report.all_problems),
    )


def headline(figures: Tally) -> str:
    """The figures in a part of a plain sentence: "2 errors and 1 warning in 1 of 3 files"."""
    return "".join(text for text, _ in headline_parts(figures))


def headline_parts(figures: Tally) -> list[tuple[str, Severity | None]]:
    """The headline in parts, each count with its severity."""
    counts = [(counted(n, severity.value), severity) for severity, n in figures.severities.items() if n]
    if not counts:
        return [(f"nothing to mend in {counted(figures.files, 'file')}", None)]
    parts: list[tuple[str, Severity | None]] = []
    for i, count in enumerate(counts):
        if i:
            parts.append((" and " if i == len(counts) - 1 else ", ", None))
        parts.append(count)
    part = "" if figures.files == figures.touched else f"{figures.touched:,} of "
    return [*parts, (f" in {part}{counted(figures.files, 'file')}", None)]


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 file", "1,204 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """Parts as a list in running text: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _safest(finding: Finding) -> Safety | None:
    return min((fix.safety for fix in finding.fixes), key=lambda safety: safety.rank, default=None)
