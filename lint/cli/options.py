"""Options that several commands share, and what they come to: configs with the command line on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import click
from click.core import ParameterSource

from ..config import Configs, Layer, Said
from ..config.languagetool import NO, WHERE, where
from ..config.schema import ASKED_GENRE, NEVER, NONE, SEVERITIES
from ..settings import GENRES, JUDGES, LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])
_SINGLE = ("min_severity", "fail_on", "language", "genre", "judge", "encoding", "baseline")
_LISTS = ("select", "ignore")
_FILE = click.Path(dir_okay=False, path_type=Path)


def _split(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


def _folders(_: click.Context, __: click.Parameter, values: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(value.absolute() for value in values)


_CONFIG_OPTIONS = (
    click.option("--config", type=_FILE, help="Read this config in place of the nearest one."),
    click.option("--isolated", is_flag=True, help="Read no config at all."),
    click.option(
        "--allow-python", multiple=True, metavar="DIR", callback=_folders,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Load the packs in this folder and run the Python in them.",
    ),
)  # fmt: skip
_READING_OPTIONS = (
    click.option("--language", type=click.Choice(LANGUAGES), help="The English of the drafts."),
    click.option("--encoding", metavar="NAME", help="The encoding of drafts that are not UTF-8."),
)
_SETTINGS_OPTIONS = (
    click.option("--select", multiple=True, metavar="NAMES", callback=_split,
                 help='Use only these packs and rules; commas between, or repeat. "all" is every rule.'),
    click.option("--ignore", multiple=True, metavar="NAMES", callback=_split, help="Leave out these packs and rules."),
    click.option("--min-severity", type=click.Choice(SEVERITIES), help="Report nothing below this."),
    click.option("--fail-on", type=click.Choice((*SEVERITIES, NEVER)), help="The least that makes the status 1."),
    click.option("--genre", type=click.Choice(GENRES),
                 help="What the drafts are, whatever they and the config say.  [default: guessed]"),
    *_READING_OPTIONS,
)  # fmt: skip
_JUDGE_OPTIONS = (
    click.option("--judge", type=click.Choice((NONE, *JUDGES)),
                 help="The language model that judges proposed words; copydesk lm install fetches it."),
)  # fmt: skip
_BASELINE_OPTIONS = (
    click.option("--baseline", metavar="FILE", help="Known findings, which are not reported."),
    click.option("--no-baseline", is_flag=True, help="Report known findings too."),
)


_LANGUAGETOOL_OPTIONS = (
    click.option("--languagetool", metavar="WHERE",
                 help="Ask LanguageTool for a second opinion: the address of its server, or start for the installed one."),
    click.option("--no-languagetool", is_flag=True, help="Do not, whatever the config says."),
)  # fmt: skip


def with_configs(
    *,
    settings: bool = True,
    reading: bool = False,
    baseline: bool = True,
    judge: bool = False,
    languagetool: bool = False,
) -> Callable[[F], F]:
    """Give a command the options about configs and settings, and call it with `configs` in their place.

    `reading` stands for those settings alone that say how a draft is to be read, `judge` and `languagetool` for the
    options about these alone.
    """
    told = _SETTINGS_OPTIONS if settings else _READING_OPTIONS if reading else ()
    options = [
        *_CONFIG_OPTIONS,
        *told,
        *(_JUDGE_OPTIONS if settings or judge else ()),
        *(_LANGUAGETOOL_OPTIONS if settings or languagetool else ()),
        *(_BASELINE_OPTIONS if baseline else ()),
    ]

    def decorate(command: F) -> F:
        @wraps(command)
        def inner(**given: Any) -> Any:
            cwd = Path.cwd()
            only, allowed = given.pop("config"), given.pop("allow_python")
            isolated, layer = given.pop("isolated"), _layer(cwd, given)
            given["configs"] = Configs(
                cwd, command_line=layer, only=only and only.absolute(), isolated=isolated, allow_python=allowed
            )
            return command(**given)

        return cast("F", _under(inner, options))

    return decorate


class Named(NamedTuple):
    """The drafts that a command line names, and how they are to be read."""

    paths: tuple[str, ...]
    as_format: str | None
    stdin_filename: str | None
    force_exclude: bool


def draft_options(command: F) -> F:
    """Options about which drafts there are and how they are read: those of `path_options`, and `jobs`."""
    jobs = click.option(
        "--jobs", "-j", metavar="N", default=None, callback=_jobs,
        help="How many processes work; auto is one a core where there is much to read.  [default: auto]",
    )  # fmt: skip
    return path_options(jobs(command))


def path_options(command: F) -> F:
    """Give a command the options about which drafts there are, and call it with `named` in their place."""
    from ..readers import FORMATS

    @wraps(command)
    def inner(**given: Any) -> Any:
        given["named"] = Named(**{field: given.pop(field) for field in Named._fields})
        return command(**given)

    return _under(
        cast("F", inner),
        [
            click.argument("paths", nargs=-1, metavar="[PATH]..."),
            click.option("--as", "as_format", type=click.Choice(FORMATS), help="Read all drafts as this format."),
            click.option("--stdin-filename", metavar="PATH", help="The path that standard input stands for."),
            click.option("--force-exclude", is_flag=True,
                         help="Leave out what the config excludes even where it is named, as hooks name drafts."),
        ],
    )  # fmt: skip


def cache_options(command: F) -> F:
    """Options about reports that are kept: `cache`, which is None where nothing is said, and `cache_dir`."""
    return _under(
        command,
        [
            click.option("--cache/--no-cache", default=None,
                         help="Whether to keep reports for drafts that do not change.  [default: as the config says]"),
            click.option("--cache-dir", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
                         help="Keep them in this folder.  [default: the system's for caches]"),
        ],
    )  # fmt: skip


def color_option(command: F) -> F:
    """--color and --no-color, as `color`: None where neither is given."""
    return _under(command, [click.option("--color/--no-color", default=None, help="Color, or none. NO_COLOR holds.")])


def _under(command: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        command = option(command)
    return command


def _layer(cwd: Path, given: dict[str, Any]) -> Layer:
    """What the command line says, as a layer over all configs. Takes its options out of `given`."""
    single: dict[str, Said[str]] = {}
    lists: dict[str, list[Said[str]]] = {}
    for name in _SINGLE:
        value = given.pop(name, None)
        if value is not None:
            single[ASKED_GENRE if name == "genre" else name.replace("_", "-")] = Said(value, _place(name))
    for name in _LISTS:
        if values := given.pop(name, ()):
            lists[name] = [Said(value, _place(name)) for value in values]
    if given.pop("no_baseline", False):
        single["baseline"] = Said("", _place("no_baseline"))
    return Layer(cwd, single=single, lists=lists, languagetool=_languagetool(given))


def _languagetool(given: dict[str, Any]) -> dict[str, Said[object]]:
    """What the command line says of where LanguageTool is. Takes its options out of `given`."""
    said, no = given.pop("languagetool", None), given.pop("no_languagetool", False)
    if no:
        return {WHERE: Said(NO, _place("no_languagetool"))}
    return {WHERE: Said(where(said, "--languagetool"), _place("languagetool"))} if said else {}


def _place(name: str) -> str:
    """Where an option was given."""
    ctx = click.get_current_context()
    if ctx.get_parameter_source(name) is ParameterSource.ENVIRONMENT:
        return f"environment ({ctx.auto_envvar_prefix}_{name.upper()})"
    return "command line"


def _jobs(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    if value is None or value == "auto":
        return None if value is None else 0
    if value.isdecimal():
        return int(value)
    raise click.BadParameter(f'"{value}" is neither a whole number nor "auto"')
