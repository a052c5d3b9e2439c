"""Which articles of the corpus are read in training, in what order, and which are left for what is trained on top."""

from __future__ import annotations

import random
from collections.abc import Iterator

HELD_OUT = 4_000
"""Articles that neither encoder nor scorer learns from, in any pass."""


def _shuffled(count: int) -> list[int]:
    order = list(range(count))
    random.Random(0).shuffle(order)
    return order


def learned_from(count: int) -> list[int]:
    """The articles that training may read, of so many, in the order of the first pass."""
    return _shuffled(count)[:-HELD_OUT]


def held_out(count: int) -> list[int]:
    """The articles that training never reads, in an order of their own."""
    return _shuffled(count)[-HELD_OUT:]


def in_passes(count: int, taken: int) -> Iterator[int]:
    """Articles to learn from without end, after so many that were taken: each pass in another order."""
    first = learned_from(count)
    while True:
        turn, at = divmod(taken, len(first))
        order = list(first)
        if turn:
            random.Random(turn).shuffle(order)
        for article in order[at:]:
            taken += 1
            yield article
