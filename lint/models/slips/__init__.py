"""Right words in the wrong place: a fast scorer reads every word, an encoder what it wakes, a combiner decides.

Where a judge is given, a language model, it has the last word on what the combiner thinks possible.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...text.document import Document
from ...text.sentences import Sentence

if TYPE_CHECKING:
    from ..lm.question import Judge
    from .combiner import Combiner
    from .suspects import Suspect

__all__ = ["Slip", "find_rare", "find_slips"]

_MOST_QUESTIONS = 400
"""Words of one draft that a judge is asked about: the likeliest slips."""


class Slip(NamedTuple):
    """A word that is likely a slip for `right`. `token` is its index in the document, `others` may be meant as well.

    `confidence` says how much of what is flagged as surely in news copy is a slip, from 0 to 1.
    """

    token: int
    right: str
    others: tuple[str, ...]
    confidence: float


def find_slips(
    document: Document, sentences: Sequence[Sentence], alarms: float, judge: Judge | None = None
) -> list[Slip]:
    """The slips of these sentences, in order, with about `alarms` false ones in 100,000 words of news copy."""
    from ..encoder import encoder  # numpy and onnxruntime, which take time to load
    from .combiner import combiner
    from .scorer import scorer
    from .suspects import suspects

    found, weigh = suspects(document, sentences, scorer(), encoder()), combiner()
    scores = [weigh.score(suspect.features) for suspect in found]
    if judge is not None:
        return _judged(document, found, scores, weigh, judge, alarms)
    least = weigh.alone.threshold(alarms)
    return [
        Slip(suspect.token, suspect.right, suspect.others, weigh.alone.confidence(score))
        for suspect, score in zip(found, scores, strict=True)
        if score >= least
    ]


def find_rare(document: Document, sentences: Sequence[Sentence], meant: Callable[[int], Sequence[str]]) -> list[Slip]:
    """The slips among words that news copy hardly ever uses. `meant` gives, by a token's index, what it may stand for."""
    from ..encoder import encoder
    from .rare import rare
    from .scorer import scorer

    return rare(document, sentences, scorer(), encoder(), meant)


def _judged(
    document: Document, found: Sequence[Suspect], scores: Sequence[float], weigh: Combiner, judge: Judge, alarms: float
) -> list[Slip]:
    """What is left of the suspects when a judge has read their sentences with the best candidates in place."""
    from ..lm.question import Question

    likeliest = sorted(range(len(found)), key=lambda i: (-scores[i], i))[:_MOST_QUESTIONS]
    asked = sorted(i for i in likeliest if scores[i] >= weigh.worth_asking)
    questions = []
    for i in asked:
        token = document.tokens[found[i].token]
        sentence = document.sentence_at(token.start)
        assert sentence is not None
        previous = document.sentences[sentence.index - 1] if sentence.index else None
        before = document.text[previous.start : previous.end] if previous and previous.block == sentence.block else ""
        names = (found[i].right, *found[i].others)
        questions.append(
            Question(
                before, document.text[sentence.start : sentence.end], token.start - sentence.start,
                token.end - sentence.start, tuple(n.capitalize() if token.capitalized else n for n in names),
            )
        )  # fmt: skip
    slips = []
    for i, gains in zip(asked, judge.gains(questions), strict=True):
        names = (found[i].right, *found[i].others)
        best = max(range(len(names)), key=lambda k: (gains[k], -k))
        score = weigh.judged(scores[i], gains[best])
        if score >= weigh.with_judge.threshold(alarms):
            others = tuple(n for k, n in enumerate(names) if k != best)
            slips.append(Slip(found[i].token, names[best], others, weigh.with_judge.confidence(score)))
    return slips
