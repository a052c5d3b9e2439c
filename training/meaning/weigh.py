"""Weighs what the branch says with the linear models, and finds from where the branch is asked at all.

    python -m training.meaning.weigh --to .checkpoints/meaning --data ../shared/data --out lint/models/meaning/weights.tsv

Logistic regression (Platt 1999, of two logits) on the outlets that neither saw, so that a probability means
what it says on copy of others. Prints how it does there, outlet by outlet left out, and on the gold sets. Seconds but for the
linear models, which are learned anew without those outlets: three minutes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression

from lint.models.meaning.weights import CERTAIN

from ..curves import curve
from ..linear import TASKS, Examples, Task, by_teacher, examples, features_of, fit
from .copy import DRAWN, LABELS, RARE, Place, also_labelled, held_outlets, labelled, name

STRENGTH = 0.3
ASKED_FROM = {"claims": -1.0, "vague_sources": -1.5, "scare_quotes": -2.5}
"""The linear model's logit from which the branch is asked. Lower ones find a hundredth more and take half as long again."""


class Judged(NamedTuple):
    """Places with what is known of each: features for the weighing, and whether it bears the label."""

    places: list[Place]
    given: np.ndarray
    truth: np.ndarray


def linear_logits(task: Task, seen: Examples, more: Examples | None, asked: list[Place]) -> np.ndarray:
    """What a linear model that learned from `seen`, and from what the teacher said, says of the others."""
    features, targets = list(seen.features), list(seen.targets)
    if more:
        features, targets = features + more.features, targets + more.targets
    counts, learned = fit(task, features, np.array(targets))
    logits: np.ndarray = learned.decision_function(counts.transform([features_of(p) for p in asked]))
    return logits


def odds(logits: np.ndarray, label: int) -> np.ndarray:
    """The log-odds of one label against all others, for each place."""
    found: np.ndarray = logits[:, label] - logsumexp(np.delete(logits, label, 1), axis=1)
    return found.clip(-CERTAIN, CERTAIN)


def weighing(given: np.ndarray, truth: np.ndarray) -> LogisticRegression:
    """The weights of what is given."""
    return LogisticRegression(C=STRENGTH, max_iter=2000).fit(given, truth)


def left_out(judged: Judged, parts: int = 5) -> np.ndarray:
    """The logit of each place from weights that did not see its outlet."""
    outlets = sorted({p.outlet for p in judged.places})
    part = np.array([outlets.index(p.outlet) % parts for p in judged.places])
    logits = np.zeros(len(part))
    for i in range(parts):
        weights = weighing(judged.given[part != i], judged.truth[part != i])
        logits[part == i] = weights.decision_function(judged.given[part == i])
    return logits


def main() -> None:
    """Weigh, measure, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    says: dict[str, np.ndarray] = {}
    for of in LABELS:
        with np.load(chosen.to / f"says-{of}.npz") as kept:
            says |= zip(kept["keys"].tolist(), kept["logits"], strict=True)
    lines = [
        "# label: from what linear logit the branch is asked, bias, weight of that logit, of the log-odds of the branch"
    ]
    labels = {task: list(labelled(chosen.data / "labels" / f"{task}.jsonl.xz", task)) for task in LABELS}
    apart = held_outlets({p.outlet for places in labels.values() for p in places})
    news = chosen.data / "news" / "train.jsonl.xz"
    one_by_one, drawn = list(also_labelled(news)), list(also_labelled(news, DRAWN))
    known_outlets = {p.outlet for p in one_by_one}
    more = by_teacher(chosen.data, chosen.to)
    for task in TASKS:
        label, names = task.label, LABELS[task.of]
        seen = [p for p in labels[task.of] if p.outlet not in apart] + [p for p in one_by_one if p.task == task.of]
        away = [p for p in labels[task.of] if p.outlet in apart and p.sure]
        beside = [p for p in drawn if p.task == task.of and label in RARE]
        gold = [p for p in labelled(chosen.data / "gold" / f"{task.of}.jsonl", task.of) if p.sure]
        asked = [*away, *beside, *gold]
        linear = linear_logits(task, examples(seen, task), more[task.name], asked)
        branch = odds(np.array([says[name(p)] for p in asked])[:, : len(names)], names.index(label))
        given = np.column_stack([linear, branch])
        truth = np.array([p.labels[0] == label for p in asked])
        others = len(away) + len(beside)
        mine = Judged(asked[:others], given[:others], truth[:others])
        weights = weighing(mine.given, mine.truth)
        weighed = np.concatenate([left_out(mine), weights.decision_function(given[others:])])
        least = ASKED_FROM[task.name]
        new = np.array([p.outlet not in known_outlets for p in asked])
        kinds = np.repeat(["outlets held", "drawn", "gold"], [len(away), len(beside), len(gold)])
        parts = {kind: kinds == kind for kind in ("outlets held", "drawn", "gold")}
        parts["outlets of which nothing was ever read"] = new & (kinds != "gold")
        for called, part in parts.items():
            if truth[part].any():
                least_asked = linear[part] >= least
                print(f"{label}, {called}: {curve(weighed[part], truth[part])}")
                print(
                    f"   branch alone {curve(branch[part], truth[part])}, linear alone {curve(linear[part], truth[part])}"
                )
                print(
                    f"   asked about {least_asked.mean():.2f} of the places, which hold "
                    f"{least_asked[truth[part]].mean():.3f} of the label"
                )
        numbers = [least, *weights.intercept_, *weights.coef_[0]]
        lines.append("\t".join([task.name, *(f"{n:.3f}" for n in numbers)]))
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
