"""A LanguageTool client of the JavaScript world, gramma, as npm gives it: its command and its library."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TEXT = "🎉🎉 The mayor signed the the order.  It rained."
MENDED = "🎉🎉 The mayor signed the order. It rained."
_MEND = """
const { check, replaceAll } = require("gramma")

const [url, text] = process.argv.slice(1)
check(text, { api_url: url, language: "en-US" }).then(({ matches }) => {
  const changes = matches.map(({ replacements, offset, length }) => ({ change: replacements[0].value, offset, length }))
  console.log(JSON.stringify({ words: matches.map(({ word }) => word), mended: replaceAll(text, changes) }))
})
"""


@pytest.fixture(scope="module")
def server(start_server, tmp_path_factory) -> Iterator:
    server = start_server(tmp_path_factory.mktemp("npm"), "--isolated", "--workers", "1", "--quiet")
    yield server
    server.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory, npm_install: Callable[..., Path]) -> Path:
    """A folder with gramma in it, which is the home of whoever runs it."""
    folder = tmp_path_factory.mktemp("gramma")
    npm_install(folder, "gramma@1.6")
    told = folder / ".config" / "gramma" / ".update"  # when it last asked for updates, in milliseconds
    told.parent.mkdir(parents=True)
    told.write_text(str(int(time.time() * 1000)))
    return folder


@pytest.fixture
def gramma(server, home: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command on a draft, in a project whose config names the server."""
    config = {"api_url": f"{server.url}/v2/check", "language": "en-US", "dictionary": [], "rules": {}}

    def gramma(name: str, text: str, *options: str, **settings: object) -> subprocess.CompletedProcess[str]:
        (tmp_path / ".gramma.json").write_text(json.dumps(config | settings))
        (tmp_path / name).write_text(text)
        return node(home, tmp_path, home / "node_modules" / ".bin" / "gramma", "check", "-p", "-n", name, *options)

    return gramma


def node(home: Path, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HOME": str(home), "NODE_PATH": str(home / "node_modules")}
    command = ["node", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_the_command_reports(gramma) -> None:
    ran = gramma("draft.txt", TEXT)
    assert ran.returncode == 1, ran.stderr
    assert "Found 2 potential mistakes" in ran.stdout
    assert "Explanation: “the” is set twice." in ran.stdout
    assert "Word: the the\n" in ran.stdout
    assert "Suggested fix: 1) the\n" in ran.stdout


def test_the_command_passes_a_clean_draft(gramma) -> None:
    ran = gramma("draft.txt", "The mayor signed the order.", "-l", "auto")
    assert ran.returncode == 0, ran.stderr
    assert "No mistakes found!" in ran.stdout


def test_the_command_sends_markdown_as_annotated_text(gramma) -> None:
    ran = gramma("draft.md", "The mayor signed *the* the order, `no  no`.\n")
    assert ran.returncode == 1, ran.stderr
    assert "Explanation: “the” is set twice." in ran.stdout
    assert "Word: the the\n" in ran.stdout


def test_the_command_leaves_out_categories(gramma) -> None:
    ran = gramma("draft.txt", TEXT, rules={"typography": False})
    assert "Found 1 potential mistake\n" in ran.stdout
    assert "is set twice" in ran.stdout


def test_the_command_shows_what_the_server_refuses(gramma) -> None:
    ran = gramma("draft.txt", TEXT, "-l", "pl-PL")
    assert ran.returncode == 1
    assert "Details: Error:" in ran.stdout


def test_the_library_mends_by_utf16_offsets(server, home: Path, tmp_path: Path) -> None:
    ran = node(home, tmp_path, "-e", _MEND, f"{server.url}/v2/check", TEXT)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {"words": ["the the", "  "], "mended": MENDED}
