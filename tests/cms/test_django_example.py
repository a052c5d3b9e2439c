"""The Django example: its own tests pass, its tables are those of its models, and it gets ready to be tried."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "django"


@pytest.fixture
def manage(tmp_path: Path) -> Callable[..., str]:
    """manage.py with a database of its own: what it prints, after checking that it did its work."""

    def run(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *args],
            cwd=EXAMPLE,
            env={**os.environ, "DATABASE": str(tmp_path / "db.sqlite3"), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        printed = done.stdout + done.stderr
        assert done.returncode == 0, printed
        return printed

    return run


def test_an_articles_way_through_the_desk(manage: Callable[..., str]) -> None:
    printed = manage("test")
    assert "\nRan 7 tests" in printed
    assert "\nOK\n" in printed


def test_the_tables_are_those_of_the_models(manage: Callable[..., str]) -> None:
    assert "No changes detected" in manage("makemigrations", "--check", "--dry-run")


def test_the_demo_holds_back_its_article_the_first_time_and_the_second(manage: Callable[..., str]) -> None:
    for _ in range(2):
        assert "Log in as “editor”" in manage("demo", "--no-serve")
    code = (
        "from articles import desk, models; article = models.Article.objects.get(); verdict = desk.publish(article); "
        "print('held back by', sorted(found.finding.rule for found in verdict.blocking), article.published)"
    )
    printed = manage("shell", "-c", code)
    assert "held back by ['duplication/word', 'duplication/word', 'wording/rejected'] None" in printed


def test_the_readme_says_how_to_set_it_up_and_run_it() -> None:
    shown = re.findall(r"^```sh\n(.*)\n```$", (EXAMPLE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(shown) == 2
    assert shown[1].split()[1:] == ["examples/django/manage.py", "demo"]
    for command in shown:
        subprocess.run(["bash", "-n", "-c", command], check=True)
