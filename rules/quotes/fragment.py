"""quotes/fragment: one plain word of a speaker, set in marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lint.rule import (
    BODY,
    Bad,
    CueKind,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Option,
    Page,
    Quotation,
    Quotes,
    Safety,
    Sentence,
    Severity,
    rule,
)

_STATES = frozenset(
    "am is are was were be been being i'm he's she's it's we're they're feel feels felt feeling remain remains remained seem "
    "seems seemed become became".split()
)
_DEGREE = frozenset("also not still very more now just both".split())
_AFTER = frozenset(
    "to that about with by for in at over after when if on so but because as the a this his her their its he she they we "
    "it".split()
)
"""Words that may follow an adjective that tells a state: not a noun, which it would describe, nor "or" with another."""


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("_plain_words.txt").read_text(encoding="utf-8").split())


@rule(
    "quotes/fragment",
    severity=Severity.SUGGESTION,
    why="Marks around one word that anybody would have used promise something and give nothing: the reader looks for the "
    "irony.",
    when_not="The word carries a charge, a judgment or a novelty (“thug,” “catastrophic”), describes a thing (“good” "
    "science), stands in the story again to be discussed, or nobody says it.",
    fix="Shown: drop the marks, or quote the sentence.",
    source="AP Stylebook on fragmentary quotations; Guardian style guide, “quotes”",
    scope=BODY,
    quotes=Quotes.SHOW,
    yields_to=["quotes/scare-quotes"],
    options=[
        Option("words", (), "more plain words, in lower case"),
        Option("allow", (), "plain words that may be quoted, in lower case"),
    ],
    bad=[
        Bad("Ms. Ode said she was ⟦“honored”⟧ to be there.", fixed="Ms. Ode said she was honored to be there."),
        Bad("He was ⟦“disappointed,”⟧ he said on Monday.", fixed="He was disappointed, he said on Monday."),
    ],
    good=[
        Good("Ms. Ode said the plan was “catastrophic” for the pier."),
        Good("Ms. Ode said she was “deeply honored” to be there."),
        Good("She was honored to be there, Ms. Ode said."),
        Good("The “happy” pier has three lamps."),
        Good("Asked how she felt, Ms. Ode said: “Happy.”"),
        Good("Ms. Ode said the word “sorry” twice."),
        Good("Ms. Ode said she was “happy,” and “happy” was not the word for the others."),
        Good("Ms. Ode said it was “good” science and that the mood was “happy” or “proud.”"),
        Good("Ms. Ode said the news “encouraged” her."),
        Good("Ms. Ode said she was “honored” to be there.", options={"allow": ("honored",)}),
    ],
)
def fragment(page: Page) -> Iterator[Finding]:
    """One ordinary word quoted from somebody: she was "honored" to be there."""
    document = page.document
    wanted = (_plain_words() | set(page.option("words", tuple))) - set(page.option("allow", tuple))
    found: dict[str, list[Quotation]] = {}
    for quotation in document.quotations:
        if quotation.depth or quotation.block or not quotation.closed or not page.in_scope(quotation.start):
            continue
        words = [t for t in document.tokens_in(*quotation.inner) if t.counts]
        if len(words) == 1:
            found.setdefault(words[0].text, []).append(quotation)
    for word, places in found.items():
        if word in wanted and len(places) == 1 and _is_said(page, places[0]):
            message = f"“{word}” is a word that anybody would use: drop the marks, or quote the sentence."
            yield page.finding(places[0].start, places[0].end, message, fixes=[_bare(page, places[0])])


def _is_said(page: Page, quotation: Quotation) -> bool:
    """Whether somebody in the sentence says it, and not as a word spoken of."""
    document = page.document
    sentence = document.sentence_at(quotation.start)
    if sentence is None or not _tells_state(document, sentence, quotation):
        return False
    cues = document.cues_in(sentence.start, sentence.end)
    return bool(cues) and all(cue.kind is not CueKind.NAMING for cue in cues)


def _tells_state(document: Document, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether the word tells how somebody or something is ("was “glad” that"), and neither describes nor lists."""
    before = document.token_at(quotation.start) - 1
    if before >= sentence.first and document.tokens[before].norm in _DEGREE:
        before -= 1
    after = document.token_at(quotation.end)
    if before < sentence.first or document.tokens[before].norm not in _STATES:
        return False
    return after >= sentence.last or not document.tokens[after].is_word or document.tokens[after].norm in _AFTER


def _bare(page: Page, quotation: Quotation) -> Fix:
    source = page.document.source_span
    marks = (source(quotation.start, quotation.inner.start), source(quotation.inner.end, quotation.end))
    return Fix("Drop the marks", tuple(Edit(*mark, "") for mark in marks), Safety.SHOW)
