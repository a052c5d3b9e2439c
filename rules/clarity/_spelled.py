"""Which acronyms a draft spells out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import compile as pattern

from lint.rule import Token

ACRONYM = pattern(r"[A-Z]{2,6}(?=(?:s|['\u2019]s)?$)")
"""Two to six capitals, perhaps with a plural or possessive ending, which is left out of the match."""
_SMALL = frozenset("of the and for in to on at a an de la with by from".split())
_LOWER_CASE = 3


def spelled(tokens: Sequence[Token], wanted: Iterable[str]) -> set[str]:
    """Those of the wanted acronyms that are explained somewhere or are the initials of words in a row.

    Words in lower case spell three letters or more, words with capitals two.
    """
    by_first: dict[str, list[str]] = {}
    for letters in wanted:
        by_first.setdefault(letters[0].lower(), []).append(letters)
    found: set[str] = set()
    words: list[str] = []
    for i, token in enumerate(tokens):
        if not token.is_word:
            continue
        if token.shouted:
            match = ACRONYM.match(token.text)
            if match and _is_introduced(tokens, i):
                found.add(match.group())
            words.append("")
            continue
        words += token.text.replace("\u2011", "-").split("-")
    for i, word in enumerate(words):
        for letters in by_first.get(word[:1].lower(), ()):
            if letters not in found and _spells(words, i, letters):
                found.add(letters)
    return found


def _is_introduced(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words beside token i explain it: "(OPXR)", "OPXR (the port inspectors)", "the inspectors, or OPXR"."""
    if i + 1 < len(tokens) and tokens[i + 1].text == "(":
        return True
    return i > 0 and (tokens[i - 1].text == "(" or (tokens[i - 1].norm == "or" and not tokens[i - 2].counts))


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
    return capitals == at if at < _LOWER_CASE else capitals != 1 or at > _LOWER_CASE
