"""The outermost layer: counts and logs every answer, and answers where the program fails. Nothing of a draft is kept."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .answers import of_error
from .faults import internal
from .metrics import Metrics
from .worker import crash

log = logging.getLogger("copydesk.server")
_ELSEWHERE = "elsewhere"


class Observed:
    """Wraps the application. `routes` names endpoints by the path that they are documented under.

    A request is logged by that path, never by the one it came with: a query may hold a draft.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: Mapping[Any, str]) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and see how it ends."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, seen)
        except Exception as fault:
            kind, places = crash(fault)
            log.error("fault: %s at %s", kind, " < ".join(reversed(places)))
            if not status:
                await of_error(scope["path"], internal())(scope, receive, seen)
        finally:
            seconds = time.perf_counter() - began
            route = self._routes.get(scope.get("endpoint"), _ELSEWHERE)
            self._metrics.answered(route, status, seconds)
            log.info("%s %s %d %.0f ms", scope["method"], route, status, seconds * 1000)
