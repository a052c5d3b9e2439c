"""Who is the source where one passes on what another says, says what another will say, or nobody says it."""

from __future__ import annotations

import pytest

from .test_readings import said, speech, who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The pier is shut,” Ann Lee said, Reuters reports.", "“The pier is shut,”"),
        ("The pier is shut, Ann Lee said, Reuters reported Tuesday.", "The pier is shut"),
        ("But Ann Lee says the pier has “no future at all,” the AP writes.", "the pier has “no future at all,”"),
        ("Ann Lee said Monday that “the deck could go,” The Post reports.", "“the deck could go,”"),
        ("Ann Lee called the pier “a heap of rust,” The Associated Press reports.", "“a heap of rust,”"),
    ],
)
def test_an_agency_passes_on_what_somebody_says(text: str, words: str) -> None:
    assert (who(text), said(text)) == (["Ann Lee"], [words])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The pier is shut, Reuters reports.", ["Reuters"]),
        ("Ann Lee left. The pier has “no future at all,” the AP writes.", ["AP"]),
        (
            "Ann Lee said the pier was shut. The rail has “gone to rust at last,” The Post reported.",
            ["Ann Lee", "Post"],
        ),
    ],
)
def test_an_agency_with_nobody_in_its_report_is_the_source(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An aide said his boss would insist on “clear answers” from the board.", ["An aide"]),
        ("Ann Lee says Tom Cole will stress how the pier needs “a new deck.”", ["Ann Lee"]),
        ("Ann Lee said the board never called the pier “a heap of rust.”", ["Ann Lee"]),
        ("Police said Tom Cole told officers that he set the fire.", ["Police"]),
        ("Police said Tom Cole told officers: “I set the fire.”", ["Tom Cole"]),
        ("Reuters reported Tom Cole said the pier was shut.", ["Tom Cole"]),
        ("Ann Lee said it was late. Tom Cole would insist on “clear answers” himself.", ["Ann Lee", "Tom Cole"]),
    ],
)
def test_what_another_will_say_is_part_of_what_is_told(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_what_another_will_say_is_told_whole() -> None:
    text = "An aide said his boss would insist on “clear answers” from the board."
    assert said(text) == ["his boss would insist on “clear answers” from the board."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee says nothing in the plan tells divers how they should “behave” on deck.", ["Ann Lee"]),
        ("Nothing says that a pier is for ever.", []),
        ("Nobody said that the pier was shut.", []),
        (
            "One of the statutes has a list of piers, explaining that whoever “burns a pier shall pay.”",
            ["One of the statutes"],
        ),
        ("Many papers came. Many news outlets alleged that the pier was shut.", ["Many news outlets"]),
        ("Some residents worry the deck will go.", ["Some residents"]),
        ("Ann Lee is worried that the deck will go.", []),
        ("The couple live on the pier. It is old. But whatever comes, they say they will stay.", ["the couple"]),
        ("The photo shows the couple on the deck. On Monday the couple said it was shut.", ["the couple"]),
        ("A couple of voters said the pier was shut.", ["voters"]),
    ],
)
def test_who_can_be_a_source(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee said last May the pier was shut.", "the pier was shut."),
        ("Ann Lee said in May the pier was shut.", "the pier was shut."),
        ("Ann Lee said earlier this week the pier was shut.", "the pier was shut."),
        ("Ann Lee said May Cole owned the pier.", "May Cole owned the pier."),
        ("As The Leeds Post also reported, divers filed a suit.", "divers filed a suit."),
        ("The pier may go on, reported HarborPierNews.", "The pier may go on"),
        ("Ann Lee admitted to some “rust on the deck” but neither mended nor sold it.", "to some “rust on the deck”"),
    ],
)
def test_the_time_and_the_tag_are_not_said(text: str, words: str) -> None:
    assert said(text) == [words]


def test_what_stands_on_both_sides_of_a_tag_is_said() -> None:
    text = "But the key to mending it, explains Ann Lee, a professor at Leeds, is that the deck has to go."
    document, found = speech(text)
    (statement,) = found.statements
    parts = [document.text[slice(*span)] for span in statement.said]
    assert parts == ["But the key to mending it", "is that the deck has to go."]
