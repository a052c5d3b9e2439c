"""Labelled copy, and copy without labels, as places to read: sentences and short quotations in their drafts."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lint.readers import read
from lint.text.document import Document
from lint.text.quotations import Quotation
from lint.text.sentences import Sentence
from lint.text.source import Source

CLAIMS, QUOTES = "claims", "quotes"
LABELS = {CLAIMS: ("A", "N", "U", "V", "X"), QUOTES: ("quote", "scare", "title", "unattributed", "other", "term")}
"""The labels of sentences and of quoted spans, as ../shared/data/labels/guide.md has them."""
HELD_EVERY = 4
"""One outlet in so many is kept from training, for thresholds and calibration."""
LONGEST_SPAN = 5
"""Words of a quotation without a label that is taken."""
_SEED = 3
_VAGUE = frozenset(
    "some many most critics supporters opponents observers experts analysts sources reportedly believed thought expected "
    "considered seen regarded widely rumored feared allegedly supposedly concerns questions fears reports polls studies "
    "speculation surveys officials others people generally commonly say".split()
)
"""A word of a vague source: of sentences without labels these are taken more often, as such sources are rare."""


class Draw(NamedTuple):
    """Articles without labels: of sentences with a word of a vague source, and of others, these shares are taken."""

    articles: int
    vague: float
    plain: float


DRAWS = (Draw(4_000, 1 / 3, 1 / 6), Draw(6_000, 1 / 3, 1 / 12))
"""What the teacher reads, one draw after the other, with all short quotations in those articles."""


class Place(NamedTuple):
    """A sentence or a quotation of a draft, with what two readers said of it (the same twice, or nothing)."""

    task: str
    document: Document
    where: Sentence | Quotation
    labels: tuple[str, ...]
    sure: bool
    outlet: str
    key: str
    """The article and the offset in it."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a jsonl file, compressed or not."""
    data = path.read_bytes()
    for line in (lzma.decompress(data) if path.suffix == ".xz" else data).splitlines():
        yield json.loads(line)


def labelled(path: Path, task: str) -> Iterator[Place]:
    """The places of a file of labels."""
    for row in rows(path):
        document = read(Source(row["text"]), "plain")
        for span in row["spans"]:
            at = document.map.prose(span["start"])
            where = document.sentence_at(at) if task == CLAIMS else quotation_at(document, at)
            if where is not None:
                labels = (span["label"], span.get("second", span["label"]))
                key = f"{row['id']} {span['start']}"
                yield Place(task, document, where, labels, span.get("sure", True), row["source"], key)


def unlabelled(path: Path, without: set[str], number: int) -> Iterator[Place]:
    """The places of one of DRAWS, in articles that carry no labels and that no draw before it took."""
    others = [row for row in rows(path) if row["id"] not in without]
    for earlier in range(number):
        taken = {row["id"] for row in _articles(others, earlier)[0]}
        others = [row for row in others if row["id"] not in taken]
    articles, chance = _articles(others, number)
    for row in articles:
        document = read(Source("\n\n".join([row["title"], *row["paragraphs"]])), "plain")
        chosen: list[tuple[str, Sentence | Quotation]] = []
        for sentence in document.sentences:
            words = {t.norm for t in document.tokens[sentence.first : sentence.last]}
            if chance.random() < (DRAWS[number].vague if words & _VAGUE else DRAWS[number].plain):
                chosen.append((CLAIMS, sentence))
        chosen += [(QUOTES, q) for q in document.quotations if _short(document, q)]
        for task, where in chosen:
            yield Place(task, document, where, (), True, row["source"], f"{row['id']} {where.start}")


def _articles(rows_: list[dict[str, Any]], number: int) -> tuple[list[dict[str, Any]], random.Random]:
    chance = random.Random(_SEED + number)
    return chance.sample(rows_, DRAWS[number].articles), chance


def taught(path: Path, without: set[str], folder: Path) -> Iterator[tuple[Place, list[float]]]:
    """The places that the teacher read, with what it says of each."""
    for number in range(len(DRAWS)):
        said = _said(folder, number)
        if said:
            for place in unlabelled(path, without, number):
                if name(place) in said:
                    yield place, said[name(place)][: len(LABELS[place.task])]


def name(place: Place) -> str:
    """What a place is called in files."""
    return f"{place.task} {place.key}"


def _said(folder: Path, number: int) -> dict[str, list[float]]:
    """What the teacher says of each place of a draw that it was asked about, by its name."""
    found: dict[str, list[float]] = {}
    for path in sorted(folder.glob(f"soft-{number}-*.npz")):
        with np.load(path) as given:
            found |= zip(given["keys"].tolist(), given["soft"].tolist(), strict=True)
    return found


def held_outlets(outlets: set[str]) -> set[str]:
    """The outlets that training does not see."""
    return set(sorted(outlets)[1::HELD_EVERY])


def quotation_at(document: Document, at: int) -> Quotation | None:
    """The quotation that begins there."""
    return next((q for q in document.quotations if q.start == at), None)


def _short(document: Document, quotation: Quotation) -> bool:
    if quotation.depth or quotation.block or not quotation.closed:
        return False
    return 1 <= document.words(*quotation.inner) <= LONGEST_SPAN
