"""Who is the source where one passes on what another says, says what another will say, or nobody says it."""

from __future__ import annotations

import pytest

from .test_readings import said, who


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
