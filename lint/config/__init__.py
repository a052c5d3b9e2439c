"""Configs: found, read, laid over each other, and settled into the settings of each draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ..settings import LanguageTool, Settings
from . import languagetool, user
from .discovery import FILE_NAME, Discovery
from .globs import Globs, anchored
from .layer import Layer, LayerReader
from .places import absolute
from .resolve import Held, Row, fail_on, judge, keeps, rows, settle, told
from .said import Said

if TYPE_CHECKING:
    from ..finding import Severity
    from ..packs import Catalogue

__all__ = ["FILE_NAME", "Configs", "Held", "Layer", "Resolved", "Row", "Said", "Terms", "absolute", "user"]

LoadPacks = Callable[[Sequence[Path], Sequence[Path]], "Catalogue"]
LoadCatalogue = Callable[[Sequence[Path]], "Catalogue"]


class Resolved(NamedTuple):
    """What holds for a draft: the settings, the rules there are, and where each value comes from.

    `config` is the config file, None where there is none. Drafts for which the same holds share one object.
    """

    settings: Settings
    catalogue: Catalogue
    config: Path | None = None
    rows: Sequence[Row] = ()

    @property
    def fail_on(self) -> Severity | None:
        """The least severity that fails a run, None where none does."""
        return self.settings.fail_on


class Terms:
    """What configs say of a draft. Settings and rules come of it when they are asked for: loading rules takes time.

    `told` is all they say of what is found, `judge` the model that judges words, `keeps` whether reports may be kept.
    Asking for `settings`, `catalogue` or `resolved` raises ConfigError or PackError where the configs name what is not
    there. `settings` alone say how LanguageTool is asked: whoever checks no draft need not know where it is.
    """

    def __init__(self, held: Held, config: Path | None, python_packs: tuple[Path, ...], load: LoadCatalogue) -> None:
        self.config = config
        self.packs = tuple(dict.fromkeys(path for path, _ in held.packs))
        self.python_packs = python_packs
        self.baseline = held.baseline
        self.fail_on = fail_on(held)
        self.judge = judge(held)
        self.keeps = keeps(held)
        self.told = told(held)
        self._held = held
        self._load = load

    @cached_property
    def resolved(self) -> Resolved:
        """All that holds, with the places that say so."""
        catalogue = self._load(self.packs)
        return Resolved(settle(self._held, catalogue, self.python_packs), catalogue, self.config, rows(self._held))

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.resolved.settings.with_(languagetool=self.languagetool)

    @property
    def languagetool(self) -> LanguageTool | None:
        """How LanguageTool is asked. Raises ConfigError where it is to be asked and nobody has said where it is."""
        return languagetool.settle(self._held.languagetool, self._held.own)

    @property
    def catalogue(self) -> Catalogue:
        """The rules there are."""
        return self.resolved.catalogue

    def same(self, other: Terms) -> bool:
        """Whether the same holds, wherever it is said."""
        return all(
            getattr(self, name) == getattr(other, name)
            for name in ("told", "packs", "python_packs", "baseline", "fail_on", "keeps")
        )


class Configs:
    """The settings of any draft, each config read once.

    `command_line` lies over every config. `only` is read in place of the nearest config; `isolated` reads none,
    and not the user's own. `allow_python` are folders named on the command line: their packs are loaded, Python
    and all; what the user's own config allows is run only where a config asks for the pack.
    """

    def __init__(
        self,
        cwd: Path,
        *,
        command_line: Layer | None = None,
        only: Path | None = None,
        isolated: bool = False,
        allow_python: Sequence[Path] = (),
        load_packs: LoadPacks | None = None,
    ) -> None:
        if only and isolated:
            raise UsageError("--isolated reads no config, --config names one", remedy="leave one of them out")
        if only and not only.is_file():
            raise UsageError("there is no such config", place=str(only), remedy="copydesk init writes one")
        own = None if isolated else user.path()
        self.user = user.load(own) if own else user.UserConfig()
        shown = f"your own config ({own})" if own else "your own config"
        self._own = languagetool.Own(self.user.languagetool, shown)
        self._reader = LayerReader(cwd, shown)
        self._discovery = Discovery(never=own)
        self._command_line = command_line or Layer(cwd)
        self._only = only
        self.isolated = isolated
        self._named = list(allow_python)
        self._load_packs = load_packs or _load_packs
        self._chains: dict[Path | None, list[Layer]] = {None: []}
        self._overrides: dict[Path | None, list[tuple[Globs, Layer]]] = {}
        self._excluded: dict[Path | None, Globs] = {}
        self._terms: dict[tuple[Path | None, tuple[int, ...]], Terms] = {}
        self._catalogues: dict[tuple[tuple[Path, ...], tuple[Path, ...]], Catalogue] = {}

    def for_path(self, path: Path) -> Resolved:
        """What holds for the draft at an absolute path. Raises ConfigError or PackError for an unsound config."""
        return self.terms(path).resolved

    def terms(self, path: Path) -> Terms:
        """What the configs say of the draft at an absolute path. Raises ConfigError for one that cannot be read."""
        config = self._config(path.parent)
        if config not in self._overrides:
            overrides = [o for layer in self._chain(config) for o in layer.overrides]
            self._overrides[config] = [(Globs(anchored(o.base, o.paths)), o) for o in overrides]
        holding = [(i, o) for i, (globs, o) in enumerate(self._overrides[config]) if globs.match(path)]
        key = (config, tuple(i for i, _ in holding))
        if key not in self._terms:
            self._terms[key] = self._said(config, [o for _, o in holding])
        return self._terms[key]

    def with_profile(self, profile: Path, path: Path) -> Terms:
        """What holds for the draft at an absolute path where another config is laid over its own, as an override is.

        Raises ConfigError or PackError where either is unsound.
        """
        return self._said(self._config(path.parent), self._reader.chain(profile))

    def catalogue(self, packs: Sequence[Path]) -> Catalogue:
        """The rules there are with these folders of packs. Raises PackError for one that does not load."""
        key = (tuple(packs), self._python(packs))
        if key not in self._catalogues:
            self._catalogues[key] = self._load_packs(*key)
        return self._catalogues[key]

    def excludes(self, path: Path) -> bool:
        """Whether the config of a draft at an absolute path leaves it out when folders are read."""
        config = self._config(path.parent)
        if config not in self._excluded:
            chain = self._chain(config)
            patterns = [p for layer in chain for p in anchored(layer.base, layer.lists.get("exclude", ()))]
            self._excluded[config] = Globs(patterns)
        return self._excluded[config].match(path)

    def used(self) -> list[str]:
        """The configs that held for the drafts asked about so far, as messages name them, sorted."""
        return sorted({self._reader.shown(terms.config) for terms in self._terms.values() if terms.config})

    def _config(self, folder: Path) -> Path | None:
        if self.isolated:
            return None
        return self._only or self._discovery.nearest(folder)

    def _chain(self, config: Path | None) -> list[Layer]:
        if config not in self._chains:
            assert config is not None
            self._chains[config] = self._reader.chain(config)
        return self._chains[config]

    def _said(self, config: Path | None, overrides: Sequence[Layer]) -> Terms:
        held = Held(self._own)
        for layer in self._chain(config):
            held.put(layer)
        for layer in (*overrides, self._command_line):
            held.put(layer, narrow=True)
        packs = [path for path, _ in held.packs]
        return Terms(held, config, self._python(packs), self.catalogue)

    def _python(self, packs: Sequence[Path]) -> tuple[Path, ...]:
        """The folders whose Python may run: those of `packs` that are allowed, and those named that hold none."""
        allowed = [p.resolve() for p in (*self._named, *self.user.allow_python)]
        trusted = [p for p in packs if any(p.resolve().is_relative_to(a) for a in allowed)]
        return tuple(dict.fromkeys([*trusted, *(n for n in self._named if not any(_within(p, n) for p in trusted))]))


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _load_packs(packs: Sequence[Path], python_packs: Sequence[Path]) -> Catalogue:
    from ..packs import load

    return load(packs, python_packs)
