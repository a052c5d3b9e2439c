from __future__ import annotations

from itertools import pairwise

import pytest
from drafts import draft
from hypothesis import given
from hypothesis import strategies as st

from lint.text.blocks import BlockKind
from lint.text.document import Document
from lint.text.quotations import Quotation

MARKS = st.sampled_from([*"“”‘’\"'„‚«»‹›", "a", "s", " ", " b", ", ", ".", "5", "\n", "—", "(", "\u200f", "s' t"])
PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.QUOTE, BlockKind.CODE]),
        st.lists(MARKS, max_size=14).map("".join),
    ),
    max_size=4,
)


def shown(document: Document, quotation: Quotation) -> str:
    """The quotation with its depth and signs: ! for unclosed, > for runs on, < for reopened."""
    signs = "!" * (not quotation.closed) + ">" * quotation.runs_on + "<" * quotation.reopened
    text = document.text[quotation.start : quotation.end]
    return f"{text}{signs}{quotation.depth or ''}"


def found(*paragraphs: str | tuple[BlockKind, str]) -> list[str]:
    document = draft(*paragraphs)
    return [shown(document, q) for q in document.quotations]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("‘Go,’ he said. ‘Now.’", ["‘Go,’", "‘Now.’"]),
        ("'Go,' he said. 'Now.'", ["'Go,'", "'Now.'"]),
        ("“He said ‘go’ twice,” she said.", ["“He said ‘go’ twice,”", "‘go’1"]),
        ("\"He said 'go.'\"", ["\"He said 'go.'\"", "'go.'1"]),
        ("“ ‘Go,’ ” he wrote.", ["“ ‘Go,’ ”", "‘Go,’1"]),
        ("‘He called it “a farce”,’ she said.", ["‘He called it “a farce”,’", "“a farce”1"]),
        ("„So“, «so», »so« and « so ».", ["„So“", "«so»", "»so«", "« so »"]),
        ("”Wrong“ way round.", ["”Wrong“"]),
        ("He said “so.“ And “then.“", ["“so.“", "“then.“"]),
        ('He said:"Go," and left.', ['"Go,"']),
        ('It was over—"at last"—for him ("Bud").', ['"at last"', '"Bud"']),
        ('"We went—" she said.', ['"We went—"']),
        ('"One." "Two."', ['"One."', '"Two."']),
        ('He quit "now.""Yes," she said.', ['"now."', '"Yes,"']),
        ('“He said "stop" to me,” she said.', ['“He said "stop" to me,”', '"stop"1']),
        ("“He said “no” twice,” she said.", ["“He said “no” twice,”", "“no”1"]),
        ('"He said "no.""', ['"He said "no.""', '"no."1']),
        ("“He left. “No,” she said.”", ["“He left. !", "“No,”"]),
        ("“So “it “is” now” then.”", ["“So !", "“it “is” now”", "“is”1"]),
        ('\u200f"Go," he said.', ['"Go,"']),
        ('“Straight end," he said.', ['“Straight end,"']),
    ],
)
def test_pairs(text: str, quotations: list[str]) -> None:
    assert found(text) == quotations


@pytest.mark.parametrize(
    "text",
    [
        "Don’t say it’s the workers’ fault.",
        "Don't say it's the workers' fault, or the boss' fault.",
        "The ’90s, the '90s, the ‘90s and rock ’n’ roll.",
        "Rock 'n' roll, 'til dawn: get 'em, 'cause 'twas fun.",
        "In '08 and in '12 she ran.",
        "He is 6'2\" tall; she is 5’11” and he is 5' 9\".",
        'A 5" pipe and a 3.5" disk.',
        "O‘Dea don‘t like the workers‘ hall.",
        "The 'hood is a long way from here.",
        "EconomyÃ¢â‚¬â„¢s path",
        '"' * 40,
        "",
    ],
)
def test_apostrophes_and_primes_are_no_quotations(text: str) -> None:
    document = draft(text)
    assert document.quotations == []
    assert document.stray_marks == []


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("'The workers' rights matter,' she said.", ["'The workers' rights matter,'"]),
        ("The ‘terrorists’ were in the workers’ hall.", ["‘terrorists’"]),
        ("‘I was talkin’ about it,’ he said.", ["‘I was talkin’ about it,’"]),
        ("‘The players’ union is “finished” now,’ he said.", ["‘The players’ union is “finished” now,’", "“finished”1"]),
        ("“The ‘rebels’ lost,” he said. “They’re done.”", ["“The ‘rebels’ lost,”", "‘rebels’1", "“They’re done.”"]),
        ("“Get ’em,” he said of the boys’ hats.", ["“Get ’em,”"]),
        ("The '60 Minutes' report in '09.", ["'60 Minutes'"]),
        ("“He is 6'2\" tall,” she said.", ["“He is 6'2\" tall,”"]),
        ('"It was a 5" pipe," he said.', ['"It was a 5" pipe,"']),
        ('"It was 2016" is its name.', ['"It was 2016"']),
        ("“‘Never,’ he told me. The clerks’ desk was bare.”", ["“‘Never,’ he told me. The clerks’ desk was bare.”", "‘Never,’1"]),
    ],
)  # fmt: skip
def test_apostrophes_beside_quotations(text: str, quotations: list[str]) -> None:
    assert found(text) == quotations


