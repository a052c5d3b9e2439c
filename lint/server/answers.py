"""Answers as bytes: JSON for the native API, plain sentences for LanguageTool's."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from . import schemas as api
from .faults import RequestError

LANGUAGETOOL = "/v2/"
_CODES = {404: "not_found", 405: "method_not_allowed"}
_AS_LANGUAGETOOL = {401: 403, 504: 500}
"""Statuses that LanguageTool's clients know by another number."""


def json(data: Any, status: int = 200) -> Response:
    """Data as JSON."""
    return Response(msgspec.json.encode(data), status, media_type="application/json")


def refusal(request: Request, error: Exception) -> Response:
    """The answer to a request that cannot be answered as asked."""
    if isinstance(error, HTTPException):
        message = {404: "there is nothing at this path; see /openapi.json", 405: "this path takes another method"}
        code = _CODES.get(error.status_code, "refused")
        said = message.get(error.status_code, error.detail)
        error = RequestError(error.status_code, code, said, headers=error.headers)
    assert isinstance(error, RequestError)
    return of_error(request.url.path, error)


def of_error(path: str, error: RequestError) -> Response:
    """An error in the form that the API at this path gives."""
    if path.startswith(LANGUAGETOOL):
        said = error.message[:1].upper() + error.message[1:]
        status = _AS_LANGUAGETOOL.get(error.status, error.status)
        return PlainTextResponse(f"Error: {said}", status, headers=error.headers)
    response = json(api.ErrorResponse(api.ErrorBody(error.code, error.message, error.path)), error.status)
    response.headers.update(error.headers)
    return response
