"""The bearer token, where one is wanted."""

from __future__ import annotations

from hmac import compare_digest

from starlette.requests import Request

from .faults import unauthorized

_SCHEME = "bearer"


class Token:
    """Compares what a request brings with the token; an empty token wants nothing."""

    def __init__(self, token: str = "") -> None:
        self._token = token.encode()

    @property
    def wanted(self) -> bool:
        """Whether requests need a token."""
        return bool(self._token)

    def matches(self, given: str) -> bool:
        """Whether `given` is the token, in a time that tells nothing of it."""
        return compare_digest(given.encode("utf-8", "surrogateescape"), self._token)

    def require(self, request: Request, given: str = "") -> None:
        """Raise RequestError (401) unless the request's header or `given` holds the token."""
        if not self.wanted:
            return
        scheme, _, value = request.headers.get("authorization", "").partition(" ")
        bearer = value.strip() if scheme.lower() == _SCHEME else ""
        if not self.matches(bearer) and not self.matches(given):
            raise unauthorized()
