"""What holds for every reading of every text, and small views of documents for tests."""

from __future__ import annotations

from collections.abc import Sequence

from lint.readers import read
from lint.text.document import Document
from lint.text.prose import Edit
from lint.text.source import Source


def document(text: str, format: str) -> Document:
    """The document of a text, after checking that its offsets are exact."""
    found = read(Source(text), format)
    check_offsets(found)
    return found


def check_offsets(document: Document) -> None:
    """Pieces in order and within the source, verbatim ones equal to it, marks and comments where they say."""
    text, prose = document.source.text, document.text
    at = 0
    for piece in document.map.pieces:
        assert at <= piece.source_start < piece.source_end <= len(text), piece
        at = piece.source_end
        if piece.verbatim:
            assert text[piece.source_start : piece.source_end] == prose[piece.start : piece.end]
            for offset in range(piece.start, piece.end):
                place = document.map.source(offset, offset + 1)
                assert text[place.start : place.end] == prose[offset]
                assert document.map.prose(place.start) == offset
    for mark in document.marks:
        block = document.block_at(mark.start)
        assert block.start <= mark.start < mark.end <= block.end
    spans = [c.span for c in document.comments]
    assert spans == sorted(spans)
    for comment in document.comments:
        assert text[comment.span.start : comment.span.end].startswith("<!--")


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind and prose of each block."""
    return [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks]


def prose(document: Document) -> list[str]:
    """Prose of each block."""
    return [document.text[b.start : b.end] for b in document.blocks]


def marks(document: Document) -> list[tuple[str, str]]:
    """Kind and prose of each mark."""
    return [(m.kind.value, document.text[m.start : m.end]) for m in document.marks]


def written(document: Document, words: str) -> str:
    """What stands in the source for the first of these words of the prose."""
    start = document.text.index(words)
    return document.source.text[slice(*document.map.source(start, start + len(words)))]


def edited(document: Document, old: str, new: str) -> str:
    """The source after the last `old` of the prose is replaced by `new`."""
    start = document.text.rindex(old)
    return applied(document.source.text, document.map.edits(start, start + len(old), new))


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
