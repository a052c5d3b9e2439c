from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.rule import Bad, Finding, Good, Page, Quotes, Severity, rule

_NAMED = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}


@rule(
    "whitespace/line-ends",
    severity=Severity.SUGGESTION,
    why="A file with line ends of two kinds shows as one long line in some programs and as changed throughout in others.",
    when_not="Files with line ends of one kind, whichever it is.",
    fix="None: an editor or version control sets the line ends of a whole file.",
    source="House practice; EditorConfig, end_of_line.",
    quotes=Quotes.SHOW,
    bad=[
        Bad("The office closed.\nIt opens on Monday.\n\nNobody knew.⟦\r\n⟧Nobody asked."),
        Bad("The office closed.\r\n\r\nIt opens on Monday.⟦\n⟧"),
    ],
    good=[
        Good("The office closed.\r\nIt opens on Monday.\r\n"),
        Good("The office closed."),
        Good("It closed.\rIt opens.\r"),
    ],
)
def line_ends(page: Page) -> Iterator[Finding]:
    """Line ends of more than one kind in a file; the first of the rarer kind is marked."""
    source = page.document.source
    kinds = Counter(source.text[b.start : b.end] for b in source.lines.breaks)
    if len(kinds) < 2:
        return
    (most, many), *others = kinds.most_common()
    first = next(b for b in source.lines.breaks if source.text[b.start : b.end] != most)
    said = " and ".join(f"{count} in {_NAMED[kind]}" for kind, count in others)
    yield page.finding_in_source(*first, f"{many} lines end in {_NAMED[most]}, but {said}.")
