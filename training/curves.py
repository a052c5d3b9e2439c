"""How well scores tell what is so from what is not: precision at several recalls."""

from __future__ import annotations

import numpy as np


def curve(scores: np.ndarray, truth: np.ndarray) -> str:
    """The best F1, and precision at several recalls."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    precision, recall = hits / np.arange(1, len(order) + 1), hits / max(1, truth.sum())
    best = (2 * precision * recall / (precision + recall + 1e-9)).max()
    points = " ".join(f"{r}: {precision[recall >= r].max():.2f}" for r in (0.5, 0.6, 0.7, 0.75, 0.8))
    return f"F1 {best:.3f}; {points} ({int(truth.sum())} of {len(truth)})"
