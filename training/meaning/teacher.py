"""Trains a larger reader, MPNet (Song et al. 2020), on labelled copy, and has it read copy without labels.

    python -m training.meaning.teacher --to .checkpoints/meaning --mpnet MODEL_FOLDER --data ../shared/data
    python -m training.meaning.teacher --to .checkpoints/meaning --mpnet MODEL_FOLDER --data ../shared/data --read

MODEL_FOLDER is all-mpnet-base-v2. The first command trains (it goes on from its last checkpoint, kept every 200 steps; 50
minutes on one core with AVX-512 in bfloat16), the second writes soft-0-0.npz: what the teacher says of places without labels,
from which the encoder's branch learns (Hinton et al. 2015). It never ships.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from transformers import MPNetModel

from lint.models.meaning.windows import span_window
from lint.models.pieces import Pieces
from lint.models.slips.contexts import straight
from lint.text.quotations import Quotation

from .batches import mixed, rates
from .copy import (
    CLAIMS,
    DRAWS,
    LABELS,
    PICKED,
    QUOTES,
    RARE,
    Place,
    also_labelled,
    held_outlets,
    labelled,
    name,
    picked,
    rows,
    unlabelled,
)

WIDTH, START, FILL, END = 768, 0, 1, 2
FROZEN = 6
"""Lower layers that stay as they came."""
GO_ON_RATE, GO_ON_SHARE = 4e-5, 0.25
"""For places read one by one: the rate, and the share of the earlier labels that is read again beside them."""
EPOCHS, RATE, WARM_STEPS, BATCH_PIECES, KEEP_EVERY = 2, 6e-5, 80, 1600, 200
BODY, BEFORE, BACK = 100, 60, 2
"""Pieces of a sentence, of those before it, and how many these are."""
_MARKS = {"<s>": "[CLS]", "</s>": "[SEP]", "<pad>": "[PAD]"}


class Example(NamedTuple):
    """A place as pieces; [first, last) are those that are asked about. `target` holds a share for each label."""

    task: str
    pieces: list[int]
    first: int
    last: int
    target: list[float]
    weight: float


class Cutter:
    """Cuts places into MPNet's pieces."""

    def __init__(self, folder: Path) -> None:
        vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
        names = sorted(vocabulary, key=vocabulary.__getitem__)
        self._pieces = Pieces([_MARKS.get(name, name) for name in names])
        self._pieces.unknown = vocabulary["[UNK]"]
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The pieces of a word."""
        if word not in self._known:
            self._known[word] = self._pieces.of(word)
        return self._known[word]

    def example(self, place: Place) -> Example:
        """A place with what stands before it, and around it where it is a quotation."""
        names = LABELS[place.task]
        target = [sum(label == name for label in place.labels) / 2 for name in names]
        weight = 1.0 if place.sure else 0.7
        where = place.where
        if isinstance(where, Quotation):
            window = span_window(place.document, where, lambda word: len(self.of(word)))
            cut = [self.of(word) for word in window.words]
            first = 1 + sum(map(len, cut[: window.first]))
            last = first + sum(map(len, cut[window.first : window.last]))
            return Example(QUOTES, [START, *(p for c in cut for p in c), END], first, last, target, weight)
        body = self._sentence(place, where.index)[:BODY]
        before: list[int] = []
        for back in range(1, BACK + 1):
            at = where.index - back
            if at < 0 or place.document.sentences[at].block < where.block - 2:
                break
            before = [*self._sentence(place, at), END, *before]
        before = before[-BEFORE:]
        first = 1 + len(before)
        return Example(CLAIMS, [START, *before, *body, END], first, first + len(body), target, weight)

    def _sentence(self, place: Place, index: int) -> list[int]:
        sentence = place.document.sentences[index]
        words = (straight(t.text)[:40] for t in place.document.tokens[sentence.first : sentence.last])
        return [p for word in words for p in self.of(word)]


class Head(nn.Module):
    """Two layers over what was pooled of a window."""

    def __init__(self, labels: int, parts: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH * parts, WIDTH)
        self.out = nn.Linear(WIDTH, labels)
        self.drop = nn.Dropout(0.1)

    def forward(self, pooled: Tensor) -> Tensor:
        """Logits [windows, labels]."""
        out: Tensor = self.out(self.drop(torch.tanh(self.hidden(self.drop(pooled)))))
        return out


class Teacher(nn.Module):
    """MPNet with a head for sentences and one for quoted spans."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.mpnet: Any = MPNetModel.from_pretrained(str(folder), attn_implementation="eager", add_pooling_layer=False)
        self.heads = nn.ModuleDict({CLAIMS: Head(len(LABELS[CLAIMS]), 2), QUOTES: Head(len(LABELS[QUOTES]), 4)})
        frozen = [self.mpnet.embeddings, *self.mpnet.encoder.layer[:FROZEN]]
        for parameter in (p for part in frozen for p in part.parameters()):
            parameter.requires_grad = False

    def forward(self, examples: Sequence[Example]) -> Tensor:
        """Logits of examples of one task."""
        length = -(-max(len(e.pieces) for e in examples) // 8) * 8
        pieces = torch.full((len(examples), length), FILL)
        for i, e in enumerate(examples):
            pieces[i, : len(e.pieces)] = torch.tensor(e.pieces)
        with torch.autocast("cpu", torch.bfloat16):
            encoder = self.mpnet.encoder
            with torch.no_grad():
                x = self.mpnet.embeddings(input_ids=pieces)
            near = encoder.compute_position_bias(x)
            mask = torch.zeros(pieces.shape).masked_fill(pieces == FILL, -1e4)[:, None, None, :]
            for i, layer in enumerate(encoder.layer):
                with torch.set_grad_enabled(torch.is_grad_enabled() and i >= FROZEN):
                    x = layer(x, mask, position_bias=near if i >= FROZEN else near.detach())[0]
            logits: Tensor = self.heads[examples[0].task](pooled(x, examples))
        return logits.float()


def pooled(x: Tensor, examples: Sequence[Example]) -> Tensor:
    """The mean of the pieces asked about with the window's mark, and for spans their first and last piece."""
    inside = torch.zeros(x.shape[:2])
    for i, e in enumerate(examples):
        inside[i, e.first : e.last] = 1 / (e.last - e.first)
    parts = [torch.einsum("bn,bnd->bd", inside.to(x.dtype), x), x[:, 0]]
    if examples[0].task == QUOTES:
        rows_ = torch.arange(len(examples))
        parts += [
            x[rows_, torch.tensor([e.first for e in examples])],
            x[rows_, torch.tensor([e.last - 1 for e in examples])],
        ]
    return torch.cat(parts, 1)


def train(teacher: Teacher, examples: Sequence[Example], kept: Path, epochs: int, rate: float) -> None:
    """Train from the last checkpoint on."""
    trunk = [p for p in teacher.mpnet.parameters() if p.requires_grad]
    heads = list(teacher.heads.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": trunk, "lr": rate}, {"params": heads, "lr": 5 * rate}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        foreach=True,
    )
    rng, done = np.random.default_rng(5), 0
    plan = [batch for _ in range(epochs) for batch in mixed(examples, BATCH_PIECES, rng)]
    if kept.exists():
        held = torch.load(kept)
        teacher.load_state_dict(held["teacher"], strict=False)
        optimizer.load_state_dict(held["optimizer"])
        done = held["steps"]
    began, total = time.monotonic(), 0.0
    teacher.train()
    for i in range(done, len(plan)):
        rates(optimizer, [rate, 5 * rate], i, len(plan), WARM_STEPS)
        target = torch.tensor([e.target for e in plan[i]])
        weight = torch.tensor([e.weight for e in plan[i]])
        loss = (-(target * teacher(plan[i]).log_softmax(-1)).sum(-1) * weight).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*trunk, *heads], 1.0)
        optimizer.step()
        total += loss.item()
        if (i + 1) % 50 == 0:
            print(f"{i + 1:5} of {len(plan)}: loss {total / 50:.3f}, {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
        if (i + 1) % KEEP_EVERY == 0 or i + 1 == len(plan):
            state = {"teacher": teacher.state_dict(), "optimizer": optimizer.state_dict(), "steps": i + 1}
            torch.save(state, kept.with_suffix(".part"))
            kept.with_suffix(".part").replace(kept)


def read_all(teacher: Teacher, examples: Sequence[Example]) -> list[np.ndarray]:
    """The probability of each label, for each example."""
    teacher.eval()
    found: list[np.ndarray] = [np.zeros(0)] * len(examples)
    began, done = time.monotonic(), 0
    for task in LABELS:
        order = sorted((i for i, e in enumerate(examples) if e.task == task), key=lambda i: len(examples[i].pieces))
        for at in range(0, len(order), 16):
            some = order[at : at + 16]
            with torch.no_grad():
                says = teacher([examples[i] for i in some]).softmax(-1).numpy()
            for i, said in zip(some, says, strict=True):
                found[i] = said
            done += len(some)
            if at % 1600 == 0:
                print(f"{done:,} of {len(examples):,} places read, {time.monotonic() - began:.0f} s", flush=True)
    return found


def main() -> None:
    """Train the teacher, or have it read."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--go-on", action="store_true", help="learn what was read one by one, from where it is")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--read", action="store_true", help="read places with the trained teacher")
    parser.add_argument("--draw", type=int, choices=range(len(DRAWS)), default=0, help="which articles it reads")
    parser.add_argument("--picked", action="store_true", help="read what pick.py chose in place of a draw")
    parser.add_argument("--part", type=int, default=0, help="read this one of --parts, beside others")
    parser.add_argument("--parts", type=int, default=1)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(3)
    teacher, cutter = Teacher(chosen.mpnet), Cutter(chosen.mpnet)
    labels, news = chosen.data / "labels", chosen.data / "news" / "train.jsonl.xz"
    kept, further = chosen.to / "teacher.pt", chosen.to / "teacher-further.pt"
    if not chosen.read:
        chosen.to.mkdir(parents=True, exist_ok=True)
        places = [p for task in LABELS for p in labelled(labels / f"{task}.jsonl.xz", task)]
        held = held_outlets({p.outlet for p in places})
        places = [p for p in places if p.outlet not in held]
        if not chosen.go_on:
            train(teacher, [cutter.example(p) for p in places], kept, EPOCHS, RATE)
            return
        teacher.load_state_dict(torch.load(kept)["teacher"], strict=False)
        rng = np.random.default_rng(7)
        places = [p for p in places if RARE & set(p.labels) or rng.random() < GO_ON_SHARE]
        train(teacher, [cutter.example(p) for p in (*places, *also_labelled(news))], further, 1, GO_ON_RATE)
        return
    teacher.load_state_dict(torch.load(further if further.exists() else kept)["teacher"], strict=False)
    known = {row["id"] for task in LABELS for row in rows(labels / f"{task}.jsonl.xz")}
    plain = picked(news, chosen.to) if chosen.picked else unlabelled(news, known, chosen.draw)
    examples, names = [], []
    for i, place in enumerate(plain):
        if i % chosen.parts == chosen.part:
            examples.append(cutter.example(place))
            names.append(name(place))
    soft = np.zeros((len(names), max(map(len, LABELS.values()))), np.float32)
    for row, said in zip(soft, read_all(teacher, examples), strict=True):
        row[: len(said)] = said
    asked = PICKED if chosen.picked else chosen.draw
    np.savez(chosen.to / f"soft-{asked}-{chosen.part}.npz", keys=np.array(names), soft=soft)


if __name__ == "__main__":
    main()
