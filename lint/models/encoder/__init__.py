"""The encoder that reads sentences for several rules: MiniLM (Wang et al. 2020), trained further on news copy.

It runs on onnxruntime, on one thread, a window at a time, so that a sentence reads the same whatever else is in a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..pieces import Pieces, case
from ..runtime import session

LONGEST = 94
"""Pieces in a window, without the mark at each end."""
_GRAPH, _TABLE = "encoder.onnx", "encoder.npz"

Floats = npt.NDArray[np.float32]


class Read(NamedTuple):
    """What the slip heads say of each word of a window.

    `verdicts` [words, 3] are logits: a slip, a word missing before it, one too many. `wanted` [words, width] is held
    against the vectors of the words that could stand there.
    """

    verdicts: Floats
    wanted: Floats


class Cut(NamedTuple):
    """A window of words as pieces with a mark at each end: their embeddings [1, n, width] and cases [1, n].

    `heads` are the places of the words' first pieces.
    """

    embedded: Floats
    cases: npt.NDArray[np.int64]
    heads: list[int]


class Encoder:
    """Reads windows of words. One object may serve several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with np.load(folder / _TABLE, allow_pickle=False) as held:
            self._table: npt.NDArray[np.int8] = held["table"]
            self._scale: Floats = held["scale"]
            self._pieces = Pieces(bytes(held["pieces"]).decode("utf-8").split("\n"))
            self.as_written = float(held["as_written"])
            self.frequency = float(held["frequency"])
        self.memory: dict[Any, Any] = {}
        """What readers of the encoder's answers make of a window, for them to keep and to bound."""
        self._known: dict[str, list[int]] = {}
        self._vectors: dict[str, Floats] = {}

    @cached_property
    def _session(self) -> Any:
        return session(self._folder / _GRAPH)

    def size(self, word: str) -> int:
        """How many pieces a word is cut into."""
        return len(self._of(word))

    def slips(self, words: Sequence[str]) -> Read:
        """What the slip heads say of the words of a window, which has LONGEST pieces at most."""
        cut = self.cut(words)
        given = {"embedded": cut.embedded, "cases": cut.cases}
        verdicts, wanted = self._session.run(["verdicts", "wanted"], given)
        return Read(verdicts[0, cut.heads], wanted[0, cut.heads])

    def cut(self, words: Sequence[str]) -> Cut:
        """A window's words as what graphs take."""
        known = self._pieces
        pieces, cases, heads = [known.start], [0], []
        for word in words:
            heads.append(len(pieces))
            its = self._of(word)
            pieces += its
            cases += [case(word)] * len(its)
        pieces.append(known.end)
        cases.append(0)
        return Cut(self._embedded(pieces)[None], np.array([cases], np.int64), heads)

    def vector(self, word: str) -> Floats:
        """What a wanted vector is held against for a word: the mean of its pieces."""
        mean = self._vectors.get(word)
        if mean is None:
            if len(self._vectors) > 20_000:
                self._vectors.clear()
            mean = self._vectors[word] = self._embedded(self._of(word)).mean(0)
        return mean

    def _embedded(self, pieces: Sequence[int]) -> Floats:
        found: Floats = self._table[pieces].astype(np.float32) * self._scale[pieces][:, None]
        return found

    def _of(self, word: str) -> list[int]:
        cut = self._known.get(word)
        if cut is None:
            if len(self._known) > 50_000:
                self._known.clear()
            cut = self._known[word] = self._pieces.of(word)
        return cut


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder that ships, loaded when it is first asked for."""
    return Encoder(Path(__file__).parent)
