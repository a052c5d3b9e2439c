"""Style and scripts of the pages that Copydesk writes and serves. Knows no report and no draft."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

_IMPORT = re.compile(r'^import [^\n]* from "\./([^"\n]*)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const)\b)", re.MULTILINE)
_KINDS = (".css", ".html", ".js")


@cache
def asset(name: str) -> str:
    """The text of a file of this package. Raises FileNotFoundError where there is none."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def names() -> list[str]:
    """The files of this package that a page is made of, in order of their names."""
    return sorted(file.name for file in files(__name__).iterdir() if file.name.endswith(_KINDS))


def script(*names: str) -> str:
    """Modules as one: each after those that it imports, whose import lines are left out."""
    return "\n".join(_IMPORT.sub("", asset(name)) for name in names)


@cache
def module(name: str) -> str:
    """A module and those that it imports as one, which exports what the first one does. No two may use one name."""
    inner = [asset(part) for part in _imported(name)[:-1]]
    return "\n".join([*(_EXPORT.sub("", _IMPORT.sub("", text)) for text in inner), _IMPORT.sub("", asset(name))])


def _imported(name: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names `before`, then those that a module imports, each after its own, then itself."""
    for path in _IMPORT.findall(asset(name)):
        other = str(PurePosixPath(name).parent / path)
        if other not in before:
            before = _imported(other, before)
    return (*before, name)
