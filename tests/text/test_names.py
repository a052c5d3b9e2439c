from __future__ import annotations

from itertools import pairwise

import pytest
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st

from lint.text.blocks import BlockKind

WORDS = st.sampled_from(
    ["Ann", "Holt", "the", "The", "Mr.", "van", "der", "of", "al-Masri", "U.S.", "NATO", "I", "said", "said.", "Holt's",
     "“Go", "now”", ":", ",", "de", "J.", "bin", "Inc."]
)  # fmt: skip


def names(*parts: str | tuple[BlockKind, str]) -> list[str]:
    document = draft(*parts)
    tokens = document.tokens
    return [document.text[tokens[n.first].start : tokens[n.last - 1].end] for n in document.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was lost by Ann Holt of Erie.", ["Ann Holt of Erie"]),
        ("Voters told Mr. Holt and Dr. Ann Osei to go.", ["Mr. Holt", "Dr. Ann Osei"]),
        ("Mr. Holt left.", ["Mr. Holt"]),
        ("Then John F. Orr and J. K. Aldous met.", ["John F. Orr", "J. K. Aldous"]),
        ("Songs by Ludo van der Meer and Ana de la Cruz.", ["Ludo van der Meer", "Ana de la Cruz"]),
        ("Police held Omar bin Said and al-Masri.", ["Omar bin Said", "al-Masri"]),
        ("A word with de Groot helped.", ["de Groot"]),
        ("It was Holt's fault and Osei’s Erie plan.", ["Holt's", "Osei’s", "Erie"]),
        ("NATO met. The E.U. did not.", ["NATO", "E.U."]),
        ("She said I'm late and I am sorry.", []),
        ("There was one aim: Win the vote.", []),
        ("He said, “Nobody knows.”", []),
        ("Yesterday Holt resigned.", ["Holt"]),
        ("Quickly Holt resigned.", ["Holt"]),
        ("Ann Holt resigned.", ["Ann Holt"]),
        ("Nobody saw Holt. Holt was gone.", ["Holt", "Holt"]),
        ("The federal court and the Federal Bureau met. Federal rules hold.", ["Federal Bureau"]),
        ("THIS IS NOT A NAME AT ALL", []),
        ("", []),
    ],
)
def test_names_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CODE])
def test_title_case_is_not_read(kind: BlockKind) -> None:
    assert names((kind, "Council Puts Off Vote on Old Bridge")) == []


def test_a_capital_elsewhere_makes_a_name_of_a_first_word() -> None:
    assert names("Harwick lost the cup.") == []
    assert names("Harwick lost the cup.", "Fans of Harwick wept.") == ["Harwick", "Harwick"]


@given(st.lists(st.lists(WORDS, max_size=10).map(" ".join), max_size=3))
def test_names_are_in_order_apart_and_within_sentences(paragraphs: list[str]) -> None:
    document = draft(*paragraphs)
    found = document.names
    assert all(n.first < n.last for n in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
    for name in found:
        assert any(s.first <= name.first and name.last <= s.last for s in document.sentences)
