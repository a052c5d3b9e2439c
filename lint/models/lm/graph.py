"""From the weights of a small Llama (GGUF) to an ONNX graph that scores a tree of tokens. Needed once, to install.

Weights stay quantised as they are: Q4_1 is MatMulNBits with 4 bits plus a small product for the blocks' offsets, since
d·q + m = d·(q - 8) + (m + 8·d), and Q8_0 is MatMulNBits with 8 bits. So the graph computes what the weights say.

The graph takes `ids`, `positions`, a `mask` (added to attention: 0 where a token sees another), the `rows` at which
tokens are predicted and the `targets` there, and gives the logarithm of each target's probability.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from gguf import GGUFReader, ReaderTensor
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

BLOCK = 32
_BLOCK_BYTES = {"Q4_1": 20, "Q8_0": 34}
_OPSET, _IR = 18, 9
_CONTRIB = "com.microsoft"
_EXACT, _INT8 = 1, 4

Progress = Callable[[int, int], None]
Array = NDArray[Any]


class Shape(NamedTuple):
    """The measures of a Llama."""

    blocks: int
    width: int
    heads: int
    kv_heads: int
    hidden: int
    vocabulary: int
    epsilon: float
    base: float

    @property
    def head(self) -> int:
        """The width of a head."""
        return self.width // self.heads

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Shape:
        """The measures that a GGUF's fields give."""

        def said(key: str) -> Any:
            return fields[f"llama.{key}"].contents()

        return cls(
            blocks=said("block_count"),
            width=said("embedding_length"),
            heads=said("attention.head_count"),
            kv_heads=said("attention.head_count_kv"),
            hidden=said("feed_forward_length"),
            vocabulary=len(fields["tokenizer.ggml.tokens"].data),
            epsilon=said("attention.layer_norm_rms_epsilon"),
            base=said("rope.freq_base"),
        )


