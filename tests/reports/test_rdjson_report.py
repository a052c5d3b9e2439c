from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import FERRY, Maker, empty, full

from lint.finding import Edit, Fix, Problem, Safety, Severity
from lint.report import FileReport, Report
from lint.reports import render
from lint.reports.bytes import ByteIndex


def diagnostics(report: Report) -> list[dict[str, Any]]:
    data = json.loads(render(report, "rdjson"))
    assert data["source"] == {"name": "copydesk"}
    return list(data["diagnostics"])


def applied(source: str, suggestion: dict[str, Any]) -> str:
    """`source` with a suggestion taken over, as one who counts in bytes does it."""
    lines = source.encode().split(b"\n")

    def at(position: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: position["line"] - 1]) + position["column"] - 1

    data = source.encode()
    start, end = at(suggestion["range"]["start"]), at(suggestion["range"]["end"])
    return (data[:start] + suggestion["text"].encode() + data[end:]).decode()


def test_columns_count_bytes() -> None:
    source = "Plain.\na𐐀b “the the” end\n"
    make = Maker(source)
    (found,) = diagnostics(
        Report((FileReport("a.txt", source, (make.finding("a/b", Severity.WARNING, "m", make.span("the the")),)),))
    )
    assert found["location"] == {
        "path": "a.txt",
        "range": {"start": {"line": 2, "column": 11}, "end": {"line": 2, "column": 18}},
    }
    assert source.encode().split(b"\n")[1][10:17] == b"the the"
    assert found["severity"] == "WARNING"
    assert found["code"] == {"value": "a/b"}


def test_a_suggestion_gives_the_mended_text() -> None:
    source = "É – the the boat\nand let go.\n"
    make = Maker(source)
    the, let = make.span("the "), make.span("let")
    fix = Fix("Both", (Edit(*the, ""), Edit(*let, "left")), Safety.SAFE)
    (found,) = diagnostics(
        Report((FileReport("a.txt", source, (make.finding("a/b", Severity.ERROR, "m", the, fix),)),))
    )
    (suggestion,) = found["suggestions"]
    assert applied(source, suggestion) == "É – the boat\nand left go.\n"


def test_only_safe_fixes_are_suggested() -> None:
    by_rule = {d["code"]["value"]: d for d in diagnostics(full()) if "code" in d}
    assert len(by_rule["duplication/word"]["suggestions"]) == 1
    assert "suggestions" not in by_rule["quotes/so-called"]
    assert "suggestions" not in by_rule["typo/missing-word"]


def test_related_places_severities_and_problems() -> None:
    crash, unread, *found = diagnostics(full())
    assert crash["location"] == {"path": "drafts/ferry.txt"}
    assert unread["severity"] == "ERROR"
    assert {d["severity"] for d in found} == {"ERROR", "WARNING", "INFO"}
    hail = next(d for d in found if d["code"]["value"] == "consistency/name")
    (place,) = hail["relatedLocations"]
    assert place["message"] == "“Hale” here"
    assert place["location"]["range"]["start"]["line"] == 7
    assert diagnostics(empty()) == []
    assert diagnostics(Report((), (Problem("no draft was found"),))) == [
        {"message": "no draft was found", "severity": "ERROR"}
    ]


def test_lone_surrogates_do_not_reach_a_reader() -> None:
    make = Maker(FERRY)
    finding = make.finding("a/b", Severity.ERROR, "m\ud800", make.span("Hail"), make.fix(make.span("Hail"), "\udfff"))
    shown = render(Report((FileReport("a\udcff.txt", FERRY, (finding,)),)), "rdjson")
    assert "\\ud" not in shown
    assert json.loads(shown)["diagnostics"][0]["location"]["path"] == "a\ufffd.txt"


@given(st.text(max_size=50), st.integers(0, 60))
def test_byte_offsets(text: str, times: int) -> None:
    long = text * times
    index = ByteIndex(long)
    for offset in {0, len(long) // 2, len(long)}:
        assert index.at(offset) == len(long[:offset].encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("offset", [1023, 1024, 1025, 2048, 3000])
def test_byte_offsets_about_the_steps(offset: int) -> None:
    text = "aé🍜" * 1000
    assert ByteIndex(text).at(offset) == len(text[:offset].encode())
