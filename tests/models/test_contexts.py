"""The keys under which weights are found: the same numbers in arrays, in plain integers and compiled for training."""

from __future__ import annotations

import numpy as np
import pytest

from lint.models.slips.contexts import Forms, keys

WHOLE = 2**32 - 1
DRAWN = np.random.default_rng(7)
CONTEXTS = np.concatenate([[0, 1, WHOLE], DRAWN.integers(0, WHOLE, 500)]).astype(np.uint32)
WORDS = np.concatenate([[0, 1, 39_999], DRAWN.integers(0, 40_000, 500)]).astype(np.int32)


def key(context: int, word: int) -> int:
    """One key, in integers that do not overflow."""
    mixed = (context ^ (word * 0x9E3779B1 & WHOLE)) * 0x85EBCA6B & WHOLE
    return mixed ^ (mixed >> 13)


def test_keys_are_what_the_weights_that_ship_are_kept_under():
    found = keys(CONTEXTS, WORDS)
    assert found.dtype == np.uint32
    assert found.tolist() == [key(*pair) for pair in zip(CONTEXTS.tolist(), WORDS.tolist(), strict=True)]


def test_each_candidate_is_put_together_with_each_context_of_its_place():
    found = keys(np.stack([CONTEXTS, CONTEXTS[::-1]], axis=1), WORDS[:, None])
    assert found[:, 0].tolist() == keys(CONTEXTS, WORDS).tolist()
    assert found[:, 1].tolist() == keys(CONTEXTS[::-1], WORDS).tolist()


def test_a_word_is_known_by_its_letters_whatever_its_marks():
    forms = Forms(["does", "don't", "x-ray"])
    assert forms.of("don\u2019t", initial=False) == forms.of("don't", initial=False)
    assert forms.of("x\u2011ray", initial=False) == forms.of("x-ray", initial=False)
    assert forms.of("do\u00ades", initial=False) == forms.of("does", initial=False)


def test_compiled_as_training_compiles_it_a_key_is_the_same():
    numba = pytest.importorskip("numba", reason="numba is not here: pip install -e '.[training-scorer]'")
    compiled = numba.njit(keys)

    @numba.njit
    def one_by_one(contexts, words):
        found = np.zeros(len(contexts), np.uint32)
        for i in range(len(contexts)):
            found[i] = compiled(contexts[i], words[i])
        return found

    assert one_by_one(CONTEXTS, WORDS).tolist() == keys(CONTEXTS, WORDS).tolist()
