"""Annotated text: what is copy, what is markup, and what markup stands for."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from ...text.prose import Piece, ProseMap
from ...text.span import Span
from ..faults import RequestError
from ..halves import half_character


class Item(Struct, rename="camel"):
    """A stretch of the draft: text, or markup and the text that it is to be read as."""

    text: str | UnsetType = UNSET
    markup: str | UnsetType = UNSET
    interpret_as: str | UnsetType = UNSET


class Data(Struct):
    """The `data` parameter: text, or a list of annotated stretches."""

    text: str | UnsetType = UNSET
    annotation: Annotated[list[Item], Meta(description="Stretches in order.")] | UnsetType = UNSET


class Annotation(NamedTuple):
    """A draft as the client holds it (`source`), as it is read (`plain`), and how the two are made of each other."""

    source: str
    plain: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """The source stretch of plain [start, end), in code points."""
        return ProseMap(self.pieces).source(start, end)

    def is_copy(self, start: int, end: int) -> bool:
        """Whether plain [start, end) stands in the source as it is, with no markup in between."""
        place = self.span(start, end)
        return self.source[place.start : place.end] == self.plain[start:end]


def plain(text: str) -> Annotation:
    """A draft without markup."""
    return Annotation(text, text, (Piece(0, len(text), 0, len(text), True),))


def parse(data: str) -> Annotation:
    """The draft of a `data` parameter. Raises RequestError (400) where it is not one."""
    try:
        read = msgspec.json.decode(data, type=Data)
    except msgspec.ValidationError as error:
        raise _bad(f"'data' is not annotated text: {error}") from None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        if half := half_character(data):
            raise _bad(f"'data' at '{half.path}', {half.message}") from None
        raise _bad("Could not parse JSON from 'data' parameter") from None
    if isinstance(read.text, UnsetType) == isinstance(read.annotation, UnsetType):
        raise _bad("'data' requires either a 'text' or an 'annotation' key")
    if not isinstance(read.text, UnsetType):
        return plain(read.text)
    assert not isinstance(read.annotation, UnsetType)
    return _joined(read.annotation)


def _joined(items: list[Item]) -> Annotation:
    source: list[str] = []
    prose: list[str] = []
    pieces: list[Piece] = []
    at = read = 0
    for item in items:
        said, stands_for, verbatim = _stretch(item)
        if stands_for:
            pieces.append(Piece(read, read + len(stands_for), at, at + len(said), verbatim))
        source.append(said)
        prose.append(stands_for)
        at, read = at + len(said), read + len(stands_for)
    return Annotation("".join(source), "".join(prose), tuple(pieces))


def _stretch(item: Item) -> tuple[str, str, bool]:
    """What stands in the source, what is read, and whether the two are the same."""
    if isinstance(item.text, UnsetType) == isinstance(item.markup, UnsetType):
        raise _bad("an annotation holds either 'text' or 'markup'")
    if not isinstance(item.text, UnsetType):
        if not isinstance(item.interpret_as, UnsetType):
            raise _bad("'interpretAs' goes with 'markup', not with 'text'")
        return item.text, item.text, True
    assert not isinstance(item.markup, UnsetType)
    return item.markup, "" if isinstance(item.interpret_as, UnsetType) else item.interpret_as, False


def _bad(message: str) -> RequestError:
    return RequestError(400, "invalid", message, "data")
