"""Requests of the native API: bytes to a checked request, with errors that name the field."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec
from msgspec import UnsetType

from ..errors import nearest
from . import schemas as api
from .faults import RequestError, too_large
from .halves import half_character
from .limits import Limits

T = TypeVar("T", bound=api.CheckRequest)
_AT = re.compile(r" - at `(?:key in )?\$\.?([^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_WITHOUT = re.compile(r"required field `([^`]*)`")
_UTF8 = ("", "utf-8", "utf8", "us-ascii", "ascii")


def require_json(content_type: str) -> None:
    """Raise RequestError (415) unless a content type is JSON in UTF-8."""
    media, _, rest = content_type.partition(";")
    if media.strip().lower() != "application/json":
        raise RequestError(415, "unsupported_media_type", "send JSON: Content-Type: application/json")
    charset = charset_of(rest)
    if charset not in _UTF8:
        raise RequestError(415, "unsupported_encoding", f"send JSON in UTF-8, not {charset}")


def charset_of(parameters: str) -> str:
    """The charset that a content type's parameters name, in lower case, or an empty string."""
    pairs = (part.partition("=") for part in parameters.split(";"))
    named = [value.strip().strip('"').lower() for key, _, value in pairs if key.strip().lower() == "charset"]
    return named[0] if named else ""


def decode(data: bytes, kind: type[T], limits: Limits) -> T:
    """A request of this kind. Raises RequestError (400, 413) that says what is wrong and where."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the body is not UTF-8: byte {error.start} (0x{data[error.start]:02x})"
        raise RequestError(400, "wrong_encoding", message) from None
    try:
        request = msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise _invalid(str(error), kind) from None
    except (msgspec.DecodeError, RecursionError) as error:
        if half := half_character(text):
            raise half from None
        said = str(error) if isinstance(error, msgspec.DecodeError) else "nested too deeply"
        raise RequestError(400, "malformed_json", f"the body is not JSON: {said}") from None
    _check(request, limits)
    return request


def _invalid(said: str, kind: type[api.CheckRequest]) -> RequestError:
    place = _AT.search(said)
    path = place[1] if place else ""
    message = said[: place.start()] if place else said
    inner = _UNKNOWN.search(message) or _WITHOUT.search(message)
    if inner:
        path = f"{path}.{inner[1]}".lstrip(".")
        if "unknown" in message:
            message = f"there is no such field; {nearest(inner[1], _fields(kind)) or 'see /openapi.json'}"
        else:
            message = "this field is missing"
    return RequestError(400, "invalid", message, path)


def _fields(kind: type[api.CheckRequest]) -> list[str]:
    structs = (kind, api.Document, api.Field, api.Block)
    return [name for struct in structs for name in struct.__struct_fields__]


def _check(request: api.CheckRequest, limits: Limits) -> None:
    """What types cannot say: one of text and document, and a length within the limit."""
    if isinstance(request.text, UnsetType) == isinstance(request.document, UnsetType):
        raise RequestError(400, "invalid", 'send either "text" or "document"', "text")
    if _length(request) > limits.text_length:
        raise too_large("the text", limits.text_length, "code points")


def _length(request: api.CheckRequest) -> int:
    """Code points of all texts."""
    length = 0 if isinstance(request.text, UnsetType) else len(request.text)
    if not isinstance(request.document, UnsetType):
        length += sum(len(block.text) for field in request.document.fields for block in field.blocks)
    return length
