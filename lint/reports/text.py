"""The report that a person reads: set for a terminal where there is color, for a pipe where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..report import Report
from . import RenderOptions

if TYPE_CHECKING:
    from ..rule import Rule


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report for a person."""
    if options.color:
        from . import terminal

        return terminal.write(report, options)
    from . import piped

    return piped.write(report, options)
