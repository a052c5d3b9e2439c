"""Whether anybody or anything around a quotation may be whose words it gives: a name, a pronoun, a document, a cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from lint.rule import HEADS, Block, CueKind, Page, Quotation, Span, Token

_PEOPLE = frozenset(
    "he she they i we us you his her him them their your our my me who whom people man woman men women one some others many "
    "everybody everyone anybody anyone nobody someone somebody".split()
)
_CITED = frozenset(
    "study studies survey surveys poll polls report reports review interview profile letter letters memo memos email emails "
    "transcript transcripts article articles tweet tweets post posts statement statements testimony speech indictment "
    "lawsuit suit filing complaint document documents record records page cable headline headlines editorial column "
    "participants respondents researchers experts analysts critics observers sources source officials spokesman "
    "press media newspaper newspapers paper papers piece "
    "spokeswoman spokesperson aides writer reporter argument arguments claim claims allegation allegations said says".split()
)
"""Of those words, the ones whose voice a passive may take up: “The memo ran to two pages. The deck was described as …”."""
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
_BE = frozenset("is are was were be been being".split())
_ENDS = frozenset(".!?,\u2026")
_CLOSING = "\u201d\u2019\"')] \n"
_DASHES = ("\u2014", "\u2013", "-")
_BULLETS = "\u2022*-\u2014"
_LEAD = 3
"""With fewer words than that beside it, a quotation is a sentence by itself: “Once more: …”, “(4) …”."""
_LINES = 4
"""How many blocks away a source is looked for, crossheads and other lines among them."""
_PARAGRAPHS = 2
_AGENT = 8
"""How many words after a passive verb a "by" may stand."""


@lru_cache(maxsize=1)
def _pointers() -> frozenset[str]:
    """Words that point at a source: documents, those who are cited, nouns and verbs of saying that are no cues elsewhere."""
    return frozenset(Path(__file__).with_name("_pointers.txt").read_text(encoding="utf-8").split())


def nobody_near(page: Page, quotation: Quotation) -> bool:
    """Whether no source stands in a quotation's paragraph or those beside it, and nobody who might have said it.

    Beside a quotation that is a sentence by itself nobody may stand in any of these paragraphs: a reader goes far for
    the speaker of such a one. Of one that a sentence takes up, only its own paragraph has to be free of people.
    """
    text, block = page.text, page.document.block_at(quotation.start)
    earlier = text[max(block.start, quotation.start - 4) : quotation.start].rstrip()
    later = text[quotation.end : min(block.end, quotation.end + 6)].lstrip()
    if earlier.endswith(_DASHES) or later.startswith((*_DASHES, "@")):
        return False
    if text[block.start] in _BULLETS or _is_line(text[block.start : block.end]):
        return False
    own = Span(block.start, block.end)
    around = [own, *_before(page, block), *_after(page, block)]
    if any(_quotes(page, stretch, quotation) or _names_source(page, *stretch) for stretch in around):
        return False
    return not any(_names_somebody(page, *stretch) for stretch in (around if _alone(page, quotation) else [own]))


def _names_source(page: Page, start: int, end: int) -> bool:
    """Whether a stretch of prose [start, end) has a document, a cue, a colon, or those who are cited, outside marks."""
    return any(t.text == ":" or _word(t) in _pointers() for t in _unquoted(page, start, end)) or _told(page, start, end)


def cites_before(page: Page, start: int, end: int) -> bool:
    """Whether somebody is given as saying something in a stretch of prose [start, end), or something is cited there."""
    return any(_word(t) in _CITED for t in _unquoted(page, start, end)) or _told(page, start, end)


def cites_after(page: Page, start: int, end: int) -> bool:
    """The same of what follows a quotation, where another verb of saying goes on with something else.

    A name in brackets signs it.
    """
    tokens, cues = _unquoted(page, start, end), page.document.cues_in(start, end)
    if any(_word(t) in _CITED for t in tokens) or any(c.kind is CueKind.SOURCE for c in cues):
        return True
    return any(t.text == "(" and after.capitalized for t, after in pairwise(tokens))


def _names_somebody(page: Page, start: int, end: int) -> bool:
    """Whether a stretch of prose has a name, a pronoun or a word for anybody outside marks."""
    document = page.document
    names = document.names
    at = bisect_left(names, document.token_at(start), key=attrgetter("first"))
    named = set[int]()
    while at < len(names) and document.tokens[names[at].first].start < end:
        named.add(document.tokens[names[at].first].start)
        at += 1
    return any(_word(t) in _PEOPLE or (t.start in named and t.norm not in _DATES) for t in _unquoted(page, start, end))


def _quotes(page: Page, stretch: Span, but: Quotation) -> bool:
    """Whether words of another quotation stand in a stretch of prose."""
    tokens = page.document.tokens_in(*stretch)
    return any(page.in_quotation(t.start, t.end) and not but.start <= t.start < but.end for t in tokens if t.counts)


def _unquoted(page: Page, start: int, end: int) -> list[Token]:
    return [t for t in page.document.tokens_in(start, end) if not page.in_quotation(t.start, t.end)]


def _word(token: Token) -> str:
    return token.norm.partition("'")[0]


def _told(page: Page, start: int, end: int) -> bool:
    """Whether somebody is given as saying something in a stretch of prose, whoever it is."""
    cues = page.document.cues_in(start, end)
    return any(c.kind is CueKind.SOURCE or (c.kind is CueKind.SAYING and _says(page, c.first)) for c in cues)


def _says(page: Page, verb: int) -> bool:
    """Whether a verb of saying has somebody who says it, unlike “was described as”."""
    tokens = page.document.tokens
    before = [t.norm for t in tokens[max(0, verb - 3) : verb]]
    after = [t.norm for t in tokens[verb + 1 : verb + 1 + _AGENT]]
    return not _BE.intersection(before) or "by" in after or tokens[verb].norm.endswith("ing")


def _alone(page: Page, quotation: Quotation) -> bool:
    """Whether hardly a word stands beside a quotation in its sentence."""
    document = page.document
    first, last = document.sentence_at(quotation.start), document.sentence_at(quotation.end - 1)
    start = first.start if first else quotation.start
    end = last.end if last else quotation.end
    return document.words(start, quotation.start) < _LEAD and document.words(quotation.end, end) < _LEAD


def _before(page: Page, block: Block) -> Iterator[Span]:
    """The two paragraphs before a block, and lines between them."""
    read = 0
    for other in reversed(page.document.blocks[max(0, block.index - _LINES) : block.index]):
        if other.kind not in HEADS:
            yield Span(other.start, other.end)
            read += not _is_line(page.text[other.start : other.end])
        if read == _PARAGRAPHS:
            return


def _after(page: Page, block: Block) -> Iterator[Span]:
    """The first sentence of the paragraph after a block, and lines between them."""
    for other in page.document.blocks[block.index + 1 : block.index + 1 + _LINES]:
        if other.kind not in HEADS:
            sentences = page.document.sentences_of(other)
            yield Span(other.start, sentences[0].end if sentences else other.end)
            if not _is_line(page.text[other.start : other.end]):
                return


def _is_line(text: str) -> bool:
    """Whether a block is no sentence: a crosshead, a signature, a date."""
    return text.rstrip(_CLOSING)[-1:] not in _ENDS
