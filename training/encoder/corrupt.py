"""Windows of news copy with slips put into them.

A window is one or more whole sentences of an article, up to a number of pieces. Some of its words give way to a
neighbour, are left out, or get a needless one beside them; the labels say where.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lint.models.pieces import case

from .kept import MOST_NEIGHBOURS, Corpus
from .model import LONGEST
from .pieces import FormPieces

RATES = (0.03, 0.06, 0.12)
"""Shares of a window's checkable words that become slips."""
MISSING_IN, EXTRA_IN = 0.3, 0.15
"""Shares of windows in which a small word is left out or put in."""
CLEAN_IN, ALONE_IN = 0.6, 0.2
"""Shares of the windows of hard sentences that stay as published, and that leave out the sentence before."""
SMALL = frozenset(
    "a an the of to in for on at by with from as and or but that is are was were be been being has have had do does did "
    "will would can could should may might must not it its he she they we you his her their our i him them us me my your "
    "this these who which than then into about over after before out up so if there when also more one all".split()
)
UNCHECKED = -1


class Window(NamedTuple):
    """Pieces and cases of a window, where its words begin, and what is true of each word.

    `slip`, `missing` (before the word) and `extra` are 0, 1 or UNCHECKED. `choices` are word ids, the written one
    first, filled with -1; `right` is the place of the right one among them, or UNCHECKED.
    """

    pieces: list[int]
    cases: list[int]
    heads: list[int]
    slip: list[int]
    missing: list[int]
    extra: list[int]
    choices: list[list[int]]
    right: list[int]


class Words:
    """The words that slips hit and make: ids, neighbours, and the corpus forms that stand for them."""

    def __init__(self, table: Mapping[str, Sequence[tuple[str, float]]], counts: Mapping[str, int]) -> None:
        self.names = sorted(counts)
        self.ids = {name: i for i, name in enumerate(self.names)}
        self.counts = np.array([counts[name] for name in self.names], np.float32)
        self.typed: dict[int, tuple[list[int], list[float]]] = {}
        self.choices: dict[int, list[int]] = {}
        """What may be meant by a word that stands there, itself first."""
        meant: dict[int, list[tuple[float, int]]] = {}
        for word, typed in table.items():
            here = self.ids[word]
            self.typed[here] = ([self.ids[t] for t, _ in typed], list(accumulate(share for _, share in typed)))
            for t, share in typed:
                meant.setdefault(self.ids[t], []).append((-share * self.counts[here] ** 0.5, here))
        for word_id, intended in meant.items():
            self.choices[word_id] = [word_id, *(w for _, w in sorted(intended)[:MOST_NEIGHBOURS])]
        self.small = [self.ids[w] for w in sorted(SMALL & set(self.ids))]


