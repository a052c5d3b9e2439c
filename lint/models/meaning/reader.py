"""What reads meaning: MiniLM over the encoder's word embeddings, once with a head for sentences and once with one for spans.

The heads are those of training/meaning: each label looks for the words that speak for it, which is how a message can name them.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..encoder import Encoder, Floats, encoder
from ..runtime import session
from .windows import Window

_SENTENCES, _SPANS = "claims", "quotes"
"""The graphs."""
_HELD = 4_000
"""Readings that are remembered at most, some 4 MB."""


class Reading(NamedTuple):
    """Logits of the labels, and how much each looks at each word that was asked about [labels, words]."""

    logits: Floats
    looks: Floats


class MeaningReader:
    """Reads windows. One object may serve several threads."""

    def __init__(self, folder: Path, words: Encoder) -> None:
        self._session, self._words = cache(lambda branch: session(folder / f"{branch}.onnx")), words
        self.windows = 0
        """How many were read, for who wants to know what it costs."""
        self.memory: dict[tuple[Hashable, ...], Reading] = {}
        """What was read of each window, for drafts that are read again while somebody writes."""

    def size(self, word: str) -> int:
        """How many pieces a word is cut into."""
        return self._words.size(word)

    def sentence(self, window: Window) -> Reading:
        """What a sentence is: one of SENTENCE."""
        return self._remembered(window, _SENTENCES)

    def span(self, window: Window) -> Reading:
        """What the marks of a quotation are there for: one of SPAN."""
        return self._remembered(window, _SPANS)

    def _remembered(self, window: Window, branch: str) -> Reading:
        key = (*window.words, window.first, window.last, branch)
        found = self.memory.get(key)
        if found is None:
            if len(self.memory) >= _HELD:
                self.memory.clear()
            found = self.memory[key] = self._read(window, branch)
        return found

    def _read(self, window: Window, branch: str) -> Reading:
        self.windows += 1
        cut = self._words.cut(window.words)
        edges = [*cut.heads, cut.embedded.shape[1] - 1]
        asked = np.zeros(cut.cases.shape, np.float32)
        asked[0, edges[window.first] : edges[window.last]] = 1
        given = {"embedded": cut.embedded, "cases": cut.cases, "asked": asked}
        logits, looks = self._session(branch).run(["logits", "looks"], given)
        starts = edges[window.first : window.last]
        return Reading(logits[0], np.add.reduceat(looks[0, :, : edges[window.last]], starts, axis=1))


@lru_cache(maxsize=1)
def meaning_reader() -> MeaningReader:
    """The reader that ships, loaded when it is first asked for."""
    return MeaningReader(Path(__file__).parent, encoder())
