import pytest
from made_findings import a_rule, decide, draft, found, texts

from lint.finding import Severity
from lint.page import Page
from lint.rule import BODY, HEADS, BlockKind, Quotes

SKIP, SHOW, ONLY = (a_rule(quotes=quotes) for quotes in (Quotes.SKIP, Quotes.SHOW, Quotes.ONLY))


def test_a_finding_in_a_block_out_of_scope_is_dropped() -> None:
    document = draft("# Town wins\n\nTown wins at home.", "markdown")
    heading, body = found(document, "Town wins"), found(document, "Town wins", nth=1)
    assert decide(document, [heading, body], a_rule(scope=BODY)).findings[0].start == body.start
    assert decide(document, [heading, body], a_rule(scope=HEADS)).findings[0].start == heading.start


def test_a_finding_outside_every_block_is_kept() -> None:
    document = draft("One line.\n\n\n\nAnother line.")
    assert texts(decide(document, [found(document, "\n\n\n\n")], a_rule(scope=HEADS)).findings) == ["\n\n\n\n"]


def test_a_place_between_characters_belongs_to_the_block_that_it_ends() -> None:
    document = draft("The mayor left")
    point = Page(document, a_rule()).finding_in_source(14, 14, "no stop")
    assert len(decide(document, [point], a_rule(scope=BODY)).findings) == 1
    assert len(decide(document, [point], a_rule(scope=frozenset({BlockKind.CODE}))).findings) == 0


def test_a_finding_in_code_is_dropped_unless_the_rule_reads_code() -> None:
    document = draft("Type `the the` at the the prompt.", "markdown")
    findings = [found(document, "the the"), found(document, "the the", nth=1)]
    assert [f.start.offset for f in decide(document, findings).findings] == [findings[1].start.offset]
    assert len(decide(document, findings, a_rule(scope=BODY | {BlockKind.CODE})).findings) == 2


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("was late", True),
        ("“We was late,”", True),
        ("We was late", True),
        ("late,” he", False),
        ("“We was late,” he said.", False),
        ("he said", False),
        ("“No.” “Yes.”", True),
        ("‘near", True),
        ("“", False),
    ],
)
def test_skip_and_only_part_findings_by_whether_they_take_in_more_than_quotations(words: str, within: bool) -> None:
    document = draft("“We was late,” he said. “No.” “Yes.” It was ‘near’.")
    finding = found(document, words)
    assert bool(decide(document, [finding], SKIP).findings) is not within
    assert bool(decide(document, [finding], ONLY).findings) is within
    assert decide(document, [finding], SHOW).findings


def test_a_finding_over_a_whole_quotation_block_is_within_it() -> None:
    document = draft("They wrote:\n\n> We was late.\n>\n> It was dark.\n", "markdown")
    whole = found(document, "We was late.\n>\n> It was dark.")
    assert not decide(document, [whole], SKIP).findings


def test_an_accepted_word_is_not_flagged_by_rules_about_words() -> None:
    document = draft("Shoppe owners met. The SHOPPE closed. Shops stay.")
    findings = [found(document, "Shoppe"), found(document, "SHOPPE"), found(document, "Shops")]
    about_words, other = a_rule(about_words=True), a_rule()
    assert texts(decide(document, findings, about_words, accepted=frozenset({"shoppe"})).findings) == ["Shops"]
    assert texts(decide(document, findings, about_words, accepted=frozenset({"Shoppe"})).findings) == [
        "SHOPPE",
        "Shops",
    ]
    assert len(decide(document, findings, other, accepted=frozenset({"shoppe"})).findings) == 3


def test_findings_under_the_least_severity_are_not_reported() -> None:
    document = draft("One two three.")
    rules = [a_rule(f"made/{s}", severity=s) for s in Severity]
    findings = [found(document, "two", rule) for rule in rules]
    assert len(decide(document, findings, *rules).findings) == 3
    kept = decide(document, findings, *rules, min_severity=Severity.WARNING).findings
    assert {f.severity for f in kept} == {Severity.ERROR, Severity.WARNING}


def test_the_outcome_is_by_place_whatever_the_order_given() -> None:
    document = draft("One two three one two three.")
    rules = [a_rule("made/a"), a_rule("made/b")]
    findings = [found(document, word, rule, nth=n) for word in ("one", "two", "three") for n in (0,) for rule in rules]
    decision = decide(document, findings, *rules)
    assert decision == decide(document, findings[::-1], *rules)
    assert [f.start.offset for f in decision.findings] == sorted(f.start.offset for f in findings)


def test_a_malformed_fix_costs_the_finding_its_fixes_and_names_the_rule() -> None:
    document = draft("One two three.")
    bad = Page(document, a_rule("made/bad"))
    broken = found(document, "two", a_rule("made/bad"), fix="too")
    fix = broken.fixes[0]
    broken = bad.finding_in_source(*broken.span, "made", fixes=[type(fix)("mend", (*fix.edits, *fix.edits))])
    sound = found(document, "three", a_rule("made/sound"), fix="tree")
    decision = decide(document, [broken, sound], a_rule("made/bad"), a_rule("made/sound"))
    assert [len(f.fixes) for f in decision.findings] == [0, 1]
    assert [p.rule for p in decision.problems] == ["made/bad"]


@pytest.mark.parametrize("mark", ["[sic]", "(sic)", "[Sic.]", "( sic )"])
def test_what_is_marked_with_sic_is_left(mark: str) -> None:
    document = draft(f"She has a phone and it it {mark} government now, and and a bag.")
    marked, later = found(document, "it it"), found(document, "and and")
    assert [f.text for f in decide(document, [marked, later]).findings] == ["and and"]


@pytest.mark.parametrize("words", ["the whole town", "town knew, he recieved", "the the"])
def test_sic_is_about_the_words_just_before_it(words: str) -> None:
    document = draft("All the whole town knew, he recieved [sic] the the post.")
    assert texts(decide(document, [found(document, words)]).findings) == [words]


def test_a_bare_sic_marks_nothing() -> None:
    document = draft("It says it it sic transit.")
    assert texts(decide(document, [found(document, "it it")]).findings) == ["it it"]
