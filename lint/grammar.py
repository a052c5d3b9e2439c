"""Grammar as rules see it: parsed sentences, their words, token patterns. No tagger is named here."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from .text.sentences import Sentence


class Layer(StrEnum):
    """What a rule may ask grammar for."""

    TAGS = "tags"
    PARSE = "parse"
    ENTITIES = "entities"


class Word(NamedTuple):
    """A word of a parsed sentence. Offsets are prose offsets of the document.

    `tag` is a Penn Treebank tag, `pos` a universal part of speech, `dep` a ClearNLP dependency label,
    `head` the index of the governing word (its own at the root), `entity` an OntoNotes type or "".
    """

    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    start: int
    end: int


class Parsed(NamedTuple):
    """A sentence's words. Empty where the sentence was too long to read (over 4,000 code points)."""

    sentence: Sentence
    words: tuple[Word, ...]

    def at(self, offset: int) -> int | None:
        """The index of the word at a prose offset."""
        return next((i for i, w in enumerate(self.words) if w.start <= offset < w.end), None)

    def children(self, head: int) -> list[int]:
        """Indices of the words that the word at `head` governs."""
        return [i for i, w in enumerate(self.words) if w.head == head and i != head]

    def subtree(self, head: int) -> list[int]:
        """Indices of a word and all that hangs on it, in order."""
        held = {head}
        queue = [head]
        while queue:
            for child in self.children(queue.pop()):
                if child not in held:
                    held.add(child)
                    queue.append(child)
        return sorted(held)


class TokenPattern(NamedTuple):
    """A pattern in spaCy's Matcher language (`dependency` false) or DependencyMatcher language."""

    tokens: tuple[dict[str, Any], ...]
    dependency: bool = False
