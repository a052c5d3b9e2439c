"""News copy as numbers: each article's words as ids, cut into sentences by the product's own text layer.

    python -m training.encoder.corpus --data ../shared/data --to .checkpoints/encoder

Writes corpus.npz (28,000 articles, 26 million words: about 20 minutes on one core) and forms.txt, the word forms
by id. Paragraphs that stand in more than one article (newsletters, bylines, appeals) are left out.
"""

from __future__ import annotations

import argparse
import json
import lzma
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from lint.readers import read
from lint.text.source import Source

CURLY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"})
LONGEST_FORM = 40


def split(paragraphs: list[str]) -> list[list[list[str]]]:
    """The words of each sentence of each paragraph."""
    document = read(Source("\n\n".join(paragraphs)), "plain")
    tokens = document.tokens
    found: list[list[list[str]]] = []
    block = -1
    for sentence in document.sentences:
        if sentence.block != block:
            found.append([])
            block = sentence.block
        words = [t.text.translate(CURLY)[:LONGEST_FORM] for t in tokens[sentence.first : sentence.last]]
        found[-1].append(words)
    return found


def _articles(path: Path) -> Iterator[list[str]]:
    seen: set[bytes] = set()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fresh = []
            for paragraph in json.loads(line)["paragraphs"]:
                key = blake2b(paragraph.encode("utf-8"), digest_size=8).digest()
                if key not in seen:
                    seen.add(key)
                    fresh.append(paragraph)
            yield fresh


def main() -> None:
    """Read the training copy and write it as numbers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds news/train.jsonl.xz")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    ids: dict[str, int] = {}
    words, sentences, paragraph, articles = array("i"), array("q", [0]), array("b"), array("q", [0])
    with Pool(chosen.processes) as pool:
        source = _articles(chosen.data / "news" / "train.jsonl.xz")
        for count, read_paragraphs in enumerate(pool.imap(split, source, chunksize=20), 1):
            for lines in read_paragraphs:
                for i, line in enumerate(lines):
                    words.extend(ids.setdefault(form, len(ids)) for form in line)
                    sentences.append(len(words))
                    paragraph.append(i == 0)
            articles.append(len(sentences) - 1)
            if count % 1000 == 0:
                print(f"{count:,} articles, {len(words):,} words, {len(ids):,} forms", flush=True)
    (chosen.to / "forms.txt").write_text("\n".join(ids), encoding="utf-8")
    np.savez(
        chosen.to / "corpus.npz",
        words=np.frombuffer(words, np.int32),
        sentences=np.frombuffer(sentences, np.int64),
        paragraph=np.frombuffer(paragraph, np.int8).astype(np.bool_),
        articles=np.frombuffer(articles, np.int64),
    )


if __name__ == "__main__":
    main()
