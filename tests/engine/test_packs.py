"""Packs: where rules are found, what may run, and what is said where one does not load."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lint import packs
from lint.errors import PackError
from lint.linter import Linter
from lint.settings import Settings

RULE = """
what = "A word that this house does not print."
severity = "warning"
why = "The house has decided."
when-not = "Somebody is quoted."
source = "House style"
message = "“{text}”: write “{right}”."
good = ["They met to talk."]

[swap]
"utilise" = "use"

[[bad]]
text = "They ⟦utilise⟧ the hall."
fixed = "They use the hall."
"""
PYTHON = '''
from lint.rule import Bad, Good, Severity, rule

@rule("house/shout", severity=Severity.WARNING, why="It shouts at readers.", when_not="It never is.", source="House style",
      bad=[Bad("Stop!")], good=[Good("Stop.")])
def shout(page):
    """An exclamation mark."""
    at = page.text.find("!")
    if at >= 0:
        yield page.finding(at, at + 1, "Do not shout.")
'''


def pack(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text('title = "House"\nabout = "What this house prints."\n', encoding="utf-8")
    for name, text in files.items():
        path = folder / name.replace("_toml", ".toml").replace("_py", ".py")
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_built_in_rules_are_found_with_their_packs() -> None:
    catalogue = packs.load(installed=False)
    assert {"duplication/word", "quotes/scare-quotes", "typo/real-word"} <= set(catalogue.rules)
    assert {rule.pack for rule in catalogue.rules.values()} == set(catalogue.packs)
    assert list(catalogue.rules) == sorted(catalogue.rules)


def test_a_folder_of_toml_rules_is_a_pack(tmp_path: Path) -> None:
    house = pack(tmp_path / "house", plain_words_toml=RULE)
    report = Linter(Settings(packs=(house,))).check("They utilise the hall.")
    assert [f.rule for f in report.findings] == ["house/plain-words"]


def test_a_folder_may_hold_several_packs(tmp_path: Path) -> None:
    pack(tmp_path / "packs" / "house", plain_words_toml=RULE)
    pack(tmp_path / "packs" / "sport", plain_words_toml=RULE)
    catalogue = packs.load([tmp_path / "packs"])
    assert {"house/plain-words", "sport/plain-words"} <= set(catalogue.rules)


def test_python_in_a_pack_is_refused_with_the_remedy(tmp_path: Path) -> None:
    house = pack(tmp_path / "house", shout_py=PYTHON)
    with pytest.raises(PackError, match="--allow-python"):
        packs.load([house])


def test_python_in_an_allowed_pack_runs(tmp_path: Path) -> None:
    house = pack(tmp_path / "house", shout_py=PYTHON)
    report = Linter(Settings(python_packs=(house,))).check("Stop! They came.")
    assert "house/shout" in [f.rule for f in report.findings]


def test_an_installed_package_brings_packs_by_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "daily_rules"
    pack(package / "daily", plain_words_toml=RULE)
    (package / "__init__.py").write_text("", encoding="utf-8")
    info = tmp_path / "site" / "daily_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: daily-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[copydesk.packs]\ndaily = daily_rules\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    packs._shipped.cache_clear()
    try:
        assert "daily/plain-words" in packs.load().rules
        assert "daily/plain-words" not in packs.load(installed=False).rules
    finally:
        packs._shipped.cache_clear()
        sys.modules.pop("daily_rules", None)


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    clash = pack(tmp_path / "duplication", word_toml=RULE)
    with pytest.raises(PackError, match="duplication/word is there already"):
        packs.load([clash])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('severity = "warning"', 'severity = "warn"', 'did you mean "warning"'),
        ("[swap]", "[swop]", 'did you mean "swap"'),
        ('"utilise" = "use"', '"utilise" = 3', "a string or a list of strings"),
        ('what = "A word that this house does not print."', "", 'needs "what"'),
        ('"utilise" = "use"', '"{utilise" = "use"', "do not pair"),
        ("[swap]", "[swap", "not valid TOML"),
        ("[swap]", '[[regex]]\npattern = "(a"\n[swap]', "linear time"),
        ("[swap]", '[[regex]]\npattern = "(?<=a)b"\n[swap]', "linear time"),
        ("[swap]", '[[tokens]]\npattern = [{LOWER = "a"}]\n[swap]', 'need "wake"'),
    ],
)
def test_a_rule_that_does_not_load_says_where_and_why(tmp_path: Path, old: str, new: str, said: str) -> None:
    house = pack(tmp_path / "house", plain_words_toml=RULE.replace(old, new, 1))
    with pytest.raises(PackError) as caught:
        packs.load([house])
    assert said in str(caught.value)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(PackError, match='did you mean "duplication/word"'):
        packs.load(installed=False).named("duplication/words")
