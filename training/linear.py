"""Trains the linear models of lint/models from labelled copy: claims and scare quotes.

    python training/linear.py --data ../shared/data            train, measure, write the tables
    python training/linear.py --data ../shared/data --dry-run  measure only

Logistic regression (liblinear, L2) over the features of lint/models/features.py, labels of the second
reader counted half where the two differ. Seeded; takes about three minutes on one core. Needs scikit-learn.
Prints precision at several recalls on the gold sets, and on labels of outlets that a second model never saw.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from lint.models.features import sentence_features, span_features
from lint.models.linear import LinearModel
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

SEED = 7
LEAST_WEIGHT = 5
MODELS = Path(__file__).resolve().parent.parent / "lint" / "models"


@dataclass(frozen=True)
class Task:
    """One model: its name, its label, the files of labels and gold, how a labelled span becomes features."""

    name: str
    label: str
    labels: str
    gold: str
    features: Callable[[Document, dict[str, Any]], list[str]]
    strength: float
    least: int


def claim(document: Document, span: dict[str, Any]) -> list[str]:
    """Features of the sentence at a labelled span."""
    sentence = document.sentence_at(document.map.prose(span["start"]))
    return sentence_features(document, sentence) if sentence else []


def scare_quote(document: Document, span: dict[str, Any]) -> list[str]:
    """Features of the quotation at a labelled span."""
    at = document.map.prose(span["start"])
    quotation = next((q for q in document.quotations if q.start == at), None)
    return span_features(document, quotation) if quotation else []


TASKS = (
    Task("claims", "U", "labels/claims.jsonl.xz", "gold/claims.jsonl", claim, strength=0.015, least=3),
    Task("scare_quotes", "scare", "labels/quotes.jsonl.xz", "gold/quotes.jsonl", scare_quote, strength=0.1, least=2),
)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a jsonl file, compressed or not."""
    data = path.read_bytes()
    for line in (lzma.decompress(data) if path.suffix == ".xz" else data).splitlines():
        yield json.loads(line)


def examples(path: Path, task: Task) -> tuple[list[list[str]], list[float], list[bool], list[str]]:
    """Features, targets (second reader's label counted half), sureness and outlets of labelled spans."""
    found: tuple[list[list[str]], list[float], list[bool], list[str]] = ([], [], [], [])
    for row in rows(path):
        document = read(Source(row["text"]), "plain")
        for span in row["spans"]:
            features = task.features(document, span)
            if not features:
                continue
            second = span.get("second", span["label"])
            found[0].append(features)
            found[1].append(((span["label"] == task.label) + (second == task.label)) / 2)
            found[2].append(span.get("sure", True))
            found[3].append(row["source"])
    return found


def curve(scores: np.ndarray, truth: np.ndarray) -> str:
    """Precision at several recalls, and the best F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    precision, recall = hits / np.arange(1, len(order) + 1), hits / max(1, truth.sum())
    at = [(r, precision[np.searchsorted(recall, r)]) for r in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)]
    points = [f"{r:.1f}: {p:.2f}" for r, p in at]
    best = (2 * precision * recall / (precision + recall + 1e-9)).max()
    return f"precision at recall {', '.join(points)}; best F1 {best:.3f} ({int(truth.sum())} of {len(truth)})"


def fit(task: Task, features: list[list[str]], targets: np.ndarray) -> tuple[CountVectorizer, LogisticRegression]:
    """A model of these examples; one on which readers differ stands once for each."""
    counts = CountVectorizer(analyzer=lambda x: x, binary=True, min_df=task.least)
    matrix = counts.fit_transform(features)
    twice = np.concatenate([np.arange(len(targets))] * 2)
    hard = np.concatenate([targets >= 0.5, targets > 0.5])
    model = LogisticRegression(C=task.strength, solver="liblinear", random_state=SEED, max_iter=500)
    return counts, model.fit(matrix[twice], hard)


def across_outlets(task: Task, features: list[list[str]], targets: np.ndarray, outlets: list[str]) -> str:
    """How models do on outlets they never saw: three folds of outlets, each judged by the other two."""
    folds = {outlet: i % 3 for i, outlet in enumerate(sorted(set(outlets)))}
    fold = np.array([folds[o] for o in outlets])
    scores = np.zeros(len(targets))
    for held in range(3):
        kept = np.flatnonzero(fold != held)
        counts, model = fit(task, [features[i] for i in kept], targets[kept])
        away = np.flatnonzero(fold == held)
        scores[away] = model.decision_function(counts.transform([features[i] for i in away]))
    return curve(scores, targets >= 0.5)


def train(task: Task, data: Path, *, write: bool) -> None:
    """Train one model, print how it does, and write its table."""
    features, given, _, outlets = examples(data / task.labels, task)
    targets = np.array(given)
    counts, model = fit(task, features, targets)
    names = counts.get_feature_names_out()
    weights = zip(names, (round(100 * w) for w in model.coef_[0]), strict=True)
    table = [("", round(100 * model.intercept_[0])), *sorted((n, w) for n, w in weights if abs(w) >= LEAST_WEIGHT)]
    print(f"{task.name}: {len(features):,} examples, {len(names):,} features, {len(table):,} weights kept")

    shipped = LinearModel({name: w / 100 for name, w in table})
    gold, truth, sure, _ = examples(data / task.gold, task)
    kept = np.array(sure)
    scores = np.array([shipped.judge(f).probability for f in gold])
    print("  gold:", curve(scores[kept], np.array(truth)[kept] >= 0.5))
    print("  outlets not seen:", across_outlets(task, features, targets, outlets))
    if write:
        head = f"# {task.name}: weight of each feature in hundredths of a logit; made by training/linear.py"
        lines = [head, *(f"{name}\t{w}" for name, w in table)]
        (MODELS / f"{task.name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train every model."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--only", choices=[t.name for t in TASKS])
    given = parser.parse_args()
    for task in TASKS:
        if given.only in (None, task.name):
            train(task, given.data, write=not given.dry_run)


if __name__ == "__main__":
    main()
