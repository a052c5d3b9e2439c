"""A linear model over named features: a table of weights that anybody can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_BIAS = ""


class LinearModel(NamedTuple):
    """Weights of features in logits; what is not in the table weighs nothing."""

    weights: Mapping[str, float]

    def logit(self, features: Iterable[str]) -> float:
        """How much speaks for the label where these features are present, each counted once."""
        weights = self.weights
        return weights[_BIAS] + sum([weights[f] for f in dict.fromkeys(features) if f in weights])


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
