"""copydesk check: what is to be mended."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..config import Configs
from ..reports import FORMATS, RenderOptions, render
from .options import Named, cache_options, color_option, draft_options, with_configs


@click.command("check", short_help="Say what to mend in drafts.")
@draft_options
@click.option(
    "--format", "-f", type=click.Choice(FORMATS), default="text", show_default=True, help="The report's form."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write the report to this file.")
@with_configs()
@cache_options
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where findings would fail the run.")
@click.option("--stats", is_flag=True, help="Add figures: words, sentences, readability.")
@color_option
@click.option("--quiet", "-q", is_flag=True, help="Print nothing where there is nothing to mend; no progress bar.")
@click.option("--verbose", "-v", is_flag=True, help="Say on standard error what was read and which configs hold.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    configs: Configs,
    named: Named,
    jobs: int | None,
    format: str,
    output: Path | None,
    exit_zero: bool,
    stats: bool,
    color: bool | None,
    quiet: bool,
    verbose: bool,
    cache: bool | None,
    cache_dir: Path | None,
) -> None:
    """Read drafts and say what to mend.

    A PATH is a file, a folder, a pattern in quotes, or - for standard input. In folders, files that .gitignore or
    the config's exclude leave out, and hidden ones, are passed over; a file named by itself is always read, save with
    --force-exclude.
    """
    from .. import run
    from . import output as out
    from .drafts import RunRules, gather
    from .keeping import keeping

    work = gather(configs, named)
    if verbose:
        click.echo(f"drafts: {len(work.tasks)}\nconfigs: {', '.join(configs.used()) or 'none'}", err=True)
    jobs = configs.user.jobs if jobs is None else jobs
    with (
        keeping(configs, work, cache, cache_dir, verbose=verbose) as keep,
        out.progress(len(work.tasks), quiet=quiet) as progress,
    ):
        report = run.check(work, jobs=jobs, stats=stats, sources=format == "html", keep=keep, progress=progress)
    colored = output is None and out.colored(color, configs.user.color, sys.stdout)
    text = render(report, format, RenderOptions(color=colored, width=out.width(), stats=stats), RunRules(work))
    nothing = not report.all_problems and not any(file.findings for file in report.files)
    if output:
        out.save(text, output)
    elif not (quiet and nothing and format == "text"):
        out.write(text, machine=format != "text")
    ctx.exit(2 if run.unread(report) else int(not exit_zero and run.fails(report, work)))
