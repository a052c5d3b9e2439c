"""Findings of one draft, and places in it, as a request wants them: in its unit, and in blocks where it sent a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import UNSET, UnsetType

from ..finding import Edit, Finding, Related, Severity
from . import schemas as api
from .documents import Draft
from .offsets import Units


class Stretch(NamedTuple):
    """A stretch of a text, or of the block that is named."""

    start: api.Position
    end: api.Position
    field: str | UnsetType
    block: str | UnsetType


class Places:
    """The places of a draft. With `named`, fields and blocks are named, and a block's own offsets are given."""

    def __init__(self, draft: Draft, *, utf16: bool, named: bool) -> None:
        self._draft = draft
        self._utf16 = utf16
        self._named = named
        self._units: dict[int, Units] = {}

    def finding(self, finding: Finding, *, folded: bool) -> api.Finding:
        """A finding that lies in some block."""
        part, start, end = self._draft.places(*finding.span)[0]
        return api.Finding(
            rule=finding.rule,
            severity=_level(finding.severity),
            confidence=finding.confidence,
            message=finding.message,
            start=self._position(part, start),
            end=self._position(part, end),
            text=self._draft.parts[part].text[start:end],
            context=api.Context(finding.context.before, finding.context.after),
            fixes=[api.Fix(f.title, f.safety.value, self._edits(f.edits)) for f in finding.fixes],
            related=list(self._related(finding.related)),
            url=finding.url,
            fingerprint=finding.fingerprint,
            folded=folded,
            field=self._field(part),
            block=self._block(part),
        )

    def stretch(self, start: int, end: int) -> Stretch | None:
        """[start, end) of the draft's text, of several blocks in the first; None where it lies between two blocks."""
        found = self._draft.places(start, end)
        if not found:
            return None
        part, low, high = found[0]
        return Stretch(self._position(part, low), self._position(part, high), self._field(part), self._block(part))

    def _edits(self, edits: Iterable[Edit]) -> list[api.Edit]:
        return [
            api.Edit(self._unit(n, e.start), self._unit(n, e.end), e.text, self._field(n), self._block(n))
            for edit in edits
            for n, e in self._draft.edits(edit)
        ]

    def _related(self, places: Iterable[Related]) -> Iterable[api.Related]:
        for related in places:
            stretch = self.stretch(related.start.offset, related.end.offset)
            if stretch is not None:
                yield api.Related(stretch.start, stretch.end, related.message, stretch.field, stretch.block)

    def _position(self, part: int, offset: int) -> api.Position:
        place = self._draft.position(part, offset)
        start = self._unit(part, offset - place.column + 1)
        at = self._unit(part, offset)
        return api.Position(at, place.line, at - start + 1)

    def _unit(self, part: int, offset: int) -> int:
        if not self._utf16:
            return offset
        if part not in self._units:
            self._units[part] = Units(self._draft.parts[part].text)
        return self._units[part].utf16(offset)

    def _field(self, part: int) -> str | UnsetType:
        return self._draft.parts[part].field if self._named else UNSET

    def _block(self, part: int) -> str | UnsetType:
        return self._draft.parts[part].id if self._named else UNSET


def _level(severity: Severity) -> api.Level:
    level: api.Level = severity.value
    return level
