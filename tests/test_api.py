"""The names that the package exports stay what they are, whatever has been imported."""

from __future__ import annotations

import inspect
import pkgutil
from concurrent.futures import ThreadPoolExecutor

import lint


def test_no_module_hides_what_the_package_exports() -> None:
    """Importing a module sets its name on the package, and would take the place of a function of that name."""
    assert {module.name for module in pkgutil.iter_modules(lint.__path__)}.isdisjoint(lint.__all__)


def test_a_draft_can_be_fixed_again_and_again() -> None:
    assert [lint.fix(f"Rain fell on the the {place}.").text for place in ("roof", "road")] == [
        "Rain fell on the roof.",
        "Rain fell on the road.",
    ]


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
