import json
from collections import Counter
from pathlib import Path

import pytest
from made_findings import a_rule, decide, draft, found

from lint.errors import ConfigError
from lint.finding import Finding, Severity
from lint.policy import Baseline
from lint.policy.fingerprint import fingerprints
from lint.report import FileReport

TEXT = "She sat in the the chair.\nHe sat by the the door.\n"


def findings(text: str = TEXT) -> list[Finding]:
    document = draft(text)
    return fingerprints(document, [found(document, "the the", nth=n) for n in range(text.count("the the"))])


def report(path: Path | str, found: list[Finding] | None = None) -> FileReport:
    return FileReport(str(path), TEXT, findings() if found is None else found)


def test_what_is_saved_is_known_when_loaded_and_what_is_new_is_not(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    draft_path = tmp_path / "news" / "a.txt"
    Baseline.of([report(draft_path)], tmp_path).save(tmp_path / "known.json")
    held = Baseline.load(tmp_path / "known.json")
    later = findings("A new line.\nThey hid under the the bed.\n" + TEXT)
    new, known = held.split(str(draft_path), later)
    assert [f.start.line for f in new] == [2]
    assert [f.start.line for f in known] == [3, 4]
    assert held.split(str(tmp_path / "b.txt"), later) == (later, [])


def test_the_file_is_sorted_and_made_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    Baseline.of([report(tmp_path / "b.txt"), report(tmp_path / "a.txt", findings()[::-1])], tmp_path).save(path)
    data = json.loads(path.read_text("utf-8"))
    assert data["version"] == 1
    assert list(data["files"]) == ["a.txt", "b.txt"]
    assert data["files"]["a.txt"] == data["files"]["b.txt"]
    assert [(e["line"], e["rule"]) for e in data["files"]["a.txt"]] == [(1, "made/up"), (2, "made/up")]
    once = path.read_bytes()
    Baseline.load(path).save(path)
    assert path.read_bytes() == once
    assert once.endswith(b"}\n")


def test_paths_are_relative_to_the_baselines_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "news").mkdir()
    Baseline.of([report(tmp_path / "news" / "a.txt")], tmp_path / "desk").save(tmp_path / "desk" / "known.json")
    held = Baseline.load(tmp_path / "desk" / "known.json")
    assert list(held.files) == ["../news/a.txt"]
    monkeypatch.chdir(tmp_path / "news")
    assert held.split("a.txt", findings())[0] == []
    monkeypatch.chdir(tmp_path)
    assert held.split("news/a.txt", findings())[0] == []


def test_a_fingerprint_counts_as_often_as_it_is_listed(tmp_path: Path) -> None:
    first = findings()[0]
    held = Baseline.of([report(tmp_path / "a.txt", [first, first])], tmp_path)
    new, known = held.split(str(tmp_path / "a.txt"), [first, first, first])
    assert (len(new), len(known)) == (1, 2)


def test_drafts_without_findings_are_not_listed(tmp_path: Path) -> None:
    assert not Baseline.of([report(tmp_path / "a.txt", [])], tmp_path).files


def test_a_baseline_is_saved_only_where_its_paths_hold(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    with pytest.raises(ValueError, match="relative"):
        Baseline.of([report(tmp_path / "a.txt")], tmp_path).save(tmp_path / "desk" / "known.json")


ENTRY = '{"line": 1, "rule": "a/b", "fingerprint": "00"}'


@pytest.mark.parametrize(
    ("content", "place", "what"),
    [
        ("{", ":1:2: ", "not valid JSON"),
        ("<<<<<<< ours\n{}", ":1:1: ", "not valid JSON"),
        ("[]", ": ", "an object with version and files is wanted"),
        ('{"version": 1}', ": ", "an object with version and files is wanted"),
        ('{"version": 2, "files": {}}', ": version: ", "version 2 is not one that this release reads"),
        ('{"version": 1, "files": []}', ": files: ", "an object is wanted"),
        ('{"version": 1, "files": {"a.txt": {}}}', ": files['a.txt']: ", "a list is wanted"),
        ('{"version": 1, "files": {"a.txt": [1]}}', ": files['a.txt'][0]: ", "an object with line and rule"),
        (
            f'{{"version": 1, "files": {{"a": [{ENTRY}, {ENTRY.replace("1", "true")}]}}}}',
            "[1].line: ",
            "a whole number",
        ),
        (
            f'{{"version": 1, "files": {{"a": [{ENTRY.replace(chr(34) + "a/b" + chr(34), "3")}]}}}}',
            "[0].rule: ",
            "a string",
        ),
        (
            f'{{"version": 1, "files": {{"a": [{ENTRY.replace(chr(34) + "00" + chr(34), "0")}]}}}}',
            "[0].fing",
            "a string",
        ),
        ("[" * 100_000, ": ", "not JSON in UTF-8"),
    ],
)
def test_a_malformed_baseline_is_an_error_with_its_place_and_remedy(
    tmp_path: Path, content: str, place: str, what: str
) -> None:
    path = tmp_path / "known.json"
    path.write_text(content)
    with pytest.raises(ConfigError) as caught:
        Baseline.load(path)
    assert str(caught.value).startswith(str(path))
    assert place in str(caught.value)
    assert what in str(caught.value)
    assert "copydesk baseline write" in str(caught.value)


def test_a_baseline_that_is_not_text_or_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_bytes(b"\xff\xfe")
    for name in ("known.json", "missing.json"):
        with pytest.raises(ConfigError, match=name):
            Baseline.load(tmp_path / name)
    with pytest.raises(ConfigError, match="cannot be read"):
        Baseline.load(tmp_path)


def test_known_findings_are_counted_but_not_reported(tmp_path: Path) -> None:
    document = draft(TEXT)
    made = [found(document, "the the"), found(document, "the the", nth=1)]
    whole = decide(document, made)
    path = tmp_path / "a.txt"
    held = Baseline.of([report(path, list(whole.findings[:1]))], tmp_path)
    decision = decide(document, made, baseline=held, path=str(path))
    assert decision.findings == whole.findings[1:]
    assert (decision.known, decision.silenced) == (1, 0)


def test_a_silenced_finding_is_not_known(tmp_path: Path) -> None:
    document = draft(TEXT.replace("chair.", "chair. <!-- stet -->"))
    made = [found(document, "the the"), found(document, "the the", nth=1)]
    path = tmp_path / "a.txt"
    held = Baseline.of([report(path)], tmp_path)
    decision = decide(document, made, a_rule(severity=Severity.ERROR), baseline=held, path=str(path))
    assert (decision.findings, decision.known, decision.silenced) == ((), 1, 1)


def test_a_listed_fingerprint_is_read_back_with_its_count(tmp_path: Path) -> None:
    first = findings()[0]
    Baseline.of([report(tmp_path / "a.txt", [first, first])], tmp_path).save(tmp_path / "known.json")
    entries = Baseline.load(tmp_path / "known.json").files["a.txt"]
    assert Counter(e.fingerprint for e in entries) == {first.fingerprint: 2}
