"""Copydesk, LanguageTool, Harper and proselint, each run as it is by default over many texts."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from urllib.request import urlopen

from others_score import Flag

Find = Callable[[Sequence[str]], list[list[Flag]]]


class Checker(NamedTuple):
    """A program: its version, what it is asked, and how it is run. What runs it gives the flags of each text."""

    version: str
    options: str
    running: Callable[[], AbstractContextManager[Find]]


def copydesk() -> Checker:
    """Copydesk of this environment."""

    @contextmanager
    def running() -> Iterator[Find]:
        yield lambda texts: _by_files(
            texts, ["copydesk", "check", "--isolated", "--format", "json", "--exit-zero"], _of_copydesk
        )

    return Checker(version("copydesk"), "`copydesk check --isolated`: no config.", running)


def proselint() -> Checker:
    """The proselint of this environment."""

    @contextmanager
    def running() -> Iterator[Find]:
        yield lambda texts: _by_files(texts, ["proselint", "check", "--output-format", "json"], _of_proselint)

    return Checker(version("proselint"), "`proselint check`, with the checks of its default config.", running)


def harper() -> Checker:
    """Harper, through harper-py. Exits where that is not installed."""
    try:
        import harper as library
    except ModuleNotFoundError:
        sys.exit("Harper is not here: pip install -e '.[bench]'")

    @contextmanager
    def running() -> Iterator[Find]:
        linter = library.Linter()
        yield lambda texts: [[_of_harper(lint) for lint in linter.lint(text, language="plaintext")] for text in texts]

    options = (
        '`Linter().lint(text, language="plaintext")`: American English, its default rules, overlapping ones taken out.'
    )
    return Checker(f"harper-py {version('harper-py')}", options, running)


def languagetool() -> Checker:
    """The LanguageTool that is installed, on its own server. Exits where it is not."""
    from lint.errors import UsageError
    from lint.languagetool import installed, java
    from lint.languagetool.server import Server

    try:
        home, program = installed.require(), java.java()
    except UsageError as error:
        sys.exit(str(error))

    @contextmanager
    def running() -> Iterator[Find]:
        server = Server(program, home)
        try:
            yield lambda texts: [_ask(server.url, text) for text in texts]
        finally:
            server.stop()

    options = "Its HTTP server, `language=en-US` and nothing else: no n-grams, which are 8 GB by themselves."
    return Checker(installed.VERSION, options, running)


def _by_files(
    texts: Sequence[str], command: Sequence[str], flags: Callable[[Any, Path], list[Flag]]
) -> list[list[Flag]]:
    """What a command line gives for texts in a folder, which it reads at once."""
    program = Path(sys.executable).with_name(command[0])
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i:06}.txt" for i in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        done = subprocess.run([program, *command[1:], folder], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{command[0]} failed ({done.returncode}): {done.stderr[-800:]}")
        answer = json.loads(done.stdout)
        return [flags(answer, path) for path in paths]


def _of_copydesk(answer: Any, path: Path) -> list[Flag]:
    found = answer.setdefault("by path", {file["path"]: file["findings"] for file in answer["files"]})
    return [
        Flag(
            finding["start"]["offset"],
            finding["end"]["offset"],
            tuple(
                (edit["start"], edit["end"], edit["text"])
                for fix in finding["fixes"]
                if len(fix["edits"]) == 1
                for edit in fix["edits"]
            ),
        )
        for finding in found[str(path)]
    ]


def _of_proselint(answer: Any, path: Path) -> list[Flag]:
    flags: list[Flag] = []
    for found in answer["result"][path.as_uri()]["diagnostics"]:
        start, end = (at - 1 for at in found["span"])  # it counts from 1
        put = found["replacements"]
        values = [put] if isinstance(put, str) else put or []
        flags.append(Flag(start, end, tuple((start, end, value) for value in values)))
    return flags


def _of_harper(lint: Any) -> Flag:
    start, end = lint.span.start, lint.span.end
    puts: list[tuple[int, int, str]] = []
    for suggestion in lint.suggestions:
        after = suggestion.kind.name == "INSERT_AFTER"
        puts.append((end if after else start, end, suggestion.replacement_text))
    return Flag(start, end, tuple(puts))


def _ask(url: str, text: str) -> list[Flag]:
    from lint.server.offsets import Units

    body = urlencode({"language": "en-US", "text": text}).encode()
    with urlopen(f"{url}/v2/check", body, timeout=300) as response:
        matches = json.load(response)["matches"]
    units = Units(text)
    flags: list[Flag] = []
    for match in matches:
        start = units.code_point(match["offset"])
        end = units.code_point(match["offset"] + match["length"], up=True)
        flags.append(Flag(start, end, tuple((start, end, put["value"]) for put in match["replacements"])))
    return flags
