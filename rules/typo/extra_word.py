"""typo/extra-word: one small word too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import Bad, Finding, Fix, Good, Page, Quotes, Safety, Severity, Token, rule

from ._pairs import (
    ARTICLES,
    DEMONSTRATIVES,
    FINITE,
    POSSESSIVES,
    PRONOUNS,
    clause_opens,
    in_relative,
    norm_at,
    side_by_side,
)
from ._sound import Sound, sound

_BE = frozenset(("is", "are", "was", "were"))
_HAVE = frozenset(("has", "have", "had"))
_MODALS = frozenset("will would can could may might must should".split())
_BEFORE_NOUN = ARTICLES | POSSESSIVES
_DETERMINERS = {
    **{word: (_BEFORE_NOUN | DEMONSTRATIVES) - {word} for word in ARTICLES},
    **{word: _BEFORE_NOUN - {word} for word in POSSESSIVES - {"its"}},
    "its": POSSESSIVES - {"its"},
}
"""Words that open a noun phrase, and those that cannot follow them. In “its a” an apostrophe is missing instead."""
_VERBS = {
    **{word: (_BE | _HAVE | _MODALS) - {word} for word in _BE},
    **{word: _BE | _MODALS | (_HAVE - {word, "had"}) for word in _HAVE},
    **{word: _BE | (_MODALS - {word}) for word in _MODALS},
}
"""Finite verbs, and those that cannot follow them but where a clause ends between the two."""

_LATIN = frozenset(("cappella", "fortiori", "la", "posteriori", "priori"))
"""What “a” opens that is no noun: his a priori view."""


@rule(
    "typo/extra-word",
    severity=Severity.ERROR,
    why="A writer puts one word for another and leaves the old one in. The eye passes over it, the reader stumbles.",
    when_not="Where one clause ends and the next begins between the two: “what they were was a menace”. In titles and names.",
    fix="Takes one of the two out: unsafe, for only the writer knows which was meant to go.",
    source="House practice; pairs counted in published news copy",
    quotes=Quotes.SHOW,
    yields_to=("duplication/word",),
    bad=[
        Bad("The firm was in ⟦a the⟧ mood to sell.", fixed="The firm was in the mood to sell."),
        Bad("He left the door of ⟦an the⟧ inquiry open.", fixed="He left the door of the inquiry open."),
        Bad("They rely on ⟦the a⟧ court.", fixed="They rely on a court."),
        Bad("She called ⟦the an⟧ answer late.", fixed="She called an answer late."),
        Bad("The army lost ⟦the its⟧ best men.", fixed="The army lost its best men."),
        Bad("It was ⟦an a⟧ hard year.", fixed="It was a hard year."),
        Bad("The council upheld ⟦the his⟧ ban.", fixed="The council upheld his ban."),
        Bad("It ⟦is was⟧ not clear who had won.", fixed="It was not clear who had won."),
        Bad("He left, and they ⟦will would⟧ stay.", fixed="He left, and they would stay."),
        Bad("He ⟦has was⟧ ill for years.", fixed="He was ill for years."),
        Bad("The talks with the union ⟦are were⟧ at an end.", fixed="The talks with the union were at an end."),
    ],
    good=[
        Good("What they were was a menace, and what it is is a delay."),
        Good("He wrote it in his “The Rhetoric of Fiction”, and gave her a book."),
        Good("They met in Hall A. The hall was full; all the A papers were in."),
        Good("Is he the one? Were these the men? Is this the end?"),
        Good("She gave him the a.m. shift. The vitamin is A, the second B."),
        Good("The man he is was made by war. The job they had is gone."),
        Good("The man she would will her house to is dead."),
        Good("Whoever the leader is was not said."),
        Good("So far as it is was enough for her."),
        Good("His will would not be read. Their can could hold a pint."),
        Good("She joined the the."),
        Good("It rests on his a priori view, and the this, the that of her day wore her out."),
    ],
)
def extra_word(page: Page) -> Iterator[Finding]:
    """Two small words of which one is too many ("in a the mood", "it is was")."""
    for tokens, i in side_by_side(page, _DETERMINERS):
        after = norm_at(tokens, i + 1)
        if after in _LATIN or (tokens[i].norm in DEMONSTRATIVES and after in ("", ",")):
            continue
        yield _finding(page, tokens, i, _kept(tokens, i))
    for tokens, i in side_by_side(page, _VERBS):
        if _are_verbs(tokens, i):
            yield _finding(page, tokens, i, i)


def _are_verbs(tokens: Sequence[Token], i: int) -> bool:
    """Whether tokens i-1 and i are two finite verbs of one subject."""
    if i < 2 or in_relative(tokens, i - 1):
        return False
    subject = tokens[i - 2]
    if subject.norm in PRONOUNS:
        return clause_opens(tokens, i - 2) and (i == 2 or tokens[i - 3].norm != "as")
    be = tokens[i - 1].norm in _BE and tokens[i].norm in _BE
    return be and tokens[i].norm != "are" and _is_plain_subject(tokens, i - 1)


def _is_plain_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the sentence up to `end` is “the” and a noun phrase without a name, pronoun, mark or verb of its own."""
    if not 2 <= end <= 7 or tokens[0].norm not in ARTICLES | POSSESSIVES | DEMONSTRATIVES:
        return False
    rest = tokens[1:end]
    return all(t.is_word and t.norm not in PRONOUNS | FINITE and not t.capitalized for t in rest)


def _kept(tokens: Sequence[Token], i: int) -> int:
    """Which of two determiners is likelier meant: the later one, unless the sound that follows rules it out."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    if i + 1 < len(tokens) and tokens[i + 1].counts and {first, second} & {"a", "an"}:
        heard = sound(tokens[i + 1].text)
        unfit = {Sound.VOWEL: "a", Sound.CONSONANT: "an"}.get(heard)
        if second == unfit:
            return i - 1
    return i


def _finding(page: Page, tokens: Sequence[Token], i: int, keep: int) -> Finding:
    first, second = tokens[i - 1], tokens[i]
    other = i - 1 if keep == i else i
    fixes = [
        _only(page, first, second, tokens[keep], Safety.UNSAFE),
        _only(page, first, second, tokens[other], Safety.SHOW),
    ]
    message = f"“{first.text} {second.text}”: one of the two is too many."
    return page.finding(first.start, second.end, message, fixes=fixes)


def _only(page: Page, first: Token, second: Token, kept: Token, safety: Safety) -> Fix:
    """A fix that leaves only `kept` of two tokens."""
    word = kept.text.lower()
    return page.replace(first.start, second.end, word.capitalize() if first.capitalized else word, safety=safety)
