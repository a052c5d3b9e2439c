"""JSON: the contract that other programs read. Offsets are code points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..report import Report
from . import RenderOptions
from .contract import dumps, report_data

if TYPE_CHECKING:
    from ..rule import Rule


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as one JSON object."""
    return dumps(report_data(report, readability=options.stats), indent=1) + "\n"
