"""What packs of rules add to a warm run: the drafts checked with all rules, and with all but theirs.

    python bench/packs.py attribution quotes --drafts DRAFT... [--rounds 5]

CPU time over 10,000 words, the two in turn, and the median of what lies between them. Models are loaded, but nothing is
remembered of the drafts: grammar and slips are read anew each time. It also says of which share of the sentences grammar
is read, and how often the encoder's branch that reads meaning is asked. Give it news copy.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from lint import Linter, Settings
from lint.models.encoder import encoder
from lint.models.meaning.reader import meaning_reader
from lint.nlp import Grammar, SpacyTagger
from lint.readers import read
from lint.text.source import Source


class Taken(NamedTuple):
    """What one run over the drafts took: seconds, sentences whose grammar was read, and those that the branch read."""

    seconds: float
    parsed: int
    asked: int


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packs", nargs="+")
    parser.add_argument("--drafts", nargs="+", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in given.drafts]
    tagger, every, without = SpacyTagger(), Settings(), Settings(ignore=tuple(given.packs))
    rounds = [(_run(every, texts, tagger), _run(without, texts, tagger)) for _ in range(given.rounds + 1)][1:]
    words = sum(len(text.split()) for text in texts)
    sentences = sum(len(read(Source(text), "plain").sentences) for text in texts)
    seconds = ((a.seconds, b.seconds, a.seconds - b.seconds) for a, b in rounds)
    whole, rest, between = (median(t) * 10_000 / words for t in zip(*seconds, strict=True))
    print(
        f"{words:,} words; over 10,000 words: {whole:.2f} s with all rules, {rest:.2f} s without {', '.join(given.packs)}:"
    )
    print(f"they add {between:.2f} s (median of {given.rounds})")
    with_them, without_them = rounds[-1]
    print(
        f"of {sentences:,} sentences grammar is read of {with_them.parsed / sentences:.1%}, and of "
        f"{without_them.parsed / sentences:.1%} without them"
    )
    asked = with_them.asked * 10_000 / words
    print(f"the branch that reads meaning is asked about {asked:.0f} sentences and quotations in 10,000 words")


def _run(settings: Settings, texts: list[str], tagger: SpacyTagger) -> Taken:
    grammar = Grammar(tagger)
    linter, reader = Linter(settings, grammar=grammar), meaning_reader()
    encoder().memory.clear()
    reader.memory.clear()
    asked, started = reader.windows, time.process_time()
    for text in texts:
        linter.check(text)
    return Taken(time.process_time() - started, grammar.sentences_read, reader.windows - asked)


if __name__ == "__main__":
    main()
