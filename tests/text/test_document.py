from __future__ import annotations

import pytest
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st

from lint.text.blocks import BlockKind, Mark, MarkKind, RawBlock, Reading
from lint.text.document import Document
from lint.text.prose import Chunk
from lint.text.source import Source


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("İıßẞΣςσǅﬁŉ\u0345\u1fb7’‘‑\u00a0")), max_size=30))
def test_lowered_keeps_every_offset(text: str) -> None:
    lowered = draft(text).lowered
    assert len(lowered) == len(text)
    for char, low in zip(text, lowered, strict=True):
        if char.isascii() and not char.isspace():
            assert low == char.lower()


def test_lowered_is_plain() -> None:
    assert draft("İzmir’s “CO‑OP”\u00a0\u202fΣΑΣ").lowered == "izmir's “co-op”  σας"


def test_prose_joins_blocks_and_leaves_empty_ones_out() -> None:
    raw = [
        RawBlock(BlockKind.HEADLINE, [Chunk("One", 2, 5)]),
        RawBlock(BlockKind.PARAGRAPH, []),
        RawBlock(BlockKind.PARAGRAPH, [Chunk("Two", 7, 10), Chunk(" ", 10, 12, False), Chunk("three", 12, 17)]),
    ]
    document = Document(Source("# One\n\nTwo\r\nthree"), "markdown", Reading(raw))
    assert document.text == "One\n\nTwo three"
    assert [(b.index, b.start, b.end, b.source) for b in document.blocks] == [(0, 0, 3, (2, 5)), (1, 5, 14, (7, 17))]
    assert document.source_span(5, 14) == (7, 17)
    assert document.map.edits(8, 9, "-") == ((10, 12, "-"),)


def test_marks_are_moved_to_the_draft() -> None:
    raw = [
        RawBlock(BlockKind.PARAGRAPH, [Chunk("One", 0, 3)]),
        RawBlock(BlockKind.PARAGRAPH, [Chunk("a run", 5, 10)], marks=[Mark(MarkKind.CODE, 2, 5)]),
        RawBlock(BlockKind.CODE, [Chunk("x", 12, 13)]),
    ]
    document = Document(Source("One\n\na run\n\nx"), "plain", Reading(raw))
    assert document.code.spans == [(7, 10), (12, 13)]
    assert not document.links.spans


@pytest.fixture
def two_paragraphs() -> Document:
    return draft("One two. Three.", "Four @five.")


def test_places(two_paragraphs: Document) -> None:
    document = two_paragraphs
    assert [document.block_at(i).index for i in (0, 14, 17, 27)] == [0, 0, 1, 1]
    assert [s.index if (s := document.sentence_at(i)) else None for i in (0, 7, 8, 9, 15, 17)] == [
        0,
        0,
        None,
        1,
        None,
        2,
    ]
    assert [document.tokens[document.token_at(i)].text for i in (0, 3, 4, 15)] == ["One", "two", "two", "Four"]
    assert [t.text for t in document.tokens_in(4, 9)] == ["two", "."]
    assert [s.index for s in document.sentences_of(document.blocks[1])] == [2]
    assert document.words(0, 28) == 5
    assert document.links.spans == [(22, 27)]
    assert document.position(17).line == 3


def test_a_draft_with_nothing_in_it() -> None:
    document = draft()
    assert document.text == ""
    assert (document.tokens, document.sentences, document.quotations, document.names) == ([], [], [], [])
    assert document.sentence_at(0) is None
