"""A server that dies, is slow or answers nonsense costs its opinion and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

import lint
from lint import LanguageTool, Linter, Settings
from lint.languagetool import client, opinion

TEXT = "Rain fell on the the harbor."
NONSENSE = [
    b"", b"no JSON", b"[]", b"null", b"{}", b'{"matches": null}', b'{"matches": [1]}',
    b'{"matches": [{}]}', b"[" * 100_000,
]  # fmt: skip


def problem(desk: Linter, text: str = TEXT) -> str:
    report = desk.check(text, path="draft.txt")
    assert [f.rule for f in report.findings] == ["duplication/word"]
    (problem,) = report.problems
    assert (problem.path, problem.rule) == ("draft.txt", "languagetool")
    assert problem.message.endswith("; the draft was read without it")
    return problem.message


def altered(**changes: object) -> dict[str, object]:
    return {
        "message": "m", "replacements": [], "offset": 0, "length": 4, "context": {"text": "Rain", "offset": 0},
        "sentence": TEXT, "rule": {"id": "A", "issueType": "grammar", "category": {"id": "GRAMMAR"}},
    } | changes  # fmt: skip


@pytest.mark.parametrize("body", NONSENSE)
def test_nonsense(fake, desk, body: bytes) -> None:
    fake.answer = lambda text: body
    assert "LanguageTool (127.0.0.1:" in problem(desk())


@pytest.mark.parametrize(
    "changes",
    [
        {"offset": -1}, {"offset": 27}, {"length": 0}, {"length": 1000}, {"offset": "x"}, {"message": ""},
        {"rule": {"id": "", "issueType": "x", "category": {"id": "GRAMMAR"}}}, {"replacements": [{"value": 1}]},
        {"replacements": [{}]}, {"context": None},
    ],
)  # fmt: skip
def test_a_match_that_makes_no_sense(fake, desk, changes: dict[str, object]) -> None:
    fake.answer = lambda text: json.dumps({"matches": [altered(), altered(**changes)]}).encode()
    assert "gave an answer that makes no sense" in problem(desk())


def test_such_a_match_is_understood_where_it_makes_sense(fake, desk) -> None:
    fake.answer = lambda text: json.dumps({"matches": [altered()]}).encode()
    assert [f.rule for f in desk().check(TEXT).findings] == ["languagetool/A", "duplication/word"]


def test_an_error_is_passed_on(fake, desk) -> None:
    fake.status = 413
    fake.answer = lambda text: b"Error: Your text exceeds the limit of 5 characters"
    assert "answered “Error: Your text exceeds the limit of 5 characters”" in problem(desk())


def test_a_long_error_is_cut(fake, desk) -> None:
    fake.status = 500
    fake.answer = lambda text: b"no " * 100_000
    assert len(problem(desk())) < 300


def test_a_language_that_it_does_not_know(desk) -> None:
    assert "does not know the language 'xx-YY'" in problem(desk(language="xx-YY"))


def test_nobody_there() -> None:
    desk = Linter(Settings(languagetool=LanguageTool("http://127.0.0.1:9", timeout=10)))
    assert problem(desk).startswith("LanguageTool (127.0.0.1:9) cannot be reached")


def test_a_connection_that_ends(fake, desk) -> None:
    fake.answer = lambda text: ConnectionError()
    assert "cannot be reached" in problem(desk())


def test_too_slow_and_then_let_rest(fake, desk, monkeypatch) -> None:
    fake.answer = lambda text: fake.go.wait(60) and []
    slow = desk(timeout=0.2)
    assert "gave no answer within 0.2 seconds" in problem(slow)
    another = TEXT.replace("harbor", "pier")
    assert "gave no answer within 0.2 seconds a moment ago and was not asked again" in problem(slow, another)
    assert another not in {asked["text"] for asked in fake.asked}
    fake.go.set()
    now = time.monotonic()
    monkeypatch.setattr(opinion.time, "monotonic", lambda: now + 3600)
    assert slow.check(TEXT).problems == ()


def test_nonsense_does_not_keep_it_from_the_next_draft(fake, desk) -> None:
    fake.answer = lambda text: b"no JSON"
    held = desk()
    problem(held)
    fake.knows(("harbor",))
    assert [f.rule for f in held.check("The harbor.").findings] == ["languagetool/COULD_OF"]


def test_copydesk_does_not_ask_itself(fake, desk) -> None:
    fake.software = {"name": "Copydesk"}
    assert "is Copydesk's own service" in problem(desk())
    assert fake.asked == []


def test_one_that_does_not_say_what_it_is_may_answer(fake, second) -> None:
    fake.software = None
    fake.knows(("harbor",))
    assert second("The harbor.") == [("COULD_OF", "harbor")]


def test_this_machine_is_not_asked_by_a_proxy(fake, second, monkeypatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    fake.knows(("harbor",))
    assert second("The harbor.") == [("COULD_OF", "harbor")]


def test_without_the_extra(monkeypatch) -> None:
    monkeypatch.setattr(client, "find_spec", lambda name: None)
    with pytest.raises(lint.UsageError, match=r"pip install 'copydesk\[languagetool\]'"):
        Linter(Settings(languagetool=LanguageTool("http://127.0.0.1:9")))


def test_nothing_of_it_is_imported_where_nobody_asks() -> None:
    script = "import lint, sys; lint.check('It rained.'); print([m for m in sys.modules if 'language' in m or m == 'requests'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == ["lint.languagetool", "lint.languagetool.names"]


def test_threads_may_share_a_linter(fake, desk) -> None:
    from concurrent.futures import ThreadPoolExecutor

    fake.knows(("boat",))
    held = desk()
    texts = ["🎉" * n + " the boat" for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda text: [f.text for f in held.check(text).findings if "COULD" in f.rule], texts))
    assert found == [["boat"]] * len(texts)
