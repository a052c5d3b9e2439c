"""Finds packs of rules and loads them: built in, from folders, from installed packages.

A pack is a folder with a pack.toml (title, about) and one file a rule. A rule's name is its pack's
folder and its file: duplication/opening_words.py is duplication/opening-words.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from . import homes
from .declare import declared
from .errors import PackError, nearest
from .homes import BUILT_IN, PACK_FILE
from .languagetool import names as languagetool
from .rule import Rule

_REDIRECTS = "redirects.toml"
_NO_REDIRECTS: Mapping[str, str] = {}


class Pack(NamedTuple):
    """A folder of rules: what it is about, and where it stands."""

    name: str
    title: str
    about: str
    folder: Path


class Catalogue(NamedTuple):
    """All rules there are, by name, sorted; the packs they come from; old names and the new ones."""

    rules: Mapping[str, Rule]
    packs: Mapping[str, Pack]
    redirects: Mapping[str, str] = _NO_REDIRECTS

    def named(self, name: str) -> list[Rule]:
        """The rules that a rule's name, an old name of it, a pack's name or "all" stands for.

        LanguageTool's rules are known to its server alone, so any name in its pack is taken for one.
        Raises PackError where it stands for none.
        """
        if name == "all":
            return list(self.rules.values())
        name = self.redirects.get(name, name)
        if name in self.rules:
            return [self.rules[name]]
        if name in self.packs:
            return [r for r in self.rules.values() if r.pack == name]
        second = languagetool.named(name)
        if second is not None:
            return [second]
        kind = "rule" if "/" in name else "pack"
        remedy = nearest(name, [*self.rules, *self.packs]) or "copydesk rules lists them"
        raise PackError(f'no {kind} is called "{name}"', remedy=remedy)


def load(packs: Sequence[Path] = (), python_packs: Sequence[Path] = (), *, installed: bool = True) -> Catalogue:
    """The built-in rules, those of installed packages, and those of `packs`, which may hold packs or be one.

    Python is run only in built-in and installed packs and under `python_packs`.
    Raises PackError for anything that does not load, and where two rules have one name.
    """
    held = _shipped(installed)
    if not packs and not python_packs:
        return held
    rules, found = dict(held.rules), dict(held.packs)
    allowed = [p.resolve() for p in python_packs]
    for folder in dict.fromkeys([*packs, *python_packs]):
        trusted = any(folder.resolve().is_relative_to(a) for a in allowed)
        for pack in _packs_in(folder):
            _add(pack, found, rules, _from_folder(pack, trusted))
    return Catalogue(dict(sorted(rules.items())), dict(sorted(found.items())), held.redirects)


@lru_cache(maxsize=2)
def _shipped(installed: bool) -> Catalogue:
    rules: dict[str, Rule] = {}
    packs: dict[str, Pack] = {}
    home = homes.built_in()
    for pack in _packs_in(home):
        _add(pack, packs, rules, _from_package(pack, f"{BUILT_IN}.{pack.folder.name}"))
    if installed:
        for folder in homes.installed():
            for pack in _packs_in(folder):
                _add(pack, packs, rules, _from_folder(pack, trusted=True))
    redirects = tomllib.loads((home / _REDIRECTS).read_text(encoding="utf-8"))
    return Catalogue(dict(sorted(rules.items())), dict(sorted(packs.items())), redirects)


def _add(pack: Pack, packs: dict[str, Pack], rules: dict[str, Rule], new: Iterator[Rule]) -> None:
    packs.setdefault(pack.name, pack)
    for rule in new:
        if rule.name in rules:
            raise PackError(
                f"{rule.name} is there already", place=str(pack.folder), remedy="rename the file or its pack"
            )
        rules[rule.name] = rule


def _packs_in(folder: Path) -> Iterator[Pack]:
    if not folder.is_dir():
        raise PackError("there is no such folder of rules", place=str(folder))
    found = homes.packs_in(folder)
    if not found:
        raise PackError(
            "no pack is here", place=str(folder), remedy=f"a pack is a folder with a {PACK_FILE} (title, about)"
        )
    yield from map(_pack, found)


def _pack(folder: Path) -> Pack:
    table = _toml(folder / PACK_FILE)
    for key in table:
        if key not in ("title", "about"):
            raise PackError(f'a pack has no key "{key}"', place=str(folder / PACK_FILE), remedy="title and about")
    name = folder.resolve().name.replace("_", "-")
    return Pack(name, str(table.get("title", name)), str(table.get("about", "")), folder)


def _files(pack: Pack) -> Iterator[tuple[str, Path]]:
    for path in sorted(pack.folder.iterdir()):
        if path.suffix in (".toml", ".py") and path.name != PACK_FILE and not path.name.startswith("_"):
            yield f"{pack.name}/{path.stem.replace('_', '-')}", path


def _from_package(pack: Pack, package: str) -> Iterator[Rule]:
    for name, path in _files(pack):
        if path.suffix == ".toml":
            yield declared(name, _toml(path), str(path))
        else:
            yield _rule_of(importlib.import_module(f"{package}.{path.stem}"), name, path)


def _from_folder(pack: Pack, trusted: bool) -> Iterator[Rule]:
    for name, path in _files(pack):
        if path.suffix == ".toml":
            yield declared(name, _toml(path), str(path))
        elif trusted:
            yield _rule_of(_run(path), name, path)
        else:
            raise PackError(
                "Python in a pack is run only when you say so",
                place=str(path),
                remedy=f"--allow-python {pack.folder}, or allow-python in your own config outside the repository",
            )


def _run(path: Path) -> ModuleType:
    from hashlib import sha256

    key = sha256(str(path.resolve()).encode()).hexdigest()[:12]
    spec = importlib.util.spec_from_file_location(f"_copydesk_pack_{key}", path)
    assert spec is not None, path
    assert spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except PackError:
        raise
    except Exception as error:
        raise PackError(f"the rule does not load: {type(error).__name__}: {error}", place=str(path)) from error
    return module


def _rule_of(module: ModuleType, name: str, path: Path) -> Rule:
    rules = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(rules) != 1:
        raise PackError(f"a rule file holds one rule, this one {len(rules)}", place=str(path))
    if rules[0].name != name:
        raise PackError(f'by its place the rule is "{name}", by its own word "{rules[0].name}"', place=str(path))
    return rules[0]


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"not valid TOML: {error}", place=str(path)) from None
