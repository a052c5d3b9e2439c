"""typo/missing-word: a small word left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotes, Safety, Severity, Token, rule

from ._pairs import clause_opens, in_relative, norm_at, side_by_side

_NO_NOUN = "of is are was were has had would could should did does been than"
_NEVER_AFTER: Mapping[str, frozenset[str]] = {
    "the": frozenset(f"{_NO_NOUN} and by for from he that they to with".split()),
    "a": frozenset(f"{_NO_NOUN} and have they".split()),
    "their": frozenset(("of",)),
    "our": frozenset(("of",)),
    "its": frozenset(("of",)),
    "your": frozenset(("of",)),
}
"""What cannot follow these: between them a noun is missing, or one of the two is the wrong word."""
_WANTING_TO = frozenset("going able unable want wanted trying tried ought supposed intend intends".split())
_VERBS = frozenset("be become bring build do find get give go have keep leave make say see take tell win".split())
"""Verbs that are hardly ever nouns, so that “going make” cannot be two words of other clauses."""
_FINITE_TOO = frozenset(("intend", "tried", "want", "wanted"))
"""Of these, what may end a clause that the verb after it goes on from: “those who tried have failed”."""
_LETTERED = frozenset(
    "annex appendix article class clause exhibit figure grade group hepatitis item paragraph plan schedule section "
    "subsection table type vitamin".split()
)
_SET_PHRASES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("as", "matter"): ("of", "fact"),
    ("at", "end"): ("of", "the", "day"),
    ("at", "same"): ("time",),
    ("in", "middle"): ("of",),
    ("in", "midst"): ("of",),
    ("in", "same"): ("way",),
    ("on", "other"): ("hand",),
    ("on", "verge"): ("of",),
}
"""Set phrases that lack the article after their first word: the first two words and those that follow."""
_TO_FOLLOWS = frozenset(("a", "an", "his", "its", "our", "the", "their"))
_PAIRS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((*_WANTING_TO, "order"), _VERBS),
    **{word: frozenset(second for first, second in _SET_PHRASES if first == word) for word, _ in _SET_PHRASES},
    "according": _TO_FOLLOWS,
    "one": frozenset(("the",)),
}
"""Pairs that a word may be missing between."""
_MOST = frozenset("best biggest few first greatest highest largest main most oldest worst youngest".split())
_LINKS = frozenset("as became become been being is was are were remain remains be it".split())
_SUBJECTS = frozenset(("he", "she", "they", "we", "it"))
_BEFORE_WANT = frozenset("didn't doesn't don't not to who won't would wouldn't".split())
_SAID = dict.fromkeys(("said", "says"), frozenset(("would", "could", "should", "will")))


@rule(
    "typo/missing-word",
    severity=Severity.ERROR,
    why="The writer’s mind ran ahead of the hand, or a word went out with the one beside it. The sentence does not parse.",
    when_not="Headlines leave articles out on purpose. Letters (Plan A is off), names and words that are spoken of stay.",
    fix="Puts the word in where only one will do; unsafe, as the sentence must be read. Else there is none.",
    source="House practice; pairs counted in published news copy",
    quotes=Quotes.SHOW,
    yields_to=("typo/real-word", "typo/extra-word"),
    scope=BODY | {BlockKind.CAPTION},
    bad=[
        Bad("Nobody heard ⟦the of⟧ the mayor."),
        Bad("He did not know how long the port ⟦the would⟧ stay shut."),
        Bad("They still ⟦a have⟧ a say in it."),
        Bad("He ⟦said would⟧ resign in May.", fixed="He said he would resign in May."),
        Bad("Anna Orlova ⟦said would⟧ vote for it."),
        Bad("They are ⟦going be⟧ late.", fixed="They are going to be late."),
        Bad("She was not ⟦able get⟧ a ticket.", fixed="She was not able to get a ticket."),
        Bad("Rents fell in May, ⟦according the⟧ bank.", fixed="Rents fell in May, according to the bank."),
        Bad("It is ⟦one the⟧ best schools here.", fixed="It is one of the best schools here."),
        Bad("He won, but ⟦at same⟧ time he lost.", fixed="He won, but at the same time he lost."),
        Bad("They wait in ⟦order win⟧ the seat.", fixed="They wait in order to win the seat."),
    ],
    good=[
        Good("Plan A is off, and Exhibit A was shown. They went from a to b."),
        Good("The would-be mayor and the has-beens met at the by-election."),
        Good("A plan that he said would fail did so. What she said would cost them the vote is this."),
        Good("She is the woman he said would resign."),
        Good("They were going home. He was able, get it or not. The going gets hard."),
        Good("According to the bank, rents fell. The rules were applied according as the court wished."),
        Good("Of the two, one the best lawyers had lost."),
        Good("The word “the” is short. The IS fighters fled. A has-been, a to-do and an and."),
        Good("Those who tried have failed, and all the things they want make noise."),
        Good("Under subsection a of the act, A is A. It was the he said, she said of a feud, the this, the that."),
        Good("If need be, order bread. They order make-up."),
    ],
)
def missing_word(page: Page) -> Iterator[Finding]:
    """A small word left out ("he said would resign", "going be", "according the")."""
    for tokens, i in side_by_side(page, _NEVER_AFTER):
        first, second = tokens[i - 1], tokens[i]
        if _is_spoken_of(tokens, i):
            continue
        message = f"“{first.text} {second.text}” cannot stand together: a word is missing between, or one is wrong."
        yield page.finding(first.start, second.end, message)
    for tokens, i in side_by_side(page, _PAIRS):
        first, second = tokens[i - 1], tokens[i]
        word = _between(tokens, i)
        if word:
            yield _finding(page, first.start, second.end, f"{first.text} {word} {second.text}")
    yield from _said(page)


def _between(tokens: Sequence[Token], i: int) -> str:
    """The word that is missing between tokens i-1 and i, a pair of `_PAIRS`, or ""."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    before = norm_at(tokens, i - 2)
    if first == "one":
        superlative = i + 1 < len(tokens) and tokens[i + 1].norm in _MOST
        return "of" if superlative and before in _LINKS else ""
    rest = _SET_PHRASES.get((first, second))
    if rest is not None:
        article = "a" if first == "as" else "the"
        return article if tuple(t.norm for t in tokens[i + 1 : i + 1 + len(rest)]) == rest else ""
    if first in _FINITE_TOO and second != "be":
        subject = before in _SUBJECTS | {"i", "you"} and clause_opens(tokens, i - 2)
        return "to" if second != "have" and (subject or before in _BEFORE_WANT) else ""
    return "to" if first != "order" or before == "in" else ""


