"""What typo/real-word costs: its files, loading them, words a second, memory, and what the judge adds.

    python bench/slips.py [FILE] [--words 20000] [--judge smollm2]

CPU time, on FILE or on the generated draft of bench/draft.py; tokens and sentences are read beforehand: all rules share them.
With --judge, which must be installed, a draft of 700 words is read without it, with it, and once more.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from draft import draft

from lint.models.encoder import encoder
from lint.models.judge import open_judge
from lint.models.slips import find_slips
from lint.models.slips.scorer import Scorer, scorer
from lint.packs import load
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

ARTICLE = 700
_RULE = load(installed=False).rules["typo/real-word"]
_ALARMS = next(o.default for o in _RULE.options if o.name == "alarms" and isinstance(o.default, float))


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", help="plain text to read in place of the generated draft")
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--judge", default="")
    given = parser.parse_args()
    text = given.file.read_text(encoding="utf-8") if given.file else draft(given.words)
    print(f"{'':32}{'size':>10}{'time':>12}{'memory':>10}{'words/s':>10}")
    document = parsed(text)
    loaded = first_reader(document)
    reader = row("encoder: load", encoder, size=held("encoder/encoder.onnx") + held("encoder/encoder.npz"))
    if given.judge:
        judged(text, given.judge)
    reader.memory.clear()
    whole(document, loaded)
    print(f"sentences that the encoder was woken for: {len(reader.memory):,} of {len(document.sentences):,}")


def first_reader(document: Document) -> Scorer:
    """The scorer by itself: the first reader of every word."""
    loaded = row("scorer: load", scorer, size=held("slips/scorer.npz"))
    row("scorer: read", lambda: loaded.read(document, document.sentences), words=words(document))
    return loaded


def whole(document: Document, loaded: Scorer) -> None:
    """All three readers: the encoder reads what the scorer wakes, the combiner weighs."""
    row("all readers: read", lambda: find_slips(document, document.sentences, _ALARMS), words=words(document))
    row("all readers: read again", lambda: find_slips(document, document.sentences, _ALARMS), words=words(document))
    row("of which the scorer", lambda: loaded.read(document, document.sentences), words=words(document))


def judged(text: str, name: str) -> None:
    """What a judge adds to an article."""
    article = parsed(" ".join(text.split(" ")[:ARTICLE]))
    judge = open_judge(name)
    for label, one in (
        ("article", None),
        ("article, with the judge", judge),
        ("article, with the judge, again", judge),
    ):
        row(label, lambda one=one: find_slips(article, article.sentences, _ALARMS, one), words=words(article))


def parsed(text: str) -> Document:
    """A draft whose tokens, sentences and quotations are known."""
    document = read(Source(text), "plain")
    for shared in (document.tokens, document.sentences, document.occurrences, document.quoted):
        assert shared is not None
    return document


def words(document: Document) -> int:
    """Words of a draft."""
    return sum(token.counts for token in document.tokens)


def held(name: str) -> float:
    """Megabytes of a model file."""
    return (Path(__file__).resolve().parent.parent / "lint" / "models" / name).stat().st_size / 1e6


def row(name: str, work: Callable[[], Any], size: float = 0.0, words: int = 0) -> Any:
    """Do it, and print what it took."""
    before, started = memory(), time.process_time()
    done = work()
    spent = time.process_time() - started
    print(
        f"{name:32}{f'{size:.1f} MB' if size else '':>10}{1000 * spent:>9,.0f} ms{memory() - before:>+7.0f} MB"
        f"{f'{words / spent:,.0f}' if words else '':>10}"
    )
    return done


def memory() -> float:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
