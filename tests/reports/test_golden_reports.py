"""Whole reports as files under golden/. `UPDATE_GOLDEN=1 pytest tests/reports` writes them anew: read the diff."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from made_reports import empty, full

from lint.report import Report
from lint.reports import RenderOptions, render
from lint.version import VERSION

GOLDEN = Path(__file__).parent / "golden"
CASES: list[tuple[str, Callable[[], Report], str, RenderOptions]] = [
    *((f"plain-{w}.txt", full, "text", RenderOptions(width=w, stats=True)) for w in (100, 80, 40)),
    *((f"color-{w}.ansi", full, "text", RenderOptions(color=True, width=w, stats=True)) for w in (100, 80, 40)),
    ("clean.txt", empty, "text", RenderOptions()),
    ("clean.ansi", empty, "text", RenderOptions(color=True)),
    ("report.json", full, "json", RenderOptions()),
    ("stats.json", full, "json", RenderOptions(stats=True)),
    ("report.jsonl", full, "jsonl", RenderOptions(stats=True)),
    ("report.sarif", full, "sarif", RenderOptions()),
    ("clean.sarif", empty, "sarif", RenderOptions()),
    ("report.github.txt", full, "github", RenderOptions()),
    ("clean.github.txt", empty, "github", RenderOptions()),
    ("report.rdjson", full, "rdjson", RenderOptions()),
    ("report.junit.xml", full, "junit", RenderOptions()),
    ("clean.junit.xml", empty, "junit", RenderOptions()),
    ("report.csv", full, "csv", RenderOptions()),
    ("report.review.md", full, "markdown", RenderOptions(stats=True)),
]


@pytest.mark.parametrize(("name", "make", "format", "options"), CASES, ids=[case[0] for case in CASES])
def test_report_is_as_it_was(name: str, make: Callable[[], Report], format: str, options: RenderOptions) -> None:
    shown = render(make(), format, options).replace(f'"version": "{VERSION}"', '"version": "0.0.0"')
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(shown.encode("utf-8"))
    assert shown == path.read_bytes().decode("utf-8")
