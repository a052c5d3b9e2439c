"""A command line over a few small rules, so that what the real ones find does not matter here."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint import packs
from lint.cli.app import app
from lint.config import user
from lint.packs import Catalogue, Pack
from lint.rule import Bad, Finding, Good, Option, Page, Rule, Safety, Severity, rule

CASES = {"bad": [Bad("bad")], "good": [Good("good")]}


@rule(
    "demo/twice", severity=Severity.ERROR, why="The eye jumps over it.", when_not="Where it is meant.",
    source="House practice.", fix="Safe: both are the same.",
    bad=[Bad("It is ⟦the the⟧ end.", fixed="It is the end.")], good=[Good("It is the end.")],
)  # fmt: skip
def twice(page: Page) -> Iterator[Finding]:
    """The same word set twice."""
    for match in re.finditer(r"\b(\w+) \1\b", page.text):
        fix = page.replace(*match.span(), match[1])
        yield page.finding(*match.span(), f"“{match[1]}” is set twice.", fixes=[fix])


@rule(
    "demo/loud", severity=Severity.WARNING, why="News does not shout.", when_not="In quotations.",
    source="House practice.", fix="Unsafe: a shout may be wanted.",
    options=[Option("least", 2, "How many marks make a shout.", minimum=1)],
    bad=[Bad("Stop⟦!!⟧", fixed="Stop!")], good=[Good("Stop!")],
)  # fmt: skip
def loud(page: Page) -> Iterator[Finding]:
    """Exclamation marks in a row."""
    for match in re.finditer("!+", page.text):
        if len(match[0]) >= page.option("least", int):
            fix = page.replace(*match.span(), "!", "One mark", safety=Safety.UNSAFE)
            yield page.finding(*match.span(), "One mark will do.", fixes=[fix])


@rule(
    "demo/very", severity=Severity.SUGGESTION, why="It adds nothing.", when_not="Hardly ever.", source="Twain.",
    bad=[Bad("A ⟦very⟧ long day.")], good=[Good("Every long day.")],
)  # fmt: skip
def very(page: Page) -> Iterator[Finding]:
    """The word “very”."""
    for match in re.finditer(r"\bvery\b", page.text):
        yield page.finding(*match.span(), "Does “very” add anything?")


@rule(
    "demo/fragile", severity=Severity.WARNING, why="To see it break.", when_not="Never.", source="None.",
    default=False, bad=[Bad("⟦odd⟧")], good=[Good("even")],
)  # fmt: skip
def fragile(page: Page) -> Iterator[Finding]:
    """A rule that breaks on the word “break”."""
    if "break" in page.text:
        raise RuntimeError("it broke")
    for match in re.finditer("odd", page.text):
        yield page.finding(*match.span(), "Odd.")


@rule(
    "wrong/cases", severity=Severity.WARNING, why="To see its cases fail.", when_not="Never.", source="None.",
    default=False, bad=[Bad("This is flagged by nobody.")], good=[Good("Nor is this.")],
)  # fmt: skip
def wrong(page: Page) -> Iterator[Finding]:
    """Nothing, though its cases say otherwise."""
    return iter(())


RULES: tuple[Rule, ...] = (fragile, loud, twice, very, wrong)


@pytest.fixture
def catalogue() -> Catalogue:
    demo = Pack("demo", "For show", "Rules to try the command line with.", Path("demo"))
    return Catalogue(
        {r.name: r for r in RULES}, {"demo": demo, "wrong": Pack("wrong", "", "", Path("wrong"))},
        {"demo/double": "demo/twice"},
    )  # fmt: skip


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue) -> Path:
    """An empty folder to run in, with the small rules in place of the real ones and no config of the user's."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in os.environ:
        if name.startswith("COPYDESK_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(user, "path", lambda: tmp_path / "home" / "copydesk.toml")

    def load(folders: Sequence[Path] = (), python: Sequence[Path] = ()) -> Catalogue:
        return catalogue if not folders and not python else real(folders, python)

    real = packs.load
    monkeypatch.setattr(packs, "load", load)
    return folder


Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs `copydesk` in this process; files are given with their contents."""

    def run(*args: str, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Result:
        result = CliRunner().invoke(app, args, input=stdin, env=dict(env or {}), prog_name="copydesk")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
