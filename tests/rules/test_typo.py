"""The tables of the typo rules, and the sounds that “a” and “an” go by."""

from __future__ import annotations

import tomllib
from pathlib import Path

import lint.rules
import pytest
from lint.rules.typo._sound import sound

_HOME = Path(next(iter(lint.rules.__path__))) / "typo"


@pytest.mark.parametrize("name", ["confused_phrase", "set_name"])
def test_swaps_are_sorted_and_no_right_form_is_wrong_elsewhere(name: str) -> None:
    swap = tomllib.loads((_HOME / f"{name}.toml").read_text(encoding="utf-8"))["swap"]
    assert list(swap) == sorted(swap, key=str.lower)
    wrong = {f" {w.lower()} " for w in swap}
    rights = {right: f" {right.lower().replace('’', chr(39))} " for right in swap.values()}
    assert not [right for right, padded in rights.items() if any(w in padded for w in wrong)]
    assert len({w.lower() for w in swap}) == len(swap)


@pytest.mark.parametrize("name", ["_sounds.txt", "_verbs.txt"])
def test_tables_are_sorted_without_repeats(name: str) -> None:
    rows = [
        row.split()[0] for row in (_HOME / name).read_text(encoding="utf-8").splitlines() if not row.startswith("#")
    ]
    assert rows == sorted(set(rows))


def test_each_verb_has_four_forms_and_a_past_that_tells() -> None:
    text = (_HOME / "_verbs.txt").read_text(encoding="utf-8")
    rows = [row.split() for row in text.splitlines() if not row.startswith("#")]
    assert {len(row) for row in rows} == {4}
    assert not [base for base, s_form, past, _ in rows if base in (s_form, past)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "hour heir FBI MRI SEC F.B.I. X-ray f-bomb 8 8th 11,000 18-year-old ’80s apple unarmed Uber Yvonne NAACP EU",
            "vowel",
        ),
        (
            "one-off European unit Ukrainian U.S. UN UFC NATO FEMA CIA 1,800 110th 180 house xenophobic U-turn B-52",
            "consonant",
        ),
        ("historic herb homage 1100 1857 H-bomb NBCUniversal AA SQL Uyghur RAF", "either"),
    ],
)
def test_first_sounds(words: str, kind: str) -> None:
    assert {word: sound(word).value for word in words.split()} == dict.fromkeys(words.split(), kind)
