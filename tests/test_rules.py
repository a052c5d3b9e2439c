"""Every case of every rule, the texts that every rule must carry, and the packs' own tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint.rules.typo._slips import slips, wrong_words

from lint import cases, packs
from lint.rule import Bad, Good, Rule

CATALOGUE = packs.load(installed=False)
RULES = list(CATALOGUE.rules.values())
BAD = [(rule, case) for rule in RULES for case in rule.bad]
GOOD = [(rule, case) for rule in RULES for case in rule.good]
HOME = Path(packs.__file__).parents[1] / "rules"


def _name(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


@pytest.mark.parametrize(("rule", "case"), BAD, ids=_name)
def test_a_bad_case_is_flagged_and_mended(rule: Rule, case: Bad) -> None:
    assert cases.bad_case(rule, case, CATALOGUE) == ""


@pytest.mark.parametrize(("rule", "case"), GOOD, ids=_name)
def test_a_near_miss_is_left_alone(rule: Rule, case: Good) -> None:
    assert cases.good_case(rule, case, CATALOGUE) == ""


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_says_what_why_when_not_and_whence(rule: Rule) -> None:
    for said in (rule.what, rule.why, rule.when_not, rule.source):
        assert len(said.split()) >= 2, said
    assert rule.what.endswith("."), "one line, a sentence"
    assert rule.bad
    assert len(rule.good) >= 2, "near misses are what a rule is judged by"
    if any(case.fixed is not None for case in rule.bad):
        assert rule.fix, "a rule with a fix says how safe it is"


def test_every_rule_yields_to_rules_that_there_are() -> None:
    assert {name for rule in RULES for name in rule.yields_to} <= set(CATALOGUE.rules)


def test_redirects_lead_to_rules() -> None:
    assert set(CATALOGUE.redirects.values()) <= set(CATALOGUE.rules)
    assert not set(CATALOGUE.redirects) & set(CATALOGUE.rules)


def test_slips_are_sorted_and_no_two_say_the_opposite_of_one_place() -> None:
    words = wrong_words()
    assert words == sorted(words)
    assert len(words) > 50
    for slip in (slip for word in words for slip in slips(word)):
        assert slip.wrong.lower() != slip.right.lower()
        assert slip.right.strip(), slip.wrong
        assert slip.before or slip.after or slip.unless_after, slip.wrong
        assert not slip.before & slip.unless_before, slip.wrong
        assert not slip.after & slip.unless_after, slip.wrong
        for side in slip[2:]:
            assert all(1 <= len(phrase) <= 3 for phrase in side), slip.wrong
