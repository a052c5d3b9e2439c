"""quotes/so-called: the doubt said twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from lint.rule import Bad, Document, Edit, Finding, Fix, Good, Page, Quotation, Quotes, Severity, rule

_LONGEST = 5
_LONGEST_AFTER_WORDS = 3
_WORDS_BETWEEN = 2


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
        Bad("The so-called fiscal ⟦“cliff”⟧ came in May.", fixed="The so-called fiscal cliff came in May."),
        Bad('A so-called ⟦"clean team"⟧ read the files.', fixed="A so-called clean team read the files."),
    ],
    good=[
        Good("The so-called expert had no degree."),
        Good("It is so called because “the tide takes it twice a day,” she said."),
        Good("The so-called experts “knew nothing,” she said."),
        Good("The so-called harbor rule, or “Ode rule,” came in May."),
        Good("“My so-called friends left,” he said."),
    ],
)
def so_called(page: Page) -> Iterator[Finding]:
    """Quotation marks after "so-called"."""
    document = page.document
    for hit in page.hits:
        quotation = _named(document, hit.end)
        if quotation is None:
            continue
        inner = document.text[quotation.inner.start : quotation.inner.end]
        marks = (
            document.source_span(quotation.start, quotation.inner.start),
            document.source_span(quotation.inner.end, quotation.end),
        )
        called = document.text[hit.start : quotation.start]
        fix = Fix(called + inner.rstrip(".,"), tuple(Edit(*mark, "") for mark in marks))
        yield page.finding(
            quotation.start, quotation.end, "“So-called” needs no quotation marks after it.", fixes=[fix]
        )


def _named(document: Document, at: int) -> Quotation | None:
    """The short quotation that "so-called", which ends at an offset, speaks of: at once, or after a word or two."""
    found = bisect_left(document.quotations, at, key=attrgetter("start"))
    if found == len(document.quotations):
        return None
    quotation = document.quotations[found]
    between = document.tokens[document.token_at(at) : document.token_at(quotation.start)]
    if quotation.depth or quotation.block or not quotation.closed or len(between) > _WORDS_BETWEEN:
        return None
    if not all(t.is_word for t in between) or (between and between[-1].norm.endswith("s")):
        return None
    longest = _LONGEST_AFTER_WORDS if between else _LONGEST
    return quotation if document.words(*quotation.inner) <= longest else None
