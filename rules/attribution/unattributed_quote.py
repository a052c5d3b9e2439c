"""attribution/unattributed-quote: words in marks that nobody in the story is given as saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import (
    Bad,
    BlockKind,
    CueKind,
    Finding,
    Good,
    Option,
    Page,
    Quotation,
    Quotes,
    Sentence,
    Severity,
    normal,
    rule,
)

_SHOWN = 60
_SETS = frozenset(
    "sign signs banner banners shirt shirts t-shirt t-shirts hat hats poster posters placard placards sticker stickers "
    "slogan slogans chant chants chanting song songs lyrics hashtag caption headline headlined titled entitled called line "
    "phrase phrases words motto message asked question questions reads reading read label labeled labelled".split()
)
"""Words beside which a quotation shows what is written or sung rather than what somebody said."""
_POINTERS = frozenset(
    "he she they i we his her their it its who report study document documents statement letter email manifesto book memo "
    "article order bill law resolution lawsuit complaint video speech interview ad survey poll headlines reporter writer "
    "author official officials aide source sources spokesman spokeswoman people man woman one some others critics".split()
)
"""Words that point at whoever said it, though not as a verb of saying would."""
_ENDS = frozenset(".!?\u201d\u2019\"')\u2026")
_ALIKE = 30
_SMALL = frozenset("a an the of and or in on at by for from to with but as is it".split())


def _needs(page: Page) -> Sequence[Sentence]:
    return page.speech_grammar


@rule(
    "attribution/unattributed-quote",
    severity=Severity.SUGGESTION,
    default=False,
    why="Words in quotation marks are somebody's. Where the story does not say whose, a reader cannot weigh them and a desk "
    "cannot check them.",
    when_not="The speaker is named beside it, in the sentence or paragraph before, or right after; it is a title, a slogan or "
    "a sign; or it says again what somebody is quoted as saying elsewhere.",
    fix="None: only the writer knows who said it.",
    source="AP Stylebook, “quotations in the news”; Reuters Handbook, “quotes”; Guardian style guide, “quotation marks”",
    scope=[BlockKind.PARAGRAPH, BlockKind.LIST_ITEM],
    quotes=Quotes.SHOW,
    ask=_needs,
    options=(Option("words", 5, "shortest quotation read, in words", minimum=2, maximum=50),),
    bad=[
        Bad("The bridge shut on Monday. The deck was ⟦“moving more than anybody had thought possible.”⟧"),
        Bad(
            "The bridge shut on Monday.\n\nRust had eaten the bolts.\n\n⟦“You could put a thumb through some of the steel.”⟧"
        ),
    ],
    good=[
        Good("“You could put a thumb through some of the steel,” said Ann Lee, who inspects bridges."),
        Good("Ann Lee inspects bridges. “You could put a thumb through some of the steel.”"),
        Good("“It moved a lot,” Ann Lee said. “You could put a thumb through some of the steel.”"),
        Good("Ann Lee said the deck moved.\n\n“You could put a thumb through some of the steel.”"),
        Good("“You could put a thumb through some of the steel.” Ann Lee, an engineer, said so in May."),
        Good("The report was blunt: “The deck moves more than anybody had thought possible.”"),
        Good("A sign on the gate read “Keep off the bridge until further notice.”"),
        Good("The song “A Thumb Through Some of the Steel” was played at the opening."),
        Good("The “thumb through some of the steel” test was made twice."),
        Good("He stood on the bank and sang. “You could put a thumb through some of the steel.”"),
    ],
)
def unattributed_quote(page: Page) -> Iterator[Finding]:
    """A quotation of several words that nobody in the story is given as saying."""
    least = page.option("words", int)
    said = _attributed(page)
    for statement in page.speech.statements:
        if statement.speaker is not None:
            continue
        for quotation in statement.quotations:
            words = page.document.words(*quotation.inner)
            if words < least or not page.in_scope(quotation.start) or not _whole(quotation):
                continue
            if _norm(page, quotation)[:_ALIKE] in said or _brought_in(page, quotation) or _shows(page, quotation):
                continue
            text = page.text[slice(*quotation.inner)]
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
            yield page.finding(
                quotation.start,
                quotation.end,
                f"Who says “{shown}”? Name the speaker beside it, or in the sentence before.",
            )


def _whole(quotation: Quotation) -> bool:
    """Whether both marks are there: where one is missing, its end is a guess."""
    return quotation.closed and not quotation.reopened and not quotation.runs_on and not quotation.block


def _attributed(page: Page) -> str:
    """The words of all quotations that somebody is given for."""
    return "\n".join(_norm(page, q) for s in page.speech.statements if s.speaker is not None for q in s.quotations)


def _brought_in(page: Page, quotation: Quotation) -> bool:
    """Whether the copy around it points at whose words they are: a name, a pronoun, a document, a colon, a signature."""
    document = page.document
    block = document.block_at(quotation.start)
    sentence = document.sentence_at(quotation.start)
    start = sentence.start if sentence else block.start
    if start == quotation.start and block.start < start:
        before = document.sentence_at(start - 2)
        start = before.start if before else start
    end = document.sentence_at(quotation.end - 1)
    around = [
        *document.tokens_in(start, quotation.start),
        *document.tokens_in(quotation.end, end.end if end else quotation.end),
    ]
    named = [
        name
        for name in document.names
        if start <= document.tokens[name.first].start < (end.end if end else quotation.end)
    ]
    outside = [n for n in named if not quotation.start <= document.tokens[n.first].start < quotation.end]
    earlier = page.text[max(0, quotation.start - 4) : quotation.start].rstrip()
    later = page.text[quotation.end : quotation.end + 6].lstrip()
    return (
        bool(outside)
        or any(t.norm in _POINTERS for t in around)
        or earlier.endswith((":", "\u2014", "--"))
        or later.startswith(("\u2014", "\u2013", "--", "-", "@"))
        or page.text[block.start : block.end].rstrip()[-1:] not in _ENDS
    )


def _norm(page: Page, quotation: Quotation) -> str:
    return normal(page.text[slice(*quotation.inner)]).strip(" ,.?!")


def _shows(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is a title, a sign, or part of a compound rather than something said."""
    document = page.document
    tokens = [t for t in document.tokens_in(*quotation.inner) if t.counts]
    if all(t.capitalized or t.norm in _SMALL or not t.is_word for t in tokens):
        return True
    sentence = document.sentence_at(quotation.start)
    start = max(document.block_at(quotation.start).start, quotation.start - 120)
    near = document.tokens_in(start, quotation.start)[-12:]
    if any(t.norm in _SETS for t in near) or (near and near[-1].norm in ("the", "a", "an")):
        return True
    after = document.tokens_in(quotation.end, quotation.end + 20)[:1]
    if after and after[0].is_word and not after[0].capitalized:
        return True
    block = document.block_at(quotation.start)
    alone = (block.start, block.end) == (quotation.start, quotation.end)
    if alone and page.text[quotation.inner.end - 1] not in ".!?,\u2026":
        return True  # a line out of the story set on its own
    cues = document.cues_in(sentence.start, sentence.end) if sentence else []
    return any(c.kind is CueKind.NAMING for c in cues)
