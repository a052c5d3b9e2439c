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
RARE = frozenset(["V", "scare"])
"""Labels that few places bear."""
READ = Path(__file__).with_name("read.tsv")
"""Places that a reader was unsure of, each read for its label: what, article, offset, label, "?" where readers may differ."""
DRAWN = Path(__file__).with_name("drawn.tsv")
"""The same of places that come as they stand in articles of outlets that are kept from training, for thresholds alone."""
PICKED = "picked"
"""The table of places that pick.py chose."""
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
            where = _at(document, task, at)
            if where is not None:
                labels = (span["label"], span.get("second", span["label"]))
                key = f"{row['id']} {span['start']}"
                yield Place(task, document, where, labels, span.get("sure", True), row["source"], key)


def also_labelled(path: Path, table: Path = READ) -> Iterator[Place]:
    """The places of articles without labels of which a table says what they are."""
    for place, (label,) in _listed(path, table):
        sure, label = not label.endswith("?"), label.removesuffix("?")
        yield place._replace(labels=(label, label), sure=sure)


def settled() -> set[str]:
    """The names of the places that READ or DRAWN has a label for."""
    return {" ".join(line[:3]) for table in (READ, DRAWN) for line in _lines(table)}


def picked(path: Path, folder: Path) -> Iterator[Place]:
    """The places that pick.py chose for the teacher to read, or to read again."""
    yield from (place for place, _ in _listed(path, folder / f"{PICKED}.tsv"))


def _listed(path: Path, table: Path) -> Iterator[tuple[Place, list[str]]]:
    """The places of a table (what, article, offset), with what else stands in each line."""
    lines: dict[str, list[tuple[str, int, list[str]]]] = {}
    for task, article, offset, *more in _lines(table):
        lines.setdefault(article, []).append((task, int(offset), more))
    for row in rows(path):
        if row["id"] not in lines:
            continue
        document = document_of(row)
        for task, at, more in lines[row["id"]]:
            where = _at(document, task, at)
            if where is not None and where.start == at:
                yield Place(task, document, where, (), True, row["source"], f"{row['id']} {at}"), more


def _lines(table: Path) -> Iterator[list[str]]:
    """The lines of a table, cut at its tabs; what begins with "#" is none."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _at(document: Document, task: str, at: int) -> Sentence | Quotation | None:
    """The sentence at an offset of the prose, or the quotation that begins there."""
    return document.sentence_at(at) if task == CLAIMS else quotation_at(document, at)


def unlabelled(path: Path, without: set[str], number: int) -> Iterator[Place]:
    """The places of one of DRAWS, in articles that carry no labels and that no draw before it took."""
    others = undrawn(path, without, number)
    articles, chance = _articles(others, number)
    for row in articles:
        document = document_of(row)
        chosen: list[tuple[str, Sentence | Quotation]] = []
        for sentence in document.sentences:
            words = {t.norm for t in document.tokens[sentence.first : sentence.last]}
            if chance.random() < (DRAWS[number].vague if words & _VAGUE else DRAWS[number].plain):
                chosen.append((CLAIMS, sentence))
        chosen += [(QUOTES, q) for q in document.quotations if short(document, q)]
        for task, where in chosen:
            yield Place(task, document, where, (), True, row["source"], f"{row['id']} {where.start}")


def document_of(row: dict[str, Any]) -> Document:
    """An article as a draft."""
    return read(Source("\n\n".join([row["title"], *row["paragraphs"]])), "plain")


def undrawn(path: Path, without: set[str], number: int) -> list[dict[str, Any]]:
    """The articles that carry no labels and that the first `number` draws do not take."""
    others = [row for row in rows(path) if row["id"] not in without]
    for earlier in range(number):
        taken = {row["id"] for row in _articles(others, earlier)[0]}
        others = [row for row in others if row["id"] not in taken]
    return others


def _articles(rows_: list[dict[str, Any]], number: int) -> tuple[list[dict[str, Any]], random.Random]:
    chance = random.Random(_SEED + number)
    return chance.sample(rows_, DRAWS[number].articles), chance


def taught(path: Path, without: set[str], folder: Path) -> Iterator[tuple[Place, list[float]]]:
    """The places that the teacher read, with what it says of each; of those that it read again, what it said last.

    Those that have a label by now are left out.
    """
    known = settled()
    last = {key: soft for key, soft in _said(folder, PICKED).items() if key not in known}
    known |= last.keys()
    if last:
        yield from _with(last, picked(path, folder))
    for number in range(len(DRAWS)):
        said = {key: soft for key, soft in _said(folder, str(number)).items() if key not in known}
        if said:
            yield from _with(said, unlabelled(path, without, number))


def _with(said: dict[str, list[float]], places: Iterator[Place]) -> Iterator[tuple[Place, list[float]]]:
    for place in places:
        if name(place) in said:
            yield place, said[name(place)][: len(LABELS[place.task])]


def name(place: Place) -> str:
    """What a place is called in files."""
    return f"{place.task} {place.key}"


def _said(folder: Path, asked: str) -> dict[str, list[float]]:
    """What the teacher says of each place of a draw, or of those picked, by its name."""
    found: dict[str, list[float]] = {}
    for path in sorted(folder.glob(f"soft-{asked}-*.npz")):
        with np.load(path) as given:
            found |= zip(given["keys"].tolist(), given["soft"].tolist(), strict=True)
    return found


def held_outlets(outlets: set[str]) -> set[str]:
    """The outlets that training does not see."""
    return set(sorted(outlets)[1::HELD_EVERY])


def quotation_at(document: Document, at: int) -> Quotation | None:
    """The quotation that begins there."""
    return next((q for q in document.quotations if q.start == at), None)


def short(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is closed, stands in a sentence and is of a few words."""
    if quotation.depth or quotation.block or not quotation.closed:
        return False
    return 1 <= document.words(*quotation.inner) <= LONGEST_SPAN
