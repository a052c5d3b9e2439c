from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from re import compile as pattern

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotes, Sentence, Severity, Token, rule

_ACRONYM = pattern(r"[A-Z]{2,6}(?=(?:s|['\u2019]s)?$)")
_LONG, _VOWELS = 5, pattern("[AEIOUY]")
_ROMAN = pattern(r"[IVXLCDM]+")
_CALL_SIGN = pattern(r"[KW][A-Z]{2,3}")
_SMALL = frozenset("of the and for in to on at a an de la with by from".split())
_MOST = 100
_LOWER_CASE = 3
_SHOUTED = 0.3


@rule(
    "clarity/undefined-acronym",
    severity=Severity.SUGGESTION,
    why="Readers who do not know the letters stop, and those who think they know them may be wrong.",
    when_not=(
        "Letters better known than what they stand for (NATO, DNA), words in capitals for stress, initials of people, "
        "stations, tickers and models, and letters spelled out anywhere in the draft."
    ),
    fix="None: the writer spells it out at first mention, or describes it.",
    source="AP Stylebook, “abbreviations and acronyms”; Guardian style guide, “abbreviations and acronyms”.",
    scope=BODY | {BlockKind.CAPTION},
    quotes=Quotes.SHOW,
    about_words=True,
    bad=[
        Bad("The crew reported to the ⟦OPXR⟧ on Friday. The OPXR said nothing."),
        Bad("“They hit the town with ⟦MLRS⟧,” the mayor said."),
        Bad("Two ⟦ZBOs⟧ objected to the plan."),
        Bad("The ⟦RFQB⟧’s head resigned."),
    ],
    good=[
        Good("NATO and the EU met the FBI in the US. The DNA test took a day on TV."),
        Good("The Office of Port and Crossing Rules (OPXR) met on Friday. The OPXR said nothing."),
        Good("The OPXR (Office of Port and Crossing Rules) met. The OPXR said nothing."),
        Good("The National Bridge Trust opened in May. The NBT has nine members."),
        Good("They use multiple launch rocket systems. An MLRS fires twelve at once."),
        Good("This is NOT what we agreed, and NEVER was. They agreed to PAINT it, or so they said: paint it blue."),
        Good("THE OPXR MUST GO, the sign read."),
        Good("A T-80 tank and an F-16 stood there; the G7 met."),
        Good("JD Okoro spoke to KXQZ radio about Henry VIII."),
        Good("Traders sold shares of Zed Corp. (NYSE: ZDQ)."),
        Good("Odessa, TX, and Erie, PA, voted on Friday."),
    ],
)
def undefined_acronym(page: Page) -> Iterator[Finding]:
    """An acronym that is spelled out nowhere in the draft; its first use is marked."""
    found: dict[str, Token] = {}
    for sentence in page.sentences:
        for token, letters in _acronyms(page, sentence):
            if letters not in found and len(found) < _MOST and not page.accepts(letters):
                found[letters] = token
    if not found:
        return
    spelled = _spelled(page, frozenset(found))
    small = {t.text for t in page.document.tokens if t.is_word and t.text.islower()}
    for letters, token in found.items():
        if letters not in spelled and letters.lower() not in small:
            end = token.start + len(letters) + token.text.endswith(letters + "s")
            yield page.finding(token.start, end, f"“{page.text[token.start : end]}” is not spelled out anywhere.")


def _acronyms(page: Page, sentence: Sentence) -> Iterator[tuple[Token, str]]:
    """The tokens of a sentence that look like acronyms and are not well known, with their letters."""
    tokens = page.tokens(sentence)
    candidates = [i for i, t in enumerate(tokens) if t.is_word and _ACRONYM.match(t.text)]
    if not candidates:
        return
    words = [t for t in tokens if t.is_word]
    if sum(t.shouted for t in words) > max(2, _SHOUTED * len(words)):
        return
    for i in candidates:
        match = _ACRONYM.match(tokens[i].text)
        if match and not _is_explained(page, tokens, i, match.group()):
            yield tokens[i], match.group()


def _is_explained(page: Page, tokens: Sequence[Token], i: int, letters: str) -> bool:
    """Whether letters are well known, or no acronym but a word, a numeral, a name or a code."""
    if (
        letters in _known()
        or letters.lower() in _stressed()
        or _ROMAN.fullmatch(letters)
        or _CALL_SIGN.fullmatch(letters)
    ):
        return True
    if len(letters) >= _LONG and _VOWELS.search(letters, 1, len(letters) - 1):
        return True  # a word or name in capitals, more often than not
    before = tokens[i - 1] if i else None
    if before and before.text == "," and i > 1 and tokens[i - 2].shouted and tokens[i - 2].text not in _known():
        return True  # a dateline or list in capitals
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        after
        and after.is_word
        and after.capitalized
        and after.start == tokens[i].end + 1
        and after.text not in _known()
    ):
        return True  # initials of a person, or the first half of a name: "PSX Capital"
    if any(t and t.shouted and t.text not in _known() for t in (before, after)):
        return True
    if after and (after.text in ("/", "&", "(", ":", "@") or after.text[0].isdigit()):
        return True
    if before and before.text in ("/", "&", "(", "-", "@", "#", "$", ".", ":"):
        return True
    return page.document.code.overlaps(*tokens[i].span) or page.document.links.overlaps(*tokens[i].span)


def _spelled(page: Page, wanted: frozenset[str]) -> set[str]:
    """Which of the acronyms stand in brackets somewhere, or are the initials of words in a row, small ones left out.

    Words in lower case spell three letters or more, words with capitals two.
    """
    document = page.document
    found: set[str] = set()
    by_first: dict[str, list[str]] = {}
    for letters in wanted:
        by_first.setdefault(letters[0].lower(), []).append(letters)
    words: list[str] = []
    for i, token in enumerate(document.tokens):
        if not token.is_word:
            continue
        if token.shouted:
            bracketed = i > 0 and document.tokens[i - 1].text == "("
            bracketing = i + 1 < len(document.tokens) and document.tokens[i + 1].text == "("
            match = _ACRONYM.match(token.text)
            if match and (bracketed or bracketing):
                found.add(match.group())
            words.append("")
            continue
        words += token.text.replace("\u2011", "-").split("-")
    for i, word in enumerate(words):
        for letters in by_first.get(word[:1].lower(), ()):
            if letters not in found and _spells(words, i, letters):
                found.add(letters)
    return found


def _spells(words: Sequence[str], i: int, letters: str) -> bool:
    """Whether the words from i on have these initials, small words counted or not."""
    at = capitals = 0
    while at < len(letters) and i < len(words):
        word = words[i]
        if word[:1].lower() == letters[at].lower():
            at += 1
            capitals += word[:1].isupper()
        elif word not in _SMALL:
            return False
        i += 1
    if at < len(letters):
        return False
    return capitals >= len(letters) - 1 if len(letters) < _LOWER_CASE else capitals != 1 or len(letters) > _LOWER_CASE


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return _lines("acronyms.txt")


@lru_cache(maxsize=1)
def _stressed() -> frozenset[str]:
    return _lines("stressed.txt")


def _lines(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
