"""How much a linear model and each label of the branch weigh in a probability: a table made by training/meaning/weigh.py."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

SENTENCE = ("attributed", "needs no source", "unattributed claim", "vague source", "not prose")
SPAN = ("quote", "scare", "title", "unattributed", "other", "term")
"""The labels of a sentence and of a quoted span, in the order of the branch's outputs."""
FLOOR = -9.0
"""The least logarithm of a probability that is weighed."""


class Weights(NamedTuple):
    """One label's. `asked_from` is the linear model's logit from which the branch is asked at all."""

    asked_from: float
    bias: float
    linear: float
    labels: tuple[float, ...]

    def probability(self, linear: float, logs: Sequence[float]) -> float:
        """From 0 to 1, by the linear model's logit and the logarithms of what the branch gives each label."""
        logit = self.bias + self.linear * linear + sum(w * log for w, log in zip(self.labels, logs, strict=True))
        return 1 / (1 + math.exp(-logit))


@lru_cache(maxsize=1)
def weights() -> dict[str, Weights]:
    """The weights that ship, by the name of the linear model."""
    found = {}
    for line in Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, *numbers = line.split("\t")
            asked_from, bias, linear, *labels = map(float, numbers)
            found[name] = Weights(asked_from, bias, linear, tuple(labels))
    return found
