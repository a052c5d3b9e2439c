"""The installed server, started for as long as it is needed, on an address of this machine alone."""

from __future__ import annotations

import atexit
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path

from ..settings import Settings
from . import installed, java
from .client import DownError
from .info import get, is_ready
from .installed import Installed

_MAIN = "org.languagetool.server.HTTPServer"
_KEEPER = Path(__file__).with_name("keeper.py")
_HOST = "127.0.0.1"
_SECONDS = 300.0
_SOUND = 60.0
"""Seconds after which a server that ends is started again: one that ends sooner would end again."""
_PAUSE = 0.1
_WARM = "check?language=en-US&text=The+council+met+on+Monday."
_LAST_LINES = 5
_GRACE = 10
_PORTS = range(20_000, 30_000)
_TRIES = 50


class Server:
    """A server that runs from when this is made until it is stopped or this process ends, in whatever way.

    One that dies by itself is started again at the same address, unless it dies within a minute.
    Raises DownError where it does not come up.
    """

    def __init__(self, program: Path, home: Installed) -> None:
        port = _free_port()
        self.url = f"http://{_HOST}:{port}"
        command = [str(program), "-cp", str(home.jars / "*"), _MAIN, "--port", str(port)]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", str(_KEEPER), str(_SOUND), *command], cwd=home.folder, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise DownError(f"does not start: {error.strerror or error}") from None
        self._said: deque[bytes] = deque(maxlen=_LAST_LINES)
        self._listener = threading.Thread(target=self._listen, daemon=True, name="languagetool-log")
        self._listener.start()
        self._wait()

    @property
    def alive(self) -> bool:
        """Whether it runs, or is being started again."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it. What holds its standard input lets go, and that ends it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _SECONDS
        while self.alive and time.monotonic() < deadline:
            if is_ready(self.url) and get(self.url, _WARM, deadline - time.monotonic()):
                return  # the first check loads its rules, which may take longer than a draft may
            time.sleep(_PAUSE)
        ended = not self.alive
        self.stop()
        self._listener.join(1)
        said = " ".join(b" ".join(self._said).decode("utf-8", "replace").split())
        raise DownError(f"does not start: {said or 'it said nothing'}" if ended else "did not come up in time")

    def _listen(self) -> None:
        """Take in what it says, so that it is not held up. Only the last lines are held, in case it does not start."""
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            self._said.extend(lines)


_lock = threading.Lock()
_running: list[Server] = []


def shared() -> Server:
    """The one server of this process, started when it is first asked for and stopped when the process ends.

    Raises DownError where it does not come up, UsageError where it or Java is not installed.
    """
    with _lock:
        if not _running:
            server = Server(java.java(), installed.require())
            atexit.register(server.stop)
            _running.append(server)
        return _running[0]


def started(settings: Settings) -> Settings:
    """These settings for other processes: where they ask for a server to be started, it is started here, once.

    Where it does not come up, they are as they were, and each process finds that out for itself.
    """
    asked = settings.languagetool
    if asked is None or asked.url:
        return settings
    try:
        return settings.with_(languagetool=asked._replace(url=shared().url))
    except DownError:
        return settings


def _free_port() -> int:
    """A port that is free now, below those that systems give out: who asks for one of these may be connected to itself."""
    from random import sample

    for port in sample(_PORTS, _TRIES):
        with socket.socket() as probe:
            try:
                probe.bind((_HOST, port))
            except OSError:
                continue
            return port
    raise DownError("does not start: no port is free")
