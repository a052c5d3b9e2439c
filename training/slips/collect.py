"""Collects suspects in copy that neither scorer nor encoder learned from, as published and with slips put in.

    python -m training.slips.collect --data ../shared/data --to .checkpoints/encoder --articles 1500

Writes suspects-FIRST.npz: features, 1 where the suspect is a slip that was put in and its right word is proposed, and the words.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import numpy as np

from lint.models.encoder import Encoder
from lint.models.slips.scorer import Scorer
from lint.models.slips.suspects import FEATURES, Suspect, checkable, suspects
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

from ..articles import held_out
from ..encoder.kept import load, read_table

BETWEEN = 60
"""Words from one slip to the next, about."""


def articles(data: Path, chosen: set[int]) -> Iterator[str]:
    """The texts of articles of the training copy, by their numbers."""
    with lzma.open(data / "news" / "train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i in chosen:
                yield "\n\n".join(json.loads(line)["paragraphs"])


class Slips:
    """Puts slips into documents as the neighbour table has them."""

    def __init__(self, table: dict[str, list[tuple[str, float]]]) -> None:
        self._typed = {w: ([t for t, _ in typed], list(accumulate(s for _, s in typed))) for w, typed in table.items()}

    def into(self, document: Document, draw: random.Random) -> tuple[str, dict[int, str]]:
        """A text with slips, and the right words by the token that each stands at."""
        tokens, parts, right, at = document.tokens, [], {}, 0
        starts = {s.first for s in document.sentences}
        after = draw.randrange(BETWEEN)
        for i, token in enumerate(tokens):
            after -= 1
            typed = self._typed.get(token.norm)
            if after > 0 or typed is None or not checkable(token, initial=i in starts):
                continue
            word = typed[0][min(bisect(typed[1], draw.random() * typed[1][-1]), len(typed[0]) - 1)]
            parts += [document.text[at : token.start], word.capitalize() if token.capitalized else word]
            at, right[i] = token.end, token.norm
            after = draw.randrange(BETWEEN // 2, BETWEEN + BETWEEN // 2)
        return "".join([*parts, document.text[at:]]), right


def around(document: Document, suspect: Suspect) -> tuple[str, str, int]:
    """What a judge is asked with: the sentence before, the sentence, and where in it the word stands."""
    start = document.tokens[suspect.token].start
    sentence = document.sentence_at(start)
    assert sentence is not None
    previous = document.sentences[sentence.index - 1] if sentence.index else None
    before = document.text[previous.start : previous.end] if previous and previous.block == sentence.block else ""
    return before[-400:], document.text[sentence.start : sentence.end], start - sentence.start


def main() -> None:
    """Collect suspects."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--articles", type=int, default=1_500)
    parser.add_argument("--first", type=int, default=0, help="where to begin, for several processes side by side")
    parser.add_argument("--scorer", type=Path, default=Path("lint/models/slips/scorer.npz"))
    parser.add_argument("--encoder", type=Path, default=Path("lint/models/encoder"))
    chosen = parser.parse_args()
    corpus, (table, _) = load(chosen.to), read_table(chosen.to)
    unread = held_out(len(corpus.articles) - 1)
    put, draw = Slips(table), random.Random(1 + chosen.first)
    scorer, encoder = Scorer(chosen.scorer), Encoder(chosen.encoder)
    rows: list[Suspect] = []
    labels: list[int] = []
    texts: list[tuple[str, str, int]] = []
    words = slips = 0
    for count, text in enumerate(articles(chosen.data, set(unread[chosen.first : chosen.first + chosen.articles])), 1):
        clean = read(Source(text), "plain")
        words += len(clean.tokens)
        here = suspects(clean, clean.sentences, scorer, encoder)
        rows += here
        labels += [0] * len(here)
        texts += [around(clean, suspect) for suspect in here]
        slipped, right = put.into(clean, draw)
        slips += len(right)
        document = read(Source(slipped), "plain")
        if len(document.tokens) == len(clean.tokens):
            for suspect in suspects(document, document.sentences, scorer, encoder):
                if suspect.token in right:
                    rows.append(suspect)
                    labels.append(1 if suspect.right == right[suspect.token] else 2)
                    texts.append(around(document, suspect))
        if count % 50 == 0:
            print(
                f"{count} articles, {words:,} words, {labels.count(0):,} clean, {labels.count(1):,} of {slips:,}",
                flush=True,
            )
    np.savez_compressed(
        chosen.to / f"suspects-{chosen.first}.npz",
        features=np.array([r.features for r in rows], np.float32), labels=np.array(labels, np.int8),
        pairs=np.array([" ".join((r.word, r.right, *r.others)) for r in rows]),
        names=np.array(FEATURES), words=words, slips=slips,
        before=np.array([t[0] for t in texts]), sentence=np.array([t[1] for t in texts]), start=np.array([t[2] for t in texts]),
    )  # fmt: skip


if __name__ == "__main__":
    main()
