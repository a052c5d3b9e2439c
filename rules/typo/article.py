"""typo/article: “a” or “an”, by the sound that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.rule import Bad, Finding, Good, Page, Quotes, Severity, Token, TokenKind, rule

from ._sound import Sound, sound

_OPENING = frozenset("\"'\u201c\u2018$\u00a3\u20ac")
"""What may stand between an article and its word without changing the sound."""
_NOT_NEXT = frozenset(
    "a about after all also am an and another any are as at be been but by can could did do does for from had has have he her "
    "here him his how i if in into is it its just me my no nor not of off on onto or other our out over own shall she should so "
    "than that the their them then there these they this those thus to up us was we were what when where which while who "
    "will with would yet you your".split()
)
"""Words that no article stands before: something else is wrong there, and changing the article would hide it."""
_FOREIGN = frozenset(
    "al au aux che da das de del della der des di du e el en et est la las le les los mi o por que un una und y".split()
)
_AFTER_A_LETTER = frozenset(
    "vitamin hepatitis influenza plan grade group type serie class schedule section part".split()
)


@rule(
    "typo/article",
    severity=Severity.ERROR,
    why="“A” stands before a consonant sound, “an” before a vowel sound. The slip is left over where the next word was changed.",
    when_not="The sound counts, not the letter: a European, an hour, an MRI. Before an h that is not stressed (historic) and an "
    "acronym that may be said either way, both are let be.",
    fix="Safe: one article for the other.",
    source="AP Stylebook, “a, an”; Guardian style guide, “a or an before h”; sounds of the CMU Pronouncing Dictionary",
    quotes=Quotes.SHOW,
    bad=[
        Bad("It was ⟦a⟧ unusual vote.", fixed="It was an unusual vote."),
        Bad("She gave ⟦an⟧ speech on Monday.", fixed="She gave a speech on Monday."),
        Bad("They met ⟦a⟧ hour later.", fixed="They met an hour later."),
        Bad("⟦A⟧ arrest was made.", fixed="An arrest was made."),
        Bad("Troops fired ⟦a⟧ MLRS at the port.", fixed="Troops fired an MLRS at the port."),
        Bad("He is ⟦an⟧ Ukrainian envoy to ⟦an⟧ UN body.", fixed="He is a Ukrainian envoy to a UN body."),
        Bad("Police held ⟦a⟧ 18-year-old.", fixed="Police held an 18-year-old."),
        Bad("It is ⟦a⟧ $8 million plan.", fixed="It is an $8 million plan."),
        Bad("⟦An⟧ NATO ship left.", fixed="A NATO ship left."),
        Bad("She called it ⟦a⟧ “awkward” result.", fixed="She called it an “awkward” result."),
        Bad("It was ⟦an⟧ one-off.", fixed="It was a one-off."),
        Bad("He worked as ⟦a⟧ F.B.I. agent.", fixed="He worked as an F.B.I. agent."),
    ],
    good=[
        Good("An hour later, an heir and an honest man met a European and a unicorn."),
        Good("It was a historic day, or an historic one."),
        Good("An MLRS, an FBI agent, a UN envoy, a NATO ship, a FEMA camp, a SWAT team and a U.S. base."),
        Good("An 18-year-old, an 11th hour, an $8 fine, a 1,800-mile trek, a 1,000-year flood and a 110th day."),
        Good("An unidentified man sold a Ukrainian a used car, a one-off, in a once-quiet town."),
        Good("She got an A and a B, an X-ray, a U-turn and an F-16."),
        Good("Vitamin A is found in an egg. Plan A is off."),
        Good("He went from a to b, and an Uber took an Uzbek home."),
        Good("It rained, an the sun did not show."),
        Good("The song “A Ella” won. He went de Madrid a el puerto."),
        Good("He chose between an SQL and a SQL base."),
        Good("An hourslong sitting ended, and an hourlong one began."),
        Good("Reginald Dwight, a k a Elton John, sang."),
    ],
)
def article(page: Page) -> Iterator[Finding]:
    """“A” before a vowel sound, or “an” before a consonant sound."""
    document = page.document
    for which, wanted in (("a", Sound.VOWEL), ("an", Sound.CONSONANT)):
        for at in document.occurrences.get(which, ()):
            sentence = document.sentence_at(document.tokens[at].start)
            if sentence is None or not page.in_scope(sentence.start):
                continue
            tokens = page.tokens(sentence)
            i = at - sentence.first
            word = _word_after(page.text, tokens, i)
            if word is not None and _is_article(tokens, i, word) and sound(word.text) is wanted:
                yield _finding(page, tokens[i], word)


def _word_after(text: str, tokens: Sequence[Token], i: int) -> Token | None:
    """The word or figure that token i stands before; opening marks and signs of money may stand between."""
    after = i + 1
    while after < len(tokens) and tokens[after].text in _OPENING:
        after += 1
    if after >= len(tokens) or not tokens[after].counts or tokens[after].kind is TokenKind.LINK:
        return None
    if not text[tokens[i].end].isspace() or (after > i + 1 and text[tokens[after].start - 1].isspace()):
        return None
    return tokens[after]


def _is_article(tokens: Sequence[Token], i: int, word: Token) -> bool:
    """Whether token i is the article of `word`, and no letter, foreign word or slip for another word."""
    token, before = tokens[i], tokens[i - 1] if i else None
    if word.norm in _NOT_NEXT and not word.shouted:
        return False
    if re.fullmatch("[a-z]", word.text) or re.search("[A-Z]{2}[a-z]{2}", word.text):
        return False
    if before is not None and (before.text in "([/&$k" or before.norm in _AFTER_A_LETTER or before.text.endswith("-")):
        return False
    if before is not None and before.kind is TokenKind.NUMBER and word.shouted:
        return False
    if token.text != token.norm:
        opens = not any(t.counts for t in tokens[:i])
        if not opens or token.shouted or (token.norm == "an" and word.capitalized and not word.shouted):
            return False
    if token.norm == "an" and word.capitalized and before is not None and before.capitalized:
        return False
    near = [t.norm for t in (*tokens[max(0, i - 3) : i], *tokens[i + 1 : i + 5])]
    return sum(n in _FOREIGN for n in near) < 2


def _finding(page: Page, token: Token, word: Token) -> Finding:
    right = "an" if token.norm == "a" else "a"
    kind = "a vowel" if right == "an" else "a consonant"
    right = right.capitalize() if token.capitalized else right
    message = f"“{word.text}” opens with the sound of {kind}: “{right}”, not “{token.text}”."
    return page.finding(token.start, token.end, message, fixes=[page.replace(token.start, token.end, right)])
