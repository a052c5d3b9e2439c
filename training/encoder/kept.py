"""What the steps before training left in a folder: the corpus and the table of neighbours."""

from __future__ import annotations

import math
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

MOST_TYPED = 40
"""What may be typed for one word, in the table."""
STEEP = 0.35
"""How much oftener a hard sentence is read for each logit that speaks against it."""
MOST_NEIGHBOURS = 20
"""What may be meant by one word."""


class Corpus(NamedTuple):
    """Articles as word ids. `sentences` and `articles` are where each begins, with the end of all as last entry.

    `sentences` counts words, `articles` sentences. `paragraph` says of each sentence whether it begins one.
    """

    words: npt.NDArray[np.int32]
    sentences: npt.NDArray[np.int64]
    paragraph: npt.NDArray[np.bool_]
    articles: npt.NDArray[np.int64]
    forms: list[str]


def load(folder: Path) -> Corpus:
    """A corpus that was written before."""
    held = np.load(folder / "corpus.npz")
    forms = (folder / "forms.txt").read_text(encoding="utf-8").split("\n")
    return Corpus(held["words"], held["sentences"], held["paragraph"], held["articles"], forms)


class Hard(NamedTuple):
    """Sentences of the corpus, by number, that an encoder took for wrong, and the sums of how often each is to be read."""

    sentences: list[int]
    ladder: list[float]


def read_hard(folder: Path) -> Hard | None:
    """The hard sentences that were collected (hard.py), or none."""
    path = folder / "hard.tsv"
    if not path.exists():
        return None
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return Hard([int(row[0]) for row in rows], list(accumulate(math.exp(STEEP * float(row[1])) for row in rows)))


def read_table(folder: Path) -> tuple[dict[str, list[tuple[str, float]]], dict[str, int]]:
    """Neighbours and counts as they were written."""
    found: dict[str, list[tuple[str, float]]] = {}
    counts: dict[str, int] = {}
    for line in (folder / "neighbours.tsv").read_text(encoding="utf-8").splitlines():
        word, count, *typed = line.split("\t")
        counts[word] = int(count)
        if typed:
            found[word] = [(t, float(share)) for t, share in (part.rsplit(" ", 1) for part in typed)]
    return found, counts
