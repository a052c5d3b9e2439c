"""Trains the fast scorer: of a word and those that may be meant by it, which fits what stands around it.

    python -m training.scorer.train --to .checkpoints/encoder

A softmax over a word and its neighbours; features are hashed contexts (lint/models/slips/contexts.py) each together with the
word (Weinberger et al. 2009), learned by AdaGrad (Duchi et al. 2011). Three passes; seeded. Writes scorer-full.npz: for
each feature that was learned its key, weight and how much it moved the model.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from lint.models.slips.contexts import EDGE, REACH, TEMPLATES, hashes
from lint.models.slips.contexts import keys as keys_of

from ..articles import held_out, learned_from
from ..encoder.corrupt import Words
from ..encoder.kept import Corpus, load, read_table

SLOT_BITS = 28
PASSES, RATE = 3, 0.35
LEAST_SEEN = 5
"""Contexts of more than one word must be seen this often to be learned."""
MOST_TAKEN = 150_000
"""Places of one word that are learned from, about: of more common ones a share."""
_CHUNK = 400
_MOST_CHOICES = 21
_SMALL = sum(len(words) + len(shapes) == 1 for words, shapes in TEMPLATES)


class Chunks:
    """A corpus as contexts and word ids, some articles at a time."""

    def __init__(
        self, corpus: Corpus, words: Words, ids: npt.NDArray[np.int32], classes: npt.NDArray[np.uint8]
    ) -> None:
        self._corpus, self._ids, self._classes = corpus, ids, classes
        self._inner = np.array([words.ids.get(f, -1) if f.islower() else -1 for f in corpus.forms], np.int32)
        self._initial = np.array(
            [words.ids.get(f.lower(), -1) if len(f) == 1 or f[1:].islower() else -1 for f in corpus.forms], np.int32
        )

    def of(self, articles: list[int]) -> Iterator[tuple[npt.NDArray[np.uint32], npt.NDArray[np.int32]]]:
        """Contexts [n, templates] and word ids [n] of the words of these articles; -1 for what is no common word."""
        corpus = self._corpus
        for at in range(0, len(articles), _CHUNK):
            forms: list[npt.NDArray[np.int32]] = [np.full(REACH, EDGE, np.int32)]
            found: list[npt.NDArray[np.int32]] = []
            for article in articles[at : at + _CHUNK]:
                for s in range(int(corpus.articles[article]), int(corpus.articles[article + 1])):
                    start, end = int(corpus.sentences[s]), int(corpus.sentences[s + 1])
                    written = corpus.words[start:end]
                    meant = self._inner[written]
                    meant[0] = self._initial[written[0]]
                    forms += [self._ids[start:end], np.full(REACH, EDGE, np.int32)]
                    found += [meant, np.full(REACH, -1, np.int32)]
            joined = np.concatenate(forms)
            yield hashes(joined, self._classes[joined]), np.concatenate(found)[:-REACH]


_key = numba.njit(cache=True)(keys_of)


@numba.njit(cache=True)
def count(contexts: Any, words: Any, seen: Any) -> None:
    """Count contexts of checked words in a table of small numbers."""
    for i in range(len(words)):
        if words[i] < 0:
            continue
        for t in range(contexts.shape[1]):
            slot = contexts[i, t] >> np.uint32(4)
            if seen[slot] < 255:
                seen[slot] += 1


@numba.njit(cache=True)
def learn(
    contexts: Any, words: Any, choices: Any, sizes: Any, take: Any, bias: Any, weights: Any, squares: Any,
    seen: Any, rate: float, small: int, least: int, shift: int, seed: int,
) -> Any:  # fmt: skip
    """One pass over a chunk; gives how often the written word won, of how many places."""
    np.random.seed(seed)
    templates = contexts.shape[1]
    scores = np.zeros(32, np.float64)
    active = np.zeros(64, np.uint32)
    won = places = 0
    loss = 0.0
    for i in range(len(words)):
        word = words[i]
        if word < 0 or sizes[word] < 2 or np.random.random() > take[word]:
            continue
        n = 0
        for t in range(templates):
            if t < small or seen[contexts[i, t] >> np.uint32(4)] >= least:
                active[n] = contexts[i, t]
                n += 1
        size = sizes[word]
        top = -1e30
        best = 0
        for k in range(size):
            total = bias[choices[word, k]]
            for a in range(n):
                total += weights[_key(active[a], choices[word, k]) >> shift]
            scores[k] = total
            if total > top:
                top, best = total, k
        whole = 0.0
        for k in range(size):
            whole += np.exp(scores[k] - top)
        right = np.exp(scores[0] - top) / whole
        places += 1
        won += best == 0
        loss -= np.log(right + 1e-12)
        if right > 0.997:
            continue
        for k in range(size):
            gradient = np.exp(scores[k] - top) / whole - (1.0 if k == 0 else 0.0)
            if abs(gradient) < 0.002:
                continue
            square = gradient * gradient
            for a in range(n):
                slot = _key(active[a], choices[word, k]) >> shift
                squares[slot] += square
                weights[slot] -= rate * gradient / np.sqrt(squares[slot] + 0.5)
    return won, places, loss


@numba.njit(cache=True)
def judge(contexts: Any, words: Any, choices: Any, sizes: Any, bias: Any, weights: Any, shift: int) -> Any:
    """How often the written word wins in copy that was not learned from, of how many places, and the loss."""
    scores = np.zeros(32, np.float64)
    won = places = 0
    loss = 0.0
    for i in range(len(words)):
        word = words[i]
        if word < 0 or sizes[word] < 2:
            continue
        for k in range(sizes[word]):
            scores[k] = bias[choices[word, k]]
            for t in range(contexts.shape[1]):
                scores[k] += weights[_key(contexts[i, t], choices[word, k]) >> shift]
        top = scores[: sizes[word]].max()
        whole = np.exp(scores[: sizes[word]] - top).sum()
        loss -= scores[0] - top - np.log(whole)
        won += scores[0] == top
        places += 1
    return won, places, loss


@numba.njit(cache=True)
def owners(contexts: Any, words: Any, choices: Any, sizes: Any, kept: Any, keys: Any, votes: Any, shift: int) -> None:
    """The key that each kept slot is most often asked by (Boyer & Moore 1981)."""
    for i in range(len(words)):
        word = words[i]
        if word < 0:
            continue
        for k in range(sizes[word]):
            for t in range(contexts.shape[1]):
                key = _key(contexts[i, t], choices[word, k])
                at = kept[key >> shift]
                if at < 0:
                    continue
                if votes[at] == 0:
                    keys[at] = key
                    votes[at] = 1
                elif keys[at] == key:
                    if votes[at] < 1000:
                        votes[at] += 1
                else:
                    votes[at] -= 1


def main() -> None:
    """Train on a corpus that was numbered and sorted into classes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--most", type=int, default=8_000_000, help="features to keep")
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--least", type=int, default=LEAST_SEEN)
    parser.add_argument("--articles", type=int, default=0, help="read only so many, to try things")
    chosen = parser.parse_args()
    folder: Path = chosen.to
    corpus, words = load(folder), Words(*read_table(folder))
    held = np.load(folder / "classes.npz")
    chunks = Chunks(corpus, words, held["ids"], held["classes"])
    articles = learned_from(len(corpus.articles) - 1)[: chosen.articles or None]
    unread = held_out(len(corpus.articles) - 1)[-_CHUNK:]
    choices = np.zeros((len(words.names), _MOST_CHOICES), np.int32)
    sizes = np.zeros(len(words.names), np.int32)
    for word, meant in words.choices.items():
        choices[word, : len(meant)] = meant
        sizes[word] = len(meant)
    take = np.minimum(1.0, MOST_TAKEN / np.maximum(words.counts, 1)).astype(np.float32)
    bias = (0.5 * np.log(words.counts + 1)).astype(np.float32)
    shift = 32 - SLOT_BITS
    weights, squares = np.zeros(1 << SLOT_BITS, np.float32), np.zeros(1 << SLOT_BITS, np.float32)
    seen = np.zeros(1 << 28, np.uint8)
    began = time.monotonic()
    for contexts, found in chunks.of(articles):
        count(contexts, found, seen)
    print(f"counted {time.monotonic() - began:.0f} s", flush=True)
    for turn in range(chosen.passes):
        right = places = loss = 0
        for i, (contexts, found) in enumerate(chunks.of(articles)):
            a, b, c = learn(
                contexts, found, choices, sizes, take, bias, weights, squares, seen, chosen.rate / (1 + turn),
                _SMALL, chosen.least, shift, turn * 100_000 + i,
            )  # fmt: skip
            right, places, loss = right + a, places + b, loss + c
            if i % 10 == 9:
                print(
                    f"pass {turn} {_CHUNK * (i + 1):,} articles: right {right / places:.4f} loss {loss / places:.4f}"
                    f" {time.monotonic() - began:.0f} s",
                    flush=True,
                )
                right = places = loss = 0
        known = np.zeros(3)
        for contexts, found in chunks.of(unread):
            known += judge(contexts, found, choices, sizes, bias, weights, shift)
        print(f"held out: right {known[0] / known[1]:.5f} loss {known[2] / known[1]:.5f}", flush=True)
    worth = np.abs(weights) * np.sqrt(squares)
    least = np.partition(worth, -chosen.most)[-chosen.most]
    slots = np.flatnonzero((worth >= least) & (worth > 0))
    kept = np.full(1 << SLOT_BITS, -1, np.int32)
    kept[slots] = np.arange(len(slots), dtype=np.int32)
    keys, votes = np.zeros(len(slots), np.uint32), np.zeros(len(slots), np.int32)
    for contexts, found in chunks.of(articles):
        owners(contexts, found, choices, sizes, kept, keys, votes, shift)
    mine = votes > 0
    np.savez(
        folder / "scorer-full.npz", keys=keys[mine], weights=weights[slots][mine], worth=worth[slots][mine], bias=bias
    )
    print(f"{mine.sum():,} features kept of {np.count_nonzero(squares):,}, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
