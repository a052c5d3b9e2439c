"""Words that the house has ruled out in its config."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.rule import Bad, Finding, Good, Guarded, Option, Page, Safety, Severity, rule

_INSIDE_WORD = "-'_"


@rule(
    "wording/rejected",
    severity=Severity.WARNING,
    why="The house has settled on another word, or on none.",
    when_not="In quotations, and in names that hold the word.",
    fix="Puts the word that the config names in its place. Safe: the house has decided. "
    "Where it names none there is no fix.",
    source="the `reject` table of your own config; the form is that of Vale’s vocabularies",
    touches=[Guarded.NAME],
    about_words=True,
    options=[Option("also", (), "more words, each as “word” or “word=what to write instead”")],
    bad=[
        Bad("Write an ⟦e-mail⟧ to us.", fixed="Write an email to us.", options={"also": ("e-mail=email",)}),
        Bad("⟦In order to⟧ win, they ran.", fixed="To win, they ran.", options={"also": ("in order to=to",)}),
        Bad("They met in ⟦Kiev⟧ today.", fixed="They met in Kyiv today.", options={"also": ("Kiev=Kyiv",)}),
        Bad("The ⟦synergy⟧ was great.", options={"also": ("synergy",)}),
        Bad("The chief’s ⟦advisor⟧’s car", fixed="The chief’s adviser’s car", options={"also": ("advisor=adviser",)}),
    ],
    good=[
        Good("They met in Kiev today."),
        Good("“Send an e-mail,” she said.", options={"also": ("e-mail=email",)}),
        Good("Their e-mails were read.", options={"also": ("e-mail=email", "mail=post")}),
        Good("She runs the Synergy Fund in Ohio.", options={"also": ("synergy",)}),
    ],
)
def rejected(page: Page) -> Iterator[Finding]:
    """A word or phrase that the config rejects."""
    for word, right in _table(page).items():
        for start, end in _places(page.document.lowered, word.lower()):
            if not page.in_scope(start) or (word.islower() and _is_name(page, start)):
                continue
            text = page.text[start:end]
            instead = _suited(text, right)
            said = f"write “{instead}”" if right else "leave it out or find another word"
            fixes = [page.replace(start, end, instead, safety=Safety.SAFE)] if right else []
            yield page.finding(start, end, f"The house rejects “{text}”: {said}.", fixes=fixes)


def _table(page: Page) -> Mapping[str, str]:
    also = (entry.partition("=") for entry in page.option("also", tuple))
    table = {**page.rejected, **{word: right for word, _, right in also}}
    return {" ".join(word.split()).replace("\u2019", "'"): right for word, right in table.items() if word.strip()}


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where `word` stands as a whole word: not in a compound, but with its possessive ending."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _joined(text[max(0, start - 2) : start][::-1]) and not _joined(text[end : end + 2].removeprefix("'s")):
            yield start, end
        start = text.find(word, end)


def _joined(beside: str) -> bool:
    """Whether the two characters beside a word, the nearer first, belong to the same word."""
    return beside[:1].isalnum() or (beside[:1] in _INSIDE_WORD and beside[1:].isalnum())


def _is_name(page: Page, start: int) -> bool:
    """Whether a word has a capital that its sentence does not owe it."""
    sentence = page.document.sentence_at(start)
    return page.text[start].isupper() and sentence is not None and page.tokens(sentence)[0].start != start


def _suited(text: str, right: str) -> str:
    """`right` with the capitals that `text` has."""
    if text.isupper() and len(text) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if text[:1].isupper() else right
