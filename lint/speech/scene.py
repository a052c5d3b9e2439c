"""Who has been met so far in a draft and who spoke last, by which pronouns and nouns are taken to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Document
from . import lexicon as words
from .entries import Entry
from .mentions import Reader
from .names import Names
from .records import SpeakerKind
from .register import Register
from .salience import Salience
from .units import Unit


class Scene:
    """The speakers of a draft as far as it was read."""

    def __init__(self, document: Document, names: Names, reader: Reader, units: Sequence[Unit]) -> None:
        self._document, self._reader = document, reader
        self._tokens = document.tokens
        self.register = Register(names, reader, units)
        self.entries, self._holders = self.register.entries, self.register.holders
        self._nouns: dict[tuple[str, str], Entry] = {}
        self._anonymous: list[Entry] = []
        self.last: Entry | None = None
        self._last_unit: Unit | None = None
        self._units = units
        self._events = self.register.named
        self._next = 0
        people = (self._holders[proper.core] for proper, _ in self._events)
        self._salience = Salience(e for e in people if e.kind is SpeakerKind.PERSON)

    def _kept(self, key: tuple[str, str], kind: SpeakerKind, shown: str, head: str) -> Entry:
        entry = self._nouns.get(key)
        if entry is None:
            entry = self._nouns[key] = Entry(kind, shown)
            entry.heads.add(head)
            entry.gender = "he" if head in words.MALE else "she" if head in words.FEMALE else ""
            entry.sure = True
            self.entries.append(entry)
        return entry

    def _latest(self, *kinds: SpeakerKind, since: int = 0) -> Entry | None:
        if self.last is not None and self.last.kind in kinds:
            return self.last
        held = [e for e in self.entries[-60:] if e.kind in kinds and e.last_seen >= since]
        return max(held, key=lambda e: e.last_seen, default=None)

    def _institutions(self) -> list[Entry]:
        return [e for e in self.entries[-80:] if e.kind is SpeakerKind.INSTITUTION and e.last_seen >= 0]

    def _sentence(self, token: int) -> int:
        sentence = self._document.sentence_at(self._tokens[token].start)
        return sentence.index if sentence else 0
