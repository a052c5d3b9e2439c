"""What packs of rules add to a warm run: the drafts checked with all rules, and with all but theirs.

    python bench/packs.py attribution quotes --drafts DRAFT... [--rounds 5]

CPU time over 10,000 words, the two in turn, and the median of what lies between them. It also
says how often the encoder's branch that reads meaning is asked. Give it news copy.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median

from lint import Linter, Settings
from lint.models.meaning.reader import meaning_reader


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packs", nargs="+")
    parser.add_argument("--drafts", nargs="+", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in given.drafts]
    every, without = Linter(), Linter(Settings(ignore=tuple(given.packs)))
    times = [(_took(every, texts), _took(without, texts)) for _ in range(given.rounds + 1)][1:]
    words = sum(len(text.split()) for text in texts)
    whole, rest, between = (median(t) * 10_000 / words for t in zip(*((a, b, a - b) for a, b in times), strict=True))
    print(
        f"{words:,} words; over 10,000 words: {whole:.2f} s with all rules, {rest:.2f} s without {', '.join(given.packs)}:"
    )
    print(f"they add {between:.2f} s (median of {given.rounds})")
    before = meaning_reader().windows
    _took(every, texts)
    asked = meaning_reader().windows - before
    print(
        f"the branch that reads meaning was asked about {asked * 10_000 / words:.0f} sentences and quotations in them"
    )


def _took(linter: Linter, texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        linter.check(text)
    return time.process_time() - started


if __name__ == "__main__":
    main()
