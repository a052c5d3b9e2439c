from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, Finding, Good, Page, Quotes, Severity, rule

_SPACED = pattern(r"(?<=[A-Za-z0-9%)\]\u201d])( +)[,;:.?!](?=[\s\"'\u2019\u201d)]|$)")
_MARKS = ",;:.?!"


@rule(
    "whitespace/before-punctuation",
    severity=Severity.SUGGESTION,
    why="A space before a comma or full stop lets the mark fall to the next line, and is a leftover of a change.",
    when_not="French spacing, which draws the mark off with a no-break space, ellipses, emoticons, and code.",
    fix="Deletes the space. Safe: no word is touched.",
    source="Chicago Manual of Style 6.7 (spacing with punctuation); Hart’s Rules.",
    quotes=Quotes.SHOW,
    bad=[
        Bad("The office closed⟦ ⟧, then it opened.", fixed="The office closed, then it opened."),
        Bad("The office closed on Friday⟦ ⟧.", fixed="The office closed on Friday."),
        Bad("He said “never” and left⟦ ⟧; nobody saw him.", fixed="He said “never” and left; nobody saw him."),
    ],
    good=[
        Good("The office closed ... then it opened."),
        Good("He wrote « jamais » and left."),
        Good("Il demande\u00a0: quand\u202f?"),
        Good("She signed off with a smile :) and left."),
        Good("The .NET team has a .22 rifle and a :30 spot."),
        Good("A list: one . . . and two."),
    ],
)
def before_punctuation(page: Page) -> Iterator[Finding]:
    """A space before a comma, full stop or other closing mark."""
    text = page.text
    for match in _SPACED.finditer(text):
        start, end = match.span(1)
        after = text[end + 1 : end + 3].strip()
        if not page.in_scope(start) or page.document.code.overlaps(start, end) or (after[:1] in _MARKS and after):
            continue
        if text[end] == ":" and after[:1] in (")", "("):
            continue
        yield page.finding(
            start,
            end,
            f"There is a space before “{text[end]}”.",
            fixes=[page.replace(start, end, "", "Delete the space")],
        )
