"""copydesk baseline: the findings that are known, so that only new ones count."""

from __future__ import annotations

from pathlib import Path

import click

from ..config import Configs, Resolved
from ..errors import UsageError
from .options import Named, draft_options, with_configs

_NAME = "copydesk-baseline.json"
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group("baseline", short_help="Keep known findings out of reports.")
def command() -> None:
    """Write down the findings there are, so that from now on only new ones count."""


@command.command("write")
@draft_options
@click.option("--output", "-o", type=_FILE, help=f"The file to write.  [default: the config's baseline, else {_NAME}]")
@with_configs(baseline=False)
@click.pass_context
def write(
    ctx: click.Context,
    /,
    *,
    configs: Configs,
    named: Named,
    jobs: int | None,
    output: Path | None,
) -> None:
    """Write the findings in these drafts, or in all drafts here, to the baseline file."""
    from .. import run
    from ..policy.baseline import Baseline
    from .drafts import gather, here
    from .output import progress

    configured = here(configs).settings.baseline
    path = output or configured or Path(_NAME)
    work = gather(configs, named._replace(paths=named.paths or (".",)))
    settled = [Resolved(terms.settings.with_(baseline=None), terms.catalogue) for terms in work.terms]
    work = work._replace(terms=settled)
    with progress(len(work.tasks), quiet=False) as bar:
        report = run.check(work, jobs=configs.user.jobs if jobs is None else jobs, progress=bar)
    for problem in report.all_problems:
        click.echo(f"{problem.path}: problem: {problem.message}", err=True)
    Baseline.of(report.files, path.parent).save(path)
    count = sum(len(file.findings) for file in report.files)
    click.echo(f"wrote {path}: {_counted(count, 'known finding')} in {_counted(len(report.files), 'draft')}")
    if path.absolute() != configured:
        click.echo(f'to use it, name it in the config: baseline = "{path}"')
    ctx.exit(2 if run.unread(report) else 0)


@command.command("show")
@click.argument("file", required=False, type=_FILE)
@with_configs(settings=False, baseline=False)
def show(configs: Configs, file: Path | None) -> None:
    """Print what a baseline FILE holds, the config's by default: its findings by rule, and its drafts."""
    from collections import Counter

    from ..policy.baseline import Baseline
    from .drafts import here
    from .output import table, write

    path = file or here(configs).settings.baseline
    if path is None:
        raise UsageError("the config names no baseline", remedy="name a file, or write one: copydesk baseline write")
    files = Baseline.load(path).files
    rules = Counter(entry.rule for entries in files.values() for entry in entries)
    drafts = Counter({name: len(entries) for name, entries in files.items()})
    for header, counts in (("rule", rules), ("draft", drafts)):
        rows = [(name, str(count)) for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        write(table((header, "known"), rows, color=False) + "\n")
    write(f"{_counted(rules.total(), 'known finding')} in {_counted(len(files), 'draft')}\n")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
