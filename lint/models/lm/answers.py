"""A judge that remembers: a question that was answered once is answered again without the model."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Protocol

from .question import Question

_HELD = 10_000

Gains = tuple[float, ...]


class Scorer(Protocol):
    """What answers a question anew."""

    def gains(self, question: Question) -> Gains:
        """The gain of each candidate."""


class Store(Protocol):
    """Where answers stay from one run to the next."""

    def get(self, key: bytes) -> bytes | None:
        """The value that was put under a key, or None."""

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""


class Memory:
    """The answers that a process has had from a model, those used last, and the model, loaded when first asked.

    `digest` is what answers hang on besides the question. Safe between threads.
    """

    def __init__(self, digest: bytes, load: Callable[[], Scorer]) -> None:
        self.digest = digest
        self._load = load
        self._scorer: Scorer | None = None
        self._held: OrderedDict[bytes, Gains] = OrderedDict()
        self._lock = threading.Lock()

    def gains(self, question: Question, store: Store | None = None) -> Gains:
        """The answer to a question: from memory, else from the store, else from the model."""
        key = self._key(question)
        with self._lock:
            found = self._held.get(key) or _unpacked(store.get(key) if store else None, question)
            if found is None:
                if self._scorer is None:
                    self._scorer = self._load()
                found = self._scorer.gains(question)
                if store:
                    store.put(key, json.dumps(found).encode("ascii"))
            self._held[key] = found
            self._held.move_to_end(key)
            if len(self._held) > _HELD:
                self._held.popitem(last=False)
        return found

    def _key(self, question: Question) -> bytes:
        return sha256(self.digest + json.dumps(question).encode("ascii")).digest()


class Remembering:
    """A judge over a memory that others may share, and a store of its own or none."""

    def __init__(self, memory: Memory, store: Store | None = None) -> None:
        self._memory = memory
        self._store = store

    def gains(self, questions: Sequence[Question]) -> list[Gains]:
        """The gains of each question's candidates."""
        return [self._memory.gains(asked, self._store) if asked.candidates else () for asked in questions]


def _unpacked(value: bytes | None, question: Question) -> Gains | None:
    """The gains in a value, or None where it holds none for this question."""
    if value is None:
        return None
    try:
        found = tuple(map(float, json.loads(value)))
    except (ValueError, TypeError):
        return None
    return found if len(found) == len(question.candidates) else None
