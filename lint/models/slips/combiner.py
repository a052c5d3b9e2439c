"""Weighs what is known of a suspect: boosted trees (Friedman 2001) over its features, small enough to read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

_FILE = "combiner.npz"
_MOST_GAIN = 20.0


class Curve(NamedTuple):
    """What scores mean in news copy: false flags in 100,000 words at a threshold, and calibration to confidence."""

    alarms: list[float]
    thresholds: list[float]
    slope: float
    shift: float

    def threshold(self, alarms: float) -> float:
        """The score from which no more than about `alarms` false flags are made in 100,000 words."""
        return float(np.interp(math.log(max(alarms, 1e-3)), [math.log(a) for a in self.alarms], self.thresholds))

    def confidence(self, score: float) -> float:
        """Of what has this score in news copy, how much is a slip: from 0 to 1."""
        return 1 / (1 + math.exp(-(self.slope * score + self.shift)))


class Combiner:
    """Trees over the features of suspects; scores are logits."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as held:
            self._feature: list[int] = held["feature"].tolist()
            self._threshold: list[float] = held["threshold"].tolist()
            self._left: list[int] = held["left"].tolist()
            self._right: list[int] = held["right"].tolist()
            self._value: list[float] = held["value"].tolist()
            self._roots: list[int] = held["roots"].tolist()
            self._base = float(held["base"])
            self._gain_weight = float(held["gain_weight"])
            self.worth_asking = float(held["worth_asking"])
            """The score from which a judge is asked."""
            self.alone, self.with_judge = (
                Curve(
                    held[f"{name}_alarms"].tolist(),
                    held[f"{name}_thresholds"].tolist(),
                    *held[f"{name}_calibration"].tolist(),
                )
                for name in ("alone", "judged")
            )

    def score(self, features: Sequence[float]) -> float:
        """How much speaks for a slip, in logits."""
        feature, threshold, left, right = self._feature, self._threshold, self._left, self._right
        total = self._base
        for at in self._roots:
            while feature[at] >= 0:
                at = left[at] if features[feature[at]] <= threshold[at] else right[at]
            total += self._value[at]
        return total

    def judged(self, score: float, gain: float) -> float:
        """The score together with what a judge says: the gain of the right word over the written one, in nats."""
        return score + self._gain_weight * max(-_MOST_GAIN, min(gain, _MOST_GAIN))


@lru_cache(maxsize=1)
def combiner() -> Combiner:
    """The combiner that ships."""
    return Combiner(Path(__file__).with_name(_FILE))
