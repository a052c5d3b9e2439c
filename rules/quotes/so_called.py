"""quotes/so-called: the doubt said twice."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Edit, Finding, Fix, Good, Page, Quotes, Severity, rule

_LONGEST = 5


@rule(
    "quotes/so-called",
    severity=Severity.WARNING,
    why="“So-called” already says that the name is somebody else's; the marks say it again.",
    when_not="The marks hold words that somebody in the story says at length, or a title.",
    fix="Safe: it takes the two marks out and no word.",
    source="AP Stylebook, “so-called”; BBC News style guide, “so-called”",
    quotes=Quotes.SHOW,
    wake=["so-called", "so called"],
    bad=[
        Bad("The so-called ⟦“expert”⟧ had no degree.", fixed="The so-called expert had no degree."),
        Bad('A so-called ⟦"clean team"⟧ read the files.', fixed="A so-called clean team read the files."),
    ],
    good=[
        Good("The so-called expert had no degree."),
        Good("It is so called because “the tide takes it twice a day,” she said."),
        Good("“My so-called friends left,” he said."),
    ],
)
def so_called(page: Page) -> Iterator[Finding]:
    """Quotation marks after "so-called"."""
    document = page.document
    for hit in page.hits:
        after = document.token_at(hit.end)
        for quotation in document.quotations:
            if quotation.depth or not quotation.closed or not 0 <= quotation.start - hit.end <= 2:
                continue
            if document.token_at(quotation.start) != after or document.words(*quotation.inner) > _LONGEST:
                continue
            inner = document.text[quotation.inner.start : quotation.inner.end]
            marks = (
                document.source_span(quotation.start, quotation.inner.start),
                document.source_span(quotation.inner.end, quotation.end),
            )
            fix = Fix(f"so-called {inner.rstrip('.,')}", tuple(Edit(*mark, "") for mark in marks))
            yield page.finding(
                quotation.start, quotation.end, "“So-called” needs no quotation marks after it.", fixes=[fix]
            )
