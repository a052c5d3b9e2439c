"""Drafts, rules and findings made to order, so that policy is tested apart from what real rules find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lint import policy
from lint.finding import Edit, Finding, Fix, Safety, Severity
from lint.page import Page
from lint.readers import read
from lint.rule import Bad, Document, Good, Rule
from lint.text.source import Source


def draft(text: str, format: str = "plain", encoding: str = "utf-8") -> Document:
    return read(Source(text, encoding), format)


def a_rule(name: str = "made/up", **changes: Any) -> Rule:
    facts: dict[str, Any] = {
        "name": name,
        "severity": Severity.WARNING,
        "what": "Made for a test.",
        "why": "",
        "when_not": "",
        "source": "",
        "check": lambda page: (),
        "bad": (Bad("x"),),
        "good": (Good("y"),),
    }
    return Rule(**(facts | changes))


def place(document: Document, words: str, nth: int = 0) -> tuple[int, int]:
    """Source offsets of the nth time that words stand in the source."""
    at = -1
    for _ in range(nth + 1):
        at = document.source.text.index(words, at + 1)
    return at, at + len(words)


def found(
    document: Document,
    words: str,
    rule: Rule | None = None,
    *,
    nth: int = 0,
    message: str = "made",
    fix: str | None = None,
) -> Finding:
    """A finding over words of the source, with a safe fix that puts `fix` in their place."""
    start, end = place(document, words, nth)
    fixes = () if fix is None else (Fix("mend", (Edit(start, end, fix),), Safety.SAFE),)
    return Page(document, rule or a_rule()).finding_in_source(start, end, message, fixes=fixes)


def decide(document: Document, findings: Iterable[Finding], *rules: Rule, **changes: Any) -> policy.Decision:
    facts: dict[str, Any] = {
        "everything_ran": True,
        "accepted": frozenset(),
        "min_severity": Severity.SUGGESTION,
        "baseline": None,
        "path": "draft.txt",
    }
    by_name = {rule.name: rule for rule in rules or (a_rule(),)}
    return policy.decide(document, list(findings), by_name, **(facts | changes))


def texts(findings: Iterable[Finding]) -> list[str]:
    return [finding.text for finding in findings]
