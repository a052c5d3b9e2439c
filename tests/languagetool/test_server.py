"""The installed server: started once, on this machine alone, and gone with whoever started it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from lint import LanguageTool, Linter, Settings, UsageError
from lint.cli.serve import _with_languagetool, settings_by_profile
from lint.config import Configs, Layer, Said
from lint.languagetool import installed, server
from lint.languagetool.client import DownError
from lint.languagetool.info import is_ready
from lint.languagetool.installed import Installed
from lint.languagetool.java import java as find_java
from lint.languagetool.server import Server
from lint.server.app import Service, create

TEXT = "Rain fell on the the harbor."


@pytest.fixture
def home(nothing_of_the_user: Path) -> Installed:
    """An installation, of jars that nobody reads."""
    there = installed.place()
    there.jars.mkdir(parents=True)
    (there.jars / "server.jar").write_text("a jar")
    there.note()
    return there


@pytest.fixture(autouse=True)
def none_runs(monkeypatch: pytest.MonkeyPatch):
    """No test has the server of another."""
    running: list[Server] = []
    monkeypatch.setattr(server, "_running", running)
    yield
    for each in running:
        each.stop()


def problem(desk: Linter) -> str:
    """What went wrong with LanguageTool alone."""
    report = desk.check(TEXT)
    assert [f.rule for f in report.findings] == ["duplication/word"]
    (problem,) = report.problems
    return problem.message


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def test_it_runs_until_it_is_stopped(home, java) -> None:
    java()
    running = Server(find_java(), home)
    assert running.alive
    assert running.url.startswith("http://127.0.0.1:")
    assert is_ready(running.url)
    running.stop()
    assert not running.alive
    assert not is_ready(running.url)


def test_a_linter_starts_it_at_the_first_draft_and_once(home, java) -> None:
    java()
    first, second = (Linter(Settings(languagetool=LanguageTool())) for _ in range(2))
    assert server._running == []
    assert first.check(TEXT).problems == ()
    assert second.check(TEXT).problems == ()
    assert len(server._running) == 1


def test_one_that_dies_costs_its_opinion(home, java) -> None:
    java(check="import os; os._exit(1)")
    message = problem(Linter(Settings(languagetool=LanguageTool())))
    assert "LanguageTool (the one started here) cannot be reached" in message


def test_one_that_died_is_missed_and_never_a_fault(home, java) -> None:
    java(check="import os; os._exit(1)")
    desk = Linter(Settings(languagetool=LanguageTool()))
    assert "cannot be reached" in problem(desk)
    assert "not asked again" in problem(desk)
    until(lambda: not server._running[0].alive)
    assert "cannot be reached" in problem(Linter(Settings(languagetool=LanguageTool())))


def test_one_that_ran_for_a_while_and_died_is_started_again(home, java, monkeypatch) -> None:
    monkeypatch.setattr(server, "_SOUND", 0.0)
    java(
        check="import os, pathlib; mark = pathlib.Path(__file__ + '.died'); mark.exists() or mark.touch() or os._exit(1)"
    )
    assert "cannot be reached" in problem(Linter(Settings(languagetool=LanguageTool())))
    (running,) = server._running
    until(lambda: is_ready(running.url))
    assert Linter(Settings(languagetool=LanguageTool())).check(TEXT).problems == ()
    running.stop()
    assert not is_ready(running.url)


def test_one_that_died_costs_the_service_its_opinion(home, java) -> None:
    java(check="import os; os._exit(1)")
    told = Layer(Path.cwd(), languagetool={"where": Said("start", "command line")})
    settings = settings_by_profile(Configs(Path.cwd(), isolated=True, command_line=told), ())
    with TestClient(create(Service(_with_languagetool(settings, 20.0), 1))) as client:
        for _ in range(2):
            answer = client.post("/v1/check", json={"text": TEXT})
            assert (answer.status_code, [f["rule"] for f in answer.json()["findings"]]) == (200, ["duplication/word"])
            assert "the draft was read without it" in answer.json()["problems"][0]["message"]
        answer = client.post("/v2/check", data={"text": TEXT, "language": "en-US"})
        assert (answer.status_code, answer.json()["warnings"]["incompleteResults"]) == (200, True)


def test_one_that_does_not_start_says_why(home, java) -> None:
    java(first="sys.exit('Error: no class')")
    with pytest.raises(DownError, match="does not start: it begins Error: no class"):
        Server(find_java(), home)
    report = Linter(Settings(languagetool=LanguageTool())).check(TEXT)
    assert "does not start: it begins Error: no class" in report.problems[0].message


def test_one_that_does_not_come_up_is_given_up(home, java, monkeypatch) -> None:
    monkeypatch.setattr(server, "_SECONDS", 0.5)
    java(first="time.sleep(60)")
    with pytest.raises(DownError, match="did not come up in time"):
        Server(find_java(), home)


def test_it_ends_with_whoever_started_it_even_by_force(home, java) -> None:
    java()
    script = (
        "from lint.languagetool.server import shared\n"
        "import sys, time\n"
        "print(shared().url, flush=True)\n"
        "time.sleep(60)\n"
    )  # fmt: skip
    owner = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert owner.stdout is not None
    url = owner.stdout.readline().strip()
    assert is_ready(url)
    owner.send_signal(signal.SIGKILL)
    owner.wait(10)
    owner.stdout.close()
    until(lambda: not is_ready(url))


def test_a_process_that_ends_leaves_none_behind(home, java) -> None:
    java()
    script = "from lint.languagetool.server import shared; print(shared().url)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not is_ready(done.stdout.strip())


def test_other_processes_share_it(home, java) -> None:
    java()
    settings = Settings(languagetool=LanguageTool())
    told = server.started(settings).languagetool
    assert told == server.started(settings).languagetool == LanguageTool(server._running[0].url)
    assert server.started(Settings()) == Settings()


def test_other_processes_are_told_nothing_where_it_does_not_start(home, java) -> None:
    java(first="sys.exit(1)")
    settings = Settings(languagetool=LanguageTool())
    assert server.started(settings) == settings


def test_without_an_installation(java) -> None:
    java()
    with pytest.raises(UsageError, match=r"is not installed \(copydesk languagetool install\)"):
        Linter(Settings(languagetool=LanguageTool()))


def test_with_half_of_one(home, java) -> None:
    java()
    (home.jars / "server.jar").unlink()
    with pytest.raises(UsageError, match=r"is not whole \(copydesk languagetool install --again\)"):
        Linter(Settings(languagetool=LanguageTool()))


@pytest.mark.parametrize(("version", "said"), [("11.0.2", "Java 11"), ("1.8.0_292", "Java 8"), ("odd", "does not say")])
def test_with_an_old_java(home, java, version: str, said: str) -> None:
    java(version)
    with pytest.raises(UsageError, match=f"needs Java 17, and here is .*{said}.*JAVA_HOME"):
        Linter(Settings(languagetool=LanguageTool()))


def test_without_java(home, monkeypatch, tmp_path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs Java, and there is none here"):
        Linter(Settings(languagetool=LanguageTool()))


def test_a_folder_lint_in_the_working_folder_is_not_run(home, java, tmp_path, monkeypatch) -> None:
    """The program that ends the server with its owner must not take its modules from a repository."""
    java()
    for name in ("lint", "signal", "threading"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a module of the repository')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    running = Server(find_java(), home)
    running.stop()
