from collections.abc import Iterator

from lint.rule import Bad, Finding, Good, Guarded, Page, Severity, rule


@rule(
    "stet/unused",
    severity=Severity.WARNING,
    why=(
        "A directive that lets nothing stand is left over from copy that has changed. It tells the next editor "
        "of a fault that is not there, and it would hide one that comes later. One that is misspelt lets nothing "
        "stand although its writer thinks so."
    ),
    when_not=(
        "The rule that it names was not run, or it names none and some rules were not run: then nobody can tell, and "
        "nothing is said."
    ),
    fix="Takes the directive out, with its line if it is alone there. A misspelt name is put right only on request.",
    source="Linters for program code report unused suppressions for the same reasons.",
    touches=[Guarded.MARKUP],
    bad=[
        Bad("⟦<!-- stet on -->⟧\nThe council met at noon.", fixed="The council met at noon."),
        Bad("The council met at noon. ⟦<!-- stet stet/unused -->⟧", fixed="The council met at noon."),
        Bad("⟦<!-- stet that verb -->⟧\nThe council met at noon.", fixed="The council met at noon."),
        Bad(
            "The council met.\n\n⟦<!-- stet off stet -->⟧\n\nIt voted at noon.",
            fixed="The council met.\n\nIt voted at noon.",
            format="markdown",
        ),
        Bad("<p>The council met. ⟦<!-- stet stet -->⟧</p>", fixed="<p>The council met. </p>", format="html"),
    ],
    good=[
        Good("She sat in the the chair. <!-- stet duplication/word: it is how he speaks -->"),
        Good("<!-- stet off -->\nThe council met at noon.\n<!-- stet on -->"),
        Good("<!-- stetson hats are back -->\nThe council met at noon."),
    ],
)
def unused(page: Page) -> Iterator[Finding]:
    """A directive that lets nothing stand, names what is not there, or cannot be read."""
    # Only what decides which findings are silenced can tell: lint.policy makes these findings.
    yield from ()
