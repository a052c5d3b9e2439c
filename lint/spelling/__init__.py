"""Spelling: which words there are, what an unknown one may stand for, and which English a draft is in.

`unknown_words` reads a draft. `Speller` ranks what a form may stand for: `Candidate`s with scores in bits, which a
stronger reader of the sentence may rank anew. `run_on` and `is_word` are for rules about words that run together or
fall apart. The word list is read when first asked for, and what ranks candidates when a form is unknown.
"""

from __future__ import annotations

from .coinage import Coinage
from .runs import run_on
from .speller import Candidate, Speller, Verdict, speller_for
from .unknown import Unknown, unknown_words
from .variety import variety
from .words import is_word

__all__ = [
    "Candidate",
    "Coinage",
    "Speller",
    "Unknown",
    "Verdict",
    "is_word",
    "run_on",
    "speller_for",
    "unknown_words",
    "variety",
]
