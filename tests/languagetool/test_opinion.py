"""Matches become findings, under the same policy as all others."""

from __future__ import annotations

import pytest

import lint
from lint import LanguageTool, Linter, Settings, Severity
from lint.policy import Baseline


def test_a_match_is_a_finding_that_is_only_shown(fake, desk) -> None:
    fake.knows(("had once",), replacements=("could have", "could've", "can have", "would have"), message="A ‘slip’.")
    text = "She had once stayed."
    report = desk().check(text)
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.message) == (
        "languagetool/COULD_OF",
        Severity.SUGGESTION,
        "A ‘slip’.",
    )
    assert (finding.text, finding.start.offset, finding.context.after) == ("had once", 4, " stayed.")
    assert [f.title for f in finding.fixes] == [f"“had once” to “{w} have”" if w != "could've" else
                                                "“had once” to “could've”" for w in ("could", "could've", "can")]  # fmt: skip
    assert {f.safety.value for f in finding.fixes} == {"show"}
    assert finding.fingerprint
    assert desk().fix(text, unsafe=True).text == text


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("🎉🎉 She had once stayed, 😀 he could not.", "plain"),
        ("# A head 🎉\n\nShe *had*\nonce stayed 😀.", "markdown"),
        ("<p>🎉 &amp; she <b>had</b> once stayed.</p>", "html"),
        ("e\u0301\u0301 🏳️‍🌈 She had once stayed.", "plain"),
    ],
)
def test_places_are_right_whatever_stands_before(fake, desk, text: str, format: str) -> None:
    fake.knows(("had once",))
    report = desk().check(text, format=format)
    (finding,) = (f for f in report.findings if f.rule == "languagetool/COULD_OF")
    start, end = finding.span
    assert text[start:end].replace("*", "").replace("\n", " ").replace("<b>", "").replace("</b>", "") == "had once"


def test_an_emoji_within_a_match_counts_once(fake, second) -> None:
    fake.knows(("big \u25a1 boat",))  # what stands for it, as it is sent
    assert second("The big 🎉 boat left.") == [("COULD_OF", "big 🎉 boat")]


def test_code_is_not_sent_and_markup_is_left_out(fake, desk) -> None:
    fake.knows(("had once",))
    report = desk().check("She *left*.\n\n    had once\n\nIt said `had once`.", format="markdown")
    assert fake.asked[0]["text"] == "She left.\n\nIt said had once."
    assert report.findings == ()


def test_a_match_over_two_blocks_is_left_out(fake, second) -> None:
    fake.knows(("left.\n\nHe",))
    assert second("She left.\n\nHe stayed.") == []


def test_an_empty_draft_is_not_sent(fake, second) -> None:
    assert second("\n\n") == []
    assert fake.asked == []


def test_quotations_are_let_be(fake, second) -> None:
    fake.knows(("had once",))
    assert second("“She had once stayed,” he said.") == []


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("The road to Zaporizhia is closed.", "Zaporizhia", "TYPOS"),
        ("The road to New Brandeis is closed.", "New Brandeis", "GRAMMAR"),
        ("The mayor met eBae staff there.", "eBae", "TYPOS"),
        ("Rosneft is closed.", "Rosneft", "TYPOS"),
    ],
)
def test_names_are_let_be(fake, second, text: str, words: str, category: str) -> None:
    fake.knows((words,), category=category)
    assert second(text) == []


def test_grammar_around_a_name_is_not(fake, second) -> None:
    fake.knows(("Anna quick",))
    assert second("So Anna quick left.") == [("COULD_OF", "Anna quick")]


def test_accepted_words_are_let_be(fake, second) -> None:
    fake.knows(("flooble", "MORFOLOGIK_RULE_EN_US"), category="TYPOS", kind="misspelling")
    assert second("A flooble fell.") == [("MORFOLOGIK_RULE_EN_US", "flooble")]
    assert second("A flooble fell.", settings={"accept": frozenset({"flooble"})}) == []


def test_what_is_found_already_is_not_said_twice(fake, second) -> None:
    fake.knows(("the the", "ENGLISH_WORD_REPEAT_RULE"), category="MISC", kind="duplication")
    assert second("Rain fell on the the harbor.") == []
    assert second("Rain fell on the the harbor.", settings={"ignore": ("duplication",)}) == [
        ("ENGLISH_WORD_REPEAT_RULE", "the the")
    ]


def test_a_long_sentence_hides_nothing(fake, desk) -> None:
    fake.knows(("had once",))
    text = (
        "The crew said on Monday that it "
        + "and ".join(f"went on to pier number {n} " for n in range(12))
        + "had once sunk."
    )
    found = {f.rule for f in desk().check(text).findings}
    assert {"languagetool/COULD_OF", "clarity/long-sentence"} <= found


@pytest.mark.parametrize("named", ["languagetool", "languagetool/COULD_OF", "LanguageTool/could_of", ""])
def test_stet(fake, desk, named: str) -> None:
    fake.knows(("had once",))
    report = desk().check(f"She had once stayed. <!-- stet {named}: as she speaks -->", format="markdown")
    assert report.findings == ()
    assert report.silenced == 1


def test_a_directive_for_it_is_right_where_it_is_not_asked() -> None:
    text = "She stayed. <!-- stet languagetool/COULD_OF: as she speaks --> He left. <!-- stet languagetool -->"
    assert lint.check(text, format="markdown").findings == ()


