"""A model as small as can be, made on the spot with weights by chance: what it says is nonsense, how it says it is not."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from gguf import GGMLQuantizationType, GGUFWriter
from gguf.quants import dequantize, quantize

from lint.models.lm.bpe import Table, _letters
from lint.models.lm.catalogue import SMOLLM2, Model
from lint.models.lm.graph import build
from lint.models.lm.home import GRAPH, MANIFEST, TOKENS, manifest

BLOCKS, WIDTH, HEADS, KV_HEADS, HIDDEN = 2, 64, 4, 2, 96
EPSILON, BASE = 1e-5, 10_000.0
MERGES = ["t h", "Ġ th", "Ġth e", "i n", "Ġ l", "e t", "Ġl et", "l e", "Ġl e", "f t"]


class Tiny(NamedTuple):
    """The model's file, the values of its weights, and a folder in which its graph and tokens are built."""

    gguf: Path
    values: dict[str, np.ndarray[Any, Any]]
    built: Path

    @property
    def model(self) -> Model:
        """The model as the catalogue would hold it."""
        data = self.gguf.read_bytes()
        return SMOLLM2._replace(size=len(data), sha256=sha256(data).hexdigest())


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    folder = tmp_path_factory.mktemp("tiny")
    path = folder / "tiny.gguf"
    values = write(path)
    built = folder / "built"
    built.mkdir()
    tokens, merges = build(path, built / GRAPH, exact=True)
    Table.of(tokens, merges).save(built / TOKENS)
    return Tiny(path, values, built)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is installed, which is not there yet."""
    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COPYDESK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def installed(tiny: Tiny, data: Path) -> Path:
    """The folder in which the tiny model stands as if it were SmolLM2; other processes find it too."""
    folder = data / "lm" / "smollm2"
    folder.mkdir(parents=True)
    for name in (GRAPH, TOKENS):
        (folder / name).write_bytes((tiny.built / name).read_bytes())
    (folder / MANIFEST).write_text(manifest(SMOLLM2, folder))
    return folder


def write(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    """Write the model, and give the values that its quantised weights stand for."""
    random = np.random.default_rng(1)
    tokens = [*_letters(), *(merge.replace(" ", "") for merge in MERGES)]
    head = WIDTH // HEADS
    writer = GGUFWriter(path, "llama")
    writer.add_block_count(BLOCKS)
    writer.add_embedding_length(WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(BASE)
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(tokens)
    writer.add_token_merges(MERGES)
    values: dict[str, np.ndarray[Any, Any]] = {}

    def add(name: str, rows: int, width: int, kind: GGMLQuantizationType) -> None:
        packed = quantize(random.normal(0, 0.3, (rows, width)).astype(np.float32), kind)
        writer.add_tensor(name, packed, raw_dtype=kind)
        values[name] = dequantize(packed, kind)

    def add_norm(name: str) -> None:
        values[name] = random.uniform(0.5, 1.5, WIDTH).astype(np.float32)
        writer.add_tensor(name, values[name])

    four, eight = GGMLQuantizationType.Q4_1, GGMLQuantizationType.Q8_0
    add("token_embd.weight", len(tokens), WIDTH, eight)
    for i in range(BLOCKS):
        at = f"blk.{i}."
        add_norm(f"{at}attn_norm.weight")
        for name, heads in (("q", HEADS), ("k", KV_HEADS), ("v", KV_HEADS)):
            add(f"{at}attn_{name}.weight", heads * head, WIDTH, four)
        add(f"{at}attn_output.weight", WIDTH, WIDTH, four)
        add_norm(f"{at}ffn_norm.weight")
        add(f"{at}ffn_gate.weight", HIDDEN, WIDTH, four)
        add(f"{at}ffn_up.weight", HIDDEN, WIDTH, four)
        add(f"{at}ffn_down.weight", WIDTH, HIDDEN, four)
    add_norm("output_norm.weight")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return values
