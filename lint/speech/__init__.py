"""Who says what in a draft: speakers, statements and how each was told.

`read_speech` reads it once for all rules. It knows text and grammar, no rules.
"""

from __future__ import annotations

from .reading import ReadGrammar, read_speech, undecided
from .records import Found, Manner, Speaker, SpeakerKind, Speech, Statement

__all__ = [
    "Found",
    "Manner",
    "ReadGrammar",
    "Speaker",
    "SpeakerKind",
    "Speech",
    "Statement",
    "read_speech",
    "undecided",
]
