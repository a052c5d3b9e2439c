"""The word lists that rules read are plain files: sorted, each word once, one a line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import lint.rules
import pytest

_HOME = Path(next(iter(lint.rules.__path__)))
_LISTS = ["duplication/doubled.txt", "clarity/acronyms.txt", "clarity/stressed.txt", "quotes/_plain_words.txt"]


def _words(name: str) -> list[str]:
    lines = (_HOME / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", _LISTS)
def test_sorted_and_without_repeats(name: str) -> None:
    words = _words(name)
    assert words == sorted(set(words))
    assert all(word.isalpha() for word in words)


def test_acronyms_are_capitals_and_stressed_words_are_not() -> None:
    assert all(word.isupper() for word in _words("clarity/acronyms.txt"))
    assert all(word.islower() for word in _words("clarity/stressed.txt"))


def test_loaded_verbs_are_sorted_and_each_form_stands_once() -> None:
    entries = tomllib.loads((_HOME / "attribution/_loaded_verbs.toml").read_text(encoding="utf-8"))
    forms = [form for entry in entries.values() for form in entry["forms"].split()]
    assert list(entries) == sorted(entries)
    assert len(forms) == len(set(forms))
    assert all(entry["implies"] and entry["instead"] in ("said", "denied") for entry in entries.values())
