"""Reports that are kept: the same outcome with them and without, and never one that no longer holds."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint import Linter, stamps
from lint.cache import NAME, Cache
from lint.cli.app import app
from lint.config import user
from lint.finding import Context, Edit, Finding, Fix, Problem, Related, Safety, Severity
from lint.kept import Asked, Keep, packed, unpacked
from lint.report import FileReport, Stats
from lint.reports import FORMATS
from lint.stamps import Stamp
from lint.text.source import Source
from lint.text.span import Position

ROOT = Path(__file__).resolve().parents[2]
DRAFT = "The mayor signed the the order.\n"
KNOWN, READ = "cache: 1 of 1 drafts known", "cache: 0 of 1 drafts known"

Check = Callable[..., Result]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft, to run in."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "draft.txt").write_text(DRAFT)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")
    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder for what is kept, which is not there yet."""
    return tmp_path / "kept"


@pytest.fixture
def check(desk: Path, kept: Path) -> Check:
    """Runs `copydesk check` on the draft, or on what is named."""

    def check(*args: str, command: str = "check", env: dict[str, str] | None = None, stdin: str = "") -> Result:
        given = args if any(a.endswith((".txt", ".md", "-")) or a == "." for a in args) else (*args, "draft.txt")
        verbose = ["-v"] if command == "check" else []
        return CliRunner().invoke(
            app, [command, *verbose, "--cache-dir", str(kept), *given], input=stdin, env=env, prog_name="copydesk"
        )

    return check


# the same outcome


