"""The service in two forms: within the test's process, with the real rules, and as the command, with a pack of faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Server, put_faults
from starlette.testclient import TestClient

from lint.config import Configs, user
from lint.server import pages
from lint.server.app import Service, create
from lint.server.limits import Limits


@pytest.fixture(scope="session")
def settings():
    """Settings by profile as `copydesk serve --isolated` has them."""
    from lint.cli.serve import settings_by_profile

    return settings_by_profile(Configs(Path.cwd(), isolated=True), ())


@pytest.fixture(scope="session")
def client(settings) -> Iterator[TestClient]:
    """The service with the real rules."""
    with TestClient(create(Service(settings, limits=Limits(text_length=20_000)), pages=pages.routes())) as client:
        yield client


@pytest.fixture
def check(client):
    """Check a text or document and give the findings."""

    def check(**request):
        response = client.post("/v1/check", json=request)
        assert response.status_code == 200, response.text
        return response.json()["findings"]

    return check


@pytest.fixture(scope="session")
def start_server() -> type[Server]:
    """Starts a server in a folder, with options; whoever starts it closes it."""
    return Server


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Server]]:
    """Starts servers whose rules are `duplication/word` and those of FAULTS. Call it with further options."""
    monkeypatch.setattr(user, "path", lambda: tmp_path / "nobody" / "copydesk.toml")
    options = put_faults(tmp_path)
    servers: list[Server] = []

    def start(*more_options: str, **more) -> Server:
        servers.append(Server(tmp_path, *options, *more_options, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
