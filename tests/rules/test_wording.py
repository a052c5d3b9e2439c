"""What the cases on the wording rules cannot say: the config's own words, genres, and the list of loaded words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import lint.rules

from lint.finding import Safety, Severity
from lint.linter import Linter
from lint.settings import Settings

_HOME = Path(next(iter(lint.rules.__path__))) / "wording"


def _linter(rule: str, **changes: object) -> Linter:
    return Linter(Settings(select=(f"wording/{rule}",)).with_(**changes))


def test_words_that_the_config_rejects_are_found_and_mended() -> None:
    linter = _linter("rejected", reject={"utilize": "use", "synergy": ""})
    report = linter.check("They utilize the synergy. Utilize it!")
    assert [(f.text, f.severity) for f in report.findings] == [
        ("utilize", Severity.WARNING),
        ("synergy", Severity.WARNING),
        ("Utilize", Severity.WARNING),
    ]
    assert linter.fix("They utilize the synergy. Utilize it!").text == "They use the synergy. Use it!"


def test_rejected_words_stay_in_quotations() -> None:
    draft = "“We utilize it,” she said."
    linter = _linter("rejected", reject={"utilize": "use"})
    assert not linter.check(draft).findings
    assert linter.fix(draft, unsafe=True).text == draft


def test_opinion_may_rate() -> None:
    draft = "The famed tower is a disastrous piece of work."
    assert len(_linter("loaded").check(draft).findings) == 2
    assert not _linter("loaded", genre="opinion").check(draft).findings


def test_loaded_words_are_only_shown_a_fix() -> None:
    report = _linter("loaded").check("Crews reached the famed tower, and the mayor slammed the council.")
    assert {fix.safety for f in report.findings for fix in f.fixes} == {Safety.SHOW}


def test_loaded_words_are_sorted_and_in_one_group_each() -> None:
    groups = tomllib.loads((_HOME / "_loaded.toml").read_text(encoding="utf-8"))
    verbs = [word for word in groups.pop("verbs") if word != "message"]
    words = [group["words"].split() for group in groups.values()]
    for held in [*words, verbs]:
        assert held == sorted(held)
    every = [word for held in [*words, verbs] for word in held]
    assert len(every) == len(set(every))
