"""The end of the text report: figures of each draft, problems, and a summary to take in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from ..finding import Severity
from ..report import FileReport, Report
from .tally import Tally, counted, headline, listed, tally
from .visible import visible

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_TOP_RULES = 4
_READABILITY = {
    "words_per_sentence": ("words a sentence", ""),
    "flesch_reading_ease": ("Flesch reading ease", "0 hard, 100 easy"),
    "flesch_kincaid_grade": ("Flesch-Kincaid", "years of school"),
    "gunning_fog": ("Gunning fog", "years of school"),
    "smog": ("SMOG", "years of school"),
    "dale_chall": ("Dale-Chall", "under 5 easy, over 9 hard"),
}
_GLOSS_WIDTH = 64


def stats(report: Report, width: int) -> Iterator[Text]:
    """A small table for each draft: words, sentences, readability."""
    for file in report.files:
        yield Text(visible(file.path), style="bold")
        rows = list(_stats_rows(file))
        labels, figures = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
        for label, figure, gloss in rows:
            line = Text(f"  {label:<{labels}}  {figure:>{figures}}")
            if gloss and width >= _GLOSS_WIDTH:
                line.append(f"  {gloss}", style="dim")
            yield line
        yield Text()


def _stats_rows(file: FileReport) -> Iterator[tuple[str, str, str]]:
    yield "words", f"{file.stats.words:,}", ""
    yield "sentences", f"{file.stats.sentences:,}", ""
    for key, value in (file.stats.readability or {}).items():
        label, gloss = _READABILITY.get(key, (key.replace("_", " "), ""))
        yield label, f"{value:.1f}", gloss


def problems(report: Report, console: Console) -> Iterator[Text]:
    """What went wrong: `path: problem rule: message`, on one line where it is not for a terminal."""
    for problem in report.all_problems:
        message = visible(" ".join(problem.message.split()))
        line = Text(f"{visible(problem.path)}: " if problem.path else "")
        line.append("problem", style="bold magenta")
        if problem.rule and problem.rule not in message:
            line.append(f" {visible(problem.rule)}")
        line.append(f": {message}")
        yield from _wrapped(line, console) if console.is_terminal else [line]


def summary(report: Report, console: Console) -> Iterator[Text]:
    """Counts by severity, the rules most often broken, what `copydesk fix` mends, what is held back."""
    figures = tally(report)
    yield from _wrapped(_headline(figures), console)
    for detail in (_top_rules(figures), _fixes(figures), _held(figures)):
        if detail:
            yield from _wrapped(Text(detail, style="dim"), console)


def _headline(figures: Tally) -> Text:
    line = Text(headline(figures))
    if not figures.findings and not figures.problems:
        line = Text("Clean", style="bold green").append(f": {headline(figures)}", style="not bold default")
    elif not figures.findings:
        line = Text(headline(figures)[:1].upper() + headline(figures)[1:])
    for severity, count in figures.severities.items():
        if count:
            line.highlight_words([counted(count, severity.value)], style=SEVERITY_STYLES[severity])
    if figures.problems:
        line.append("; ").append(counted(figures.problems, "problem"), style="bold magenta")
    return line.append(".")


def _top_rules(figures: Tally) -> str:
    often = [f"{visible(rule)} {count:,}" for rule, count in figures.rules[:_TOP_RULES] if count > 1]
    return f"Most often: {', '.join(often)}." if often and len(figures.rules) > 1 else ""


def _fixes(figures: Tally) -> str:
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


def _wrapped(line: Text, console: Console) -> Iterator[Text]:
    for part in line.wrap(console, console.width):
        part.rstrip()
        yield part
