"""Who a noun or a pronoun is taken to: offices, staffs, spokesmen, those who speak together, "they said" after the words."""

from __future__ import annotations

import pytest

from lint.speech import SpeakerKind

from .test_speech import speech, who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom Lee came. His office said it was shut. On Monday Mr. Lee’s office said it was late.", "Mr. Lee’s office"),
        ("Tom Lee came. A spokesman for Lee said it was shut. Lee said it was late.", "Tom Lee"),
        ("On Monday the Harbor Trust met. A Harbor Trust spokesman said it was shut.", "Harbor Trust"),
        ("On Monday Lee wrote to the Harbor Trust. A spokeswoman for the Harbor Trust said it was shut.", "Harbor Trust"),
    ],
)  # fmt: skip
def test_who_an_office_or_a_spokesman_speaks_for(text: str, names: str) -> None:
    assert {s.name for s in speech(text)[1].speakers} == {names}


def test_a_spokesman_of_nobody_by_name_is_a_source_of_its_own() -> None:
    assert who("On Monday the Harbor Trust met. A spokesman for divers said it was shut.") == ["A spokesman"]


def test_offices_of_two_are_two() -> None:
    text = "On Monday Lee’s office said it was shut, and on Tuesday Cole’s office said it was open."
    assert who(text) == ["Lee’s office", "Cole’s office"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday the Leeds Supreme Court met. The department said it was shut.", "The department"),
        ("On Monday the Leeds Supreme Court met. The court said it was shut.", "Leeds Supreme Court"),
        ("On Monday the Leeds Times came out. The company said it was shut.", "The company"),
        ("On Monday the Leeds Times came out. The paper said it was shut.", "Leeds Times"),
        ("On Monday Harbor Motors met. The company said it was shut.", "Harbor Motors"),
    ],
)
def test_a_general_noun_goes_on_for_a_body_of_its_sort(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "And make no mistake, the mayor and his supporters repeatedly said it was shut.",
            ["the mayor and his supporters"],
        ),
        ("But lobbyists and harbor officials said it was shut.", ["lobbyists and harbor officials"]),
        (
            "Several council aides, lobbyists and harbor officials said it was shut.",
            ["Several council aides, lobbyists and harbor officials"],
        ),
        ("They met in Leeds, and the mayor said it was shut.", ["the mayor"]),
    ],
)
def test_those_who_speak_together(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Critics say it is shut. If the owners pay, divers will come to it, they said.", ["Critics"] * 2),
        ("Critics say it is shut. Owners want rules that they say would open it.", ["Critics", "Owners"]),
        ("• Ten members of the board quit. They said it was shut.", ["Ten members"]),
        ("Chris Nolquist met Susan Reddy. On Monday Nolquist said it was shut. She said it was late.", ["Chris Nolquist"] * 2),
        ("As the speaker and his friends met, Mr. Cole went on. “It is shut,” he said.", ["Cole"]),
    ],
)  # fmt: skip
def test_who_a_pronoun_is(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The often stern Leeds Post editorial board said it was shut.", "Leeds Post editorial board"),
        ("The often Lee-friendly Leeds Post editorial board said it was shut.", "Leeds Post editorial board"),
        ("The Leeds board said it was shut.", "The Leeds board"),
        ("A senior Leeds Post editor said it was shut.", "A senior Leeds Post editor"),
    ],
)
def test_adjectives_are_no_part_of_a_bodys_name(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Local trade groups said it was shut.", SpeakerKind.GROUP),
        ("A local trade group said it was shut.", SpeakerKind.INSTITUTION),
        ("“It is shut,” said a borrower.", SpeakerKind.ANONYMOUS),
        ("“It is shut,” read a poster.", SpeakerKind.DOCUMENT),
    ],
)
def test_what_kind_those_without_a_name_are(text: str, kind: SpeakerKind) -> None:
    assert [s.kind for s in speech(text)[1].speakers] == [kind]


def test_the_sentence_after_an_opening_phrase_is_no_aside() -> None:
    text = "In a letter to the Harbor Trust, Lee’s board asked for “a new deck.” The Harbor Trust said it was shut."
    assert [s.description for s in speech(text)[1].speakers if s.name == "Harbor Trust"] == [""]
    text = "In a letter to Tom Cole, the mayor of Leeds, Ann Lee said it was shut. Cole said it was late."
    assert [s.description for s in speech(text)[1].speakers] == ["", "the mayor of Leeds"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It is shut, according to Dorvan authorities, who came by. As it rains, authorities said it was late.",
            ["Dorvan authorities"],
        ),
        (
            "Dorvan officials said it was shut. Harbor officials said it was late.",
            ["Dorvan officials", "Harbor officials"],
        ),
        ("On Monday the Harbor Ministry met. The airline said it was shut.", ["The airline"]),
        ("On Monday the Harbor Ministry met. The agency said it was shut.", ["Harbor Ministry"]),
    ],
)
def test_a_bare_noun_goes_on_for_those_met(text: str, names: list[str]) -> None:
    assert [s.name for s in speech(text)[1].speakers] == names


def test_a_sentence_after_its_opening_participle_is_no_aside() -> None:
    text = "Asking a diver named Ann Lee, the captain looked at the pier. The captain said it was shut."
    assert who(text) == ["The captain"]
