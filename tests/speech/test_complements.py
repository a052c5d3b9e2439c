"""What grammar tells where the surface finds nobody: the clause that a verb of saying governs."""

from __future__ import annotations

import pytest

from .test_sources import told


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("Rescuers say the pier was shut on Monday.", "Rescuers", "the pier was shut on Monday"),
        (
            "Critics of the tolls complain the new charges mostly hurt fishermen.",
            "Critics",
            "the new charges mostly hurt fishermen",
        ),
        ("The deck is shut, the head of works in Leeds told the radio.", "the head", "The deck is shut"),
        (
            "Ann Lee was freed on Monday, saying the council had no case against her.",
            "Ann Lee",
            "the council had no case against her",
        ),
        (
            "Ann Lee told a harbor panel on Feb. 27 that the council has raised the toll twice.",
            "Ann Lee",
            "the council has raised the toll twice",
        ),
    ],
)
def test_whoever_is_the_subject(text: str, who: str, said: str) -> None:
    assert [(by, words.rstrip(".")) for by, words in told(text)] == [(who, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers did not say the pier was shut.",
        "If rescuers say the pier is shut, the fair is off.",
        "Rescuers could say the pier was shut.",
        "Nobody says the pier was shut.",
        "We say the pier was shut.",
        "One might say the deck was rusted.",
        "Rescuers asked whether the pier was shut.",
        "Rescuers found the pier was shut.",
        "Rescuers declared the pier open.",
        "Rescuers were told the pier was shut.",
    ],
)
def test_what_is_not_told(text: str) -> None:
    assert told(text) == []
