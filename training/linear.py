"""Trains the linear models of lint/models from labelled copy: claims, vague sources and scare quotes.

    python -m training.linear --data ../shared/data [--soft .checkpoints/meaning]   train, measure, write the tables
    python -m training.linear --data ../shared/data --dry-run                       measure only

Logistic regression (liblinear, L2) over the features of lint/models/features.py. Labels of the second reader count half where
the two differ; labels of meaning/read.tsv count like them; of places that only the teacher of training/meaning read, its
probabilities count. Seeded; takes about three minutes on one core, six with the teacher's places. Needs scikit-learn. Prints
precision at several recalls on the gold sets, and on labels of outlets that a second model never saw.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from lint.models.features import sentence_features, span_features
from lint.models.linear import LinearModel
from lint.text.sentences import Sentence

from .curves import curve
from .meaning.copy import CLAIMS, LABELS, QUOTES, Place, also_labelled, labelled, rows, taught

SEED = 7
LEAST_WEIGHT = 5
MODELS = Path(__file__).resolve().parent.parent / "lint" / "models"


class Task(NamedTuple):
    """One model: its name, what it reads, the label that it tells, its regularization, the least count of a feature."""

    name: str
    of: str
    label: str
    strength: float
    least: int


class Examples(NamedTuple):
    """The features of places, how much of each is the label (0 to 1), sureness and outlets."""

    features: list[list[str]]
    targets: list[float]
    sure: list[bool]
    outlets: list[str]

    def add(self, place: Place, target: float) -> None:
        """One more place."""
        self.features.append(features_of(place))
        self.targets.append(target)
        self.sure.append(place.sure)
        self.outlets.append(place.outlet)


TASKS = (
    Task("claims", CLAIMS, "U", strength=0.015, least=3),
    Task("vague_sources", CLAIMS, "V", strength=0.05, least=2),
    Task("scare_quotes", QUOTES, "scare", strength=0.1, least=2),
)


def features_of(place: Place) -> list[str]:
    """The features of a sentence or a quotation."""
    where = place.where
    return (
        sentence_features(place.document, where)
        if isinstance(where, Sentence)
        else span_features(place.document, where)
    )


def examples(places: Sequence[Place], task: Task) -> Examples:
    """Places with labels as examples."""
    found = Examples([], [], [], [])
    for place in places:
        found.add(place, place.labels.count(task.label) / len(place.labels))
    return found


def by_teacher(data: Path, folder: Path) -> dict[str, Examples]:
    """Places without labels that the teacher read, as examples for each task, by its name."""
    found = {task.name: Examples([], [], [], []) for task in TASKS}
    known = {row["id"] for of in LABELS for row in rows(data / "labels" / f"{of}.jsonl.xz")}
    for place, said in taught(data / "news" / "train.jsonl.xz", known, folder):
        for task in TASKS:
            if task.of == place.task:
                found[task.name].add(place, said[LABELS[task.of].index(task.label)])
    return found


def fit(task: Task, features: list[list[str]], targets: np.ndarray) -> tuple[CountVectorizer, LogisticRegression]:
    """A model of these examples, each of which stands for its label and against it, as much as either is so."""
    counts = CountVectorizer(analyzer=lambda x: x, binary=True, min_df=task.least)
    matrix = counts.fit_transform(features)
    twice = np.concatenate([np.arange(len(targets))] * 2)
    share = 2 * np.concatenate([targets, 1 - targets])
    truth = np.repeat([True, False], len(targets))
    counted = share > 0
    model = LogisticRegression(C=task.strength, solver="liblinear", random_state=SEED, max_iter=500)
    return counts, model.fit(matrix[twice[counted]], truth[counted], sample_weight=share[counted])


def across_outlets(task: Task, given: Examples, more: Examples | None) -> str:
    """How models do on outlets they never saw: three folds of outlets, each judged by the other two."""
    folds = {outlet: i % 3 for i, outlet in enumerate(sorted(set(given.outlets)))}
    fold, targets = np.array([folds[o] for o in given.outlets]), np.array(given.targets)
    scores = np.zeros(len(targets))
    for held in range(3):
        kept, away = np.flatnonzero(fold != held), np.flatnonzero(fold == held)
        features, shares = [given.features[i] for i in kept], list(targets[kept])
        if more:
            features, shares = features + more.features, shares + more.targets
        counts, model = fit(task, features, np.array(shares))
        scores[away] = model.decision_function(counts.transform([given.features[i] for i in away]))
    return curve(scores, targets >= 0.5)


def train(task: Task, data: Path, read: Sequence[Place], more: Examples | None, *, write: bool) -> None:
    """Train one model, print how it does, and write its table. `read` are the places of read.tsv, of every task."""
    beside = (p for p in read if p.task == task.of)
    given = examples([*labelled(data / "labels" / f"{task.of}.jsonl.xz", task.of), *beside], task)
    features, targets = list(given.features), list(given.targets)
    if more:
        features, targets = features + more.features, targets + more.targets
    counts, model = fit(task, features, np.array(targets))
    names = counts.get_feature_names_out()
    weights = zip(names, (round(100 * w) for w in model.coef_[0]), strict=True)
    table = [("", round(100 * model.intercept_[0])), *sorted((n, w) for n, w in weights if abs(w) >= LEAST_WEIGHT)]
    print(f"{task.name}: {len(features):,} examples, {len(names):,} features, {len(table):,} weights kept")

    shipped = LinearModel({feature: w / 100 for feature, w in table})
    gold = examples(list(labelled(data / "gold" / f"{task.of}.jsonl", task.of)), task)
    kept, truth = np.array(gold.sure), np.array(gold.targets) >= 0.5
    scores = np.array([shipped.logit(f) for f in gold.features])
    print("  gold:", curve(scores[kept], truth[kept]))
    print("  outlets not seen:", across_outlets(task, given, more))
    if write:
        head = f"# {task.name}: weight of each feature in hundredths of a logit; made by training/linear.py"
        lines = [head, *(f"{feature}\t{w}" for feature, w in table)]
        (MODELS / f"{task.name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train every model."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--soft", type=Path, help="the folder of what the teacher of training/meaning said")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--only", choices=[t.name for t in TASKS])
    given = parser.parse_args()
    more = by_teacher(given.data, given.soft) if given.soft else {}
    read = list(also_labelled(given.data / "news" / "train.jsonl.xz"))
    for task in TASKS:
        if given.only in (None, task.name):
            train(task, given.data, read, more.get(task.name), write=not given.dry_run)


if __name__ == "__main__":
    main()
