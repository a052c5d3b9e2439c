"""What typo/misspelling costs: loading, reading a draft cold and warm, words a second.

    python bench/spelling.py [--words 100000]

CPU time, on the generated draft of bench/draft.py, tokens read beforehand: they are shared by all rules.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

from draft import draft

from lint.engine import RuleSet
from lint.linter import Linter
from lint.page import Page
from lint.readers import read
from lint.settings import Settings
from lint.spelling.pairs import pairs
from lint.spelling.words import words
from lint.text.document import Document
from lint.text.source import Source

NAME = "typo/misspelling"
SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=100_000)
    given = parser.parse_args()
    before = _memory()
    started = time.process_time()
    words()
    print(f"words loaded in {_since(started)}, +{_memory() - before:.0f} MB")
    started = time.process_time()
    pairs()
    print(f"pairs loaded in {_since(started)} (only where a word is unknown)")
    linter = Linter(Settings(select=(NAME,)))
    long = draft(given.words)
    for label, text in (
        ("the seed article, cold", SEED.read_text(encoding="utf-8")),
        ("generated", long),
        ("again", long),
    ):
        document = read(Source(text), "plain")
        held = len([t for t in document.tokens if t.counts]), document.occurrences
        started = time.process_time()
        list(_run(linter, document))
        spent = time.process_time() - started
        print(f"{label}: {held[0]:,} words in {1000 * spent:.1f} ms, {held[0] / spent:,.0f} a second")


def _run(linter: Linter, document: Document) -> object:
    rules: RuleSet = linter._rules
    return rules.rules[NAME].check(Page(document, rules.rules[NAME], options=rules.options[NAME]))


def _since(started: float) -> str:
    return f"{1000 * (time.process_time() - started):.1f} ms"


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
