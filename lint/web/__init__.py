"""Style and scripts of the pages that Copydesk writes and serves. Knows no report and no draft."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import [^\n]* from "\./[^"\n]*";\n', re.MULTILINE)
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
