"""What takes more than linear time does not come back from these."""

from __future__ import annotations

import pytest
from drafts import draft

from lint.text.blocks import BlockKind
from lint.text.quotemarks import quote_marks
from lint.text.sentences import split
from lint.text.source import Source
from lint.text.tokens import tokenize

_SIZE = 300_000


def long(unit: str, size: int = _SIZE) -> str:
    return unit * (size // len(unit))


@pytest.mark.parametrize("unit", ["a.", "1.", "1,", "a-", "a'", "www.", "http://", "_", ".", "-", "e\u0301"])
def test_runs_without_white_space(unit: str) -> None:
    tokens = tokenize(long(unit) + "!")
    assert sum(t.end - t.start for t in tokens) == len(long(unit)) + 1
    assert tokens[-1].text == "!"


@pytest.mark.parametrize("unit", ["a@", "@a", "ab.", "a.com/", "(\"'"])
def test_runs_of_short_tokens(unit: str) -> None:
    text = long(unit, 200_000)
    assert sum(t.end - t.start for t in tokenize(text)) == len(text)


@pytest.mark.parametrize(
    ("unit", "sentences"),
    [("a. ", 1), (". ", 1), ("?” ", 1), (".", 1), (".)", 1), ("No. ", 50_000), ("Go on. ", 28_571), ("Xx. ", 49_999)],
)
def test_runs_of_stops(unit: str, sentences: int) -> None:
    assert len(list(split(long(unit, 200_000), BlockKind.PARAGRAPH))) == sentences


@pytest.mark.parametrize(
    ("unit", "quotations", "strays"),
    [
        ('"', 0, 0),
        ("'", 0, 0),
        ("“", 0, 0),
        (" “a", 20_000, 0),
        ("a” ", 0, 20_000),
        ("“a” ", 15_000, 0),
        (" ‘a", 0, 0),
        (" “‘a", 15_000, 0),
        ("«“a ", 30_000, 0),
        ("6'2\" ", 0, 0),
    ],
)
def test_runs_of_marks(unit: str, quotations: int, strays: int) -> None:
    document = draft(long(unit, 60_000))
    assert len(document.quotations) == quotations
    assert len(document.stray_marks) == strays


def test_one_long_line() -> None:
    text = long("“Go,” said Ann Holt of Erie at 6 a.m. on Aug. 4. ", 100_000)
    document = draft(text)
    count = len(text) // 49
    assert len(document.quotations) == count
    assert len(document.sentences) == count
    assert len(document.names) == 2 * count
    assert Source.from_bytes(text.encode()).position(len(text)).line == 1


def test_five_megabytes_of_marks() -> None:
    assert list(quote_marks('"' * 5_000_000, 0, 5_000_000)) == []
