"""The group of commands, each imported when it is first called for, and what happens when one fails."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

from ..errors import CopydeskError, nearest

COMMANDS = {
    "check": "check",
    "fix": "fix",
    "rules": "rules",
    "explain": "explain",
    "init": "init",
    "config": "config",
    "baseline": "baseline",
    "words": "words",
    "sources": "sources",
    "test": "cases",
    "serve": "serve",
    "lm": "lm",
    "languagetool": "languagetool",
}
"""Commands and their modules, in the order in which help lists them."""

USAGE, FAULT, STOPPED = 2, 3, 130
DEBUG = "COPYDESK_DEBUG"


class Mistake(click.ClickException):
    """A user's mistake, told on one line."""

    exit_code = USAGE


class Desk(click.Group):
    """The group. A mistake ends in status 2 and one line, a fault of the program in 3 and how to report it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """A command by name, or None."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f".{COMMANDS[name]}", __package__).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments call. Raises UsageError with the nearest name for one that there is not."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            remedy = nearest(args[0], COMMANDS) or "copydesk --help lists them"
            ctx.fail(f'no command is called "{args[0]}" ({remedy})')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except CopydeskError as error:
            raise Mistake(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            ctx.exit(STOPPED)
        except Exception as fault:
            _report(fault)
            ctx.exit(FAULT)


def _report(fault: Exception) -> None:
    if os.environ.get(DEBUG):
        import traceback

        click.echo(traceback.format_exc(), err=True, nl=False)
    click.echo(
        f"copydesk: internal fault: {type(fault).__name__}: {fault}\n"
        "This is a fault of Copydesk, not of your draft. Please report it with the command that you ran"
        f"{'' if os.environ.get(DEBUG) else f' and what it prints with {DEBUG}=1 set'}.",
        err=True,
    )


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from ..version import VERSION

    click.echo(f"copydesk {VERSION}")
    ctx.exit()


@click.group(
    cls=Desk,
    context_settings={
        "auto_envvar_prefix": "COPYDESK",
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
    },
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version.")
def app() -> None:
    """Read drafts as a copy chief does: what to mend, where, and how.

    Exit status: 0 clean, 1 findings that fail the run, 2 wrong usage or config or a draft that cannot be read,
    3 a fault of the program.
    """