def _is_spoken_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pair is a letter and a verb (“subsection a of”, “A is A”), or a word that is spoken of (“the he said”)."""
    first, second = tokens[i - 1], tokens[i]
    after = norm_at(tokens, i + 1)
    if first.norm == "a":
        lettered = i > 1 and tokens[i - 2].norm in _LETTERED
        return lettered or (first.text == "A" and second.norm in ("is", "was", "are", "were"))
    return (second.norm == "he" and after in ("said", "says")) or (second.norm == "that" and after in ("", ",", "."))


def _said(page: Page) -> Iterator[Finding]:
    """“He said would”: a sentence that opens with a speaker, and a modal verb with nobody before it."""
    for tokens, i in side_by_side(page, _SAID):
        said, modal, who = tokens[i - 1], tokens[i], tokens[i - 2] if i > 1 else None
        if who is None or in_relative(tokens, i - 1) or not _is_whole_subject(tokens, i - 1):
            continue
        if who.norm in _SUBJECTS:
            yield _finding(page, said.start, modal.end, f"{said.text} {who.norm} {modal.text}")
        else:
            message = f"“{said.text} {modal.text}”: it is not said who {modal.text}; a word is missing between."
            yield page.finding(said.start, modal.end, message)


def _is_whole_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before `end` are a pronoun or a name that opens the sentence."""
    at = end - 1
    if tokens[at].norm not in _SUBJECTS:
        if not tokens[at].capitalized:
            return False
        while at > 0 and tokens[at - 1].is_word and tokens[at - 1].capitalized:
            at -= 1
    return not any(t.counts for t in tokens[:at])


def _finding(page: Page, start: int, end: int, right: str) -> Finding:
    message = f"A word is missing: “{right}”, not “{page.text[start:end]}”."
    return page.finding(start, end, message, fixes=[page.replace(start, end, right, safety=Safety.UNSAFE)])
