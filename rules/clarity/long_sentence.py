from __future__ import annotations

from collections.abc import Iterator

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Option, Page, Quotes, Sentence, Severity, rule

_SHOWN = 6
_OWN = 10
_LONG = (
    "The council, which met on Monday behind closed doors for the third time in a month, agreed after long talks to lend "
    "the port authority the money that it needs for new gates, though two of its members, both from the north, had said "
    "before that they would never vote for it again."
)


@rule(
    "clarity/long-sentence",
    severity=Severity.SUGGESTION,
    why="Readers lose the thread of a sentence of more than 45 words, and so does its writer.",
    when_not="One long quotation with a few words around it, headlines, captions, and lists, which are read item by item.",
    fix="None: the writer finds the place to break it.",
    source="Reuters Handbook, “sentences”; Flesch 1948 on sentence length; house practice.",
    scope=BODY,
    quotes=Quotes.SHOW,
    options=[Option("words", 45, "the most words a sentence may have", minimum=10, maximum=200)],
    bad=[
        Bad(f"⟦The council, which met on⟧{_LONG[len('The council, which met on') :]}"),
        Bad("⟦Rain fell on the hills and⟧ on the plain below them all day long.", options={"words": 12}),
    ],
    good=[
        Good("The council met on Monday. It agreed to lend the port authority money. Two members voted against it."),
        Good(f"“{_LONG}” she said."),
        Good(_LONG, options={"words": 60}),
    ],
)
def long_sentence(page: Page) -> Iterator[Finding]:
    """A sentence of more words than a reader holds."""
    most = page.option("words", int)
    for sentence in page.sentences:
        if sentence.last - sentence.first <= most or page.document.blocks[sentence.block].kind is BlockKind.QUOTE:
            continue
        words = page.document.words(sentence.start, sentence.end)
        if words > most and _own_words(page, sentence) >= min(_OWN, most):
            end = page.tokens(sentence)[min(_SHOWN, words) - 1].end
            yield page.finding(sentence.start, end, f"This sentence has {words} words; {most} are plenty.")


def _own_words(page: Page, sentence: Sentence) -> int:
    """How many words of a sentence stand outside quotations."""
    return sum(t.counts and not page.in_quotation(t.start, t.end) for t in page.tokens(sentence))
