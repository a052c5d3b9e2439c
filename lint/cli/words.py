"""copydesk words: the unknown words of drafts, to make an accept list of."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..config import Configs
from .options import Named, color_option, path_options, with_configs

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary, Word

_FORMATS = ("text", "json", "accept", "list")


@click.command("words", short_help="List the unknown words of drafts.")
@path_options
@click.option(
    "--format",
    "-f",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="A table, JSON, `accept` for a config, or a word list for `accept-files`.",
)
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Leave out words that are set less often.",
)
@with_configs(settings=False, reading=True, baseline=False)
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    configs: Configs,
    named: Named,
    format: str,
    least: int,
    color: bool | None,
) -> None:
    """List the words of drafts that are in no dictionary and that the config does not accept, the most frequent first.

    Names stand apart. A word that is likely a slip comes with the word that was meant, and is commented out where an
    accept list is written.
    """
    from .. import run
    from ..vocabulary import FORMS, collect
    from . import output as out
    from .drafts import gather

    work = gather(configs, named)
    found = collect(run.documents(work), least=least)
    for problem in found.problems:
        click.echo(f"{problem.path}: {problem.message}", err=True)
    if format in FORMS:
        out.write(FORMS[format](found), machine=True)
    else:
        out.write(_text(found, color=out.colored(color, configs.user.color, sys.stdout)))
    ctx.exit(2 if found.problems else 0)


def _text(found: Vocabulary, *, color: bool) -> str:
    """Words and names, each group as a table under its heading."""
    groups = [("Words", found.common), ("Names", found.names)]
    return "\n".join(_group(title, words, color=color) for title, words in groups if words)


def _group(title: str, words: Sequence[Word], *, color: bool) -> str:
    from . import output as out

    header = ("word", "times", "drafts", "first", "perhaps")
    rows = [
        (w.word, str(w.times), str(w.drafts), f"{w.path}:{w.place.line}:{w.place.column}", w.suggestion) for w in words
    ]
    return f"{title}\n{out.table(header, rows, color=color)}"
