"""LanguageTool is put into the user's data folder whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.app import app
from lint.languagetool import server


@pytest.fixture
def run():
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["languagetool", *arguments], prog_name="copydesk")

    return run


def held(data: Path) -> list[str]:
    return sorted(str(p.relative_to(data)) for p in data.rglob("*")) if data.exists() else []


WHOLE = [
    "languagetool-6.8", "languagetool-6.8/jars.sha256", "languagetool-6.8/lib",
    "languagetool-6.8/lib/language-en-6.8.jar", "languagetool-6.8/lib/languagetool-server-6.8.jar",
    "languagetool-6.8/pom.xml",
]  # fmt: skip


def test_install_status_remove(run, java, maven, nothing_of_the_user) -> None:
    java()
    maven()
    assert run("status").exit_code == 1
    done = run("install")
    assert done.exit_code == 0, done.output
    assert f"LanguageTool 6.8 is in {nothing_of_the_user / 'languagetool-6.8'} (0 MiB)" in done.output
    assert held(nothing_of_the_user) == WHOLE
    status = run("status")
    assert (status.exit_code, status.output.count("\n")) == (0, 3)
    assert run("remove").exit_code == 0
    assert held(nothing_of_the_user) == []
    assert "nothing to remove" in run("remove").output


def test_it_is_not_replaced_unasked(run, java, maven, nothing_of_the_user) -> None:
    java()
    maven(mark="first")
    run("install")
    maven(mark="second")
    again = run("install")
    assert (again.exit_code, "--again replaces it" in again.output) == (2, True)
    assert run("install", "--again").exit_code == 0
    assert "second" in (nothing_of_the_user / WHOLE[3]).read_text()
    assert held(nothing_of_the_user) == WHOLE


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (
            "sys.exit('[ERROR] Could not transfer artifact')",
            "Maven could not bring LanguageTool: [ERROR] Could not transfer",
        )
    ],
)
def test_where_maven_fails_nothing_is_left(run, java, maven, nothing_of_the_user, first: str, said: str) -> None:
    java()
    maven(first)
    done = run("install")
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert held(nothing_of_the_user) == []


def test_where_it_does_not_start_the_one_before_is_kept(run, java, maven, nothing_of_the_user) -> None:
    java()
    maven(mark="first")
    run("install")
    java(first="sys.exit('no such class')")
    done = run("install", "--again")
    assert (done.exit_code, "LanguageTool does not start: it begins no such class" in done.output) == (2, True)
    assert "first" in (nothing_of_the_user / WHOLE[3]).read_text()
    assert held(nothing_of_the_user) == WHOLE


def test_what_maven_holds_itself_is_not_asked_for_elsewhere(run, java, maven, nothing_of_the_user) -> None:
    java()
    maven("assert '--offline' in sys.argv")
    assert run("install").exit_code == 0
    maven("assert '--offline' not in sys.argv")
    assert run("install", "--again").exit_code == 0
    assert held(nothing_of_the_user) == WHOLE


def test_a_damaged_one_is_told(run, java, maven, nothing_of_the_user) -> None:
    java()
    maven()
    run("install")
    (nothing_of_the_user / WHOLE[3]).write_text("altered")
    status = run("status")
    assert status.exit_code == 1
    assert "is damaged (copydesk languagetool install --again):\n  language-en-6.8.jar\n" in status.output


def test_without_maven(run, java, monkeypatch, tmp_path) -> None:
    java()
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("install")
    assert (done.exit_code, "assembled by Maven, and there is none here" in done.output) == (2, True)


def test_without_java(run, maven, monkeypatch, nothing_of_the_user) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    maven()
    done = run("install")
    assert (done.exit_code, "LanguageTool needs Java, and there is none here" in done.output) == (2, True)
    assert held(nothing_of_the_user) == []


def test_where_nothing_can_be_written(run, java, maven, monkeypatch, tmp_path) -> None:
    java()
    maven()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    done = run("install")
    assert (done.exit_code, "cannot be written: Not a directory" in done.output) == (2, True), done.output


def test_no_server_is_left_running(run, java, maven) -> None:
    java()
    maven()
    run("install")
    assert server._running == []
