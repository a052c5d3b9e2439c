"""Writes the trained encoder as the files that ship: encoder.onnx (layers and heads) and encoder.npz (embeddings).

    python -m training.encoder.export --to .checkpoints/encoder --minilm MODEL_FOLDER --out lint/models/encoder

The layers' weights are kept in 8 bits in blocks of 32 (MatMulNBits), the embeddings in 8 bits with a scale for each
piece; sums are made in float32, row by row, so that a sentence reads the same whatever stands beside it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from .model import LONGEST, Reader
from .pieces import kept_names

OUTPUTS = ("verdicts", "wanted")


class Shipped(nn.Module):
    """The reader as it ships: embeddings of pieces go in, what the heads say of every piece comes out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, embedded: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """Of a window's pieces [1, n, WIDTH] and cases [1, n] the verdicts [1, n, 3] and wanted vectors [1, n, WIDTH]."""
        encoder = self.reader.encoder
        x = encoder.norm(embedded + encoder.position.weight[: embedded.shape[1]] + encoder.case(cases))
        nothing = torch.zeros(1, 1, 1, 1)
        for layer in encoder.layers:
            x = layer(x, nothing)
        verdicts, wanted = self.reader.slips(x)
        return verdicts, wanted


def eight_bits(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows in 8 bits, and the scale of each."""
    scale = np.abs(table).max(1) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def averaged(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of readers that went on from one checkpoint on copy of their own (Wortsman et al. 2022, "model soups")."""
    states = [torch.load(path, map_location="cpu")["reader"] for path in checkpoints]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus and the checkpoints")
    parser.add_argument(
        "--checkpoint",
        nargs="+",
        default=["cooled.pt"],
        help="several are averaged: strands of one training, cooled apart",
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bits", type=int, default=8, help="32: leave the weights whole")
    chosen = parser.parse_args()
    names = kept_names(chosen.to)
    reader = Reader(len(names))
    reader.load_state_dict(averaged([chosen.to / name for name in chosen.checkpoint]))
    reader.eval()
    chosen.out.mkdir(parents=True, exist_ok=True)
    embedded, cases = torch.zeros(1, 20, 384), torch.zeros(1, 20, dtype=torch.long)
    length = torch.export.Dim("length", min=2, max=LONGEST)
    program = torch.onnx.export(
        Shipped(reader), (embedded, cases), input_names=["embedded", "cases"], output_names=list(OUTPUTS),
        dynamic_shapes={"embedded": {1: length}, "cases": {1: length}}, opset_version=18, dynamo=True,
    )  # fmt: skip
    assert program is not None
    model = program.model_proto
    del model.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    if chosen.bits < 32:
        quantizer = MatMulNBitsQuantizer(model, bits=chosen.bits, block_size=32, is_symmetric=True, accuracy_level=4)
        quantizer.process()
        model = quantizer.model.model
    onnx.save(model, str(chosen.out / "encoder.onnx"))
    table, scale = eight_bits(reader.encoder.word.weight.detach().numpy())
    heads = reader.slips
    np.savez(
        chosen.out / "encoder.npz", table=table, scale=scale,
        pieces=np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        as_written=np.float32(heads.as_written.item()), frequency=np.float32(heads.frequency.item()),
    )  # fmt: skip
    for path in sorted(chosen.out.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
