"""The forms that the scorer numbers, and their classes: words that keep the same company.

    python -m training.scorer.classes --to .checkpoints/encoder

Classes are k-means clusters of what stands right before and right after a form (positive pointwise mutual
information, Bullinaria & Levy 2007, cut to 60 dimensions by SVD). Writes classes.npz.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from lint.models.slips.contexts import Forms, shape, straight

from ..encoder.kept import Corpus, load

MOST_FORMS, CLASSES, ALONE, BESIDE, DIMENSIONS = 30_000, 255, 95, 3_000, 60


def numbered(corpus: Corpus) -> list[str]:
    """The names of numbered forms and shapes, the edge first, then by how common they are."""
    counts = np.bincount(corpus.words, minlength=len(corpus.forms)).tolist()
    first = np.bincount(corpus.words[corpus.sentences[:-1]], minlength=len(corpus.forms)).tolist()
    inner: Counter[str] = Counter()
    for form, count, initial in zip(corpus.forms, counts, first, strict=True):
        inner[straight(form)] += count - initial
    common = [name for name, _ in sorted(inner.items(), key=lambda x: (-x[1], x[0]))[:MOST_FORMS]]
    taken = set(common)
    shapes = sorted({shape(form) for form in inner if form not in taken})
    return ["<edge>", *common, *(s for s in shapes if s not in taken)]


def as_ids(corpus: Corpus, forms: Forms) -> npt.NDArray[np.int32]:
    """The number of the form of each word of a corpus."""
    inner = np.array([forms.of(form, initial=False) for form in corpus.forms], np.int32)
    initial = np.array([forms.of(form, initial=True) for form in corpus.forms], np.int32)
    ids = inner[corpus.words]
    starts = corpus.sentences[:-1]
    ids[starts] = initial[corpus.words[starts]]
    return ids


def clusters(ids: npt.NDArray[np.int32], sentences: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.uint8]:
    """The class of each form; the most common forms are classes of their own."""
    inside = np.ones(len(ids) - 1, np.bool_)
    inside[sentences[1:-1] - 1] = False
    left, right = ids[:-1][inside], ids[1:][inside]
    beside = BESIDE + 1
    rows = np.concatenate([right, left])
    columns = np.concatenate([np.minimum(left, BESIDE), np.minimum(right, BESIDE) + beside])
    table = sparse.coo_matrix((np.ones(len(rows), np.float32), (rows, columns)), (size, 2 * beside)).tocsr()
    whole = table.sum()
    row, column = np.asarray(table.sum(1)).ravel(), np.asarray(table.sum(0)).ravel()
    pairs = table.tocoo()
    information = np.log(pairs.data * whole / (row[pairs.row] * column[pairs.col]))
    positive = sparse.coo_matrix((np.maximum(information, 0), (pairs.row, pairs.col)), table.shape).tocsr()
    u, s, _ = randomized_svd(positive, DIMENSIONS, random_state=1)
    vectors = u * np.sqrt(s)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    found = np.zeros(size, np.uint8)
    found[1 : ALONE + 1] = np.arange(1, ALONE + 1)
    means = MiniBatchKMeans(CLASSES - ALONE, random_state=1, n_init=3, batch_size=4096, max_iter=200)
    means.fit(vectors[ALONE + 1 :], sample_weight=np.sqrt(row[ALONE + 1 :] + 1))
    found[ALONE + 1 :] = means.labels_ + ALONE + 1
    return found


def main() -> None:
    """Number and sort the forms of a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    folder: Path = parser.parse_args().to
    corpus = load(folder)
    names = numbered(corpus)
    ids = as_ids(corpus, Forms(names))
    found = clusters(ids, corpus.sentences, len(names))
    np.savez(folder / "classes.npz", names=np.array(names), classes=found, ids=ids)
    print(f"{len(names):,} forms and shapes in {len(set(found.tolist()))} classes")


if __name__ == "__main__":
    main()
