"""The sources of a draft: who is quoted, how often, in how many words, and which quotations nobody is given for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .speech import ReadGrammar, Speaker, Speech, Statement, read_speech
from .text.blocks import BODY
from .text.document import Document
from .text.span import Position


class Said(NamedTuple):
    """One thing said: source offsets, manner, how the speaker was told, and the cue, "" where there is none."""

    start: Position
    end: Position
    manner: str
    found: str
    cue: str


class Voice(NamedTuple):
    """One source. `first` is its first mention with the full name; `quoted` and `reported` are words.

    `share` is its part of all words in the draft that are quoted or attributed, from 0 to 1.
    """

    name: str
    kind: str
    description: str
    first: Position
    quotations: int
    quoted: int
    reported: int
    share: float
    said: tuple[Said, ...]

    @property
    def words(self) -> int:
        """All words it is given as saying."""
        return self.quoted + self.reported


class Loose(NamedTuple):
    """A quotation that nobody is given for."""

    start: Position
    end: Position
    words: int
    text: str


class Sources(NamedTuple):
    """The sources of a draft, those with the most words first. `words` counts the draft's running prose."""

    words: int
    voices: tuple[Voice, ...]
    loose: tuple[Loose, ...]

    @property
    def quoted(self) -> int:
        """Words in quotation marks that are said, whoever says them."""
        return sum(v.quoted for v in self.voices) + sum(q.words for q in self.loose)

    @property
    def reported(self) -> int:
        """Words that the writer attributes without marks."""
        return sum(v.reported for v in self.voices)

    @property
    def unnamed(self) -> list[Voice]:
        """The anonymous sources."""
        return [v for v in self.voices if v.kind == "anonymous"]


def sources(document: Document, grammar: ReadGrammar | None) -> Sources:
    """The sources of a draft. `grammar` reads the sentences in which the surface does not say who speaks."""
    speech = read_speech(document, grammar)
    loose = [_loose(document, s) for s in speech.statements if s.speaker is None]
    counts = {s.id: _words(document, speech.by(s)) for s in speech.speakers}
    total = sum(map(sum, counts.values())) + sum(q.words for q in loose)
    voices = [_voice(document, speech, s, counts[s.id], total) for s in speech.speakers]
    voices.sort(key=lambda v: -v.words)
    words = sum(document.words(b.start, b.end) for b in document.blocks if b.kind in BODY)
    return Sources(words, tuple(voices), tuple(loose))


def _words(document: Document, statements: Iterable[Statement]) -> tuple[int, int]:
    """How many words of statements are quoted, and how many are in the writer's words."""
    quoted = reported = 0
    for statement in statements:
        marked = sum(document.words(*q.inner) for q in statement.quotations)
        whole = sum(document.words(*span) for span in statement.said)
        if statement.manner == "direct":
            quoted += max(marked, whole)
        else:
            quoted += marked
            reported += max(0, whole - marked)
    return quoted, reported


def _voice(document: Document, speech: Speech, speaker: Speaker, counts: tuple[int, int], total: int) -> Voice:
    statements = speech.by(speaker)
    said = tuple(
        Said(
            *_place(document, s.start, s.end),
            s.manner.value,
            s.found.value,
            document.text[slice(*s.cue)] if s.cue else "",
        )
        for s in statements
    )
    first = document.position(document.source_span(*speaker.first_full).start)
    return Voice(
        speaker.name,
        speaker.kind.value,
        speaker.description,
        first,
        sum(len(s.quotations) for s in statements),
        *counts,
        round(sum(counts) / total, 3) if total else 0.0,
        said,
    )


def _loose(document: Document, statement: Statement) -> Loose:
    start, end = _place(document, statement.start, statement.end)
    words = sum(document.words(*q.inner) for q in statement.quotations)
    return Loose(start, end, words, " ".join(document.text[statement.start : statement.end].split()))


def _place(document: Document, start: int, end: int) -> tuple[Position, Position]:
    span = document.source_span(start, end)
    return document.position(span.start), document.position(span.end)


# as plain data


def sources_data(held: Sources) -> dict[str, Any]:
    """The sources of a draft as the JSON contract has them."""
    return {
        "words": {"all": held.words, "quoted": held.quoted, "reported": held.reported},
        "sources": [_voice_data(v) for v in held.voices],
        "unattributed": [
            {"start": _position(q.start), "end": _position(q.end), "words": q.words, "text": q.text} for q in held.loose
        ],
    }


def _voice_data(voice: Voice) -> dict[str, Any]:
    return {
        "name": voice.name,
        "kind": voice.kind,
        "description": voice.description,
        "first": _position(voice.first),
        "statements": len(voice.said),
        "quotations": voice.quotations,
        "words": {"quoted": voice.quoted, "reported": voice.reported},
        "share": voice.share,
        "said": [
            {"start": _position(s.start), "end": _position(s.end), "manner": s.manner, "found": s.found, "cue": s.cue}
            for s in voice.said
        ],
    }


def _position(position: Position) -> Mapping[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def unpacked(values: Sequence[Any] | None) -> Sources | None:
    """Sources from the plain lists that they are kept as. Raises TypeError or ValueError where they are others."""
    if values is None:
        return None
    words, voices, loose = values
    return Sources(
        words,
        tuple(_unpacked_voice(*v) for v in voices),
        tuple(Loose(Position(*start), Position(*end), *rest) for start, end, *rest in loose),
    )


def _unpacked_voice(name: str, kind: str, description: str, first: Sequence[int], quotations: int, *rest: Any) -> Voice:
    quoted, reported, share, said = rest
    place = Position(*first)
    return Voice(name, kind, description, place, quotations, quoted, reported, share, tuple(_said(s) for s in said))


def _said(values: Sequence[Any]) -> Said:
    start, end, *rest = values
    return Said(Position(*start), Position(*end), *rest)
