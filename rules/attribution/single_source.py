"""attribution/single-source: a news story that rests on one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import BODY, Bad, Finding, Found, Good, Manner, Option, Page, Quotes, Sentence, Severity, rule

_LONG = " The pier is two hundred yards long and was built in the spring of 1889 by a firm from the next town." * 20


def _needs(page: Page) -> Sequence[Sentence]:
    return page.speech_grammar if page.genre == "news" else ()


@rule(
    "attribution/single-source",
    severity=Severity.SUGGESTION,
    why="A story that rests on one source is that source's story. A desk asks for a second voice, or that the copy say that "
    "nobody else would speak.",
    when_not="It is a short item, an interview, an obituary or a report of one speech, or it is not news.",
    fix="None: find another source, or say whom you asked.",
    source="Reuters Handbook, “sources” (two sources, more where one is anonymous); AP Statement of News Values and Principles",
    quotes=Quotes.SHOW,
    ask=_needs,
    options=(
        Option("words", 400, "shortest story read, in words", minimum=100, maximum=5000),
        Option("statements", 4, "fewest statements from the one source", minimum=2, maximum=50),
    ),
    bad=[
        Bad(
            f"⟦Ann Lee⟧, the harbor master, said the pier would close.{_LONG}\n\n“The deck has to go,” Lee said. “All of it.”\n\n"
            "She said work would begin in May. “We have the money,” she said."
        ),
    ],
    good=[
        Good(
            f"Ann Lee, the harbor master, said the pier would close.{_LONG}\n\n“The deck has to go,” Lee said. “All of it.”\n\n"
            "“We need the pier,” said Tom Cole, who sells ice cream on it. Lee said work would begin in May."
        ),
        Good("Ann Lee, the harbor master, said the pier would close. “The deck has to go,” she said. “All of it.”"),
        Good(f"Ann Lee, the harbor master, said the pier would close.{_LONG}"),
    ],
)
def single_source(page: Page) -> Iterator[Finding]:
    """A news story of some length in which everything that is said comes from one source."""
    document = page.document
    words = sum(document.words(b.start, b.end) for b in document.blocks if b.kind in BODY)
    if page.genre != "news" or words < page.option("words", int):
        return
    statements = page.speech.statements
    if any(s.found in (Found.SCRIPT, Found.ANSWER) for s in statements):
        return
    speakers = {s.speaker for s in statements}
    said = sum(s.manner is not Manner.INDIRECT for s in statements)
    if len(speakers) != 1 or None in speakers or len(statements) < page.option("statements", int) or not said:
        return
    speaker = page.speech.speakers[statements[0].speaker or 0]
    message = (
        f"All that is said in this story comes from {speaker.name} ({len(statements)} statements): "
        "find a second source, or say whom else you asked."
    )
    yield page.finding(*speaker.first_full, message)
