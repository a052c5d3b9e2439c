"""quotes/nested: a quotation within a quotation, both in the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Edit, Finding, Fix, Good, Guarded, Page, Quotation, Quotes, Safety, Severity, rule

_LONGEST = 8
_SINGLE = {"“": ("‘", "’"), '"': ("'", "'")}


@rule(
    "quotes/nested",
    severity=Severity.WARNING,
    why="In the same marks the reader takes the inner mark for the end of the outer quotation, and reads words of the "
    "speaker as the writer’s own.",
    when_not="The marks are of two kinds, or one of them is missing: that is for quotes/unbalanced to say.",
    fix="Safe where the inner quotation is a few words in the midst of the outer one: single marks in place of double "
    "ones, no word changed. Else shown.",
    source="AP Stylebook, “quotation marks”; BBC News style guide, “quotation marks”; Chicago Manual of Style 13.30",
    quotes=Quotes.SHOW,
    touches=[Guarded.MARKS],
    bad=[
        Bad(
            "“They keep calling it a ⟦“reform”⟧ of the port,” she said.",
            fixed="“They keep calling it a ‘reform’ of the port,” she said.",
        ),
        Bad(
            '"They keep calling it a ⟦"reform"⟧ of the port," she said.',
            fixed="\"They keep calling it a 'reform' of the port,\" she said.",
        ),
        Bad("“We were told ⟦“no.”⟧” She put the phone down.", fixed="“We were told ‘no.’” She put the phone down."),
        Bad(
            "He said that “the council promised ⟦“a bench on every corner of every street by the summer”⟧ and forgot.”",
            fixed="He said that “the council promised ‘a bench on every corner of every street by the summer’ and forgot.”",
        ),
    ],
    good=[
        Good("“They keep calling it a ‘reform’ of the port,” she said."),
        Good("“We were late, Ms. Ode said. “The train stood at Crewe,” she said."),
        Good("“We were late,” Ms. Ode said. “The train stood at Crewe,” she said."),
        Good("“We were late.\n\n“The train had a sign that said ‘Crewe,’” she said."),
        Good("“The train was late, Ms. Ode said. “We stood at Crewe.” It rained.”"),
        Good('"It was "late, she said." It rained.'),
    ],
)
def nested(page: Page) -> Iterator[Finding]:
    """A quotation within a quotation that is set in the same marks."""
    text = page.text
    outer: list[Quotation] = []
    for quotation in page.document.quotations:
        if quotation.block:
            continue
        while outer and outer[-1].end <= quotation.start:
            outer.pop()
        if outer and quotation.closed and _alike(text, outer[-1], quotation):
            yield _finding(page, quotation)
        outer.append(quotation)


def _alike(text: str, outer: Quotation, inner: Quotation) -> bool:
    """Whether both have whole pairs of the same marks, and marks for which there are single ones."""
    opening, closing = text[inner.start], text[inner.end - 1]
    if opening not in _SINGLE or closing not in '”"' or inner.inner.end == inner.end:
        return False
    return text[outer.start] == opening and (outer.runs_on or text[outer.end - 1] == closing)


def _finding(page: Page, inner: Quotation) -> Finding:
    document, text = page.document, page.text
    marks = _SINGLE[text[inner.start]]
    edits: list[Edit] = []
    for at, mark in zip((inner.start, inner.end - 1), marks, strict=True):
        edits += document.map.edits(at, at + 1, mark)
    sure = document.words(*inner.inner) <= _LONGEST
    safety = Safety.SAFE if sure else Safety.SHOW
    fix = Fix(f"{marks[0]}…{marks[1]} within {text[inner.start]}…{text[inner.end - 1]}", tuple(edits), safety)
    message = "A quotation within a quotation takes the other marks, single within double."
    return page.finding(inner.start, inner.end, message, fixes=[fix])