@pytest.mark.parametrize("more", [[], ["--stats"], ["--color"]], ids=["plain", "stats", "color"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_report_is_byte_for_byte_what_it_is_without(
    format: str, more: list[str], kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")
    args = ["check", "--format", format, *more, "examples/council.md", "examples/harbor.txt", "examples/storm.html"]
    without, first, second = (
        CliRunner().invoke(app, [*args, *options], prog_name="copydesk")
        for options in (["--no-cache"], ["--cache-dir", str(kept)], ["--cache-dir", str(kept), "-v"])
    )
    assert "cache: 3 of 3 drafts known" in second.stderr
    assert len(without.stdout_bytes) > 1000
    assert without.stdout_bytes == first.stdout_bytes == second.stdout_bytes
    assert without.exit_code == first.exit_code == second.exit_code == 1


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (DRAFT.encode("utf-8-sig"), []),
        (DRAFT.encode("utf-16"), []),
        ("Café owners were were late.\r\n".encode("windows-1252"), ["--encoding", "windows-1252"]),
    ],
    ids=["utf-8 with a mark", "utf-16", "windows-1252"],
)
def test_the_draft_is_shown_whatever_its_encoding(data: bytes, options: list[str], desk: Path, check: Check) -> None:
    (desk / "draft.txt").write_bytes(data)
    first, second = check(*options), check(*options)
    assert KNOWN in second.stderr
    assert "duplication/word" in second.stdout
    assert second.stdout_bytes == first.stdout_bytes


def test_where_all_is_known_neither_rules_nor_grammar_are_loaded(desk: Path, kept: Path) -> None:
    code = (
        "import sys\nfrom lint.cli.app import app\n"
        f"try: app(['check', '-v', '--cache-dir', {str(kept)!r}, 'draft.txt'])\n"
        "except SystemExit as end: assert end.code == 1, end.code\n"
        "loaded = [n for n in sys.modules if n.startswith(('lint.rules.', 'lint.packs', 'lint.linter', 'spacy'))]\n"
        "print(loaded, file=sys.stderr)"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert "lint.packs" in first.stderr
    assert KNOWN in second.stderr
    assert second.stderr.splitlines()[-1] == "[]"


def test_a_report_comes_back_as_it_was() -> None:
    source = Source("\ufeffIt is the the “end” 🗞.\n", "utf-16-le", b"\xff\xfe", "a.txt")
    finding = Finding(
        "duplication/word", Severity.ERROR, "“the” is set\ntwice\ud800.", Position(6, 1, 7), Position(13, 1, 14),
        "the the", Context("It is ", " “end”"), 0.1 + 0.2,
        (Fix("Delete", (Edit(9, 13, ""), Edit(14, 14, "\x00")), Safety.UNSAFE),),
        (Related(Position(0, 1, 1), Position(2, 1, 3), "here"),), "rules/duplication/word", "abc",
    )  # fmt: skip
    stats = Stats(6, 1, {"smog": 3.1291})
    report = FileReport("a.txt", source.text, (finding, finding), stats, (), 3, 4, format="plain")
    data = source.to_bytes(source.text)
    assert unpacked(packed(source, report), data, "a.txt") == (source, report)


def test_the_report_on_a_real_draft_comes_back_as_it_was() -> None:
    linter = Linter()
    source = linter.source(ROOT / "examples" / "harbor.txt")
    report = linter.check_source(source, "plain", stats=True)
    assert len(report.findings) > 5
    assert unpacked(packed(source, report), Path(source.path).read_bytes(), source.path) == (source, report)


@pytest.mark.parametrize("value", [b"", b"[]", b"[1, 2, 3]", b'["utf-8", 0, {}]', b"\xff", b'["utf-8", 0, []]'])
def test_what_is_no_report_is_none(value: bytes) -> None:
    assert unpacked(value, b"draft", "a.txt") is None


# what makes it another report


def test_a_changed_draft_is_read(desk: Path, check: Check) -> None:
    check()
    (desk / "draft.txt").write_text(DRAFT.replace("the the", "the"))
    changed = check()
    assert READ in changed.stderr
    assert changed.exit_code == 0


def test_another_path_with_the_same_words_is_known_and_named_as_it_is_called(desk: Path, check: Check) -> None:
    check()
    (desk / "moved.txt").write_text(DRAFT)
    moved = check("moved.txt")
    assert KNOWN in moved.stderr
    assert moved.stdout.startswith("moved.txt:1:22: error duplication/word")


def test_another_format_is_another_report(desk: Path, check: Check) -> None:
    check()
    assert READ in check("--as", "markdown").stderr


HOUSE = {"copydesk.toml": 'packs = ["house"]', "house/pack.toml": 'title = "House"', "house/_words.txt": "a"}
RULE = """
what = "Mayors."
severity = "warning"
why = "Names are better."
when-not = "Hardly ever."
source = "The house."
message = "Who?"
phrases = ["mayor"]
bad = ["The ⟦mayor⟧ left."]
good = ["A major left."]
"""
PYTHON_RULE = '''
from lint.rule import Bad, Good, Severity, rule

@rule("house/mayor", severity=Severity.WARNING, why="w", when_not="n", source="s", bad=[Bad("b")], good=[Good("g")])
def mayor(page):
    """Mayors."""
    yield page.finding(4, 9, "Who?")
'''


@pytest.mark.parametrize(
    ("files", "path", "after"),
    [
        ({}, "copydesk.toml", 'ignore = ["duplication/word"]'),
        ({}, "copydesk.toml", 'min-severity = "error"'),
        ({}, "copydesk.toml", '[severity]\n"duplication/word" = "warning"'),
        ({}, "copydesk.toml", '[rules."clarity/long-sentence"]\nwords = 30'),
        ({}, "copydesk.toml", 'accept = ["the"]'),
        ({}, "copydesk.toml", 'genre = "opinion"'),
        ({}, "copydesk.toml", '[[overrides]]\npaths = ["*.txt"]\nignore = ["duplication"]'),
        ({"copydesk.toml": 'accept-files = ["words.txt"]', "words.txt": "a"}, "words.txt", "b"),
        (HOUSE | {"house/mayor.toml": RULE}, "house/mayor.toml", RULE.replace("Who", "Which")),
        (HOUSE | {"house/mayor.toml": RULE}, "house/mayors.toml", RULE),
        (HOUSE | {"house/mayor.toml": RULE}, "house/_words.txt", "b"),
    ],
)
def test_what_the_report_hangs_on(files: dict[str, str], path: str, after: str, desk: Path, check: Check) -> None:
    (desk / "house").mkdir()
    for name, text in files.items():
        (desk / name).write_text(text)
    first, second = check(), check()
    (desk / path).write_text(after)
    third = check()
    assert first.exit_code == 1, first.output
    assert KNOWN in second.stderr
    assert READ in third.stderr


@pytest.mark.parametrize("config", ['fail-on = "never"', 'exclude = ["archive/**"]', "# nothing", "cache = true"])
def test_what_it_does_not_hang_on(config: str, desk: Path, check: Check) -> None:
    check()
    (desk / "copydesk.toml").write_text(config)
    assert KNOWN in check().stderr


@pytest.mark.parametrize(
    "config", ['packs = ["nowhere"]', 'packs = ["."]', 'baseline = "nowhere.json"', 'ignore = ["duplicatoin"]']
)
def test_a_config_that_is_wrong_is_an_error_though_the_draft_is_known(config: str, desk: Path, check: Check) -> None:
    check()
    (desk / "copydesk.toml").write_text(config)
    assert check().exit_code == 2


def test_python_that_is_no_longer_allowed_is_an_error_though_the_draft_is_known(desk: Path, check: Check) -> None:
    (desk / "house").mkdir()
    for name, text in HOUSE.items():
        (desk / name).write_text(text)
    (desk / "house" / "mayor.py").write_text(PYTHON_RULE)
    allowed = ["--allow-python", "house"]
    assert "house/mayor" in check(*allowed).stdout
    assert KNOWN in check(*allowed).stderr
    assert check().exit_code == 2


def test_what_fails_the_run_is_not_kept(desk: Path, check: Check) -> None:
    assert check().exit_code == 1
    assert check("--fail-on", "never").exit_code == 0
    assert check().exit_code == 1


def test_a_baseline_counts_and_so_does_where_the_draft_stands(desk: Path, check: Check) -> None:
    (desk / "copydesk.toml").write_text('baseline = "known.json"')
    CliRunner().invoke(app, ["baseline", "write", "draft.txt"], prog_name="copydesk")
    assert [check().exit_code, check().exit_code] == [0, 0]
    assert KNOWN in check().stderr
    (desk / "moved.txt").write_text(DRAFT)
    moved = check("moved.txt")
    assert READ in moved.stderr
    assert moved.exit_code == 1
    (desk / "known.json").write_text('{"version": 1, "files": {}}')
    assert check().exit_code == 1


def test_another_engine_is_another_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = stamps.stamp("")
    assert one == stamps.stamp("")
    (tmp_path / "new_package-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    stamps.engine.cache_clear()
    try:
        assert stamps.stamp("") != one
    finally:
        stamps.engine.cache_clear()


def test_files_are_told_apart_by_name_and_content(tmp_path: Path) -> None:
    def digest(**files: str) -> bytes:
        folder = tmp_path / str(len(list(tmp_path.iterdir()))) / "pack"
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text)
        return stamps.files(folder)

    assert digest(a="x", b="y") == digest(b="y", a="x")
    assert len({digest(), digest(a=""), digest(a="x"), digest(b="x"), digest(a="x", b=""), digest(ab="x")}) == 6


def test_a_report_with_problems_is_not_kept(kept: Path) -> None:
    keep = Keep(Cache(kept), [Stamp(b"stamp")])
    source, asked = Source("All is well."), Asked(0, "a.txt", "plain")
    keep.put(asked, b"All is well.", source, FileReport("a.txt", source.text, problems=[Problem("it broke")]))
    assert keep.get(asked, b"All is well.") is None
    keep.put(asked, b"All is well.", source, FileReport("a.txt", source.text))
    assert keep.get(asked, b"All is well.") is not None


def test_what_is_piped_in_is_not_kept(check: Check) -> None:
    results = [check("-", stdin=DRAFT) for _ in range(2)]
    assert [READ in result.stderr for result in results] == [True, True]


# fixes


def test_a_mended_draft_is_known_to_the_check_and_to_the_next_fix(desk: Path, check: Check) -> None:
    assert "1 place mended" in check(command="fix").stdout
    assert (desk / "draft.txt").read_text() == "The mayor signed the order.\n"
    assert KNOWN in check().stderr
    assert check(command="fix").stdout == "0 places mended in 0 of 1 draft.\n"


def test_what_is_known_to_have_something_to_fix_is_fixed(desk: Path, check: Check) -> None:
    (desk / "draft.txt").write_bytes("They were late in the the rain.\r\n".encode("utf-16"))
    before = (desk / "draft.txt").read_bytes()
    check()
    assert "would be mended in 1 of 1" in check("--check", command="fix").stdout
    assert (desk / "draft.txt").read_bytes() == before
    check(command="fix")
    assert (desk / "draft.txt").read_bytes() == "They were late in the rain.\r\n".encode("utf-16")


# without it


@pytest.mark.parametrize(
    ("options", "env", "config"),
    [
        (["--no-cache"], {}, ""),
        ([], {"COPYDESK_NO_CACHE": "1"}, ""),
        ([], {}, "cache = false"),
        (["--isolated"], {}, ""),
        (["--isolated", "--cache"], {}, ""),
    ],
)
def test_off(options: list[str], env: dict[str, str], config: str, desk: Path, check: Check, kept: Path) -> None:
    (desk / "copydesk.toml").write_text(config)
    assert "cache: off\n" in check(*options, env=env).stderr
    assert not kept.exists()
    check("--cache")
    assert "cache: off\n" in check(*options, env=env).stderr, "nor is it read"


def test_the_command_line_has_the_last_word(desk: Path, check: Check) -> None:
    (desk / "copydesk.toml").write_text("cache = false")
    check("--cache", env={"COPYDESK_NO_CACHE": "1"})
    assert KNOWN in check("--cache").stderr


def test_the_system_says_where(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("XDG_CACHE_HOME is Linux's")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    CliRunner().invoke(app, ["check", "draft.txt"], prog_name="copydesk")
    folder = tmp_path / "home" / "copydesk"
    assert (folder / NAME).is_file()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# faults


def outcome(result: Result) -> tuple[int, bytes]:
    return result.exit_code, result.stdout_bytes


@pytest.mark.parametrize("damage", [b"This is no database." * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_file_is_told_to_those_who_ask_and_made_anew(damage: bytes, check: Check, kept: Path) -> None:
    sound = check()
    (kept / NAME).write_bytes(damage)
    broken = check()
    assert outcome(broken) == outcome(sound)
    assert "cache: not used: " in broken.stderr
    check()
    assert KNOWN in check().stderr


def test_a_damaged_row_is_no_report(check: Check, kept: Path) -> None:
    sound = check()
    with closing(sqlite3.connect(kept / NAME)) as file, file:
        ((value,),) = file.execute("SELECT value FROM report").fetchall()
        file.execute("UPDATE report SET value = ?", (value.replace(b"is set twice", b"is set thrice"),))
    again = check()
    assert outcome(again) == outcome(sound)
    assert READ in again.stderr


def test_a_file_that_cannot_be_opened_costs_nothing(check: Check, kept: Path) -> None:
    sound = check("--no-cache")
    (kept / NAME).mkdir(parents=True)
    without = check()
    assert outcome(without) == outcome(sound)
    assert f"cache: not used: {kept / NAME}: " in without.stderr


def test_a_locked_file_costs_a_moment(check: Check, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.cache._PATIENCE", 0.01)
    sound = check("--no-cache")
    check("--ignore", "typo")
    with closing(sqlite3.connect(kept / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        locked = check()
    assert outcome(locked) == outcome(sound)
    assert "locked" in locked.stderr


# many


def test_what_was_used_last_is_what_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(kept, most=400_000)
    now = 1_000_000
    monkeypatch.setattr("time.time", lambda: now)
    for i in range(100):
        now += 100_000
        cache.put(b"%d" % i, bytes(10_000))
        cache.get(b"0")
    cache.prune()
    held = [i for i in range(100) if cache.get(b"%d" % i)]
    assert held == [0, *range(72, 100)]
    cache.prune()
    assert sum(cache.get(b"%d" % i) is not None for i in range(100)) == len(held)


def test_several_processes_fill_it_and_use_it(desk: Path, check: Check) -> None:
    for i in range(8):
        (desk / f"{i}.txt").write_text(DRAFT + f"Draft {i}.\n")
    alone, together = check("--no-cache", "--jobs", "1", "."), check("--jobs", "2", ".")
    assert "cache: 0 of 9 drafts known" in together.stderr
    again = check(".")
    assert "cache: 9 of 9 drafts known" in again.stderr
    assert outcome(alone) == outcome(together) == outcome(again)


def test_several_runs_at_once_do_not_hinder_each_other(desk: Path, kept: Path) -> None:
    for i in range(6):
        (desk / f"{i}.txt").write_text(DRAFT + f"Draft {i}.\n")
    command = [sys.executable, "-c", "from lint.cli import main; main()", "check", "-v", "--format", "json"]
    options = ["--exit-zero", "--cache-dir", str(kept), "."]
    runs = [
        subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [run.communicate(timeout=60) for run in runs]
    assert {run.returncode for run in runs} == {0}
    assert len({out for out, _ in said}) == 1
    assert json.loads(said[0][0])["summary"]["error"] == 7
    assert not any("not used" in err for _, err in said)
