"""What a rule is. This module is all that a rule imports.

A rule in Python is a function under `@rule`; it is given a `Page` and yields findings:

    @rule(
        "duplication/word",
        severity=Severity.ERROR,
        why="...", when_not="...", fix="...", source="...",
        bad=[Bad("She sat in ⟦the the⟧ chair.", fixed="She sat in the chair.")],
        good=[Good("Sing Sing held them.")],
    )
    def word(page: Page) -> Iterator[Finding]:
        \"\"\"A word set twice in a row.\"\"\"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from .errors import ConfigError, PackError, nearest
from .finding import Edit, Finding, Fix, Related, Safety, Severity
from .grammar import Layer, Parsed
from .models import Claim, Claims, read_claims, read_scare_quote
from .models.lm.question import Judge, Question
from .models.slips import Slip, find_rare, find_slips
from .page import Page
from .phrases import Hit
from .speech import Found, Manner, Speaker, SpeakerKind, Speech, Statement
from .spelling import Candidate, Coinage, Speller, Unknown, Verdict, is_word, run_on, speller_for, unknown_words
from .text.attribution import CueKind
from .text.blocks import BODY, COPY, HEADS, Block, BlockKind, MarkKind
from .text.document import Document
from .text.quotations import Quotation
from .text.sentences import Sentence
from .text.span import Span, SpanSet
from .text.tokens import Token, TokenKind, normal

__all__ = [
    "BODY",
    "COPY",
    "HEADS",
    "Bad",
    "Block",
    "BlockKind",
    "Candidate",
    "Claim",
    "Claims",
    "Coinage",
    "CueKind",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Found",
    "Good",
    "Guarded",
    "Hit",
    "Judge",
    "Layer",
    "Manner",
    "MarkKind",
    "Option",
    "Page",
    "Parsed",
    "Question",
    "Quotation",
    "Quotes",
    "Related",
    "Rule",
    "Safety",
    "Sentence",
    "Severity",
    "Slip",
    "Span",
    "SpanSet",
    "Speaker",
    "SpeakerKind",
    "Speech",
    "Speller",
    "Statement",
    "Token",
    "TokenKind",
    "Unknown",
    "Value",
    "Verdict",
    "find_rare",
    "find_slips",
    "is_word",
    "normal",
    "read_claims",
    "read_scare_quote",
    "rule",
    "run_on",
    "speller_for",
    "unknown_words",
]  # fmt: skip

Value = bool | int | float | str | tuple[str, ...]
_NO_OPTIONS: Mapping[str, Value] = {}
_MARKED = ("\u27e6", "\u27e7")


class Quotes(StrEnum):
    """What a rule does inside quotations: leaves them alone, shows without fixing, or reads only them."""

    SKIP = "skip"
    SHOW = "show"
    ONLY = "only"


class Guarded(StrEnum):
    """What no fix may change, unless the rule is about exactly that. Words in quotations are never changed.

    `MARKS` are the quotation marks that stand within a quotation.
    """

    NAME = "name"
    NUMBER = "number"
    LINK = "link"
    MARKUP = "markup"
    MARKS = "marks"


class Option(NamedTuple):
    """A setting of a rule. Its type is that of its default; numbers may be bounded, strings limited to choices."""

    name: str
    default: Value
    help: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def type_name(self) -> str:
        """The type in words."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, tuple):
            return "list of strings"
        return {int: "whole number", float: "number", str: "string"}[type(self.default)]

    def validate(self, value: object) -> Value:
        """`value` as this option's type; raises ConfigError that says what was wanted."""
        if isinstance(self.default, tuple):
            if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
                return tuple(value)
        elif isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            return self._bounded(float(value))
        elif type(value) is type(self.default):
            return self._bounded(value)
        raise ConfigError(f'option "{self.name}" wants a {self.type_name}, not {value!r}')

    def _bounded(self, value: Value) -> Value:
        if isinstance(value, int | float) and not isinstance(value, bool):
            if self.minimum is not None and value < self.minimum:
                raise ConfigError(f'option "{self.name}" is at least {self.minimum:g}, not {value:g}')
            if self.maximum is not None and value > self.maximum:
                raise ConfigError(f'option "{self.name}" is at most {self.maximum:g}, not {value:g}')
        if self.choices and value not in self.choices:
            remedy = nearest(str(value), self.choices)
            raise ConfigError(f'option "{self.name}" is one of {", ".join(self.choices)}, not {value!r}', remedy=remedy)
        return value


