import re
from collections.abc import Callable, Sequence

import pytest
from made_fixes import found

from lint.finding import Finding, Safety
from lint.fixer import settle

Check = Callable[[str], Sequence[Finding]]


def swaps(*rules: tuple[str, str, str], safety: Safety = Safety.SAFE) -> Check:
    """A check whose rules (name, pattern, replacement) flag every match."""

    def check(text: str) -> list[Finding]:
        return [
            found((*m.span(), m.expand(new)), rule=name, safety=safety)
            for name, old, new in rules
            for m in re.finditer(old, text)
        ]

    return check


def test_a_draft_without_findings_is_left_alone() -> None:
    settled = settle("a line", swaps())
    assert (settled.text, settled.applied, settled.rounds, settled.looping) == ("a line", (), 0, ())


def test_rounds_go_on_until_nothing_changes() -> None:
    settled = settle("the the the the end", swaps(("made/repeat", r"the the", "the")))
    assert settled.text == "the end"
    assert settled.rounds == 2
    assert [f.rule for f in settled.applied] == ["made/repeat"] * 3


def test_a_fix_may_give_another_rule_work() -> None:
    settled = settle("a b", swaps(("made/one", "a", "b"), ("made/two", "b b", "c")))
    assert (settled.text, settled.rounds) == ("c", 2)


def test_a_fix_that_leaves_the_text_as_it_is_counts_for_nothing_and_bars_nothing() -> None:
    settled = settle("one two", swaps(("made/same", "one", "one"), ("made/swap", "one", "1")))
    assert (settled.text, settled.rounds, settled.looping) == ("1 two", 1, ())


def test_unsafe_fixes_are_made_on_request() -> None:
    check = swaps(("made/one", "a", "b"), safety=Safety.UNSAFE)
    assert settle("a", check).text == "a"
    assert settle("a", check, unsafe=True).text == "b"


def test_a_text_that_comes_back_restores_the_original_and_names_the_rules() -> None:
    check = swaps(("made/to", r"\bgray\b", "grey"), ("made/fro", r"\bgrey\b", "gray"), ("made/calm", "teh", "the"))
    settled = settle("teh gray sky", check)
    assert settled.text == "teh gray sky"
    assert settled.looping == ("made/fro", "made/to")
    assert settled.applied == ()


def test_a_longer_circle_is_seen_too() -> None:
    check = swaps(*((f"made/{a}", a, b) for a, b in zip("abcd", "bcda", strict=True)))
    settled = settle("a", check)
    assert (settled.text, settled.looping, settled.rounds) == ("a", ("made/a", "made/b", "made/c", "made/d"), 4)


@pytest.mark.parametrize("rounds", [1, 2, 10])
def test_a_text_that_grows_for_ever_is_restored_when_the_rounds_run_out(rounds: int) -> None:
    settled = settle("teh a", swaps(("made/grow", "a$", "aa"), ("made/calm", "teh", "the")), rounds=rounds)
    assert settled.text == "teh a"
    assert "made/grow" in settled.looping
    assert settled.looping == ("made/grow",) or rounds == 1


def test_two_rules_that_feed_each_other_are_both_named() -> None:
    settled = settle("x", swaps(("made/even", "(?<!x)x$", "xy"), ("made/odd", "y$", "zx")))
    assert settled.looping == ("made/even", "made/odd")


def test_as_many_rounds_as_allowed_may_be_needed() -> None:
    count_down = swaps(*((f"made/{n}", f"^{n}$", str(n - 1)) for n in range(1, 12)))
    assert settle("10", count_down).text == "0"
    assert settle("10", count_down).rounds == 10
    restored = settle("11", count_down)
    assert (restored.text, bool(restored.looping)) == ("11", True)


def test_clashing_fixes_are_made_one_round_after_the_other() -> None:
    settled = settle("abc", swaps(("made/one", "ab", "x"), ("made/two", "bc", "y"), ("made/three", "xc", "z")))
    assert (settled.text, settled.rounds) == ("z", 2)


def test_a_text_that_doubles_is_given_up_early() -> None:
    settled = settle("ab" * 1_000, swaps(("made/grow", "ab", "ab" * 2)))
    assert (settled.text, settled.looping) == ("ab" * 1_000, ("made/grow",))
    assert settled.rounds < 5
