"""Where a command's text goes: standard output, a file, or a progress bar on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import IO

import click

PIPED_WIDTH = 100
_MANY = 20


def colored(flag: bool | None, configured: str, stream: IO[str]) -> bool:
    """Whether to write in color: as the command says, else NO_COLOR, else the user's config, else on a terminal."""
    if flag is not None:
        return flag
    if os.environ.get("NO_COLOR"):
        return False
    if configured != "auto":
        return configured == "always"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The terminal's width in cells; a fixed one where there is no terminal, so that output is the same anywhere."""
    if not sys.stdout.isatty():
        return PIPED_WIDTH
    from shutil import get_terminal_size

    return get_terminal_size().columns


def write(text: str, *, machine: bool = False) -> None:
    """Write text to standard output; what its encoding lacks becomes "?". For a machine it is always UTF-8."""
    encoding = "utf-8" if machine else sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace" if machine else "replace"), nl=False)


def save(text: str, path: Path) -> None:
    """Write text to a file as UTF-8, whole or not at all. Raises DraftError where it cannot be written."""
    from ..fixer import write_atomically

    write_atomically(path, text.encode("utf-8", "backslashreplace"))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, color: bool) -> str:
    """Rows in columns: wrapped to a terminal's width, one line a row elsewhere."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not sys.stdout.isatty():
        return _lines(rows)
    out = StringIO()
    console = Console(file=out, width=width(), force_terminal=color, no_color=not color, highlight=False)
    drawn = Table(box=None, pad_edge=False, header_style="bold" if color else "")
    for i, name in enumerate(header):
        drawn.add_column(name, overflow="fold", no_wrap=i == 0)
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _lines(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join("  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)).rstrip() + "\n" for r in rows)


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """A bar on standard error for many drafts, where that is a terminal."""
    if quiet or total < _MANY or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda done: bar.advance(task, done)
