"""The judge reaches rules where it is chosen, never otherwise, with the same outcome however a draft is read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from multiprocessing.forkserver import _forkserver
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint import ConfigError, Linter, Settings, UsageError
from lint.cli.app import app
from lint.config import user
from lint.models.judge import Question, open_judge, stamp
from lint.models.lm import answers, home
from lint.models.lm.catalogue import MODELS
from lint.models.lm.home import EXTRA, GRAPH
from lint.settings import JUDGES

PACK = """
title = "House"
about = "Words that a judge is asked about."
"""
RULE = '''
from lint.rule import Bad, Good, Question, Severity, rule

@rule(
    "house/judged", severity=Severity.WARNING, why="To see it.", when_not="Never.", source="None.",
    bad=[Bad("They ⟦let⟧ it.")], good=[Good("They left it.")],
)
def judged(page):
    """What the judge says of every “let”."""
    places = [(s, s.start + i) for s in page.sentences for i in [page.text[s.start : s.end].find("let")] if i >= 0]
    asked = [
        Question("", page.text[s.start : s.end], at - s.start, at - s.start + 3, ("left", "led")) for s, at in places
    ]
    gains = page.judge.gains(asked) if page.judge else ["nobody was asked"] * len(asked)
    for (_, at), said in zip(places, gains):
        yield page.finding(at, at + 3, str(said))
'''
DRAFT = "They have since let the settlement. Nobody let on.\n"
NOBODY = "nobody was asked"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Path) -> Run:
    """Runs `copydesk` in a folder of two drafts, with a rule that asks the judge; its findings' messages by draft."""
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in ("one.txt", "two.txt"):
        (desk / name).write_text(DRAFT)
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.toml").write_text(PACK)
    (pack / "judged.py").write_text(RULE)
    monkeypatch.chdir(desk)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")

    def run(command: str, *args: str, stdin: str = "", **env: str) -> Result:
        given = [command, "--allow-python", str(pack), "--select", "house", *args]
        return CliRunner().invoke(app, given, input=stdin, env=env, prog_name="copydesk")

    return run


def said(result: Result) -> list[str]:
    """The messages of a JSON report."""
    assert result.exit_code in (0, 1), result.output
    files = json.loads(result.stdout)["files"]
    return [finding["message"] for file in files for finding in file["findings"]]


CHECK = ("--format", "json", "--no-cache")


def test_it_is_never_used_by_being_there(run: Run, installed: Path) -> None:
    assert said(run("check", *CHECK, "one.txt")) == [NOBODY, NOBODY]


def test_option_environment_and_config_do_the_same(run: Run, installed: Path, tmp_path: Path) -> None:
    by_option = said(run("check", *CHECK, "--judge", "smollm2", "one.txt"))
    assert len(set(by_option)) == 2
    assert NOBODY not in by_option
    assert said(run("check", *CHECK, "one.txt", COPYDESK_CHECK_JUDGE="smollm2")) == by_option
    assert said(run("check", *CHECK, "--isolated", "--judge", "smollm2", "one.txt")) == by_option
    config = tmp_path / "desk" / "copydesk.toml"
    config.write_text('judge = "smollm2"\n')
    assert said(run("check", *CHECK, "one.txt")) == by_option
    assert said(run("check", *CHECK, "--judge", "none", "one.txt")) == [NOBODY, NOBODY]
    assert said(run("check", *CHECK, "--isolated", "one.txt")) == [NOBODY, NOBODY]
    config.write_text('[[overrides]]\npaths = ["two.txt"]\njudge = "smollm2"\n')
    assert said(run("check", *CHECK, "one.txt", "two.txt")) == [NOBODY, NOBODY, *by_option]


def test_other_processes_say_the_same(run: Run, installed: Path) -> None:
    _forkserver._stop()  # one that another test started knows another folder of what is installed
    one = said(run("check", *CHECK, "--judge", "smollm2", "-j", "1", "one.txt", "two.txt"))
    assert said(run("check", *CHECK, "--judge", "smollm2", "-j", "2", "one.txt", "two.txt")) == one


def test_fix_takes_it(run: Run, installed: Path) -> None:
    assert NOBODY not in run("fix", "--no-cache", "--judge", "smollm2", "one.txt").output


@pytest.mark.parametrize("command", ["check", "fix"])
def test_where_it_is_not_installed_nothing_is_read(run: Run, data: Path, command: str) -> None:
    for args in (["one.txt", "two.txt"], ["-"]):
        done = run(command, "--judge", "smollm2", *args, stdin=DRAFT)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert (
            done.stderr
            == f"Error: {data / 'lm' / 'smollm2'}: the judge smollm2 is not installed (copydesk lm install)\n"
        )


def test_a_kept_report_needs_it_too(run: Run, installed: Path, tmp_path: Path) -> None:
    kept = ("--cache", "--cache-dir", str(tmp_path / "kept"), "--judge", "smollm2", "one.txt")
    assert run("check", *kept).exit_code == 1
    (installed / GRAPH).unlink()
    done = run("check", *kept)
    assert done.exit_code == 2
    assert "the judge smollm2 is damaged (copydesk lm install)" in done.stderr


def test_without_the_extra(run: Run, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "find_spec", lambda name: None if name == "onnxruntime" else object())
    done = run("check", "--judge", "smollm2", "one.txt")
    assert (done.exit_code, done.stderr) == (2, f"Error: the judge smollm2 needs onnxruntime ({EXTRA})\n")


