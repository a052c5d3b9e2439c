"""The table [languagetool]: what a repository may say of LanguageTool, and what only its user may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..errors import ConfigError
from ..languagetool.info import checked
from ..settings import LanguageTool
from .said import Said
from .schema import check_choice, is_switch, is_text, is_texts, unknown
from .toml import TomlFile

TABLE = "languagetool"
USE = "use"
START = "start"
NO = "no"
WHERE = "where"
_FOR_ITS_USER = ("url", START, WHERE)
_LONGEST_WAIT = 600


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _LONGEST_WAIT


_KINDS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    USE: ("true or false", is_switch),
    "language": ("a string", is_text),
    "timeout": (f"seconds, at most {_LONGEST_WAIT}", _is_seconds),
    "picky": ("true or false", is_switch),
    "disabled-rules": ("a list of strings", is_texts),
    "enabled-rules": ("a list of strings", is_texts),
    "disabled-categories": ("a list of strings", is_texts),
    "enabled-categories": ("a list of strings", is_texts),
}
_Table = Mapping[str, Said[object]]


class Own(NamedTuple):
    """What the user's own config, which messages name, says of where LanguageTool is: an address, "start", "no" or nothing."""

    where: str = ""
    config: str = "your own config"


def table(
    file: TomlFile, values: Mapping[str, object], at: tuple[str, ...], own_config: str
) -> dict[str, Said[object]]:
    """The table of a repository's config. Raises ConfigError where a key or value is not one, or is for its user to say."""
    said: dict[str, Said[object]] = {}
    for key, value in values.items():
        place = file.place(*at, key)
        if key in _FOR_ITS_USER:
            what = "start a program on your machine" if key == START else "have your drafts sent where they please"
            raise ConfigError(
                f'"{key}" is not for a repository\'s config: whoever writes it could {what}',
                place=place,
                remedy=f"write {USE} = true, and say where on the command line (--languagetool) or in {own_config}",
            )
        if key not in _KINDS:
            raise unknown(key, tuple(_KINDS), place, f"[{TABLE}]")
        wanted, fits = _KINDS[key]
        check_choice(key, value, wanted, fits(value), (), place)
        said[key] = Said(value, place)
    return said


def where(value: str, place: str) -> str:
    """Where LanguageTool is: an address, "start" or "no". Raises ConfigError for anything else."""
    return value if value in (START, NO) else checked(value, place)


def settle(held: _Table, own: Own) -> LanguageTool | None:
    """How LanguageTool is to be asked, or None where it is not. What the command line says of where it is, wins.

    Raises ConfigError where it is to be asked and its user has not said where it is.
    """
    asks, command_line = held.get(USE), held.get(WHERE)
    if command_line is None and not (asks and asks.value):
        return None
    at = str(command_line.value) if command_line else own.where
    if at == NO:
        return None
    if not at:
        assert asks is not None
        raise ConfigError(
            "LanguageTool is asked for here, and you have not said where it is",
            place=asks.place,
            remedy=f'--languagetool start or an address, or {TABLE} = "start" in {own.config}; --no-languagetool leaves it out',
        )
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(said.value) if isinstance(said.value, list) else said.value
        for key, said in held.items()
        if key in _KINDS and key != USE
    }
    return LanguageTool(url="" if at == START else at, **values)
