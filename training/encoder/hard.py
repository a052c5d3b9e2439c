"""Collects hard sentences: copy as published that the readers of slips would ask about.

    python -m training.encoder.hard --data ../shared/data --to .checkpoints/encoder --articles 30000

Nearly all of it is right, so training reads it again while the rate falls (hard negatives, as in Shrivastava et al. 2016).
Where much speaks for a slip it may be one that its editors missed: there the judge is asked, and what it too would change
is left out. Writes hard.tsv: the number of a sentence in the corpus, and the highest score of its words in logits.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.models.encoder import Encoder
from lint.models.judge import Judge, Question, open_judge
from lint.models.slips.combiner import combiner
from lint.models.slips.scorer import Scorer
from lint.models.slips.suspects import suspects
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

from ..articles import learned_from
from ..slips.collect import around, articles
from .kept import Corpus, load

LEAST = -3.5
"""The score from which a sentence is hard: about one word in 150."""
DOUBTED = 0.5
"""The score from which the judge is asked: about one word in 1,500."""
GAIN = 1.0
"""The judge's gain in nats from which it would change the word."""


class Place(NamedTuple):
    """A word that looks like a slip: its sentence in the corpus, its score, and what to ask the judge."""

    sentence: int
    score: float
    question: Question


def places(document: Document, first: int, scorer: Scorer, encoder: Encoder) -> Iterator[Place]:
    """The hard places of an article whose first sentence has this number in the corpus."""
    weigh, tokens = combiner().score, document.tokens
    for suspect in suspects(document, document.sentences, scorer, encoder):
        score = weigh(suspect.features)
        sentence = document.sentence_at(tokens[suspect.token].start) if score >= LEAST else None
        if sentence is None:
            continue
        before, text, start = around(document, suspect)
        end = start + tokens[suspect.token].end - tokens[suspect.token].start
        yield Place(first + sentence.index, score, Question(before, text, start, end, (suspect.right,)))


def trusted(found: list[Place], judge: Judge) -> dict[int, float]:
    """The sentences whose words the judge would leave, with their highest scores."""
    doubted = [place for place in found if place.score >= DOUBTED]
    gains = judge.gains([place.question for place in doubted])
    wrong = {place.sentence for place, (gain,) in zip(doubted, gains, strict=True) if gain > GAIN}
    best: dict[int, float] = {}
    for place in found:
        if place.sentence not in wrong:
            best[place.sentence] = max(place.score, best.get(place.sentence, LEAST))
    return best


def collected(data: Path, corpus: Corpus, chosen: set[int], scorer: Scorer, encoder: Encoder) -> Iterator[Place]:
    """The hard places of the chosen articles. Those that the text layer now cuts otherwise are passed over."""
    for i, text in zip(sorted(chosen), articles(data, chosen), strict=True):
        document = read(Source(text), "plain")
        first, end = int(corpus.articles[i]), int(corpus.articles[i + 1])
        if len(document.sentences) == end - first:
            yield from places(document, first, scorer, encoder)


def main() -> None:
    """Collect hard sentences."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--scorer", type=Path, default=Path("lint/models/slips/scorer.npz"))
    parser.add_argument("--encoder", type=Path, default=Path("lint/models/encoder"))
    chosen = parser.parse_args()
    corpus = load(chosen.to)
    read_now = set(random.Random(0).sample(learned_from(len(corpus.articles) - 1), chosen.articles))
    found = list(collected(chosen.data, corpus, read_now, Scorer(chosen.scorer), Encoder(chosen.encoder)))
    kept = trusted(found, open_judge("smollm2"))
    rows = "".join(f"{sentence}\t{score:.2f}\n" for sentence, score in sorted(kept.items()))
    (chosen.to / "hard.tsv").write_text(rows, encoding="utf-8")
    print(f"{len(found):,} hard places, {len(kept):,} sentences kept")


if __name__ == "__main__":
    main()
