"""Paths as configs and commands write them, made absolute without following links."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: str | Path, base: Path | None = None) -> Path:
    """A path without ".." from `base`, or from where the command runs."""
    return Path(os.path.normpath((base or Path.cwd()) / path))


def written(path: str, base: Path) -> Path:
    """A path that a config in the folder `base` writes; "~" is the home folder."""
    return absolute(Path(path).expanduser(), base)
