from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, BlockKind, Finding, Good, Guarded, Page, Quotes, Severity, rule

_STORY = "The harbor office closed its doors on Friday after a pipe burst under the main hall and flooded two floors."


@rule(
    "structure/furniture",
    severity=Severity.WARNING,
    why="Labels of a web page that come along when a story is copied from it are printed as if they were the story's.",
    when_not="HTML pages, where such labels are the page's own, and sentences that only begin as a label does.",
    fix="Deletes the line. Unsafe: a story may mean the words.",
    source="House practice.",
    scope=[BlockKind.FURNITURE],
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    touches=[Guarded.NAME, Guarded.NUMBER, Guarded.LINK, Guarded.MARKUP],
    bad=[
        Bad(f"⟦Share this article⟧\n\n{_STORY}\n", fixed=f"{_STORY}\n"),
        Bad(f"{_STORY}\n\n⟦Advertisement⟧\n\n{_STORY[:60]}.", fixed=f"{_STORY}\n\n{_STORY[:60]}."),
        Bad(f"{_STORY}\n\n⟦Related articles⟧", fixed=f"{_STORY}"),
        Bad(
            f"{_STORY}\n\n⟦Vote on the quay 1:04 autoplay autoplay Copy this code to your website or blog⟧",
            fixed=f"{_STORY}",
        ),
    ],
    good=[
        Good("The advertisement ran for a week.\n"),
        Good("Copy this code to your website or blog, and readers see the map.\n"),
        Good(f"Share prices fell on Friday.\n\n{_STORY}"),
        Good("<p>Advertisement</p>", format="html"),
    ],
)
def furniture(page: Page) -> Iterator[Finding]:
    """A label of a web page left in the copy: "Share this", "Advertisement"."""
    for block in page.blocks:
        said = page.text[block.start : block.end]
        message = f"“{said}” is a label of a web page, not part of the story."
        fix = page.delete_lines(block, block, "Delete the label")
        yield page.finding(block.start, block.end, message, fixes=[fix] if fix else [])
