"""copydesk sources: who is quoted in drafts, how often, and which quotations nobody is given for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from ..config import Configs
from .options import Named, color_option, path_options, with_configs

if TYPE_CHECKING:
    from ..finding import Problem
    from ..sources import Sources

_EXCERPT = 70
_CLEAN, _UNREAD = 0, 2


@click.command("sources", short_help="Say who is quoted in drafts.")
@path_options
@click.option(
    "--format", "-f", type=click.Choice(("text", "json")), default="text", show_default=True, help="A table, or JSON."
)
@with_configs(settings=False, reading=True, baseline=False)
@color_option
@click.pass_context
def command(ctx: click.Context, /, *, configs: Configs, named: Named, format: str, color: bool | None) -> None:
    """Say of each draft who is quoted, how often and in how many words, and where each is first named in full.

    Sources without a name stand with what the draft says of them. Quotations that nobody is given for follow.
    """
    from ..finding import Problem
    from ..grammar import Layer
    from ..nlp import Grammar
    from ..run import documents
    from ..sources import sources
    from . import output as out
    from .drafts import gather

    grammar = Grammar()
    read: list[tuple[str, Sources]] = []
    problems: list[Problem] = []
    for draft in documents(gather(configs, named)):
        if isinstance(draft, Problem):
            problems.append(draft)
            click.echo(f"{draft.path}: {draft.message}", err=True)
            continue
        document = draft[0]
        found = sources(document, partial(grammar.read, document, layer=Layer.PARSE))
        read.append((document.source.path, found))
    if format == "json":
        out.write(_json(read, problems), machine=True)
    else:
        colored = out.colored(color, configs.user.color, sys.stdout)
        out.write("\n".join("".join(_text(path, found, color=colored)) for path, found in read))
    ctx.exit(_UNREAD if problems else _CLEAN)


def _json(read: list[tuple[str, Sources]], problems: list[Problem]) -> str:
    from ..reports.contract import dumps, header, problem_data
    from ..sources import sources_data

    data = {
        **header(),
        "files": [{"path": path, **sources_data(found)} for path, found in read],
        "problems": [problem_data(p) for p in problems],
    }
    return dumps(data, indent=1) + "\n"


def _text(path: str, found: Sources, *, color: bool) -> Iterator[str]:
    """A draft's sources as a table, and under it what is to be said of them."""
    from . import output as out

    yield f"{path}\n"
    if not found.voices and not found.loose:
        yield "  Nobody is quoted.\n"
        return
    header = ("source", "what", "said", "quoted", "reported", "share", "line", "described as")
    rows = [
        (
            v.name,
            v.kind,
            str(len(v.said)),
            str(v.quoted),
            str(v.reported),
            f"{v.share:.0%}",
            str(v.first.line),
            v.description or "-",
        )
        for v in found.voices
    ]
    if rows:
        yield out.table(header, [header, *rows] if not sys.stdout.isatty() else rows, color=color)
    yield _summary(found)
    for loose in found.loose:
        yield f"{path}:{loose.start.line}:{loose.start.column}: no speaker: {_short(loose.text)}\n"


def _summary(found: Sources) -> str:
    said = f"{found.quoted:,} words quoted and {found.reported:,} reported, of {found.words:,}."
    if found.voices:
        most = found.voices[0]
        said += f" {most.share:.0%} of them from {most.name}."
    if found.unnamed:
        count = len(found.unnamed)
        said += f" {count} anonymous source{'s' if count > 1 else ''}."
    return f"{said}\n"


def _short(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
