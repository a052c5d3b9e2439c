"""Proper names by shape: runs of capitalised words where a capital is not owed to the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import HEADS, Block, BlockKind
from .sentences import Sentence
from .tokens import Token

_PARTICLES = frozenset("de da del della di du la le van von der den ten bin ibn al el of the and".split())
_TITLED = HEADS | {BlockKind.BYLINE, BlockKind.CELL}
_NEVER = frozenset(["i", "i'm", "i've", "i'd", "i'll"])


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last) of the draft that make up a name."""

    first: int
    last: int


def find_names(tokens: Sequence[Token], sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[Name]:
    """Names in order.

    A capital within a sentence makes a name; at its start, only where the same form stands with its
    capital inside another sentence, or where the next word is capitalised too. Headings are not read.
    """
    known: set[str] = set()
    runs: list[list[int]] = []
    openings: list[tuple[int, int]] = []
    for sentence in sentences:
        if blocks[sentence.block].kind in _TITLED:
            continue
        first_word = True
        run: list[int] = []
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            starts = first_word
            if token.is_word:
                first_word = False
            if token.is_word and token.capitalized and token.norm not in _NEVER:
                if starts:
                    openings.append((i, sentence.last))
                    continue
                run.append(i)
                known.add(_bare(token.text))
                continue
            if run and token.is_word and token.norm in _PARTICLES and _capital_follows(tokens, i + 1, sentence.last):
                run.append(i)
                continue
            if run:
                runs.append(run)
                run = []
        if run:
            runs.append(run)
    heads = {run[0]: run for run in runs}
    for i, last in openings:
        if i + 1 in heads and i + 1 < last and _bare(tokens[i].text).lower() not in _OPENING_WORDS:
            heads[i + 1].insert(0, i)
        elif _bare(tokens[i].text) in known:
            runs.append([i])
    return sorted((Name(run[0], run[-1] + 1) for run in runs), key=lambda n: n.first)


def _bare(text: str) -> str:
    return text[:-2] if text[-2:] in ("'s", "\u2019s") else text


def _capital_follows(tokens: Sequence[Token], i: int, last: int) -> bool:
    return i < last and tokens[i].is_word and tokens[i].capitalized


_OPENING_WORDS = frozenset(
    "the a an in on at by for from to with and but or as if when while after before since although though because "
    "he she it they we you i his her its their our this that these those there then now so yet both each every some "
    "many most all no not one two three more less last next former earlier later meanwhile however according among "
    "under over during until despite like unlike about between through what who how why where which".split()
)
