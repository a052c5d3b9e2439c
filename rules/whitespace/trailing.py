from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Edit, Finding, Fix, Good, Page, Quotes, Severity, rule

from ._lines import copy_lines


@rule(
    "whitespace/trailing",
    severity=Severity.SUGGESTION,
    why="White space at the end of a line is seen by nobody until it breaks a search, a comparison or a layout.",
    when_not="Blank lines, code, and the two spaces that break a line in Markdown.",
    fix="Deletes it. Safe: no word is touched.",
    source="House practice; EditorConfig, trim_trailing_whitespace.",
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    bad=[
        Bad("The office closed.⟦ ⟧\nIt opens on Monday.\n", fixed="The office closed.\nIt opens on Monday.\n"),
        Bad("Who Pays?⟦\u00a0⟧\n\nNobody does.", fixed="Who Pays?\n\nNobody does."),
        Bad("Nobody does.⟦\t ⟧", fixed="Nobody does."),
        Bad(
            "The office closed.⟦ ⟧\n\nIt opens on Monday.",
            fixed="The office closed.\n\nIt opens on Monday.",
            format="markdown",
        ),
    ],
    good=[
        Good("The office closed.\nIt opens on Monday.\n"),
        Good("The office closed.\n   \nIt opens on Monday.\n"),
        Good("The office closed.  \nIt opens on Monday.", format="markdown"),
        Good("    x = 1 \n", format="markdown"),
    ],
)
def trailing(page: Page) -> Iterator[Finding]:
    """White space at the end of a line, no-break spaces included."""
    text = page.document.source.text
    for line in copy_lines(page):
        end = line.end
        while text[end - 1].isspace():
            end -= 1
        if end == line.end or (page.document.format == "markdown" and _breaks(text, end, line.end)):
            continue
        fix = Fix("Delete the white space", (Edit(end, line.end, ""),))
        yield page.finding_in_source(end, line.end, f"This line ends in {_named(text[end : line.end])}.", fixes=[fix])


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether the white space is a hard line break of Markdown: two spaces or more before another line of text."""
    return text[start:end].count(" ") >= 2 and bool(_next_line(text, end).strip())


def _next_line(text: str, end: int) -> str:
    start = end + (2 if text[end : end + 2] == "\r\n" else 1)
    stop = start
    while stop < len(text) and text[stop] not in "\r\n":
        stop += 1
    return text[start:stop]


def _named(space: str) -> str:
    if "\u00a0" in space:
        return "a no-break space"
    return "a space" if space == " " else "white space"
