"""copydesk languagetool: the server of LanguageTool that gives a second opinion, installed for the user alone."""

from __future__ import annotations

import click

from ..errors import CopydeskError

_MIB = 1024 * 1024


@click.group("languagetool", short_help="Install LanguageTool for a second opinion, or remove it.")
def command() -> None:
    """Install LanguageTool, which gives a second opinion where it is asked: check --languagetool start."""


@command.command("install")
@click.option("--again", is_flag=True, help="Replace what is there.")
def install(again: bool) -> None:
    """Assemble LanguageTool's server with Maven, some 100 MB, in your data folder. It needs Java 17 or later."""
    from ..languagetool.install import install
    from ..languagetool.installed import VERSION

    made = install(lambda text: click.echo(text, err=True), again=again)
    click.echo(f"LanguageTool {VERSION} is in {made.folder} ({made.bytes() / _MIB:.0f} MiB)")
    click.echo("to ask it: copydesk check --languagetool start")


@command.command("status")
@click.pass_context
def status(ctx: click.Context) -> None:
    """Say whether it is installed and whole, and whether it could be started. Exit with 1 where it could not."""
    from ..languagetool import client, installed, java

    place = installed.place()
    damaged = place.damaged()
    if not place.listed():
        click.echo(f"not installed ({installed.INSTALL})")
    elif damaged:
        click.echo(f"LanguageTool {installed.VERSION} in {place.folder} is damaged ({installed.INSTALL} --again):")
        click.echo("\n".join(f"  {name}" for name in damaged))
    else:
        click.echo(f"LanguageTool {installed.VERSION} is in {place.folder} ({place.bytes() / _MIB:.0f} MiB)")
    ready = bool(place.listed()) and not damaged
    for name, there in (("Java", java.java), ("language-tool-python", client.require)):
        try:
            found = there()
            click.echo(f"{name}: {found or 'there'}")
        except CopydeskError as error:
            click.echo(f"{name}: {error}")
            ready = False
    ctx.exit(0 if ready else 1)


@command.command("remove")
def remove() -> None:
    """Take it out of your data folder."""
    from ..languagetool.install import remove
    from ..languagetool.installed import place

    folder = place().folder
    click.echo(f"removed {folder}" if remove() else f"nothing to remove: {folder} is not there")
