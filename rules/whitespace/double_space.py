from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, Edit, Finding, Fix, Good, Page, Quotes, Severity, rule

from ._lines import copy_lines, is_aligned

_WIDE = pattern(r"(?<=[^\s])[ \u00a0]{2,}(?=[^\s|])")


@rule(
    "whitespace/double-space",
    severity=Severity.SUGGESTION,
    why="Two spaces are a leftover of a typewriter or of a word that was taken out; news copy sets one, after a full stop too.",
    when_not="Indents, columns, tables and code.",
    fix="Leaves one space. Safe: no word is touched.",
    source="AP Stylebook, “punctuation: spacing”; Chicago Manual of Style 2.9.",
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    bad=[
        Bad("The office⟦  ⟧closed on Friday.", fixed="The office closed on Friday."),
        Bad("The office closed.⟦  ⟧It opens on Monday.", fixed="The office closed. It opens on Monday."),
        Bad("The office⟦ \u00a0⟧closed on Friday.", fixed="The office closed on Friday."),
    ],
    good=[
        Good("   The office closed on Friday."),
        Good("North   12   9\nSouth    7   8\n"),
        Good("| Town  | Votes |\n| ----- | ----- |\n| Ely   | 12    |\n", format="markdown"),
        Good("-   The office closed.\n-   It opens on Monday.\n", format="markdown"),
    ],
)
def double_space(page: Page) -> Iterator[Finding]:
    """Two spaces or more between words or after a full stop."""
    source, prose = page.document.source, page.document.map
    for line in copy_lines(page):
        text = source.text[line.start : line.end]
        if "  " not in text.replace("\u00a0", " ") or is_aligned(text):
            continue
        for match in _WIDE.finditer(text):
            start, end = line.start + match.start(), line.start + match.end()
            if page.text[prose.prose(start) : prose.prose(start) + 1].isspace():
                fix = Fix("Leave one space", (Edit(start, end, " "),))
                yield page.finding_in_source(start, end, f"{end - start} spaces where one will do.", fixes=[fix])
