"""The branches that read meaning: layers of their own over the encoder's word embeddings, with heads for sentences and spans.

One learns both tasks; from it two go on with a task each. It begins as MiniLM came, as what was trained for slips has lost some
of its sense of meaning. They ship with weights in four bits, a scale for each row, and products in eight: while they learn, both
are rounded as they will be (Jacob et al. 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from ..encoder.model import CASES, LAYERS, LONGEST, WIDTH, Encoder, Layer
from .copy import LABELS

GREATEST = 7
"""Weights are whole numbers from -GREATEST to GREATEST times the scale of their row."""
CLIPPED = 2.6
"""Weights beyond so many times the root of the mean square of their row are cut, as they would coarsen all others."""
TASKS = tuple(LABELS)
_LEVELS = 255
_NEVER = -1e4


def row_scale(weight: Tensor) -> Tensor:
    """The scale of each row of weights."""
    greatest = torch.minimum(weight.abs().amax(1), CLIPPED * weight.pow(2).mean(1).sqrt())
    return (greatest / GREATEST).clamp(min=1e-8)[:, None]


class RoundedWeight(torch.autograd.Function):
    """Weights as four bits hold them; the gradient passes as if nothing were rounded."""

    @staticmethod
    def forward(_: Any, weight: Tensor) -> Tensor:
        """Whole numbers times the scale of the row."""
        scale = row_scale(weight)
        return (weight / scale).round().clamp(-GREATEST, GREATEST) * scale

    @staticmethod
    def backward(_: Any, gradient: Tensor) -> Tensor:
        """The gradient as it came."""
        return gradient


class RoundedStates(torch.autograd.Function):
    """States as DynamicQuantizeMatMul rounds them: eight bits between the least and the greatest of a window."""

    @staticmethod
    def forward(_: Any, x: Tensor) -> Tensor:
        """Each window by a scale of its own."""
        low, high = x.amin((1, 2), keepdim=True).clamp(max=0), x.amax((1, 2), keepdim=True).clamp(min=0)
        scale = ((high - low) / _LEVELS).clamp(min=1e-8)
        zero = (-low / scale).round()
        return ((x / scale).round_().add_(zero).clamp_(0, _LEVELS).sub_(zero)).mul_(scale)

    @staticmethod
    def backward(_: Any, gradient: Tensor) -> Tensor:
        """The gradient as it came."""
        return gradient


class FewBits(nn.Linear):
    """A linear layer that rounds what it multiplies."""

    def forward(self, x: Tensor) -> Tensor:
        """Its output from rounded states [windows, n, width] and rounded weights."""
        weight: Tensor = RoundedWeight.apply(self.weight)
        return linear(RoundedStates.apply(x), weight, self.bias)


def in_few_bits(module: nn.Module) -> None:
    """Have the linear layers of a module round what they multiply."""
    for part in module.modules():
        if type(part) is nn.Linear:
            part.__class__ = FewBits


class Head(nn.Module):
    """A logit for each label: each looks at the words that speak for it, with all that is asked about and the window."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.key = nn.Linear(WIDTH, WIDTH)
        self.query = nn.Parameter(torch.randn(labels, WIDTH) * WIDTH**-0.5)
        self.looked = nn.Linear(WIDTH, WIDTH)
        self.around = nn.Linear(4 * WIDTH, WIDTH)
        self.out = nn.Parameter(torch.randn(labels, WIDTH) * WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(labels))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, asked: Tensor) -> tuple[Tensor, Tensor]:
        """Logits [windows, labels], and how much each label looks at each piece [windows, labels, pieces].

        `asked` [windows, pieces] is 1 at the pieces that are asked about, and 0 elsewhere.
        """
        looks = self.query @ torch.tanh(self.key(x)).transpose(1, 2) + (1 - asked)[:, None] * _NEVER
        looks = looks.softmax(-1)
        seen = looks @ x
        mean = pooled(asked / asked.sum(1, keepdim=True), x)
        first = (asked.cumsum(1) == 1) & (asked > 0)
        last = (asked.flip(1).cumsum(1) == 1).flip(1) & (asked > 0)
        edges = [pooled(place.to(x.dtype), x) for place in (first, last)]
        around = self.around(self.drop(torch.cat([mean, x[:, 0], *edges], 1)[:, None]))
        hidden = self.drop(torch.tanh(self.looked(self.drop(seen)) + around))
        return (hidden * self.out).sum(-1) + self.bias, looks


def pooled(shares: Tensor, x: Tensor) -> Tensor:
    """The sum [windows, WIDTH] of states by the share of each piece [windows, pieces]."""
    return (shares[:, None] @ x)[:, 0]


class Branch(nn.Module):
    """What is read of word embeddings: layers, and a head for each of some tasks."""

    def __init__(self, tasks: Sequence[str] = TASKS) -> None:
        super().__init__()
        self.position = nn.Embedding(LONGEST, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.heads = nn.ModuleDict({task: Head(len(LABELS[task])) for task in tasks})

    def states(self, embedded: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """The states [windows, pieces, WIDTH] of embedded pieces; `mask` is added to the attention."""
        x = self.norm(embedded + self.position.weight[: embedded.shape[1]] + self.case(cases))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def take(self, held: dict[str, Any]) -> None:
        """Take over the weights of a branch that may have more heads."""
        own = self.state_dict().keys()
        self.load_state_dict({name: value for name, value in held.items() if name in own})

    def begin_as(self, encoder: Encoder) -> None:
        """Take over the layers of an encoder."""
        held = encoder.state_dict()
        del held["word.weight"]
        self.load_state_dict(held, strict=False)


def mask_of(pieces: Tensor) -> Tensor:
    """What is added to the attention so that nothing looks at what fills up."""
    return torch.zeros_like(pieces, dtype=torch.float32).masked_fill(pieces == 0, _NEVER)[:, None, None, :]
