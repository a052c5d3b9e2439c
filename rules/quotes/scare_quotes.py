"""quotes/scare-quotes: marks that quote nobody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lint.rule import (
    BODY,
    Bad,
    BlockKind,
    Edit,
    Finding,
    Fix,
    Good,
    Option,
    Page,
    Quotation,
    Quotes,
    Safety,
    Severity,
    read_scare_quote,
    rule,
)

_DISTANCE = frozenset(
    "claimed claims claim claiming purported purportedly supposed supposedly alleged allegedly self-proclaimed self-styled "
    "ostensible ostensibly pretended pretends pretending".split()
)
_LEADS = 4
"""Tokens before a quotation among which “so-called” leads to it."""
_BETWEEN = frozenset("to have has be been as a an the of its his her their being".split())


@rule(
    "quotes/scare-quotes",
    severity=Severity.WARNING,
    why="Marks around a word that nobody is quoted as saying only hold it at arm's length: the reader is told to doubt "
    "it, and not who does.",
    when_not="Somebody in the story said the words, or they are a title, a nickname, a slogan, a coinage being introduced, "
    "or words spoken of as words.",
    fix="Shown only: drop the marks, or say whose word it is.",
    source="Reuters Handbook, “quotation marks”; Guardian style guide, “scare quotes”; University of Chicago Manual 7.57",
    scope=[*BODY, BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.HEADING, BlockKind.CAPTION],
    quotes=Quotes.SHOW,
    options=(
        Option("words", 4, "longest quotation read, in words", minimum=1, maximum=10),
        Option("probability", 0.5, "how probable it must be that nobody is quoted", minimum=0.05, maximum=1.0),
        Option("sure", 0.9, "how probable it must be to be more than a suggestion", minimum=0.05, maximum=1.0),
    ),
    bad=[
        Bad(
            "The general claimed to have ⟦“freed”⟧ the port in March.",
            fixed="The general claimed to have freed the port in March.",
        ),
        Bad(
            "Council Weighs ⟦‘Reform’⟧ of Parking\n\nThe council will vote on Monday on a plan to charge by the hour.",
            fixed="Council Weighs Reform of Parking\n\nThe council will vote on Monday on a plan to charge by the hour.",
        ),
        Bad(
            "So much for the ⟦“free”⟧ market that the port was promised.",
            fixed="So much for the free market that the port was promised.",
        ),
    ],
    good=[
        Good("The mayor called the plan “absurd” and left."),
        Good("The ministry is “considering ways” to reopen the line, Ms. Ode said."),
        Good("The word “galley” comes from the composing room."),
        Good("She won the prize for “The Long Winter” in 2019."),
        Good("The so-called “experts” had no degree, and the so-called harbor “reform” is a tax by another name."),
        Good("The method is known as “double blinding” and is old."),
        Good("The forces are preparing to move “all staff of the port authority,” the statement said."),
        Good(
            "Storm ‘Worst in Decade,’ Says Mayor\n\nThe storm took forty roofs on Monday, the mayor said at the school."
        ),
    ],
)
def scare_quotes(page: Page) -> Iterator[Finding]:
    """Quotation marks around a word or two that nobody in the story is quoted as saying."""
    document = page.document
    longest, least = page.option("words", int), page.option("probability", float)
    for quotation in document.quotations:
        if not _short(page, quotation, longest):
            continue
        distance = _distance(page, quotation)
        probability = read_scare_quote(document, quotation).probability
        headline = document.block_at(quotation.start).kind in (BlockKind.HEADLINE, BlockKind.HEADING) and _lone(
            page, quotation
        )
        if not distance and not headline and probability < least:
            continue
        said = document.text[quotation.inner.start : quotation.inner.end].rstrip(",.")
        if distance:
            message = f"“{distance}” already keeps the distance: “{said}” needs no marks."
        elif headline:
            message = f"Nobody in the heading says “{said}”: drop the marks, or say whose word it is."
        else:
            message = f"Who says “{said}”? Quote somebody, or drop the marks and say what is wrong with the word."
        confidence = probability if not (distance or headline) else max(0.8, probability)
        yield page.finding(
            quotation.start, quotation.end, message, fixes=[_bare(page, quotation)], confidence=round(confidence, 2),
            severity=page.severity_at(probability),
        )  # fmt: skip


def _short(page: Page, quotation: Quotation, longest: int) -> bool:
    """A whole quotation of a few words that is neither a sentence nor a title."""
    document = page.document
    if quotation.depth or quotation.block or quotation.reopened or quotation.runs_on or not quotation.closed:
        return False
    words = [t for t in document.tokens_in(*quotation.inner) if t.counts]
    if not 1 <= len(words) <= longest or not page.in_scope(quotation.start) or _so_called(page, quotation):
        return False
    if document.text[quotation.inner.end - 1] in "?!" and len(words) > 1:
        return False
    return len(words) == 1 or not all(t.capitalized for t in words)


def _so_called(page: Page, quotation: Quotation) -> bool:
    """Whether "so-called" leads to it, at once or over a word or two: quotes/so-called asks about that."""
    at = page.document.token_at(quotation.start)
    before = [t.norm for t in page.document.tokens[max(0, at - _LEADS) : at]]
    return "so-called" in before or ("so", "called") in pairwise(before)


def _distance(page: Page, quotation: Quotation) -> str:
    """The word before the quotation that keeps it at a distance, or an empty string."""
    document = page.document
    at = document.token_at(quotation.start) - 1
    for token in reversed(document.tokens[max(0, at - 3) : at + 1]):
        if token.norm in _DISTANCE:
            return token.text
        if token.norm not in _BETWEEN:
            break
    return ""


def _lone(page: Page, quotation: Quotation) -> bool:
    """One or two words quoted in a heading in which nobody speaks."""
    block = page.document.block_at(quotation.start)
    words = page.document.words(*quotation.inner)
    return (
        words <= 2
        and not page.document.cues_in(block.start, block.end)
        and ":" not in page.text[block.start : block.end][-30:]
    )


def _bare(page: Page, quotation: Quotation) -> Fix:
    marks = (
        page.document.source_span(quotation.start, quotation.inner.start),
        page.document.source_span(quotation.inner.end, quotation.end),
    )
    return Fix("Drop the marks", tuple(Edit(*mark, "") for mark in marks), Safety.SHOW)
