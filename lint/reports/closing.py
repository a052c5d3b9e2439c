"""The end of the text report: figures of each draft, problems, and a summary to take in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from ..report import FileReport, Report
from . import RenderOptions
from .figures import draft_figures
from .styled import FAINT, SEVERITY_STYLES, Line, Run
from .tally import Tally, counted, headline_parts, listed, tally
from .visible import visible

_TOP_RULES = 4
_GLOSS_WIDTH = 64


def lines(report: Report, options: RenderOptions) -> Iterator[Line]:
    """The lines after the last finding; none is wrapped yet."""
    if options.stats:
        for file in report.files:
            yield from _stats(file, glosses=options.width >= _GLOSS_WIDTH)
            yield []
    if report.all_problems:
        yield from _problems(report)
        yield []
    yield from _summary(tally(report))


def _stats(file: FileReport, *, glosses: bool) -> Iterator[Line]:
    """A small table of a draft."""
    yield [(visible(file.path), "bold")]
    rows = list(draft_figures(file))
    labels, figures = max(len(row[0]) for row in rows), max(len(row[1]) for row in rows)
    for label, figure, gloss in rows:
        yield [(f"  {label:<{labels}}  {figure:>{figures}}", ""), (f"  {gloss}" if gloss and glosses else "", FAINT)]


def _problems(report: Report) -> Iterator[Line]:
    """What went wrong, a line each: `path: problem rule: message`."""
    for problem in report.all_problems:
        message = visible(" ".join(problem.message.split()))
        path = f"{visible(problem.path)}: " if problem.path else ""
        rule = f" {visible(problem.rule)}" if problem.rule and problem.rule not in problem.message else ""
        yield [(path, ""), ("problem", "bold magenta"), (f"{rule}: {message}", "")]


def _summary(figures: Tally) -> Iterator[Line]:
    """Counts by severity, the rules that found most, what `copydesk fix` mends, what is held back."""
    yield list(_headline(figures))
    for detail in (_top_rules(figures), _fixable(figures), _held(figures)):
        if detail:
            yield [(detail, FAINT)]


def _headline(figures: Tally) -> Iterator[Run]:
    clean = not figures.findings and not figures.problems
    if clean:
        yield "Clean: ", "bold green"
    for i, (text, severity) in enumerate(headline_parts(figures)):
        style = SEVERITY_STYLES[severity] if severity else ""
        yield (text if i or clean else text[:1].upper() + text[1:]), style
    if figures.problems:
        yield "; ", ""
        yield counted(figures.problems, "problem"), "bold magenta"
    yield ".", ""


def _top_rules(figures: Tally) -> str:
    often = [f"{visible(rule)} {count:,}" for rule, count in figures.rules[:_TOP_RULES] if count > 1]
    return f"Most often: {', '.join(often)}." if often and len(figures.rules) > 1 else ""


def _fixable(figures: Tally) -> str:
    if figures.fixable:
        more = f", {figures.unsafe:,} more with --unsafe" if figures.unsafe else ""
        return f"copydesk fix mends {figures.fixable:,} of them{more}."
    return f"copydesk fix --unsafe mends {figures.unsafe:,} of them." if figures.unsafe else ""


def _held(figures: Tally) -> str:
    parts = []
    if figures.silenced:
        parts.append(f"{figures.silenced:,} silenced by stet")
    if figures.known:
        parts.append(f"{figures.known:,} known in the baseline")
    return f"Not shown: {listed(parts)}." if parts else ""
