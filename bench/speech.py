"""What the model of who says what costs: reading it over a draft, and which share of sentences grammar is asked for.

    python bench/speech.py DRAFT... [--rounds 5]

CPU time over the drafts as one, warm, in two parts: by surface, and with grammar. What is read off the prose for all rules
(tokens, sentences, names, quotations) is read beforehand, and so is spaCy loaded. Give it news copy: made drafts have
other sentences.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from pathlib import Path
from statistics import median

from lint.grammar import Layer
from lint.nlp import Grammar
from lint.readers import format_of, read
from lint.speech import read_speech, undecided
from lint.text.document import Document
from lint.text.source import Source


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("drafts", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = [(path.read_text(encoding="utf-8"), format_of(str(path))) for path in given.drafts]
    _read(_documents(texts), Grammar())
    rounds = [_round(texts) for _ in range(given.rounds)]
    documents = _documents(texts)
    words = sum(d.words(0, len(d.text) + 1) for d in documents)
    sentences = sum(len(d.sentences) for d in documents)
    asked = sum(len(undecided(d)) for d in documents)
    surface, whole = (median(r[k] for r in rounds) * 10_000 / words for k in (0, 1))
    print(f"{words:,} words, {sentences:,} sentences; grammar asked for {asked:,}, {asked / sentences:.1%}")
    print(f"over 10,000 words: {surface:.3f} s by surface, {whole:.3f} s with grammar (median of {given.rounds})")


def _documents(texts: list[tuple[str, str]]) -> list[Document]:
    documents = [read(Source(text), format) for text, format in texts]
    for document in documents:
        _ = document.sentences, document.names, document.quoted, document.occurrences, document.lowered
        document.words(0, 1)
    return documents


def _round(texts: list[tuple[str, str]]) -> tuple[float, float]:
    documents = _documents(texts)
    grammar = Grammar()
    grammar.read(documents[0], documents[0].sentences[:1], Layer.PARSE)
    started = time.process_time()
    for document in documents:
        undecided(document)
    surface = time.process_time() - started
    _read(documents, grammar)
    return surface, time.process_time() - started


def _read(documents: list[Document], grammar: Grammar) -> None:
    for document in documents:
        read_speech(document, partial(grammar.read, document, layer=Layer.PARSE))


if __name__ == "__main__":
    main()
