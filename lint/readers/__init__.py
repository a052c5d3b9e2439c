"""Readers: a source in one format to the blocks of a draft. Each knows one format and no rules."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from ..errors import UsageError, nearest
from ..text.blocks import Reading
from ..text.document import Document
from ..text.source import Source

Reader = Callable[[Source], Reading]
"""Blocks and comments of a source. Never raises: any text is some draft."""

_MODULES = {"plain": "plain", "markdown": "markdown", "html": "html"}
_EXTENSIONS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
FORMATS = tuple(_MODULES)
EXTENSIONS = tuple(_EXTENSIONS)


def format_of(path: str) -> str:
    """The format that a path's extension stands for. Raises UsageError for any other, naming those there are."""
    extension = PurePath(path).suffix.lower()
    if extension in _EXTENSIONS:
        return _EXTENSIONS[extension]
    said = f'"{extension}" is not a format' if extension else "a file without extension has no format"
    raise UsageError(
        f"{said} that Copydesk reads: {', '.join(EXTENSIONS)}",
        place=path,
        remedy=f"say what it is: --as {'|'.join(FORMATS)}",
    )


def known_format(name: str) -> str:
    """`name`, if it is a format's name. Raises UsageError where it is not."""
    if name not in _MODULES:
        raise UsageError(
            f'no format is called "{name}"', remedy=nearest(name, FORMATS) or f"one of {', '.join(FORMATS)}"
        )
    return name


def read(source: Source, format: str) -> Document:
    """The document that a source is in a format."""
    module = import_module(f".{_MODULES[known_format(format)]}", __name__)
    reader: Reader = module.read
    return Document(source, format, reader(source))
