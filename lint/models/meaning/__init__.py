"""What a sentence says, and what the marks of a quotation are there for.

A linear model that costs little reads each; the encoder's branch reads those of which it leaves a doubt; both are weighed into
a probability, which holds on copy of outlets that nothing was trained on (training/meaning).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...text.document import Document
from ...text.quotations import Quotation
from ...text.sentences import Sentence
from ..features import sentence_features, span_features
from ..linear import load
from .weights import SENTENCE, SPAN, weights

if TYPE_CHECKING:
    from .reader import Reading

__all__ = ["Claim", "Claims", "read_claims", "read_scare_quote"]

CLAIMS, VAGUE, SCARE = "claims", "vague_sources", "scare_quotes"
_LABELS = {
    CLAIMS: SENTENCE.index("unattributed claim"), VAGUE: SENTENCE.index("vague source"), SCARE: SPAN.index("scare"),
}  # fmt: skip
"""Which of the branch's labels each is."""
_SAID = "claims"
_LINKS = frozenset("and but or nor so yet that than though although while as because if when where".split())
_LEANS = _LINKS | frozenset(
    "a an the of to for in on at by with from into over about after before between through under against who whose which "
    "what this these those his her its their our my your is are was were be been being has have had".split()
)
"""Words that open what follows: none is looked at for itself, nor ends the words that are quoted."""
_BESIDE = 0.3
"""The share of the most looked-at word's look from which a word beside it belongs with it."""


class Claim(NamedTuple):
    """How probable something is, from 0 to 1, and the tokens [first, last) that speak for it most; none if nothing read them."""

    probability: float
    first: int = 0
    last: int = 0


class Claims(NamedTuple):
    """Whether a sentence makes a claim that nobody stands behind, and whether it lays one at a source that nobody could ask."""

    unattributed: Claim
    vague: Claim


def read_claims(document: Document, sentence: Sentence) -> Claims:
    """What a sentence claims; read once a draft, whoever asks."""
    held: dict[int, Claims] = document.memo.setdefault(_SAID, {})
    found = held.get(sentence.index)
    if found is None:
        found = held[sentence.index] = _claims(document, sentence)
    return found


def read_scare_quote(document: Document, quotation: Quotation) -> Claim:
    """Whether the marks of a short quotation quote nobody and only keep the words at a distance."""
    linear = load(SCARE).logit(span_features(document, quotation))
    if linear < weights()[SCARE].asked_from:
        return Claim(0.0)
    from .reader import meaning_reader  # numpy and onnxruntime, which take time to load
    from .windows import span_window

    reader = meaning_reader()
    reading = reader.span(span_window(document, quotation, reader.size))
    return _claim(document, SCARE, linear, reading, document.token_at(quotation.start))


def _claims(document: Document, sentence: Sentence) -> Claims:
    features = sentence_features(document, sentence)
    linear = {name: load(name).logit(features) for name in (CLAIMS, VAGUE)}
    if all(logit < weights()[name].asked_from for name, logit in linear.items()):
        return Claims(Claim(0.0), Claim(0.0))
    from .reader import meaning_reader
    from .windows import sentence_window

    reader = meaning_reader()
    reading = reader.sentence(sentence_window(document, sentence, reader.size))
    return Claims(*(_claim(document, name, linear[name], reading, sentence.first) for name in (CLAIMS, VAGUE)))


def _claim(document: Document, name: str, linear: float, reading: Reading, start: int) -> Claim:
    """The probability of one label, and what it looks at; the words that were read begin with the draft's token `start`."""
    probability = weights()[name].probability(linear, _odds(reading.logits.tolist(), _LABELS[name]))
    return Claim(probability, *_looked_at(document, reading.looks[_LABELS[name]].tolist(), start))


def _odds(logits: Sequence[float], label: int) -> float:
    """The log-odds of one label against all others."""
    others = [logit for i, logit in enumerate(logits) if i != label]
    greatest = max(others)
    return logits[label] - greatest - math.log(sum(math.exp(logit - greatest) for logit in others))


def _looked_at(document: Document, looks: Sequence[float], start: int) -> tuple[int, int]:
    """The word outside quotations that is looked at most, with those beside it that get a good share."""
    tokens = document.tokens[start : start + len(looks)]
    own = [
        look if t.is_word and not document.quoted.overlaps(t.start, t.end) else 0.0
        for t, look in zip(tokens, looks, strict=True)
    ]
    telling = [0.0 if t.norm in _LEANS else look for t, look in zip(tokens, own, strict=True)]
    if not any(telling):
        telling = own
    first = last = max(range(len(own)), key=telling.__getitem__)
    if not own[first]:
        return 0, 0
    least = _BESIDE * own[first]
    while first > 0 and own[first - 1] >= least:
        first -= 1
    while last + 1 < len(own) and own[last + 1] >= least:
        last += 1
    while first < last and tokens[first].norm in _LINKS:
        first += 1
    while first < last and tokens[last].norm in _LEANS:
        last -= 1
    return start + first, start + last + 1
