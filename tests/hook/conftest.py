"""A repository of drafts with the real pre-commit in it, against a snapshot of this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_BIN = Path(sys.executable).parent
_WHO = {f"GIT_{role}_{what}": f"{what.lower()}@desk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class Repository:
    """A git repository and what is run in it."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.folder = folder
        self._env = dict(env)
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command there; what it prints, both ways, is in `stdout`."""
        return subprocess.run(
            command, cwd=self.folder, env=self._env, text=True, encoding="utf-8", check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def git(self, *args: str) -> str:
        """What a git command prints. It must not fail."""
        ran = self.run("git", *args)
        assert ran.returncode == 0, ran.stdout
        return ran.stdout

    def write(self, files: Mapping[str, str]) -> None:
        """Write files and stage them."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "-A")

    def read(self, name: str) -> str:
        """What a file holds."""
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit what is staged, hooks and all."""
        self.git("add", "-A")
        return self.run("git", "commit", "-q", "-m", "Drafts")


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment with a home of its own for pre-commit and for what is kept, and nothing of a git around it."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "COPYDESK_"))}
    return kept | _WHO | {
        "PATH": f"{_BIN}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }  # fmt: skip


@pytest.fixture(scope="session")
def snapshot(env: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with one commit: this checkout as it stands, uncommitted changes too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    repository = Repository(tmp_path_factory.mktemp("snapshot") / "copydesk", env)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (repository.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, repository.folder / name)
    committed = repository.commit()
    assert committed.returncode == 0, committed.stdout
    return repository


@pytest.fixture
def drafts(env: Mapping[str, str], tmp_path: Path) -> Repository:
    """An empty repository for drafts."""
    return Repository(tmp_path / "drafts", env)
