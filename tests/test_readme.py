"""The README's commands: what tests/readme.py prints of them, as .ci/run asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def readme(*args: str) -> subprocess.CompletedProcess[str]:
    """tests/readme.py, as it is run before anything is installed."""
    command = [sys.executable, "-I", "-S", "tests/readme.py", *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("name", "what"), [("report", "copydesk check --exit-zero seeds"), ("tests", "pytest")])
def test_a_command_is_one_line_of_shell_that_sets_everything_up(name: str, what: str) -> None:
    printed = readme(name)
    assert printed.returncode == 0, printed.stderr
    (command,) = printed.stdout.splitlines()
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert f".venv/bin/{what}" in command
    assert f"\n{command}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")
    subprocess.run(["bash", "-n", "-c", command], check=True)


def test_a_command_that_there_is_not_names_those_there_are() -> None:
    printed = readme("reprot")
    assert printed.returncode == 1
    assert "report|tests" in printed.stderr
    assert printed.stdout == ""
