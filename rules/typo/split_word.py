"""typo/split-word: a word with a space in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Quotes, Severity, is_word, rule

from ._strange import strange

_SHORTEST = 6
"""Letters of a word that may have come apart: shorter ones come about by chance."""


@rule(
    "typo/split-word",
    severity=Severity.WARNING,
    why="A space struck one letter early or late makes of one word two that are none.",
    when_not="Clipped or foreign words side by side. Add them to the accepted words.",
    fix="Safe: the word in one piece, or with its letter back. Inside quotations it is only shown.",
    source="Kukich 1992, “Techniques for Automatically Correcting Words in Text”, section 1.2.1: split words",
    scope=COPY - {BlockKind.BYLINE, BlockKind.AUTHOR},
    quotes=Quotes.SHOW,
    about_words=True,
    bad=[
        Bad("They went to the ferry ⟦toge ther⟧.", fixed="They went to the ferry together."),
        Bad("The ⟦othe rmore⟧ said no.", fixed="The other more said no."),
        Bad("He ⟦spok efor⟧ an hour.", fixed="He spoke for an hour."),
    ],
    good=[
        Good("They went together, to get her home."),
        Good("The film “La Dolce Vita” ran for a year."),
        Good("He said “ich liebe dich” and hung up."),
        Good("She teaches jiu jitsu. The pesh merga left, and more pesh merga came."),
        Good("Two poli sci majors and a vape shop owner left."),
    ],
)
def split_word(page: Page) -> Iterator[Finding]:
    """A word come apart, or a space in the wrong place ("toge ther", "othe rmore")."""
    document = page.document
    found = {u.token: u for u in strange(page)}
    habits = Counter((u.form, found[at + 1].form) for at, u in found.items() if at + 1 in found)
    for at, left in found.items():
        right = found.get(at + 1)
        if right is None or document.text[left.end : right.start] != " ":
            continue
        if (document.tokens[at].norm, document.tokens[at + 1].norm) != (left.form, right.form):
            continue
        if is_word(f"{left.form}-{right.form}") or habits[left.form, right.form] > 1:
            continue
        mended = _mended(left.form, right.form)
        if mended:
            yield page.finding(
                left.start, right.end, f"“{left.form} {right.form}” should be “{mended}”.",
                fixes=[page.replace(left.start, right.end, mended)],
            )  # fmt: skip


def _mended(left: str, right: str) -> str | None:
    """Both as one word, or with the space a letter further on or back, where that makes words."""
    if len(left) + len(right) >= _SHORTEST and is_word(left + right):
        return left + right
    if len(right) > 3 and is_word(left + right[0]) and is_word(right[1:]):
        return f"{left}{right[0]} {right[1:]}"
    if len(left) > 3 and is_word(left[:-1]) and is_word(left[-1] + right):
        return f"{left[:-1]} {left[-1]}{right}"
    return None
