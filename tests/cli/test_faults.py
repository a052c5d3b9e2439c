"""What happens when the program, the pipe or the person stops a run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from lint import linter


@pytest.fixture
def broken(monkeypatch):
    def check_source(*_args, **_options):
        raise ZeroDivisionError("no reason")

    monkeypatch.setattr(linter.Linter, "check_source", check_source)


def test_a_fault_of_the_program_ends_in_three_and_says_how_to_report_it(run, broken):
    result = run("check", stdin="All is well.")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "copydesk: internal fault: ZeroDivisionError: no reason\n"
        "This is a fault of Copydesk, not of your draft. Please report it with the command that you ran and what it "
        "prints with COPYDESK_DEBUG=1 set.\n"
    )


def test_the_traceback_is_for_those_who_ask(run, broken):
    result = run("check", stdin="All is well.", env={"COPYDESK_DEBUG": "1"})
    assert result.exit_code == 3
    assert result.stderr.startswith("Traceback (most recent call last):\n")


def test_an_interrupt_is_quiet(run, monkeypatch):
    def check_source(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(linter.Linter, "check_source", check_source)
    result = run("check", stdin="All is well.")
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (130, "", "")


def test_a_pipe_that_is_closed_early_is_quiet(desk):
    (desk / "draft.txt").write_text("It is the the end. " * 3000)
    command = [sys.executable, "-c", "from lint.cli import main; main()", "check", "--isolated", "draft.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_version_is_fast_because_it_imports_next_to_nothing():
    code = (
        "import sys\nfrom lint.cli.app import app\n"
        "app(['--version'], standalone_mode=False)\n"
        "print(sorted({'rich', 'spacy', 'lint.linter', 'lint.config', 're2', 'ignore'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"
    assert done.stdout.startswith("copydesk ")


def test_what_the_terminal_cannot_show_is_replaced(desk):
    (desk / "draft.txt").write_text("Łódź lies in the the middle.", encoding="utf-8")
    command = [sys.executable, "-c", "from lint.cli import main; main()", "check", "--isolated", "draft.txt"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout.isascii()
    assert b"?" in done.stdout
