"""Words that news copy hardly ever uses, read in their sentences: "wold" for "would", "abut" for "about".

The scorer has too little of them to know what stands around them. The encoder cuts them into pieces as it does any
word, and says whether one stands oddly and how much better another would do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...text.document import Document
from ...text.sentences import Sentence
from ..encoder import Encoder
from . import Slip
from .scorer import Scorer
from .suspects import checkable, windows

SHORTEST = 3
MOST_USES = 2
"""A word that a draft uses oftener is meant."""
ODD, BETTER = 3.0, 0.5
"""The logit of being a slip from which a word is flagged, and by how many logits another must do better. Both are set by
flags in six million words of copy as published, of which the nine that are left are right."""
SURE = 0.9
"""How much of what is flagged is taken to be right."""
NEAR = 3.0
"""Logits up to which another word may be meant as well."""
_SLIP = 0


def rare(
    document: Document,
    sentences: Sequence[Sentence],
    scorer: Scorer,
    encoder: Encoder,
    meant: Callable[[int], Sequence[str]],
) -> list[Slip]:
    """The words of these sentences that no scorer knows and for which one of those that `meant` gives fits far better.

    `meant` takes the index of a token; a word for which it gives none is left alone, and costs no reading.
    """
    found = []
    for sentence in sentences:
        for at in range(sentence.first, sentence.last):
            choices = meant(at) if _unknown(document, at, scorer) else ()
            if choices:
                found += _read(document, sentence, at, encoder, choices)
    return found


def _unknown(document: Document, at: int, scorer: Scorer) -> bool:
    token = document.tokens[at]
    return (
        token.norm not in scorer.ids
        and checkable(token, initial=False)
        and len(token.norm) >= SHORTEST
        and token.norm.isascii()
        and token.norm.isalpha()
        and len(document.occurrences.get(token.norm, ())) <= MOST_USES
    )


def _read(document: Document, sentence: Sentence, at: int, encoder: Encoder, choices: Sequence[str]) -> list[Slip]:
    for window in windows(document, sentence, encoder):
        place = at - window.first + window.at
        if not window.at <= place < len(window.words):
            continue
        read = encoder.slips(window.words)
        wanted = read.wanted[place]
        written = float(wanted @ encoder.vector(document.tokens[at].norm))
        fits = sorted(((float(wanted @ encoder.vector(word)) - written, word) for word in choices), reverse=True)
        slip = float(read.verdicts[place, _SLIP])
        best, right = fits[0]
        if slip >= ODD and best >= BETTER:
            return [Slip(at, right, tuple(word for fit, word in fits[1:3] if fit >= best - NEAR), SURE)]
    return []
