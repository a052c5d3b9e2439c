"""Whether the wheel will hold every file of the program: what pyproject.toml packs, against what there is."""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePath

import pytest

ROOT = Path(__file__).resolve().parent.parent
_SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
_FOLDERS = {
    name: ROOT / "rules" if name == "lint.rules" else ROOT / name.replace(".", "/") for name in _SETUP["packages"]
}
_HELD_BACK = {"__pycache__"}


def packed(path: Path) -> bool:
    """Whether a file is a module of a package, or data that its package names."""
    for name, folder in _FOLDERS.items():
        if path.suffix == ".py" and path.parent == folder:
            return True
        if path.is_relative_to(folder):
            within = PurePath(path.relative_to(folder))
            globs = _SETUP["package-data"].get(name, ())
            if any(len(PurePath(glob).parts) == len(within.parts) and within.match(glob) for glob in globs):
                return True
    return False


@pytest.mark.parametrize("folder", ["lint", "rules"])
def test_every_file_is_packed(folder: str) -> None:
    files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and not _HELD_BACK & set(p.parts)]
    assert len(files) > 10
    assert [str(p.relative_to(ROOT)) for p in files if not packed(p)] == []


def test_a_file_that_nobody_names_is_missed() -> None:
    assert not packed(ROOT / "lint" / "models" / "weights.bin")
    assert not packed(ROOT / "lint" / "new_part" / "part.py")
