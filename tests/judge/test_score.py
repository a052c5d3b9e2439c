"""The graph computes what the weights say, however variants share it, and the same every time."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lint.models.lm.bpe import Table, Tokenizer
from lint.models.lm.graph import build
from lint.models.lm.home import GRAPH, TOKENS
from lint.models.lm.question import Question
from lint.models.lm.score import LEFT, RIGHT, Scorer, Variants
from tests.judge.conftest import BASE, BLOCKS, EPSILON, HEADS, KV_HEADS, WIDTH, Tiny

SENTENCE = "Units have since let the settlement."
ASKED = Question("It was quiet.", SENTENCE, 17, 20, ("left", "set", "led"))


@pytest.fixture(scope="module")
def scorer(tiny: Tiny) -> Scorer:
    return Scorer(tiny.built / GRAPH, tiny.built / TOKENS)


@pytest.fixture(scope="module")
def tokenizer(tiny: Tiny) -> Tokenizer:
    return Tokenizer(Table.load(tiny.built / TOKENS))


def plainly(values: dict[str, np.ndarray[Any, Any]], ids: list[int]) -> float:
    """log P of a list of tokens by a Llama written out in numpy, after GGUF's conventions: token by token, no sharing."""
    n, head = len(ids), WIDTH // HEADS

    def norm(x: np.ndarray[Any, Any], name: str) -> np.ndarray[Any, Any]:
        normed: np.ndarray[Any, Any] = x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON) * values[name]
        return normed

    def rotated(x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        angle = np.arange(n)[:, None, None] * BASE ** (-np.arange(0, head, 2) / head)
        even, odd = x[..., 0::2], x[..., 1::2]
        out = np.empty_like(x)
        out[..., 0::2] = even * np.cos(angle) - odd * np.sin(angle)
        out[..., 1::2] = even * np.sin(angle) + odd * np.cos(angle)
        return out

    x = values["token_embd.weight"][ids].astype(np.float64)
    for i in range(BLOCKS):
        at = f"blk.{i}."
        h = norm(x, f"{at}attn_norm.weight")
        q, k, v = (h @ values[f"{at}attn_{name}.weight"].T for name in "qkv")
        q = rotated(q.reshape(n, HEADS, head))
        k = np.repeat(rotated(k.reshape(n, KV_HEADS, head)), HEADS // KV_HEADS, 1)
        v = np.repeat(v.reshape(n, KV_HEADS, head), HEADS // KV_HEADS, 1)
        seen = np.einsum("ihd,jhd->hij", q, k) / head**0.5 + np.triu(np.full((n, n), -np.inf), 1)
        weights = np.exp(seen - seen.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        mixed = np.einsum("hij,jhd->ihd", weights, v).reshape(n, WIDTH)
        x = x + mixed @ values[f"{at}attn_output.weight"].T
        h = norm(x, f"{at}ffn_norm.weight")
        gate, up = (h @ values[f"{at}ffn_{name}.weight"].T for name in ("gate", "up"))
        x = x + (gate / (1 + np.exp(-gate)) * up) @ values[f"{at}ffn_down.weight"].T
    logits = norm(x, "output_norm.weight") @ values["token_embd.weight"].T
    logits -= logits.max(-1, keepdims=True)
    scores = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
    return float(sum(scores[i, token] for i, token in enumerate(ids[1:])))


def test_gains_are_those_of_the_weights(scorer: Scorer, tokenizer: Tokenizer, tiny: Tiny) -> None:
    written, *others = (plainly(tiny.values, [0, *tokenizer.encode(text)]) for text in scorer.texts(ASKED))
    assert scorer.gains(ASKED) == pytest.approx([other - written for other in others], abs=0.011)
    assert len(set(scorer.gains(ASKED))) == 3


def test_rounded_activations_change_little(scorer: Scorer, tiny: Tiny, tmp_path: Path) -> None:
    build(tiny.gguf, tmp_path / GRAPH)
    faster = Scorer(tmp_path / GRAPH, tiny.built / TOKENS)
    assert faster.gains(ASKED) == pytest.approx(scorer.gains(ASKED), abs=0.5)


def test_a_candidate_has_its_gain_whatever_stands_beside_it(scorer: Scorer) -> None:
    alone = [scorer.gains(ASKED._replace(candidates=(word,)))[0] for word in ASKED.candidates]
    assert scorer.gains(ASKED) == pytest.approx(alone, abs=0.011)
    assert scorer.gains(ASKED._replace(candidates=("set", "left")))[1] == pytest.approx(alone[0], abs=0.011)


def test_the_same_question_has_the_same_answer(scorer: Scorer, tiny: Tiny) -> None:
    again = Scorer(tiny.built / GRAPH, tiny.built / TOKENS)
    first = scorer.gains(ASKED)
    again.gains(ASKED._replace(before="Another one was asked first."))
    assert again.gains(ASKED) == first == scorer.gains(ASKED)


def test_the_word_itself_gains_nothing(scorer: Scorer) -> None:
    assert scorer.gains(ASKED._replace(candidates=("let",))) == (0.0,)


def test_what_stands_before_counts(scorer: Scorer) -> None:
    assert scorer.gains(ASKED) != scorer.gains(ASKED._replace(before=""))


def test_white_space_does_not_count(scorer: Scorer) -> None:
    broken = "Units have\nsince  let the\tsettlement."
    at = broken.index("let")
    assert scorer.gains(ASKED._replace(sentence=broken, start=at, end=at + 3)) == scorer.gains(ASKED)


def test_words_may_be_joined_split_and_left_out(scorer: Scorer) -> None:
    gains = scorer.gains(ASKED._replace(candidates=("let in", "")))
    assert len(gains) == 2
    assert scorer.texts(ASKED._replace(candidates=("",)))[1].endswith("since  the settlement.")


def test_a_long_draft_costs_a_window(scorer: Scorer, tokenizer: Tokenizer) -> None:
    long = "word " * 20_000
    asked = Question(long, f"{long}let {long}", len(long), len(long) + 3, ("left",))
    texts = scorer.texts(asked)
    assert all(len(text) < 1_000 for text in texts)
    variants = Variants.of([tokenizer.encode(text) for text in texts])
    assert len(variants.shared) == LEFT
    assert scorer.gains(asked) == scorer.gains(
        asked._replace(before="", sentence=f"{long[-1500:]}let {long}", start=1500, end=1503)
    )


def test_at_least_twelve_tokens_to_the_right_are_scored(scorer: Scorer, tokenizer: Tokenizer) -> None:
    rest = " the settlement, which lies in ruins."
    asked = Question("", f"They let{rest}", 5, 8, ())
    (text,) = scorer.texts(asked)
    kept = text.removeprefix("They let")
    assert rest.startswith(kept)
    assert RIGHT <= len(tokenizer.encode(kept)) < len(tokenizer.encode(rest))


@pytest.mark.parametrize("sentence", ["let", "let it", "We let", "”let”", "let" * 300, "\ud800 let \U0001f600"])
def test_any_place_can_be_asked_about(scorer: Scorer, sentence: str) -> None:
    at = sentence.index("let")
    assert all(map(np.isfinite, scorer.gains(Question("", sentence, at, at + 3, ("left", "", "l" * 50)))))


def test_tokens_are_those_of_the_merges(tokenizer: Tokenizer) -> None:
    letters = Table.of([*map(chr, range(97, 123)), "th"], ["t h"])
    assert Tokenizer(letters).encode("thth t") == [26, 26, 19]  # a space has no token here
    assert len(tokenizer.encode(" the left")) == len([" the", " le", "ft"])
    assert tokenizer.pieces("They've 24 “days” left") == [
        b"They", b"'ve", b" ", b"2", b"4", " “".encode(), b"days", "”".encode(), b" left",
    ]  # fmt: skip


def test_merges_are_made_in_the_order_of_the_definition(tokenizer: Tokenizer) -> None:
    made = random.Random(1)
    alphabet = "thelft in'sT24½٣ “é—漢😀.,"
    for _ in range(300):
        text = "".join(made.choices(alphabet, k=made.randrange(1, 40)))
        for piece in tokenizer.pieces(text):
            assert list(tokenizer._encode(piece)) == naive(tokenizer, piece)
        assert b"".join(tokenizer.pieces(text)).decode() == re.sub(" +", " ", text)


def naive(tokenizer: Tokenizer, piece: bytes) -> list[int]:
    """A piece's tokens by the definition: merge the first pair of the lowest rank until there is none."""
    tokens = [tokenizer._bytes[byte] for byte in piece]
    while True:
        pairs = [
            (tokenizer._merges[pair][0], i) for i, pair in enumerate(pairwise(tokens)) if pair in tokenizer._merges
        ]
        if not pairs:
            return tokens
        _, i = min(pairs)
        tokens[i : i + 2] = [tokenizer._merges[tokens[i], tokens[i + 1]][1]]


def test_a_long_word_takes_no_longer_than_its_length(tokenizer: Tokenizer) -> None:
    assert len(tokenizer.encode("the" * 100_000)) > 100_000