class Quantised(NamedTuple):
    """A matrix of `rows` outputs in blocks of 32 inputs: a value is scale · level + offset. 4 bits, or 8 about 128."""

    bits: int
    levels: Array  # rows, blocks, 32
    scales: Array  # rows, blocks
    offsets: Array | None  # rows, blocks

    def reordered(self, rows: Array) -> Quantised:
        """The matrix with its outputs in another order."""
        offsets = self.offsets[rows] if self.offsets is not None else None
        return Quantised(self.bits, self.levels[rows], self.scales[rows], offsets)

    @classmethod
    def stacked(cls, parts: Sequence[Quantised]) -> Quantised:
        """One matrix with the outputs of several."""
        offsets = [part.offsets for part in parts if part.offsets is not None]
        return cls(
            parts[0].bits,
            np.concatenate([part.levels for part in parts]),
            np.concatenate([part.scales for part in parts]),
            np.concatenate(offsets) if offsets else None,
        )

    @classmethod
    def of(cls, tensor: ReaderTensor) -> Quantised:
        """The matrix that a tensor of a GGUF holds. Raises ValueError for a quantisation that there is not."""
        kind = tensor.tensor_type.name
        if kind not in _BLOCK_BYTES:
            raise ValueError(f"{tensor.name} is {kind}, not one of {', '.join(_BLOCK_BYTES)}")
        width, rows = map(int, tensor.shape)
        blocks = np.array(tensor.data).reshape(rows, width // BLOCK, _BLOCK_BYTES[kind])
        scales = _halves(blocks[..., :2])
        if kind == "Q8_0":
            return cls(8, (blocks[..., 2:] ^ 0x80).astype(np.uint8), scales, None)
        packed = blocks[..., 4:]
        return cls(4, np.concatenate([packed & 15, packed >> 4], -1), scales, _halves(blocks[..., 2:4]))

    @property
    def packed(self) -> Array:
        """The levels as MatMulNBits wants them."""
        return self.levels if self.bits == 8 else self.levels[..., 0::2] | self.levels[..., 1::2] << 4


def _halves(pairs: Array) -> Array:
    """Pairs of bytes as the half-precision numbers that they are, in single precision."""
    numbers: Array = np.ascontiguousarray(pairs).view(np.float16)[..., 0].astype(np.float32)
    return numbers


class _Graph:
    """Nodes and constants as they are put together; each method gives the name of what it computes."""

    def __init__(self, *, exact: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self._accuracy = _EXACT if exact else _INT8

    def constant(self, name: str, value: Array | np.float32) -> str:
        """A constant under a name, made once."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def ints(self, *values: int) -> str:
        """A constant list of whole numbers."""
        return self.constant("ints " + " ".join(map(str, values)), np.array(values, np.int64))

    def op(self, kind: str, *inputs: str, domain: str = "", output: str = "", **attributes: Any) -> str:
        """An operator over inputs."""
        name = output or f"{kind} {len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **attributes))
        return name

    def reshape(self, x: str, *shape: int) -> str:
        """`x` in another shape."""
        return self.op("Reshape", x, self.ints(*shape))

    def part(self, x: str, start: int, end: int, axis: int) -> str:
        """A stretch of `x` along an axis."""
        return self.op("Slice", x, self.ints(start), self.ints(end), self.ints(axis))

    def normed(self, x: str, weight: Array, name: str, epsilon: float) -> str:
        """`x` brought to a root mean square of one, and weighted."""
        square = self.op("ReduceMean", self.op("Mul", x, x), self.ints(-1), keepdims=1)
        root = self.op("Sqrt", self.op("Add", square, self.constant("epsilon", np.float32(epsilon))))
        return self.op("Mul", self.op("Div", x, root), self.constant(name, weight))

    def product(self, x: str, matrix: Quantised, name: str) -> str:
        """`x` times a quantised matrix."""
        rows, blocks, _ = matrix.levels.shape
        product = self.op(
            "MatMulNBits", x, self.constant(f"{name} levels", matrix.packed),
            self.constant(f"{name} scales", matrix.scales.reshape(-1)), domain=_CONTRIB, K=blocks * BLOCK, N=rows,
            bits=matrix.bits, block_size=BLOCK, accuracy_level=self._accuracy,
        )  # fmt: skip
        if matrix.offsets is None:
            return product
        sums = self.op("ReduceSum", self.reshape(x, -1, blocks, BLOCK), self.ints(2), keepdims=0)
        offsets = self.constant(f"{name} offsets", (matrix.offsets + 8 * matrix.scales).T)
        return self.op("Add", product, self.op("MatMul", sums, offsets))


class _Llama:
    """The operators of a Llama, block by block."""

    def __init__(self, reader: GGUFReader, shape: Shape, *, exact: bool) -> None:
        self.graph = _Graph(exact=exact)
        self._shape = shape
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}

    def _floats(self, name: str) -> Array:
        return np.array(self._tensors[name].data, np.float32)

    def _matrix(self, name: str) -> Quantised:
        return Quantised.of(self._tensors[name])

    def _turned(self, name: str, heads: int) -> Quantised:
        """A query or key matrix with each head's outputs in halves: GGUF has the two of a rotation side by side."""
        order = np.arange(heads * self._shape.head).reshape(heads, -1, 2).transpose(0, 2, 1).reshape(-1)
        return self._matrix(name).reordered(order)

    def embedded(self) -> str:
        """The embeddings of the tokens, from the same table that later names the targets."""
        g, table = self.graph, self._matrix("token_embd.weight")
        levels = g.op("Gather", g.constant("token_embd.weight levels", table.packed), "ids")
        centred = g.op("Sub", g.op("Cast", levels, to=TensorProto.FLOAT), g.constant("half", np.float32(128)))
        scales = g.op("Gather", g.constant("embedding scales", table.scales[..., None]), "ids")
        return g.reshape(g.op("Mul", centred, scales), -1, self._shape.width)

    def angles(self) -> tuple[str, str]:
        """Cosine and sine of each position's rotations, over the heads."""
        g, head = self.graph, self._shape.head
        speeds = self._shape.base ** (-np.arange(0, head, 2) / head)
        angles = g.op("Mul", g.reshape("positions", -1, 1), g.constant("speeds", speeds.astype(np.float32)))
        both = g.reshape(g.op("Concat", angles, angles, axis=1), -1, 1, 1, head)
        return g.op("Cos", both), g.op("Sin", both)

    def block(self, x: str, number: int, angles: tuple[str, str]) -> str:
        """What block `number` makes of `x`."""
        x = self.graph.op("Add", x, self._attention(x, f"blk.{number}.", angles))
        return self.graph.op("Add", x, self._feed_forward(x, f"blk.{number}."))

    def _attention(self, x: str, at: str, angles: tuple[str, str]) -> str:
        g, s = self.graph, self._shape
        queries, keys = s.heads * s.head, s.kv_heads * s.head
        together = Quantised.stacked(
            [
                self._turned(f"{at}attn_q.weight", s.heads),
                self._turned(f"{at}attn_k.weight", s.kv_heads),
                self._matrix(f"{at}attn_v.weight"),
            ]
        )
        normed = g.normed(x, self._floats(f"{at}attn_norm.weight"), f"{at}attn_norm", s.epsilon)
        y = g.product(normed, together, f"{at}qkv")
        shared = s.heads // s.kv_heads
        q = g.reshape(g.part(y, 0, queries, 1), -1, s.kv_heads, shared, s.head)
        k = g.reshape(g.part(y, queries, queries + keys, 1), -1, s.kv_heads, 1, s.head)
        v = g.reshape(g.part(y, queries + keys, queries + 2 * keys, 1), -1, s.kv_heads, 1, s.head)
        scaled = g.op("Mul", self._rotated(q, angles), g.constant("scale", np.float32(s.head**-0.5)))
        q = g.op("Transpose", scaled, perm=[1, 2, 0, 3])
        k = g.op("Transpose", self._rotated(k, angles), perm=[1, 2, 3, 0])
        v = g.op("Transpose", v, perm=[1, 2, 0, 3])
        seen = g.op("Softmax", g.op("Add", g.op("MatMul", q, k), "mask"), axis=-1)
        mixed = g.op("Transpose", g.op("MatMul", seen, v), perm=[2, 0, 1, 3])
        return g.product(g.reshape(mixed, -1, queries), self._matrix(f"{at}attn_output.weight"), f"{at}attn_output")

    def _rotated(self, x: str, angles: tuple[str, str]) -> str:
        g, half = self.graph, self._shape.head // 2
        turned = g.op("Concat", g.op("Neg", g.part(x, half, 2 * half, 3)), g.part(x, 0, half, 3), axis=3)
        return g.op("Add", g.op("Mul", x, angles[0]), g.op("Mul", turned, angles[1]))

    def _feed_forward(self, x: str, at: str) -> str:
        g, hidden = self.graph, self._shape.hidden
        normed = g.normed(x, self._floats(f"{at}ffn_norm.weight"), f"{at}ffn_norm", self._shape.epsilon)
        both = Quantised.stacked([self._matrix(f"{at}ffn_gate.weight"), self._matrix(f"{at}ffn_up.weight")])
        y = g.product(normed, both, f"{at}gate_up")
        gate = g.part(y, 0, hidden, 1)
        opened = g.op("Mul", g.op("Mul", gate, g.op("Sigmoid", gate)), g.part(y, hidden, 2 * hidden, 1))
        return g.product(opened, self._matrix(f"{at}ffn_down.weight"), f"{at}ffn_down")

    def scored(self, x: str) -> str:
        """The logarithm of the probability of each target after its row."""
        g = self.graph
        rows = g.op("Gather", x, "rows")
        normed = g.normed(rows, self._floats("output_norm.weight"), "output_norm", self._shape.epsilon)
        logits = g.product(normed, self._matrix("token_embd.weight"), "token_embd.weight")
        probable = g.op("LogSoftmax", logits, axis=-1)
        chosen = g.op("GatherElements", probable, g.reshape("targets", -1, 1), axis=1)
        return g.op("Reshape", chosen, g.ints(-1), output="scores")


def build(
    source: Path, target: Path, *, exact: bool = False, progress: Progress | None = None
) -> tuple[list[str], list[str]]:
    """Write the graph of the Llama in a GGUF; its tokens and merges.

    `exact` multiplies in single precision; otherwise activations are rounded to 8 bits on the way, which is faster.
    `progress` is called with the blocks that are done and how many there are. Raises KeyError or ValueError for a GGUF
    of another kind, OSError where the graph cannot be written.
    """
    reader = GGUFReader(source)
    shape = Shape.of(reader.fields)
    llama = _Llama(reader, shape, exact=exact)
    x, angles = llama.embedded(), llama.angles()
    for number in range(shape.blocks):
        x = llama.block(x, number, angles)
        if progress:
            progress(number + 1, shape.blocks)
    llama.scored(x)
    onnx.save(_model(llama.graph), target)
    return reader.fields["tokenizer.ggml.tokens"].contents(), reader.fields["tokenizer.ggml.merges"].contents()


def _model(graph: _Graph) -> onnx.ModelProto:
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", ints, ["n"]),
        helper.make_tensor_value_info("positions", floats, ["n"]),
        helper.make_tensor_value_info("mask", floats, ["n", "n"]),
        helper.make_tensor_value_info("rows", ints, ["k"]),
        helper.make_tensor_value_info("targets", ints, ["k"]),
    ]
    outputs = [helper.make_tensor_value_info("scores", floats, ["k"])]
    made = helper.make_graph(graph.nodes, "judge", inputs, outputs, list(graph.constants.values()))
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=_IR)
