"""Names taken apart from what stands around them: offices, parties, surnames that are offices, too."""

from __future__ import annotations

import pytest

from .test_speech import speech, who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rep. Ann Lee, R-N.Y., said it was “a heap.”", "Ann Lee"),
        ("Rep. Peter King, R-N.Y., said it was “a heap.”", "Peter King"),
        ("Sen. Ann Lee, D-Ohio, who has seen other piers, said it was shut.", "Ann Lee"),
        ("“It is shut,” said Sen. Ann Lee, I-Maine.", "Ann Lee"),
        ("Secretary of State Ann Lee said it was shut.", "Ann Lee"),
        ("Secretary of State Ann Lee came by. “It is shut,” Lee said.", "Ann Lee"),
        ("Director of National Intelligence Tom Cole said it was shut.", "Tom Cole"),
    ],
)
def test_a_name_beside_an_office(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    "body",
    [
        "General Staff of the Armed Forces of Dorva",
        "General Staff of the Army",
        "General Staff",
        "Joint Chiefs of Staff",
    ],
)
def test_a_staff_is_a_body_and_no_officer(body: str) -> None:
    (speaker,) = speech(f"On Monday the {body} said it was shut.")[1].speakers
    assert (speaker.name, speaker.kind, speaker.description) == (body, "institution", "")


def test_an_office_first_in_its_sentence_is_the_title() -> None:
    (lee,) = speech("Secretary of State Ann Lee said it was shut.")[1].speakers
    assert lee.description == "Secretary of State"


def test_an_office_that_names_nobody() -> None:
    assert who("The pier is shut. Secretary of State is an office.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Secretary of Energy Department staff spoke. The department said it was shut.",
        "The pier is shut. Chairman of National Security Council Ann Lee said it was shut.",
    ],
)
def test_a_body_is_no_part_of_a_name(text: str) -> None:
    people = [s.name for s in speech(text)[1].speakers if s.kind.value == "person"]
    assert not any("Department" in name or "Council" in name for name in people)
