"""Where LanguageTool is, is for its user to say; a repository may ask for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.app import app

TEXT = "She had once stayed.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A repository with a draft, which is the working folder."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "draft.txt").write_text(TEXT)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def check(folder, fake):
    """Checks the draft; the config is `config`, the user's own is `own`. The server matches “had once”."""
    fake.knows(("had once",))

    def check(*arguments: str, config: str = "", own: str = "", command: str = "check") -> Result:
        (folder / "copydesk.toml").write_text(config)
        mine = folder.parent / "own" / "copydesk.toml"
        mine.parent.mkdir(exist_ok=True)
        mine.write_text(own)
        arguments = (command, "draft.txt", "--exit-zero", *arguments) if command == "check" else arguments
        return CliRunner().invoke(app, list(arguments), prog_name="copydesk")

    return check


def found(done: Result) -> bool:
    assert done.exit_code == 0, done.output
    return "languagetool/COULD_OF" in done.output


USE = "[languagetool]\nuse = true\n"


def test_it_is_off(check, fake) -> None:
    assert not found(check())
    assert not found(check(own=f'languagetool = "{fake.url}"'))
    assert not found(check(config="[languagetool]\npicky = true", own=f'languagetool = "{fake.url}"'))
    assert fake.asked == []


def test_the_command_line_asks(check, fake) -> None:
    assert found(check("--languagetool", fake.url))
    assert found(check("--languagetool", f"{fake.url}/v2/", "--isolated"))


def test_the_environment_asks(check, fake, monkeypatch) -> None:
    monkeypatch.setenv("COPYDESK_CHECK_LANGUAGETOOL", fake.url)
    assert found(check())


def test_a_config_asks_and_its_user_says_where(check, fake) -> None:
    assert found(check(config=USE, own=f'languagetool = "{fake.url}"'))
    assert found(check("--languagetool", fake.url, config=USE, own='languagetool = "start"'))
    assert found(check("--languagetool", fake.url, config="[languagetool]\nuse = false"))


def test_its_user_may_not_want_it(check, fake) -> None:
    assert not found(check("--no-languagetool", config=USE, own=f'languagetool = "{fake.url}"'))
    assert not found(check(config=USE, own='languagetool = "no"'))
    assert fake.asked == []


def test_a_config_that_asks_where_nobody_says_where(check, folder) -> None:
    done = check(config=USE)
    assert done.exit_code == 2
    own = folder.parent / "own" / "copydesk.toml"
    assert done.output == (
        "Error: copydesk.toml:2: LanguageTool is asked for here, and you have not said where it is (--languagetool start or "
        f'an address, or languagetool = "start" in your own config ({own}); --no-languagetool leaves it out)\n'
    )
    assert check("rules", config=USE, command="rules").exit_code == 0


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('[languagetool]\nurl = "http://example.com"', "2: \"url\" is not for a repository's config: whoever writes it could "
         "have your drafts sent where they please"),
        ("[languagetool]\nstart = true", '2: "start" is not for a repository\'s config: whoever writes it could start a '
         "program on your machine"),
        ('[languagetool]\nwhere = "http://example.com"', '2: "where" is not for a repository\'s config'),
        ("[languagetool]\nuse = 1", '2: "use" wants true or false, not 1'),
        ("[languagetool]\ntimeout = 0", '2: "timeout" wants seconds, at most 600, not 0'),
        ("[languagetool]\ntimeout = inf", '2: "timeout" wants seconds, at most 600, not inf'),
        ("[languagetool]\ndisable = []", '2: unknown key "disable" in [languagetool]'),
        ('languagetool = "start"', '1: "languagetool" wants a table, [languagetool], not "start"'),
        ("[[overrides]]\npaths = []\nlanguagetool = {}", '3: "languagetool" holds for all drafts and cannot stand in'),
    ],
)  # fmt: skip
def test_what_a_repository_may_not_say(check, fake, config: str, said: str) -> None:
    done = check(config=config, own=f'languagetool = "{fake.url}"')
    assert (done.exit_code, done.output[: len(said) + 21]) == (2, f"Error: copydesk.toml:{said}")
    assert fake.asked == []


@pytest.mark.parametrize(
    "where", ["foo", "ftp://host", "http://", "http://a b", "file:///etc/passwd", "http://[1", "yes"]
)
def test_what_is_no_address(check, where: str) -> None:
    done = check("--languagetool", where)
    assert (done.exit_code, f'"{where}" is no address of a server' in done.output) == (2, True)
    done = check(own=f'languagetool = "{where}"')
    assert (done.exit_code, "own/copydesk.toml:1: " in done.output) == (2, True)


