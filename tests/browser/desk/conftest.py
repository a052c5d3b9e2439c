"""The desk in a browser, with real servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from desk_page import Desk
from running import Server, put_faults


@pytest.fixture
def desk(chromium: Any) -> Iterator[Desk]:
    yield Desk(chromium)
    chromium.get("about:blank")


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers with the rules that fail on purpose."""
    servers: list[Server] = []

    def start(*options: str, **more: Any) -> Server:
        folder = tmp_path_factory.mktemp("served")
        servers.append(Server(folder, *put_faults(folder), *options, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture(scope="session")
def server(start: Callable[..., Server]) -> Server:
    return start("--timeout", "5", "--max-text", "200000")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the rules that there are."""
    server = Server(tmp_path_factory.mktemp("real"), "--isolated", "--workers", "1")
    yield server
    server.close()
