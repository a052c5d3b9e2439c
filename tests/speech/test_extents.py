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
        ("Ann Lee said the deck was gone — a comment that irked many.", "the deck was gone"),
        ("Ann Lee said the deck was gone, something Tom Cole had feared.", "the deck was gone"),
        ("Ann Lee said the deck was gone, citing a letter of May.", "the deck was gone"),
        ("Ann Lee said the deck was gone, although it’s not clear when it fell.", "the deck was gone"),
        ("Ann Lee said the deck was gone, but provided no further details of the fall.", "the deck was gone"),
        ("Ann Lee, who said the deck was gone and would not say when, left.", "the deck was gone"),
        ("Ann Lee told Tom Cole she would pay but is glad that nobody asked.", "she would pay"),
        ("Ann Lee said she would vote for Tom Cole, who was elected in 2012.", "she would vote for Tom Cole"),
        ("Ann Lee said she would vote for Tom Cole, who is on trial.", "she would vote for Tom Cole"),
        ("Ann Lee said she would vote for Tom Cole, a harbor commissioner from Leeds.", "she would vote for Tom Cole"),
        ("Ann Lee told the Port Authority (PA) the deck was gone.", "the deck was gone."),
        ("Ann Lee told Tom Cole the deck was gone.", "the deck was gone."),
        ("Ann Lee is blunt, telling “Good Morning Leeds” yesterday that the deck was gone.", "the deck was gone."),
        ("Ann Lee said the pier was “dead” when asked about the vote.", "the pier was “dead”"),
        ("Ann Lee told reporters the deck is sound, though she also hedged on the rail.", "the deck is sound"),
        ("Ann Lee says the pier is “left of Tom Cole,” who backed a toll in 1986.", "the pier is “left of Tom Cole,”"),
        ("Ann Lee says the pier must go and Tom Cole agrees.", "the pier must go"),
        ("Ann Lee told members of her board they had to mend the deck.", "they had to mend the deck."),
        ("Ann Lee said the deck was “gone,” in a ruling late Monday that irked many.", "the deck was “gone,”"),
        ("Ann Lee said the deck was gone, during remarks that few heard.", "the deck was gone"),
        ("Ann Lee said she hired a diver, a move that could help the board.", "she hired a diver"),
        ("Boat owners say the toll was due, while the harbor board argues that it is unfair.", "the toll was due"),
        ("A sad fact is that, according to Ann Lee, the deck has sunk for good.", "the deck has sunk for good."),
        ("There is a hint of rust, if only a hint: according to Ann Lee, the deck has sunk.", "the deck has sunk."),
        ("Ann Lee added three words below her name: “with much regret.”", "“with much regret.”"),
        ("Tom Cole blames a board that many say is quite broke, but he also blames the town.", "is quite broke"),
        ("Ann Lee vowed to mend “the old deck of all” if it rains.", "“the old deck of all”"),
        (
            "This is a sad time for a board that never knew “the way of the world,” as Ann Lee put it.",
            "“the way of the world,”",
        ),
        ("Ann Lee said – not for the first time – that the deck was gone.", "the deck was gone."),
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
        (
            "Ann Lee said the pier was built by divers, who will have to mend it.",
            "the pier was built by divers, who will have to mend it.",
        ),
        (
            "Ann Lee said the rust got to Tom Cole, a sail and the deck.",
            "the rust got to Tom Cole, a sail and the deck.",
        ),
        (
            "Ann Lee said the board would pay and would not give up on the pier.",
            "the board would pay and would not give up on the pier.",
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
        "These are the divers, Ann Lee said, who would have to mend it.",
        "In all her years at the pier, Ann Lee says, she has seen no rust.",
        "If the deck falls, Ann Lee said the board will pay.",
        "If the deck falls, Ann Lee said, “we will pay.”",
        "The deck of the old pier, Ann Lee said, “is shut for good.”",
        "The deck of the old pier, Ann Lee said in March, “is not shut for good.”",
    ],
)
def test_a_tag_may_stand_between_subject_and_verb(text: str) -> None:
    document, found = speech(text)
    (statement,) = found.statements
    first, second = (document.text[slice(*span)] for span in statement.said)
    assert text.startswith(first)
    assert text.endswith(second)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Ann Lee said Tom Cole, a former mayor of Leeds, would pay for the deck.",
            ["Tom Cole", "would pay for the deck."],
        ),
        (
            "She goes on to piers at large: “They rust,” Ann Lee says, and “they fall.”",
            ["“They rust,”", "and “they fall.”"],
        ),
        (
            "Ann Lee said that Tom Cole had assured her that “the deck is sound.”",
            ["Tom Cole had assured her that “the deck is sound.”"],
        ),
        (
            "Officials sought word on a dive that the club said Tom Cole would make, the letters show.",
            ["Officials sought word on a dive that the club said Tom Cole would make"],
        ),
        (
            "The number of piers reported could be “just the start of it,” Ann Lee told The Post.",
            ["The number of piers reported could be “just the start of it,”"],
        ),
        (
            "“We know that the deck is old,” Ann Lee said, but that her main concern was the rail.",
            ["“We know that the deck is old,”", "but that her main concern was the rail."],
        ),
        ("Before Ann Lee announced a run last May, Tom Cole fell for “mend and go” rules.", []),
        ("On Monday, Ann Lee said, he left for the pier.", ["he left for the pier."]),
        (
            "Ann Lee said the pier of Tom Cole, who resigned in 2012, would be shut.",
            ["the pier of Tom Cole", "would be shut."],
        ),
    ],
)
def test_who_somebody_is_stands_aside(text: str, pieces: list[str]) -> None:
    document, found = speech(text)
    assert [document.text[slice(*span)] for s in found.statements for span in s.said] == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee promised to block any bill that includes money for the pier.",
        "Ann Lee told The Post the same thing.",
        "Ann Lee denied all of the charges against her and was cleared in May.",
        "The board is far more moderate than some owners suggest, and welcomes a vote on the pier.",
        "Ann Lee said bitter things that many took to heart.",
        "Divers wore white, something Ann Lee stressed in her opinion.",
        "Fees vary according to certain factors, such as age.",
        "Ann Lee is the author of the book “Old Piers: How the Harbors of Leeds and the Boats of York Were Lost for Good.”",
        "While Ann Lee has said little, she has also complained about the heavy hand of the board.",
        "Ann Lee wrote “The Great Pier Falls”:",
        "The speech, “What to the Diver Is the Pier,” questioned the plan.",
    ],
)
def test_a_deed_is_not_told(text: str) -> None:
    assert said(text) == []


def test_what_a_court_rules_against_is_not_said() -> None:
    assert said("In two cases, Judge Lee ruled against the board and its plan.") == []
