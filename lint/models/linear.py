"""A linear model over named features: a table of weights that anybody can read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_BIAS = ""


class Judgement(NamedTuple):
    """How probable a label is, from 0 to 1, and the features that spoke for it most, strongest first."""

    probability: float
    reasons: tuple[str, ...]


class LinearModel(NamedTuple):
    """Weights of features in logits; what is not in the table weighs nothing."""

    weights: Mapping[str, float]

    def judge(self, features: Iterable[str], *, reasons: int = 3) -> Judgement:
        """The probability of the label where these features are present, each counted once."""
        weights = self.weights
        present = {f: weights[f] for f in features if f in weights}
        logit = weights[_BIAS] + sum(present.values())
        strongest = sorted((f for f in present if present[f] > 0), key=lambda f: (-present[f], f))[:reasons]
        return Judgement(1 / (1 + math.exp(-logit)), tuple(strongest))


@lru_cache(maxsize=8)
def load(name: str) -> LinearModel:
    """The model of that name among those that ship: a table of features and weights in hundredths."""
    table = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    for line in table.splitlines():
        if not line.startswith("# "):
            feature, _, weight = line.rpartition("\t")
            weights[feature] = int(weight) / 100
    return LinearModel(weights)
