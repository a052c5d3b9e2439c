"""Weighs the signals by which a draft is guessed to be opinion, and measures the whole guess.

    python training/genre.py --data ../shared/data             fit, print the weights for lint/models/opinion.py
    python training/genre.py --data ../shared/data --measure   what articles of news/dev are guessed as, by kind of outlet

A logistic curve over the nine rates of `lint.models.opinion`: pieces of columnists and opinion pages against wire and
daily copy that has no label of opinion on it. Seeded; fitting takes two minutes on one core and needs scikit-learn.
`--measure` takes off the labels that the collectors of the corpus put before titles, counts what is guessed with the
publishers' labels and by the words alone, and says of how many labelled articles most sentences are claims.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint.genre import OPINION, SURE, genre_of, labelled
from lint.models.opinion import SIGNALS, probability, rates
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

SEED = 5
MOST = 1_200
"""Articles of a kind to learn from."""
KINDS = {
    "wire": ("Reuters", "Associated Press", "NPR Online News", "BBC News", "Bloomberg"),
    "daily": (
        "USA TODAY", "New York Times - News", "Wall Street Journal - News", "Washington Post", "CNN (Web News)", "The Hill",
        "Politico", "Washington Times", "Fox Online News", "Fox News", "NBC News (Online)", "CNBC", "Newsmax",
        "Newsmax - News", "Chicago Sun-Times", "CBN",
    ),
    "magazine": (
        "Townhall", "National Review", "Salon", "Reason", "The Nation", "HotAir", "Daily Beast", "Vox", "The Week - News",
        "Mother Jones", "New York Magazine", "Vanity Fair",
    ),
    "opinion": (
        "Guest Writer - Right", "Guest Writer - Left", "Guest Writer", "Victor Hanson", "Rich Lowry", "John Stossel",
        "Ben Shapiro", "New York Times - Opinion", "CNN - Editorial", "Fox News Opinion", "Newsmax - Opinion",
        "The Week - Opinion", "Quillette", "Jacobin", "Nicholas Kristof", "Ryan Cooper", "Noah Rothman",
    ),
}  # fmt: skip
_KIND_OF = {outlet: kind for kind, outlets in KINDS.items() for outlet in outlets}
_COLLECTORS = "OPINION: "


def articles(path: Path) -> list[dict[str, Any]]:
    """The rows of a compressed jsonl file."""
    return [json.loads(line) for line in lzma.decompress(path.read_bytes()).splitlines()]


def document(row: dict[str, Any]) -> Document:
    """An article as a plain draft, without what the collectors wrote before its title."""
    text = row["text"] if "text" in row else "\n\n".join([row["title"].removeprefix(_COLLECTORS), *row["paragraphs"]])
    return read(Source(text), "plain")


def kind_of(row: dict[str, Any]) -> str:
    """The kind of outlet that an article is of."""
    return _KIND_OF.get(row["source"], "other")


def fit(data: Path) -> None:
    """Learn the weights and print them."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    rows = articles(data / "news" / "train.jsonl.xz")
    random.Random(SEED).shuffle(rows)
    taken: Counter[str] = Counter()
    examples: list[list[float]] = []
    truth: list[bool] = []
    for row in rows:
        kind = kind_of(row)
        if kind not in ("wire", "daily", "opinion") or taken[kind] == MOST:
            continue
        taken[kind] += 1
        draft = document(row)
        is_labelled = row["title"].startswith(_COLLECTORS) or labelled(draft)[0] == OPINION
        if (kind != "opinion" and is_labelled) or not probability(draft):  # 0 where the words are not to tell
            continue
        examples.append(rates(draft))
        truth.append(kind == "opinion")
    model = LogisticRegression(C=1.0, max_iter=3_000).fit(np.array(examples), truth)
    print(f"{len(truth):,} articles, {sum(truth):,} of them opinion")
    for signal, weight in zip(SIGNALS, model.coef_[0], strict=True):
        print(f"{weight:6.2f}  {signal.name}")
    print(f"{model.intercept_[0]:6.2f}  (bias)")


def guesses(rows: list[dict[str, Any]]) -> Iterator[str]:
    """A table: of the articles of each kind of outlet, how many are guessed to be what."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        draft = document(row)
        guess = genre_of(draft)
        count = counts[kind_of(row)]
        count["all"] += 1
        count[guess.name] += 1
        count["by words"] += probability(draft) >= SURE
    yield f"{'outlets':10}{'articles':>10}{'news':>8}{'analysis':>10}{'feature':>9}{'opinion':>9}{'by words alone':>16}"
    for kind in (*KINDS, "other"):
        c = counts[kind]
        yield (
            f"{kind:10}{c['all']:10,}{c['news']:8,}{c['analysis']:10,}{c['feature']:9,}{c['opinion']:9,}{c['by words']:16,}"
            f"  ({100 * c['by words'] / max(1, c['all']):.1f}%)"
        )


def claims(rows: list[dict[str, Any]]) -> Iterator[str]:
    """What is guessed of labelled articles, by the share of their sentences that are claims in the writer's voice."""
    bands = ((0.0, "under a quarter"), (0.25, "a quarter to 0.4"), (0.4, "0.4 to a half"), (0.5, "a half and more"))
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for row in rows:
        labels = [span["label"] for span in row["spans"] if span["label"] != "X"]
        share = labels.count("U") / max(1, len(labels))
        band = next(name for least, name in reversed(bands) if share >= least)
        counts[band][genre_of(document(row)).name == OPINION] += 1
    for _, band in bands:
        yield f"claims {band:18}{sum(counts[band].values()):6,} articles, {counts[band][True]:4,} guessed to be opinion"


def main() -> None:
    """Fit or measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--measure", action="store_true", help="measure what ships")
    given = parser.parse_args()
    if not given.measure:
        fit(given.data)
        return
    print("\n".join(guesses(articles(given.data / "news" / "dev.jsonl.xz"))))
    print("\n".join(claims(articles(given.data / "labels" / "claims.jsonl.xz"))))


if __name__ == "__main__":
    main()
