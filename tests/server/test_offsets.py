"""Code points and UTF-16 units: emoji and combining marks at every place, and clients that fix in UTF-16."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.server.documents import Draft, Part
from lint.server.offsets import Units
from lint.text.blocks import BlockKind
from lint.text.prose import Edit
from lint.text.span import Span

ODD = [
    "a",
    "e\u0301",
    "\U0001f389",
    "\U0001f469\u200d\U0001f4bb",
    "\u200f",
    "\u4e2d",
    "\U0001d54f",
    "\ufffd",
    "\n",
    " ",
]
texts = st.lists(st.sampled_from(ODD), max_size=12).map("".join)


def cut(text: str, start: int, end: int) -> str:
    """What a client that counts UTF-16 units has at [start, end)."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def put(text: str, start: int, end: int, new: str) -> str:
    units = text.encode("utf-16-le")
    return (units[: 2 * start] + new.encode("utf-16-le") + units[2 * end :]).decode("utf-16-le")


@given(texts)
def test_every_offset_goes_there_and_back(text) -> None:
    units = Units(text)
    for at in range(len(text) + 1):
        assert units.utf16(at) == len(text[:at].encode("utf-16-le")) // 2
        assert units.code_point(units.utf16(at)) == units.code_point(units.utf16(at), up=True) == at


def test_within_a_pair_an_offset_goes_to_the_start_or_the_end() -> None:
    units = Units("a\U0001f389b")
    assert (units.code_point(2), units.code_point(2, up=True)) == (1, 2)
    assert (units.code_point(3), units.code_point(3, up=True)) == (2, 2)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("place", range(4))
def test_findings_name_their_text_in_either_unit(check, odd, place) -> None:
    parts = ["", "The mayor signed the ", "the", " order."]
    text = "".join([*parts[:place], odd, *parts[place:]])
    by_point = check(text=text)
    by_unit = check(text=text, offset_unit="utf16")
    assert [f["fingerprint"] for f in by_point] == [f["fingerprint"] for f in by_unit]
    for one, other in zip(by_point, by_unit, strict=True):
        assert text[one["start"]["offset"] : one["end"]["offset"]] == one["text"]
        assert cut(text, other["start"]["offset"], other["end"]["offset"]) == other["text"] == one["text"]
        line = text[: one["start"]["offset"]].rpartition("\n")[2]
        assert one["start"]["column"] == len(line) + 1
        assert other["start"]["column"] == len(line.encode("utf-16-le")) // 2 + 1


def test_blocks_have_units_of_their_own(check) -> None:
    blocks = [
        {"id": "a", "text": "\U0001f389 Party \U0001f389."},
        {"id": "b", "text": "\U0001f389 Signed the the order."},
    ]
    (finding,) = check(document={"fields": [{"name": "body", "blocks": blocks}]}, offset_unit="utf16")
    assert finding["block"] == "b"
    assert cut(blocks[1]["text"], finding["start"]["offset"], finding["end"]["offset"]) == "the"


def test_a_skip_in_utf16(check) -> None:
    text = "\U0001f389\U0001f389 the the \U0001f389 on the the quay."
    blocks = [{"text": text, "skip": [[4, 14]]}]
    (finding,) = check(document={"fields": [{"name": "body", "blocks": blocks}]}, offset_unit="utf16")
    assert finding["start"]["offset"] == text.encode("utf-16-le").index("the quay".encode("utf-16-le")) // 2


# clients that fix

WORDS = [
    "the", "the the", "of of", "a harbor", "left", "\U0001f389", "\U0001f389\U0001f389", "cafe\u0301", "quay,which", "  ", ". ",
    "\U0001f469\u200d\U0001f4bb", "“the the”", "\n\n", "She said", "in in the",
]  # fmt: skip
drafts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def client_fixes(client, text: str) -> str:
    """Fix as an editor's plugin would: ask, make what does not clash in UTF-16 units, ask again."""
    for _ in range(10):
        findings = client.post("/v1/check", json={"text": text, "offset_unit": "utf16"}).json()["findings"]
        safe = [f for f in findings if f["fixes"] and f["fixes"][0]["safety"] == "safe"]
        made: list[dict] = []
        for finding in sorted(safe, key=lambda f: (f["fixes"][0]["edits"][0]["start"], f["rule"])):
            edits = finding["fixes"][0]["edits"]
            if not any(e["start"] <= m["end"] and m["start"] <= e["end"] for e in edits for m in made):
                made += edits
        if not made:
            break
        for edit in sorted(made, key=lambda e: -e["start"]):
            text = put(text, edit["start"], edit["end"], edit["text"])
    return text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts)
