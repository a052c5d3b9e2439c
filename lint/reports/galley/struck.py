"""Fixes in the copy itself: what goes out is struck, what comes in stands after it, as on a marked proof."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from ...finding import Edit, Finding, Safety
from ...text.document import Document
from .markup import shown_change
from .places import clipped, nearest
from .stretches import Stretch

_LONGEST = 120


class Struck:
    """The edits that are shown in the copy. Of two that meet, the earlier finding's stay."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._taken: list[tuple[int, int]] = []

    def stretches(self, key: str, finding: Finding) -> Iterator[tuple[int, Stretch]]:
        """The stretches of a finding's first fix, each with its block. A fix that is only shown stays in its note."""
        fix = finding.fixes[0] if finding.fixes else None
        if fix is None or fix.safety is Safety.SHOW or not self._free(fix.edits):
            return
        for edit in fix.edits:
            insort(self._taken, (edit.start, edit.end))
        for edit in fix.edits:
            yield from self._struck(key, edit)

    def _free(self, edits: Sequence[Edit]) -> bool:
        for edit in edits:
            at = bisect_left(self._taken, (edit.start, edit.end))
            near = self._taken[max(0, at - 1) : at + 1]
            if any(start <= edit.end and edit.start <= end for start, end in near):
                return False
        return bool(self._document.blocks)

    def _struck(self, key: str, edit: Edit) -> Iterator[tuple[int, Stretch]]:
        places = self._document.map
        start, end = places.prose(edit.start), places.prose(edit.end)
        coming = f'<ins data-finding="{key}">{shown_change(edit.text)}</ins>' if edit.text.strip() else ""
        coming = coming if len(edit.text) <= _LONGEST else ""
        opening = f'<del data-finding="{key}">'
        cuts = list(clipped(self._document, start, end))
        for i, (index, place) in enumerate(cuts):
            yield index, Stretch(*place, opening, opening, "</del>", coming if i == len(cuts) - 1 else "")
        if not cuts and coming:
            block, at = nearest(self._document, edit.start)
            yield block.index, Stretch(at, at, "", "", "", coming)
