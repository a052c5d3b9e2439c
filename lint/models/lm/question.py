"""What a judge of words is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Question(NamedTuple):
    """Whether another word would stand better in a sentence.

    `before` is what precedes the sentence, or empty. The word in question is [start, end) of `sentence`, in code
    points; `candidates` are what might stand there instead, and may be several words or none.
    """

    before: str
    sentence: str
    start: int
    end: int
    candidates: tuple[str, ...]

    @property
    def written(self) -> str:
        """The word as it is written."""
        return self.sentence[self.start : self.end]


class Judge(Protocol):
    """Tells how much better a sentence reads with another word."""

    def gains(self, questions: Sequence[Question]) -> list[tuple[float, ...]]:
        """For each question and each of its candidates log P(with the candidate) - log P(as written), in nats.

        Over 0 the candidate is the likelier word; over 8 clean copy is hardly ever accused.
        """
