"""Path patterns, read as .gitignore reads them and matched in linear time: configs come from strangers too."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ConfigError
from .said import Said

if TYPE_CHECKING:
    import re2

_PARTS = re.compile(r"/\*\*$|\*\*/|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|.", re.DOTALL)
_MAGIC = re.compile(r"[*?\[]")


def is_glob(path: str) -> bool:
    """Whether a path holds *, ? or [."""
    return _MAGIC.search(path) is not None


def anchored(base: Path, patterns: Iterable[Said[str]]) -> list[Said[str]]:
    """Patterns as ones over absolute paths.

    One with a slash before its end is relative to `base`; one without matches at any depth under it.
    """
    return [said._replace(value=_anchored(base, said.value)) for said in patterns]


def _anchored(base: Path, pattern: str) -> str:
    pattern = pattern.removeprefix("./")
    root = "".join(f"[{c}]" if c in "*?[" else c for c in base.as_posix().rstrip("/"))
    return f"{root}/{pattern.lstrip('/')}" if "/" in pattern.rstrip("/") else f"{root}/**/{pattern}"


class Globs:
    """Patterns over absolute paths; a folder that matches brings all that is in it.

    Raises ConfigError, when first matched, for a pattern that is none.
    """

    def __init__(self, patterns: Sequence[Said[str]]) -> None:
        self._patterns = patterns

    def match(self, path: Path) -> bool:
        """Whether any pattern matches an absolute path."""
        name = path.as_posix().encode("utf-8", "replace").decode("utf-8")
        return any(p.fullmatch(name) for p in self._compiled)

    @cached_property
    def _compiled(self) -> list[re2._Regexp[str]]:
        return [_compile(p) for p in self._patterns]


def _compile(said: Said[str]) -> re2._Regexp[str]:
    import re2

    pattern = said.value
    options = re2.Options()
    options.log_errors = False
    options.dot_nl = True
    options.case_sensitive = os.name != "nt"
    body = "".join(_translate(part) for part in _PARTS.findall(pattern.rstrip("/")))
    try:
        return re2.compile(body + ("/.*" if pattern.endswith("/") else "(?:/.*)?"), options=options)
    except re2.error as error:
        why = error.args[0].decode("utf-8", "replace")
        raise ConfigError(
            f"not a path pattern: {why}", place=said.place, remedy="patterns know *, **, ? and [a-z]"
        ) from error


def _translate(part: str) -> str:
    if part == "/**":
        return "/.*"
    if part == "**/":
        return "(?:.*/)?"
    if part == "**":
        return ".*"
    if part == "*":
        return "[^/]*"
    if part == "?":
        return "[^/]"
    if len(part) > 1:
        inside = part[1:-1]
        negated = inside[:1] in ("!", "^")
        inside = inside[negated:].replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("^", "\\^")
        return f"[{'^/' if negated else ''}{inside}]"
    return re.escape(part)
