"""What is wrong, where and the remedy: the messages are part of how configs behave."""

from __future__ import annotations

import pytest

from lint.config import Layer, Said, user
from lint.errors import ConfigError, CopydeskError

MESSAGES = {
    "unknown key": ('genre = "news"\n\nselct = []\n', 'copydesk.toml:3: unknown key "selct" (did you mean "select"?)'),
    "unknown key of an override": (
        '[[overrides]]\npaths = []\n[[overrides]]\npaths = ["a"]\ncolour = "x"\n',
        'copydesk.toml:5: unknown key "colour" in [[overrides]] (the keys are paths, select, ignore, extend-select, '
        "extend-ignore, min-severity, fail-on, language, genre, judge, accept, reject, severity, rules)",
    ),
    "a key for all drafts in an override": (
        '[[overrides]]\npaths = ["a"]\nbaseline = "x"\n',
        'copydesk.toml:3: "baseline" holds for all drafts and cannot stand in [[overrides]] (write it above them)',
    ),
    "a table for all drafts in an override": (
        '[languagetool]\nuse = false\n[[overrides]]\npaths = ["a"]\n[overrides.languagetool]\nuse = true\n',
        'copydesk.toml:5: "languagetool" holds for all drafts and cannot stand in [[overrides]] (write it above them)',
    ),
    "a string for a list": (
        'select = "typo"\n',
        'copydesk.toml:1: "select" wants a list of strings, not "typo" (write select = ["typo"])',
    ),
    "a list of the wrong things": (
        'packs = ["house", 3]\n',
        'copydesk.toml:1: "packs" wants a list of strings, not a list that holds 3',
    ),
    "a wrong type": ("baseline = true\n", 'copydesk.toml:1: "baseline" wants a string, not true'),
    "no choice": (
        'fail-on = "eror"\n',
        'copydesk.toml:1: "fail-on" wants one of error, warning, suggestion, never, not "eror" '
        '(did you mean "error"?)',
    ),
    "no severity": (
        '[severity]\n"spelling/single" = "of"\n',
        'copydesk.toml:2: "spelling/single" wants one of error, warning, suggestion, off, not "of" '
        '(did you mean "off"?)',
    ),
    "no such rule": (
        'select = [\n  "length",\n  "speling/single",\n]\n',
        'copydesk.toml:3: no rule is called "speling/single" (did you mean "spelling/single"?)',
    ),
    "no such pack": (
        'ignore = ["spellin"]\n',
        'copydesk.toml:1: no pack is called "spellin" (did you mean "spelling"?)',
    ),
    "severity of no rule": (
        '[severity]\n"spelling/doubel" = "error"\n',
        'copydesk.toml:2: no rule is called "spelling/doubel" (did you mean "spelling/double"?)',
    ),
    "options of a pack": (
        "[rules.spelling]\nx = 1\n",
        'copydesk.toml:2: "spelling" is no single rule, which options belong to (did you mean "spelling/single"?)',
    ),
    "no such option": (
        '[rules."length/sentence"]\nmax-word = 3\n',
        'copydesk.toml:2: length/sentence has no option "max-word" (did you mean "max-words"?)',
    ),
    "an option of the wrong type": (
        '[rules]\n"length/sentence" = { max-words = "many" }\n',
        "copydesk.toml:2: option \"max-words\" wants a whole number, not 'many'",
    ),
    "an option out of bounds": (
        '[rules."length/sentence"]\nmax-words = 0\n',
        'copydesk.toml:2: option "max-words" is at least 1, not 0',
    ),
    "not TOML": ('select = ["a"\ngenre = ""\n', "copydesk.toml:2: not TOML: Unclosed array"),
    "no encoding": (
        'encoding = "windows-1251x"\n',
        'copydesk.toml:1: no text encoding is called "windows-1251x" (did you mean "windows-1252"?)',
    ),
    "an override without paths": (
        '[[overrides]]\ngenre = "news"\n',
        'copydesk.toml:1: an override has no paths (such as paths = ["opinion/**"])',
    ),
    "no pattern": (
        '[[overrides]]\npaths = ["[z-a].txt"]\n',
        'copydesk.toml:2: not a path pattern: invalid character class range: z-a (patterns know *, **, ? and [a-z])',
    ),
    "no such preset": (
        'extends = ["preset:wires"]\n',
        'copydesk.toml:1: there is no "preset:wires" (did you mean "preset:wire"? '
        "the presets are preset:magazine, preset:opinion, preset:strict, preset:wire)",
    ),
    "no such config": (
        'extends = ["../none.toml"]\n',
        'copydesk.toml:1: "../none.toml" is not a file (paths are relative to this config; '
        "presets are preset:magazine, preset:opinion, preset:strict, preset:wire)",
    ),
    "a cycle": (
        'extends = ["copydesk.toml"]\n',
        'copydesk.toml:1: it extends itself: copydesk.toml -> copydesk.toml (mend "extends")',
    ),
    "no word list": (
        'accept-files = ["names.txt"]\n',
        'copydesk.toml:1: the word list "names.txt" cannot be read (paths are relative to this config)',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MESSAGES.values(), ids=MESSAGES)
def test_messages(configs, desk, write, text, message):
    write("copydesk.toml", text)
    with pytest.raises(ConfigError) as caught:
        configs().for_path(desk / "draft.txt")
    assert str(caught.value) == message


def test_allowing_python_in_a_repository(configs, desk, write, no_user_config):
    write("copydesk.toml", 'packs = ["house"]\nallow-python = ["/"]\n')
    with pytest.raises(ConfigError) as caught:
        configs().for_path(desk / "draft.txt")
    assert str(caught.value) == (
        'copydesk.toml:2: "allow-python" is not for a repository\'s config: whoever writes it could run their own code '
        f"(name the folder on the command line (--allow-python DIR) or in your own config ({no_user_config}))"
    )


def test_a_long_cycle_names_its_way(configs, desk, write):
    write("copydesk.toml", 'extends = ["a/one.toml"]\n')
    write("a/one.toml", '\nextends = ["../two.toml"]\n')
    write("two.toml", 'extends = ["preset:wire", "./copydesk.toml"]\n')
    with pytest.raises(ConfigError, match=r"^two.toml:1: .*copydesk.toml -> a/one.toml -> two.toml -> copydesk.toml"):
        configs().for_path(desk / "draft.txt")


def test_extending_a_pyproject_without_the_table(configs, desk, write):
    write("lib/pyproject.toml", "[project]\n")
    write("copydesk.toml", 'extends = ["lib/pyproject.toml"]\n')
    with pytest.raises(ConfigError, match=r"^lib/pyproject.toml: has no \[tool.copydesk\] table$"):
        configs().for_path(desk / "draft.txt")


def test_lines_of_a_pyproject(configs, desk, write):
    write("pyproject.toml", '[project]\nselct = 1\n[tool.copydesk]\ngenre = "news"\nselct = []\n')
    with pytest.raises(ConfigError, match=r'^pyproject.toml:5: unknown key "selct"'):
        configs().for_path(desk / "draft.txt")


def test_a_config_that_is_not_text(configs, desk, write):
    (desk / "copydesk.toml").write_bytes(b'genre = "\xff"')
    with pytest.raises(ConfigError, match=r"^copydesk.toml: is not UTF-8 text \(save it as UTF-8\)$"):
        configs().for_path(desk / "draft.txt")


def test_wrong_names_on_the_command_line(configs, desk):
    line = Layer(desk, lists={"select": [Said("spellng", "command line")]})
    with pytest.raises(ConfigError, match=r'^command line: no pack is called "spellng" \(did you mean "spelling"\?\)$'):
        configs(command_line=line).for_path(desk / "draft.txt")


def test_isolated_and_a_named_config_at_once(configs, desk, write):
    with pytest.raises(CopydeskError, match="--isolated reads no config, --config names one"):
        configs(isolated=True, only=write("a.toml", ""))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'select = ["typo"]\n',
            ':1: unknown key "select" in your own config (the keys are allow-python, color, jobs, languagetool)',
        ),
        ('allow-python = ["house"]\n', ':1: "house" is not an absolute path (write it from the root)'),
        ('color = "sometimes"\n', ':1: "color" wants one of auto, always, never, not "sometimes"'),
        ("\njobs = -1\n", ':2: "jobs" wants a whole number, 0 for as many as there are cores, not -1'),
    ],
)
def test_the_users_own_config(tmp_path, text, message):
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        user.load(path)
    assert str(caught.value) == f"{path}{message}"


def test_the_users_own_config_holds_allowances_and_defaults(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('allow-python = ["/desk/house"]\ncolor = "never"\njobs = 3\n')
    got = user.load(path)
    assert ([p.as_posix() for p in got.allow_python], got.color, got.jobs) == (["/desk/house"], "never", 3)
