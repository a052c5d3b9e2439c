"""LanguageTool's clients as people have them, against the running command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import language_tool_python
import pytest

TEXT = "🎉🎉 The mayor signed the the order.  It rained."


@pytest.fixture(scope="module")
def server(start_server, tmp_path_factory) -> Iterator:
    server = start_server(tmp_path_factory.mktemp("clients"), "--isolated", "--workers", "1", "--quiet")
    yield server
    server.close()


@pytest.fixture
def tool(server) -> Iterator[language_tool_python.LanguageTool]:
    with language_tool_python.LanguageTool("en-US", remote_server=server.url) as tool:
        yield tool


def test_language_tool_python_checks(tool) -> None:
    first, second = tool.check(TEXT)
    assert (first.rule_id, first.replacements) == ("duplication/word", ["the"])
    assert TEXT[first.offset : first.offset + first.error_length] == "the the"
    assert first.sentence == "🎉🎉 The mayor signed the the order."
    assert (second.rule_id, second.rule_issue_type, second.category) == (
        "whitespace/double-space", "whitespace", "TYPOGRAPHY",
    )  # fmt: skip


def test_language_tool_python_shows_the_words(tool) -> None:
    """Its offset in the context is LanguageTool's, in UTF-16 units, which it takes for characters."""
    first, second = tool.check(TEXT.strip("🎉"))
    assert (first.matched_text, second.matched_text) == ("the the", "  ")


def test_language_tool_python_corrects(tool) -> None:
    assert tool.correct(TEXT) == "🎉🎉 The mayor signed the order. It rained."


def test_language_tool_python_chooses_rules(tool) -> None:
    tool.disabled_rules.add("whitespace/double-space")
    assert [m.rule_id for m in tool.check(TEXT)] == ["duplication/word"]
    tool.disabled_rules.clear()
    tool.enabled_rules.add("whitespace/double-space")
    tool.enabled_rules_only = True
    assert [m.rule_id for m in tool.check(TEXT)] == ["whitespace/double-space"]
    tool.enabled_rules_only = False
    tool.disable_spellchecking()
    tool.picky = True
    assert len(tool.check(TEXT)) == 2


def test_language_tool_python_refuses_what_the_server_does(server) -> None:
    with (
        pytest.raises(ValueError, match="de"),
        language_tool_python.LanguageTool("de", remote_server=server.url) as tool,
    ):
        tool.check(TEXT)


def pylanguagetool(server, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("pylanguagetool")
    command = [program, "--api-url", f"{server.url}/v2/", "--no-color", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def test_pylanguagetool_reports(server, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The mayor signed the the order.")
    ran = pylanguagetool(server, tmp_path, "-l", "en-US", "draft.txt")
    assert ran.returncode == 1, ran.stderr
    assert "“the” is set twice." in ran.stdout
    (tmp_path / "draft.txt").write_text("The mayor signed the order.")
    ran = pylanguagetool(server, tmp_path, "-l", "auto", "draft.txt")
    assert (ran.returncode, ran.stderr) == (0, "")
