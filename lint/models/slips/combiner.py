"""Weighs what is known of a suspect: boosted trees (Friedman 2001) over its features, small enough to read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

_FILE = "combiner.npz"


class Combiner:
    """Trees over the features of suspects. The score is a logit; `confidence` is that score calibrated on news copy."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as held:
            self._feature: list[int] = held["feature"].tolist()
            self._threshold: list[float] = held["threshold"].tolist()
            self._left: list[int] = held["left"].tolist()
            self._right: list[int] = held["right"].tolist()
            self._value: list[float] = held["value"].tolist()
            self._roots: list[int] = held["roots"].tolist()
            self._base = float(held["base"])
            self._slope, self._shift = (float(x) for x in held["calibration"])

    def score(self, features: Sequence[float]) -> float:
        """How much speaks for a slip, in logits."""
        feature, threshold, left, right = self._feature, self._threshold, self._left, self._right
        total = self._base
        for at in self._roots:
            while feature[at] >= 0:
                at = left[at] if features[feature[at]] <= threshold[at] else right[at]
            total += self._value[at]
        return total

    def confidence(self, score: float) -> float:
        """Of what has this score in news copy, how much is a slip: from 0 to 1."""
        return 1 / (1 + math.exp(-(self._slope * score + self._shift)))


@lru_cache(maxsize=1)
def combiner() -> Combiner:
    """The combiner that ships."""
    return Combiner(Path(__file__).with_name(_FILE))
