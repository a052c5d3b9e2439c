"""Names that are known for what they are, and those that only look like them."""

from __future__ import annotations

import pytest

from .test_sources import speech


def kinds(text: str) -> list[tuple[str, str]]:
    _, found = speech(text)
    return [(s.name, s.kind.value) for s in found.speakers]


@pytest.mark.parametrize(
    "name",
    [
        "Sweden", "North Korea", "Saudi Arabia", "New Zealand", "New Hampshire", "Vatican", "Lyft", "Goldman Sachs", "Al Jazeera",
        "Fort Worth Star-Telegram", "Las Vegas Review-Journal", "Sacramento Bee", "Greenpeace", "RAND Corporation",
        "Howard University", "Immigration and Customs Enforcement", "Customs and Border Protection",
    ],
)  # fmt: skip
def test_a_body(name: str) -> None:
    assert kinds(f"On Monday, {name} said that the pier was shut.") == [(name, "institution")]


@pytest.mark.parametrize(
    "name", ["Ann Lee", "Jordan Lee", "Tom Star", "Ann Standard", "Robert F. Lee Jr.", "Georgia Lee", "Sen. Tom Bee"]
)
def test_a_person(name: str) -> None:
    assert [kind for _, kind in kinds(f"On Monday, {name} said that the pier was shut.")] == ["person"]


@pytest.mark.parametrize("name", ["Affordable Care Act", "Constitution", "Harbor Safety Act"])
def test_a_document(name: str) -> None:
    assert kinds(f"The {name} says that piers must be safe.") == [(name, "document")]


def test_a_court_of_a_circuit() -> None:
    assert kinds("The 9th U.S. Circuit Court of Appeals said that the pier was public.") == [
        ("9th U.S. Circuit Court of Appeals", "institution")
    ]


def test_two_bodies_that_and_joins_are_not_one() -> None:
    assert kinds("Sweden and Norway said that the pier was shut.") == [("Sweden and Norway", "group")]


@pytest.mark.parametrize(
    "titled",
    [
        "NATO Secretary-General Ann Lee",
        "Vice President for Government Affairs Ann Lee",
        "Director of Public Health Ann Lee",
        "President-designate Ann Lee",
    ],
)
def test_a_title_is_no_part_of_the_name(titled: str) -> None:
    assert kinds(f"“It is shut,” said {titled}.") == [("Ann Lee", "person")]
