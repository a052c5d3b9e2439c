"""What a writer marked with [sic]: it stands as it stood, and the writer has seen it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding
from ..text.document import Document
from ..text.span import Span

REACH = 3
"""Words before the mark that it may be about."""
_MARK = re.compile(r"[(\[]\s?sic[.!?]?\s?[)\]]", re.IGNORECASE)


class Sic:
    """The words of one draft that stand just before a [sic]."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans = list(_meant(document))

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is about words so marked, and about nothing else."""
        if not self._spans:
            return False
        start, end = (self._document.map.prose(place.offset) for place in (finding.start, finding.end))
        return any(span.contains((start, end)) for span in self._spans)


def _meant(document: Document) -> Iterator[Span]:
    for mark in _MARK.finditer(document.text):
        sentence = document.sentence_at(mark.start())
        first = sentence.start if sentence is not None else 0
        words = [t for t in document.tokens_in(first, mark.start()) if t.counts and t.end <= mark.start()]
        if words:
            yield Span(words[-REACH:][0].start, mark.end())
