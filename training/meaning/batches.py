"""Batches of examples of one task and about one length, and the rate at each step, for teacher and branch alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
import torch

from .copy import LABELS

_SORTED_TOGETHER = 400


class Sized(Protocol):
    """An example of a task, cut into pieces."""

    @property
    def task(self) -> str:
        """What it is an example of."""

    @property
    def pieces(self) -> list[int]:
        """Its pieces."""


E = TypeVar("E", bound=Sized)


def mixed(examples: Sequence[E], most: int, rng: np.random.Generator) -> list[list[E]]:
    """All examples once, in batches of one task, of about one length and of `most` pieces, in an order drawn by chance."""
    found = [batch for task in LABELS for batch in _of_a_length([e for e in examples if e.task == task], most, rng)]
    return [found[i] for i in rng.permutation(len(found))]


def _of_a_length(examples: Sequence[E], most: int, rng: np.random.Generator) -> list[list[E]]:
    order = rng.permutation(len(examples))
    found: list[list[E]] = []
    for at in range(0, len(order), _SORTED_TOGETHER):
        batch: list[E] = []
        for i in sorted(order[at : at + _SORTED_TOGETHER], key=lambda i: len(examples[i].pieces)):
            if batch and (len(batch) + 1) * len(examples[i].pieces) > most:
                found.append(batch)
                batch = []
            batch.append(examples[i])
        found.append(batch)
    return found


def rates(optimizer: torch.optim.Optimizer, base: Sequence[float], step: int, steps: int, warm: int) -> None:
    """Set the rates of a step: a rise over `warm` steps, then a fall to nothing."""
    for group, rate in zip(optimizer.param_groups, base, strict=True):
        group["lr"] = rate * min(1, (step + 1) / warm) * (1 - step / steps)
