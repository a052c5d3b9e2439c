"""Picks the places that teach most: those of which a reader is unsure, for the teacher to read, or to read again.

    python -m training.meaning.pick --to .checkpoints/meaning --data ../shared/data

Takes what the teacher was unsure of in the draws that it read, and in 5,000 more articles what the shipped readers are unsure
of (uncertainty sampling, Lewis and Gale 1994). Writes picked.tsv. Outlets that training does not see are left out. Some 15
minutes on one core.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from lint.models.meaning import read_claims, read_scare_quote
from lint.text.document import Document
from lint.text.quotations import Quotation

from .copy import (
    CLAIMS,
    DRAWS,
    LABELS,
    PICKED,
    QUOTES,
    Place,
    document_of,
    held_outlets,
    name,
    rows,
    settled,
    short,
    taught,
    undrawn,
)

ARTICLES = 5_000
_SEED = 99
RARE_IS = (0.02, 0.98)
"""Between these a teacher is unsure whether a label is one of the rare ones."""
CLAIM_IS = (0.25, 0.75)
VAGUE_IS, SCARE_IS = (0.08, 0.93), (0.05, 0.85)
"""The same for the shipped readers."""


def unsure(given: float, between: tuple[float, float]) -> bool:
    """Whether a probability lies between two others."""
    return between[0] < given < between[1]


def teacher_unsure(task: str, said: list[float]) -> bool:
    """Whether what a teacher says of a place leaves a doubt."""
    chance = dict(zip(LABELS[task], said, strict=True))
    if task == QUOTES:
        return unsure(chance["scare"], RARE_IS)
    return unsure(chance["V"], RARE_IS) or unsure(chance["U"], CLAIM_IS)


def fresh(path: Path, without: set[str], held: set[str]) -> Iterator[Place]:
    """Places of articles that no draw takes, of which the shipped readers are unsure."""
    others = [row for row in undrawn(path, without, len(DRAWS)) if row["source"] not in held]
    for row in random.Random(_SEED).sample(others, ARTICLES):
        document = document_of(row)
        for sentence in document.sentences:
            claims = read_claims(document, sentence)
            if unsure(claims.vague.probability, VAGUE_IS) or unsure(claims.unattributed.probability, CLAIM_IS):
                yield Place(CLAIMS, document, sentence, (), True, row["source"], f"{row['id']} {sentence.start}")
        for quotation in document.quotations:
            if short(document, quotation) and _scare_unsure(document, quotation):
                yield Place(QUOTES, document, quotation, (), True, row["source"], f"{row['id']} {quotation.start}")


def _scare_unsure(document: Document, quotation: Quotation) -> bool:
    return unsure(read_scare_quote(document, quotation).probability, SCARE_IS)


def main() -> None:
    """Pick and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    chosen = parser.parse_args()
    labels, news = chosen.data / "labels", chosen.data / "news" / "train.jsonl.xz"
    known = [row for task in LABELS for row in rows(labels / f"{task}.jsonl.xz")]
    without, held = {row["id"] for row in known}, held_outlets({row["source"] for row in known})
    again = (p for p, said in taught(news, without, chosen.to) if p.outlet not in held and teacher_unsure(p.task, said))
    names = [name(place) for places in (again, fresh(news, without, held)) for place in places]
    lines = ["# what, article, offset", *(found.replace(" ", "\t") for found in sorted(set(names) - settled()))]
    (chosen.to / f"{PICKED}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(names):,} places")


if __name__ == "__main__":
    main()
