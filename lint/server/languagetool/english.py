"""How sure one can be that a text is English: by the small words that no English text does without."""

from __future__ import annotations

from ...text.document import Document
from ...text.tokens import TokenKind

_SMALL = frozenset(
    "the of and to a in that is was for it on with as be he at by this had not are but from or have an they which "
    "you were her she his has been their will would there who when what said".split()
)
_FEWEST = 15
_SHARE = 0.2
_LEAST = 0.3


def confidence(document: Document) -> float:
    """From 0 to 1. Texts under 15 words are taken to be English."""
    words = [token.norm for token in document.tokens if token.kind is TokenKind.WORD]
    if len(words) < _FEWEST:
        return 1.0
    share = sum(word in _SMALL for word in words) / len(words)
    return min(1.0, round(share / _SHARE, 2))


def is_english(sure: float) -> bool:
    """Whether a confidence is enough to check a text whose language nobody named."""
    return sure >= _LEAST
