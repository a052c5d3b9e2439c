"""Report writers: a finished report to text, and nothing else.

Writers know no rules and no config, open no files, and give the same text for the same report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError, nearest
from ..report import Report

if TYPE_CHECKING:
    from ..rule import Rule

FORMATS = ("text", "json", "jsonl", "sarif", "github", "html", "rdjson", "junit", "csv", "markdown")


class RenderOptions(NamedTuple):
    """How a report is shown. `width` is in terminal cells; `stats` adds the readability figures.

    `color` is for a terminal: the text report is then laid out for reading, and otherwise for grep.
    """

    color: bool = False
    width: int = 80
    stats: bool = False


Writer = Callable[[Report, RenderOptions, "Mapping[str, Rule]"], str]


def render(
    report: Report, format: str, options: RenderOptions | None = None, rules: Mapping[str, Rule] | None = None
) -> str:
    """The report in a format, ending in a line break.

    `rules` are the rules of the run by name, for formats that describe them. Raises UsageError where
    there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(
            f'no report format is called "{format}"', remedy=nearest(format, FORMATS) or f"one of {', '.join(FORMATS)}"
        )
    writer: Writer = import_module(f".{format}", __name__).write
    return writer(report, options or RenderOptions(), {} if rules is None else rules)
