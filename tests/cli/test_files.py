"""What the command reads and writes on disk, beyond what a case in a file can say."""

from __future__ import annotations

import codecs
import json

import pytest

from lint.config import Configs, user
from lint.config.template import template
from lint.reports import FORMATS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"It is is.\r\nOne.\rTwo.\n", b"It is.\r\nOne.\rTwo.\n"),
        (codecs.BOM_UTF8 + b"It is is.", codecs.BOM_UTF8 + b"It is."),
        (codecs.BOM_UTF16_LE + "é is is.".encode("utf-16-le"), codecs.BOM_UTF16_LE + "é is.".encode("utf-16-le")),
        (b"a\0b is is\xe2\x80\x8f.", b"a\0b is\xe2\x80\x8f."),
    ],
)
def test_what_no_fix_names_stays_byte_for_byte(run, desk, before, after):
    path = desk / "draft.txt"
    path.write_bytes(before)
    path.chmod(0o640)
    assert run("fix", "draft.txt").exit_code == 0
    assert path.read_bytes() == after
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in desk.iterdir()] == ["draft.txt"]


def test_fixing_standard_input_keeps_its_encoding(run):
    result = run("fix", "--encoding", "latin-1", stdin="é is is\r\n".encode("latin-1"))
    assert result.stdout_bytes == "é is\r\n".encode("latin-1")


@pytest.mark.parametrize("command", ["check", "fix", "words"])
def test_half_of_a_character_is_told_with_its_place(run, desk, command):
    (desk / "draft.txt").write_bytes(b"One.\na +2AA- b b")
    result = run(command, "--encoding", "utf-7", "draft.txt")
    assert result.exit_code == 2
    assert "line 2, column 3: U+D800 is half of a character" in result.output
    assert (desk / "draft.txt").read_bytes() == b"One.\na +2AA- b b"


def test_a_file_that_needs_nothing_is_not_written(run, desk):
    path = desk / "draft.txt"
    path.write_text("All is well.")
    before = path.stat()
    run("fix", "draft.txt")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_contract(run, desk):
    (desk / "draft.txt").write_text("Look: it is the the end.")
    result = run("check", "--isolated", "--format", "json", "--exit-zero", "draft.txt")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert (data["version"], data["tool"]["name"], data["problems"]) == (1, "copydesk", [])
    assert data["summary"] == {"files": 1, "error": 1, "warning": 0, "suggestion": 0}
    (file,) = data["files"]
    (finding,) = file["findings"]
    assert file["path"] == "draft.txt"
    assert (finding["rule"], finding["severity"], finding["text"]) == ("demo/twice", "error", "the the")
    assert finding["start"] == {"offset": 12, "line": 1, "column": 13}
    (fix,) = finding["fixes"]
    assert fix["safety"] == "safe"


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_in_a_file_is_the_report_that_would_be_printed(run, desk, format):
    (desk / "draft.txt").write_text("“Łódź” is the the end.", encoding="utf-8")
    printed = run("check", "-f", format, "draft.txt").stdout_bytes
    assert run("check", "-f", format, "-o", "report", "draft.txt").stdout == ""
    assert (desk / "report").read_bytes() == printed
    assert "Łódź".encode() in printed or format in ("sarif", "github", "rdjson", "csv", "markdown")


@pytest.mark.parametrize(
    ("args", "env", "configured", "colored"),
    [
        ((), {}, "auto", False),
        (("--color",), {}, "auto", True),
        (("--color",), {"NO_COLOR": "1"}, "never", True),
        ((), {}, "always", True),
        ((), {"NO_COLOR": "1"}, "always", False),
        (("--no-color",), {}, "always", False),
        (("--isolated",), {}, "always", False),
        (("--color", "-o", "out.txt"), {}, "always", False),
    ],
)
def test_color(run, desk, tmp_path, args, env, configured, colored):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "copydesk.toml").write_text(f'color = "{configured}"')
    (desk / "draft.txt").write_text("It is the the end.")
    result = run("check", "draft.txt", *args, env=env)
    out = desk / "out.txt"
    text = out.read_text() if out.exists() else result.stdout
    assert "demo/twice" in text
    assert ("\x1b[" in text) is colored


def test_init_writes_the_template(run, desk):
    assert run("init").stdout == "wrote copydesk.toml\n"
    assert (desk / "copydesk.toml").read_text(encoding="utf-8") == template()
    assert Configs(desk).for_path(desk / "draft.txt").config == desk / "copydesk.toml"


def test_a_baseline_holds_back_what_was_there_and_no_more(run, desk):
    (desk / "city").mkdir()
    draft = desk / "city" / "draft.txt"
    draft.write_text("It is the the end.\n")
    (desk / "copydesk.toml").write_text("")
    written = run("baseline", "write")
    assert (written.exit_code, written.stdout) == (
        0,
        "wrote copydesk-baseline.json: 1 known finding in 1 draft\n"
        'to use it, name it in the config: baseline = "copydesk-baseline.json"\n',
    )
    (desk / "copydesk.toml").write_text('baseline = "copydesk-baseline.json"\n')
    assert run("check", ".").exit_code == 0
    assert run("check", "--no-baseline", ".").exit_code == 1
    draft.write_text("A new line.\n\nIt is the the end.\nAnd so so on.\n")
    found = json.loads(run("check", "-f", "json", "city").stdout)["files"][0]["findings"]
    assert [finding["text"] for finding in found] == ["so so"]
    assert run("baseline", "write").stdout == "wrote copydesk-baseline.json: 2 known findings in 1 draft\n".replace(
        "copydesk-baseline.json", str(desk / "copydesk-baseline.json")
    )
    shown = run("baseline", "show").stdout
    assert shown == "demo/twice  2\n\ncity/draft.txt  2\n\n2 known findings in 1 draft\n"


def test_a_pack_of_ones_own(run, desk):
    (desk / "house").mkdir()
    (desk / "house" / "pack.toml").write_text('title = "House"\nabout = "Ours."\n')
    (desk / "house" / "loud.py").write_text(PACK)
    (desk / "draft.txt").write_text("HELP is here.")
    refused = run("test", "house")
    assert refused.exit_code == 2
    assert "--allow-python" in refused.stderr
    assert run("test", "--allow-python", "house", "house").stdout == "1 rule, 2 cases: all hold\n"
    checked = run("check", "--allow-python", "house", "--select", "house", "draft.txt")
    assert (checked.exit_code, "house/loud" in checked.stdout) == (1, True)
    (desk / "copydesk.toml").write_text('packs = ["house"]\nselect = ["house"]\n')
    assert run("check", "draft.txt").exit_code == 2
    own = user.path()
    own.parent.mkdir()
    own.write_text(f'allow-python = ["{desk}"]\n')
    assert run("check", "draft.txt").exit_code == 1


PACK = '''
"""No shouting in capitals."""
from lint.rule import Bad, Good, Severity, rule


@rule("house/loud", severity=Severity.WARNING, why="w", when_not="n", source="s",
      bad=[Bad("⟦HELP⟧ came.")], good=[Good("Help came.")])
def loud(page):
    """The word HELP."""
    at = page.text.find("HELP")
    if at >= 0:
        yield page.finding(at, at + 4, "Do not shout.")
'''
