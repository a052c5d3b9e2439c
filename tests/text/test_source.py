from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import DraftError, UsageError
from lint.text.source import Source, text_encoding

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
AWKWARD = "Caf\u00e9 cafe\u0301\r\n\u200fשלום\u200e \U0001f44d\U0001f3fd\r\x00end"


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_bytes_come_back_the_same(bom: bytes, codec: str) -> None:
    data = bom + AWKWARD.encode(codec)
    source = Source.from_bytes(data)
    assert (source.text, source.encoding, source.bom) == (AWKWARD, codec, bom)
    assert source.to_bytes(source.text) == data


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "UTF_32", "gb18030"]))
def test_any_text_in_any_named_encoding_comes_back(text: str, encoding: str) -> None:
    data = text.encode(text_encoding(encoding))
    source = Source.from_bytes(data, encoding=encoding)
    assert source.to_bytes(source.text) == data


@given(st.binary(max_size=40), st.sampled_from([None, "utf-8", "utf-16", "latin-1", "cp1252", "utf-7"]))
def test_any_bytes_come_back_or_are_refused(data: bytes, encoding: str | None) -> None:
    try:
        source = Source.from_bytes(data, encoding=encoding)
    except DraftError:
        return
    assert source.to_bytes(source.text) == data


def test_utf16_without_a_mark_is_read_when_named() -> None:
    data = "Plain".encode("utf-16-le")
    source = Source.from_bytes(data, encoding="utf-16")
    assert source.text == "Plain"
    assert source.to_bytes("Plain") == data


def test_undecodable_bytes_name_file_line_byte_and_remedy() -> None:
    with pytest.raises(DraftError) as caught:
        Source.from_bytes(b"one\ntwo\rthree\r\nfo\xe9ur", path="draft.txt")
    message = str(caught.value)
    assert message.startswith("draft.txt:4: byte 17 (0xe9) is not utf-8 text")
    assert "--encoding windows-1252" in message


def test_the_line_of_an_undecodable_place_is_counted_in_characters() -> None:
    data = codecs.BOM_UTF16_LE + "a\u0a0ab\nc".encode("utf-16-le") + b"\x00\xd8"
    with pytest.raises(DraftError, match=r"draft:2: byte 12 "):
        Source.from_bytes(data, path="draft")


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_of_a_character_is_refused_with_its_place(half: int) -> None:
    with pytest.raises(DraftError, match=rf"^draft:2:3: U\+{half:X} is half .*U\+FFFD in its place\)$"):
        Source(f"\U0001f600\r\n\u00e9 {chr(half) * 2}", path="draft").whole()


def test_bytes_that_hold_half_of_a_character_are_refused() -> None:
    with pytest.raises(DraftError, match=r"draft:1:3: U\+D800"):
        Source.from_bytes(b"a +2AA- b", path="draft", encoding="utf-7")


def test_bytes_that_would_change_are_refused() -> None:
    with pytest.raises(DraftError, match="same bytes"):
        Source.from_bytes(b"+AGE-", encoding="utf-7")


def test_writing_what_the_encoding_lacks_is_refused() -> None:
    source = Source.from_bytes(b"caf\xe9", encoding="latin-1")
    assert not source.can_hold("\u201c")
    with pytest.raises(DraftError, match="has no"):
        source.to_bytes("\u201c")


@pytest.mark.parametrize("name", ["utf-9", "rot13", "idna", "base64", "", "\0", "undefined"])
def test_names_of_no_text_encoding_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no text encoding"):
        text_encoding(name)


def test_a_near_miss_is_named() -> None:
    with pytest.raises(UsageError, match="windows-1252"):
        text_encoding("window-1252")
