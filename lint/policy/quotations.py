"""Whether a finding is about somebody else's words."""

from __future__ import annotations

from ..finding import Finding
from ..rule import Quotes
from ..text.document import Document
from ..text.span import SpanSet


class QuotationPolicy:
    """Which findings of one draft stand within quotations, and what becomes of them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._inner = document.quoted
        self._whole = SpanSet((q.start, q.end) for q in document.quotations)

    def keeps(self, finding: Finding, quotes: Quotes) -> bool:
        """Whether a rule of this quotation policy may report the finding. Those shown are only kept from being made."""
        if quotes is Quotes.SHOW:
            return True
        return self.within(finding) is (quotes is Quotes.ONLY)

    def within(self, finding: Finding) -> bool:
        """Whether a finding lies inside a quotation or takes in nothing else.

        One that holds a quotation and words of the story too lies outside.
        """
        start = self._document.map.prose(finding.start.offset)
        end = self._document.map.prose(finding.end.offset)
        if start >= end:
            return self._inner.inside(start)
        if not self._inner.overlaps(start, end):
            return False
        return self._inner.contains(start, end) or not self._tells(start, end)

    def _tells(self, start: int, end: int) -> bool:
        """Whether prose [start, end) has words outside quotations."""
        tokens = self._document.tokens_in(start, end)
        return any(token.counts and not self._whole.overlaps(token.start, token.end) for token in tokens)
