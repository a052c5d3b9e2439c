"""What is known of words outside the draft: ordinary words, well-known names, names with two accepted spellings."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path


def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is an ordinary English word of five letters and more."""
    return word in _lines("_words.txt")


def is_known(form: str) -> bool:
    """Whether a form with its capital is a well-known name or an ordinary word."""
    return form in _lines("_names.txt") or form.lower() in _lines("_words.txt")


def plain(form: str) -> str:
    """A form in lower case without accents."""
    apart = unicodedata.normalize("NFD", form)
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=1)
def variants() -> Mapping[str, str]:
    """Spellings of names that have several accepted ones, each to the first of its group."""
    table = tomllib.loads(Path(__file__).with_name("_variants.toml").read_text(encoding="utf-8"))
    return {form: group[0] for group in table["groups"] for form in group}


@lru_cache(maxsize=2)
def _lines(name: str) -> frozenset[str]:
    # The comment stays in: no word is like it, and picking it out of so many lines takes longer than all the rest.
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines())
