"""What the cases of typo/misspelling cannot say: the safety of its fixes, settings, whole drafts."""

from __future__ import annotations

import pytest

from lint.finding import Safety, Severity
from lint.linter import Linter
from lint.settings import Settings


def linter(**changes):
    return Linter(Settings(select=("typo/misspelling",)).with_(**changes))


def texts(draft, format="plain", **changes):
    return [f.text for f in linter(**changes).check(draft, format=format).findings]


def test_a_certain_slip_is_mended_and_a_doubtful_one_is_offered_with_others():
    [certain] = linter().check("The goverment fell.").findings
    assert [(f.safety, f.edits[0].text) for f in certain.fixes] == [(Safety.SAFE, "government")]
    assert certain.severity is Severity.ERROR
    [doubtful] = linter().check("He saw a thier of it.").findings
    assert doubtful.fixes[0].safety is Safety.UNSAFE
    assert {f.safety for f in doubtful.fixes[1:]} <= {Safety.SHOW}


def test_a_slip_in_a_quotation_is_shown_and_never_changed():
    draft = "“The whole goverment has to go now,” she said."
    [finding] = linter().check(draft).findings
    assert {f.safety for f in finding.fixes} == {Safety.SHOW}
    assert linter().fix(draft, unsafe=True).text == draft


def test_a_word_that_recurs_is_a_term():
    assert texts("The goverment fell. It was a goverment.") == ["goverment", "goverment"]
    assert texts("The goverment fell. It was a goverment. What a goverment!") == []


@pytest.mark.parametrize("accepted", ["goverment", "Goverment"])
def test_an_accepted_word_is_left_alone(accepted):
    assert texts(f"The {accepted} fell.", accept=frozenset({accepted})) == []


def test_capitals():
    assert texts("Goverment said no. The vote failed.") == ["Goverment"]
    assert texts("He told Goverment no. The Goverment Building stands.") == []
    assert linter().fix("Goverment said no.", unsafe=True).text == "Government said no."


def test_headlines_and_captions_are_read():
    page = (
        "<h1>Goverment falls after vote</h1><p>It fell.</p><figure><figcaption>The old goverment.</figcaption></figure>"
    )
    assert texts(page, format="html") == ["goverment"]
    assert texts(page.replace("old goverment", "old house"), format="html") == ["Goverment"]


@pytest.mark.parametrize(("language", "word"), [("en-GB", "favourable"), ("en-US", "favorable")])
def test_the_suggestion_is_in_the_language_of_the_settings(language, word):
    [finding] = linter(language=language).check("A favuorable wind blew.").findings
    assert finding.fixes[0].edits[0].text == word


def test_how_sure_it_has_to_be_is_an_option():
    draft = "They flacked for it."
    options = {"typo/misspelling": {"confidence": 0.5}}
    assert texts(draft, options=options) == ["flacked"]
    assert texts(draft, options={"typo/misspelling": {"confidence": 0.97}}) == []


def test_a_curly_apostrophe_goes_into_a_draft_that_has_them():
    assert linter().fix("“No,” she said. It’s late and they didnt call.", unsafe=True).text.endswith("didn’t call.")
