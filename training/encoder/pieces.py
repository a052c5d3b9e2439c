"""Words as BERT's word pieces, read by form so that each form is cut once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

FILL, UNKNOWN, START, END = 0, 100, 101, 102
MOST_PIECES = 8
"""Of one word: longer ones are cut."""


class Pieces:
    """The pieces of every form of a corpus, in one array; `of(form)` for others."""

    def __init__(self, tokenizer: Path, forms: Sequence[str]) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        cut = [self.of(form) for form in forms]
        self.lengths: npt.NDArray[np.int32] = np.array([len(c) for c in cut], np.int32)
        self.starts: npt.NDArray[np.int64] = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)
        self.flat: npt.NDArray[np.int32] = np.array([p for c in cut for p in c], np.int32)

    def of(self, form: str) -> list[int]:
        """The pieces of a word, at least one."""
        return self._tokenizer.encode(form, add_special_tokens=False).ids[:MOST_PIECES] or [UNKNOWN]

    def __getitem__(self, form: int) -> npt.NDArray[np.int32]:
        return self.flat[self.starts[form] : self.starts[form + 1]]


def case(form: str) -> int:
    """0 lower case or no letter first, 1 a capital, 2 all capitals, 3 mixed."""
    if form.islower() or not form[0].isalpha():
        return 0
    if len(form) == 1 or form[1:].islower():
        return 1
    return 2 if form.isupper() else 3
