"""The real thing: Maven assembles LanguageTool, Java runs it, and it reads a draft."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DRAFT = """\
🎉🎉 She could of stayed, and the mayor recieved the the guests from Zaporizhia.

“They was here,” he said of the colour.
"""


@pytest.fixture
def copydesk(tmp_path: Path, missing: Callable[[str, str], None]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command, for a user who has nothing yet."""
    for program, package in (("java", "openjdk-17-jre-headless"), ("mvn", "maven")):
        if not shutil.which(program):
            missing(program, f"apt-get install -y {package}")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}

    def copydesk(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from lint.cli import main; main()", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=900, check=False
        )

    return copydesk


def test_it_is_installed_started_asked_and_removed(copydesk, tmp_path: Path) -> None:
    installed = copydesk("languagetool", "install")
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "draft.txt").write_text(DRAFT)
    checked = copydesk(
        "check", "--languagetool", "start", "--ignore", "typo", "--format", "json", "--exit-zero", "draft.txt"
    )
    report = json.loads(checked.stdout)
    assert report["problems"] == []
    (file,) = report["files"]
    found = {(f["rule"], DRAFT[f["start"]["offset"] : f["end"]["offset"]]) for f in file["findings"]}
    assert ("duplication/word", "the") in found
    second = {(rule, words) for rule, words in found if rule.startswith("languagetool/")}
    assert second == {("languagetool/MODAL_OF", "could of"), ("languagetool/MORFOLOGIK_RULE_EN_GB", "recieved")}
    assert copydesk("languagetool", "status").returncode == 0
    assert copydesk("languagetool", "remove").returncode == 0
    assert list((tmp_path / "data" / "copydesk").iterdir()) == []
