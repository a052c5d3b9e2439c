"""What holds for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, and none judged by the clock.
settings.register_profile("copydesk", deadline=None, derandomize=True)
settings.load_profile("copydesk")


@pytest.fixture(autouse=True, scope="session")
def nothing_is_kept_between_tests() -> Iterator[None]:
    """No test finds reports of another, or of the user's: the folder for caches is none. Other processes inherit it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.devnull)
        yield


@pytest.fixture(scope="session")
def missing() -> Callable[[str, str], None]:
    """Skips a test that wants a program that is not here, and fails it in CI, with what it is and how to get it."""

    def missing(what: str, remedy: str) -> None:
        message = f"{what} is not here: {remedy}"
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)

    return missing


@pytest.fixture(scope="session")
def node(missing: Callable[[str, str], None]) -> str:
    """The program node."""
    found = shutil.which("node")
    if not found:
        missing("node", "apt-get install -y nodejs")
    return str(found)


@pytest.fixture(scope="session")
def npm_install(missing: Callable[[str, str], None]) -> Callable[..., Path]:
    """Has npm bring packages, or what a folder's own package.json asks for, to a folder's node_modules; gives that."""

    def install(folder: Path, *packages: str) -> Path:
        npm = shutil.which("npm")
        if not npm:
            missing("npm", "apt-get install -y npm")
        command = [
            str(npm),
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(folder),
            *packages,
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            what = " ".join(packages) or f"what {folder.name} needs"
            missing(what, f"npm could not bring it: {done.stderr[-300:]}")
        return folder / "node_modules"

    return install
