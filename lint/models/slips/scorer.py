"""The fast scorer: how well each common word fits its place, beside the words that may be meant by it.

A linear model over hashed contexts (Golding & Roth 1999 for the task, Weinberger et al. 2009 for the hashing), read in
blocks by numpy: well over 50,000 words a second, without grammar.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...text.document import Document
from ...text.sentences import Sentence
from .contexts import EDGE, REACH, Forms, hashes, keys

_FILE = "scorer.npz"
_BLOCK = 1_024
"""Checked words that are scored at once: what they need fits the processor's cache."""
BUCKET_SHIFT, REMAINDER, CODE_BITS = 11, 0x7FF, 5
"""The high bits of a key are its bucket; the low ones stand there, above the number of its weight."""


class Fits:
    """How well each checked word of some sentences fits beside the words that may be meant by it."""

    def __init__(
        self,
        tokens: Sequence[int],
        meant: npt.NDArray[np.int32],
        margins: npt.NDArray[np.float32],
        begins: npt.NDArray[np.int64],
    ) -> None:
        self._tokens = tokens
        self._places = {token: i for i, token in enumerate(tokens)}
        self._meant, self._margins, self._begins = meant, margins, begins

    def over(self, least: float) -> list[int]:
        """The tokens, by index and in order, for which a neighbour fits better by `least` logits."""
        if not self._tokens:
            return []
        best = np.maximum.reduceat(self._margins, self._begins[:-1])
        return [self._tokens[i] for i in np.flatnonzero(best >= least).tolist()]

    def of(self, token: int) -> dict[int, float] | None:
        """By how many logits each word that may be meant fits better, or None for a token that was not checked."""
        at = self._places.get(token)
        if at is None:
            return None
        here = slice(int(self._begins[at]), int(self._begins[at + 1]))
        return dict(zip(self._meant[here].tolist(), self._margins[here].tolist(), strict=True))


class Scorer:
    """Reads documents. One object may serve several threads."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as held:
            self._table: npt.NDArray[np.uint16] = held["table"]
            self._book: npt.NDArray[np.float32] = held["book"]
            self._bias: npt.NDArray[np.float32] = held["bias"]
            self._classes: npt.NDArray[np.uint8] = held["classes"]
            self._meant: npt.NDArray[np.uint16] = held["meant"]
            self._prior: npt.NDArray[np.float32] = held["prior"].astype(np.float32) / 16
            self._starts: npt.NDArray[np.int32] = held["starts"]
            forms, words = (bytes(held[name]).decode("utf-8").split("\n") for name in ("forms", "words"))
        self.words: list[str] = words
        self.ids = {word: i for i, word in enumerate(words)}
        self._forms = Forms(forms)

    def meant(self, word: int) -> list[int]:
        """The words that may be meant where `word` stands, the likeliest slip first."""
        found: list[int] = self._meant[self._starts[word] : self._starts[word + 1]].tolist()
        return found

    def prior(self, word: int, right: int) -> float:
        """How likely `word` is typed for `right`, of all slips of that word: a logarithm, 0 at most."""
        return float(self._prior[self._starts[word] + self.meant(word).index(right)])

    def common(self, word: int) -> float:
        """How common a word is: half the logarithm of its count in news copy."""
        return float(self._bias[word])

    def read(self, document: Document, sentences: Sequence[Sentence]) -> Fits:
        """How the common words of these sentences fit."""
        forms, tokens, checked = self._read(document, sentences)
        if not checked:
            return Fits([], np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(1, np.int64))
        ids = np.array(forms, np.int32)
        contexts = hashes(ids, self._classes[ids])
        places, words = np.array([at for at, _ in checked]), np.array([word for _, word in checked], np.int32)
        sizes = self._starts[words + 1] - self._starts[words]
        begins = np.concatenate([[0], np.cumsum(sizes)])
        flat = np.arange(begins[-1]) - np.repeat(begins[:-1] - self._starts[words], sizes)
        margins = [
            self._margins(
                contexts[places[i : i + _BLOCK]],
                words[i : i + _BLOCK],
                flat[begins[i] : begins[min(i + _BLOCK, len(words))]],
            )
            for i in range(0, len(words), _BLOCK)
        ]
        return Fits(
            [tokens[at] for at in places.tolist()], self._meant[flat].astype(np.int32), np.concatenate(margins), begins
        )

    def _read(
        self, document: Document, sentences: Sequence[Sentence]
    ) -> tuple[list[int], list[int], list[tuple[int, int]]]:
        """Forms with edges around each sentence, the token at each place, and places with the words to check."""
        of, ids, starts = self._forms.of, self.ids, self._starts
        edges, none = [EDGE] * REACH, [-1] * REACH
        forms: list[int] = list(edges)
        tokens: list[int] = []
        checked: list[tuple[int, int]] = []
        for sentence in sentences:
            initial = True
            for i, token in enumerate(document.tokens[sentence.first : sentence.last], sentence.first):
                text = token.text
                forms.append(of(text, initial=initial))
                if token.is_word and (text.islower() or (initial and text[1:].islower())):
                    word = ids.get(token.norm)
                    if word is not None and starts[word] < starts[word + 1]:
                        checked.append((len(tokens), word))
                tokens.append(i)
                initial = False
            forms += edges
            tokens += none
        return forms, tokens, checked

    def _margins(
        self, contexts: npt.NDArray[np.uint32], words: npt.NDArray[np.int32], flat: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """For each word and each that may be meant by it, at `flat` in the table, how much better that one fits."""
        rows = np.repeat(np.arange(len(words)), self._starts[words + 1] - self._starts[words])
        fit = self._fit(contexts[rows], self._meant[flat].astype(np.int32))
        margins: npt.NDArray[np.float32] = fit - self._fit(contexts, words)[rows] + 0.5 * self._prior[flat]
        return margins

    def _fit(self, contexts: npt.NDArray[np.uint32], words: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
        """How well each word [n] fits its context [n, templates], in logits."""
        key = keys(contexts, words[:, None])
        wanted = ((key & np.uint32(REMAINDER)) << np.uint32(CODE_BITS)).astype(np.uint16)
        held = self._table[key >> np.uint32(BUCKET_SHIFT)]
        code = held ^ wanted[..., None]
        code[code >= len(self._book)] = 0
        fit: npt.NDArray[np.float32] = self._book[code].sum((1, 2)) + self._bias[words]
        return fit


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """The scorer that ships."""
    return Scorer(Path(__file__).with_name(_FILE))
