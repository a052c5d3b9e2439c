from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, Edit, Finding, Fix, Good, Page, Quotes, Severity, rule

from ._lines import copy_lines, is_aligned

_TAB = pattern(r"(?<=\S) ?\t ?(?=\S)")


@rule(
    "whitespace/tab",
    severity=Severity.SUGGESTION,
    why="A tab within a line is as wide as the program that shows it pleases.",
    when_not="Indents, columns, tables and code.",
    fix="Sets a space. Safe: no word is touched.",
    source="House practice.",
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    bad=[Bad("The office⟦\t⟧closed on Friday.", fixed="The office closed on Friday.")],
    good=[
        Good("\tThe office closed on Friday."),
        Good("North\t12\t9\nSouth\t7\t8\n"),
        Good("-\tThe office closed.\n", format="markdown"),
        Good("1.\tThe office closed.\n"),
    ],
)
def tab(page: Page) -> Iterator[Finding]:
    """A tab between two words."""
    source, prose = page.document.source, page.document.map
    if "\t" not in source.text:
        return
    for line in copy_lines(page):
        text = source.text[line.start : line.end]
        if is_aligned(text):
            continue
        for match in _TAB.finditer(text):
            start, end = line.start + match.start(), line.start + match.end()
            if page.text[prose.prose(start) : prose.prose(start) + 1].isspace():
                fix = Fix("Set a space", (Edit(start, end, " "),))
                yield page.finding_in_source(start, end, "There is a tab between two words.", fixes=[fix])
