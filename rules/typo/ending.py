"""typo/ending: a word with the ending that another sentence wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotes, Safety, Severity, Token, rule

from ._pairs import PRONOUNS, clause_opens, in_relative, side_by_side

_TABLE = Path(__file__).with_name("_verbs.txt")
_HAVE = frozenset(("has", "have", "had"))
_MODALS = frozenset("will would can could may might must should won't wouldn't can't couldn't shouldn't cannot".split())
_DID = frozenset(("didn't", "doesn't", "don't"))
_WANTING_TO = frozenset(
    "able allowed continue continues continued decided expected failed going hopes likely managed needed needs "
    "plans promised ready refused refuses scheduled supposed tried tries trying unable unlikely used want wanted wants".split()
)
_S_FORMS = {
    "becomes": "become", "brings": "bring", "gets": "get", "gives": "give", "goes": "go", "has": "have", "keeps": "keep",
    "makes": "make", "says": "say", "sees": "see", "takes": "take", "tells": "tell", "does": "do",
}  # fmt: skip
_GROUPS = frozenset(("tens", "dozens", "scores", "hundreds", "thousands"))
_ROUND = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve few several many".split())
_TIMES = frozenset(("day", "hour", "minute", "month", "week", "year"))
_AFTER_TIMES = frozenset(("ago", "later", "earlier"))
_BE = frozenset("is are was were be been being not".split())
_CUT_SHORT = {
    "suppose": ("supposed", frozenset(("to",))),
    "schedule": ("scheduled", frozenset(("for", "to"))),
    "estimate": ("estimated", frozenset(("to", "at"))),
}
_KNOWN_AS = frozenset(("also", "better", "best", "otherwise", "formerly", "widely", "commonly"))
_SINGULAR = frozenset(("he", "she", "it"))
_PLURAL = frozenset(("they", "we", "you"))


class _Slip(NamedTuple):
    """A word of the draft, by its index in the sentence, and what it should be."""

    at: int
    right: str


@rule(
    "typo/ending",
    severity=Severity.WARNING,
    why="One half of a sentence was changed and the other was not: a verb or a number keeps the ending it had.",
    when_not="Where one clause ends and the next begins between the two: “all they had went up in smoke”. In dialect and "
    "in titles.",
    fix="Puts the form that the word before it wants. Unsafe, as it may be the other word that is wrong.",
    source="Quirk et al. 1985, 3.2 and 10.34; house practice",
    scope=BODY | {BlockKind.CAPTION},
    quotes=Quotes.SHOW,
    yields_to=("typo/real-word",),
    bad=[
        Bad("She ⟦has became⟧ a judge.", fixed="She has become a judge."),
        Bad("They ⟦have went⟧ home.", fixed="They have gone home."),
        Bad("He did not ⟦went⟧ home.", fixed="He did not go home."),
        Bad("The union ⟦could has⟧ won.", fixed="The union could have won."),
        Bad("He wanted to ⟦makes⟧ sure.", fixed="He wanted to make sure."),
        Bad("They were ready to ⟦went⟧ home.", fixed="They were ready to go home."),
        Bad("Tens of ⟦million⟧ of voters stayed at home.", fixed="Tens of millions of voters stayed at home."),
        Bad("It shut three ⟦year⟧ ago.", fixed="It shut three years ago."),
        Bad("The talks were ⟦suppose⟧ to end in May.", fixed="The talks were supposed to end in May."),
        Bad("The lake, also ⟦know⟧ as the Sea, is dry.", fixed="The lake, also known as the Sea, is dry."),
        Bad("⟦He have⟧ two houses.", fixed="He has two houses."),
        Bad("The police came, and ⟦they was⟧ late.", fixed="The police came, and they were late."),
        Bad("She ⟦would had⟧ stayed.", fixed="She would have stayed."),
    ],
    good=[
        Good("All they had went up in smoke. What he has came from his wife."),
        Good("The money she had ran out. The best that he could has been done."),
        Good("Does he have two houses? They insist that he have two. Should he have them?"),
        Good("The tens of million-dollar houses are gone. A three-year ban ended."),
        Good("“They was late,” he said."),
        Good("They are not, I suppose, to blame. He was, I know, as good as any."),
        Good("Four year-round shops stay. It was the two year earlier guess."),
        Good("If it were so, she would say so. Were it they, it was they."),
        Good("The fans they used to get went home. He has come; she has run and become ill."),
        Good("I do not suppose to know, and they did not schedule for May."),
        Good("A number of those it was supposed to has left."),
    ],
)
def ending(page: Page) -> Iterator[Finding]:
    """A form that does not go with the word before it ("has became", "could has", "two year ago")."""
    for tokens, i in side_by_side(page, _pairs()):
        slip = _slip(page, tokens, i)
        if slip is None:
            continue
        whole = tokens[i - 1].norm in _HAVE | _MODALS | PRONOUNS
        start, end = (tokens[i - 1].start, tokens[i].end) if whole else tokens[slip.at].span
        right = _with_right(page, tokens, i, slip) if whole else slip.right
        message = f"“{page.text[start:end]}” should be “{right}” here."
        yield page.finding(start, end, message, fixes=[page.replace(start, end, right, safety=Safety.UNSAFE)])


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, tuple[str, str]]:
    """Base and participle of each past form."""
    rows = [row.split() for row in _TABLE.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    return {past: (base, participle) for past, base, participle in rows}


@lru_cache(maxsize=1)
def _pairs() -> Mapping[str, frozenset[str]]:
    """The pairs of words that are looked at."""
    pasts = frozenset(_verbs())
    pairs: dict[str, frozenset[str]] = {}
    for words, seconds in (
        (_HAVE, pasts),
        (_MODALS, pasts | {"has", "had"}),
        (_DID, pasts),
        (("not",), pasts),
        (("to",), pasts | set(_S_FORMS)),
        (("of",), _ROUND),
        (_COUNTS, _TIMES),
        (_BE, frozenset(_CUT_SHORT)),
        (_KNOWN_AS, frozenset(("know",))),
        (_SINGULAR, frozenset(("have",))),
        (_PLURAL, frozenset(("was", "has"))),
    ):
        for word in words:
            pairs[word] = pairs.get(word, frozenset()) | seconds
    return pairs


def _slip(page: Page, tokens: Sequence[Token], i: int) -> _Slip | None:
    """What is wrong with the pair of tokens i-1 and i, if anything."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    before = tokens[i - 2].norm if i > 1 else ""
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if first in _HAVE or first in _MODALS:
        return _after_auxiliary(tokens, i)
    if first == "not" and second in _verbs():
        return _Slip(i, _verbs()[second][0]) if before in ("did", "does", "do") else None
    if first in _DID:
        return _Slip(i, _verbs()[second][0])
    if first == "to":
        base = _verbs()[second][0] if second in _verbs() else _S_FORMS[second]
        return (
            _Slip(i, base) if before in _WANTING_TO and not in_relative(tokens, i - 2) and _is_own(tokens, i) else None
        )
    if first == "of":
        return _Slip(i, f"{second}s") if before in _GROUPS and after != "-" else None
    if first in _COUNTS and second in _TIMES:
        return _Slip(i, f"{second}s") if after in _AFTER_TIMES and before not in ("the", "a") else None
    if second in _CUT_SHORT:
        right, followers = _CUT_SHORT[second]
        passive = first != "not" or before in _BE
        return _Slip(i, right) if passive and after in followers else None
    if second == "know":
        return _Slip(i, "known") if after == "as" else None
    return _agreement(page, tokens, i)


