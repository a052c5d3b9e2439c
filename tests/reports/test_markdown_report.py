from __future__ import annotations

from made_reports import FERRY, Maker, empty, full
from markdown_it import MarkdownIt

from lint.finding import Problem, Severity
from lint.report import FileReport, Report
from lint.reports import RenderOptions, render

EVIL = "<b>|a|</b> `c` **d** [e](https://example.org) ~~f~~ \\| @desk #12 &amp; ![g](h)\n\n# i"


def html(report: Report) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(render(report, "markdown")))


def test_a_table_a_draft_with_findings() -> None:
    shown = html(full())
    assert shown.count("<table>") == 2
    assert shown.count("<tr>") == 19
    assert "<h3>drafts/ferry.txt</h3>" in shown
    assert "tide tables" not in shown
    assert "<td>“Hail” to “Hale” (unsafe)</td>" in shown


def test_the_summary_comes_first_and_problems_are_said() -> None:
    shown = render(full(), "markdown")
    assert shown.startswith("**Copydesk:** 3 errors, 3 warnings and 11 suggestions in 2 of 3 files; 2 problems.\n")
    assert "\n- **problem** drafts/old.txt: byte 14" in shown
    assert render(empty(), "markdown") == "**Copydesk:** nothing to mend in 1 file.\n"


def test_figures_where_they_are_asked_for() -> None:
    assert "### drafts/tide tables.md\n\ngenre news, words 4, sentences 1\n" in render(
        empty(), "markdown", RenderOptions(stats=True)
    )


def test_what_a_draft_holds_is_words() -> None:
    make = Maker(FERRY)
    finding = make.finding("a/b", Severity.ERROR, EVIL, make.span("Hail"), make.fix(make.span("Hail"), "x", EVIL))
    shown = html(Report((FileReport(EVIL, FERRY, (finding,)),), (Problem(EVIL, EVIL),)))
    said = "&lt;b&gt;|a|&lt;/b&gt; `c` **d** [e](https://example.org) ~~f~~ \\| @\u2060desk #\u206012 &amp;amp; ![g](h)"
    assert shown.count(said) == 5
    assert not any(tag in shown for tag in ("<b>", "<code>", "<a ", "<img", "<s>", "<h1>"))
    assert shown.count("<td") == 5
