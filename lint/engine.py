"""Runs rules over a document. A rule that crashes costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .finding import Finding, Problem, Severity
from .genre import Genre
from .models.lm.question import Judge
from .nlp import Grammar
from .page import Page
from .patterns import PatternGate
from .phrases import Phrases
from .rule import Rule, Value
from .settings import Settings
from .text.document import Document
from .text.sentences import Sentence


class RuleSet:
    """Rules that run together, with the options of each and one automaton and gate for all.

    `complete` says that every rule that is on by default is among them.
    """

    def __init__(
        self, rules: Mapping[str, Rule], options: Mapping[str, Mapping[str, Value]], complete: bool = True
    ) -> None:
        self.rules = rules
        self.options = options
        self.complete = complete
        self.phrases = Phrases((r.name, phrase) for r in rules.values() for phrase in r.wake)
        self.gate = PatternGate((r.name, pattern) for r in rules.values() for pattern in r.patterns)


def run(
    document: Document,
    rules: RuleSet,
    settings: Settings,
    grammar: Grammar,
    judge: Judge | None = None,
    genre: Genre = Genre(),  # noqa: B008 - it cannot be changed
) -> tuple[list[Finding], list[Problem]]:
    """What the rules find in a draft of a genre, in no order, and what went wrong."""
    problems: list[Problem] = []
    pages = _pages(document, rules, settings, grammar, judge, genre)
    _prime(document, pages, grammar, problems)
    findings: list[Finding] = []
    for page in pages:
        try:
            findings += list(page.rule.check(page))
        except Exception as error:
            problems.append(_crash(page.rule, error, document))
    return findings, problems


def _pages(
    document: Document, rules: RuleSet, settings: Settings, grammar: Grammar, judge: Judge | None, genre: Genre
) -> list[Page]:
    """A page for each rule that something in the draft wakes."""
    hits = rules.phrases.find(document)
    matched = rules.gate.woken(document.text)
    pages: list[Page] = []
    for rule in rules.rules.values():
        asleep = (rule.wake or rule.patterns) and rule.name not in hits and rule.name not in matched
        if asleep or (rule.formats and document.format not in rule.formats):
            continue
        pages.append(
            Page(
                document,
                _softened(rule) if genre.softens else rule,
                options=rules.options[rule.name],
                hits=hits.get(rule.name, ()),
                grammar=grammar,
                accepted=settings.accept,
                rejected=settings.reject,
                genre=genre.name,
                judge=judge,
                language=settings.language,
            )
        )
    return pages


def _softened(rule: Rule) -> Rule:
    """A rule as it holds where the writer's own voice is no fault."""
    return rule._replace(severity=Severity.SUGGESTION) if rule.voice else rule


def _prime(document: Document, pages: Sequence[Page], grammar: Grammar, problems: list[Problem]) -> None:
    """Read grammar for the sentences of all rules in one batch a layer."""
    wanted: dict[str, dict[Sentence, None]] = {}
    for page in pages:
        if page.rule.ask is None:
            continue
        try:
            asked: Iterable[Sentence] = list(page.rule.ask(page))
        except Exception as error:
            problems.append(_crash(page.rule, error, document))
            continue
        wanted.setdefault(page.rule.layer, {}).update(dict.fromkeys(asked))
    for page in pages:
        sentences = wanted.pop(page.rule.layer, None) if page.rule.ask else None
        if sentences:
            grammar.read(document, list(sentences), page.rule.layer)


def _crash(rule: Rule, error: Exception, document: Document) -> Problem:
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    return Problem(f"{rule.name} crashed and was left out: {what}", path=document.source.path, rule=rule.name)
