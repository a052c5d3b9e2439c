"""Rules in TOML: phrases, swaps, exceptions, patterns, token patterns, capitals."""

from __future__ import annotations

from typing import Any

import pytest

from lint import cases
from lint.declare import declared
from lint.linter import Linter
from lint.packs import Catalogue
from lint.rule import Rule
from lint.settings import Settings

BASE: dict[str, Any] = {
    "what": "Something.", "severity": "warning", "why": "Because.", "when-not": "Never.", "source": "House style",
    "message": "“{text}”: write “{right}”.", "bad": ["x"], "good": ["y"],
}  # fmt: skip


def make(**keys: Any) -> Rule:
    return declared("house/rule", {**BASE, **{k.replace("_", "-"): v for k, v in keys.items()}}, "house/rule.toml")


def found(rule: Rule, text: str, format: str = "plain") -> list[str]:
    linter = Linter(Settings(), Catalogue({rule.name: rule}, {}))
    return [f.text for f in linter.check(text, format=format).findings]


def fixed(rule: Rule, text: str) -> str:
    return Linter(Settings(), Catalogue({rule.name: rule}, {})).fix(text).text


def test_a_phrase_matches_whole_words_in_any_case_and_style() -> None:
    rule = make(phrases=["so-called", "don't know"])
    assert found(rule, "So-called, so\u2011called. I don’t know. Not so-calledness, nor abdon't knower.") == [
        "So-called",
        "so\u2011called",
        "don’t know",
    ]


def test_a_swap_keeps_the_capitals_of_what_it_replaces() -> None:
    rule = make(swap={"prior to": "before"})
    assert fixed(rule, "Prior to dawn he left, prior to rain.") == "Before dawn he left, before rain."


def test_a_swap_of_words_that_all_have_capitals_gives_each_its_capital() -> None:
    rule = make(swap={"fire marshall": "fire marshal", "free reign": "free rein"}, touches=["name"])
    assert fixed(rule, "Fire Marshall Smith has free reign. Free reign is rare.") == (
        "Fire Marshal Smith has free rein. Free rein is rare."
    )


def test_a_swap_for_nothing_takes_the_space_with_it() -> None:
    assert fixed(make(swap={"very": ""}), "It was very cold.") == "It was cold."


def test_further_swaps_are_only_shown() -> None:
    rule = make(swap={"utilise": ["use", "apply"]})
    findings = Linter(Settings(), Catalogue({rule.name: rule}, {})).check("They utilise it.").findings
    assert [(f.title.split("“")[-1].rstrip("”"), f.safety.value) for f in findings[0].fixes] == [
        ("use", "safe"),
        ("apply", "show"),
    ]


def test_braces_spell_out_forms() -> None:
    assert found(make(phrases=["tow{s,ed,} the line"]), "He towed the line; they tow the line; tower the line.") == [
        "towed the line",
        "tow the line",
    ]


def test_an_exception_spares_the_hit_within_it() -> None:
    rule = make(phrases=["in order to"], **{"except": ["in order to form"]})
    assert found(rule, "In order to win. In order to form a union.") == ["In order to"]


def test_the_longest_phrase_at_a_place_is_reported() -> None:
    assert found(make(phrases=["at this point", "at this point in time"]), "At this point in time it rains.") == [
        "At this point in time"
    ]


def test_a_pattern_gives_its_groups_to_the_fix() -> None:
    rule = make(regex=[{"pattern": r"(\d+) per cent", "right": r"\1 percent"}])
    assert fixed(rule, "Some 40 per cent left.") == "Some 40 percent left."


def test_a_pattern_is_linear_on_hostile_text() -> None:
    rule = make(regex=[{"pattern": r"(a+)+$"}])
    assert found(rule, "a" * 50_000 + "b") == []


def test_a_token_pattern_reads_only_the_sentences_that_it_is_woken_in() -> None:
    rule = make(
        tokens=[{"pattern": [{"LOWER": "let"}, {"POS": "DET"}, {"POS": "NOUN"}]}], wake=["let"], message="“{text}”"
    )
    linter = Linter(Settings(), Catalogue({rule.name: rule}, {}))
    report = linter.check("They let the tenants know. Rain fell on the harbor all night.")
    assert [f.text for f in report.findings] == ["let the tenants"]
    assert linter._grammar.sentences_read <= 1


def test_phrases_match_across_a_line_break_and_markup() -> None:
    assert found(make(phrases=["prior to"]), "He left **prior**\nto dawn.", "markdown") == ["prior**\nto"]


def test_nothing_is_flagged_in_a_quotation_by_default() -> None:
    assert found(make(phrases=["prior to"]), "“Prior to dawn,” he said, not prior to noon.") == ["prior to"]


@pytest.mark.parametrize(("scope", "said"), [(["heads"], []), (["body"], ["prior to"])])
def test_a_rule_keeps_to_its_scope(scope: list[str], said: list[str]) -> None:
    assert found(make(phrases=["prior to"], scope=scope), "He left prior to dawn, as he had said he would do.") == said


def test_cases_of_a_declared_rule_run() -> None:
    rule = make(
        swap={"prior to": "before"},
        bad=[{"text": "He left ⟦prior to⟧ dawn.", "fixed": "He left before dawn."}],
        good=["He left before dawn."],
    )
    assert cases.run(rule, Catalogue({rule.name: rule}, {})) == []


def test_a_case_that_does_not_hold_is_told() -> None:
    rule = make(
        swap={"prior to": "before"}, bad=[{"text": "He left ⟦prior⟧ to dawn."}], good=["He left prior to dawn."]
    )
    failures = cases.run(rule, Catalogue({rule.name: rule}, {}))
    assert [f.wrong.split(",")[0] for f in failures] == ["flagged at 'prior to' (8-16)", "flagged at 'prior to' (8-16)"]
