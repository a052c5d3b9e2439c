"""Whether and where the reports of a command are kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ..config import Configs, Terms
from ..run import Run

if TYPE_CHECKING:
    from ..kept import Keep
    from ..stamps import Stamp

NO_CACHE = "COPYDESK_NO_CACHE"


@contextmanager
def keeping(
    configs: Configs, work: Run, wanted: bool | None, folder: Path | None, *, verbose: bool = False
) -> Iterator[Keep | None]:
    """What is kept of earlier runs over these drafts, or None where nothing is to be kept.

    `wanted` is what the command line says, `folder` where. Unless it says so, nothing is kept where the environment or
    the config forbids it; with --isolated never, since the outcome is then to hang on nothing that lies about.
    """
    stamps = _stamps(configs, work, wanted)
    if not any(stamps):
        yield None
        if verbose:
            click.echo("cache: off", err=True)
        return
    from ..cache import Cache, default_folder
    from ..kept import Keep

    cache = Cache(folder or default_folder())
    yield Keep(cache, stamps)
    cache.prune()
    cache.close()
    if verbose:
        known = f"{cache.found} of {len(work.tasks)} drafts known ({cache.path})"
        click.echo(f"cache: not used: {cache.trouble}" if cache.trouble else f"cache: {known}", err=True)


def _stamps(configs: Configs, work: Run, wanted: bool | None) -> Sequence[Stamp | None]:
    if configs.isolated or wanted is False or (wanted is None and os.environ.get(NO_CACHE)):
        return []
    terms = cast("Sequence[Terms]", work.terms)
    return [_stamp(held) if wanted or held.keeps else None for held in terms]


def _stamp(terms: Terms) -> Stamp | None:
    """The stamp of what holds, or None where a file that it hangs on cannot be read."""
    from ..stamps import stamp

    told = terms.told
    if terms.languagetool is not None:
        from ..languagetool.info import identity

        second = identity(terms.languagetool)
        if not second:
            return None
        told = f"{told} {second}"
    try:
        return stamp(told, (*terms.packs, *terms.python_packs), terms.baseline, _judge_stamp(terms))
    except OSError:
        return None


def _judge_stamp(terms: Terms) -> bytes:
    if not terms.judge:
        return b""
    from ..models import judge

    return judge.stamp(terms.judge)
