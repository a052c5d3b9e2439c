"""The encoder: MiniLM (Wang et al. 2020) as a replaced-token detector (Clark et al. 2020) with heads of its own.

A word is read at its first piece. Over the six layers lie small heads: whether the word is a slip, whether a word is
missing before it, whether it is one too many; and a vector that is held against the words that could stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu

WIDTH, ATTENTION_HEADS, LAYERS = 384, 12, 6
LONGEST = 96
"""Pieces in a window, with the mark at each end."""
CASES = 4
SLIP, MISSING, EXTRA = range(3)


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT does."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, 1e-12)
        self.norm_out = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The states [windows, pieces, WIDTH] after this layer; `mask` is added to the attention."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        held = (q @ k.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask).softmax(-1)
        mixed = (held @ v).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm_attention(x + self.out(mixed))
        return self.norm_out(x + self.narrow(gelu(self.widen(x))))


class Encoder(nn.Module):
    """Pieces to states. The word embeddings stay as they came."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(LONGEST, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.word.weight.requires_grad = False

    def forward(self, pieces: Tensor, cases: Tensor) -> Tensor:
        """The states of pieces [windows, length]; piece 0 fills up."""
        mask = torch.zeros_like(pieces, dtype=torch.float32).masked_fill(pieces == 0, -1e4)[:, None, None, :]
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.case(cases)
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class SlipHeads(nn.Module):
    """What is asked of every word."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.verdict = nn.Linear(WIDTH, 3)
        self.wanted = nn.Linear(WIDTH, WIDTH)
        self.as_written = nn.Parameter(torch.tensor(3.0))
        """What a word gains over its neighbours by being the one that stands there."""
        self.frequency = nn.Parameter(torch.tensor(0.1))

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Logits [words, 3] of slip, missing and extra, and the wanted vector [words, WIDTH]."""
        return self.verdict(gelu(self.hidden(states))), self.wanted(states)


class Reader(nn.Module):
    """Encoder and heads, as they are kept in a checkpoint."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.slips = SlipHeads()


def pretrained(path: Path, kept: Sequence[int]) -> Reader:
    """A reader with MiniLM's weights and fresh heads. `path` is its model.safetensors, `kept` the pieces to keep."""
    held, reader = load_file(path), Reader(len(kept))
    encoder, at = reader.encoder, "embeddings."
    with torch.no_grad():
        encoder.word.weight.copy_(held[at + "word_embeddings.weight"][list(kept)])
        encoder.case.weight.zero_()
        encoder.position.weight.copy_(
            held[at + "position_embeddings.weight"][:LONGEST] + held[at + "token_type_embeddings.weight"][0]
        )
        encoder.norm.weight.copy_(held[at + "LayerNorm.weight"])
        encoder.norm.bias.copy_(held[at + "LayerNorm.bias"])
        for i, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [held[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                for part, name in (
                    (layer.out, "attention.output.dense"), (layer.norm_attention, "attention.output.LayerNorm"),
                    (layer.widen, "intermediate.dense"), (layer.narrow, "output.dense"),
                    (layer.norm_out, "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(part, kind).copy_(held[f"{at}{name}.{kind}"])
        reader.slips.verdict.bias.fill_(-3.0)
    return reader
