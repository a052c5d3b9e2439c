"""A server that speaks as LanguageTool does and fails as it is told, and programs that stand for Java and Maven."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from lint import LanguageTool, Linter, Settings
from lint.config import user

_LANGUAGES = [{"name": f"English ({c})", "code": "en", "longCode": f"en-{c}"} for c in ("US", "GB", "CA", "AU")]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def a_match(
    text: str, words: str, id: str = "COULD_OF", *, category: str = "GRAMMAR", kind: str = "grammar",
    replacements: tuple[str, ...] = (), message: str = "Did you mean something else?",
) -> dict[str, Any]:  # fmt: skip
    """A match of words in a text, as LanguageTool gives it, in UTF-16 units."""
    start = text.index(words)
    return {
        "message": message,
        "shortMessage": "",
        "replacements": [{"value": value} for value in replacements],
        "offset": utf16(text[:start]),
        "length": utf16(words),
        "context": {"text": words, "offset": 0, "length": utf16(words)},
        "sentence": text,
        "type": {"typeName": "Other"},
        "rule": {"id": id, "description": id, "issueType": kind, "category": {"id": category, "name": category}},
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


class FakeServer:
    """Answers checks with `answer(text)`: matches to send, bytes to send as they are, or an exception to end with.

    `asked` are the parameters of every check so far, `software` what it says of itself, `go` holds up what hangs.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.software: dict[str, Any] | None = {"name": "LanguageTool", "version": "6.8"}
        self.answer: Callable[[str], Any] = lambda text: []
        self.status = 200
        self.go = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def knows(self, *found: tuple[Any, ...], **more: Any) -> None:
        """Let it match words, each with the arguments of `a_match`, in every text that has them."""
        self.answer = lambda text: [a_match(text, *args, **more) for args in found if args[0] in text]

    def close(self) -> None:
        self.go.set()
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                action = self.path.rpartition("/")[2]
                told = {"languages": _LANGUAGES, "info": {"software": fake.software}}
                self.send(b"OK" if action == "healthcheck" else json.dumps(told[action]).encode(), 200)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fake.asked.append({key: values[0] for key, values in parse_qs(body).items()})
                answer = fake.answer(fake.asked[-1]["text"])
                if isinstance(answer, Exception):
                    self.close_connection = True
                    return
                self.send(
                    answer if isinstance(answer, bytes) else json.dumps({"matches": answer}).encode(), fake.status
                )

            def send(self, body: bytes, status: int) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def fake() -> Iterator[FakeServer]:
    server = FakeServer()
    yield server
    server.close()


@pytest.fixture
def desk(fake: FakeServer) -> Callable[..., Linter]:
    """A linter that asks the server. Give it fields of LanguageTool, and others of the settings as `settings`."""

    def desk(settings: dict[str, Any] | None = None, **asked: Any) -> Linter:
        tool = LanguageTool(**{"url": fake.url, "timeout": 10.0} | asked)
        return Linter(Settings(languagetool=tool, **settings or {}))

    return desk


@pytest.fixture
def second(desk: Callable[..., Linter]) -> Callable[..., list[tuple[str, str]]]:
    """What the second opinion finds in a text: rules without their pack, and the words."""

    def second(text: str, format: str = "plain", **options: Any) -> list[tuple[str, str]]:
        report = desk(**options).check(text, format=format)
        assert report.problems == ()
        pack = "languagetool/"
        return [(f.rule.removeprefix(pack), f.text) for f in report.findings if f.rule.startswith(pack)]

    return second


@pytest.fixture(autouse=True)
def nothing_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the user's data, which is empty, and no config of the user's."""
    data = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setattr(user, "path", lambda: tmp_path / "own" / "copydesk.toml")
    return data / "copydesk"


_JAVA = """
import http.server, json, sys, time
if sys.argv[1:] == ["-version"]:
    print('openjdk version "{version}" 2025-04-15', file=sys.stderr)
    sys.exit()
assert sys.argv[1] == "-cp" and sys.argv[3:5] == ["org.languagetool.server.HTTPServer", "--port"], sys.argv
print("it begins", flush=True)
{first}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        action = self.path.rpartition("/")[2].partition("?")[0]
        told = {{"languages": [{{"code": "en", "longCode": "en-US"}}], "info": {{"software": {{"name": "LanguageTool"}}}}}}
        self.say(b"OK" if action == "healthcheck" else json.dumps(told.get(action, {{"matches": []}})).encode())
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        {check}
        self.say(b'{{"matches": []}}')
    def say(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[5])), Handler).serve_forever()
"""
_MAVEN = """
import pathlib, sys
{first}
folder = pathlib.Path(next(a for a in sys.argv if a.startswith("-DoutputDirectory=")).partition("=")[2])
for name in ("languagetool-server-6.8.jar", "language-en-6.8.jar"):
    (folder / name).write_text(name + " {mark}")
"""


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a program `java` into JAVA_HOME: what it says of its version, what it does first and at every check."""

    def java(version: str = "17.0.15", first: str = "", check: str = "") -> None:
        script(tmp_path / "jdk" / "bin" / "java", _JAVA.format(version=version, first=first, check=check))
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))

    return java


@pytest.fixture
def maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a program `mvn` first on the path: what it does first, and what it writes into the jars."""

    def maven(first: str = "", mark: str = "") -> None:
        script(tmp_path / "bin" / "mvn", _MAVEN.format(first=first, mark=mark))
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    return maven


def script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable} -I\n{text}")
    path.chmod(0o755)
