"""How much a linear model and the branch weigh in a probability: a table made by training/meaning/weigh.py."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

SENTENCE = ("attributed", "needs no source", "unattributed claim", "vague source", "not prose")
SPAN = ("quote", "scare", "title", "unattributed", "other", "term")
"""The labels of a sentence and of a quoted span, in the order of the branch's outputs."""
CERTAIN = 9.0
"""The greatest log-odds of the branch that are weighed."""


class Weights(NamedTuple):
    """One label's. `asked_from` is the linear model's logit from which the branch is asked at all."""

    asked_from: float
    bias: float
    linear: float
    branch: float

    def probability(self, linear: float, odds: float) -> float:
        """From 0 to 1, by the linear model's logit and the log-odds that the branch gives the label."""
        odds = max(-CERTAIN, min(CERTAIN, odds))
        return 1 / (1 + math.exp(-(self.bias + self.linear * linear + self.branch * odds)))


@lru_cache(maxsize=1)
def weights() -> dict[str, Weights]:
    """The weights that ship, by the name of the linear model."""
    found = {}
    for line in Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, *numbers = line.split("\t")
            found[name] = Weights(*map(float, numbers))
    return found
