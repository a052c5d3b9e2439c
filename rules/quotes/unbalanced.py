"""quotes/unbalanced: marks that do not pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotation, Quotes, Safety, Severity, rule

_TWO_SINGLES = re.compile("\u2019\u2019|''")


@rule(
    "quotes/unbalanced",
    severity=Severity.WARNING,
    why="Where a mark is missing the reader cannot tell where the speaker stops and the writer goes on.",
    when_not="A quotation that runs on into the next paragraph is left open there by custom, if the next paragraph opens "
    "with a mark again. Inches and seconds are not quotations.",
    fix="Shown where two single marks stand for the missing one. Else none: where the quotation ends is for the writer to "
    "say.",
    source="AP Stylebook, “quotation marks”; Guardian style guide, “quotation marks”",
    quotes=Quotes.SHOW,
    scope=[*BODY, BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION],
    bad=[
        Bad("⟦“⟧We were late, Ms. Ode said.\n\nThe train had stood at Crewe for an hour."),
        Bad("We were late,⟦”⟧ Ms. Ode said on the platform at Crewe."),
        Bad("“We were late,⟦’’⟧ Ms. Ode said at Crewe.", fixed="“We were late,” Ms. Ode said at Crewe."),
        Bad("‘We were late,⟦”⟧ Ms. Ode said on the platform at Crewe."),
    ],
    good=[
        Good("“We were late,” Ms. Ode said on the platform."),
        Good("“We were late.\n\n“The train stood at Crewe,” Ms. Ode said on the platform."),
        Good('The shelf is 24" deep and stands in the hall.'),
        Good("It was the ’90s, and rock ’n’ roll was the students’ choice."),
        Good("“She said ‘no’ and left,” he said of the farmers’ vote."),
    ],
)
def unbalanced(page: Page) -> Iterator[Finding]:
    """A double quotation mark without its partner."""
    document = page.document
    for quotation in document.quotations:
        if quotation.block or not quotation.double:
            continue
        searched = quotation.inner.end if quotation.closed else quotation.inner.start
        if (miscast := _TWO_SINGLES.search(page.text, searched, quotation.end)) is not None:
            yield _two_singles(page, quotation, *miscast.span())
        if quotation.closed or miscast is not None:
            continue
        block = document.block_at(quotation.start)
        reopened = quotation.end < block.end
        yield page.finding(
            quotation.start,
            quotation.start + 1,
            "This quotation is never closed: say where the speaker stops.",
            severity=Severity.SUGGESTION if reopened else None,
        )
    for stray in document.stray_marks:
        yield page.finding(stray.offset, stray.offset + 1, "This mark closes a quotation that was never opened.")


def _two_singles(page: Page, quotation: Quotation, start: int, end: int) -> Finding:
    mark = "”" if page.text[quotation.start] == "“" else page.text[quotation.start]
    fix = page.replace(start, end, mark, safety=Safety.SHOW)
    return page.finding(
        start, end, f"Two single marks close what one double mark opened: set {mark} here.", fixes=[fix]
    )
