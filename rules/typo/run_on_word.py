"""typo/run-on-word: two words with no space between them."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Quotes, Severity, is_word, rule, run_on

from ._strange import strange

_APOSTROPHES = frozenset("'\u2019")
_PARTICLES = frozenset("around away back down off out over through up".split())
"""What a verb makes a noun with: a runup, the takeup. These have a hyphen at most."""


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
        Good("The walkthrough ended, the takeup was low, and the upclose view was dear."),
        Good("The foxes were foxin’ about. El pueblo sobre todo canta."),
        Good("The alot is a beast. An alot eats twice; alots sleep."),
    ],
)
def run_on_word(page: Page) -> Iterator[Finding]:
    """Two words set as one ("ofthe" for "of the")."""
    text, found = page.text, list(strange(page))
    foreign = {unknown.token + 1 for unknown in found}
    for unknown in found:
        if len(page.document.occurrences.get(unknown.form, ())) > 1:
            continue
        if text[unknown.end : unknown.end + 1] in _APOSTROPHES or unknown.token in foreign:
            continue
        two = run_on(unknown.form)
        if two is None or two[1] in _PARTICLES or is_word("-".join(two)):
            continue
        right = " ".join(two)
        yield page.finding(
            unknown.start, unknown.end, f"“{unknown.form}” is two words: “{right}”.",
            fixes=[page.replace(unknown.start, unknown.end, right)],
        )  # fmt: skip
