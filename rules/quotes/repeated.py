"""quotes/repeated: the same words of a speaker, quoted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.rule import Bad, BlockKind, CueKind, Finding, Good, Option, Page, Quotation, Quotes, Severity, rule

_AGAIN = frozenset(
    "again repeat repeated repeatedly repeating repeats reiterated reiterates reiterating echoed echoes echoing echo same "
    "twice once refrain chorus mantra slogan motto catchphrase phrase phrases line lyrics song songs sang sing singing "
    "sings chant chanted chanting chants poll survey question asked asks asking now famous famously infamous quote quoted "
    "quotation read reads reading words term words headline titled entitled called dubbed known".split()
)
"""Words near a quotation that say that it is meant to come back, or that it is no speech."""
_EMBEDDED = re.compile(r"\(@\w|pic\.twitter\.com|https?://|hide caption", re.IGNORECASE)
_NEAR = 14
_REACH = 60
_SMALL = 3
_LONG_PART = 8


@rule(
    "quotes/repeated",
    severity=Severity.SUGGESTION,
    why="A story has room for a quotation once. Set twice, it looks as if two versions were joined and nobody read the whole.",
    when_not="The second is marked as a return (“again,” “the same words”), is a refrain, a slogan, a title or the wording "
    "of a poll, or stands in a headline, a caption or a pull quotation.",
    source="House practice of copy desks",
    scope=[BlockKind.PARAGRAPH, BlockKind.LIST_ITEM],
    quotes=Quotes.SHOW,
    yields_to=["duplication/paragraph", "duplication/sentence"],
    options=[Option("words", 6, "shortest quotation compared, in words", minimum=3)],
    bad=[
        Bad(
            "“We will not sell the pier to anybody,” Ms. Ode said on Monday.\n\nThe council met in the old school hall.\n\n"
            "Ms. Ode told the council: ⟦“We will not sell the pier to anybody.”⟧"
        ),
        Bad(
            "The pier stays. “We are not poor. We will never in my lifetime sell the pier to anybody,” Ms. Ode said.\n\n"
            "⟦“We will never in my lifetime sell the pier to anybody,”⟧ she told the council."
        ),
    ],
    good=[
        Good(
            "“We will not sell the pier to anybody,” Ms. Ode said on Monday.\n\n"
            "“We will not sell the pier to anybody,” she said again on Tuesday."
        ),
        Good(
            "“We will never in my lifetime sell the pier or the hall to anybody,” Ms. Ode said.\n\n"
            "To say “never in my lifetime sell the pier or the hall” is to promise more than a mayor can keep."
        ),
        Good("“We will not sell,” she said on Monday.\n\n“We will not sell,” she said on Tuesday."),
        Good(
            "“We will not sell the pier to anybody,” Ms. Ode said.\n\n“We will not sell the pier to anybody.” — Pia Ode"
        ),
        Good(
            "‘We Will Not Sell the Pier to Anybody’\n\nThe council met on Monday in the old school hall to vote.\n\n"
            "“We will not sell the pier to anybody,” Ms. Ode said."
        ),
        Good(
            "The crowd sang “row the boat over to the island” at noon.\n\n"
            "“Row the boat over to the island,” they sang at one."
        ),
        Good(
            "Her novel, “The Long Winter of the Last Harbor Master,” sold well.\n\n"
            "“The Long Winter of the Last Harbor Master” won the prize in May."
        ),
    ],
)
def repeated(page: Page) -> Iterator[Finding]:
    """A quotation of several words that the story has already given."""
    document = page.document
    shortest = page.option("words", int)
    seen = _Seen(shortest)
    for quotation in document.quotations:
        if quotation.depth or quotation.block or not quotation.closed or not page.in_scope(quotation.start):
            continue
        words = [t for t in document.tokens_in(*quotation.inner) if t.counts]
        if len(words) < shortest or _is_title([t.text for t in words]):
            continue
        said = tuple(t.norm for t in words)
        first = seen.alike(said, part=words[0].capitalized and len(said) >= _LONG_PART)
        seen.add(said, quotation)
        if (
            first is not None
            and _is_said(page, quotation)
            and not _is_meant(page, quotation)
            and not _is_meant(page, first)
        ):
            message = "The story has quoted these words before: keep them in the better place."
            where = page.related(first.start, first.end, "quoted first here")
            yield page.finding(quotation.start, quotation.end, message, related=[where])


class _Seen:
    """The quotations of a story so far, by runs of their words, each run by the quotation that had it first."""

    def __init__(self, shortest: int) -> None:
        self._length = shortest
        self._runs: dict[tuple[str, ...], tuple[Quotation, tuple[str, ...], int]] = {}

    def add(self, said: tuple[str, ...], quotation: Quotation) -> None:
        for at in range(len(said) - self._length + 1):
            self._runs.setdefault(said[at : at + self._length], (quotation, said, at))

    def alike(self, said: tuple[str, ...], *, part: bool) -> Quotation | None:
        """An earlier quotation of the same words, or, where it may be `part` of one, that holds them."""
        found = self._runs.get(said[: self._length])
        if found is None:
            return None
        quotation, earlier, at = found
        same = earlier[at : at + len(said)] == said
        return quotation if same and (part or len(said) == len(earlier)) else None


def _is_title(words: Sequence[str]) -> bool:
    """Whether all its longer words are capitalised, as in a title."""
    longer = [word for word in words if len(word) > _SMALL and word[0].isalpha()]
    return all(word[0].isupper() for word in longer)


def _is_said(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is given as speech, by words beside it, and is no pull quotation or embedded post."""
    document = page.document
    block = document.block_at(quotation.start)
    if _EMBEDDED.search(document.text, block.start, block.end):
        return False
    start = max(block.start, quotation.start - _REACH)
    cues = document.cues_in(start, min(block.end, quotation.end + _REACH))
    return any(cue.kind is not CueKind.NAMING for cue in cues)


def _is_meant(page: Page, quotation: Quotation) -> bool:
    """Whether the words around a quotation say that it is to come back, or that it is no speech."""
    document = page.document
    block = document.block_at(quotation.start)
    at, end = document.token_at(quotation.start), document.token_at(quotation.end - 1)
    tokens = document.tokens[max(document.token_at(block.start), at - _NEAR) : at]
    tokens += document.tokens[end : min(document.token_at(block.end), end + _NEAR)]
    return any(t.norm in _AGAIN for t in tokens)
