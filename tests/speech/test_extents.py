"""How far what is said goes: where the writer's own words run on, and what is still the speaker's."""

from __future__ import annotations

import pytest

from .test_speech import said, speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee said the plan was dead, but few agree.", "the plan was dead"),
        ("Republicans insist that the deck will hold, but engineers are dubious.", "the deck will hold"),
        ("Ann Lee said the plan was dead, but she did not say why.", "the plan was dead"),
        ("Ann Lee said it was late, but she wouldn’t say how she would vote.", "it was late"),
        ("Ann Lee said it was time to weigh in, but declined to say when.", "it was time to weigh in"),
        ("Ann Lee said the pier was shut, without giving a reason.", "the pier was shut"),
        ("Ann Lee said the pier was shut without elaborating.", "the pier was shut"),
        ("Ann Lee said she had no hope for the pier, but she has grown fond of it.", "she had no hope for the pier"),
        ("Ann Lee initially said the pier was shut, but it opened in May.", "the pier was shut"),
        ("Ann Lee said the plan was dead, a day after the vote.", "the plan was dead"),
        ("Ann Lee said the plan was dead, a nod to the fire of 1910.", "the plan was dead"),
        ("Ann Lee said the plan was “dead,” a reference to the fire of 1910.", "the plan was “dead,”"),
        ("Ann Lee said the plan was dead, referring to the pier.", "the plan was dead"),
        ("While Ann Lee said that the deck was gone, the board thinks it holds.", "the deck was gone"),
        ("After Ann Lee said the deck was gone, Tom Cole left.", "the deck was gone"),
        ("Ann Lee told The Post in reply to Tom Cole: “We are not there yet,” and left.", "“We are not there yet,”"),
        ("Ann Lee said the board sold a pier in which Tom Cole said he had a share.", "the board sold a pier"),
        ("Ann Lee said on ABC’s “This Week” that the deck was gone.", "the deck was gone."),
        ("Ann Lee said she will meet them to discuss “a plan.”", "she will meet them to discuss “a plan.”"),
        ("Ann Lee said, We think that the pier is shut.", "We think that the pier is shut."),
        ("The group that owns the pier told us the deck was gone.", "the deck was gone."),
        (
            "Ann Lee said little of the pier, only adding that “the deck is as good as new.”",
            "“the deck is as good as new.”",
        ),
        (
            "Ann Lee said the vote should be held again, while Tom Cole proposed more talks on the pier.",
            "the vote should be held again",
        ),
        (
            "Ann Lee said the board was in disarray, underscoring how little the owners agree on.",
            "the board was in disarray",
        ),
    ],
)
def test_the_writer_takes_over(text: str, words: str) -> None:
    assert said(text)[0][1] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ann Lee said the plan was dead, but she would fight for it.",
            "the plan was dead, but she would fight for it.",
        ),
        ("Ann Lee said the deck fell on May 2, a day after the vote.", "the deck fell on May 2, a day after the vote."),
        ("Ann Lee said divers go down without giving their names.", "divers go down without giving their names."),
        ("Ann Lee says the deck is shut, but the rail is sound.", "the deck is shut, but the rail is sound."),
        ("Ann Lee said the pier was a wreck, a heap of rust.", "the pier was a wreck, a heap of rust."),
        ("Ann Lee said that when the deck fell, the rail held.", "when the deck fell, the rail held."),
        (
            "Ann Lee said the pier was shut for the winter, while boats from Leeds could land at the quay.",
            "the pier was shut for the winter, while boats from Leeds could land at the quay.",
        ),
    ],
)
def test_the_speaker_goes_on(text: str, words: str) -> None:
    assert [told for _, told in said(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "This, a judge ruled in May, violated the rights of divers.",
        "The board, Ann Lee said on Monday, has sold the pier for good.",
        "The board, Ann Lee noted, rejected the plan of the divers.",
    ],
)
def test_a_tag_may_stand_between_subject_and_verb(text: str) -> None:
    document, found = speech(text)
    (statement,) = found.statements
    first, second = (document.text[slice(*span)] for span in statement.said)
    assert text.startswith(first)
    assert text.endswith(second)


def test_what_a_court_rules_against_is_not_said() -> None:
    assert said("In two cases, Judge Lee ruled against the board and its plan.") == []
