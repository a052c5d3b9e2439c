"""Trains the combiner on suspects that were collected.

    python -m training.slips.train --to .checkpoints/encoder --out lint/models/slips/combiner.npz

Boosted trees that may only rise with what speaks for a slip and fall with what speaks against it. The calibration maps
a score to how much of what has that score in news copy is a slip; its two numbers come from flags that were read on
copy as published (calibrate.py).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

RISES = {
    "scorer": 1, "scorer best": 1, "encoder slip": 1, "encoder choice": 1, "encoder lead": 1, "in place": -1,
    "oddest elsewhere": -1, "prior": 1, "again": -1, "right again": 1,
}  # fmt: skip
LEFT_OUT = ("length",)
FOLDS = 4
ALARMS = (0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 50.0, 100.0)
ASKED_IN = 110
"""A judge is asked about one word in so many, at most."""
READ, JUDGED = "read.tsv", "judged.tsv"
"""Flags that were read: of the readers alone, and of those with the judge, at its weight of GAIN_WEIGHT."""
GAIN_WEIGHT = 0.75
"""What a nat of a judge's gain adds to a score."""

Floats = npt.NDArray[np.float64]


class Suspects(NamedTuple):
    """Features, truth (1 a slip that was put in), and the words that they were found in."""

    features: npt.NDArray[np.float32]
    truth: npt.NDArray[np.int8]
    names: list[str]
    words: int


def load(folder: Path) -> Suspects:
    """All suspects that were collected, without those whose right word is another than the one proposed."""
    parts = [np.load(path) for path in sorted(folder.glob("suspects-*.npz"))]
    features = np.concatenate([part["features"] for part in parts])
    labels = np.concatenate([part["labels"] for part in parts])
    names = parts[0]["names"].tolist()
    for name in LEFT_OUT:
        features[:, names.index(name)] = 0
    return Suspects(features[labels < 2], labels[labels < 2], names, sum(int(part["words"]) for part in parts))


def fit(features: npt.NDArray[np.float32], truth: npt.NDArray[np.int8], names: list[str]) -> Any:
    """Trees over suspects; as many slips as were put in, each weighed alike."""
    trees = HistGradientBoostingClassifier(
        max_iter=160, learning_rate=0.08, max_leaf_nodes=12, min_samples_leaf=60, l2_regularization=5.0,
        monotonic_cst=[RISES.get(name, 0) for name in names], random_state=1, early_stopping=False,
    )  # fmt: skip
    return trees.fit(features, truth)


def held_out_scores(given: Suspects) -> Floats:
    """The score of each suspect from trees that did not see its part of the copy."""
    fold = np.arange(len(given.truth)) * FOLDS // len(given.truth)
    scores = np.zeros(len(given.truth))
    for i in range(FOLDS):
        trees = fit(given.features[fold != i], given.truth[fold != i], given.names)
        scores[fold == i] = trees.decision_function(given.features[fold == i])
    return scores


def read_flags(name: str) -> tuple[Floats, Floats, int]:
    """Scores of flags that were read, how right each was, and in how many words they stood."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    rows = np.array([[float(x) for x in line.split("\t")] for line in lines if not line.startswith("#")])
    return rows[:, 0], rows[:, 1], int(lines[0].split()[3].replace(",", ""))


def calibration(scores: Floats, right: Floats) -> tuple[float, float]:
    """Slope and shift of a logistic curve through flags that were read (Platt 1999)."""
    twice = np.concatenate([scores, scores])[:, None]
    truth = np.repeat([1, 0], len(scores))
    line = LogisticRegression(C=100.0).fit(twice, truth, sample_weight=np.concatenate([right, 1 - right]))
    return float(line.coef_[0, 0]), float(line.intercept_[0])


def curve(clean: Floats, words: int, scores: Floats, right: Floats, read: int) -> tuple[list[float], list[float]]:
    """Thresholds for numbers of false flags in 100,000 words.

    As far down as flags were read, the false ones are counted; beyond, flags on clean copy are taken in proportion.
    """
    order = np.argsort(-scores)
    false = np.cumsum(1 - right[order]) * 100_000 / read
    kept = np.sort(clean)[::-1]
    most = false[-1]
    share = most * words / 100_000 / max(1, int((kept >= scores.min()).sum()))
    thresholds = []
    for alarms in ALARMS:
        if alarms <= most:
            thresholds.append(float(scores[order][np.searchsorted(false, alarms)]))
        else:
            thresholds.append(float(kept[min(len(kept) - 1, round(alarms * words / 100_000 / share))]))
    return list(ALARMS), thresholds


def line(scores: Floats, right: Floats, read: int) -> list[float]:
    """Thresholds for ALARMS by a straight line through the logarithms of the false flags counted, which are few."""
    order = np.argsort(-scores)
    false = np.cumsum(1 - right[order]) * 100_000 / read
    wrong = right[order] < 1
    slope, shift = np.polyfit(scores[order][wrong], np.log(false[wrong]), 1)
    return [float((np.log(alarms) - shift) / slope) for alarms in ALARMS]


def written(trees: Any) -> dict[str, Any]:
    """Trees as arrays."""
    parts: dict[str, list[float]] = {"feature": [], "threshold": [], "left": [], "right": [], "value": []}
    roots = []
    for (tree,) in trees._predictors:
        base = len(parts["feature"])
        roots.append(base)
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            parts["feature"].append(-1 if leaf else int(node["feature_idx"]))
            parts["threshold"].append(float(node["num_threshold"]))
            parts["left"].append(base + int(node["left"]))
            parts["right"].append(base + int(node["right"]))
            parts["value"].append(float(node["value"]))
    return {
        "feature": np.array(parts["feature"], np.int8), "threshold": np.array(parts["threshold"], np.float64),
        "left": np.array(parts["left"], np.int32), "right": np.array(parts["right"], np.int32),
        "value": np.array(parts["value"], np.float32), "roots": np.array(roots, np.int32),
        "base": np.float64(trees._baseline_prediction.ravel()[0]),
    }  # fmt: skip


def main() -> None:
    """Train and write the combiner."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    given = load(chosen.to)
    clean = held_out_scores(given)[given.truth == 0]
    read, right, words = read_flags(READ)
    alarms, thresholds = curve(clean, given.words, read, right, words)
    slope, shift = calibration(read, right)
    judged = read_flags(JUDGED)
    for a, t in zip(alarms, thresholds, strict=True):
        print(f"{a:5.1f} false in 100,000 words: score {t:.2f}, confidence {1 / (1 + np.exp(-slope * t - shift)):.2f}")
    asked = float(np.sort(clean)[::-1][min(len(clean) - 1, given.words // ASKED_IN)])
    np.savez_compressed(
        chosen.out, **written(fit(given.features, given.truth, given.names)),
        gain_weight=GAIN_WEIGHT, worth_asking=asked,
        alone_alarms=np.array(alarms), alone_thresholds=np.array(thresholds), alone_calibration=np.array([slope, shift]),
        judged_alarms=np.array(alarms), judged_thresholds=np.array(line(*judged)),
        judged_calibration=np.array(calibration(*judged[:2])),
    )  # fmt: skip
    print(f"{len(given.truth):,} suspects in {given.words:,} words, {chosen.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
