"""attribution/unattributed-quote: words in marks that nobody in the story is given as saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import (
    Bad,
    BlockKind,
    CueKind,
    Finding,
    Found,
    Good,
    Option,
    Page,
    Quotation,
    Quotes,
    Sentence,
    Severity,
    Token,
    normal,
    rule,
)

from ._agentless import agentless_verb
from ._surroundings import cites_after, cites_before, nobody_near

_SHOWN = 60
_SETS = frozenset(
    "sign signs banner banners shirt shirts t-shirt t-shirts hat hats poster posters placard placards sticker stickers "
    "slogan slogans chant chants chanting song songs lyrics hashtag caption headline headlined titled entitled called line "
    "phrase phrases words motto message asked question questions reads reading read label labeled labelled".split()
)
"""Words beside which a quotation shows what is written or sung rather than what somebody said."""
_ALIKE = 30
_SMALL = frozenset("a an the of and or in on at by for from to with but as is it".split())
_BESIDE = (Found.SENTENCE, Found.COLON, Found.SCRIPT)
"""Where a speaker is told in the sentence itself. One who is carried over into “was derided as” is a guess."""


def _needs(page: Page) -> Sequence[Sentence]:
    return page.speech_grammar


@rule(
    "attribution/unattributed-quote",
    severity=Severity.SUGGESTION,
    why="Words in quotation marks are somebody's. Where the story does not say whose, a reader cannot weigh them and a desk "
    "cannot check them.",
    when_not="The speaker is named in its paragraph, in the two before or right after; a document or somebody's words are "
    "spoken of there; it is a title, a slogan, a sign, a term or a name; or somebody else is quoted as saying the same. In "
    "opinion, which lets imagined people speak, only what “was described as” or somebody “was accused of” counts.",
    fix="None: only the writer knows who said it.",
    source="AP Stylebook, “quotations in the news”; Reuters Handbook, “quotes”; Guardian style guide, “quotation marks”",
    scope=[BlockKind.PARAGRAPH],
    quotes=Quotes.SHOW,
    ask=_needs,
    options=(
        Option(
            "words",
            5,
            "shortest quotation read, in words, where no verb like “was described as” leads to it",
            minimum=2,
            maximum=50,
        ),
    ),
    bad=[
        Bad("The bridge shut on Monday. The deck was ⟦“moving more than anybody had thought possible.”⟧"),
        Bad(
            "The bridge shut on Monday.\n\nRust had eaten the bolts.\n\n⟦“You could put a thumb through some of the steel.”⟧"
        ),
        Bad("Ann Lee built the bridge. It was described as ⟦“worse than anywhere else on the river.”⟧"),
        Bad("The toll has long been derided as a ⟦“raid on the valley.”⟧"),
        Bad("Ms. Lee has been accused of ⟦“playing with lives”⟧ since the bridge shut."),
        Bad("Drivers on the deck were told to ⟦“stay where you are”⟧ as the wind rose."),
        Bad("Lee has been called a ⟦“gravedigger of bridges”⟧ and worse."),
        Bad("The bridge is often described as ⟦“doomed”⟧ now."),
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
        Good("“You could put a thumb through some of the steel.”\n\nThose were the words of Ann Lee in May."),
        Good("The bridge is old.\n\nRust\n\n“You could put a thumb through some of the steel.”\n\nAnn Lee, engineer"),
        Good("The law has a word for it. A bridge must be “fit for the traffic that it was built for.”"),
        Good(
            "The papers were harsh.\n\n“The bolts were rust from end to end.”\n\n“The deck swung like a door in a storm.”\n\n"
            "“The town looked the other way for years.”"
        ),
        Good(
            "Ann Lee has seen the bridge. Rust had eaten the bolts, “and nobody had looked at them for twenty years.”"
        ),
        Good("The gate would have been worth it. Expect to hear versions of “no bridge was ever as safe as ours.”"),
        Good("The rust was described by an engineer as “worse than anywhere else on the river.”"),
        Good("The rust was described as “worse than anywhere else on the river” by an engineer."),
        Good("The rust was described in a report as “worse than anywhere else on the river.”"),
        Good("The rust was described as “worse than anywhere else,” according to two people who saw it."),
        Good("The deck was inspected, the engineers said, and was described as “sound.”"),
        Good("A survey looked at the rust. The deck was described as “worse than anywhere else on the river.”"),
        Good("The bridge could be described as “doomed” now."),
        Good("The way that a deck swings in the wind is called “galloping” or flutter."),
        Good("The bridge was called the “Iron Lady” for ninety years."),
        Good("The bridge has been called “The Iron Lady of the North” for ninety years."),
        Good("Lee was widely described as a “gravedigger” in the valley's press."),
        Good("Lee was accused of “dumping” and fined."),
        Good("The men have been called “to be ready” on Sunday."),
        Good("The council was criticized for how long “shovel ready” works took."),
        Good("The deck was hailed as a “miracle of steel” (Ann Lee) when it was new."),
        Good(
            "“It is a raid on the valley,” Ann Lee said in May. The toll has been derided as a “raid on the valley” since."
        ),
    ],
)
def unattributed_quote(page: Page) -> Iterator[Finding]:
    """A quotation that nobody in the story is given as saying."""
    least = page.option("words", int) if page.genre != "opinion" else None
    said, doubtful = _attributed(page), _doubtful(page)
    double = any(q.double for q in page.document.quotations)
    for quotation in page.document.quotations:
        if quotation.depth or quotation.double != double or not page.in_scope(quotation.start):
            continue
        if _titled(page, quotation) or page.document.block_at(quotation.start).index in doubtful:
            continue
        loose = least is not None and page.document.words(*quotation.inner) >= least and _loose(page, quotation)
        verb = None if loose else _called(page, quotation)
        if (loose or verb is not None) and not _said_elsewhere(page, quotation, said):
            yield page.finding(quotation.start, quotation.end, _message(page.text[slice(*quotation.inner)], verb))


def _message(text: str, verb: Token | None) -> str:
    text = text.strip().rstrip(",.")
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    if verb is not None:
        return f"“{verb.text}” by whom? Name whoever says “{shown}”."
    return f"Who says “{shown}”? Name the speaker beside it, or in the sentence before."


def _called(page: Page, quotation: Quotation) -> Token | None:
    """The verb by which something “was described as” a quotation, where neither its sentence nor the one before cites."""
    document = page.document
    sentence = document.sentence_at(quotation.start)
    statement = page.speech.statement_of(quotation)
    if sentence is None or (statement is not None and statement.found in _BESIDE):
        return None
    verb = agentless_verb(page, sentence, quotation)
    if verb is None:
        return None
    before = document.sentences[sentence.index - 1] if sentence.index else sentence
    start = before.start if before.block == sentence.block else sentence.start
    cited = cites_before(page, start, verb.start) or cites_after(page, quotation.end, sentence.end)
    return None if cited else verb


def _loose(page: Page, quotation: Quotation) -> bool:
    """Whether it has no speaker, and nobody and nothing stands around it whose words it could be."""
    statement = page.speech.statement_of(quotation)
    return (
        statement is not None
        and statement.speaker is None
        and not _shows(page, quotation)
        and nobody_near(page, quotation)
    )


def _doubtful(page: Page) -> set[int]:
    """The blocks in which marks may be missing, so that where a quotation begins and ends is a guess."""
    document = page.document
    return {
        document.block_at(q.start).index
        for q in document.quotations
        if q.block or q.reopened or q.runs_on or not q.closed
    }


def _attributed(page: Page) -> str:
    """The words of all quotations that somebody is given for."""
    return "\n".join(_norm(page, q) for s in page.speech.statements if s.speaker is not None for q in s.quotations)


def _said_elsewhere(page: Page, quotation: Quotation, said: str) -> bool:
    """Whether its words stand among `said`, what somebody is given as saying, more often than its own statement has them."""
    words = _norm(page, quotation)[:_ALIKE]
    own = page.speech.statement_of(quotation)
    if own is None or own.speaker is None:
        return words in said
    return said.count(words) > sum(_norm(page, q).count(words) for q in own.quotations)


def _norm(page: Page, quotation: Quotation) -> str:
    return normal(page.text[slice(*quotation.inner)]).strip(" ,.?!")


def _titled(page: Page, quotation: Quotation) -> bool:
    """Whether all its words have capitals, as a title or a name has."""
    tokens = [t for t in page.document.tokens_in(*quotation.inner) if t.counts]
    return all(t.capitalized or t.norm in _SMALL or not t.is_word for t in tokens)


def _shows(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is a sign, an example, or part of a compound rather than something said."""
    document = page.document
    block = document.block_at(quotation.start)
    near = [t.norm for t in document.tokens_in(max(block.start, quotation.start - 120), quotation.start)[-12:]]
    if _SETS.intersection(near) or near[-1:] in (["the"], ["a"], ["an"]):
        return True
    if near[-2:] == ["such", "as"] or "like" in near[-2:]:
        return True
    after = document.tokens_in(quotation.end, quotation.end + 20)[:1]
    if after and after[0].is_word and not after[0].capitalized:
        return True
    if (block.start, block.end) == (quotation.start, quotation.end) and page.text[
        quotation.inner.end - 1
    ] not in ".!?,\u2026":
        return True  # a line out of the story set on its own
    sentence = document.sentence_at(quotation.start)
    cues = document.cues_in(sentence.start, sentence.end) if sentence else []
    return any(c.kind is CueKind.NAMING for c in cues)
