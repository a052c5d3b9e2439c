"""The word pieces that the encoder knows, and every form of a corpus cut into them once.

    python -m training.encoder.pieces --to .checkpoints/encoder --minilm MODEL_FOLDER

Writes pieces.txt: of MiniLM's 30,522 pieces those that news copy uses, in MiniLM's order. A word that loses its piece
is cut smaller. It makes the encoder a third smaller and costs it nothing that could be measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lint.models.pieces import END, FILL, START, UNKNOWN, Pieces

from .kept import load

LEAST_COUNT = 30


class FormPieces:
    """The pieces of every form of a corpus, in one array; `of(form)` for others."""

    def __init__(self, pieces: Pieces, forms: Sequence[str]) -> None:
        self.known = pieces
        cut = [pieces.of(form) for form in forms]
        self.lengths: npt.NDArray[np.int32] = np.array([len(c) for c in cut], np.int32)
        self.starts: npt.NDArray[np.int64] = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)
        self.flat: npt.NDArray[np.int32] = np.array([p for c in cut for p in c], np.int32)

    def of(self, form: str) -> list[int]:
        """The pieces of a word, at least one."""
        return self.known.of(form)

    def __getitem__(self, form: int) -> npt.NDArray[np.int32]:
        return self.flat[self.starts[form] : self.starts[form + 1]]


def all_names(minilm: Path) -> list[str]:
    """MiniLM's pieces in its order."""
    vocabulary: dict[str, int] = json.loads((minilm / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(vocabulary, key=vocabulary.__getitem__)


def kept_names(folder: Path) -> list[str]:
    """The pieces that were chosen for a corpus."""
    return (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")


def main() -> None:
    """Choose the pieces for a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--minilm", type=Path, required=True)
    chosen = parser.parse_args()
    corpus, names = load(chosen.to), all_names(chosen.minilm)
    forms = FormPieces(Pieces(names), corpus.forms)
    counts = np.zeros(len(names), np.int64)
    np.add.at(counts, forms.flat, np.repeat(np.bincount(corpus.words, minlength=len(corpus.forms)), forms.lengths))
    always = {FILL, UNKNOWN, START, END}
    kept = [
        name
        for name, count in zip(names, counts.tolist(), strict=True)
        if count >= LEAST_COUNT or name in always or (count and len(name.removeprefix("##")) == 1)
    ]
    (chosen.to / "pieces.txt").write_text("\n".join(kept), encoding="utf-8")
    print(f"{len(kept):,} of {len(names):,} pieces")


if __name__ == "__main__":
    main()
