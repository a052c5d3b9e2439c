"""Writes the branches that read meaning as the files that ship, claims.onnx and quotes.onnx; word embeddings are the encoder's.

    python -m training.meaning.export --to .checkpoints/meaning --out lint/models/meaning

Weights are kept in four bits, two a byte; onnxruntime widens them to eight as it loads them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper
from torch import Tensor, nn

from ..encoder.model import LONGEST, WIDTH
from .model import GREATEST, TASKS, Branch, row_scale

INPUTS = ("embedded", "cases", "asked")
OUTPUTS = ("logits", "looks")
_STEP = 16
"""A weight of four bits lies in the upper half of a byte, where it counts so many times itself."""


class Norm(nn.LayerNorm):
    """A norm in plain steps, as onnxruntime's own takes a fifth of its time for them."""

    def forward(self, x: Tensor) -> Tensor:
        """Each state about its mean, by its deviation."""
        apart = x - x.mean(-1, keepdim=True)
        deviation = ((apart * apart).mean(-1, keepdim=True) + self.eps).sqrt()
        return apart * deviation.reciprocal() * self.weight + self.bias


class Shipped(nn.Module):
    """A branch as it ships: embeddings of pieces go in, what its head says comes out."""

    def __init__(self, branch: Branch, task: str) -> None:
        super().__init__()
        self.branch, self.task = branch, task
        for part in branch.modules():
            if type(part) is nn.LayerNorm:
                part.__class__ = Norm

    def forward(self, embedded: Tensor, cases: Tensor, asked: Tensor) -> tuple[Tensor, Tensor]:
        """Of a window's pieces [1, n, WIDTH] the logits [1, labels] and what each label looks at [1, labels, n]."""
        found: tuple[Tensor, Tensor] = self.branch.heads[self.task](
            self.branch.states(embedded, cases, torch.zeros(1, 1, 1, 1)), asked
        )
        return found


def exported(branch: Branch, task: str) -> ModelProto:
    """A branch as a graph with whole weights."""
    length = torch.export.Dim("length", min=2, max=LONGEST)
    example = (torch.zeros(1, 20, WIDTH), torch.zeros(1, 20, dtype=torch.long), torch.ones(1, 20))
    program = torch.onnx.export(
        Shipped(branch.eval(), task), example, input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_shapes={name: {1: length} for name in INPUTS}, opset_version=20, dynamo=True,
    )  # fmt: skip
    assert program is not None
    model: ModelProto = program.model_proto
    return model


def in_few_bits(graph: GraphProto) -> None:
    """Keep the weights of matrix products in four bits, multiply them with states in eight, and add the bias at once."""
    held = {tensor.name: tensor for tensor in graph.initializer}
    numbers = {"mask": np.array(0xF0, np.uint8), "shift": np.array(4, np.uint8)}
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in numbers.items())
    nodes: list[NodeProto] = []
    products: dict[str, NodeProto] = {}
    for node in graph.node:
        product = products.get(node.input[0]) if node.op_type == "Add" else None
        if product is not None and node.input[1] in held:
            product.input.extend(["", node.input[1]])
            product.output[0] = node.output[0]
        elif node.op_type == "MatMul" and node.input[1] in held:
            name = node.input[1]
            graph.initializer.remove(held[name])
            weight = torch.from_numpy(numpy_helper.to_array(held[name]).T.copy())
            scale = row_scale(weight)
            whole = (weight / scale).round().clamp(-GREATEST, GREATEST).to(torch.int8).numpy().T.astype(np.uint8) & 15
            half = len(whole) // 2
            graph.initializer.extend(
                [
                    numpy_helper.from_array((whole[:half] << 4) | whole[half:], f"{name} bits"),
                    numpy_helper.from_array(scale[:, 0].numpy() / _STEP, f"{name} scale"),
                ]
            )
            nodes += widened(name)
            inputs = [node.input[0], f"{name} whole", f"{name} scale"]
            product = helper.make_node("DynamicQuantizeMatMul", inputs, list(node.output), domain="com.microsoft")
            products[node.output[0]] = product
            nodes.append(product)
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)


def widened(name: str) -> list[NodeProto]:
    """What makes whole numbers of eight bits of those in four: of two in a byte, the upper belongs to the upper rows."""
    return [
        helper.make_node("BitwiseAnd", [f"{name} bits", "mask"], [f"{name} upper"]),
        helper.make_node("BitShift", [f"{name} bits", "shift"], [f"{name} lower"], direction="LEFT"),
        helper.make_node("Concat", [f"{name} upper", f"{name} lower"], [f"{name} both"], axis=0),
        helper.make_node("Cast", [f"{name} both"], [f"{name} whole"], to=TensorProto.INT8),
    ]


def main() -> None:
    """Export the trained branches."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the branches")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for task in TASKS:
        branch = Branch([task])
        branch.load_state_dict(torch.load(chosen.to / f"branch-{task}.pt"))
        model = exported(branch, task)
        in_few_bits(model.graph)
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
        del model.metadata_props[:]
        for node in model.graph.node:
            node.doc_string = ""
            del node.metadata_props[:]
        path = chosen.out / f"{task}.onnx"
        onnx.save(model, str(path))
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
