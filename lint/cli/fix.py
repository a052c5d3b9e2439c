"""copydesk fix: mend what is safe to mend."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from ..config import Configs
from ..errors import DraftError
from ..finding import Problem
from ..report import FileReport, Report
from ..run import FixedFile
from .options import Named, cache_options, color_option, draft_options, with_configs


@dataclass
class _Tally:
    """What became of the drafts."""

    left: list[FileReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    drafts: int = 0
    changed: int = 0
    mended: int = 0


@click.command("fix", short_help="Make the safe fixes in drafts.")
@draft_options
@click.option("--diff", is_flag=True, help="Print what would change as a unified diff; write nothing.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--unsafe", is_flag=True, help="Make the unsafe fixes too: read them afterwards.")
@with_configs()
@cache_options
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where what is left would fail the run.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 where a draft was changed, as hooks do.")
@color_option
@click.option("--quiet", "-q", is_flag=True, help="Do not say what was mended and what is left.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    configs: Configs,
    named: Named,
    jobs: int | None,
    diff: bool,
    check: bool,
    unsafe: bool,
    exit_zero: bool,
    exit_non_zero_on_fix: bool,
    color: bool | None,
    quiet: bool,
    cache: bool | None,
    cache_dir: Path | None,
) -> None:
    """Make the safe fixes in drafts, and say what was mended and what is left for you.

    Standard input is mended to standard output. Nothing inside quotation marks is ever changed.
    """
    from .. import run
    from . import output as out
    from .drafts import gather
    from .keeping import keeping

    work = gather(configs, named)
    piped = any(task.data is not None for task in work.tasks)
    dry = diff or check
    beside = piped or diff
    tally = _Tally()
    jobs = configs.user.jobs if jobs is None else jobs
    with (
        keeping(configs, work, cache, cache_dir) as keep,
        out.progress(len(work.tasks), quiet=quiet) as progress,
    ):
        for outcome in run.fix(work, jobs=jobs, unsafe=unsafe, keep=keep, progress=progress):
            if isinstance(outcome, Problem):
                tally.problems.append(outcome)
                continue
            _settle(outcome, tally, write=not dry and not piped)
            if diff:
                out.write(_diff(outcome, color=out.colored(color, configs.user.color, sys.stdout)))
            elif piped and not check:
                click.echo(outcome.data, nl=False)
            if not quiet:
                click.echo("".join(_mended(outcome, dry)), nl=False, err=beside)
    left = Report(tally.left, tally.problems)
    stream = sys.stderr if beside else sys.stdout
    _say_left(left, tally, dry=dry, quiet=quiet, err=beside, color=out.colored(color, configs.user.color, stream))
    if run.unread(left):
        ctx.exit(2)
    if dry:
        ctx.exit(int(check and tally.changed > 0))
    changed = exit_non_zero_on_fix and tally.changed > 0
    ctx.exit(int(changed or (not exit_zero and run.fails(left, work))))


def _settle(outcome: FixedFile, tally: _Tally, *, write: bool) -> None:
    """Count a draft in, and write it where it changed."""
    from ..fixer import write_atomically

    fixed = outcome.fixed
    tally.drafts += 1
    if fixed.looping:
        rules = ", ".join(fixed.looping)
        tally.problems.append(
            Problem(f"the fixes of {rules} do not settle, so none was made; please report it",
                    path=outcome.source.path, rule=fixed.looping[0])
        )  # fmt: skip
    if write and fixed.changed:
        try:
            write_atomically(Path(outcome.source.path), outcome.data)
        except (DraftError, OSError) as error:
            tally.problems.append(Problem(_why(error), path=outcome.source.path))
            return
    tally.left.append(fixed.left)
    tally.changed += fixed.changed
    tally.mended += len(fixed.applied)


def _why(error: DraftError | OSError) -> str:
    if isinstance(error, DraftError):
        return f"{error.what} ({error.remedy})" if error.remedy else error.what
    return f"cannot be written: {error.strerror or error}"


def _mended(outcome: FixedFile, dry: bool) -> Iterator[str]:
    """A line for the draft and one for each fix made in it."""
    fixed = outcome.fixed
    if not fixed.changed:
        return
    yield f"{outcome.source.path}: {len(fixed.applied)} {'to mend' if dry else 'mended'}\n"
    for finding in fixed.applied:
        title = finding.fixes[0].title if finding.fixes else finding.message
        yield f"  {finding.start.line}:{finding.start.column}  {finding.rule}  {' '.join(title.split())}\n"


def _say_left(left: Report, tally: _Tally, *, dry: bool, quiet: bool, err: bool, color: bool) -> None:
    """The report on what is left, under a line of what was done; with --quiet, only what went wrong."""
    from ..reports import RenderOptions, render
    from . import output as out

    if quiet:
        for problem in left.all_problems:
            click.echo(f"{problem.path}: problem: {problem.message}", err=True)
        return
    done = "would be mended" if dry else "mended"
    places = "1 place" if tally.mended == 1 else f"{tally.mended} places"
    head = f"{places} {done} in {tally.changed} of {tally.drafts} draft{'' if tally.drafts == 1 else 's'}."
    text = render(left, "text", RenderOptions(color=color, width=out.width()))
    click.echo(
        f"{head} What is left for you:\n\n{text}" if _any(left) else head, nl=not _any(left), err=err, color=color
    )


def _any(left: Report) -> bool:
    return bool(left.all_problems) or any(file.findings for file in left.files)


def _diff(outcome: FixedFile, *, color: bool) -> str:
    """The change as a unified diff that patch and git apply take."""
    from difflib import unified_diff

    path = outcome.source.path
    old, new = (text.split("\n") for text in (outcome.source.text, outcome.fixed.text))
    lines: list[str] = []
    for line in unified_diff(_ended(old), _ended(new), f"a/{path}", f"b/{path}"):
        whole = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        lines.append(click.style(whole, fg=_COLORS.get(line[:1])) if color else whole)
    return "".join(lines)


_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def _ended(lines: list[str]) -> list[str]:
    """Lines with the line feeds that split() took; only LF ends a line of a diff."""
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
