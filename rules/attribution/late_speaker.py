"""attribution/late-speaker: a long quotation whose speaker is named only when it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import (
    Bad,
    BlockKind,
    Finding,
    Found,
    Good,
    Option,
    Page,
    Quotes,
    Sentence,
    Severity,
    SpeakerKind,
    Statement,
    rule,
)

_SENTENCES = 2
_HEARD = frozenset((SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.INSTITUTION, SpeakerKind.ANONYMOUS))
"""Those whose voice a reader has to know. “The statement” points back at a paper that the story has spoken of."""


def _needs(page: Page) -> Sequence[Sentence]:
    return page.speech_grammar


@rule(
    "attribution/late-speaker",
    severity=Severity.SUGGESTION,
    why="A reader who does not know who is speaking cannot weigh what is said, and has to go back.",
    when_not="The speaker goes on from the paragraph before, or is named by the end of the first sentence.",
    fix="None: name the speaker after the first sentence.",
    source="Guardian style guide, “quotation marks”; Reuters Handbook, “quotes”",
    scope=[BlockKind.PARAGRAPH, BlockKind.LIST_ITEM],
    quotes=Quotes.SHOW,
    ask=_needs,
    options=(
        Option("words", 40, "longest quotation that may go without its speaker, in words", minimum=10, maximum=200),
    ),
    bad=[
        Bad(
            "The inspectors came in May.\n\n⟦“We walked the whole of the deck twice that morning, from the north tower to the "
            "south one. The bolts were rusted through in eleven places that we could see, and there may have been more below "
            "the water, where nobody has been since the war,”⟧ said Ann Lee, who led them."
        ),
        Bad(
            "The inspectors came in May.\n\n⟦“We walked the whole of the deck twice. The bolts were rusted through in eleven "
            "places that we could see, and there may have been more below the water.”⟧\n\nAnn Lee, who led them, said the "
            "bridge should have been shut years ago."
        ),
    ],
    good=[
        Good(
            "The inspectors came in May.\n\n“We walked the whole of the deck twice that morning,” said Ann Lee, who led them. "
            "“The bolts were rusted through in eleven places that we could see, and there may have been more below the "
            "water, where nobody has been since the war. It should have been shut.”"
        ),
        Good(
            "Ann Lee, who led them, was angry.\n\n“We walked the whole of the deck twice that morning, from the north tower "
            "to the south one. The bolts were rusted through in eleven places that we could see, and there may have been "
            "more below the water, where nobody has been since the war,” Lee said."
        ),
        Good("“We walked the deck twice. The bolts were rusted,” said Ann Lee."),
        Good(
            "The report came out in May, and its update a week later.\n\n“During that morning the whole of the deck was walked "
            "twice, from the north tower to the south one. The bolts were rusted through in eleven places that could be seen, "
            "and there may have been more below the water, where nobody has been since,” the statement reads."
        ),
        Good(
            "Ann Lee said: “We walked the whole of the deck twice that morning, from the north tower to the south one. "
            "The bolts were rusted through in eleven places that we could see, and there may have been more below the "
            "water, where nobody has been since the war.”"
        ),
    ],
)
def late_speaker(page: Page) -> Iterator[Finding]:
    """A quotation of several sentences whose speaker is named only after its end."""
    most = page.option("words", int)
    speech, document = page.speech, page.document
    known = None
    for statement in speech.statements:
        first = statement.quotations[0] if statement.quotations else None
        if first is not None and statement.speaker is not None and not first.block and page.in_scope(first.start):
            words = document.words(*first.inner)
            limit = most if statement.found is Found.SENTENCE else most // 2
            late = _late(statement) and words >= limit and _sentences(page, first.start, first.end) >= _SENTENCES
            speaker = speech.speakers[statement.speaker]
            if late and speaker.id != known and speaker.kind in _HEARD and not _named_before(page, statement):
                message = (
                    f"{words} words before the reader learns who speaks: name {speaker.name} after the first sentence."
                )
                yield page.finding(first.start, first.end, message)
        known = statement.speaker


def _late(statement: Statement) -> bool:
    """Whether the speaker stands after the end of the first quotation."""
    if statement.found in (Found.AFTER, Found.PARAGRAPH_AFTER):
        return True
    first = statement.quotations[0]
    return statement.found is Found.SENTENCE and statement.who is not None and statement.who.start >= first.end


def _sentences(page: Page, start: int, end: int) -> int:
    return sum(start <= s.start < end for s in page.document.sentences_of(page.document.block_at(start)))


def _named_before(page: Page, statement: Statement) -> bool:
    """Whether the paragraph before the quotation speaks of its speaker, or its own does before it."""
    block = page.document.block_at(statement.start)
    before = page.document.blocks[block.index - 1] if block.index else block
    assert statement.speaker is not None
    speaker = page.speech.speakers[statement.speaker]
    return any(before.start <= m.start < statement.start for m in speaker.mentions)
