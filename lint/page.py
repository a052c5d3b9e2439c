"""A draft as one rule sees it, and how the rule reports what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from .finding import Context, Edit, Finding, Fix, Related, Safety, Severity
from .grammar import Layer, Parsed, TokenPattern
from .phrases import Hit
from .speech import Speech, read_speech, undecided
from .text.blocks import Block
from .text.document import Document
from .text.sentences import Sentence
from .text.tokens import Token, normal

if TYPE_CHECKING:
    from .models.lm.question import Judge
    from .nlp import Grammar
    from .rule import Rule, Value

T = TypeVar("T", bool, int, float, str, tuple[str, ...])
_CONTEXT = 40


class Page:
    """A draft as one rule sees it: the document, the rule's options and hits, grammar, and how to report.

    All offsets that a rule gives and gets are prose offsets, save in `*_source` methods. `judge` is the language model
    that judges proposed words, None where none was chosen; ask it once for all words of a draft.
    """

    def __init__(
        self,
        document: Document,
        rule: Rule,
        *,
        options: Mapping[str, Value] | None = None,
        hits: Sequence[Hit] = (),
        grammar: Grammar | None = None,
        accepted: frozenset[str] = frozenset(),
        rejected: Mapping[str, str] | None = None,
        genre: str = "news",
        judge: Judge | None = None,
        language: str = "",
    ) -> None:
        self.document = document
        self.rule = rule
        self.severity = rule.severity
        self.options = options if options is not None else rule.settle({})
        self.hits = hits
        self.accepted = accepted
        self.rejected: Mapping[str, str] = rejected or {}
        self.genre = genre
        self.judge = judge
        self._language = language
        self._grammar = grammar

    # what a rule reads

    @property
    def text(self) -> str:
        """The prose of the draft."""
        return self.document.text

    def option(self, name: str, kind: type[T]) -> T:
        """The value of an option, which is of type `kind`."""
        value: Any = self.options[name]
        assert isinstance(value, kind), f"{self.rule.name}: option {name} is not a {kind.__name__}"
        return value

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks in the rule's scope."""
        return (b for b in self.document.blocks if b.kind in self.rule.scope)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the blocks in the rule's scope."""
        scope, blocks = self.rule.scope, self.document.blocks
        return (s for s in self.document.sentences if blocks[s.block].kind in scope)

    def tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.document.tokens[sentence.first : sentence.last]

    def parse(self, sentences: Iterable[Sentence]) -> list[Parsed]:
        """Grammar of these sentences, in their order, with the layer that the rule declares."""
        assert self._grammar is not None, "no grammar was given to this page"
        return self._grammar.read(self.document, list(sentences), self.rule.layer)

    def match(self, sentences: Iterable[Sentence], pattern: TokenPattern) -> list[tuple[int, int]]:
        """Prose spans in these sentences that a token pattern matches."""
        assert self._grammar is not None, "no grammar was given to this page"
        return self._grammar.match(self.document, list(sentences), self.rule.layer, pattern)

    @property
    def language(self) -> str:
        """The language that the settings name, or else that of the draft, as "en-GB"; "" where nothing tells."""
        from .spelling import variety

        return self._language or variety(self.document)

    @property
    def speech(self) -> Speech:
        """Who says what in the draft. A rule that reads it asks for `speech_grammar`."""
        return read_speech(self.document, self._read_speech if self._grammar is not None else None)

    @property
    def speech_grammar(self) -> list[Sentence]:
        """The sentences whose grammar `speech` needs, for a rule's `ask`."""
        return undecided(self.document)

    def _read_speech(self, sentences: Sequence[Sentence]) -> Sequence[Parsed]:
        assert self._grammar is not None
        return self._grammar.read(self.document, sentences, Layer.PARSE)

    # how it reports

    def severity_at(self, probability: float) -> Severity:
        """For rules with an option `sure`: their own severity from that probability on, a suggestion below it."""
        return self.severity if probability >= self.option("sure", float) else Severity.SUGGESTION

    def finding(
        self,
        start: int,
        end: int,
        message: str,
        *,
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        confidence: float = 1.0,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding over prose [start, end). A lower severity than the rule's own may be given; a config overrules it."""
        return self.finding_in_source(
            *self.document.source_span(start, end), message,
            fixes=fixes, related=related, confidence=confidence, severity=severity,
        )  # fmt: skip

    def finding_in_source(
        self,
        start: int,
        end: int,
        message: str,
        *,
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        confidence: float = 1.0,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding over source [start, end)."""
        source = self.document.source
        first = source.position(start)
        line_start = start - first.column + 1
        line_end = source.lines.line(source.position(end).line).end
        if severity is None or self.rule.settled or severity.reaches(self.severity):
            severity = self.severity
        return Finding(
            rule=self.rule.name,
            severity=severity,
            message=message,
            start=first,
            end=source.position(end),
            text=source.text[start:end],
            context=Context(
                source.text[max(line_start, start - _CONTEXT) : start], source.text[end : min(line_end, end + _CONTEXT)]
            ),
            confidence=confidence,
            fixes=tuple(fixes),
            related=tuple(related),
            url=self.rule.url,
            voice=self.rule.voice,
        )

    def replace(self, start: int, end: int, text: str, title: str = "", *, safety: Safety = Safety.SAFE) -> Fix:
        """A fix that puts `text` in place of prose [start, end)."""
        old = self.text[start:end]
        title = title or (f"“{old}” to “{text}”" if text else f"Delete “{old.strip()}”")
        return Fix(title, self.document.map.edits(start, end, text), safety)

    def delete(self, start: int, end: int, title: str = "", *, safety: Safety = Safety.SAFE) -> Fix:
        """A fix that takes prose [start, end) out, with the white space that would be left double."""
        text = self.text
        while end < len(text) and text[end] == " " and (start == 0 or text[start - 1].isspace()):
            end += 1
        return self.replace(start, end, "", title, safety=safety)

    def delete_lines(self, first: Block, last: Block, title: str, *, safety: Safety = Safety.UNSAFE) -> Fix | None:
        """A fix that takes the lines of blocks `first` to `last` out, with the blank ones before them, or after.

        None where other text or a directive stands in these lines, and in HTML, where lines mean nothing.
        """
        source = self.document.source
        text, lines = source.text, source.lines
        if self.document.format == "html":
            return None
        start = lines.line(source.position(first.source.start).line).start
        end = lines.line(source.position(last.source.end).line).end
        if text[start : first.source.start].strip() or text[last.source.end : end].strip():
            return None
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while start == 0 and end < len(text) and text[end].isspace():
            end += 1
        if any(start < c.span.end and c.span.start < end for c in self.document.comments):
            return None
        return Fix(title, (Edit(start, end, ""),), safety)

    def related(self, start: int, end: int, message: str) -> Related:
        """Prose [start, end) as a place that a finding rests on."""
        span = self.document.source_span(start, end)
        return Related(self.document.position(span.start), self.document.position(span.end), message)

    # what many rules ask

    def in_scope(self, offset: int) -> bool:
        """Whether the block at a prose offset is in the rule's scope."""
        return self.document.block_at(offset).kind in self.rule.scope

    def in_quotation(self, start: int, end: int) -> bool:
        """Whether prose [start, end) touches the inside of a quotation."""
        return self.document.quoted.overlaps(start, end)

    def accepts(self, word: str) -> bool:
        """Whether the user's word list accepts a word, in this case or in lower case."""
        return word in self.accepted or normal(word) in self.accepted
