"""Where packs of rules stand: those that come with Copydesk, of installed packages, in a folder; and where models do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

BUILT_IN = "lint.rules"
ENTRY_POINTS = "copydesk.packs"
PACK_FILE = "pack.toml"
DATA = "COPYDESK_DATA"
"""The variable that names a folder in place of the system's for what is installed for the user."""


def built_in() -> Path:
    """The folder of the packs that come with Copydesk."""
    spec = find_spec(BUILT_IN)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(next(iter(spec.submodule_search_locations)))


def installed() -> Iterator[Path]:
    """The folders of installed packages that say they hold packs.

    Only where some package's metadata names the group is the machinery for entry points imported: it is slow to load.
    """
    named = f"[{ENTRY_POINTS}]".encode()
    files = (f for place in sys.path for f in Path(place or ".").glob("*.dist-info/entry_points.txt"))
    if any(named in f.read_bytes() for f in files):
        from importlib.metadata import entry_points

        for point in entry_points(group=ENTRY_POINTS):
            yield from map(Path, point.load().__path__)


def packs_in(folder: Path) -> list[Path]:
    """The folder itself where it is a pack, and otherwise the packs right in it, sorted."""
    if (folder / PACK_FILE).is_file():
        return [folder]
    return sorted(p.parent for p in folder.glob(f"*/{PACK_FILE}"))


def data() -> Path:
    """The folder for what is installed for the user, whether or not there is one."""
    if named := os.environ.get(DATA):
        return Path(named).absolute()
    from platformdirs import user_data_dir

    return Path(user_data_dir("copydesk", appauthor=False))
