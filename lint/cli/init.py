"""copydesk init: a config to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import UsageError


@click.command("init", short_help="Write a commented config.")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a config that is there.")
def command(folder: Path, force: bool) -> None:
    """Write a commented copydesk.toml into FOLDER, this one by default. Nothing in it holds until you say so."""
    from ..config import FILE_NAME
    from ..config.template import template
    from . import output as out

    path = folder / FILE_NAME
    if path.exists() and not force:
        raise UsageError("there is a config already", place=str(path), remedy="--force writes over it")
    out.save(template(), path)
    click.echo(f"wrote {path}")
