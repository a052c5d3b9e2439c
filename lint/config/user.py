"""The user's own config, outside any repository: what only the person at the keyboard may decide."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..errors import ConfigError
from .discovery import FILE_NAME
from .languagetool import START, TABLE, where
from .layer import ALLOW_PYTHON
from .schema import check_choice, is_text, is_texts, unknown
from .toml import TomlFile

COLORS = ("auto", "always", "never")
_KEYS = (ALLOW_PYTHON, "color", "jobs", TABLE)


class UserConfig(NamedTuple):
    """`allow_python` are folders whose packs may run Python; `jobs` is 0 where it is left to the machine.

    `languagetool` is where LanguageTool is, for configs that ask for it: an address, "start", "no", or empty.
    """

    allow_python: tuple[Path, ...] = ()
    color: str = "auto"
    jobs: int = 0
    languagetool: str = ""


def path() -> Path:
    """Where the user's own config stands, whether or not there is one."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("copydesk", appauthor=False)) / FILE_NAME


def load(file: Path) -> UserConfig:
    """The user's own config, or the defaults where there is none. Raises ConfigError where it is not sound."""
    if not file.is_file():
        return UserConfig()
    toml = TomlFile(file, str(file))
    for name in toml.table:
        if name not in _KEYS:
            raise unknown(name, _KEYS, toml.place(name), "your own config")
    allowed = toml.table.get(ALLOW_PYTHON, [])
    check_choice(ALLOW_PYTHON, allowed, "a list of strings", is_texts(allowed), (), toml.place(ALLOW_PYTHON))
    color = toml.table.get("color", "auto")
    check_choice("color", color, f"one of {', '.join(COLORS)}", isinstance(color, str), COLORS, toml.place("color"))
    jobs = toml.table.get("jobs", 0)
    fits = isinstance(jobs, int) and not isinstance(jobs, bool) and jobs >= 0
    check_choice("jobs", jobs, "a whole number, 0 for as many as there are cores", fits, (), toml.place("jobs"))
    tool, at = toml.table.get(TABLE, ""), toml.place(TABLE)
    check_choice(TABLE, tool, f'an address, "{START}" or "no"', is_text(tool), (), at)
    assert is_text(tool)
    assert is_texts(allowed)
    assert isinstance(color, str)
    assert isinstance(jobs, int)
    return UserConfig(tuple(_folder(a, toml) for a in allowed), color, jobs, where(tool, at) if tool else "")


def _folder(said: str, toml: TomlFile) -> Path:
    folder = Path(said).expanduser()
    if folder.is_absolute():
        return folder
    raise ConfigError(
        f'"{said}" is not an absolute path', place=toml.place(ALLOW_PYTHON, item=said), remedy="write it from the root"
    )
