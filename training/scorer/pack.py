"""Packs the trained scorer into the file that ships.

    python -m training.scorer.pack --to .checkpoints/encoder --out lint/models/slips/scorer.npz

Of each feature the file keeps 11 bits of its key beside the bucket that holds it (together the whole key), and one of
31 weights. Buckets have two places; where more features want in, those that moved the model most stay.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lint.models.slips.scorer import BUCKET_SHIFT, CODE_BITS, REMAINDER

from ..encoder.corrupt import Words
from ..encoder.kept import read_table

MOST_MEANT = 16


def book_of(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """32 weights, the first 0, that stand for all others with little loss (Lloyd 1982)."""
    sample = np.sort(weights[:: max(1, len(weights) // 200_000)])
    book = np.quantile(sample, np.linspace(0.001, 0.999, 31))
    for _ in range(40):
        nearest = np.abs(sample[:, None] - book[None, :]).argmin(1)
        book = np.array([sample[nearest == i].mean() if (nearest == i).any() else book[i] for i in range(31)])
    return np.concatenate([[0.0], book]).astype(np.float32)


def table_of(
    keys: npt.NDArray[np.uint32], codes: npt.NDArray[np.uint8], worth: npt.NDArray[np.float32], ways: int
) -> npt.NDArray[np.uint16]:
    """The buckets, filled by worth."""
    order = np.lexsort((-worth, keys >> BUCKET_SHIFT))
    buckets = (keys >> BUCKET_SHIFT)[order]
    first = np.searchsorted(buckets, buckets)
    place = np.arange(len(buckets)) - first
    kept = place < ways
    table = np.zeros((1 << (32 - BUCKET_SHIFT), ways), np.uint16)
    entries = ((keys[order] & REMAINDER).astype(np.uint16) << CODE_BITS) | codes[order]
    table[buckets[kept], place[kept]] = entries[kept]
    print(f"{kept.sum():,} of {len(kept):,} features kept")
    return table


def main() -> None:
    """Pack what training wrote."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--features", type=int, default=4_000_000)
    parser.add_argument("--ways", type=int, default=2)
    chosen = parser.parse_args()
    table, counts = read_table(chosen.to)
    words = Words(table, counts)
    held, classes = np.load(chosen.to / "scorer-full.npz"), np.load(chosen.to / "classes.npz")
    strongest = np.argsort(-held["worth"])[: chosen.features]
    keys, weights, worth = held["keys"][strongest], held["weights"][strongest], held["worth"][strongest]
    book = book_of(weights)
    edges = (book[2:] + book[1:-1]) / 2
    codes = (np.searchsorted(edges, weights) + 1).astype(np.uint8)
    meant: list[int] = []
    prior: list[float] = []
    starts = [0]
    for i in range(len(words.names)):
        for other in words.choices.get(i, [i])[1 : MOST_MEANT + 1]:
            meant.append(other)
            prior.append(np.log(dict(table[words.names[other]])[words.names[i]]))
        starts.append(len(meant))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        chosen.out,
        table=table_of(keys, codes, worth, chosen.ways), book=book, bias=held["bias"],
        classes=classes["classes"], meant=np.array(meant, np.uint16),
        prior=np.clip(np.round(np.array(prior) * 16), -127, 0).astype(np.int8), starts=np.array(starts, np.int32),
        forms=np.frombuffer("\n".join(classes["names"].tolist()).encode("utf-8"), np.uint8),
        words=np.frombuffer("\n".join(words.names).encode("utf-8"), np.uint8),
    )  # fmt: skip
    print(f"{chosen.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