def test_what_the_config_says_is_asked(check, fake) -> None:
    config = (
        f'{USE}language = "en-GB"\ntimeout = 5\npicky = true\ndisabled-rules = ["A"]\nenabled-categories = ["STYLE"]'
    )
    check(config=config, own=f'languagetool = "{fake.url}"')
    (asked,) = fake.asked
    assert asked == {
        "text": "She had once stayed.", "language": "en-GB", "level": "picky", "disabledRules": "A",
        "enabledCategories": "STYLE",
    }  # fmt: skip


def test_what_is_selected_above_leaves_it_out(check, fake) -> None:
    own = f'languagetool = "{fake.url}"'
    assert not found(check("--select", "typo", config=USE, own=own))
    assert found(check("--select", "typo,languagetool", config=USE, own=own))
    assert found(check("--select", "all", config=USE, own=own))
    assert found(check(config='select = ["typo"]\n' + USE, own=own))
    assert found(check("--languagetool", fake.url, config='select = ["typo"]'))
    assert found(check("--select", "typo", "--languagetool", fake.url))
    assert not found(
        check(config=f'extend-select = ["languagetool/OTHER"]\nignore = ["languagetool/COULD_OF"]\n{USE}', own=own)
    )
    assert found(check(config=f'extend-select = ["languagetool/OTHER"]\n{USE}', own=own))
    assert not found(check(config=f'{USE}[severity]\n"languagetool/COULD_OF" = "off"', own=own))


def test_an_extended_config_may_ask_and_another_take_it_back(check, fake, folder) -> None:
    (folder / "base.toml").write_text(f'{USE}language = "en-GB"')
    own = f'languagetool = "{fake.url}"'
    assert found(check(config='extends = ["base.toml"]\n[languagetool]\npicky = true', own=own))
    assert (fake.asked[-1]["language"], fake.asked[-1]["level"]) == ("en-GB", "picky")
    assert not found(check(config='extends = ["base.toml"]\n[languagetool]\nuse = false', own=own))


def test_config_show_says_who_says_so(check, fake) -> None:
    own = f'languagetool = "{fake.url}"'
    done = check("config", "show", "draft.txt", config=USE, own=own, command="config")
    assert next(line.split() for line in done.output.splitlines() if "languagetool" in line) == [
        "languagetool", "use", "true", "copydesk.toml:2",
    ]  # fmt: skip
    assert fake.url in done.output


def test_its_answers_are_kept_as_long_as_it_is_the_same(check, fake, tmp_path) -> None:
    options = ("--languagetool", fake.url, "--cache-dir", str(tmp_path / "kept"))
    assert found(check(*options))
    assert found(check(*options))
    assert len(fake.asked) == 1
    fake.software = {"name": "LanguageTool", "version": "6.9"}
    assert found(check(*options))
    assert len(fake.asked) == 2
    assert not found(check("--cache-dir", str(tmp_path / "kept")))


def test_nothing_is_kept_of_one_that_fails_or_does_not_say_what_it_is(check, fake, tmp_path) -> None:
    options = ("--languagetool", fake.url, "--cache-dir", str(tmp_path / "kept"))
    right, fake.answer = fake.answer, lambda text: b"no JSON"
    assert not found(check(*options))
    fake.answer = right
    assert found(check(*options))
    fake.software = None
    assert found(check(*options))
    assert found(check(*options))
    assert len(fake.asked) == 4


def test_a_failure_is_a_problem_in_the_report_and_no_more(check, fake) -> None:
    fake.answer = lambda text: b"no JSON"
    done = check("--languagetool", fake.url, "--format", "json")
    assert done.exit_code == 0
    (problem,) = json.loads(done.output)["problems"]
    assert (problem["path"], problem["rule"]) == ("draft.txt", "languagetool")


def test_several_processes_ask(check, fake, folder) -> None:
    (folder / "other.txt").write_text(TEXT)
    done = check("other.txt", "--languagetool", fake.url, "--jobs", "2", "--format", "json")
    report = json.loads(done.output)
    assert [f["rule"] for file in report["files"] for f in file["findings"]] == ["languagetool/COULD_OF"] * 2


def test_fix_shows_what_is_left(check, fake, folder) -> None:
    done = check("fix", "draft.txt", "--languagetool", fake.url, "--exit-zero", command="fix")
    assert found(done)
    assert (folder / "draft.txt").read_text() == TEXT
