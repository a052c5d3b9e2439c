from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Finding, Good, Guarded, Page, Quotes, Severity, rule

from ._copies import copies
from ._report import finding

_TEXT = "The ferry will not run before May because its engine has to come from Norway by sea."


@rule(
    "duplication/sentence",
    severity=Severity.WARNING,
    why="A sentence that stands twice within a few lines was moved and not taken out where it came from.",
    when_not=(
        "Refrains, short sentences, quotations that are taken up again further on, pull quotes, and embedded posts are "
        "left alone."
    ),
    fix="Deletes the later copy. Unsafe: the earlier one may be the one to go.",
    source="House practice: repeats are marked on their later copy.",
    quotes=Quotes.SHOW,
    touches=[Guarded.NAME, Guarded.NUMBER, Guarded.LINK, Guarded.MARKUP],
    bad=[
        Bad(
            f"The council met on Monday. {_TEXT} Nobody objected. ⟦{_TEXT}⟧ The next meeting is in June.",
            fixed=f"The council met on Monday. {_TEXT} Nobody objected. The next meeting is in June.",
        ),
        Bad(
            "The bridge stays closed until the spring, the county said on Tuesday after a long debate.\n\n"
            "Ana Weiss is the Courier’s transport reporter.\n\nWritten By\n\n"
            "⟦Ana Weiss is the Courier's transport reporter.⟧ She lives on the coast and covers ports, rail and roads.",
            fixed="The bridge stays closed until the spring, the county said on Tuesday after a long debate.\n\n"
            "Ana Weiss is the Courier’s transport reporter.\n\nWritten By\n\n"
            "She lives on the coast and covers ports, rail and roads.",
        ),
    ],
    good=[
        Good("He did not answer. She asked again. He did not answer."),
        Good(f"{_TEXT} That was the first delay. The second came in June, when the new engine would not start."),
        Good(f"The council met on Monday. {_TEXT} Nobody objected to it.\n\n{_TEXT}\n\nThe next meeting is in June."),
        Good(
            "The north of the county had twelve inches of rain in a week. "
            "The south of the county had fifteen inches of rain in a week."
        ),
    ],
)
def sentence(page: Page) -> Iterator[Finding]:
    """A sentence, or a few in a row, set again in the same paragraph or the next."""
    for copy in copies(page.document):
        if not copy.whole:
            yield finding(
                page, copy, "This sentence" if copy.sentences == 1 else f"This run of {copy.sentences} sentences"
            )
