"""Reports kept from one run to the next: a draft that is not changed, under rules that are not, need not be read again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from .cache import Cache
from .finding import Context, Edit, Finding, Fix, Related, Safety, Severity
from .genre import By, Genre, of_path
from .report import FileReport, Stats
from .sources import unpacked as sources_unpacked
from .stamps import Stamp
from .text.source import Source
from .text.span import Position


class Kept(NamedTuple):
    """A draft as it was read, and the report on it."""

    source: Source
    report: FileReport


class Asked(NamedTuple):
    """A draft as it is asked about: the number of its settings in the run, its path as shown, its format."""

    settings: int
    path: str
    format: str
    stats: bool = False
    sources: bool = False


class Keep(NamedTuple):
    """Reports kept in a cache. `stamps` are those of each settings of a run, None where nothing is to be kept."""

    cache: Cache
    stamps: Sequence[Stamp | None]

    def get(self, asked: Asked, data: bytes) -> Kept | None:
        """What is kept of a draft with these bytes, or None."""
        key = self._key(asked, data)
        value = self.cache.get(key) if key else None
        return unpacked(value, data, asked.path) if value else None

    def put(self, asked: Asked, data: bytes, source: Source, report: FileReport) -> None:
        """Keep the report on a draft with these bytes, from which `source` was read or to which it is written.

        One with problems is not kept: what went wrong is tried again.
        """
        key = self._key(asked, data)
        if key is None or report.problems:
            return
        try:
            value = packed(source, report)
        except TypeError:  # a rule of somebody's own has put something else into a finding
            return
        self.cache.put(key, value)

    def answers(self, settings: int) -> Cache | None:
        """Where a judge's answers stay under these settings, which are by their number; None where none are to."""
        # A connection of its own: what it finds are no drafts.
        return None if self.stamps[settings] is None else Cache(self.cache.path.parent)

    def _key(self, asked: Asked, data: bytes) -> bytes | None:
        stamp = self.stamps[asked.settings]
        if stamp is None:
            return None
        place = _place(Path(asked.path)) if stamp.by_path else ""
        digest = sha256(stamp.digest)
        about = [place, asked.format, asked.stats, asked.sources, of_path(asked.path)]
        digest.update(json.dumps(about).encode("ascii"))
        digest.update(sha256(data).digest())
        return digest.digest()


def packed(source: Source, report: FileReport) -> bytes:
    """A report as JSON, without the draft's path and text, but with how its text is read from its bytes."""
    held = {name: value for name, value in report._asdict().items() if name not in ("path", "source", "problems")}
    return json.dumps([source.encoding, len(source.bom), held]).encode("ascii")


def unpacked(value: bytes, data: bytes, path: str) -> Kept | None:
    """What `packed` was given, with the draft's path and its bytes; None where the value is not what it gave."""
    try:
        encoding, skipped, held = json.loads(value)
        findings = tuple(map(_finding, held.pop("findings")))
        stats = Stats(*held.pop("stats"))
        name, by, why = held.pop("genre")
        genre, sources = Genre(name, By(by), why), sources_unpacked(held.pop("sources"))
        source = Source(data[skipped:].decode(encoding), encoding, data[:skipped], path)
        return Kept(source, FileReport(path, source.text, findings, stats, genre=genre, sources=sources, **held))
    except (ValueError, TypeError, KeyError, AttributeError, LookupError):
        return None


def _finding(values: Sequence[Any]) -> Finding:
    finding = Finding(*values)
    return finding._replace(
        severity=Severity(finding.severity),
        start=Position(*finding.start),
        end=Position(*finding.end),
        context=Context(*finding.context),
        fixes=tuple(Fix(title, tuple(Edit(*e) for e in edits), Safety(safe)) for title, edits, safe in finding.fixes),
        related=tuple(Related(Position(*start), Position(*end), said) for start, end, said in finding.related),
    )


def _place(path: Path) -> str:
    """Where a draft stands, as a baseline sees it."""
    return os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118