def test_the_baseline_knows_its_findings(fake, desk, tmp_path) -> None:
    fake.knows(("had once",))
    path = tmp_path / "draft.txt"
    path.write_text("She had once stayed.")
    Baseline.of([desk().check_file(path)], tmp_path).save(tmp_path / "known.json")
    report = desk({"baseline": tmp_path / "known.json"}).check_file(path)
    assert (report.findings, report.known) == ((), 1)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({"ignore": ("languagetool",)}, []),
        ({"ignore": ("languagetool/A_RULE",)}, ["B_RULE"]),
        ({"select": ("languagetool/A_RULE", "typo")}, ["A_RULE"]),
        ({"select": ("languagetool",)}, ["A_RULE", "B_RULE"]),
        ({"select": ("typo",)}, ["A_RULE", "B_RULE"]),
    ],
)
def test_rules_are_chosen_by_name(fake, second, settings, found: list[str]) -> None:
    fake.knows(("stayed", "A_RULE"), ("late", "B_RULE"))
    assert [rule for rule, _ in second("She stayed late.", settings=settings)] == found


def test_what_is_left_out_whole_is_not_asked(fake, second) -> None:
    second("She stayed.", settings={"ignore": ("languagetool",)})
    assert fake.asked == []


def test_severities_are_set_by_name(fake, desk) -> None:
    fake.knows(("stayed", "A_RULE"), ("late", "B_RULE"))
    severities = {"languagetool": Severity.WARNING, "languagetool/B_RULE": Severity.ERROR}
    found = desk({"severity": severities}).check("She stayed late.").findings
    assert [f.severity for f in found] == [Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("asked", [{"enabled_rules": ("COMMA",)}, {"enabled_categories": ("STYLE",)}, {"picky": True}])
def test_style_and_typography_are_said_where_they_are_asked_for(fake, second, asked) -> None:
    fake.knows(("late", "COMMA"), category="STYLE", kind="style")
    assert second("She stayed late.") == []
    assert second("She stayed late.", **asked) == [("COMMA", "late")]


def test_what_is_asked_reaches_the_server(fake, second) -> None:
    second("She stayed.", language="en-GB", picky=True, disabled_rules=("A", "B"), enabled_rules=("C",),
           disabled_categories=("D",), enabled_categories=("E",))  # fmt: skip
    (asked,) = fake.asked
    assert set(asked.pop("disabledRules").split(",")) == {"A", "B"}
    assert asked == {
        "language": "en-GB", "text": "She stayed.", "level": "picky", "enabledRules": "C", "disabledCategories": "D",
        "enabledCategories": "E",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "settings", "language"),
    [
        ("She stayed.", {}, "en-US"),
        ("She stayed.", {"language": "en-CA"}, "en-CA"),
        ("The colour of the harbour had faded.", {}, "en-GB"),
        ("The color of the harbor had faded.", {}, "en-US"),
        ("The colour of the harbor and the neighbor had faded.", {}, "en-US"),
        ("The colour of the harbour had faded.", {"language": "en-AU"}, "en-AU"),
        ("---\nlang: en-AU\n---\nShe stayed.", {}, "en-AU"),
        ("---\nlang: en-CA\n---\nThe colour had faded.", {"language": "en-GB"}, "en-GB"),
    ],
)
def test_the_language_is_that_of_the_draft(fake, desk, text: str, settings: dict[str, str], language: str) -> None:
    assert desk(settings).check(text, format="markdown").problems == ()
    assert [asked["language"] for asked in fake.asked] == [language]


def test_each_draft_is_asked_about_in_its_own_language(fake, desk) -> None:
    held = desk()
    for text in ("The colour faded.", "The color faded.", "The labour was hard."):
        held.check(text)
    assert [asked["language"] for asked in fake.asked] == ["en-GB", "en-US", "en-GB"]


def test_no_other_english_is_wrong_where_none_was_named(fake, second) -> None:
    message = "Possible spelling mistake. ‘colour’ is British English."
    fake.knows(("colour", "MORFOLOGIK_RULE_EN_US"), category="TYPOS", kind="misspelling", message=message)
    assert second("The colour faded.") == []
    assert second("The colour of the harbor and the neighbor faded.") == []
    assert second("The colour faded.", language="en-US") == [("MORFOLOGIK_RULE_EN_US", "colour")]


def test_a_rule_with_an_odd_name_has_a_name_that_can_be_written(fake, second) -> None:
    fake.knows(("stayed", "A RULE/[2]"))
    assert second("She stayed.") == [("A_RULE_2_", "stayed")]


def test_any_rule_of_it_can_be_explained(desk) -> None:
    (rule,) = desk().catalogue.named("languagetool/COULD_OF")
    assert (rule.name, rule.default) == ("languagetool/COULD_OF", False)
    with pytest.raises(lint.PackError):
        desk().catalogue.named("languagetool/COULD OF")


def test_a_gate_blocks_by_its_pack(fake) -> None:
    from lint.cms import Policy, gate

    fake.knows(("had once",))
    desk = Linter(Settings(languagetool=LanguageTool(fake.url)))
    verdict = gate({"body": "She had once stayed."}, policy=Policy(block=("languagetool",)), linter=desk)
    assert [found.finding.rule for found in verdict.blocking] == ["languagetool/COULD_OF"]
