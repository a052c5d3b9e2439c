from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lint.text.span import LineIndex, Position, Span, SpanSet

OFFSETS = st.integers(0, 20)
SPANS = st.lists(st.tuples(OFFSETS, OFFSETS), max_size=8)


def covered(spans: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


@given(SPANS, OFFSETS, OFFSETS)
def test_overlaps_is_sharing_a_code_point(spans: list[tuple[int, int]], start: int, end: int) -> None:
    assert SpanSet(spans).overlaps(start, end) == bool(covered(spans) & set(range(start, end)))


@given(SPANS, OFFSETS, st.integers(1, 10))
def test_contains_is_holding_every_code_point(spans: list[tuple[int, int]], start: int, length: int) -> None:
    assert SpanSet(spans).contains(start, start + length) == (set(range(start, start + length)) <= covered(spans))


@given(SPANS, OFFSETS)
def test_inside_is_between_two_covered_code_points(spans: list[tuple[int, int]], offset: int) -> None:
    merged = SpanSet(spans)
    assert merged.inside(offset) == any(s.start < offset < s.end for s in merged.spans)
    assert merged.inside(offset) <= ({offset - 1, offset} <= covered(spans))


@given(SPANS)
def test_merged_spans_are_apart_and_cover_the_same(spans: list[tuple[int, int]]) -> None:
    merged = SpanSet(spans).spans
    assert covered(list(merged)) == covered(spans)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(st.tuples(OFFSETS, OFFSETS), st.tuples(OFFSETS, OFFSETS))
def test_two_spans(one: tuple[int, int], other: tuple[int, int]) -> None:
    if one[0] < one[1] and other[0] < other[1]:
        assert Span(*one).overlaps(other) == bool(covered([one]) & covered([other]))
        assert Span(*one).contains(other) == (covered([other]) <= covered([one]))


@given(st.text(alphabet="ab\r\n\u2028\x0b", max_size=30))
def test_lines_are_those_of_universal_newlines(text: str) -> None:
    index = LineIndex(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(index) == len(lines)
    for number, line in enumerate(lines, 1):
        span = index.line(number)
        assert text[span.start : span.end] == line
        for column in range(1, len(line) + 2):
            offset = span.start + column - 1
            assert index.position(offset) == Position(offset, number, column)


def test_a_draft_without_final_newline_ends_on_its_last_line() -> None:
    assert LineIndex("one\r\ntwo").position(8) == Position(8, 2, 4)
    assert LineIndex("one\r\ntwo\r\n").position(10) == Position(10, 3, 1)
    assert LineIndex("").position(0) == Position(0, 1, 1)
