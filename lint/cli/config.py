"""copydesk config: what holds for a draft."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..config import Configs, absolute
from ..errors import UsageError
from .options import color_option, with_configs


@click.group("config", short_help="Show what holds for a draft, and why.")
def command() -> None:
    """Show what configs come to."""


@command.command("show")
@click.argument("draft", metavar="FILE", type=click.Path(path_type=Path))
@with_configs()
@color_option
def show(configs: Configs, draft: Path, color: bool | None) -> None:
    """Print what holds for FILE, and where each value comes from: a config's line, the command line, a default."""
    from . import output as out

    place = absolute(draft)
    if place.is_dir():
        raise UsageError("is a folder", place=str(draft), remedy="name a draft in it: overrides hold for paths")
    resolved = configs.for_path(place)
    used = ", ".join(configs.used()) or "no config"
    out.write(f"{draft}: {used}\n\n")
    rows = [(r.key, r.value, r.place) for r in resolved.rows]
    colored = out.colored(color, configs.user.color, sys.stdout)
    out.write(out.table(("key", "value", "said by"), rows, color=colored))