def test_the_service_says_so_before_it_starts(data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")
    done = CliRunner().invoke(app, ["serve", "--judge", "smollm2", "--port", "0"], prog_name="copydesk")
    assert done.exit_code == 2
    assert "the judge smollm2 is not installed (copydesk lm install)" in done.stderr


def test_a_worker_of_the_service_loads_it(installed: Path) -> None:
    from lint.server.profiles import Ask, Profiles

    profiles = Profiles({"default": Settings(select=("typo",), judge="smollm2"), "plain": Settings(select=("typo",))})
    profiles.warm()
    assert profiles.linter(Ask("default"))._judge is not None
    assert profiles.linter(Ask("plain"))._judge is None


def test_a_report_hangs_on_the_judge(run: Run, installed: Path, tmp_path: Path) -> None:
    kept = ("--format", "json", "--cache", "--cache-dir", str(tmp_path / "kept"), "one.txt")
    without = said(run("check", *kept))
    asked = said(run("check", *kept, "--judge", "smollm2"))
    assert without != asked
    assert said(run("check", *kept)) == without
    again = run("check", "-v", *kept, "--judge", "smollm2")
    assert said(again) == asked
    assert "cache: 1 of 1 drafts known" in again.stderr


def loads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever a question goes to the model. Forgets what this process remembers."""
    from lint.models import judge
    from lint.models.lm import score

    asked: list[int] = []
    real = score.Scorer.gains

    def gains(self: score.Scorer, question: Question) -> tuple[float, ...]:
        asked.append(1)
        return real(self, question)

    monkeypatch.setattr(score.Scorer, "gains", gains)
    judge._memory.cache_clear()
    return asked


def test_an_unchanged_sentence_costs_nothing(
    run: Run, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lint.models import judge

    kept = ("--format", "json", "--cache", "--cache-dir", str(tmp_path / "kept"), "--judge", "smollm2")
    asked = loads(monkeypatch)
    first = said(run("check", *kept, "one.txt"))
    assert len(asked) == 2
    Path("one.txt").write_text(f"{DRAFT}They let go.\n")
    judge._memory.cache_clear()
    assert said(run("check", *kept, "one.txt"))[:2] == first
    assert len(asked) == 3
    judge._memory.cache_clear()
    assert said(run("check", *kept, "-", stdin=DRAFT)) == first
    assert len(asked) == 3


@pytest.mark.parametrize("off", [["--no-cache"], ["--isolated"]])
def test_nothing_stays_where_nothing_is_to(
    run: Run, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: Sequence[str]
) -> None:
    from lint.models import judge

    asked = loads(monkeypatch)
    kept = ("--cache-dir", str(tmp_path / "kept"), "--judge", "smollm2", *off, "one.txt")
    for _ in range(2):
        assert run("check", *kept).exit_code == 1
        judge._memory.cache_clear()
    assert len(asked) == 4
    assert not (tmp_path / "kept").exists()


def test_no_word_of_a_draft_is_kept_with_answers(run: Run, installed: Path, tmp_path: Path) -> None:
    run("check", "--cache", "--cache-dir", str(tmp_path / "kept"), "--judge", "smollm2", "-", stdin=DRAFT)
    (file,) = (tmp_path / "kept").glob("*.sqlite3")
    with sqlite3.connect(file) as opened:
        rows = opened.execute("SELECT value FROM report").fetchall()
    opened.close()
    assert len(rows) == 2
    assert all(b"settlement" not in value for (value,) in rows)


def test_in_python(installed: Path) -> None:
    settings = Settings(select=("duplication",), judge="smollm2")
    assert Linter(settings)._judge is not None
    with pytest.raises(ConfigError, match=r'no judge is called "smollm" \(did you mean "smollm2"\?\)'):
        Linter(Settings(judge="smollm"))


def test_in_python_where_it_is_not_installed(data: Path) -> None:
    with pytest.raises(UsageError, match="copydesk lm install"):
        Linter(Settings(judge="smollm2"))
    with pytest.raises(UsageError, match="copydesk lm install"):
        stamp("smollm2")
    assert stamp("") == b""


def test_the_choices_are_the_models_there_are() -> None:
    assert tuple(MODELS) == JUDGES


class _Counting:
    """A model that answers with the length of each candidate, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def gains(self, question: Question) -> tuple[float, ...]:
        self.asked += 1
        return tuple(float(len(word)) for word in question.candidates)


@pytest.mark.parametrize("value", [b"", b"{", b"[1]", b"[1, 2, 3]", b'["a", "b"]', b"null", b"7", b"[null, 1]"])
def test_a_kept_answer_that_is_none_is_not_believed(value: bytes) -> None:
    class Store(dict[bytes, bytes]):
        def get(self, key: bytes, default: object = None) -> bytes:  # type: ignore[override]
            return value

        def put(self, key: bytes, value: bytes) -> None:
            pass

    judge = answers.Remembering(answers.Memory(b"digest", _Counting), Store())
    assert judge.gains([Question("", "It let go.", 3, 6, ("left", "led"))]) == [(4.0, 3.0)]


def test_a_question_asked_twice_is_answered_once(installed: Path) -> None:
    model = _Counting()
    judge = answers.Remembering(answers.Memory(b"digest", lambda: model))
    one, other = Question("", "It let go.", 3, 6, ("left",)), Question("It is.", "It let go.", 3, 6, ("left",))
    nothing = Question("", "It let go.", 3, 6, ())
    assert judge.gains([one, other, one, nothing]) == [(4.0,), (4.0,), (4.0,), ()]
    assert model.asked == 2


def test_judges_of_a_process_share_one_model(installed: Path) -> None:
    asked = Question("", "It let go.", 3, 6, ("left", "led"))
    assert open_judge("smollm2").gains([asked, asked]) == open_judge("smollm2").gains([asked]) * 2
    assert open_judge("smollm2")._memory is open_judge("smollm2")._memory  # type: ignore[attr-defined]
