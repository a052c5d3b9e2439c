"""Which words of a draft are unknown, and which English it is in."""

from __future__ import annotations

import pytest

from lint.readers import read
from lint.spelling import unknown_words, variety
from lint.text.source import Source


def document(text, format="plain"):
    return read(Source(text), format)


def forms(text, format="plain"):
    draft = document(text, format)
    found = unknown_words(draft)
    assert all(draft.text[u.start : u.end].lower() == u.form for u in found)
    return [u.form for u in found]


@pytest.mark.parametrize(
    "text",
    [
        "The girls’ mother’s house isn't theirs; he’d've gone at nine o'clock.",
        "A well-known mother-in-law re-read the anti-war first-aid leaflet.",
        "Chapter xiv, the 21st, 40km, 3.5pm, A4, H2O, R&D, U.S., a.m. and the ’90s.",
        "See www.flumbit.org, flum@bit.org, @flumbit and #flumbit.",
        "NATO, the FLUMBIT and an iFlumbit; naïve cafés; organise and organize; colour and color.",
    ],
)
def test_what_needs_no_dictionary_is_not_unknown(text):
    assert forms(text) == []


def test_unknown_words_come_in_order_with_their_parts_and_without_endings():
    assert forms("A flumbit-wise goverment’s Flumbit and the flumbits’ house.") == [
        "flumbit", "goverment", "flumbit", "flumbits",
    ]  # fmt: skip


def test_code_is_left_out_and_the_text_of_links_is_not():
    assert forms("A `flumbit` and a [gromble](https://example.org/flumbit).", "markdown") == ["gromble"]


def test_a_capital_is_told():
    assert [u.capitalized for u in unknown_words(document("Flumbit and flumbit."))] == [True, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The labour centre’s programme.", "en-GB"),
        ("The labor center’s program.", "en-US"),
        ("The house stood.", ""),
        ("", ""),
        ("His favorite color was a colour.", "en-US"),
    ],
)
def test_most_spellings_tell_the_language(text, language):
    assert variety(document(text)) == language


@pytest.mark.parametrize(
    ("front", "language"),
    [
        ("---\nlang: en-AU\n---\n", "en-AU"),
        ('+++\nlanguage = "en_ca"\n+++\n', "en-CA"),
        ("---\ntitle: x\nlocale: EN-uk\n---\n", "en-GB"),
        ("---\nlang: fr\n---\n", "en-US"),
    ],
)
def test_front_matter_tells_the_language(front, language):
    assert variety(document(f"{front}\nThe color was right.\n", "markdown")) == language
