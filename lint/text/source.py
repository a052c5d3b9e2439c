"""The draft as it stands on disk: bytes, encoding, byte order mark, text, lines."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property

from ..errors import DraftError, UsageError, nearest
from .span import LineIndex, Position
from .surrogates import REMEDY, lone_surrogate

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EITHER_ORDER = ("utf-16", "utf-32")
_COMMON_ENCODINGS = ("utf-8", "utf-16", "windows-1252", "latin-1", "ascii", "mac-roman", "windows-1250")


@dataclass(frozen=True)
class Source:
    """Text with what is needed to give back the same bytes.

    `text` has no byte order mark and keeps every line end as it was.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    path: str = "<text>"

    @classmethod
    def from_bytes(cls, data: bytes, *, path: str = "<text>", encoding: str | None = None) -> Source:
        """Read bytes as text, losslessly.

        A byte order mark decides where no encoding is given; without one it is UTF-8.
        Raises DraftError where the bytes are not text in that encoding, or would not come back the same.
        """
        bom = b""
        codec = text_encoding(encoding) if encoding else "utf-8"
        for mark, marked in _BOMS:
            if data.startswith(mark) and codec in ("utf-8", marked, marked.rsplit("-", 1)[0]):
                bom, codec = mark, marked
                break
        if codec in _EITHER_ORDER:
            codec += "-le"
        body = data[len(bom) :]
        try:
            text = body.decode(codec)
        except UnicodeError as error:
            raise _undecodable(error, body, len(bom), codec, path) from error
        source = cls(text, codec, bom, path).whole()
        if not source.can_hold(text) or source.to_bytes(text) != data:
            raise DraftError(
                f"reading it as {codec} would not give back the same bytes",
                place=path,
                remedy="save the draft as UTF-8, or name another --encoding",
            )
        return source

    def whole(self) -> Source:
        """This source. Raises DraftError where it holds half of a character, which no encoding can write."""
        half = lone_surrogate(self.text)
        if half is not None:
            raise DraftError(
                f"{half} is half of a character, without the other half",
                place=f"{self.path}:{half.position.line}:{half.position.column}",
                remedy=REMEDY,
            )
        return self

    def to_bytes(self, text: str) -> bytes:
        """`text` in this source's encoding, with its byte order mark.

        Raises DraftError where the encoding has no such character.
        """
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise DraftError(
                f"{self.encoding} has no {text[error.start]!r}",
                place=self.path,
                remedy="save the draft as UTF-8 first",
            ) from error

    def can_hold(self, text: str) -> bool:
        """Whether the encoding has all of these characters."""
        try:
            text.encode(self.encoding)
        except UnicodeError:
            return False
        return True

    @cached_property
    def lines(self) -> LineIndex:
        """The source's lines."""
        return LineIndex(self.text)

    def position(self, offset: int) -> Position:
        """Line and column of a code point offset."""
        return self.lines.position(offset)


def _undecodable(error: UnicodeError, body: bytes, skipped: int, codec: str, path: str) -> DraftError:
    at = error.start if isinstance(error, UnicodeDecodeError) else 0
    before = body[:at].decode(codec, "ignore") if at else ""
    found = f"byte {at + skipped} (0x{body[at]:02x})" if at < len(body) else "the end"
    return DraftError(
        f"{found} is not {codec} text",
        place=f"{path}:{len(LineIndex(before))}",
        remedy="save the draft as UTF-8, or name its encoding: --encoding windows-1252",
    )


def text_encoding(name: str) -> str:
    """The codec's own name for `name`; raises UsageError where there is no such text encoding."""
    try:
        info = codecs.lookup(name)
        "".encode(name, "ignore")
        b"".decode(name, "ignore")
    except (LookupError, ValueError, UnicodeError):
        raise UsageError(
            f'no text encoding is called "{name}"',
            place="--encoding",
            remedy=nearest(name, _COMMON_ENCODINGS) or "utf-8, windows-1252 and latin-1 are common",
        ) from None
    return "utf-8" if info.name == "utf-8-sig" else info.name