def test_headlines_are_read() -> None:
    assert found((BlockKind.HEADLINE, "Mayor calls 'sham' vote workers' loss")) == ["'sham'"]


def test_code_and_furniture_are_not_read() -> None:
    assert found((BlockKind.CODE, 'say("hi")'), (BlockKind.FURNITURE, "“Share this”")) == []


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
def test_a_quotation_runs_over_paragraphs_that_reopen_it(kind: BlockKind) -> None:
    assert found("He said: “One.", (kind, "“Two."), "“Three,” he said. “Four.”") == [
        "“One.>", "“Two.><", "“Three,”<", "“Four.”",
    ]  # fmt: skip
    assert found('"One.', '"Two," he said.') == ['"One.>', '"Two,"<']
    assert found("‘One.", "‘Two,’ he said.") == ["‘One.>", "‘Two,’<"]


def test_what_stands_between_paragraphs_does_not_end_a_quotation() -> None:
    assert found("“One.", (BlockKind.CAPTION, "A “small” boat."), "“Two.”") == ["“One.>", "“small”", "“Two.”<"]


def test_an_unclosed_quotation_runs_to_the_end_of_its_block() -> None:
    assert found("He said “one.", "Then “two” came.") == ["“one.!", "“two”"]
    assert found("“One.", "‘Two.’") == ["“One.!", "‘Two.’"]
    assert found("‘One. And no more.", "Two.") == []
    assert found("‘One.", "‘Two.", "Three.") == ["‘One.>", "‘Two.!<"]


def test_a_second_opening_mark_ends_an_unclosed_quotation() -> None:
    assert found("“We went. “We came,” he said.") == ["“We went. !", "“We came,”"]


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("We went,” he said.", [8]),
        ('We went," he said.', [8]),
        ("We «went», he» said.", [13]),
        ("We went,’ he said.", []),
        ("“We went,” he” said.", [13]),
    ],
)
def test_closing_marks_that_close_nothing(text: str, strays: list[int]) -> None:
    assert [s.offset for s in draft(text).stray_marks] == strays


def test_a_quotation_block_is_a_quotation_and_may_hold_others() -> None:
    document = draft("Before.", (BlockKind.QUOTE, "All “this” is quoted."), "After.")
    block, inner = document.quotations
    assert (block.block, block.start, block.end, block.depth) == (True, 9, 30, 0)
    assert document.text[inner.inner.start : inner.inner.end] == "this"
    assert document.quoted.contains(9, 30)
    assert not document.quoted.overlaps(0, 9)


def test_the_inside_leaves_the_marks_out() -> None:
    document = draft("He said “go” now.")
    (quotation,) = document.quotations
    assert (quotation.start, quotation.end, quotation.inner) == (8, 12, (9, 11))
    assert quotation.double
    assert not draft("‘Go’").quotations[0].double


@given(PARAGRAPHS)
def test_quotations_lie_within_blocks_and_are_nested_or_apart(parts: list[tuple[BlockKind, str]]) -> None:
    document = draft(*parts)
    quotations = document.quotations
    assert [(q.start, -q.end) for q in quotations] == sorted((q.start, -q.end) for q in quotations)
    for quotation in quotations:
        block = document.block_at(quotation.start)
        assert (
            block.start <= quotation.start <= quotation.inner.start <= quotation.inner.end <= quotation.end <= block.end
        )
        assert block.kind is not BlockKind.CODE
        assert quotation.block or quotation.double or quotation.closed or quotation.reopened
    marked = [q for q in quotations if not q.block]
    for one in marked:
        holders = [q for q in marked if q is not one and q.start <= one.start and one.end <= q.end]
        assert one.depth == len(holders)
        held = [q for q in marked if one.start <= q.start and q.end <= one.end]
        assert all(q.end <= one.start or one.end <= q.start for q in marked if q not in holders and q not in held)


@given(PARAGRAPHS)
def test_what_runs_on_is_reopened(parts: list[tuple[BlockKind, str]]) -> None:
    running = [q for q in draft(*parts).quotations if q.runs_on or q.reopened]
    assert sum(q.runs_on for q in running) == sum(q.reopened for q in running)
    assert all(a.runs_on and b.reopened for a, b in pairwise(running) if a.runs_on)


@given(st.lists(MARKS, max_size=14).map("".join))
def test_no_mark_is_both_stray_and_paired(text: str) -> None:
    document = draft(text)
    strays = [s.offset for s in document.stray_marks]
    assert strays == sorted(set(strays))
    paired = {q.start for q in document.quotations} | {q.end - 1 for q in document.quotations if q.closed}
    assert not paired & set(strays)
