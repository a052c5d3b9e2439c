"""Configs: found, read, laid over each other, and settled into the settings of each draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ..settings import Settings
from . import user
from .discovery import FILE_NAME, Discovery
from .globs import Globs, anchored
from .layer import Layer, LayerReader
from .places import absolute
from .resolve import Held, Row, rows, settle
from .said import Said

if TYPE_CHECKING:
    from ..packs import Catalogue

__all__ = ["FILE_NAME", "Configs", "Held", "Layer", "Resolved", "Row", "Said", "absolute", "user"]

LoadPacks = Callable[[Sequence[Path], Sequence[Path]], "Catalogue"]


class Resolved(NamedTuple):
    """What holds for a draft: the settings, the rules there are, and where each value comes from.

    `config` is the config file, None where there is none. Drafts for which the same holds share one object.
    """

    settings: Settings
    catalogue: Catalogue
    config: Path | None
    rows: Sequence[Row]


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
        self._reader = LayerReader(cwd, f"your own config ({own})" if own else "your own config")
        self._discovery = Discovery(never=own)
        self._command_line = command_line or Layer(cwd)
        self._only = only
        self._isolated = isolated
        self._named = list(allow_python)
        self._load_packs = load_packs or _load_packs
        self._chains: dict[Path | None, list[Layer]] = {None: []}
        self._overrides: dict[Path | None, list[tuple[Globs, Layer]]] = {}
        self._excluded: dict[Path | None, Globs] = {}
        self._resolved: dict[tuple[Path | None, tuple[int, ...]], Resolved] = {}
        self._catalogues: dict[tuple[tuple[Path, ...], tuple[Path, ...]], Catalogue] = {}

    def for_path(self, path: Path) -> Resolved:
        """What holds for the draft at an absolute path. Raises ConfigError or PackError for an unsound config."""
        config = self._config(path.parent)
        if config not in self._overrides:
            overrides = [o for layer in self._chain(config) for o in layer.overrides]
            self._overrides[config] = [(Globs(anchored(o.base, o.paths)), o) for o in overrides]
        holding = [(i, o) for i, (globs, o) in enumerate(self._overrides[config]) if globs.match(path)]
        key = (config, tuple(i for i, _ in holding))
        if key not in self._resolved:
            self._resolved[key] = self._resolve(config, [o for _, o in holding])
        return self._resolved[key]

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
        return sorted({self._reader.shown(r.config) for r in self._resolved.values() if r.config})

    def _config(self, folder: Path) -> Path | None:
        if self._isolated:
            return None
        return self._only or self._discovery.nearest(folder)

    def _chain(self, config: Path | None) -> list[Layer]:
        if config not in self._chains:
            assert config is not None
            self._chains[config] = self._reader.chain(config)
        return self._chains[config]

    def _resolve(self, config: Path | None, overrides: Sequence[Layer]) -> Resolved:
        held = Held()
        for layer in self._chain(config):
            held.put(layer)
        for layer in (*overrides, self._command_line):
            held.put(layer, narrow=True)
        packs = list(dict.fromkeys(path for path, _ in held.packs))
        catalogue = self.catalogue(packs)
        return Resolved(settle(held, catalogue, self._python(packs)), catalogue, config, rows(held))

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
