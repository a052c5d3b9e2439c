from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, BlockKind, Finding, Good, Guarded, Page, Quotes, Severity, rule

from ._copies import copies
from ._report import finding

_FIRST = "The harbor office closed its doors on Friday after a pipe burst under the main hall and flooded two floors of files."
_SECOND = "Clerks moved what they could save to the old customs house, where the public will be served from Monday on."


@rule(
    "duplication/paragraph",
    severity=Severity.WARNING,
    why="Text that is pasted twice, or moved and left behind, is read twice by everybody but its writer.",
    when_not=(
        "Pull quotes and standfirsts, which repeat the text on purpose, galleries in which the page sets every caption "
        "twice, embedded posts, lists, tables, and blocks of a few words are left alone."
    ),
    fix="Deletes the later copy with its line breaks. Unsafe: the earlier one may be the one to go.",
    source="House practice: repeats are marked on their later copy.",
    quotes=Quotes.SHOW,
    touches=[Guarded.NAME, Guarded.NUMBER, Guarded.LINK, Guarded.MARKUP],
    bad=[
        Bad(
            f"{_FIRST}\n\nNobody was hurt, the fire service said.\n\n⟦{_FIRST}⟧\n\n{_SECOND}\n",
            fixed=f"{_FIRST}\n\nNobody was hurt, the fire service said.\n\n{_SECOND}\n",
        ),
        Bad(
            "Files dry in the hall. Photo: City Archive.\n⟦Files dry in the hall. Photo: City Archive.⟧\n\n" + _FIRST,
            fixed="Files dry in the hall. Photo: City Archive.\n\n" + _FIRST,
        ),
        Bad(
            f"Mayor Ines Roth came at noon and stayed for an hour.\n\n{_FIRST}\n\n{_SECOND}\n\nThe cause is not known yet."
            f"\n\n⟦{_FIRST}\n\n{_SECOND}⟧\n\nAn inquiry will follow.",
            fixed=f"Mayor Ines Roth came at noon and stayed for an hour.\n\n{_FIRST}\n\n{_SECOND}\n\n"
            "The cause is not known yet.\n\nAn inquiry will follow.",
        ),
        Bad(
            f"A word before all.\n\n{_FIRST}\n\n⟦{_FIRST.replace('closed', 'shut')}⟧\n\n{_SECOND}",
            fixed=f"A word before all.\n\n{_FIRST}\n\n{_SECOND}",
        ),
    ],
    good=[
        Good(f"{_FIRST}\n\n{_SECOND}\n\nNobody was hurt."),
        Good("He did not come.\n\nThe room waited for an hour and then for another.\n\nHe did not come."),
        Good(
            f"{_FIRST} {_SECOND}\n\nThe damage is put at two million.\n\n{_SECOND}\n\nAn inquiry will follow, the mayor said."
        ),
        Good(
            "The club from the north won by three goals to one on Saturday.\n\n"
            "The club from the south won by two goals to one on Saturday."
        ),
        Good("- Open the valve and wait for ten minutes before the next step.\n" * 2),
    ],
)
def paragraph(page: Page) -> Iterator[Finding]:
    """A paragraph, caption or longer passage that stands in the draft twice."""
    for copy in copies(page.document):
        if copy.whole:
            yield finding(page, copy, _named(copy.blocks[0].kind, len(copy.blocks)))


def _named(kind: BlockKind, blocks: int) -> str:
    if blocks > 1:
        return f"This passage of {blocks} blocks"
    return {BlockKind.CAPTION: "This caption", BlockKind.AUTHOR: "This author line"}.get(kind, "This paragraph")
