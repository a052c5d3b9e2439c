from __future__ import annotations

import io
import sys

import pytest

from lint.cli import output


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_many_drafts_on_a_terminal_have_a_bar(monkeypatch):
    terminal = on_terminal(monkeypatch)
    with output.progress(40, quiet=False) as step:
        assert step is not None
        step(40)
    assert "Reading" in terminal.getvalue()


@pytest.mark.parametrize(("total", "quiet"), [(3, False), (40, True)])
def test_few_drafts_or_a_quiet_run_have_none(monkeypatch, total, quiet):
    terminal = on_terminal(monkeypatch)
    with output.progress(total, quiet=quiet) as step:
        assert step is None
    assert terminal.getvalue() == ""


def test_there_is_no_bar_where_nobody_looks(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with output.progress(40, quiet=False) as step:
        assert step is None


def test_a_table_off_the_terminal_has_one_line_a_row():
    rows = [("a", "1", "x" * 200), ("long", "", "y")]
    assert output.table(("name", "n", "what"), rows, color=False) == f"a     1  {'x' * 200}\nlong     y\n"
    assert output.table(("name",), [], color=False) == ""


def test_a_table_on_a_terminal_is_wrapped_to_it(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    text = output.table(("name", "what"), [("[a]", "word " * 20)], color=False)
    assert max(map(len, text.split("\n"))) <= 40
    assert "[a]" in text
    assert text.split("\n")[0].split() == ["name", "what"]


@pytest.mark.parametrize(("encoding", "machine", "out"), [("ascii", False, b"?\n"), ("ascii", True, "é\n".encode())])
def test_what_the_stream_cannot_hold(monkeypatch, encoding, machine, out):
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    output.write("é\n", machine=machine)
    sys.stdout.flush()
    assert buffer.getvalue() == out
