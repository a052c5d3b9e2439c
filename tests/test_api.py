"""What the package exports to its users and to rules, and that it stays what it is."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import lint

RULES = Path(__file__).resolve().parent.parent / "rules"


def test_no_module_hides_what_the_package_exports() -> None:
    """Importing a module sets its name on the package, and would take the place of a function of that name."""
    assert {module.name for module in pkgutil.iter_modules(lint.__path__)}.isdisjoint(lint.__all__)


def test_a_draft_can_be_fixed_again_and_again() -> None:
    assert [lint.fix(f"Rain fell on the the {place}.").text for place in ("roof", "road")] == [
        "Rain fell on the roof.",
        "Rain fell on the road.",
    ]


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
@pytest.mark.parametrize("act", [lint.check, lint.fix, lint.Linter().check, lint.Linter().fix])
def test_half_of_a_character_is_refused_with_its_place(act: Callable[..., object], format: str) -> None:
    with pytest.raises(lint.DraftError, match=r"<text>:2:3: U\+D800 is half of a character"):
        act("The the quay.\na \ud800 b", format=format)


def test_everything_exported_is_there_and_documented() -> None:
    for name in lint.__all__:
        value = getattr(lint, name)
        assert name == "__version__" or inspect.getdoc(value), name


def test_a_linter_serves_many_threads_alike() -> None:
    desk = lint.Linter()
    drafts = [f"Crews left pier {n}. They had let the pier at dawn with the the boats." for n in range(24)]
    alone = [desk.check(draft).findings for draft in drafts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda draft: desk.check(draft).findings, drafts))
    assert together == alone
    assert all({"duplication/word", "typo/real-word"} <= {f.rule for f in found} for found in alone)


def test_rules_import_the_rule_api_and_nothing_else_of_the_engine() -> None:
    """import-linter does not see rules/, which lies outside lint/."""
    imported = {
        name
        for path in RULES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _absolute(node)
        if name.partition(".")[0] == "lint"
    }
    assert imported == {"lint.rule"}


def _absolute(node: ast.AST) -> list[str]:
    """The modules that a statement imports by their whole names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
