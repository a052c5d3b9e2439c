"""When one finding makes another needless. No finding hides another in any other way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..finding import Finding, in_order
from ..rule import Rule
from ..text.span import Span, SpanSet


def without_needless(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings, in order, less those said twice and those that yield to another rule's finding on their place.

    A finding yields only to one that is kept itself.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in _once(in_order(findings)):
        by_rule.setdefault(finding.rule, []).append(finding)
    kept: dict[str, list[Finding]] = {}
    for name in _targets_first(by_rule, rules):
        stronger = [f.span for target in rules[name].yields_to for f in kept.get(target, ())]
        places = SpanSet(_at_least_one(span) for span in stronger)
        kept[name] = [f for f in by_rule[name] if not places.overlaps(*_at_least_one(f.span))]
    return in_order([finding for batch in kept.values() for finding in batch])


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Of findings of one rule with one message over shared text, the first."""
    last: dict[tuple[str, str], Span] = {}
    kept: list[Finding] = []
    for finding in findings:
        said = (finding.rule, finding.message)
        before = last.get(said)
        if before is None or not (before == finding.span or before.overlaps(finding.span)):
            last[said] = finding.span
            kept.append(finding)
    return kept


def _targets_first(names: Mapping[str, object], rules: Mapping[str, Rule]) -> list[str]:
    """Rule names such that a rule comes after those it yields to; of a circle, the first by name comes last."""
    ordered: dict[str, None] = {}
    entered: set[str] = set()

    def visit(name: str) -> None:
        if name in entered or name not in names:
            return
        entered.add(name)
        for target in sorted(rules[name].yields_to):
            visit(target)
        ordered[name] = None

    for name in sorted(names):
        visit(name)
    return list(ordered)


def _at_least_one(span: Span) -> tuple[int, int]:
    """An insertion point counts as the character after it."""
    return (span.start, max(span.end, span.start + 1))
