"""The text report for a terminal: findings in columns under their file's name, the place marked by color."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from ..finding import Finding
from ..report import FileReport, Report
from ..text.span import LineIndex
from . import RenderOptions, closing, entry
from .excerpt import excerpt
from .styled import FAINT, SEVERITY_STYLES
from .visible import visible
from .voice import folded_line

_LEAST_WIDTH = 20
_NARROW = 60
_NARROW_INDENT = 4
_INSERTION = "‸"


def write(report: Report, options: RenderOptions) -> str:
    """The report with the escape sequences of the 16 standard colors."""
    out = StringIO()
    console = _console(out, max(_LEAST_WIDTH, options.width))
    for file in report.files:
        if file.findings:
            for line in _Section(file, console).lines():
                line.rstrip()
                console.print(line, soft_wrap=True)
    for part in closing.lines(report, options):
        console.print(_wrapped(Text.assemble(*part), console, console.width), soft_wrap=True)
    return out.getvalue()


def _console(out: StringIO, width: int) -> Console:
    """A console that takes nothing from the environment, so that the same report gives the same text."""
    return Console(
        file=out, width=width, height=25, force_terminal=True, color_system="standard", no_color=False,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip


def _wrapped(line: Text, console: Console, width: int, hang: str = "") -> Text:
    """A line broken between words, each part after the first under `hang`."""
    parts = line.wrap(console, max(1, width))
    for part in parts:
        part.rstrip()
    return Text(f"\n{hang}").join(parts) if len(parts) else line


class _Section:
    """A file's findings. On a narrow terminal place, severity and message stand one above the other."""

    def __init__(self, file: FileReport, console: Console) -> None:
        self.file = file
        self.console = console
        self.index = LineIndex(file.source)
        self.narrow = console.width < _NARROW
        self.places = max((len(_place(f)) for f in file.unfolded), default=0)
        self.severities = max((len(f.severity) for f in file.unfolded), default=0)
        self.indent = " " * (_NARROW_INDENT if self.narrow else self.places + 4)
        self.room = console.width - len(self.indent)

    def lines(self) -> Iterator[Text]:
        """The file's name, then its findings, a blank line after each."""
        yield Text(visible(self.file.path), style="bold underline")
        yield Text()
        for finding in self.file.unfolded:
            yield from self.first(finding)
            for line in self.below(finding):
                yield Text(self.indent).append_text(line)
            yield Text()
        if self.file.folded:
            line = Text(visible(folded_line(self.file)), style=FAINT)
            yield Text("  ").append_text(_wrapped(line, self.console, self.console.width - 2, "  "))
            yield Text()

    def first(self, finding: Finding) -> Iterator[Text]:
        """Place, severity, message, rule."""
        severity = (finding.severity.value, SEVERITY_STYLES[finding.severity])
        body = Text.assemble(visible(finding.message), "  ", (visible(finding.rule), FAINT))
        if self.narrow:
            yield Text.assemble("  ", (_place(finding), FAINT), "  ", severity)
            yield Text(self.indent).append_text(_wrapped(body, self.console, self.room, self.indent))
            return
        head = Text.assemble("  ", (_place(finding).rjust(self.places), FAINT), "  ", severity)
        head.pad_right(self.severities - len(finding.severity) + 2)
        hang = " " * len(head)
        yield head.append_text(_wrapped(body, self.console, self.console.width - len(hang), hang))

    def below(self, finding: Finding) -> Iterator[Text]:
        """The line of the draft with the place in the severity's color, then how to mend it."""
        room = self.room - (finding.start == finding.end)
        part = excerpt(self.file.source, self.index, finding.span, room)
        style = f"{SEVERITY_STYLES[finding.severity]} underline"
        yield Text.assemble(part.before, (part.marked or _INSERTION, style), part.after)
        for line in entry.fixes(self.file.source, self.index, finding, self.room):
            yield Text.assemble(*line)
        for place in finding.related:
            yield _wrapped(Text.assemble(*entry.related(place)), self.console, self.room, self.indent)


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"