def test_a_utf16_client_comes_to_what_the_server_says(client, text) -> None:
    assert client_fixes(client, text) == client.post("/v1/fix", json={"text": text}).json()["text"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(drafts, min_size=1, max_size=3))
def test_edits_of_a_document_fit_its_blocks(client, blocks) -> None:
    sent = [{"id": str(i), "text": text} for i, text in enumerate(blocks)]
    document = {"fields": [{"name": "body", "blocks": sent}]}
    findings = client.post("/v1/check", json={"document": document, "offset_unit": "utf16"}).json()["findings"]
    for finding in findings:
        text = blocks[int(finding["block"])]
        assert cut(text, finding["start"]["offset"], finding["end"]["offset"]) == finding["text"]
        for fix in finding["fixes"]:
            for edit in fix["edits"]:
                block = blocks[int(edit["block"])]
                assert 0 <= edit["start"] <= edit["end"] <= len(block.encode("utf-16-le")) // 2
                put(block, edit["start"], edit["end"], edit["text"])


# the joined draft

small = st.text("ab\n", max_size=4)


@given(st.lists(small, min_size=1, max_size=4), st.data())
def test_places_are_the_parts_of_blocks_that_a_stretch_covers(blocks, data) -> None:
    draft = Draft(tuple(Part(text) for text in blocks), "plain")
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    covered = {
        (n, i)
        for n, (at, text) in enumerate(zip(draft.starts, blocks, strict=True))
        for i in range(len(text))
        if start <= at + i < end
    }
    places = draft.places(start, end)
    assert {(p.part, i) for p in places for i in range(p.start, p.end)} == covered
    if start == end:
        inside = [
            n for n, (at, text) in enumerate(zip(draft.starts, blocks, strict=True)) if at <= start <= at + len(text)
        ]
        assert [p.part for p in places] == inside


@given(st.lists(small, min_size=1, max_size=4), st.data())
def test_a_draft_is_edited_block_by_block(blocks, data) -> None:
    draft = Draft(tuple(Part(text) for text in blocks), "plain")
    start = data.draw(st.integers(0, len(draft.text)))
    end = data.draw(st.integers(start, len(draft.text)))
    edited = draft.edited([Edit(start, end, "X")])
    gone = sum(p.end - p.start for p in draft.places(start, end))
    put_in = 1 if draft.places(start, end) else 0
    assert sum(len(p.text) for p in edited.parts) == sum(map(len, blocks)) - gone + put_in
    assert len(edited.parts) == len(blocks)


def test_skipped_stretches_move_with_edits() -> None:
    draft = Draft((Part("one two three", skip=(Span(8, 13),)),), "plain")
    (part,) = draft.edited([Edit(0, 4, "")]).parts
    assert part.text[slice(*part.skip[0])] == "three"


def test_a_block_is_what_it_says_or_what_its_field_says() -> None:
    copy = "A line that could be anything, the text does not show it"
    parts = (Part(copy), Part(copy, kind="heading"), Part(f"{copy}.\n\n{copy}", kind="quotation"), Part(""), Part(copy))
    heading, quotation, paragraph = BlockKind.HEADING, BlockKind.QUOTE, BlockKind.PARAGRAPH
    body = [block.kind for block in Draft((Part(copy + "."), *parts, Part(copy + ".")), "plain").document.blocks]
    assert body[2:5] == [heading, quotation, quotation]
    assert body[-1] is paragraph
    caption = Draft(parts, "plain", "caption").document
    assert [b.kind for b in caption.blocks] == ["caption", heading, quotation, quotation, "caption"]
