"""A day of the week in a draft that has no date to hang it on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.rule import Bad, BlockKind, Finding, Good, Option, Page, Severity, Token, rule

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\b{_MONTH}\s+[0-3]?\d\b|\b[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow".split())
_ANY_DAY = frozenset("a an any each every most some that one the another this first second third fourth last".split())
_PREPOSITIONS = frozenset("on by until since before after from late early".split())
_AROUND_THE_STORY = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.AUTHOR})


@rule(
    "dates/relative-day",
    severity=Severity.SUGGESTION,
    why="“On Thursday” is clear on the day and a riddle a year later. A page that is kept needs one date, "
    "in the copy or above it.",
    when_not="Where the system prints the date beside the story. A draft that comes with nothing around it, "
    "no author line and no page labels, is taken to be such a one; the option `bare` looks at those too.",
    fix="None: only the desk knows the day.",
    source="AP Stylebook, “time element” and “days of the week”; BBC News style guide, “dates”",
    scope=[BlockKind.PARAGRAPH, BlockKind.LIST_ITEM],
    wake=sorted(_DAYS),
    options=[Option("bare", False, "look also at drafts with no author line, byline or page labels")],
    bad=[
        Bad("Harbor Talks Resume\n\nTalks went on ⟦on Thursday⟧ between the port and its crews.\n\nAdvertisement"),
        Bad(
            "Advertisement\n\nHarbor Talks Resume\n\n"
            "⟦On Thursday⟧, the port and its crews met again. They had last met in September, and on Friday they left."
        ),
        Bad("Talks resumed ⟦yesterday⟧ between the port and its many crews.", options={"bare": True}),
        Bad("The port ⟦Tuesday⟧ shut its gates to all of the crews.", options={"bare": True}),
    ],
    good=[
        Good("Talks went on on Thursday between the port and its crews."),
        Good("Published Nov. 3, 2022\n\nTalks went on on Thursday between the port and its crews.\n\nAdvertisement"),
        Good(
            '<p class="byline">By A. Ode</p><p>Talks failed on Nov.&nbsp;3, and the port said so on Friday.</p>',
            format="html",
        ),
        Good("Talks on Thursday, 3 November, went on between the port and its crews.\n\nAdvertisement"),
        Good("The shop is shut on Sundays, and every Monday it opens late for its crews.\n\nAdvertisement"),
        Good("“We met on Thursday,” the head of the port told its many crews.\n\nAdvertisement"),
        Good("Sales rose on Black Friday, the Sunday Courier found in its count of shops.\n\nAdvertisement"),
    ],
)
def relative_day(page: Page) -> Iterator[Finding]:
    """A day of the week, or yesterday, where the draft has no date to hang it on: the first one only."""
    document = page.document
    if not (page.option("bare", bool) or any(b.kind in _AROUND_THE_STORY for b in document.blocks)):
        return
    if _DATE.search(document.source.text) or _DATE.search(page.text):
        return
    for hit in page.hits:
        at = document.token_at(hit.start)
        if page.in_scope(hit.start) and not page.in_quotation(hit.start, hit.end) and _is_one_day(document.tokens, at):
            start = hit.start
            if at and document.tokens[at - 1].norm == "on" and hit.start - document.tokens[at - 1].end == 1:
                start = document.tokens[at - 1].start
            text = page.text[start : hit.end]
            yield page.finding(start, hit.end, f"“{text}”: the draft has no date to hang it on.", confidence=0.7)
            return


def _is_one_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a certain day, and no part of a name and no habit."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    beside = before is not None and before.is_word and token.start - before.end == 1
    if (
        before is not None
        and beside
        and (before.norm in _ANY_DAY or (before.capitalized and before.norm not in _PREPOSITIONS))
    ):
        return False
    return after is None or not (after.is_word and after.capitalized and after.start - token.end == 1)
