from __future__ import annotations

import json

import pytest
from made_reports import FERRY, full

from lint.errors import UsageError
from lint.finding import Problem
from lint.report import FileReport, Report, Stats
from lint.reports import FORMATS, RenderOptions, render


def test_contract_keys_and_their_order() -> None:
    data = json.loads(render(full(), "json"))
    assert list(data) == ["version", "tool", "files", "summary", "problems"]
    assert data["version"] == 1
    assert list(data["files"][0]) == ["path", "findings", "stats", "genre"]
    assert list(data["files"][0]["findings"][0]) == [
        "rule", "severity", "confidence", "message", "start", "end", "text", "context", "fixes", "related", "url",
        "fingerprint",
    ]  # fmt: skip
    assert data["summary"] == {"files": 3, "error": 3, "warning": 3, "suggestion": 11}


def test_offsets_name_the_text() -> None:
    for finding in json.loads(render(full(), "json"))["files"][0]["findings"]:
        start, end = finding["start"]["offset"], finding["end"]["offset"]
        assert FERRY[start:end] == finding["text"]
        assert FERRY[:start].endswith(finding["context"]["before"])
        assert FERRY[end:].startswith(finding["context"]["after"])


def test_an_edit_gives_the_mended_text() -> None:
    finding = json.loads(render(full(), "json"))["files"][0]["findings"][1]
    (edit,) = finding["fixes"][0]["edits"]
    assert "they would have left the island" in FERRY[: edit["start"]] + edit["text"] + FERRY[edit["end"] :]


def test_readability_only_with_stats() -> None:
    without, with_ = (json.loads(render(full(), "json", RenderOptions(stats=s)))["files"] for s in (False, True))
    assert without[0]["stats"] == {"words": 128, "sentences": 6}
    assert with_[0]["stats"]["readability"]["flesch_reading_ease"] == 58.13
    assert with_[1]["stats"]["readability"] == {}


def test_stats_not_measured_are_left_out() -> None:
    report = Report((FileReport("a.txt", "", stats=Stats(0, 0, None)),))
    assert json.loads(render(report, "json", RenderOptions(stats=True)))["files"][0]["stats"] == {
        "words": 0,
        "sentences": 0,
    }


def test_letters_stay_letters_and_lone_surrogates_stay_json() -> None:
    report = Report((), (Problem("Zürich \ud800", "a\udcff.txt"),))
    shown = render(report, "json")
    assert "Zürich" in shown
    shown.encode("utf-8")
    assert json.loads(shown)["problems"] == [{"message": "Zürich \ud800", "path": "a\udcff.txt", "rule": ""}]


def test_json_lines_say_what_they_are() -> None:
    rows = [json.loads(line) for line in render(full(), "jsonl").splitlines()]
    assert [row["kind"] for row in rows] == ["finding"] * 17 + ["problem"] * 2 + ["summary"]
    assert {row["path"] for row in rows if row["kind"] == "finding"} == {"drafts/ferry.txt", "drafts/odd\x1b names.txt"}
    assert rows[-1]["error"] == 3
    assert rows[-1]["version"] == 1


def test_json_lines_hold_stats_after_the_findings_of_each_file() -> None:
    rows = [json.loads(line) for line in render(full(), "jsonl", RenderOptions(stats=True)).splitlines()]
    assert [row["path"] for row in rows if row["kind"] == "stats"] == [file.path for file in full().files]
    assert rows[7]["kind"] == "stats"


def test_a_line_break_in_a_finding_breaks_no_json_line() -> None:
    assert len(render(full(), "jsonl").split("\n")) == 21


def test_an_unknown_format_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r'"jsnl".*did you mean "jsonl"'):
        render(full(), "jsnl")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_text(format: str) -> None:
    assert render(full(), format) == render(full(), format)
    assert render(full(), format).endswith("\n")
