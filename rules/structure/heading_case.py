from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.rule import HEADS, Bad, Block, BlockKind, Finding, Good, Guarded, Page, Quotes, Severity, Token, rule

# Short words that every style of title case capitalises: verbs, pronouns, adverbs.
_ALWAYS = frozenset(
    "is am are was were be been do does did has have had can may must will would should could its it he she they we you i "
    "his her him their our your them us who what how why when where not no all go get got say says see new old big how "
    "this these those more most now then never only just still here there".split()
)
# What styles differ on: prepositions, conjunctions and articles of any length.
_EITHER = frozenset(
    "a an the and but or nor for so yet as at by in of off on out per to up via vs v from with into over upon onto than "
    "that till until under after before about above below down near past since through between against among during "
    "without within around behind beyond across along like amid unlike toward towards despite if because while whether "
    "once although though unless when where also".split()
)
_ONE_SHORT = 2
_MOSTLY = 0.6


class _Style(NamedTuple):
    """How one heading is set: its words that are small against title case, and how many are capitalised."""

    block: Block
    small: Sequence[Token]
    capitals: int
    names: int

    @property
    def is_title(self) -> bool:
        return not self.small and self.capitals - self.names >= 1 and self.capitals >= _ONE_SHORT

    @property
    def is_sentence(self) -> bool:
        return len(self.small) > _ONE_SHORT or (bool(self.small) and self.capitals <= self.names)

    @property
    def slips(self) -> bool:
        """Title case but for a word or two."""
        words = len(self.small) + self.capitals
        return 1 <= len(self.small) <= _ONE_SHORT and self.capitals >= _MOSTLY * words and self.capitals >= _ONE_SHORT


@rule(
    "structure/heading-case",
    severity=Severity.SUGGESTION,
    why="Headings of one story set in two styles look as if two hands had made them.",
    when_not="Names, quotations, prepositions and conjunctions, on which styles of title case differ, and single headings.",
    fix="Capitalises the word where the other headings are in title case. Safe: every title case capitalises it.",
    source="AP Stylebook, “composition titles”; Chicago Manual of Style 8.159 (headline-style capitalization).",
    scope=HEADS,
    quotes=Quotes.SKIP,
    touches=[Guarded.NAME],
    bad=[
        Bad(
            "# Harbor Office Closes After Flood\n\nThe office closed.\n\n## What ⟦is⟧ the City Doing?\n\nIt waits.\n\n"
            "## Where the Files Went\n\nTo the hall.\n",
            fixed="# Harbor Office Closes After Flood\n\nThe office closed.\n\n## What Is the City Doing?\n\nIt waits.\n\n"
            "## Where the Files Went\n\nTo the hall.\n",
            format="markdown",
        ),
        Bad(
            "# Harbor office closes\n\nIt closed.\n\n## What the city says\n\nNothing.\n\n## Where the files went\n\n"
            "Away.\n\n## ⟦Who Pays for All the Damage⟧\n\nNobody.\n",
            format="markdown",
        ),
    ],
    good=[
        Good(
            "# Harbor Office Closes\n\nIt closed.\n\n## A Walk in the Park With Friends\n\nOn Sunday.\n\n"
            "## Songs from the River\n\nAll night.\n",
            format="markdown",
        ),
        Good("# What is next for the city\n\nNobody knows.\n", format="markdown"),
        Good(
            "# Harbor office closes\n\nIt closed.\n\n## What Ines Roth says\n\nNothing, said Ines Roth.\n\n"
            "## Where the files went\n\nAway.\n",
            format="markdown",
        ),
        Good(
            "# The Harbor Office Closes\n\nIt closed.\n\n## what is next\n\nNothing.\n\n## where the files went\n\nAway.\n",
            format="markdown",
        ),
    ],
)
def heading_case(page: Page) -> Iterator[Finding]:
    """A heading, or a word of one, that is not set in the case of the draft's other headings."""
    names = _names(page)
    styles = [_style(page, block, names) for block in page.blocks]
    titles = [s for s in styles if s.is_title]
    plain = [s for s in styles if s.is_sentence]
    if titles and not plain:
        for style in styles:
            if style.slips:
                yield from _words(page, style)
    crossheads = [s for s in styles if s.block.kind is BlockKind.HEADING]
    odd = [s for s in crossheads if s.is_title and s.capitals - s.names > _ONE_SHORT]
    if (
        len(odd) == 1
        and sum(s.is_sentence for s in crossheads) > 1
        and not any(s.is_title for s in crossheads if s not in odd)
    ):
        block = odd[0].block
        yield page.finding(block.start, block.end, "This heading is in title case, the others are in sentence case.")


def _words(page: Page, style: _Style) -> Iterator[Finding]:
    for token in style.small:
        right = token.text[0].upper() + token.text[1:]
        yield page.finding(
            token.start,
            token.end,
            f"“{token.text}” has no capital; the other headings are in title case.",
            fixes=[page.replace(token.start, token.end, right)],
        )


def _style(page: Page, block: Block, names: frozenset[str]) -> _Style:
    """The words of a heading after its first that have a capital, and those that title case would give one."""
    small: list[Token] = []
    capitals = known = 0
    tokens = [t for t in page.document.tokens_in(block.start, block.end) if t.is_word and "." not in t.text]
    for token in tokens[1:]:
        if page.in_quotation(token.start, token.end):
            continue
        if token.text[0].isupper() or not token.text[0].islower():
            capitals += 1
            known += token.shouted or token.norm in names
        elif token.norm in _ALWAYS or (len(token.norm) > 3 and token.norm not in _EITHER and token.text.islower()):
            small.append(token)
    return _Style(block, small, capitals, known)


def _names(page: Page) -> frozenset[str]:
    """Words of the names in the story's text."""
    document = page.document
    return frozenset(document.tokens[i].norm for name in document.names for i in range(name.first, name.last))
