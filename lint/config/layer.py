"""One config as it was written: its values, each with the place it comes from, and what it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ConfigError
from . import languagetool, presets
from .places import written
from .said import Said
from .schema import (
    KEYS,
    OVERRIDE_KEYS,
    PATHS,
    SEVERITY_CHOICES,
    check_choice,
    is_switch,
    is_table,
    is_table_of_tables,
    is_tables,
    is_text,
    is_texts,
    unknown,
)
from .toml import TomlFile

ALLOW_PYTHON = "allow-python"
PYPROJECT = "pyproject.toml"
_TOOL = ("tool", "copydesk")
_NOTHING: Mapping[str, Any] = {}


class Layer(NamedTuple):
    """What one config, one of its overrides or the command line says.

    `base` is the folder that relative paths start from; `paths`, of an override, are the patterns it holds for.
    `options` are by rule, then by option.
    """

    base: Path
    single: Mapping[str, Said[str]] = _NOTHING
    lists: Mapping[str, Sequence[Said[str]]] = _NOTHING
    severity: Mapping[str, Said[str]] = _NOTHING
    reject: Mapping[str, Said[str]] = _NOTHING
    options: Mapping[str, Mapping[str, Said[object]]] = _NOTHING
    languagetool: Mapping[str, Said[object]] = _NOTHING
    paths: Sequence[Said[str]] = ()
    overrides: Sequence[Layer] = ()


class LayerReader:
    """Reads configs and what they extend. Paths are shown relative to `cwd` where they lie below it."""

    def __init__(self, cwd: Path, user_config: str = "your own config") -> None:
        self._cwd = cwd
        self._user_config = user_config

    def chain(self, path: Path) -> list[Layer]:
        """The layers that a config is made of, the weakest first, itself last.

        Raises ConfigError for a config that is not sound, is not there, or extends itself.
        """
        found: dict[tuple[Path, Path | None], Layer] = {}
        self._gather(path, None, (), found)
        return list(found.values())

    def _gather(
        self,
        path: Path,
        preset_base: Path | None,
        below: tuple[Path, ...],
        found: dict[tuple[Path, Path | None], Layer],
    ) -> None:
        if (path, preset_base) in found:
            return
        file = TomlFile(path, self.shown(path))
        layer = self.read(file, preset_base or path.parent)
        for said in layer.lists.get("extends", ()):
            target, base = self._target(said, layer.base, preset_base)
            if target in (*below, path):
                circle = " -> ".join(self.shown(p) for p in (*below, path, target))
                raise ConfigError(f"it extends itself: {circle}", place=said.place, remedy='mend "extends"')
            self._gather(target, base, (*below, path), found)
        found[path, preset_base] = layer

    def _target(self, said: Said[str], base: Path, preset_base: Path | None) -> tuple[Path, Path | None]:
        """The file that an entry of `extends` names, and the base of its paths where it is a preset."""
        if said.value.startswith(presets.PREFIX):
            return presets.find(said.value, said.place), preset_base or base
        target = written(said.value, base)
        if not target.is_file():
            raise ConfigError(
                f'"{said.value}" is not a file',
                place=said.place,
                remedy=f"paths are relative to this config; presets are {', '.join(presets.names())}",
            )
        return target, None

    def shown(self, path: Path) -> str:
        """A config's path as messages and reports show it."""
        if path.parent == presets.FOLDER:
            return presets.PREFIX + path.stem
        return str(path.relative_to(self._cwd)) if path.is_relative_to(self._cwd) else str(path)

    def read(self, file: TomlFile, base: Path) -> Layer:
        """The layer that a file holds, by itself. Raises ConfigError where a key or value is not one."""
        table, at = own_table(file)
        if table is None:
            raise ConfigError("has no [tool.copydesk] table", place=file.shown)
        if ALLOW_PYTHON in table:
            raise ConfigError(
                f'"{ALLOW_PYTHON}" is not for a repository\'s config: whoever writes it could run their own code',
                place=file.place(*at, ALLOW_PYTHON),
                remedy=f"name the folder on the command line (--allow-python DIR) or in {self._user_config}",
            )
        overrides: list[Layer] = []
        for name, value in table.items():
            if name not in KEYS:
                raise unknown(name, tuple(KEYS), file.place(*at, name))
            KEYS[name].check(value, file.place(*at, name))
            if name == "overrides" and is_tables(value):
                overrides = [_override(file, t, (*at, name, str(i)), base) for i, t in enumerate(value)]
        second = table.get(languagetool.TABLE)
        return _layer(file, table, at, base, overrides=overrides)._replace(
            languagetool=languagetool.table(file, second, (*at, languagetool.TABLE), self._user_config)
            if is_table(second)
            else _NOTHING
        )


