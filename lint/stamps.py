"""What a report hangs on besides the draft, brought down to a digest: where that is the same, so is the report.

It is the content of files that counts, not their dates or the version alone: a checkout, or an installation made anew
from a branch, changes rules without changing the version. Reading them all takes some 10 ms.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from . import homes
from .version import VERSION


class Stamp(NamedTuple):
    """A digest of all that a report hangs on; `by_path` says that the draft's path is another part of it."""

    digest: bytes
    by_path: bool = False


def stamp(told: str, packs: Iterable[Path] = (), baseline: Path | None = None, judge: bytes = b"") -> Stamp:
    """The stamp of what configs tell, of folders of packs, of a baseline and of a judge, whose own stamp is given.

    Raises OSError where one cannot be read or no pack is in a folder: what is wrong is then for the rules' loading to say.

    A rule in Python that reads anything but its draft and its own pack is not accounted for.
    """
    parts = [engine(), told.encode("utf-8", "surrogateescape"), judge]
    for folder in packs:
        found = homes.packs_in(folder.resolve())
        if not found:
            raise FileNotFoundError(folder)
        parts += map(files, found)
    if baseline is not None:
        # What it holds is known by the draft's path from its folder.
        parts += [os.fsencode(os.path.realpath(baseline.parent)), baseline.read_bytes()]
    return Stamp(_digest(parts), by_path=baseline is not None)


@lru_cache(maxsize=1)
def engine() -> bytes:
    """A digest of the program, its rules and the packages that it runs on. Raises OSError where one cannot be read."""
    program, rules = Path(__file__).parent, homes.built_in()
    folders = [program, *([] if rules.is_relative_to(program) else [rules]), *homes.installed()]
    python = f"{VERSION} {sys.implementation.cache_tag} {' '.join(_packages())}"
    return _digest([python.encode(), *map(files, folders)])


def files(folder: Path) -> bytes:
    """A digest of the files under a folder, their names and content. Raises OSError where one cannot be read."""
    parts = [folder.name.encode("utf-8", "surrogateescape")]
    for path in _files(folder):
        parts += [os.fsencode(path.relative_to(folder)), path.read_bytes()]
    return _digest(parts)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(root, name) for name in sorted(names))


def _packages() -> list[str]:
    """The installed packages, each with its version: a new release of one may tell sentences apart otherwise."""
    held = (name for place in sys.path if os.path.isdir(place) for name in os.listdir(place))  # noqa: PTH112, PTH208
    return sorted({name for name in held if name.endswith(".dist-info")})


def _digest(parts: Iterable[bytes]) -> bytes:
    """One digest of several parts, of which none runs into the next."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()
