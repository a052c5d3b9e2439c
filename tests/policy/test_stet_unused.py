from collections.abc import Mapping
from typing import Any

import pytest
from made_findings import a_rule, decide, draft, found

from lint.finding import Finding, Safety
from lint.fixer import apply
from lint.rule import Guarded

REPEAT = a_rule("made/repeat")
OTHER = a_rule("made/other")
FAR = a_rule("far/away")
UNUSED = a_rule("stet/unused", touches=[Guarded.MARKUP])


def judged(text: str, format: str = "plain", **facts: Any) -> tuple[Finding, ...]:
    """What is said of the directives of a draft in which every "the the" is a finding."""
    document = draft(text, format)
    findings = [found(document, "the the", REPEAT, nth=n) for n in range(text.count("the the"))]
    decision = decide(document, findings, REPEAT, OTHER, FAR, UNUSED, **facts)
    return tuple(f for f in decision.findings if f.rule == "stet/unused")


def fixed(text: str, format: str = "plain", **facts: Any) -> str:
    finding = judged(text, format, **facts)[0]
    return apply(text, finding.fixes[0].edits)


PARTLY: Mapping[str, Any] = {
    "everything_ran": False,
    "known": ["made/repeat", "made/other", "made/more", "far/away", "far-off/rule", "stet/unused"],
}


@pytest.mark.parametrize(
    "text",
    [
        "One the the. <!-- stet -->",
        "<!-- stet -->\nOne the the.",
        "One the the. <!-- stet made/repeat, made/other -->",
        "<!-- stet off made -->\nOne the the.\n<!-- stet on made/repeat -->",
        "<!-- stet off made/repeat -->\nOne the the.\n<!-- stet on made -->",
        "<!-- stet off -->\nOne the the.\n<!-- stet on -->",
    ],
)
def test_a_directive_that_does_something_is_left_alone(text: str) -> None:
    assert not judged(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("One line. <!-- stet -->", "“stet” silences nothing here"),
        ("<!-- stet made/repeat: a song -->\nOne line.", "“stet made/repeat” silences nothing here"),
        ("<!-- stet off made -->\nOne line.", "“stet off made” silences nothing up to where it ends"),
        ("One line.\n<!-- stet on -->", "“stet on” ends no “stet off”"),
        ("<!-- stet off far -->\n<!-- stet on made -->\nOne.", "“stet on made” ends no “stet off”"),
        ("One line. <!-- stet made/repeat made/other -->", "“stet made/repeat made/other” cannot be read: names"),
        ("One line. <!-- stet made/repeat, -->", "“stet made/repeat,” cannot be read: names"),
        ("One line.\n<!-- stet -->", "“stet” silences nothing here"),
    ],
)
def test_one_that_does_nothing_is_said_with_what_it_names(text: str, what: str) -> None:
    assert judged(text)[-1].message.startswith(what)


def test_nothing_is_said_of_directives_where_the_rule_that_says_it_did_not_run() -> None:
    document = draft("One line. <!-- stet -->")
    assert not decide(document, [], REPEAT).findings


@pytest.mark.parametrize("names", ["", "made/more", "made", "made/repeat, far-off/rule"])
def test_one_that_names_what_did_not_run_is_not_judged(names: str) -> None:
    assert not judged(f"One line. <!-- stet {names} -->", **PARTLY)


@pytest.mark.parametrize("names", ["made/repeat", "far", "made/repeat, made/other"])
def test_one_whose_rules_all_ran_is_judged_though_others_did_not(names: str) -> None:
    assert judged(f"One line. <!-- stet {names} -->", **PARTLY)


@pytest.mark.parametrize(
    ("names", "guess"),
    [
        ("made/repaet", "names a rule that is not there: did you mean “made/repeat”?"),
        ("maed", "names a pack that is not there: did you mean “made”?"),
        ("made/repeat, zebra/crossing", "names a rule that is not there"),
    ],
)
@pytest.mark.parametrize("facts", [{}, PARTLY])
def test_an_unknown_name_is_said_with_the_nearest_one(names: str, guess: str, facts: Mapping[str, Any]) -> None:
    assert judged(f"One the the. <!-- stet {names} -->", **facts)[0].message.endswith(guess)


def test_a_misspelt_name_is_put_right_only_on_request() -> None:
    text = "One the the. <!-- stet made/repaet: a song -->"
    assert fixed(text) == "One the the. <!-- stet made/repeat: a song -->"
    assert {fix.safety for fix in judged(text)[0].fixes} == {Safety.UNSAFE}


def test_a_directive_in_use_is_not_deleted_for_a_name_that_is_not_there() -> None:
    assert judged("One the the. <!-- stet made/repeat, zebra/crossing -->")[0].fixes == ()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("One line. <!-- stet -->\nTwo.", "One line.\nTwo."),
        ("One <!-- stet --> line.", "One line."),
        ("<!-- stet --> One line.", "One line."),
        ("One line.<!-- stet -->", "One line."),
        ("<!-- stet -->\nOne line.", "One line."),
        ("One.\r\n<!-- stet -->\r\nTwo.", "One.\r\nTwo."),
        ("One.\n\n<!-- stet -->\n\nTwo.", "One.\n\nTwo."),
        ("One.\n\n<!-- stet -->\nTwo.", "One.\n\nTwo."),
        ("One.\n<!-- stet -->", "One.\n"),
    ],
)
def test_its_fix_takes_it_out_with_its_line_where_it_is_alone_there(text: str, after: str) -> None:
    assert fixed(text) == after
    assert judged(text)[0].fixes[0].safety is Safety.SAFE


@pytest.mark.parametrize(
    ("format", "text", "after"),
    [
        ("markdown", "One.\n<!-- stet -->\nTwo.", "One.\n\nTwo."),
        ("markdown", "One.\n\n<!-- stet -->\n\nTwo.", "One.\n\nTwo."),
        ("markdown", "- One.\n\n<!-- stet -->\n- Two.", "- One.\n\n- Two."),
        ("html", "<p>One.</p>\n<!-- stet -->\n<p>Two.</p>", "<p>One.</p>\n<p>Two.</p>"),
        ("html", "<p>One.</p>\n<!-- stet\n made -->\n<p>Two.</p>", "<p>One.</p>\n<p>Two.</p>"),
    ],
)
def test_its_fix_keeps_paragraphs_apart(format: str, text: str, after: str) -> None:
    assert fixed(text, format) == after


def test_directives_do_not_silence_what_is_said_of_directives() -> None:
    assert len(judged("<!-- stet off -->\nOne line. <!-- stet stet/unused -->")) == 2
