"""The service in two forms: within the test's process, with the real rules, and as the command, with a pack of faults."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from lint.config import Configs, user
from lint.server.app import Service, create
from lint.server.limits import Limits

_RULE = '''
import os, time
from lint.rule import Bad, Good, Severity, rule

@rule("faults/{name}", severity=Severity.WARNING, why="To see it.", when_not="Never.", source="None.",
      wake=["{word}"], bad=[Bad("{word}")], good=[Good("calm")])
def check(page):
    """A fault on purpose."""
    {body}
    yield from ()
'''
FAULTS = {
    "hang": ("hangword", "while True: pass"),
    "die": ("dieword", "os._exit(7)"),
    "crash": ("crashword", "raise ValueError(page.text)"),
    "slow": ("slowword", "time.sleep(1)"),
}
"""Rules by name: the word that wakes each, and what it then does."""


@pytest.fixture(scope="session")
def settings():
    """Settings by profile as `copydesk serve --isolated` has them."""
    from lint.cli.serve import settings_by_profile

    return settings_by_profile(Configs(Path.cwd(), isolated=True), ())


@pytest.fixture(scope="session")
def client(settings) -> Iterator[TestClient]:
    """The service with the real rules."""
    with TestClient(create(Service(settings, limits=Limits(text_length=20_000)))) as client:
        yield client


@pytest.fixture
def check(client):
    """Check a text or document and give the findings."""

    def check(**request):
        response = client.post("/v1/check", json=request)
        assert response.status_code == 200, response.text
        return response.json()["findings"]

    return check


class Server:
    """A running `copydesk serve`. `log` is what it has printed so far."""

    def __init__(self, folder: Path, *options: str, env: dict[str, str] | None = None) -> None:
        command = [sys.executable, "-c", "from lint.cli import main; main()", "serve", "--port", "0", *options]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment | (env or {}), stderr=subprocess.PIPE, text=True
        )
        self.lines: list[str] = []
        self._up = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._up.wait(60), self.log
        (found,) = re.findall(r"copydesk serves at (\S+)", self.log) or [""]
        assert found, self.log
        self.url = found
        self.client = httpx2.Client(base_url=found, timeout=30)

    @property
    def log(self) -> str:
        return "".join(self.lines)

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", int(self.url.rpartition(":")[2])

    def check(self, text: str) -> httpx2.Response:
        return self.client.post("/v1/check", json={"text": text})

    def terminate(self) -> int:
        """Ask it to end, and give its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(30)
        self._reader.join(10)
        return status

    def close(self) -> None:
        self.client.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            if "copydesk serves at" in line:
                self._up.set()
        self._up.set()


@pytest.fixture(scope="session")
def start_server() -> type[Server]:
    """Starts a server in a folder, with options; whoever starts it closes it."""
    return Server


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Server]]:
    """Starts servers whose rules are `duplication/word` and those of FAULTS. Call it with further options."""
    monkeypatch.setattr(user, "path", lambda: tmp_path / "nobody" / "copydesk.toml")
    pack = tmp_path / "faults"
    pack.mkdir()
    (pack / "pack.toml").write_text('title = "Faults"')
    for name, (word, body) in FAULTS.items():
        (pack / f"{name}.py").write_text(_RULE.format(name=name, word=word, body=body))
    (tmp_path / "copydesk.toml").write_text('packs = ["faults"]\nselect = ["faults", "duplication/word"]\n')
    servers: list[Server] = []

    def start(*options: str, **more) -> Server:
        servers.append(Server(tmp_path, "--allow-python", str(pack), "--workers", "1", *options, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
