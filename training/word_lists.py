"""Counts the word lists of rules/consistency from news copy: ordinary words and well-known names.

    python training/word_lists.py --data ../shared/data            count and write the lists
    python training/word_lists.py --data ../shared/data --dry-run  count, and say how the lists would change

A word is ordinary that is set in lower case in at least 25 articles; a name is known whose form is set with a
capital within a sentence in at least 6. A form one letter away from another 100 times as frequent is taken for a
misspelling of it and left out. Counts only; no text is kept. Takes about ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

HOME = Path(__file__).resolve().parent.parent / "rules" / "consistency"
ORDINARY_IN, KNOWN_IN = 25, 6
SHORTEST_WORD, SHORTEST_NAME = 3, 4
MISSPELLED_BELOW = 1 / 100
SPAN = "US and UK news articles of 2012 to 2020"


def articles(path: Path) -> Iterator[Document]:
    """The articles of a compressed jsonl file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield read(Source("\n\n".join(json.loads(line)["paragraphs"])), "plain")


def forms(document: Document) -> tuple[set[str], set[str]]:
    """The words that a draft sets in lower case, and those it sets with a capital within a sentence."""
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in document.sentences:
        for i in range(sentence.first, sentence.last):
            token = document.tokens[i]
            if not token.is_word or not token.text.isalpha():
                continue
            if token.text.islower():
                lower.add(token.text)
            elif token.capitalized and i > sentence.first and not token.shouted:
                capital.add(token.text)
    return lower, capital


def misspelled(counts: Counter[str]) -> set[str]:
    """Forms a letter away from one that is a hundred times as frequent."""
    alike: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        for key in {form, *(form[:i] + form[i + 1 :] for i in range(len(form)))}:
            alike[key].append(form)
    found: set[str] = set()
    for group in alike.values():
        most = max(counts[f] for f in group)
        found.update(f for f in group if counts[f] < most * MISSPELLED_BELOW)
    return found


def write(name: str, head: str, words: Iterable[str], *, dry: bool) -> None:
    """Write a list, sorted, or say how it would change."""
    path = HOME / name
    lines = sorted(words)
    held = (
        {w for w in path.read_text(encoding="utf-8").splitlines() if not w.startswith("#")} if path.exists() else set()
    )
    print(f"{name}: {len(lines):,} words, {len(set(lines) - held):,} new, {len(held - set(lines)):,} gone")
    if not dry:
        path.write_text("\n".join([*head.splitlines(), *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Count both lists."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--dry-run", action="store_true")
    given = parser.parse_args()
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    read_so_far = 0
    for document in articles(given.data / "news" / "train.jsonl.xz"):
        small, big = forms(document)
        lower.update(small)
        capital.update(big)
        read_so_far += 1
        if read_so_far % 2000 == 0:
            print(f"  {read_so_far:,} articles", flush=True)
    ordinary = {w for w, n in lower.items() if n >= ORDINARY_IN and len(w) >= SHORTEST_WORD}
    held = Counter({f: n for f, n in capital.items() if n >= KNOWN_IN and len(f) >= SHORTEST_NAME})
    wrong = misspelled(held)
    known = {f for f in held if f not in wrong and f.lower() not in ordinary}
    write(
        "_words.txt",
        f"# Ordinary English words of {SHORTEST_WORD} letters and more: those set in lower case in at least\n"
        f"# {ORDINARY_IN} of {read_so_far:,} {SPAN}. One a line, sorted; made by training/word_lists.py.",
        ordinary,
        dry=given.dry_run,
    )
    write(
        "_names.txt",
        f"# Well-known names of {SHORTEST_NAME} letters and more: forms set with a capital within a sentence in at least\n"
        f"# {KNOWN_IN} of {read_so_far:,} {SPAN}, ordinary words and misspellings left out.\n"
        "# One a line, sorted; made by training/word_lists.py.",
        known,
        dry=given.dry_run,
    )


if __name__ == "__main__":
    main()
