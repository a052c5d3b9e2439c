"""The count of errors in the table of sources: what is an error, and of what kind."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lint.nlp import Grammar
from lint.readers import read
from lint.text.source import Source

TEXT = """Pier closes

“It is shut for good,” said Ann Lee, the harbor master. Ms. Lee said that the deck had to go.

Tom Cole told The Post that the council had the money for a bridge. The town is old and small.
"""
LEE, COLE = {"n": 1, "name": "Ann Lee", "kind": "person"}, {"n": 2, "name": "Tom Cole", "kind": "person"}
RIGHT = [(1, "“It is shut for good,”"), (1, "the deck had to go"), (2, "the council had the money for a bridge")]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "sources.py"
    spec = importlib.util.spec_from_file_location("bench_sources", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def errors(
    bench: ModuleType, said: list[tuple[int | None, str]], sources: list[dict[str, Any]] | None = None, doubt: str = ""
) -> list[str]:
    statements = [{"by": by, "words": [words], "doubt": words == doubt} for by, words in said]
    labels = {"sources": sources or [LEE, COLE], "statements": statements}
    document = read(Source(TEXT), "plain")
    gold = bench.labelled(document, bench.placed(TEXT, labels))
    return [error.what for error in bench.tally(document, gold, bench.told(document, Grammar())).errors]


def test_none(bench: ModuleType) -> None:
    assert errors(bench, [*RIGHT]) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([*RIGHT, (2, "The town is old and small.")], ["missed"]),
        (RIGHT[:2], ["nobody says"]),
        ([*RIGHT[:2], (2, "the council had the money")], ["words"]),
        ([*RIGHT[:1], (2, "the deck had to go"), RIGHT[2]], ["wrong speaker"]),
    ],
)
def test_each_kind(bench: ModuleType, said: list[tuple[int | None, str]], found: list[str]) -> None:
    assert errors(bench, said) == found


def test_what_is_doubtful_counts_neither_way(bench: ModuleType) -> None:
    assert errors(bench, [*RIGHT], doubt=RIGHT[1][1]) == []


def test_names_and_kinds(bench: ModuleType) -> None:
    assert errors(bench, [*RIGHT], [LEE | {"name": "The Post"}, COLE]) == ["name"]
    assert errors(bench, [*RIGHT], [LEE | {"kind": "institution"}, COLE]) == ["kind"]


def test_labels_that_do_not_stand_there(bench: ModuleType) -> None:
    with pytest.raises(ValueError, match="no such words"):
        bench.placed(TEXT, {"sources": [LEE], "statements": [{"by": 1, "words": ["the moon"]}]})
