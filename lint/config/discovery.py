"""Which config holds for a draft: the nearest one upwards from its folder."""

from __future__ import annotations

from pathlib import Path

from ..errors import ConfigError
from .layer import PYPROJECT, own_table
from .toml import TomlFile

FILE_NAME = "copydesk.toml"


class Discovery:
    """Finds the nearest config, looking into each folder once. `never` is a config that is not a repository's."""

    def __init__(self, never: Path | None = None) -> None:
        self._never = never
        self._found: dict[Path, Path | None] = {}

    def nearest(self, folder: Path) -> Path | None:
        """The config that holds for drafts in an absolute folder, or None."""
        if folder not in self._found:
            here = self._config_in(folder)
            up = folder.parent
            self._found[folder] = here or (self.nearest(up) if up != folder else None)
        return self._found[folder]

    def _config_in(self, folder: Path) -> Path | None:
        own = folder / FILE_NAME
        if own != self._never and own.is_file():
            return own
        project = folder / PYPROJECT
        return project if project.is_file() and _has_table(project) else None


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml has a table for Copydesk. One that is broken is an error only where it names it."""
    try:
        if b"copydesk" not in path.read_bytes():
            return False
    except OSError:
        return False
    try:
        return own_table(TomlFile(path, str(path)))[0] is not None
    except ConfigError:
        if b"tool.copydesk" in path.read_bytes():
            raise
        return False
