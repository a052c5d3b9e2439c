"""A line of the text report before anything is known of a terminal: runs of text, each with a style.

Styles are rich's names; a pipe leaves them out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..finding import Severity

Run = tuple[str, str]
Line = Sequence[Run]

FAINT = "dim"
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}


def plain(line: Line) -> str:
    """The line's text, without blanks at its end."""
    return "".join(text for text, _ in line).rstrip()
