"""Requests that get another answer than they asked for: status, code, message, the place in the request."""

from __future__ import annotations

from collections.abc import Mapping


class RequestError(Exception):
    """A request that cannot be answered as asked.

    `code` is a word for programs, `message` a sentence for people, `path` the field that is wrong.
    The message never holds words of a draft.
    """

    def __init__(
        self, status: int, code: str, message: str, path: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.path = path
        self.headers = dict(headers or {})
        super().__init__(message)


CLOSE = {"Connection": "close"}


def too_large(what: str, most: int, unit: str) -> RequestError:
    """413: a body or text over its limit."""
    return RequestError(413, "too_large", f"{what} is over this server's limit of {most} {unit}", headers=CLOSE)


def too_slow(seconds: float) -> RequestError:
    """408: a body that did not come in time."""
    return RequestError(408, "slow_body", f"the body did not come within {seconds:g} seconds", headers=CLOSE)


def too_many(in_flight: int) -> RequestError:
    """429: more requests at once than the server takes."""
    message = f"{in_flight} requests are under way, which is this server's limit; try again"
    return RequestError(429, "too_many_requests", message, headers={"Retry-After": "1"})


def no_worker(seconds: float) -> RequestError:
    """503: no worker was free in time."""
    message = f"no worker was free within {seconds:g} seconds; try again"
    return RequestError(503, "busy", message, headers={"Retry-After": "2"})


def timed_out(seconds: float) -> RequestError:
    """504: the check took too long and was stopped."""
    return RequestError(504, "timed_out", f"the check took longer than {seconds:g} seconds and was stopped")


def worker_died() -> RequestError:
    """500: the process that checked the draft ended."""
    return RequestError(500, "worker_died", "the process that read the draft ended; another takes its place")


def internal() -> RequestError:
    """500: a fault of the program."""
    return RequestError(500, "internal", "a fault of Copydesk, not of the request")


def unauthorized() -> RequestError:
    """401: no token, or a wrong one."""
    message = "this server wants a token: Authorization: Bearer TOKEN"
    return RequestError(401, "unauthorized", message, headers={"WWW-Authenticate": 'Bearer realm="copydesk"'})
