from __future__ import annotations

from itertools import pairwise

import pytest
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st
from sentence_cases import CASES

from lint.text.blocks import BlockKind
from lint.text.sentences import split

KNOWN_MISSES = {
    "The pact binds the U.K.‖ Japan has not signed.": "a name after an abbreviation may go on with it: the U.S. Senate",
}
PIECES = st.sampled_from(
    ["a.m. ", "The ", "U.S. ", "No. ", "4 ", "Dr. ", "? ", "! ", "... ", "… ", ".", "“", "”", '"', "'", ") ", "(", " ",
     "\n", "word", "Word", "I ", "\u200b", "\x00", "🙂", "e\u0301 "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=20).map("".join))
KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.CODE])


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, marks=pytest.mark.xfail(reason=KNOWN_MISSES[c], strict=True)) if c in KNOWN_MISSES else c
        for c in CASES
    ],
)
def test_boundaries(case: str) -> None:
    text = case.replace("‖", "")
    found = "‖ ".join(text[s.start : s.end] for s in split(text, BlockKind.PARAGRAPH))
    assert found == case


@given(TEXTS)
def test_spans_are_trimmed_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = list(split(text, BlockKind.PARAGRAPH))
    assert all(s.start < s.end for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in spans)
    inside = {i for s in spans for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)


@given(st.lists(st.tuples(KINDS, TEXTS), max_size=4))
def test_every_token_is_in_exactly_one_sentence_of_its_block(parts: list[tuple[BlockKind, str]]) -> None:
    document = draft(*parts)
    assert [i for s in document.sentences for i in range(s.first, s.last)] == list(range(len(document.tokens)))
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        assert sentence.index == number
        assert block.start <= sentence.start < sentence.end <= block.end
        assert all(
            sentence.start <= t.start and t.end <= sentence.end for t in document.tokens[sentence.first : sentence.last]
        )


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.CELL, BlockKind.BYLINE, BlockKind.CODE])
def test_some_blocks_are_one_sentence(kind: BlockKind) -> None:
    assert list(split(" Two dead. One missing. ", kind)) == [(1, 23)]


def test_a_list_number_is_no_sentence() -> None:
    assert [s.start for s in split("2. The second point. 3. The third.", BlockKind.PARAGRAPH)] == [0, 21]


def test_clear_copy_does_not_load_the_trained_splitter(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError

    monkeypatch.setattr("lint.text.sentences._tokenizer", fail)
    text = "The mayor of the U.S. town spoke at 6 p.m. on Aug. 4. Nobody came."
    assert len(list(split(text, BlockKind.PARAGRAPH))) == 2
