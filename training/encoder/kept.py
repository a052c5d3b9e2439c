"""What the steps before training left in a folder: the corpus and the table of neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

MOST_TYPED = 40
"""What may be typed for one word, in the table."""
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
