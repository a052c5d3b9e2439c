from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from lint.config import Configs, user
from lint.packs import Catalogue, Pack
from lint.rule import Bad, Finding, Good, Option, Page, Rule, Severity, rule


def fake(
    name: str, *, severity: Severity = Severity.WARNING, default: bool = True, options: Sequence[Option] = ()
) -> Rule:
    @rule(
        name, severity=severity, why="w", when_not="n", source="s", default=default, options=options,
        bad=[Bad("bad")], good=[Good("good")],
    )  # fmt: skip
    def check(page: Page) -> Iterator[Finding]:
        """Flags nothing."""
        return iter(())

    return check


RULES = (
    fake("length/sentence", options=[Option("max-words", 45, "Words.", minimum=1), Option("skip", (), "Words.")]),
    fake("length/word", default=False),
    fake("spelling/double"),
    fake("spelling/single", severity=Severity.ERROR),
)


def catalogue() -> Catalogue:
    rules = {r.name: r for r in RULES}
    packs = {name: Pack(name, name.title(), "", Path(name)) for name in ("length", "spelling")}
    return Catalogue(rules, packs, {"spelling/twice": "spelling/double"})


@pytest.fixture(autouse=True)
def no_user_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "copydesk.toml"
    monkeypatch.setattr(user, "path", lambda: path)
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


@pytest.fixture
def write(desk: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def loaded() -> list[tuple[Sequence[Path], Sequence[Path]]]:
    """What packs were loaded, in order: folders, and folders whose Python may run."""
    return []


@pytest.fixture
def configs(desk: Path, loaded: list[tuple[Sequence[Path], Sequence[Path]]]) -> Callable[..., Configs]:
    def load(packs: Sequence[Path], python_packs: Sequence[Path]) -> Catalogue:
        loaded.append((packs, python_packs))
        return catalogue()

    def make(**options: object) -> Configs:
        return Configs(desk, load_packs=load, **options)  # type: ignore[arg-type]

    return make