def _after_auxiliary(tokens: Sequence[Token], i: int) -> _Slip | None:
    """A past form after “has” or “would” whose subject opens the clause, so that no other clause can end there."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    if in_relative(tokens, i - 1) or not _has_subject(tokens, i - 1):
        return None
    if first in _HAVE:
        return _Slip(i, _verbs()[second][1])
    return _Slip(i, "have" if second in _HAVE else _verbs()[second][0])


def _has_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether a pronoun that opens its clause, or a short noun phrase that opens the sentence, stands before `end`."""
    if end == 0:
        return False
    if tokens[end - 1].norm in PRONOUNS:
        return clause_opens(tokens, end - 1)
    before = tokens[:end]
    plain = all(t.is_word and t.norm not in PRONOUNS for t in before)
    return plain and (
        end <= 2 or (end == 3 and before[0].norm in ("the", "a", "an", "his", "her", "their", "its", "our"))
    )


def _is_own(tokens: Sequence[Token], i: int) -> bool:
    """Whether “to” governs token i: something follows, and no clause without “that” (“all he wanted to”) may end there."""
    if i + 1 >= len(tokens) or not tokens[i + 1].counts:
        return False
    return all(t.norm not in PRONOUNS or clause_opens(tokens, at) for at, t in enumerate(tokens[: i - 1]))


def _agreement(page: Page, tokens: Sequence[Token], i: int) -> _Slip | None:
    """“He have”, “they was”: told only at the beginning of a clause, and left alone as speech in quotations."""
    first, second = tokens[i - 1], tokens[i]
    if page.in_quotation(first.start, second.end) or not clause_opens(tokens, i - 1):
        return None
    if i > 1 and tokens[i - 2].norm in ("if", "though", "as", "or", "nor"):
        return None
    if any(t.norm in ("should", "had", "did", "does", "do", "would", "could", "must") for t in tokens[: i - 1]):
        return None
    if second.norm == "have":
        return _Slip(i, "has")
    return _Slip(i, "were" if second.norm == "was" else "have")


def _with_right(page: Page, tokens: Sequence[Token], i: int, slip: _Slip) -> str:
    return page.text[tokens[i - 1].start : tokens[i].start] + slip.right
