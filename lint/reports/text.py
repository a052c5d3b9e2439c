"""The report that a person reads.

On a terminal it is set in columns under each file's name, with the place marked by colour. Anywhere
else the first line of each finding is one that grep and editors know, `path:line:column: severity
rule: message`, and the place is marked by carets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from ..finding import Finding, Related, Safety
from ..report import FileReport, Report
from ..text.span import LineIndex
from . import RenderOptions
from .cells import cells
from .changes import Change, Run, changes
from .closing import SEVERITY_STYLES, problems, stats, summary
from .excerpt import excerpt
from .visible import visible

if TYPE_CHECKING:
    from ..rule import Rule

_NARROW = 60
_LEAST_WIDTH = 20
_MOST_PLACES = 3
_INSERTION = "‸"
_NOTES = {Safety.SAFE: "", Safety.UNSAFE: "(unsafe)", Safety.SHOW: "(only shown)"}


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report for a person, for a terminal or for a pipe."""
    out = StringIO()
    console = _console(out, options)
    for line in _lines(report, console, options):
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _console(out: StringIO, options: RenderOptions) -> Console:
    """A console that takes nothing from the environment, so that the same report gives the same text."""
    return Console(
        file=out, width=max(_LEAST_WIDTH, options.width), height=25, force_terminal=options.color,
        color_system="standard" if options.color else None, no_color=not options.color, highlight=False,
        markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip


def _lines(report: Report, console: Console, options: RenderOptions) -> Iterator[Text]:
    for file in report.files:
        if file.findings:
            layout: _Layout = _Columns(file, console) if options.color else _Plain(file, console)
            yield from layout.lines()
    if options.stats:
        yield from stats(report, console.width)
    wrong = list(problems(report, console))
    if wrong:
        yield from wrong
        yield Text()
    yield from summary(report, console)


class _Layout:
    """What both layouts share: the marked line, the fixes, the related places, under an indent."""

    def __init__(self, file: FileReport, console: Console, indent: int) -> None:
        self.file = file
        self.console = console
        self.indent = indent
        self.room = max(_LEAST_WIDTH // 2, console.width - indent)
        self.index = LineIndex(file.source)

    def lines(self) -> Iterator[Text]:
        """All lines of the file's part, a blank one after each finding."""
        for finding in self.file.findings:
            yield from self.first(finding)
            for line in self.below(finding):
                yield Text(" " * self.indent).append_text(line)
            yield Text()

    def first(self, finding: Finding) -> Iterable[Text]:
        """Where, how bad, what, by which rule."""
        raise NotImplementedError

    def marked(self, finding: Finding) -> Iterable[Text]:
        """The line of the draft with the place marked."""
        raise NotImplementedError

    def below(self, finding: Finding) -> Iterator[Text]:
        """Everything under the first line."""
        yield from self.marked(finding)
        yield from self.fixes(finding)
        for place in finding.related:
            yield from self.related(place)

    def related(self, place: Related) -> Iterator[Text]:
        """Another place that the finding rests on."""
        where = f"line {place.start.line}, column {place.start.column}: {visible(place.message)}"
        for i, line in enumerate(Text(where, style="dim").wrap(self.console, max(1, self.room - 2))):
            line.rstrip()
            yield Text("  " if i else "", style="dim").append_text(line)

    def fixes(self, finding: Finding) -> Iterator[Text]:
        """Each way to mend it as a small diff; the old text is not said again for another way."""
        shown: Change | None = None
        for fix in finding.fixes[:_MOST_PLACES]:
            places = changes(self.file.source, self.index, fix, self.room - 2)
            lines: list[Text] = []
            for change in places[:_MOST_PLACES]:
                if shown is None or change.old != shown.old:
                    lines.append(self._diff("-", "red", change.old))
                if change.new:
                    lines.append(self._diff("+", "green", change.new))
                shown = change
            lines += _more(len(places), "place")
            yield from self._noted(lines, _NOTES[fix.safety])
        yield from _more(len(finding.fixes), "way")

    def _diff(self, sign: str, style: str, runs: Iterable[Run]) -> Text:
        line = Text.assemble((f"{sign} ", style))
        for run in runs:
            line.append(run.text, style=style if run.changed else "dim")
        line.truncate(self.room, overflow="ellipsis")
        return line

    def _noted(self, lines: list[Text], note: str) -> list[Text]:
        """The lines with a note at their end: on the last of them where it has room."""
        if not note or not lines:
            return lines
        if cells(lines[-1].plain) + 2 + len(note) > self.room:
            lines.append(Text())
        lines[-1].append("  ").append(note, style="dim")
        return lines


class _Columns(_Layout):
    """For a terminal: place, severity and message in columns; on a narrow one, one above the other."""

    def __init__(self, file: FileReport, console: Console) -> None:
        self.places = max(len(_place(f)) for f in file.findings)
        self.severities = max(len(f.severity) for f in file.findings)
        self.narrow = console.width < _NARROW
        super().__init__(file, console, 4 if self.narrow else self.places + 4)

    def lines(self) -> Iterator[Text]:
        """The file's name, then its findings."""
        yield Text(visible(self.file.path), style="bold underline")
        yield Text()
        yield from super().lines()

    def first(self, finding: Finding) -> Iterator[Text]:
        """Place, severity, message, rule."""
        severity = Text(finding.severity, style=SEVERITY_STYLES[finding.severity])
        rule = Text(visible(finding.rule), style="dim")
        message = Text(visible(finding.message))
        if self.narrow:
            yield Text.assemble("  ", (_place(finding), "dim"), "  ", severity)
            hang = self.indent
            head = Text(" " * hang)
        else:
            hang = self.indent + self.severities + 2
            severity.pad_right(self.severities - len(finding.severity))
            head = Text.assemble("  ", (f"{_place(finding):>{self.places}}", "dim"), "  ", severity, "  ")
        body = Text.assemble(message, "  ", rule)
        for i, line in enumerate(body.wrap(self.console, max(1, self.console.width - hang))):
            line.rstrip()
            yield (head if i == 0 else Text(" " * hang)).append_text(line)

    def marked(self, finding: Finding) -> Iterator[Text]:
        """The line of the draft with the place in the severity's colour."""
        room = self.room - (finding.start == finding.end)
        part = excerpt(self.file.source, self.index, finding.span, room)
        style = f"{SEVERITY_STYLES[finding.severity]} underline"
        yield Text.assemble(part.before, (part.marked or _INSERTION, style), part.after)


class _Plain(_Layout):
    """For a pipe: the first line is whole however long, the rest is indented."""

    def __init__(self, file: FileReport, console: Console) -> None:
        super().__init__(file, console, 4)

    def first(self, finding: Finding) -> Iterator[Text]:
        """`path:line:column: severity rule: message`."""
        place = f"{visible(self.file.path)}:{_place(finding)}"
        yield Text(f"{place}: {finding.severity} {visible(finding.rule)}: {visible(finding.message)}")

    def marked(self, finding: Finding) -> Iterator[Text]:
        """The line of the draft, and carets under the place."""
        part = excerpt(self.file.source, self.index, finding.span, self.room)
        yield Text(part.before + part.marked + part.after)
        yield Text(part.carets)


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"


def _more(count: int, noun: str) -> Iterator[Text]:
    left = count - _MOST_PLACES
    if left > 0:
        yield Text(f"… and {left} more {noun}{'s' if left > 1 else ''}", style="dim")
