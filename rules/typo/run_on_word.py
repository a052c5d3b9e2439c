"""typo/run-on-word: two words with no space between them."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Quotes, Severity, rule, run_on

from ._strange import strange


@rule(
    "typo/run-on-word",
    severity=Severity.ERROR,
    why="A space that was not struck makes one word of two, and no dictionary has it.",
    when_not="A name, a trade mark or a word that a group has made of two. Add it to the accepted words.",
    fix="Safe: the space. Inside quotations it is only shown.",
    source="Kukich 1992, “Techniques for Automatically Correcting Words in Text”, section 1.2.1: run-on words",
    scope=COPY - {BlockKind.BYLINE, BlockKind.AUTHOR},
    quotes=Quotes.SHOW,
    about_words=True,
    bad=[
        Bad("One ⟦ofthe⟧ ferries sank.", fixed="One of the ferries sank."),
        Bad("He reads ⟦alot⟧ of verse.", fixed="He reads a lot of verse."),
        Bad("The mayor spoke ⟦tothe⟧ crowd.", fixed="The mayor spoke to the crowd."),
    ],
    good=[
        Good("Nobody saw the nightwatchman or heard the foghorn."),
        Good("Ofthe is a hamlet, said the guide to Inthe and Tothe."),
        Good("The hashtag #ofthe and the site ofthe.org are gone."),
        Good("A thereof is a thereof, and into and onto and cannot are words."),
        Good("The alot is a beast. An alot eats twice; alots sleep."),
    ],
)
def run_on_word(page: Page) -> Iterator[Finding]:
    """Two words set as one ("ofthe" for "of the")."""
    for unknown in strange(page):
        if len(page.document.occurrences.get(unknown.form, ())) > 1:
            continue
        two = run_on(unknown.form)
        if two is None:
            continue
        right = " ".join(two)
        yield page.finding(
            unknown.start, unknown.end, f"“{unknown.form}” is two words: “{right}”.",
            fixes=[page.replace(unknown.start, unknown.end, right)],
        )  # fmt: skip
