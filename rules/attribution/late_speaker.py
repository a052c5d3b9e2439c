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
    Quotation,
    Quotes,
    Sentence,
    Severity,
    SpeakerKind,
    Statement,
    rule,
)

_SENTENCES = 2
_PARAGRAPHS = 2
"""So many paragraphs before a quotation may have named its speaker for a reader to think of them."""
_INITIAL = 2
_DASHES = ("\u2014", "\u2013", "-")
_HEARD = frozenset((SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.INSTITUTION, SpeakerKind.ANONYMOUS))
"""Those whose voice a reader has to know. “The statement” points back at a paper that the story has spoken of."""


def _needs(page: Page) -> Sequence[Sentence]:
    return page.speech_grammar


@rule(
    "attribution/late-speaker",
    severity=Severity.SUGGESTION,
    why="A reader who does not know who is speaking cannot weigh what is said, and has to go back.",
    when_not="The speaker goes on from the paragraph before, is named by the end of the first sentence or in the two paragraphs "
    "before, or signs a quotation in a press review.",
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
            "The papers were harsh.\n\n“The council walked the whole of the deck twice and saw what all had seen for years. "
            "The bolts were rusted through in eleven places, and there may have been more below the water, where nobody had been "
            "since the war.” Ann Lee, Evening Post"
        ),
        Good(
            "The papers were harsh.\n\n“The council walked the whole of the deck twice and saw what all had seen for years. "
            "The bolts were rusted through in eleven places, and there may have been more below the water.” — Ann Lee"
        ),
        Good(
            "Ann Lee led the inspectors.\n\nThey came in May, on a clear day.\n\n“We walked the whole of the deck twice that "
            "morning, from the north tower to the south one. The bolts were rusted through in eleven places that we could see, "
            "and there may have been more below the water, where nobody has been since the war,” Lee said."
        ),
        Good(
            "The inspectors came in May.\n\n“We walked the whole of the deck twice that morning, from the north tower to the "
            "south one. The bolts were rusted through in eleven places that we could see, and there may have been more below the "
            "water, where nobody has been since the war,” the engineer said."
        ),
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
        if first is not None and statement.speaker is not None and _read(page, first):
            words = document.words(*first.inner)
            limit = most if statement.found is Found.SENTENCE else most // 2
            late = _late(page, statement) and words >= limit and _sentences(page, first.start, first.end) >= _SENTENCES
            speaker = speech.speakers[statement.speaker]
            if late and speaker.id != known and speaker.kind in _HEARD and not _named_before(page, statement):
                message = (
                    f"{words} words before the reader learns who speaks: name {speaker.name} after the first sentence."
                )
                yield page.finding(first.start, first.end, message)
        known = statement.speaker


def _read(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation stands in the story's prose with its end marked: without a mark, where it ends is a guess."""
    return quotation.closed and not quotation.block and page.in_scope(quotation.start)


def _late(page: Page, statement: Statement) -> bool:
    """Whether the speaker stands after the end of the first quotation, and is no signature and nobody spoken of before."""
    first = statement.quotations[0]
    if statement.found in (Found.AFTER, Found.PARAGRAPH_AFTER):
        signed = page.text[first.end : first.end + 4].lstrip().startswith(_DASHES)
        return page.document.block_at(first.start).start == first.start and not signed
    who, cue = statement.who, statement.cue
    if statement.found is not Found.SENTENCE or who is None or cue is None or who.start < first.end:
        return False
    signature = cue.start < who.end and who.start < cue.end
    again = page.text[: who.start].endswith("the ") or page.text[who.start : who.end].startswith("the ")
    return not (signature or again or statement.pronoun)


def _sentences(page: Page, start: int, end: int) -> int:
    return sum(start <= s.start < end for s in page.document.sentences_of(page.document.block_at(start)))


def _named_before(page: Page, statement: Statement) -> bool:
    """Whether the paragraphs before the quotation speak of its speaker, or its own does before it."""
    document = page.document
    index = document.block_at(statement.start).index
    start = document.blocks[max(0, index - _PARAGRAPHS)].start
    assert statement.speaker is not None
    speaker = page.speech.speakers[statement.speaker]
    if any(start <= m.start < statement.start for m in speaker.mentions):
        return True
    names = {word for word in speaker.name.split() if word[:1].isupper() and len(word) > _INITIAL}
    before = document.tokens_in(start, statement.start)
    return any(t.text.partition("\u2019")[0].partition("'")[0] in names for t in before)
