"""Where a model stands once it is installed, and whether what stands there is whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ... import homes
from ...errors import UsageError
from .catalogue import BUILD, Model

GRAPH, TOKENS, MANIFEST = "graph.onnx", "tokens.json", "model.json"
INSTALL, EXTRA = "copydesk lm install", "pip install 'copydesk[lm]'"
_TO_RUN = ("numpy", "onnxruntime")


class Home:
    """A model's folder among what is installed for the user."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.folder = homes.data() / "lm" / model.name

    @property
    def graph(self) -> Path:
        """The graph with the weights."""
        return self.folder / GRAPH

    @property
    def tokens(self) -> Path:
        """The tokenizer's table."""
        return self.folder / TOKENS

    @cached_property
    def _manifest(self) -> bytes:
        return (self.folder / MANIFEST).read_bytes()

    @property
    def digest(self) -> bytes:
        """What the model's answers hang on: a digest of its files, and how they were made."""
        return self._manifest

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(size for size, _ in self._files().values())

    def trouble(self) -> str:
        """What is wrong with what is installed, as far as sizes tell: empty where nothing is."""
        if not self.folder.is_dir():
            return "is not installed"
        try:
            made = json.loads(self._manifest)
            if (made["build"], made["weights"]) != (BUILD, self.model.sha256):
                return "was installed by another version"
            if all((self.folder / name).stat().st_size == size for name, (size, _) in self._files().items()):
                return ""
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return "is damaged"

    def damage(self) -> str:
        """What is wrong with what is installed, read from end to end: empty where nothing is."""
        trouble = self.trouble()
        if trouble:
            return trouble
        try:
            whole = all(described(self.folder / name) == said for name, said in self._files().items())
        except OSError:
            whole = False
        return "" if whole else "is damaged"

    def require(self) -> None:
        """Raises UsageError, with the command to run, where the model cannot be used."""
        missing = [name for name in _TO_RUN if find_spec(name) is None]
        if missing:
            raise UsageError(f"the judge {self.model.name} needs {' and '.join(missing)}", remedy=EXTRA)
        if trouble := self.trouble():
            raise UsageError(f"the judge {self.model.name} {trouble}", place=str(self.folder), remedy=INSTALL)

    def remove(self) -> bool:
        """Remove what is installed; whether there was anything. Raises UsageError where it cannot be removed."""
        if not self.folder.exists():
            return False
        import shutil  # slow to load, and needed here only

        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            raise UsageError(f"cannot be removed: {error.strerror or error}", place=str(self.folder)) from None
        return True

    def _files(self) -> Mapping[str, tuple[int, str]]:
        files: Any = json.loads(self._manifest)["files"]
        return {name: (int(size), str(digest)) for name, (size, digest) in files.items()}


def described(path: Path) -> tuple[int, str]:
    """A file's size in bytes and its SHA-256. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return path.stat().st_size, file_digest(file, "sha256").hexdigest()


def manifest(model: Model, folder: Path) -> str:
    """What says that the files in a folder are whole, and of what they were made."""
    files = {name: described(folder / name) for name in (GRAPH, TOKENS)}
    return json.dumps({"model": model.name, "build": BUILD, "weights": model.sha256, "files": files}, indent=1)
