"""Text from a draft as HTML: nothing in it can be markup, and nothing in it is unseen."""

from __future__ import annotations

from html import escape

from ..visible import is_blank, visible


def shown(text: str) -> str:
    """`text` on one line, for element content and for attributes in double quotes."""
    return escape(visible(text))


def shown_lines(text: str) -> str:
    """`text` with its line breaks and tabs as they are."""
    return "\n".join("\t".join(map(shown, line.split("\t"))) for line in text.replace("\r\n", "\n").split("\n"))


def shown_change(text: str) -> str:
    """What an edit takes out or puts in: blanks show, where there is nothing else."""
    return escape(visible(text, blanks=is_blank(text)))
