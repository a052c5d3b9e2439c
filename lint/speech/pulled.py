"""Pull quotes: lines that a page sets beside the story, which repeat what somebody is quoted as saying in it."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Document
from ..text.span import Span
from .statements import Draft

_LEAST = 4


def without_pulled(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that nobody is given for and that stand word for word in what somebody says."""
    loose = [d for d in drafts if d.entry is None]
    if not loose:
        return list(drafts)
    told = [_words(document, span) for d in drafts if d.entry is not None for span in d.said]
    return [d for d in drafts if d.entry is not None or not _repeated(document, d, told)]


def _repeated(document: Document, draft: Draft, told: Sequence[str]) -> bool:
    held = [_words(document, span) for span in draft.said]
    return all(words.count(" ") > _LEAST and any(words in other for other in told) for words in held)


def _words(document: Document, span: Span) -> str:
    """The words of a stretch of prose in normal form, a space on either side of each."""
    return f" {' '.join(t.norm for t in document.tokens_in(*span) if t.is_word)} "
