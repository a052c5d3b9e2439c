"""Trains the branch that reads meaning, on labelled copy and on what the teacher says of copy without labels.

    python -m training.meaning.train --to .checkpoints/meaning --encoder .checkpoints/encoder --minilm MODEL_FOLDER \
        --data ../shared/data

First the branch, its weights in four bits, learns to end in the states that MiniLM ends in with whole ones (Romero et al.
2015); then it learns labels and the teacher's verdicts.
Writes branch.pt and, for the outlets that no training saw and for the gold sets, says.npz; with `--task` those of a branch for
one task alone, which begins as that for both. About 35 minutes on two cores with AVX-512 in bfloat16.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from lint.models.meaning.windows import window_of
from lint.models.pieces import Pieces, case

from ..curves import curve
from ..encoder.model import Encoder, pretrained
from ..encoder.pieces import all_names, kept_names
from .batches import mixed, rates
from .copy import (
    CLAIMS,
    DRAWN,
    LABELS,
    QUOTES,
    RARE,
    Place,
    also_labelled,
    held_outlets,
    labelled,
    name,
    rows,
    taught,
    unlabelled,
)
from .model import TASKS, Branch, in_few_bits, mask_of

BATCH_PIECES, WARM_STEPS, ALIGN_STEPS, EVALUATE_EVERY = 1800, 100, 300, 2000
ALIGN_RATE, RATE, GO_ON_RATE = 3e-4, 1.5e-4, 1e-4
HEADS_FASTER = 10 / 3
LIKELY_ENOUGH = 0.2
UNSURE = 0.7


class Example(NamedTuple):
    """A place as pieces and their cases; [first, last) are those that are asked about."""

    task: str
    pieces: list[int]
    cases: list[int]
    first: int
    last: int
    target: list[float]
    weight: float


class Cutter:
    """Cuts places into the encoder's pieces."""

    def __init__(self, names: Sequence[str]) -> None:
        self._pieces = Pieces(names)
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The pieces of a word."""
        if word not in self._known:
            self._known[word] = self._pieces.of(word)
        return self._known[word]

    def example(self, place: Place, target: Sequence[float], weight: float) -> Example:
        """A place as the branch reads it."""

        def size(word: str) -> int:
            return len(self.of(word))

        window = window_of(place.document, place.where, size)
        cut = [self.of(word) for word in window.words]
        first = 1 + sum(map(len, cut[: window.first]))
        return Example(
            place.task,
            [self._pieces.start, *(p for c in cut for p in c), self._pieces.end],
            [0, *(case(w) for w, c in zip(window.words, cut, strict=True) for _ in c), 0],
            first,
            first + sum(map(len, cut[window.first : window.last])),
            list(target),
            weight,
        )


def tensors(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, cases, and 1 at the pieces that are asked about."""
    length = -(-max(len(e.pieces) for e in examples) // 8) * 8
    pieces = torch.zeros(len(examples), length, dtype=torch.long)
    cases, asked = torch.zeros_like(pieces), torch.zeros(len(examples), length)
    for i, e in enumerate(examples):
        pieces[i, : len(e.pieces)] = torch.tensor(e.pieces)
        cases[i, : len(e.cases)] = torch.tensor(e.cases)
        asked[i, e.first : e.last] = 1
    return pieces, cases, asked


def align(branch: Branch, model: Encoder, plan: Sequence[list[Example]]) -> None:
    """Teach the branch to end where the model as it came ends."""
    layers = list(branch.layers.parameters())
    optimizer = torch.optim.AdamW(layers, ALIGN_RATE, (0.9, 0.98), weight_decay=0.0)
    began, total = time.monotonic(), 0.0
    for i, batch in enumerate(plan):
        rates(optimizer, [ALIGN_RATE], i, len(plan), WARM_STEPS)
        pieces, cases, _ = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                wanted = model(pieces, torch.zeros_like(cases)).float()
            found = branch.states(model.word(pieces), cases, mask_of(pieces)).float()
        here = (pieces > 0)[:, :, None]
        loss = ((found - wanted) ** 2 * here).sum() / (wanted**2 * here).sum()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(layers, 1.0)
        optimizer.step()
        total += loss.item()
        if (i + 1) % 50 == 0:
            print(f"{i + 1:5} of {len(plan)}: apart {total / 50:.4f}, {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0


def learn(words: nn.Embedding, branch: Branch, plan: Sequence[list[Example]], rate: float) -> Iterator[int]:
    """Teach the branch labels; gives way now and then, to be measured."""
    heads = list(branch.heads.parameters())
    layers = [p for name, p in branch.named_parameters() if not name.startswith("heads.")]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": rate}, {"params": heads, "lr": HEADS_FASTER * rate}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    began, total = time.monotonic(), 0.0
    branch.train()
    for i, batch in enumerate(plan):
        rates(optimizer, [rate, HEADS_FASTER * rate], i, len(plan), WARM_STEPS)
        logits, _ = read(words, branch, batch)
        target, weight = torch.tensor([e.target for e in batch]), torch.tensor([e.weight for e in batch])
        loss = (-(target * logits.log_softmax(-1)).sum(-1) * weight).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*layers, *heads], 1.0)
        optimizer.step()
        total += loss.item()
        if (i + 1) % 50 == 0:
            print(f"{i + 1:5} of {len(plan)}: loss {total / 50:.3f}, {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
        if (i + 1) % EVALUATE_EVERY == 0:
            yield i + 1
            branch.train()


def read(words: nn.Embedding, branch: Branch, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Logits of the examples of one task, and what each label looks at."""
    pieces, cases, asked = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        x = branch.states(words(pieces), cases, mask_of(pieces))
    logits, looks = branch.heads[batch[0].task](x.float(), asked)
    return logits, looks


def logits_of(words: nn.Embedding, branch: Branch, examples: Sequence[Example]) -> np.ndarray:
    """The logits of examples, in their order; what a task has no label for is far below."""
    branch.eval()
    width = max(map(len, LABELS.values()))
    found = np.full((len(examples), width), -30.0, np.float32)
    for task in LABELS:
        order = sorted((i for i, e in enumerate(examples) if e.task == task), key=lambda i: len(examples[i].pieces))
        for at in range(0, len(order), 16):
            some = order[at : at + 16]
            with torch.no_grad():
                logits, _ = read(words, branch, [examples[i] for i in some])
            found[some, : logits.shape[1]] = logits.numpy()
    return found


def report(name: str, places: Sequence[Place], logits: np.ndarray) -> None:
    """Print how well the labels that rules ask for are told from the others."""
    for task, label in ((CLAIMS, "U"), (CLAIMS, "V"), (QUOTES, "scare")):
        mine = np.array([p.task == task and p.sure for p in places])
        if mine.any():
            names = LABELS[task]
            some = logits[mine][:, : len(names)]
            chance = np.exp(some - some.max(1, keepdims=True))
            chance /= chance.sum(1, keepdims=True)
            truth = np.array([p.labels[0] == label for p, m in zip(places, mine, strict=True) if m])
            print(f"   {name} {label}: {curve(chance[:, names.index(label)], truth)}", flush=True)


def main() -> None:
    """Train and measure the branch."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of pieces.txt")
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--align-only", action="store_true")
    parser.add_argument("--go-on", action="store_true", help="begin with the branch as it is, at a lower rate")
    parser.add_argument("--task", choices=TASKS, help="go on with one task alone")
    parser.add_argument("--rare", type=float, default=1, help="all places of rare labels, and this share of the others")
    parser.add_argument("--mean", action="store_true", help="keep the mean of what it begins and ends with")
    parser.add_argument("--all", action="store_true", help="learn from every outlet, when thresholds are known")
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(3)
    names, place_of = kept_names(chosen.encoder), {n: i for i, n in enumerate(all_names(chosen.minilm))}
    model = pretrained(chosen.minilm / "model.safetensors", [place_of[n] for n in names]).encoder.eval()
    tasks = (chosen.task,) if chosen.task else TASKS
    branch, cutter, words = Branch(tasks), Cutter(names), model.word
    branch.begin_as(model)
    in_few_bits(branch)

    labels, rng = chosen.data / "labels", np.random.default_rng(5)
    places = [p for task in TASKS for p in labelled(labels / f"{task}.jsonl.xz", task)]
    known = {row["id"] for task in LABELS for row in rows(labels / f"{task}.jsonl.xz")}
    news = chosen.data / "news" / "train.jsonl.xz"
    aligned = chosen.to / "aligned.pt"
    if not aligned.exists():
        plain = [cutter.example(place, (), 1.0) for place in unlabelled(news, known, 0)]
        align(branch, model, mixed(plain, BATCH_PIECES, rng)[:ALIGN_STEPS])
        torch.save(branch.state_dict(), aligned)
    if chosen.align_only:
        return
    both = chosen.to / "branch.pt"
    kept = chosen.to / f"branch-{chosen.task}.pt" if chosen.task else both
    began = torch.load(kept if chosen.go_on and kept.exists() else both if chosen.task or chosen.go_on else aligned)
    branch.take(began)

    held = held_outlets({p.outlet for p in places})
    places = [p for p in places if p.task in tasks]
    seen = [p for p in places if chosen.all or p.outlet not in held]
    seen += [p for p in also_labelled(news) if p.task in tasks]
    away = [p for p in places if p.outlet in held]
    away += [p for p in also_labelled(news, DRAWN) if p.task in tasks]
    gold = [p for task in tasks for p in labelled(chosen.data / "gold" / f"{task}.jsonl", task)]
    learned = [cutter.example(p, said(p), 1.0 if p.sure else UNSURE) for p in seen]
    soft = ((p, said_) for p, said_ in taught(news, known, chosen.to) if p.task in tasks)
    learned += [cutter.example(place, said_, 1.0) for place, said_ in soft]
    learned = [e for e in learned if rare(e) or rng.random() < chosen.rare]
    tested = [cutter.example(p, (), 1.0) for p in (*away, *gold)]
    plan = [batch for _ in range(chosen.epochs) for batch in mixed(learned, BATCH_PIECES, rng)]
    print(f"{len(learned):,} places, {len(plan):,} steps", flush=True)
    for step in learn(words, branch, plan, GO_ON_RATE if chosen.go_on else RATE):
        logits = logits_of(words, branch, tested)
        print(f"after {step}", flush=True)
        report("outlets not seen", away, logits[: len(away)])
        report("gold", gold, logits[len(away) :])
    if chosen.mean:
        branch.load_state_dict({part: (began[part] + value) / 2 for part, value in branch.state_dict().items()})
    torch.save(branch.state_dict(), kept)
    logits = logits_of(words, branch, tested)
    report("outlets not seen", away, logits[: len(away)])
    report("gold", gold, logits[len(away) :])
    keys = [name(p) for p in (*away, *gold)]
    says = kept.with_name(kept.name.replace("branch", "says")).with_suffix(".npz")
    np.savez(says, keys=np.array(keys), logits=logits, held=len(away))


def rare(example: Example) -> bool:
    """Whether a place may be a vague source or a scare quote, which few are."""
    shares = zip(LABELS[example.task], example.target, strict=True)
    return any(label in RARE and share >= LIKELY_ENOUGH for label, share in shares)


def said(place: Place) -> list[float]:
    """The share of each label in what two readers said of a place."""
    return [sum(label == name for label in place.labels) / 2 for name in LABELS[place.task]]


if __name__ == "__main__":
    main()
