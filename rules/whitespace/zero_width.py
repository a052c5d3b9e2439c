from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, Edit, Finding, Fix, Good, Guarded, Page, Quotes, Severity, rule

_INVISIBLE = pattern("[\u200b\u2060\ufeff]+")
_NAMED = {"\u200b": "zero-width space", "\u2060": "word joiner", "\ufeff": "byte order mark"}


@rule(
    "whitespace/zero-width",
    severity=Severity.SUGGESTION,
    why="A character that nobody sees splits a word for searches, spelling checkers and screen readers.",
    when_not="Joiners that scripts and emoji need, and the byte order mark at the start of a file.",
    fix="Deletes it. Safe: nothing seen changes.",
    source="Unicode Standard Annex 14 (ZW, WJ); house practice.",
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    touches=[Guarded.NAME, Guarded.NUMBER],
    bad=[
        Bad("The har⟦\u200b⟧bor closed.", fixed="The harbor closed."),
        Bad("The harbor⟦\ufeff⟧ closed.", fixed="The harbor closed."),
        Bad("⟦\u200b⟧The harbor closed.", fixed="The harbor closed."),
    ],
    good=[Good("The family 👨\u200d👩\u200d👧 came."), Good("می\u200cخواهم"), Good("The harbor closed.")],
)
def zero_width(page: Page) -> Iterator[Finding]:
    """A character without width in the copy: a zero-width space, word joiner or stray byte order mark."""
    text = page.document.source.text
    for match in _INVISIBLE.finditer(text):
        name = _NAMED[match.group()[0]]
        fix = Fix(f"Delete the {name}", (Edit(*match.span(), ""),))
        yield page.finding_in_source(*match.span(), f"There is a {name} here, which nobody sees.", fixes=[fix])
