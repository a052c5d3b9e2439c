"""Copydesk's Python API: what is to be mended in a draft, and the draft mended.

    import lint

    report = lint.check("More then half of the crew fell ill.")
    for finding in report.findings:
        print(finding.start.line, finding.rule, finding.message)

    print(lint.fix("More then half of the crew fell ill.").text)

`Linter` is the warm form for many drafts; it may be shared between threads. Offsets are code points,
0-based and half open; lines and columns are 1-based. What this module exports is stable; the rest is not.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .version import VERSION

if TYPE_CHECKING:
    from .errors import ConfigError, CopydeskError, DraftError, PackError, UsageError
    from .finding import Edit, Finding, Fix, Problem, Related, Safety, Severity
    from .genre import By, Genre
    from .linter import Fixed, Linter
    from .report import FileReport, Report, Stats
    from .settings import LanguageTool, Settings

__version__ = VERSION
__all__ = [
    "By", "ConfigError", "CopydeskError", "DraftError", "Edit", "FileReport", "Finding", "Fix", "Fixed", "Genre",
    "LanguageTool", "Linter", "PackError", "Problem", "Related", "Report", "Safety", "Settings", "Severity", "Stats",
    "UsageError", "__version__", "check", "check_file", "fix",
]  # fmt: skip

_HOMES = {
    "errors": ("ConfigError", "CopydeskError", "DraftError", "PackError", "UsageError"),
    "genre": ("By", "Genre"),
    "finding": ("Edit", "Finding", "Fix", "Problem", "Related", "Safety", "Severity"),
    "linter": ("Fixed", "Linter"),
    "report": ("FileReport", "Report", "Stats"),
    "settings": ("LanguageTool", "Settings"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that `import lint` costs nothing."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)


def check(
    text: str,
    *,
    format: str = "plain",
    settings: Settings | None = None,
    path: str = "<text>",
    stats: bool = False,
    genre: str = "",
) -> FileReport:
    """What is to be mended in `text`, which is "plain", "markdown" or "html".

    `path` is what the report calls it; with `stats`, readability figures come too. A `genre` ("news", "analysis",
    "opinion", "feature") holds over what draft and settings say.
    Raises DraftError for a text with half of a character in it, a lone surrogate; UsageError for a format or genre that
    there is not; ConfigError or PackError for settings that name what is not there.
    """
    return _linter(settings).check(text, format=format, path=path, stats=stats, genre=genre)


def check_file(
    path: str | Path,
    *,
    format: str | None = None,
    settings: Settings | None = None,
    stats: bool = False,
    genre: str = "",
) -> FileReport:
    """What is to be mended in a file, whose extension tells its format where none is given. Reads no config.

    Raises DraftError where it cannot be read, UsageError where its format or genre is not known, ConfigError or PackError
    for settings that name what is not there.
    """
    return _linter(settings).check_file(path, format=format, stats=stats, genre=genre)


def fix(
    text: str, *, format: str = "plain", settings: Settings | None = None, unsafe: bool = False, genre: str = ""
) -> Fixed:
    """`text` with its safe fixes made, and with `unsafe` the unsafe ones too. Quotations stay as they are.

    Raises DraftError for a text with half of a character in it, a lone surrogate; UsageError for a format or genre that
    there is not; ConfigError or PackError for settings that name what is not there.
    """
    return _linter(settings).fix(text, format=format, unsafe=unsafe, genre=genre)


def _linter(settings: Settings | None) -> Linter:
    from .linter import Linter

    return Linter(settings) if settings is not None else _default_linter()


@lru_cache(maxsize=1)
def _default_linter() -> Linter:
    from .linter import Linter

    return Linter()
