"""A running `copydesk serve`, and a pack of rules that fail on purpose."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import httpx2

PATIENCE = 120
"""Seconds after which a test gives up on what is to come about."""
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
    "slow": ("slowword", "while not os.path.exists({go!r}): time.sleep(0.01)"),
}
"""Rules by name: the word that wakes each, and what it then does. The slow one waits for `Server.let_go`."""
_GO = "go"


def put_faults(folder: Path) -> list[str]:
    """Put the pack and a config with `duplication/word` and it into a folder; gives the options that let it run."""
    pack = folder / "faults"
    pack.mkdir()
    (pack / "pack.toml").write_text('title = "Faults"')
    for name, (word, body) in FAULTS.items():
        (pack / f"{name}.py").write_text(_RULE.format(name=name, word=word, body=body.format(go=str(folder / _GO))))
    (folder / "copydesk.toml").write_text('packs = ["faults"]\nselect = ["faults", "duplication/word"]\n')
    return ["--allow-python", str(pack), "--workers", "1"]


class Server:
    """A running `copydesk serve`. `log` is what it has printed so far."""

    def __init__(self, folder: Path, *options: str, env: dict[str, str] | None = None) -> None:
        self._go = folder / _GO
        command = [sys.executable, "-c", "from lint.cli import main; main()", "serve", "--port", "0", *options]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment | (env or {}), stderr=subprocess.PIPE, text=True
        )
        self.lines: list[str] = []
        self._up = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._up.wait(PATIENCE), self.log
        (found,) = re.findall(r"copydesk serves at (\S+)", self.log) or [""]
        assert found, self.log
        self.url = found
        self.client = httpx2.Client(base_url=found, timeout=PATIENCE)

    @property
    def log(self) -> str:
        return "".join(self.lines)

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", int(self.url.rpartition(":")[2])

    def check(self, text: str) -> httpx2.Response:
        return self.client.post("/v1/check", json={"text": text})

    def let_go(self) -> None:
        """Let checks of "slowword" come to their end, now and later."""
        self._go.touch()

    def terminate(self) -> int:
        """Ask it to end, and give its exit status."""
        self.ask_to_end()
        return self.ended()

    def ask_to_end(self) -> None:
        """Send what a service manager sends."""
        self.process.send_signal(signal.SIGTERM)

    def ended(self) -> int:
        """Its exit status, once it has ended."""
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status

    def close(self) -> None:
        self.client.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            if "copydesk serves at" in line:
                self._up.set()
        self._up.set()
