"""How much, how long and how many at once; bodies read within those limits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from starlette.requests import ClientDisconnect, Request

from .faults import RequestError, too_large, too_many, too_slow

_DRAINED = 16
"""Times the limit that is read and thrown away, so that the client hears the answer rather than a reset."""


class Limits(NamedTuple):
    """What one server takes. Sizes are bytes or code points, times seconds.

    `seconds` bounds the check itself and, before it, the wait for a worker. `jobs` is how many checks a worker does
    before a fresh one takes its place.
    """

    body_bytes: int = 4 * 1024 * 1024
    text_length: int = 500_000
    seconds: float = 20.0
    body_seconds: float = 10.0
    in_flight: int = 64
    jobs: int = 20_000


class Gate:
    """Lets so many requests in at once and no more."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.inside = 0

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Hold a place. Raises RequestError (429) where all are taken."""
        if self.inside >= self.most:
            raise too_many(self.most)
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1


async def body(request: Request, limits: Limits) -> bytes:
    """The body of a request. Raises RequestError: 413 where it is too large, 408 where it comes too slowly."""
    try:
        async with asyncio.timeout(limits.body_seconds):
            return await _read(request, limits.body_bytes)
    except TimeoutError:
        raise too_slow(limits.body_seconds) from None
    except ClientDisconnect:
        raise RequestError(400, "disconnected", "the client went away before its body had come") from None


async def _read(request: Request, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            parts.clear()
        else:
            parts.append(part)
        if size > most * _DRAINED:
            break
    if size > most:
        raise too_large("the body", most, "bytes")
    return b"".join(parts)
