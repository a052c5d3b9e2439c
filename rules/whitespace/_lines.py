"""The lines of a source that hold copy, as rules on white space read them."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import BlockKind, Page, Span, SpanSet

_COLUMNS = 2


def copy_lines(page: Page) -> Iterator[Span]:
    """Source spans of the lines that are neither blank, nor code, nor within front matter."""
    document = page.document
    source = document.source
    code = SpanSet(b.source for b in document.blocks if b.kind is BlockKind.CODE)
    matter = document.front_matter or Span(0, 0)
    for number in range(1, len(source.lines) + 1):
        line = source.lines.line(number)
        if source.text[line.start : line.end].strip() and not code.overlaps(*line) and not matter.overlaps(line):
            yield line


def is_aligned(text: str) -> bool:
    """Whether a line sets its words in columns: several wide gaps or tabs, or the bars of a table."""
    gaps = sum(text.count(gap) for gap in ("   ", "\t"))
    return gaps >= _COLUMNS or text.lstrip().startswith("|")
