"""What an unknown form may stand for, and how sure that is."""

from __future__ import annotations

import pytest

from lint.spelling import Coinage, is_word, run_on, speller_for
from lint.spelling.coinage import coinage
from lint.spelling.slips import cost


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("goverment", "government"), ("recieved", "received"), ("teh", "the"), ("occured", "occurred"),
        ("definately", "definitely"), ("wich", "which"), ("hte", "the"), ("didnt", "didn't"), ("fficial", "official"),
    ],
)  # fmt: skip
def test_the_right_word_comes_first_and_is_sure(wrong, right):
    verdict = speller_for().judge(wrong)
    assert verdict.candidates[0].word == right
    assert verdict.sure > 0.9


def test_candidates_come_by_score():
    scores = [c.score for c in speller_for().judge("thier").candidates]
    assert scores == sorted(scores, reverse=True)
    assert speller_for().judge("thier").lead == scores[0] - scores[1] > 0


@pytest.mark.parametrize(("language", "first"), [("en-GB", "colour"), ("en-US", "color"), ("en-AU", "colour")])
def test_the_language_decides_between_spellings(language, first):
    assert speller_for(language).judge("coluor" if first == "colour" else "coler").candidates[0].word == first


def test_the_words_beside_it_decide_between_words():
    assert speller_for().judge("wold", "he", "be").candidates[0].word == "would"
    assert speller_for().judge("wold", "the", "cup").candidates[0].word == "world"


@pytest.mark.parametrize("form", ["xqzzkvw", "zzzzzzzz", "q", "flumbitaceous"])
def test_a_form_like_no_word_is_no_slip(form):
    assert speller_for().judge(form).sure < 0.5


@pytest.mark.parametrize(
    ("form", "how"),
    [
        ("unpresidented", Coinage.DERIVED), ("harborgate", Coinage.DERIVED), ("antimask", Coinage.DERIVED),
        ("mayorism", Coinage.DERIVED), ("gunshow", Coinage.COMPOUND), ("whooo", Coinage.STRETCHED),
        ("goverment", Coinage.NONE), ("proceeed", Coinage.NONE),
    ],
)  # fmt: skip
def test_how_a_form_is_made(form, how):
    assert not is_word(form)
    assert coinage(form) is how


@pytest.mark.parametrize(
    ("form", "two"),
    [("ofthe", ("of", "the")), ("alot", ("a", "lot")), ("afterall", ("after", "all")), ("tothe", ("to", "the")),
     ("gunshow", None), ("goverment", None), ("together", None), ("into", None), ("", None), ("a", None)],
)  # fmt: skip
def test_two_words_set_as_one(form, two):
    assert run_on(form) == two


def test_slips_cost_more_the_rarer_they_are():
    assert cost("their", "their") == 0
    assert cost("occured", "occurred") < cost("recieve", "receive") < cost("govenment", "government") + 1
    assert cost("hat", "cat") > cost("cut", "cat")
    assert cost("", "") == 0
    assert cost("", "a") > 0
