"""What is learned from labelled copy, behind one interface, loaded when first asked for.

Rules ask for a `Judgement`; what stands behind it may change without touching them.
"""

from __future__ import annotations

from ..text.document import Document
from ..text.quotations import Quotation
from ..text.sentences import Sentence
from .features import sentence_features, span_features
from .linear import Judgement, load

__all__ = ["Judgement", "judge_claim", "judge_scare_quote"]


def judge_claim(document: Document, sentence: Sentence) -> Judgement:
    """How probable it is that a sentence makes a claim in the writer's voice that a desk would want a source for."""
    return load("claims").judge(sentence_features(document, sentence))


def judge_scare_quote(document: Document, quotation: Quotation) -> Judgement:
    """How probable it is that the marks of a short quotation quote nobody and only keep the words at a distance."""
    return load("scare_quotes").judge(span_features(document, quotation))