class Maker:
    """Makes windows of articles. The same seed gives the same slips."""

    def __init__(self, corpus: Corpus, pieces: FormPieces, words: Words, seed: int) -> None:
        self._corpus, self._pieces, self._words = corpus, pieces, words
        self._random = random.Random(seed)
        self._cases = [case(form) for form in corpus.forms]
        self._initial = [self._word_id(form, initial=True) for form in corpus.forms]
        self._inner = [self._word_id(form, initial=False) for form in corpus.forms]
        self._plain = [pieces.of(name) for name in words.names]
        self._letters = [form[0].isalpha() for form in corpus.forms]

    def _word_id(self, form: str, *, initial: bool) -> int:
        if form.islower():
            return self._words.ids.get(form, -1)
        if initial and (len(form) == 1 or form[1:].islower()):
            return self._words.ids.get(form.lower(), -1)
        return -1

    def windows(self, article: int) -> Iterator[Window]:
        """The windows of one article, each corrupted."""
        corpus, room = self._corpus, LONGEST - 2
        packed: list[tuple[int, int]] = []
        filled = 0
        most = self._random.choice((28, 44, 60, 76, room))
        for s in range(int(corpus.articles[article]), int(corpus.articles[article + 1])):
            start, end = int(corpus.sentences[s]), int(corpus.sentences[s + 1])
            size = int(self._pieces.lengths[corpus.words[start:end]].sum())
            if packed and filled + size > most:
                yield from self._corrupted(packed)
                packed, filled = [], 0
                most = self._random.choice((28, 44, 60, 76, room))
            while size > room:  # an overlong sentence is cut
                middle = (start + end) // 2
                end = middle
                size = int(self._pieces.lengths[corpus.words[start:end]].sum())
            packed.append((start, end))
            filled += size
        if packed:
            yield from self._corrupted(packed)

    def hard(self, sentence: int) -> Iterator[Window]:
        """The window of a sentence that looked wrong as published, as it is read in a draft; mostly left as it is."""
        corpus = self._corpus
        at = range(sentence if corpus.paragraph[sentence] else sentence - 1, sentence + 1)
        packed = [(int(corpus.sentences[s]), int(corpus.sentences[s + 1])) for s in at]
        sizes = [int(self._pieces.lengths[corpus.words[start:end]].sum()) for start, end in packed]
        if sizes[-1] > LONGEST - 2:
            return
        if sum(sizes) > LONGEST - 2 or self._random.random() < ALONE_IN:
            packed = packed[-1:]
        yield from self._corrupted(packed, clean=self._random.random() < CLEAN_IN)

    def _corrupted(self, packed: Sequence[tuple[int, int]], *, clean: bool = False) -> Iterator[Window]:
        draw = self._random.random
        typed = self._words.typed
        rate = 0.0 if clean else self._random.choice(RATES)
        count = sum(end - start for start, end in packed)
        if count < 4:
            return
        leave_out = self._random.randrange(count) if not clean and draw() < MISSING_IN else -1
        put_in = self._random.randrange(count) if not clean and draw() < EXTRA_IN else -1
        made = Window([self._pieces.known.start], [0], [], [], [], [], [], [])
        at, gone = 0, False
        for start, end in packed:
            for i, form in enumerate(self._corpus.words[start:end].tolist()):
                word = self._initial[form] if i == 0 else self._inner[form]
                if at == leave_out and i and word in self._words.small and start + i + 1 < end:
                    gone = True
                    at += 1
                    continue
                if at == put_in and i and self._letters[form]:
                    self._needless(made, word)
                right = word
                if word in typed and draw() < rate:
                    options, ladder = typed[word]
                    word = options[min(bisect(ladder, draw() * ladder[-1]), len(options) - 1)]
                self._add(made, form, word, right, missing=gone)
                gone = False
                at += 1
        made.pieces.append(self._pieces.known.end)
        made.cases.append(0)
        if len(made.pieces) <= LONGEST:
            yield made

    def _needless(self, made: Window, following: int) -> None:
        word = self._random.choice(self._words.small)
        if word == following:
            return
        made.heads.append(len(made.pieces))
        made.pieces.extend(self._plain[word])
        made.cases.extend([0] * len(self._plain[word]))
        made.slip.append(UNCHECKED)
        made.missing.append(UNCHECKED)
        made.extra.append(1)
        made.choices.append([])
        made.right.append(UNCHECKED)

    def _add(self, made: Window, form: int, word: int, right: int, *, missing: bool) -> None:
        made.heads.append(len(made.pieces))
        pieces = self._pieces[form].tolist() if word == right else self._plain[word]
        made.pieces.extend(pieces)
        made.cases.extend([self._cases[form]] * len(pieces))
        choices = self._words.choices.get(word)
        checked = word >= 0 and (choices is not None or word != right)
        made.slip.append(int(word != right) if checked else UNCHECKED)
        made.missing.append(int(missing) if self._letters[form] else UNCHECKED)
        made.extra.append(0 if word in self._words.small and word == right else UNCHECKED)
        made.choices.append(choices if checked and choices else [])
        made.right.append(choices.index(right) if checked and choices and right in choices else UNCHECKED)


def candidate_vectors(
    table: npt.NDArray[np.float32], pieces: FormPieces, names: Sequence[str]
) -> npt.NDArray[np.float32]:
    """For each word the mean of its pieces' embeddings."""
    return np.stack([table[pieces.of(name)].mean(0) for name in names])
