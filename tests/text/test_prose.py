"""A toy markup stands for any format: <tags> are not prose, &x; is an atom for X, the rest is verbatim."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text.prose import Edit, Piece, ProseMap

PART = re.compile(r"(?P<tag><\w>)|(?P<atom>&\w;)|(?P<plain>\w+)")
SOURCES = st.lists(
    st.one_of(
        st.just("<b>"),
        st.sampled_from(["&x;", "&y;"]),
        st.text(alphabet="abcde", min_size=1, max_size=4),
    ),
    max_size=10,
).map("".join)


def read(source: str) -> tuple[str, ProseMap]:
    prose = ""
    pieces: list[Piece] = []
    for part in PART.finditer(source):
        if part["tag"]:
            continue
        text = part["plain"] or part["atom"][1].upper()
        pieces.append(Piece(len(prose), len(prose) + len(text), *part.span(), part["plain"] is not None))
        prose += text
    return prose, ProseMap(pieces)


def applied(source: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


@given(SOURCES, st.data())
def test_edits_give_the_prose_that_was_asked_for(source: str, data: st.DataObject) -> None:
    prose, mapped = read(source)
    start = data.draw(st.integers(0, len(prose)))
    end = data.draw(st.integers(start, len(prose)))
    text = data.draw(st.text(alphabet="vw", max_size=3))
    edited = applied(source, mapped.edits(start, end, text))
    assert read(edited)[0] == prose[:start] + text + prose[end:]
    assert re.findall("<b>", edited) == re.findall("<b>", source)


@given(SOURCES, st.data())
def test_edits_are_in_order_and_touch_only_what_stands_for_the_prose(source: str, data: st.DataObject) -> None:
    prose, mapped = read(source)
    start = data.draw(st.integers(0, len(prose)))
    end = data.draw(st.integers(start, len(prose)))
    edits = mapped.edits(start, end, "w")
    assert [e.text for e in edits[1:]] == [""] * (len(edits) - 1)
    assert all(a.end < b.start for a, b in pairwise(edits))
    touched = {i for e in edits for i in range(e.start, e.end)}
    tags = {i for t in re.finditer("<b>", source) for i in range(*t.span())}
    assert not touched & tags
    assert touched == {i for at in range(start, end) for i in range(*mapped.source(at, at + 1))}


@given(SOURCES, st.data())
def test_source_is_monotone_and_least(source: str, data: st.DataObject) -> None:
    prose, mapped = read(source)
    places = [mapped.source(i, i + 1) for i in range(len(prose))]
    assert all(a.end <= b.start for a, b in pairwise(places))
    if prose:
        start = data.draw(st.integers(0, len(prose) - 1))
        end = data.draw(st.integers(start + 1, len(prose)))
        assert mapped.source(start, end) == (places[start].start, places[end - 1].end)


@given(SOURCES)
def test_prose_undoes_source(source: str) -> None:
    prose, mapped = read(source)
    for at in range(len(prose)):
        place = mapped.source(at, at + 1)
        assert mapped.prose(place.start) == at
        assert mapped.source(at, at).start == place.start
    ordered = [mapped.prose(i) for i in range(len(source) + 1)]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize(
    ("source", "start", "end", "emptied"),
    [
        ("a<b>c<b>d", 1, 2, True),
        ("a<b>c<b>d", 0, 1, False),
        ("a<b>cc<b>d", 1, 2, False),
        ("a<b>c&x;c<b>d", 1, 4, True),
        ("a<b>c&x;c<b>d", 1, 3, False),
        ("<b>c<b>d", 0, 1, True),
        ("a<b>c", 1, 2, False),
        ("acd", 1, 2, False),
    ],
)
def test_markup_is_emptied_where_all_prose_within_it_goes(source: str, start: int, end: int, emptied: bool) -> None:
    assert read(source)[1].empties_markup(start, end) is emptied


def test_a_word_across_markup_is_replaced_in_its_first_stretch() -> None:
    _, mapped = read("ab<b>cd<b>e")
    assert mapped.edits(1, 4, "vw") == (Edit(1, 2, "vw"), Edit(5, 7, ""))


def test_a_map_without_pieces() -> None:
    assert ProseMap([]).source(0, 0) == (0, 0)
    assert ProseMap([]).prose(3) == 0
    assert ProseMap([]).edits(0, 0, "v") == (Edit(0, 0, "v"),)
