"""Metadata at the head of a Markdown file: YAML between lines of three hyphens, TOML between plus signs."""

from __future__ import annotations

from typing import NamedTuple

from ..text.source import Source
from ..text.span import Span

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD_MARKS = (":", "=", "#", "{", "- ")


class FrontMatter(NamedTuple):
    """`content` lies between the fences; the draft begins at the source offset `body`."""

    content: Span
    body: int


def find(source: Source) -> FrontMatter | None:
    """The front matter of a source, if it has any that is closed.

    Two thematic breaks around a paragraph are none: the first line of front matter names a field.
    """
    if not source.text.startswith(tuple(_FENCES)):
        return None
    lines = source.lines

    def line(number: int) -> str:
        return source.text[slice(*lines.line(number))].rstrip()

    closing = _FENCES.get(line(1))
    if closing is None or len(lines) == 1:
        return None
    first = line(2)
    if first not in closing and not any(mark in first for mark in _FIELD_MARKS):
        return None
    for number in range(2, len(lines) + 1):
        if line(number) in closing:
            content = Span(lines.starts[1], lines.starts[number - 1])
            return FrontMatter(content, lines.starts[number] if number < len(lines) else len(source.text))
    return None
