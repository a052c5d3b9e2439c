"""Small words side by side: what cannot stand next to what, and where a clause ends between two words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.rule import Page, Token

ARTICLES = frozenset(("a", "an", "the"))
POSSESSIVES = frozenset(("his", "its", "their", "our", "my", "your"))
DEMONSTRATIVES = frozenset(("this", "these", "those"))
PRONOUNS = frozenset(("i", "he", "she", "it", "we", "you", "they", "there"))
FINITE = frozenset("is are was were has have had will would can could may might must should do does did".split())
_OPENING_WORDS = frozenset("and but or because since although though while so if as yet nor".split())
_RELATIVES = frozenset(
    "all anything everything everyone everybody how if nothing something than that what whatever when whenever where "
    "wherever whether which whichever who whoever whom whose why".split()
)

_AFTER = frozenset(("", " ", "\n", "\u00a0", ",", ".", ";", ":", "?", "!", ")", "\u201d", '"', "\u2019", "\u2014"))
"""What may stand after a word that does not go on."""


def side_by_side(page: Page, follows: Mapping[str, frozenset[str]]) -> Iterator[tuple[list[Token], int]]:
    """The tokens of a sentence with each i such that words i-1 and i are a pair of `follows`, in no order.

    White space alone stands between the two, neither is part of a name or of a longer word, and both are in scope.
    """
    document = page.document
    text, tokens = page.text, document.tokens
    for word, seconds in follows.items():
        for at in document.occurrences.get(word, ()):
            if at + 1 >= len(tokens) or tokens[at + 1].norm not in seconds:
                continue
            first, second = tokens[at], tokens[at + 1]
            sentence = document.sentence_at(first.start)
            if sentence is None or at + 1 >= sentence.last or not page.in_scope(first.start):
                continue
            i = at + 1 - sentence.first
            within = page.tokens(sentence)
            opens = not any(t.counts for t in within[: i - 1])
            if second.text == second.norm and (first.text == first.norm or opens) and not _cut(text, first, second):
                yield within, i


def norm_at(tokens: Sequence[Token], i: int) -> str:
    """The norm of token i, or "" where the sentence has none there."""
    return tokens[i].norm if 0 <= i < len(tokens) else ""


def clause_opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause begins with token i: at the sentence's start, after a mark, or after a word such as “because”."""
    return i == 0 or not tokens[i - 1].counts or tokens[i - 1].norm in _OPENING_WORDS


def in_relative(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word before token i may have opened a clause that ends at i, as “what” in “what it is is”."""
    return any(t.norm in _RELATIVES or t.norm.startswith(("what", "who'", "that'")) for t in tokens[:i])


def _cut(text: str, first: Token, second: Token) -> bool:
    """Whether anything but white space stands between two words, or a word goes on beyond them: “50-a of”, “my a--”."""
    if not text[first.end : second.start].isspace() or text[max(0, first.start - 1)] in "-\u2010\u2011/*":
        return True
    return text[second.end : second.end + 1] not in _AFTER
