"""How much a draft speaks as opinion does: how often it says what tells argument from report, and what each is worth.

Rates are counted outside quotations, in running prose. The weights are those of a logistic curve, learned by
`training/genre.py` from signed opinion pieces and wire and daily copy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..text.blocks import BODY, BlockKind
from ..text.document import Document

LEAST_WORDS = 150
"""Words of the writer's own below which nothing is told by them."""
_TURNS = 3
_TURN = re.compile(r"[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,3}(?:, [A-Z ]{3,30}| \([^()]{1,80}\))?: ?\S")
_TOPICS = 2
_TOPIC = re.compile(r"On [^.!?]{3,100}$")
_INTERVIEW = re.compile(
    r"(?i)\b(?:interview highlights|highlights from the interview|q ?& ?a|transcript|full text|prepared remarks)\b"
)
_SHORT = 80
"""Code points of a line that names the form of what follows."""


class Signal(NamedTuple):
    """A family of words, or another thing counted, and what the square root of its rate in 1,000 words weighs."""

    name: str
    weight: float
    words: frozenset[str] = frozenset()


def _signal(name: str, weight: float, words: str = "") -> Signal:
    return Signal(name, weight, frozenset(words.split()))


SIGNALS = (
    _signal("the writer as “I”", 0.41, "i i'm i've i'd i'll me my myself mine"),
    _signal("the writer as “we”", 0.57, "we we're we've we'd we'll us our ours ourselves"),
    _signal(
        "words that deny", 0.47,
        "not no never nothing isn't doesn't don't didn't aren't wasn't won't can't wouldn't couldn't shouldn't nor neither none",
    ),
    _signal(
        "words that argue", 0.34,
        "should must ought course indeed perhaps simply clearly surely yet instead rather thus hence alas truth fact",
    ),
    _signal(
        "words that stress", 0.21,
        "even own only all every just very too so such much far real really mere merely still",
    ),
    _signal("somebody says", -0.92, "said says told"),
    _signal("days of the week", -0.26, "monday tuesday wednesday thursday friday saturday sunday"),
    _signal("figures", -0.43),
    _signal("datelines", -0.73),
)  # fmt: skip
BIAS = -0.03


def own_words(document: Document) -> int:
    """Words of running prose outside quotations."""
    prose = sum(document.words(b.start, b.end) for b in document.blocks if b.kind in BODY)
    return prose - sum(document.words(s.start, s.end) for s in document.quoted.spans)


def rates(document: Document) -> list[float]:
    """What each signal's weight is multiplied with, in the order of `SIGNALS`."""
    own = max(1, own_words(document))
    counts = {
        "figures": sum(t.counts and t.text[0].isdigit() for t in document.tokens),
        "datelines": sum(b.kind is BlockKind.DATELINE for b in document.blocks),
    }
    return [math.sqrt(1000 * (counts[s.name] if s.name in counts else _said(document, s.words)) / own) for s in SIGNALS]


def probability(document: Document) -> float:
    """How probable it is, from 0 to 1, that a draft is opinion; 0 where too little of it is the writer's own.

    What others say in an interview or a transcript is not the writer's.
    """
    if own_words(document) < LEAST_WORDS or _others_speak(document):
        return 0.0
    logit = BIAS + sum(s.weight * rate for s, rate in zip(SIGNALS, rates(document), strict=True))
    return 1 / (1 + math.exp(-logit))


def _said(document: Document, words: Iterable[str]) -> int:
    """How often the writer says one of these words, outside quotations."""
    places = (document.tokens[i] for word in words for i in document.occurrences.get(word, ()))
    return sum(not document.quoted.overlaps(t.start, t.end) for t in places)


def _others_speak(document: Document) -> bool:
    """Whether others speak without quotation marks: turns (“SMITH: ...”, “Q: ...”), or an interview by its topics."""
    lines = [document.text[b.start : b.end] for b in document.blocks]
    turns = sum(_TURN.match(line) is not None for line in lines)
    topics = sum(len(line) <= _SHORT and _TOPIC.match(line) is not None for line in lines)
    named = any(len(line) <= _SHORT and _INTERVIEW.search(line) for line in lines)
    return turns >= _TURNS or topics >= _TOPICS or named
