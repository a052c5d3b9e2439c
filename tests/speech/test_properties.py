"""What holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.readers import read
from lint.sources import sources
from lint.speech import Speech, read_speech, undecided
from lint.text.document import Document
from lint.text.source import Source

PIECES = st.sampled_from(
    [
        "“", "”", '"', "‘", "’", "Ann Lee", "Lee", "Mr. Lee", "said", "told", "according to", "he", "she", "they", "it",
        "the mayor", "a senior official", "police", "the report", ",", ".", "?", ":", "—", "(", ")", "who", "and", "that",
        "the pier was shut", "adding", "called", "was", "to", "of", "the", "Bank of Leeds", "\n\n", "Q:", "A:", "LEE:",
        "familiar with the talks", "in the words of", "'s view", "in", "Sen.", "R-Ariz.", "43", "Leeds", "I", "“It is",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)


def document(text: str, format: str = "plain") -> Document:
    return read(Source(text).whole(), format)


@settings(max_examples=120)
@given(TEXTS, st.sampled_from(["plain", "markdown", "html"]))
def test_what_is_said_lies_in_the_prose_and_no_quotation_is_said_twice(text: str, format: str) -> None:
    draft = document(text, format)
    found = read_speech(draft)
    seen: set[tuple[int, int]] = set()
    for statement in found.statements:
        assert statement.said
        places = [*statement.said, *(p for p in (statement.cue, statement.who) if p)]
        assert all(0 <= start < end <= len(draft.text) for start, end in places)
        for earlier, later in zip(statement.said, statement.said[1:], strict=False):
            assert earlier.end <= later.start
        for quotation in statement.quotations:
            place = (quotation.start, quotation.end)
            assert place not in seen
            seen.add(place)
            assert found.statement_of(quotation) is statement
    for speaker in found.speakers:
        assert found.by(speaker)
        assert all(0 <= start < end <= len(draft.text) for start, end in [speaker.first_full, *speaker.mentions])


@settings(max_examples=40)
@given(TEXTS)
def test_the_same_text_is_read_the_same(text: str) -> None:
    def plain(held: Speech) -> object:
        return [tuple(s) for s in held.statements], [tuple(s) for s in held.speakers]

    assert plain(read_speech(document(text))) == plain(read_speech(document(text)))


@settings(max_examples=40)
@given(TEXTS)
def test_shares_add_up(text: str) -> None:
    held = sources(document(text), None)
    assert sum(v.share for v in held.voices) <= 1.01
    assert all(v.said and v.words >= 0 for v in held.voices)


@pytest.mark.parametrize(
    "unit",
    [
        "said ", "Ann Lee said ", "“a” ", "“it is shut,” Lee said, ", "he said she said ", "according to Lee ", "Lee, ", "the ",
        "Ann Lee of the Bank of ", "“", '"a" b ', "Lee, the mayor, ", "the official said, ", "Mr. Lee ", "adding ", "A: a\n\n",
        "“It is shut.”\n\n", "Lee said it. ", "that ",
    ],
)  # fmt: skip
def test_long_texts_in_one_line(unit: str) -> None:
    """What takes more than linear time does not come back from these."""
    draft = document(unit * (60_000 // len(unit)))
    undecided(draft)
    assert len(read_speech(draft).statements) <= len(draft.tokens)
