"""quotes/headline-not-in-body: a headline that quotes what the story does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.rule import (
    BODY,
    Bad,
    BlockKind,
    CueKind,
    Document,
    Finding,
    Good,
    Option,
    Page,
    Quotation,
    Quotes,
    Severity,
    Token,
    rule,
)

_ELLIPSIS = frozenset({"…", "...", ". . ."})
_SPEECH = 4
"""Words of a quotation from which on it is taken for speech, whoever says it."""
_WORDS_AFTER_COLON = 2
_SLACK = 2
_NEAR = 0.6
_COMMON = frozenset(
    "a an the and or but of to in on at for with by from as is are was were be been it its he she they we you i his her "
    "their our your my this that these those not no do does did has have had will would".split()
)


@rule(
    "quotes/headline-not-in-body",
    severity=Severity.WARNING,
    why="A headline’s marks promise the very words. A reader who looks for them and finds others thinks that somebody’s "
    "mouth was put to use.",
    when_not="The story holds the words in this order, whatever their case, marks, brackets and cuts; the headline gives a "
    "word or two as nobody’s (a title, a coinage, a scare quote); or there is no story yet, only a paragraph or two.",
    fix="None: set the words as they were said, or drop the marks.",
    source="BBC News style guide, “headlines”; Guardian style guide, “quotes” in headlines",
    scope=[BlockKind.HEADLINE],
    quotes=Quotes.SHOW,
    options=[Option("body", 120, "words that a story has at least before its headline is held against it", minimum=1)],
    bad=[
        Bad(
            "Mayor: We ⟦‘will never sell’⟧ the Pier\n\n“We shall never sell the pier,” the mayor said on Monday.",
            options={"body": 8},
        ),
        Bad(
            "Pier Sale ⟦“a Disgrace,”⟧ Says Union\n\nThe sale of the pier disgraces the town, the union said on Monday.",
            options={"body": 8},
        ),
    ],
    good=[
        Good(
            "Mayor: We ‘Will Never Sell’ the Pier\n\n“We will [never] sell the pier,” the mayor said on Monday.",
            options={"body": 8},
        ),
        Good(
            "Mayor: ‘We … Won’t Sell the Pier’\n\n“We have thought about it and won't sell the pier,” the mayor said.",
            options={"body": 8},
        ),
        Good("Mayor: We ‘Will Never Sell’ the Pier\n\n“We shall never sell the pier,” the mayor said on Monday."),
        Good("Mayor: We ‘Will Never Sell’ the Pier"),
        Good("Mayor: ‘No More US Boats’\n\n“No more U.S. boats at the pier,” the mayor said.", options={"body": 8}),
        Good("Mayor: ‘It’s Bullsh*t’\n\nThe mayor called it bullshit, and the council met.", options={"body": 8}),
        Good(
            "A ‘Civil War’ on the Pier\n\nAnglers and swimmers fought over the pier on Monday, and the police came.",
            options={"body": 8},
        ),
        Good(
            "Police: ‘El Chapo’s’ Pier Is Shut\n\nThe pier of El Chapo, who sold fish there, was shut on Monday.",
            options={"body": 8},
        ),
        Good(
            "Sale of Pier ‘Unlawful’\n\nThe judge said that the sale had been unlawful and sent it back on Monday.",
            options={"body": 8},
        ),
    ],
)
def headline_not_in_body(page: Page) -> Iterator[Finding]:
    """A headline that quotes words which the story does not hold."""
    document = page.document
    quoted = [q for q in document.quotations if page.in_scope(q.start) and q.closed and not q.depth]
    if not quoted:
        return
    body = _Body(document)
    if len(body.words) < page.option("body", int):
        return
    for quotation in quoted:
        parts = _parts(document, quotation)
        masked = "*" in page.text[quotation.inner.start : quotation.inner.end]
        if not parts or masked or body.holds(parts):
            continue
        if sum(map(len, parts)) >= _SPEECH or _is_attributed(document, quotation):
            yield _finding(page, quotation, body, parts)


def _finding(page: Page, quotation: Quotation, body: _Body, parts: Sequence[Sequence[str]]) -> Finding:
    nearest = body.nearest([word for part in parts for word in part])
    if nearest is None:
        message = "The story does not hold these words: quote what was said, or drop the marks."
        return page.finding(quotation.start, quotation.end, message)
    first, last = nearest
    said = " ".join(page.text[first.start : last.end].split())
    message = f"The story has other words, “{said}”: quote what was said, or drop the marks."
    return page.finding(
        quotation.start, quotation.end, message, related=[page.related(first.start, last.end, "the story’s words")]
    )


def _is_attributed(document: Document, quotation: Quotation) -> bool:
    """Whether a headline says that somebody says it: by a colon beside the quotation, or by a verb."""
    block = document.block_at(quotation.start)
    lead_in = document.text[block.start : quotation.start].rpartition(":")
    introduced = bool(lead_in[1]) and len(lead_in[2].split()) <= _WORDS_AFTER_COLON
    after = document.text[quotation.end : block.end].lstrip()
    if introduced or after.startswith(":"):
        return True
    return any(cue.kind is not CueKind.NAMING for cue in document.cues_in(block.start, block.end))


class _Body:
    """The words of a story below its headline, as they compare."""

    def __init__(self, document: Document) -> None:
        self.tokens: list[Token] = []
        for block in document.blocks:
            if block.kind in BODY or block.kind in (BlockKind.CAPTION, BlockKind.SUBHEAD, BlockKind.HEADING):
                self.tokens += [t for t in document.tokens_in(block.start, block.end) if t.counts]
        self.words = [_plain(t) for t in self.tokens]
        self._line = _line(self.words)

    def holds(self, parts: Sequence[Sequence[str]]) -> bool:
        """Whether the parts stand in the story in their order, each without a gap."""
        at = 0
        for part in parts:
            wanted = _line(part)
            at = self._line.find(wanted, at)
            if at < 0:
                return False
            at += len(wanted) - 1
        return True

    def nearest(self, words: Sequence[str]) -> tuple[Token, Token] | None:
        """The first and last word of the passage that has most of these words at about their places."""
        wanted = {word: i for i, word in enumerate(words) if word not in _COMMON}
        if len(wanted) < 2:
            return None
        votes: Counter[int] = Counter()
        for at, word in enumerate(self.words):
            if word in wanted:
                for slack in range(-_SLACK, _SLACK + 1):
                    votes[at - wanted[word] + slack] += 1
        start, most = max(votes.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
        if most < max(2, _NEAR * len(wanted)):
            return None
        shared = [
            at
            for at in range(max(0, start), min(len(self.words), start + len(words) + _SLACK))
            if self.words[at] in wanted
        ]
        return self.tokens[shared[0]], self.tokens[shared[-1]]


def _parts(document: Document, quotation: Quotation) -> list[list[str]]:
    """The words of a quotation, cut where an ellipsis or brackets say that words were left out or put in."""
    parts: list[list[str]] = [[]]
    bracketed = False
    for token in document.tokens_in(*quotation.inner):
        if token.text in ("[", "]") or token.text in _ELLIPSIS:
            bracketed = token.text == "["
            parts.append([])
        elif token.counts and not bracketed:
            parts[-1].append(_plain(token))
    return [part for part in parts if part]


def _plain(token: Token) -> str:
    return token.norm.lower().replace(".", "").removesuffix("'s").strip("'")


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} ".replace("-", " ")
