"""One block under construction: its chunks in source order and the marks over them."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.blocks import BlockKind, Mark, MarkKind, RawBlock
from ..text.prose import Chunk


class BlockBuilder:
    """Collects the prose of one block after another.

    It holds what every reader promises: chunks in source order that never overlap, verbatim ones equal
    to the source. What would break that is left out. `length` is the prose so far, `end` the source
    offset that it has come to, both in code points.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._depth: dict[MarkKind, int] = {}
        self.end = 0
        self._start_afresh()

    @property
    def empty(self) -> bool:
        """Whether the block has no prose yet."""
        return self.length == 0

    @property
    def ends_in_space(self) -> bool:
        """Whether the last character of the prose is white space."""
        return bool(self._chunks) and self._last_text()[-1:].isspace()

    def add(self, chunk: Chunk) -> None:
        """Add a chunk, unless it stands before the end of what is there."""
        text, start, end, verbatim = chunk
        if start < self.end or end <= start or not text:
            return
        if verbatim and self._source[start:end] != text:
            return
        last = self._chunks[-1] if self._chunks else None
        if verbatim and last is not None and last.verbatim and last.end == start:
            # Joined by its offsets alone: the text is cut from the source once, at the end.
            self._chunks[-1] = Chunk("", last.start, end)
        else:
            self._chunks.append(Chunk("", start, end) if verbatim else chunk)
        self.end = end
        self.length += len(text)

    def extend(self, chunks: Iterable[Chunk]) -> None:
        """Add chunks in order."""
        for chunk in chunks:
            self.add(chunk)

    def open(self, kind: MarkKind, ahead: int = 0) -> None:
        """Begin a mark, `ahead` code points after the prose so far; marks of one kind within each other are one."""
        depth = self._depth.get(kind, 0)
        if not depth:
            self._opened[kind] = self.length + ahead
        self._depth[kind] = depth + 1

    def close(self, kind: MarkKind) -> None:
        """End a mark. Nothing happens where none is open."""
        depth = self._depth.get(kind, 0)
        if not depth:
            return
        self._depth[kind] = depth - 1
        if depth == 1:
            self._marks.append(Mark(kind, self._opened.pop(kind), self.length))

    def build(self, kind: BlockKind, level: int = 0) -> RawBlock | None:
        """The block, without white space at its end, or None where it has no prose.

        The builder is then empty; marks still open go on in the next block.
        """
        self._trim()
        self._marks += (Mark(mark, start, self.length) for mark, start in self._opened.items())
        marks = sorted(
            (Mark(m.kind, m.start, min(m.end, self.length)) for m in self._marks if m.start < min(m.end, self.length)),
            key=lambda m: (m.start, -m.end),
        )
        chunks = [Chunk(self._source[c.start : c.end], c.start, c.end) if c.verbatim else c for c in self._chunks]
        self._start_afresh()
        return RawBlock(kind, chunks, level, marks) if chunks else None

    def _start_afresh(self) -> None:
        self._chunks: list[Chunk] = []
        self._marks: list[Mark] = []
        self._opened = {kind: 0 for kind, depth in self._depth.items() if depth}
        self.length = 0

    def _last_text(self) -> str:
        last = self._chunks[-1]
        return self._source[last.end - 1 : last.end] if last.verbatim else last.text

    def _trim(self) -> None:
        while self._chunks and self._last_text().isspace():
            last = self._chunks.pop()
            if not last.verbatim:
                self.length -= len(last.text)
                continue
            kept = last.start + len(self._source[last.start : last.end].rstrip())
            self.length -= last.end - kept
            if kept > last.start:
                self._chunks.append(Chunk("", last.start, kept))