class Bad(NamedTuple):
    """A case that the rule flags. ⟦marks⟧ in `text` say exactly where; without them, anywhere.

    `fixed` is the text after the rule's fixes, whatever their safety, or None where there is no fix.
    """

    text: str
    fixed: str | None = None
    format: str = "plain"
    options: Mapping[str, Value] = _NO_OPTIONS

    @property
    def plain(self) -> str:
        """The text without ⟦ ⟧."""
        return self.text.replace(_MARKED[0], "").replace(_MARKED[1], "")

    @property
    def spans(self) -> list[Span]:
        """The marked places, in source offsets of `plain`."""
        found: list[Span] = []
        start = shift = 0
        for i, char in enumerate(self.text):
            if char == _MARKED[0]:
                start, shift = i - shift, shift + 1
            elif char == _MARKED[1]:
                found.append(Span(start, i - shift))
                shift += 1
        return found


class Good(NamedTuple):
    """A near miss that the rule must leave alone."""

    text: str
    format: str = "plain"
    options: Mapping[str, Value] = _NO_OPTIONS


Check = Callable[["Page"], Iterable[Finding]]
Ask = Callable[["Page"], Iterable[Sentence]]


class Rule(NamedTuple):
    """A rule with all that is known of it.

    `wake` phrases and `patterns` (re2) decide whether it is called at all; with none of either it always is.
    `ask` names the sentences for which it will want grammar, so that all rules' sentences are read in one batch.
    `yields_to` names rules whose finding over the same place makes this one's needless. `about_words` says that
    its findings are words, which a word list may accept. `voice` says that it is about what writers say in their own
    voice, which opinion and analysis may do: there it suggests and no more. `origin` is the file it was declared in.
    `settled` says that a config names its severity: all its findings have it, however sure they are.
    """

    name: str
    severity: Severity
    what: str
    why: str
    when_not: str
    source: str
    check: Check
    fix: str = ""
    scope: frozenset[BlockKind] = COPY
    quotes: Quotes = Quotes.SKIP
    formats: frozenset[str] = frozenset()
    wake: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    ask: Ask | None = None
    layer: Layer = Layer.PARSE
    options: tuple[Option, ...] = ()
    bad: tuple[Bad, ...] = ()
    good: tuple[Good, ...] = ()
    touches: frozenset[Guarded] = frozenset()
    yields_to: tuple[str, ...] = ()
    about_words: bool = False
    voice: bool = False
    default: bool = True
    origin: str = ""
    settled: bool = False

    @property
    def pack(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def url(self) -> str:
        """Path of the rule's page in the docs."""
        return f"rules/{self.name}"

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((o for o in self.options if o.name == name), None)

    def settle(self, given: Mapping[str, object]) -> dict[str, Value]:
        """All options with their values; raises ConfigError for an unknown name or a wrong value."""
        values: dict[str, Value] = {o.name: o.default for o in self.options}
        for name, value in given.items():
            option = self.option(name)
            if option is None:
                raise ConfigError(f'{self.name} has no option "{name}"', remedy=nearest(name, values))
            values[name] = option.validate(value)
        return values


def rule(
    name: str,
    *,
    severity: Severity,
    why: str,
    when_not: str,
    source: str,
    bad: Sequence[Bad],
    good: Sequence[Good],
    fix: str = "",
    scope: Iterable[BlockKind] = COPY,
    quotes: Quotes = Quotes.SKIP,
    formats: Iterable[str] = (),
    wake: Iterable[str] = (),
    patterns: Iterable[str] = (),
    ask: Ask | None = None,
    layer: Layer = Layer.PARSE,
    options: Sequence[Option] = (),
    touches: Iterable[Guarded] = (),
    yields_to: Sequence[str] = (),
    about_words: bool = False,
    voice: bool = False,
    default: bool = True,
) -> Callable[[Check], Rule]:
    """Make a rule of a check function. The first line of its docstring says what the rule flags.

    Raises PackError where there is no docstring or no case of a kind.
    """

    def make(check: Check) -> Rule:
        what = (check.__doc__ or "").strip().partition("\n")[0].strip()
        if not what:
            raise PackError("the check has no docstring that says what it flags", place=name)
        if not bad or not good:
            raise PackError("a rule needs bad cases and good ones", place=name)
        return Rule(
            name=name, severity=severity, what=what, why=why, when_not=when_not, source=source, check=check, fix=fix,
            scope=frozenset(scope), quotes=quotes, formats=frozenset(formats), wake=tuple(wake),
            patterns=tuple(patterns), ask=ask, layer=layer,
            options=tuple(options), bad=tuple(bad), good=tuple(good), touches=frozenset(touches),
            yields_to=tuple(yields_to), about_words=about_words, voice=voice, default=default,
        )  # fmt: skip

    return make