def own_table(file: TomlFile) -> tuple[dict[str, object] | None, tuple[str, ...]]:
    """The table with Copydesk's keys and its key: the whole file, or of pyproject.toml its own table or None."""
    if file.path.name != PYPROJECT:
        return file.table, ()
    table: object = file.table
    for part in _TOOL:
        table = table.get(part) if is_table(table) else None
    return (table if is_table(table) else None), _TOOL


def _override(file: TomlFile, table: dict[str, object], at: tuple[str, ...], base: Path) -> Layer:
    for name, value in table.items():
        place = file.place(*at, name)
        if name in KEYS and name not in OVERRIDE_KEYS:
            what = f'"{name}" holds for all drafts and cannot stand in [[overrides]]'
            raise ConfigError(what, place=place, remedy="write it above them")
        if name not in OVERRIDE_KEYS:
            raise unknown(name, OVERRIDE_KEYS, place, "[[overrides]]")
        if name != PATHS:
            KEYS[name].check(value, place)
    globs = table.get(PATHS)
    if globs is None:
        raise ConfigError("an override has no paths", place=file.place(*at), remedy='such as paths = ["opinion/**"]')
    check_choice(PATHS, globs, "a list of strings", is_texts(globs), (), file.place(*at, PATHS))
    assert is_texts(globs)
    return _layer(file, table, at, base, paths=[Said(g, file.place(*at, PATHS, item=g)) for g in globs])


def _layer(
    file: TomlFile,
    table: dict[str, object],
    at: tuple[str, ...],
    base: Path,
    *,
    paths: Sequence[Said[str]] = (),
    overrides: Sequence[Layer] = (),
) -> Layer:
    single: dict[str, Said[str]] = {}
    lists: dict[str, list[Said[str]]] = {}
    for name, value in table.items():
        if name not in KEYS or name == "reject":
            continue
        if is_switch(value):
            single[name] = Said("true" if value else "false", file.place(*at, name))
        elif is_text(value):
            single[name] = Said(value, file.place(*at, name))
        elif is_texts(value):
            lists[name] = [Said(v, file.place(*at, name, item=v)) for v in value]
    severity = _texts(file, table.get("severity"), (*at, "severity"))
    for rule, said in severity.items():
        fits = said.value in SEVERITY_CHOICES
        check_choice(rule, said.value, f"one of {', '.join(SEVERITY_CHOICES)}", fits, SEVERITY_CHOICES, said.place)
    return Layer(
        base=base,
        single=single,
        lists=lists,
        severity=severity,
        reject=_texts(file, table.get("reject"), (*at, "reject")),
        options=_options(file, table.get("rules"), (*at, "rules")),
        paths=paths,
        overrides=overrides,
    )


def _texts(file: TomlFile, value: object, at: tuple[str, ...]) -> dict[str, Said[str]]:
    """A table of strings, or a list of them, for each of which nothing is said."""
    if is_texts(value):
        return {v: Said("", file.place(*at, item=v)) for v in value}
    return {k: Said(str(v), file.place(*at, k)) for k, v in value.items()} if is_table(value) else {}


def _options(file: TomlFile, value: object, at: tuple[str, ...]) -> dict[str, dict[str, Said[object]]]:
    if not is_table_of_tables(value):
        return {}
    return {
        rule: {name: Said(v, file.place(*at, rule, name)) for name, v in options.items()}
        for rule, options in value.items()
    }
