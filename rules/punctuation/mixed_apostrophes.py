from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from lint.rule import Bad, Finding, Good, Guarded, Page, Quotes, Severity, rule

_WITHIN = pattern(r"['\u2019](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<=s.)(?= [a-z]))")
_CURLY, _STRAIGHT = "\u2019", "'"
_MAJORITY = 3
_NAMED = {_CURLY: "curly", _STRAIGHT: "straight"}


@rule(
    "punctuation/mixed-apostrophes",
    severity=Severity.SUGGESTION,
    why="A straight apostrophe among curly ones shows where text was pasted in, and searches for a word miss half of it.",
    when_not="Code, links, measures (6'2\"), and drafts in which neither style has a clear majority.",
    fix="Sets the apostrophe as the rest of the draft does. Safe; within quotations it is only shown.",
    source="Chicago Manual of Style 6.117 (“smart” apostrophes); PerfectIt, consistency of marks.",
    quotes=Quotes.SHOW,
    touches=[Guarded.NAME],
    bad=[
        Bad(
            "It’s the mayor’s third term, and she’s not done. It⟦'⟧s her last.",
            fixed="It’s the mayor’s third term, and she’s not done. It’s her last.",
        ),
        Bad(
            "It's the mayor's third term, and she's not done. The voters⟦’⟧ patience is.",
            fixed="It's the mayor's third term, and she's not done. The voters' patience is.",
        ),
    ],
    good=[
        Good("It’s the mayor’s third term, and she’s not done. The door is 6' tall."),
        Good("It's late, and it’s cold."),
        Good("It’s the mayor’s term, and she’s done. “All those 'big days' are over,” she said."),
        Good("It’s the mayor’s term, and she’s done. Run `don't` first.", format="markdown"),
        Good("It’s the mayor’s term, and she’s done. See https://example.org/what's-new for more."),
    ],
)
def mixed_apostrophes(page: Page) -> Iterator[Finding]:
    """An apostrophe set straight in a draft that sets them curly, or the reverse."""
    places: dict[str, list[int]] = {_CURLY: [], _STRAIGHT: []}
    document = page.document
    closing = {q.end - 1 for q in document.quotations}
    for match in _WITHIN.finditer(page.text):
        at = match.start()
        if (
            page.in_scope(at)
            and at not in closing
            and not document.code.overlaps(at, at + 1)
            and not document.links.overlaps(at, at + 1)
        ):
            places[match.group()].append(at)
    minor, major = sorted(places, key=lambda mark: len(places[mark]))
    if len(places[major]) < max(_MAJORITY, 2 * len(places[minor])):
        return
    example = page.related(places[major][0], places[major][0] + 1, f"{_NAMED[major]} here, as in most places")
    for at in places[minor]:
        yield page.finding(
            at,
            at + 1,
            f"This apostrophe is {_NAMED[minor]}; the draft’s others are {_NAMED[major]}.",
            fixes=[page.replace(at, at + 1, major)],
            related=[example],
        )
