"""A worker process: takes one job after another from the service and gives back finished answers.

A rule that hangs can only be stopped with the process it runs in, which is why drafts are checked in one.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import traceback
from collections.abc import Callable, Mapping
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from ..settings import Settings
from .profiles import Profiles

_ALLOCATIONS = 100_000


class Reply(NamedTuple):
    """A finished answer: the body, and how many findings of each rule it holds."""

    body: bytes
    media_type: str = "application/json"
    found: Mapping[str, int] = {}


class Crash(NamedTuple):
    """A fault of the program: its type and where it happened, without words that could be a draft's."""

    kind: str
    places: tuple[str, ...]


Outcome = Reply | Crash
Work = Callable[[Profiles, Any], Reply]


class Job(NamedTuple):
    """What to do and with what. The work is a function at the top of a module, so that its name can be sent."""

    work: Work
    request: Any


READY = "ready"


def main(connection: Connection, settings: Mapping[str, Settings]) -> None:
    """Answer jobs until the connection closes or the service is gone."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the service says when to stop: what is under way is finished
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(_ALLOCATIONS)
    profiles = Profiles(settings)
    profiles.warm()
    gc.freeze()
    connection.send(READY)
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        connection.send(outcome(profiles, job))


def outcome(profiles: Profiles, job: Job) -> Outcome:
    """What a job comes to. Never raises."""
    try:
        return job.work(profiles, job.request)
    except Exception as fault:
        return crash(fault)


def crash(fault: BaseException) -> Crash:
    """A fault without its message, which may hold words of a draft."""
    frames = traceback.extract_tb(fault.__traceback__)
    return Crash(type(fault).__name__, tuple(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-8:]))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
