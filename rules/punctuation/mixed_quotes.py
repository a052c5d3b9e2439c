from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Edit, Finding, Fix, Good, Page, Quotation, Quotes, Severity, rule

_CURLY, _STRAIGHT = "\u201c\u201d", '""'
_MAJORITY = 2
_NAMED = {_CURLY: "curly", _STRAIGHT: "straight"}


@rule(
    "punctuation/mixed-quotes",
    severity=Severity.SUGGESTION,
    why="Quotation marks in two styles show where text was pasted in.",
    when_not="Inches, code, other languages’ marks, quotations that are not closed, and drafts without a clear majority.",
    fix="Sets both marks of the quotation as the rest of the draft does. Safe: no word changes.",
    source="Chicago Manual of Style 6.115 (“smart” quotation marks); PerfectIt, consistency of marks.",
    quotes=Quotes.SHOW,
    bad=[
        Bad(
            '“Yes,” she said. “No,” he said. ⟦"⟧Maybe," they said.',
            fixed="“Yes,” she said. “No,” he said. “Maybe,” they said.",
        ),
        Bad(
            '"Yes," she said. "No," he said. ⟦“⟧Maybe,” they said.',
            fixed='"Yes," she said. "No," he said. "Maybe," they said.',
        ),
        Bad(
            '“Yes,” she said. “No,” he said. ⟦“⟧Maybe," they said.',
            fixed="“Yes,” she said. “No,” he said. “Maybe,” they said.",
        ),
    ],
    good=[
        Good('“Yes,” she said. “No,” he said. The board is 6" wide and 9" long.'),
        Good('"Yes," she said. “No,” he said.'),
        Good("“Yes,” she said. “No,” he said. “It is ‘perhaps,’ ” they said."),
    ],
)
def mixed_quotes(page: Page) -> Iterator[Finding]:
    """A quotation whose marks are straight in a draft that sets them curly, or the reverse."""
    styles: dict[str, list[Quotation]] = {_CURLY: [], _STRAIGHT: []}
    mixed: list[Quotation] = []
    for quotation in page.document.quotations:
        marks = _marks(page, quotation)
        if marks in styles:
            styles[marks].append(quotation)
        elif set(marks) <= set(_CURLY + _STRAIGHT):
            mixed.append(quotation)
    minor, major = sorted(styles, key=lambda style: len(styles[style]))
    odd = sorted([*styles[minor], *mixed], key=lambda q: q.start)
    if len(styles[major]) < max(_MAJORITY, 2 * len(odd)):
        return
    first = styles[major][0]
    example = page.related(first.start, first.start + 1, f"{_NAMED[major]} here, as in most places")
    for quotation in odd:
        message = f"These marks are not {_NAMED[major]}, as the draft’s others are."
        yield page.finding(
            quotation.start, quotation.start + 1, message, fixes=[_fix(page, quotation, major)], related=[example]
        )


def _marks(page: Page, quotation: Quotation) -> str:
    """The opening and closing mark of a quotation that has both, each one character; else nothing."""
    whole = quotation.closed and not quotation.runs_on and not quotation.block and quotation.double
    if not whole or not page.in_scope(quotation.start):
        return "none"
    return page.text[quotation.start] + page.text[quotation.end - 1]


def _fix(page: Page, quotation: Quotation, style: str) -> Fix:
    edits: list[Edit] = []
    for at, mark in ((quotation.start, style[0]), (quotation.end - 1, style[1])):
        if page.text[at] != mark:
            edits += page.document.map.edits(at, at + 1, mark)
    return Fix(f"Set {_NAMED[style]} marks", tuple(edits))
