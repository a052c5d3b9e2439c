from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, BlockKind, Finding, Good, Guarded, Page, Quotes, Safety, Severity, rule

_TOUCHING = pattern(r"[.,?!;:](?:(?<=[a-z]{2}.)|\u201d)[A-Za-z]")
"""What is quickly found to be nowhere in most drafts."""
_JOINED = pattern(
    r"(?<![\w./@-])[A-Za-z]?[a-z]{2,}([.?!;:])[A-Z][a-z]+(?=[\s,'\u2019])"
    r"|(?<![\w./@-])[A-Za-z]?[a-z]{2,}(,)[A-Za-z][a-z]+(?![\w./@-])"
    r"|[a-z]([.,?!]\u201d)[A-Za-z]"
)
_ADDRESSES = frozenset("com org net gov edu info news js py io co uk pdf html php aspx css tv me ly app".split())


@rule(
    "whitespace/missing-after-punctuation",
    severity=Severity.WARNING,
    why="Two sentences that touch are read as one word, and no search finds either.",
    when_not="Addresses, file names, names with a mark in them (“Yahoo!”, “will.i.am”), numbers, abbreviations and code.",
    fix="Inserts a space. Unsafe: what looks like two words may be one name.",
    source="Chicago Manual of Style 6.7 (spacing with punctuation); house practice.",
    quotes=Quotes.SHOW,
    scope=frozenset(BlockKind) - {BlockKind.CODE, BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CELL},
    touches=[Guarded.NAME],
    bad=[
        Bad("The office closed⟦.⟧It opens on Monday.", fixed="The office closed. It opens on Monday."),
        Bad("The office closed⟦,⟧then it opened.", fixed="The office closed, then it opened."),
        Bad("“It closed⟦,”⟧she said.", fixed="“It closed,” she said."),
    ],
    good=[
        Good("Write to office@harbor.org or see Harbor.org for more."),
        Good("The U.S.The Ph.D. is from 1999,a year of rain."),
        Good("He sings with will.i.am at noon."),
        Good("It cost 1,200 and rose at 9:30."),
        Good("The site runs on Node.js, they said."),
        Good("Run `office.Close(now)` first.", format="markdown"),
    ],
)
def missing_after_punctuation(page: Page) -> Iterator[Finding]:
    """No space between a mark and the word after it."""
    if not _TOUCHING.search(page.text):
        return
    document = page.document
    for match in _JOINED.finditer(page.text):
        start, end = next(match.span(group) for group in (1, 2, 3) if match[group])
        word = page.text[end : match.end()].lower()
        if not page.in_scope(start) or word in _ADDRESSES or document.code.overlaps(*match.span()):
            continue
        if document.links.overlaps(*match.span()):
            continue
        fix = page.replace(end, end, " ", "Insert a space", safety=Safety.UNSAFE)
        yield page.finding(start, end, f"There is no space after “{page.text[start:end]}”.", fixes=[fix])
