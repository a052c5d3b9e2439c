"""The presets: plain configs that come with Copydesk and are extended by name."""

from __future__ import annotations

from pathlib import Path

from ..errors import ConfigError, nearest

PREFIX = "preset:"
FOLDER = Path(__file__).parent / "presets"


def names() -> list[str]:
    """All presets as `extends` writes them, sorted."""
    return sorted(PREFIX + path.stem for path in FOLDER.glob("*.toml"))


def find(name: str, place: str) -> Path:
    """The file of a preset. Raises ConfigError, which names the presets, where there is none of that name."""
    known = names()
    if name in known:
        return FOLDER / f"{name.removeprefix(PREFIX)}.toml"
    remedy = nearest(name, known)
    there = f"the presets are {', '.join(known)}"
    raise ConfigError(f'there is no "{name}"', place=place, remedy=f"{remedy} {there}".strip())
