"""Metadata at the head of a Markdown file: YAML between lines of three hyphens, TOML between plus signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.blocks import Metadata
from ..text.source import Source
from ..text.span import Span

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD_MARKS = (":", "=", "#", "{", "- ")
_FIELD = re.compile(r"([\w-]+)[ \t]*[:=][ \t]*(?=[^\s|>&*!])")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?=\S)")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_PLAIN = re.compile(r"[^\s#](?:[^#]|(?<!\s)#)*")


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


def fields(source: Source, content: Span) -> Iterator[Metadata]:
    """The fields at the top level that are plain text, each item of a list as one of its own.

    No more of YAML and TOML is read: what stands deeper, or in several lines, is nobody's business here.
    """
    name = ""
    for number in range(source.position(content.start).line, len(source.lines) + 1):
        start, end = source.lines.line(number)
        if start >= content.end or source.text.startswith("[", start):  # a table of TOML
            return
        field = _FIELD.match(source.text, start, end)
        item = _ITEM.match(source.text, start, end)
        if field:
            name = field[1].lower()
            yield from _values(source.text, name, field.end(), end)
        elif item and name:
            yield from _value(source.text, name, item.end(), end)
        elif not source.text[start:end].startswith((" ", "\t", "#")):
            name = source.text[start:end].strip().removesuffix(":").lower()


def _values(text: str, name: str, start: int, end: int) -> Iterator[Metadata]:
    """A value, or those of a list in brackets."""
    closing = text.find("]", start, end)
    if text[start] != "[" or closing < 0:
        yield from _value(text, name, start, end)
        return
    at = start + 1
    for part in text[at:closing].split(","):
        yield from _value(text, name, at, at + len(part))
        at += len(part) + 1


def _value(text: str, name: str, start: int, end: int) -> Iterator[Metadata]:
    """A value with its quotation marks and its comment off, unless there is none."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    quoted = _QUOTED.match(text, start, end)
    plain = None if quoted else _PLAIN.match(text, start, end)
    if quoted:
        group = 1 if quoted[1] is not None else 2
        yield Metadata(name, quoted[group].strip(), Span(*quoted.span(group)))
    elif plain:
        value = plain[0].rstrip()
        yield Metadata(name, value, Span(start, start + len(value)))
