from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from re import compile as pattern

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotes, Sentence, Severity, Token, rule

from ._spelled import ACRONYM, spelled

_CAPITALS = pattern("[A-Z]{2}")
_LONG, _VOWELS = 5, pattern("[AEIOUY]")
_ROMAN = pattern(r"[IVXLCDM]+")
_CALL_SIGN = pattern(r"[KW][A-Z]{2,3}")
_TIES_BEFORE, _TIES_AFTER = frozenset("/&(-@#$.:"), frozenset("/&(:@")
_MOST = 100
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
        Good("The board of port and crossing inspectors, or OPXR, met. The OPXR said nothing."),
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
    spelled_out = spelled(page.document.tokens, found.keys())
    small = {t.text for t in page.document.tokens if t.is_word and t.text.islower()}
    for letters, token in found.items():
        if letters not in spelled_out and letters.lower() not in small:
            end = token.start + len(letters) + token.text.endswith(letters + "s")
            yield page.finding(token.start, end, f"“{page.text[token.start : end]}” is not spelled out anywhere.")


def _acronyms(page: Page, sentence: Sentence) -> Iterator[tuple[Token, str]]:
    """The tokens of a sentence that look like acronyms and are not well known, with their letters."""
    if not _CAPITALS.search(page.text, sentence.start, sentence.end):
        return
    tokens = page.tokens(sentence)
    candidates = [i for i, t in enumerate(tokens) if t.is_word and t.text[:2].isupper()]
    if not candidates:
        return
    words = [t for t in tokens if t.is_word]
    if sum(t.shouted for t in words) > max(2, _SHOUTED * len(words)):
        return
    for i in candidates:
        match = ACRONYM.match(tokens[i].text)
        span = tokens[i].span
        if match is None or page.document.code.overlaps(*span) or page.document.links.overlaps(*span):
            continue
        if not _is_no_puzzle(match.group()) and not _is_part(tokens, i):
            yield tokens[i], match.group()


def _is_no_puzzle(letters: str) -> bool:
    """Whether letters are well known, or a word set in capitals, a numeral or a station's call sign."""
    if letters in _known() or letters.lower() in _stressed():
        return True
    if _ROMAN.fullmatch(letters) or _CALL_SIGN.fullmatch(letters):
        return True
    return len(letters) >= _LONG and _VOWELS.search(letters, 1, len(letters) - 1) is not None


def _is_part(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i is part of a name, a line of capitals or a code."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before and before.text == "," and i > 1 and _is_loud(tokens[i - 2]):
        return True
    if _is_loud(before) or _is_loud(after):
        return True
    if before and before.text in _TIES_BEFORE:
        return True
    if after is None:
        return False
    if after.text in _TIES_AFTER or after.text[0].isdigit():
        return True
    touches = after.is_word and after.start == tokens[i].end + 1
    return touches and after.capitalized and after.text not in _known()  # "JD Okoro", "PSX Capital"


def _is_loud(token: Token | None) -> bool:
    """A word in capitals that is no well-known acronym."""
    return token is not None and token.shouted and token.text not in _known()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return _lines("acronyms.txt")


@lru_cache(maxsize=1)
def _stressed() -> frozenset[str]:
    return _lines("stressed.txt")


def _lines(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
