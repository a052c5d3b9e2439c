from time import perf_counter

import pytest
from made_findings import a_rule, decide, draft, found, place

from lint.finding import Finding
from lint.rule import Document

REPEAT, SLIP = a_rule("made/repeat"), a_rule("made/slip")


def lines_left(document: Document, findings: list[Finding]) -> list[int]:
    decision = decide(document, findings, REPEAT, SLIP)
    assert decision.silenced == len(findings) - len(decision.findings)
    return [f.start.line for f in decision.findings]


def every(document: Document, words: str, *rules: object) -> list[Finding]:
    count = document.source.text.count(words)
    return [found(document, words, rule, nth=n) for n in range(count) for rule in rules or (REPEAT,)]  # type: ignore[arg-type]


def test_on_a_line_with_prose_it_silences_that_line_only() -> None:
    document = draft("The the mayor. <!-- stet -->\nThe the town.\n<!-- other -->\nThe the end.")
    assert lines_left(document, every(document, "The the")) == [2, 4]


def test_before_the_prose_of_its_line_it_silences_that_line() -> None:
    document = draft("One the the.\n<!-- stet --> Two the the.\nThree the the.")
    assert lines_left(document, every(document, "the the")) == [1, 3]


def test_within_a_wrapped_paragraph_it_silences_its_line() -> None:
    document = draft("One the the\ntwo the the <!-- stet --> and the the\nthree the the.", "markdown")
    assert lines_left(document, every(document, "the the")) == [1, 3]


def test_it_silences_what_starts_on_its_line_though_it_ends_on_another() -> None:
    document = draft("One a long <!-- stet -->\nsentence here.", "markdown")
    assert lines_left(document, [found(document, "a long <!-- stet -->\nsentence", REPEAT)]) == []
    assert lines_left(document, [found(document, "sentence", REPEAT)]) == [2]


def test_white_space_at_the_end_of_its_line_is_silenced_with_it() -> None:
    document = draft("One line. <!-- stet -->  \nTwo.  \n")
    assert lines_left(document, every(document, "  \n")) == [2]


def test_among_several_blocks_on_one_line_it_speaks_of_its_own() -> None:
    document = draft("<p>A the the. <!-- stet --></p><p>B the the.</p>", "html")
    assert [f.start.offset for f in decide(document, every(document, "the the"), REPEAT).findings] == [
        place(document, "the the", 1)[0]
    ]


def test_between_blocks_on_one_line_it_speaks_of_the_next() -> None:
    document = draft("<p>A the the.</p><!-- stet --><p>B the the.</p>", "html")
    left = decide(document, every(document, "the the"), REPEAT).findings
    assert [f.start.offset for f in left] == [place(document, "the the")[0]]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("format", ["plain", "markdown"])
def test_on_a_line_of_its_own_it_silences_the_whole_next_block(format: str, gap: str) -> None:
    one = "A first line that the the paper wraps at this margin here, as in\nolder the the copy."
    document = draft(f"One the the.{gap}<!-- stet -->{gap}{one}\n\nLast the the.", format)
    left = decide(document, every(document, "the the"), REPEAT).findings
    assert [f.start.offset for f in left] == [place(document, "the the")[0], place(document, "the the", 3)[0]]


def test_directives_on_lines_one_above_the_other_govern_the_same_block() -> None:
    document = draft("<!-- stet made/repeat -->\n<!-- stet made/slip -->\nOne the the.\nTwo the the.")
    assert lines_left(document, every(document, "the the", REPEAT, SLIP)) == [4, 4]


def test_on_a_line_of_its_own_within_a_block_it_silences_the_rest_of_the_block() -> None:
    document = draft("<p>One the the\n<!-- stet -->\ntwo the the\nthree the the</p>\n<p>Four the the</p>", "html")
    assert lines_left(document, every(document, "the the")) == [1, 5]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("made/repeat", ["made/slip"]),
        ("made/slip, made/repeat", []),
        ("made", []),
        (" Made/Repeat : it is the band's name, made/slip", ["made/slip"]),
        ("other", ["made/repeat", "made/slip"]),
        ("made/repeat made/slip", ["made/repeat", "made/slip"]),
        (": as he says it", []),
    ],
)
def test_it_silences_the_rules_and_packs_that_it_names(names: str, left: list[str]) -> None:
    document = draft(f"One the the. <!-- stet {names} -->")
    decision = decide(document, every(document, "the the", REPEAT, SLIP), REPEAT, SLIP)
    assert [f.rule for f in decision.findings] == left


def test_an_old_name_of_a_rule_is_read_as_the_new_one() -> None:
    document = draft("One the the. <!-- stet old/name -->")
    findings = every(document, "the the")
    assert decide(document, findings, REPEAT, redirects={"old/name": "made/repeat"}).silenced == 1


@pytest.mark.parametrize("comment", ["stetson", "stet-ish", "note: stet", "restet"])
def test_other_comments_are_no_directives(comment: str) -> None:
    document = draft(f"One the the. <!-- {comment} -->", "markdown")
    assert lines_left(document, every(document, "the the")) == [1]


def test_off_silences_up_to_on() -> None:
    document = draft("A the the.\n<!-- stet off -->\nB the the.\nC the the.\n<!-- stet on -->\nD the the.")
    assert lines_left(document, every(document, "the the")) == [1, 6]


def test_off_without_on_silences_to_the_end() -> None:
    document = draft("A the the.\n<!-- stet off: old copy -->\nB the the.\n\nC the the.")
    assert lines_left(document, every(document, "the the")) == [1]


def test_a_rule_may_be_switched_off_and_on_by_name() -> None:
    document = draft("<!-- STET OFF made/repeat -->\nA the the.\n<!-- stet on made/repeat -->\nB the the.", "markdown")
    decision = decide(document, every(document, "the the", REPEAT, SLIP), REPEAT, SLIP)
    assert [(f.start.line, f.rule) for f in decision.findings] == [
        (2, "made/slip"),
        (4, "made/repeat"),
        (4, "made/slip"),
    ]


def test_one_rule_may_be_switched_on_again_while_the_rest_stays_off() -> None:
    document = draft("<!-- stet off -->\nA the the.\n<!-- stet on made/slip -->\nB the the.")
    decision = decide(document, every(document, "the the", REPEAT, SLIP), REPEAT, SLIP)
    assert [(f.start.line, f.rule) for f in decision.findings] == [(4, "made/slip")]


def test_a_great_many_directives_are_read_in_linear_time() -> None:
    pairs = "".join(f"<!-- stet off a/b{i} -->\n<!-- stet on c/d{i} -->\n" for i in range(15_000))
    document = draft(pairs + "One the the.")
    findings = every(document, "the the")
    start = perf_counter()
    assert decide(document, findings, REPEAT).silenced == 0
    assert perf_counter() - start < 5
