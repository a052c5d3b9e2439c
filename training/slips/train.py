"""Trains the combiner on suspects that were collected.

    python -m training.slips.train --to .checkpoints/encoder --out lint/models/slips/combiner.npz

Boosted trees that may only rise with what speaks for a slip and fall with what speaks against it. The calibration maps
a score to how much of what has that score in news copy is a slip; its two numbers come from flags that were read on
copy as published (calibrate.py).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

RISES = {
    "scorer": 1, "scorer best": 1, "encoder slip": 1, "encoder choice": 1, "in place": -1, "oddest elsewhere": -1,
    "prior": 1, "again": -1, "right again": 1,
}  # fmt: skip
LEFT_OUT = ("length",)


def fit(features: npt.NDArray[np.float32], truth: npt.NDArray[np.int8], names: list[str], **more: float) -> HistGradientBoostingClassifier:
    """Trees over suspects; as many slips as the copy has, each weighed alike."""
    trees = HistGradientBoostingClassifier(
        max_iter=int(more.get("trees", 160)), learning_rate=0.08, max_leaf_nodes=int(more.get("leaves", 12)),
        min_samples_leaf=60, l2_regularization=5.0,
        monotonic_cst=[RISES.get(name, 0) for name in names], random_state=1, early_stopping=False,
    )  # fmt: skip
    return trees.fit(features, truth)


def main() -> None:
    """Train and write the combiner."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calibration", type=float, nargs=2, default=(1.0, 0.0))
    chosen = parser.parse_args()
    held = np.load(chosen.to / "suspects.npz")
    known = held["labels"] < 2
    names = held["names"].tolist()
    features = held["features"][known].copy()
    for name in LEFT_OUT:
        features[:, names.index(name)] = 0
    trees = fit(features, held["labels"][known], names)
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
    np.savez_compressed(
        chosen.out,
        feature=np.array(parts["feature"], np.int8), threshold=np.array(parts["threshold"], np.float64),
        left=np.array(parts["left"], np.int32), right=np.array(parts["right"], np.int32),
        value=np.array(parts["value"], np.float32), roots=np.array(roots, np.int32),
        base=np.float64(trees._baseline_prediction.ravel()[0]), calibration=np.array(chosen.calibration, np.float64),
    )  # fmt: skip
    print(f"{known.sum():,} suspects, {len(roots)} trees, {chosen.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
