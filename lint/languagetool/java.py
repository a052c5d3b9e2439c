"""The Java and the Maven of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from ..errors import UsageError

LEAST = 17
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_SECONDS = 30


def java() -> Path:
    """The program `java`, that of JAVA_HOME first. Raises UsageError where there is none, or an old one only."""
    remedy = f"install Java {LEAST} or later, such as Debian's openjdk-{LEAST}-jre-headless, or name it by JAVA_HOME"
    found = _in_home() or shutil.which("java")
    if found is None:
        raise UsageError("LanguageTool needs Java, and there is none here", remedy=remedy)
    version = _version(found)
    if version < LEAST:
        what = f"Java {version}" if version else "a program that does not say which Java it is"
        raise UsageError(f"LanguageTool needs Java {LEAST}, and here is {what}", place=str(found), remedy=remedy)
    return Path(found)


def maven() -> Path:
    """The program `mvn`. Raises UsageError where there is none."""
    found = shutil.which("mvn")
    if found is None:
        raise UsageError("LanguageTool is assembled by Maven, and there is none here", remedy="such as Debian's maven")
    return Path(found)


def _in_home() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home) / "bin")) if home else None


def _version(program: str) -> int:
    """The number of its version; 0 where it does not say."""
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = _VERSION.search(said.stderr + said.stdout)
    return int(found[1]) if found else 0
