"""How much more probable a sentence becomes with another word in it, by a small language model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..runtime import session
from .bpe import Table, Tokenizer
from .question import Question

LEFT = 96
"""Tokens before the word that are read."""
RIGHT = 16
"""Tokens after the word that are scored, at the least."""
_LEFT_LENGTH, _RIGHT_LENGTH = 600, 240
_START = 0
_UNSEEN = -1e9
_DIGITS = 2


class Variants(NamedTuple):
    """Token lists that share their beginning: the tokens before the first that differs, and how each goes on."""

    shared: Sequence[int]
    branches: Sequence[Sequence[int]]

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Variants:
        """The variants in lists of tokens. Every branch has at least one token."""
        shortest = min(map(len, lists)) - 1
        first = lists[0]
        same = 0
        while same < shortest and all(tokens[same] == first[same] for tokens in lists):
            same += 1
        return cls(first[max(0, same - LEFT) : same], [tokens[same:] for tokens in lists])


class Inputs(NamedTuple):
    """What the graph takes: a tree of tokens, of which each sees its own branch and what all share."""

    ids: NDArray[np.int64]
    positions: NDArray[np.float32]
    mask: NDArray[np.float32]
    rows: NDArray[np.int64]
    targets: NDArray[np.int64]

    @classmethod
    def of(cls, variants: Variants) -> Inputs:
        """The tree of some variants. The last token of a branch is only a target, so it is not read."""
        ids = [_START, *variants.shared]
        shared = len(ids)
        positions = list(range(shared))
        rows: list[int] = []
        targets: list[int] = []
        ends = [0, shared]
        for branch in variants.branches:
            rows += [shared - 1, *range(len(ids), len(ids) + len(branch) - 1)]
            targets += branch
            ids += branch[:-1]
            positions += range(shared, shared + len(branch) - 1)
            ends.append(len(ids))
        n = len(ids)
        mask = np.full((n, n), _UNSEEN, np.float32)
        for start, end in pairwise(ends):
            mask[start:end, :shared] = 0
            mask[start:end, start:end] = np.triu(np.full((end - start, end - start), _UNSEEN, np.float32), 1)
        return cls(
            np.array(ids, np.int64), np.array(positions, np.float32), mask,
            np.array(rows, np.int64), np.array(targets, np.int64),
        )  # fmt: skip


class Scorer:
    """A model in memory. It may be shared between threads, and the same question has the same gains every time.

    One thread does the work and each question goes by itself, so that neither the machine's cores nor the questions
    beside it change the sums.
    """

    def __init__(self, graph: Path, table: Path) -> None:
        self._session = session(graph, arena=False)
        self._tokenizer = Tokenizer(Table.load(table))

    def gains(self, question: Question) -> tuple[float, ...]:
        """For each candidate log P(with it) - log P(as written), in nats."""
        tokens = [self._tokenizer.encode(text) for text in self.texts(question)]
        variants = Variants.of(tokens)
        scores = self._session.run(None, Inputs.of(variants)._asdict())[0].astype(np.float64)
        lengths = np.cumsum([len(branch) for branch in variants.branches])[:-1]
        written, *others = (float(part.sum()) for part in np.split(scores, lengths))
        return tuple(round(other - written, _DIGITS) for other in others)

    def texts(self, question: Question) -> list[str]:
        """What is read, cut to a window: the text as written, then with each candidate."""
        left = question.sentence[: question.start]
        if question.before:
            left = f"{question.before} {left}"
        if len(left) > _LEFT_LENGTH:
            left = left[-_LEFT_LENGTH:].partition(" ")[2]
        right = self._right(question.sentence[question.end :])
        return [f"{left}{word}{right}" for word in (question.written, *question.candidates)]

    def _right(self, text: str) -> str:
        """As much of the text as is scored."""
        kept, tokens = b"", 0
        for piece in self._tokenizer.pieces(text[:_RIGHT_LENGTH]):
            kept += piece
            tokens += self._tokenizer.count(piece)
            if tokens >= RIGHT:
                break
        return kept.decode("utf-8")
