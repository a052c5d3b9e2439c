"""Puts LanguageTool into the user's data folder, with Maven, or takes it out. Whole or not at all."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..errors import UsageError
from . import java
from .client import SilentError
from .installed import Installed, place
from .server import Server

_POM = Path(__file__).with_name("pom.xml")
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_SECONDS = 1800
_LAST = 400
Say = Callable[[str], None]


def install(say: Say, *, again: bool = False) -> Installed:
    """Assemble the server, see that it starts, and put it in its place; with `again`, in place of what is there.

    Raises UsageError where Java or Maven is missing, where the jars cannot be had, or where they do not start.
    """
    target = place()
    if target.whole() and not again:
        raise UsageError("LanguageTool is there already", place=str(target.folder), remedy="--again replaces it")
    program, maven = java.java(), java.maven()
    parent = target.folder.parent
    try:
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.folder.name}-", dir=parent))
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", place=str(parent)) from None
    try:
        made = Installed(staging / "new")
        made.jars.mkdir(parents=True)
        say(f"Maven assembles LanguageTool in {parent} ...")
        _assemble(maven, made)
        made.note()
        say("It is started once, to see that it runs ...")
        _try(program, made)
        _put(made, target, staging / "old")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", place=str(parent)) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return target


def remove() -> bool:
    """Take it out. Whether anything was there. Raises UsageError where it cannot be removed."""
    folder = place().folder
    if not folder.exists():
        return False
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise UsageError(f"cannot be removed: {error.strerror or error}", place=str(folder)) from None
    return True


def _assemble(maven: Path, made: Installed) -> None:
    """Have Maven copy all jars, out of its own cache if they are there. Raises UsageError where it cannot."""
    # Maven reads a folder .mvn where it runs, so it is not to run in a folder of somebody else's.
    pom = made.folder / _POM.name
    shutil.copyfile(_POM, pom)
    command = [
        str(maven), "--batch-mode", "--quiet", "--file", str(pom), _COPY,
        f"-DoutputDirectory={made.jars}", "-DincludeScope=runtime",
    ]  # fmt: skip
    for more in (["--offline"], []):
        try:
            done = subprocess.run(
                [*command, *more], cwd=made.folder, capture_output=True, text=True, errors="replace", timeout=_SECONDS,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise UsageError("Maven did not end", remedy="try again") from None
        if not done.returncode:
            break
    else:
        said = " ".join((done.stdout + done.stderr).split())[-_LAST:]
        raise UsageError(f"Maven could not bring LanguageTool: {said}", remedy="it needs the network, or its own cache")


def _try(program: Path, made: Installed) -> None:
    try:
        server = Server(program, made)
    except SilentError as error:
        raise UsageError(f"LanguageTool {error}", remedy="the one before is kept as it was") from None
    server.stop()


def _put(made: Installed, target: Installed, aside: Path) -> None:
    if target.folder.exists():
        target.folder.rename(aside)
    try:
        made.folder.rename(target.folder)
    except OSError:
        if aside.exists():
            aside.rename(target.folder)
        raise
