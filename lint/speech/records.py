"""What the model says of a draft: speakers, what each is given as saying, and how that was told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ..text.quotations import Quotation
from ..text.span import Span


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    INSTITUTION = "institution"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Manner(StrEnum):
    """How something said is given: whole in marks, in part in marks, or in the writer's words."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Found(StrEnum):
    """How the speaker of a statement was told."""

    SENTENCE = "same sentence"
    COLON = "colon"
    SCRIPT = "script"
    ANSWER = "question and answer"
    BEFORE = "sentence before"
    PARAGRAPH_BEFORE = "paragraph before"
    REOPENED = "reopened marks"
    FLOATING = "floating quotation"
    AFTER = "sentence after"
    PARAGRAPH_AFTER = "paragraph after"
    NOBODY = "nobody"


class Speaker(NamedTuple):
    """Somebody or something that a draft gives as saying something. Offsets are prose offsets.

    `name` is the fullest that the draft gives, without title; of a speaker with no name it is what they are called
    ("a senior official"). `description` is title or office as the draft gives it, or "". `first_full` is the first
    mention with the full name, or the first of all where there is no fuller one; `mentions` are all that were seen.
    """

    id: int
    kind: SpeakerKind
    name: str
    description: str
    first_full: Span
    mentions: Sequence[Span]


class Statement(NamedTuple):
    """Something said. `said` are the stretches of prose that give it, in order, marks included.

    `quotations` are the outer quotations among them. `cue` is the word that attributes and `who` the mention of the
    speaker beside it; both are None where the speaker is carried over. `pronoun` says that the mention is a pronoun.
    """

    said: Sequence[Span]
    manner: Manner
    quotations: Sequence[Quotation]
    speaker: int | None
    found: Found
    cue: Span | None = None
    who: Span | None = None
    pronoun: bool = False

    @property
    def start(self) -> int:
        """Where the first stretch begins."""
        return self.said[0].start

    @property
    def end(self) -> int:
        """Where the last stretch ends."""
        return self.said[-1].end


class Speech:
    """All that is said in a draft: its statements in order of start, and its speakers by id."""

    def __init__(self, statements: Sequence[Statement], speakers: Sequence[Speaker], parsed: int = 0) -> None:
        self.statements = statements
        self.speakers = speakers
        self.parsed = parsed
        self._starts = [s.start for s in statements]
        self._of = {(q.start, q.end): s for s in statements for q in s.quotations}
        self._outer = sorted(self._of)

    def statement_of(self, quotation: Quotation) -> Statement | None:
        """The statement that a quotation, or the one that it stands in, belongs to."""
        found = self._of.get((quotation.start, quotation.end))
        if found is None:
            at = bisect_right(self._outer, (quotation.start, quotation.end)) - 1
            if at >= 0 and self._outer[at][1] >= quotation.end:
                found = self._of[self._outer[at]]
        return found

    def speaker_of(self, what: Quotation | Statement) -> Speaker | None:
        """Who says a quotation or a statement, or None where nobody is given."""
        statement = what if isinstance(what, Statement) else self.statement_of(what)
        return None if statement is None or statement.speaker is None else self.speakers[statement.speaker]

    def statements_in(self, start: int, end: int) -> Sequence[Statement]:
        """The statements that begin within [start, end): those of a sentence or a block."""
        return self.statements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def by(self, speaker: Speaker) -> list[Statement]:
        """All that a speaker says, in order."""
        return [s for s in self.statements if s.speaker == speaker.id]
