"""A judge of words by its name: a language model that the user has installed, behind one interface.

It is used where it is asked for and never because it is there, so that the same draft has the same report.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .lm.answers import Memory, Remembering, Scorer, Store
from .lm.catalogue import model
from .lm.home import Home
from .lm.question import Judge, Question

__all__ = ["Judge", "Question", "Store", "open_judge", "stamp"]


def open_judge(name: str, store: Store | None = None) -> Judge:
    """The judge of a name, which loads its model at the first question that neither memory nor `store` can answer.

    All judges of a name in a process share one model. Raises ConfigError for a name that there is not, UsageError with
    the command to run where the model or what it needs is not installed.
    """
    home = _home(name)
    return Remembering(_memory(home.graph, home.tokens, _answers_hang_on(home)), store)


def stamp(name: str) -> bytes:
    """What a judge's answers hang on besides the question, empty for no judge. Raises as `open_judge` does."""
    return _answers_hang_on(_home(name)) if name else b""


def _home(name: str) -> Home:
    home = Home(model(name))
    home.require()
    return home


def _answers_hang_on(home: Home) -> bytes:
    from importlib.metadata import version  # slow to load

    return home.digest + version("onnxruntime").encode("ascii")


@lru_cache(maxsize=4)
def _memory(graph: Path, tokens: Path, digest: bytes) -> Memory:
    def load() -> Scorer:
        from .lm.score import Scorer  # numpy and onnxruntime, which take time

        return Scorer(graph, tokens)

    return Memory(digest, load)
