"""The sources of a draft in the galley."""

from __future__ import annotations

from lint.linter import Linter
from lint.report import Report
from lint.reports import render
from lint.settings import Settings
from lint.text.source import Source

TEXT = (
    "“It is <b>shut</b>,” said Ann Lee, the harbor master.\n\n"
    "The bolts were old. The deck was “moving more than anybody had thought.”\n"
)


def galley(text: str, *, sources: bool = True) -> str:
    report = Linter(Settings(select=("duplication/word",))).check_source(
        Source(text, path="a.txt"), "plain", sources=sources
    )
    return render(Report([report]), "html")


def test_who_is_quoted_stands_under_the_draft() -> None:
    page = galley(TEXT)
    assert '<th scope="row">Ann Lee</th><td>person</td>' in page
    assert "<td>the harbor master</td>" in page
    assert "1 quotation with no speaker:" in page
    assert "line 3: “moving more than anybody had thought.”" in page


def test_nothing_of_a_draft_is_markup() -> None:
    page = galley("“It is shut and will not open again soon,” said Ann <i>Lee</i>, the <b>mayor</b>.\n")
    assert "<i>" not in page
    assert "<b>mayor" not in page


def test_where_nobody_is_quoted_there_is_no_section() -> None:
    assert 'class="sources"' not in galley("The pier is shut.\n")
    assert 'class="sources"' not in galley(TEXT, sources=False)
