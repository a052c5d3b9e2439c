"""The fast scorer: how well each common word fits its place, beside the words that may be meant by it.

A linear model over hashed contexts (Golding & Roth 1999 for the task, Weinberger et al. 2009 for the hashing), read in
blocks by numpy: well over 50,000 words a second, without grammar.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.document import Document
from ...text.sentences import Sentence
from .contexts import EDGE, REACH, Forms, hashes, keys

_FILE = "scorer.npz"
_BLOCK = 1_024
"""Checked words that are scored at once: what they need fits the processor's cache."""
_BUCKET_SHIFT, _REMAINDER, _CODE_BITS = 11, 0x7FF, 5


class Proposal(NamedTuple):
    """A word that may be a slip. `margins` say by how much each of `candidates` fits better, best first, in logits."""

    token: int
    word: str
    candidates: tuple[str, ...]
    margins: tuple[float, ...]


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

    def meant(self, word: str) -> list[str]:
        """The words that may be meant where `word` stands, the likeliest slip first."""
        at = self.ids.get(word)
        if at is None:
            return []
        return [self.words[i] for i in self._meant[self._starts[at] : self._starts[at + 1]]]

    def prior(self, word: str, right: str) -> float:
        """How likely `word` is typed for `right`, of all slips of that word: a logarithm, 0 at most."""
        at = self.ids[word]
        start, end = int(self._starts[at]), int(self._starts[at + 1])
        places = np.flatnonzero(self._meant[start:end] == self.ids[right])
        return float(self._prior[start + int(places[0])])

    def common(self, word: str) -> float:
        """How common a word is: half the logarithm of its count in news copy."""
        return float(self._bias[self.ids[word]])

    def propose(self, document: Document, sentences: list[Sentence], least: float) -> list[Proposal]:
        """The words of these sentences for which a neighbour fits better by `least` logits, in order."""
        forms, tokens, checked = self._read(document, sentences)
        if not checked:
            return []
        ids = np.array(forms, np.int32)
        contexts = hashes(ids, self._classes[ids])
        places, words = np.array([at for at, _ in checked]), np.array([word for _, word in checked], np.int32)
        found: list[Proposal] = []
        for start in range(0, len(places), _BLOCK):
            block = slice(start, start + _BLOCK)
            found += self._block(contexts[places[block]], words[block], [tokens[p] for p in places[block]], least)
        return found

    def _read(
        self, document: Document, sentences: list[Sentence]
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

    def _block(
        self, contexts: npt.NDArray[np.uint32], words: npt.NDArray[np.int32], tokens: list[int], least: float
    ) -> list[Proposal]:
        first = self._starts[words]
        sizes = self._starts[words + 1] - first
        rows = np.repeat(np.arange(len(words)), sizes)
        begins = np.cumsum(sizes) - sizes
        flat = np.arange(len(rows)) - begins[rows] + first[rows]
        meant = self._meant[flat].astype(np.int32)
        written = self._fit(contexts, words)
        margins = self._fit(contexts[rows], meant) - written[rows] + 0.5 * self._prior[flat]
        found: list[Proposal] = []
        best = np.maximum.reduceat(margins, begins)
        for i in np.flatnonzero(best >= least).tolist():
            here = slice(int(begins[i]), int(begins[i] + sizes[i]))
            order = np.argsort(-margins[here], kind="stable")
            names = tuple(self.words[w] for w in meant[here][order].tolist())
            found.append(Proposal(tokens[i], self.words[words[i]], names, tuple(margins[here][order].tolist())))
        return found

    def _fit(self, contexts: npt.NDArray[np.uint32], words: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
        """How well each word [n] fits its context [n, templates], in logits."""
        key = keys(contexts, words[:, None])
        wanted = ((key & np.uint32(_REMAINDER)) << np.uint32(_CODE_BITS)).astype(np.uint16)
        held = self._table[key >> np.uint32(_BUCKET_SHIFT)]
        code = held ^ wanted[..., None]
        code[code >= len(self._book)] = 0
        fit: npt.NDArray[np.float32] = self._book[code].sum((1, 2)) + self._bias[words]
        return fit


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """The scorer that ships."""
    return Scorer(Path(__file__).with_name(_FILE))
