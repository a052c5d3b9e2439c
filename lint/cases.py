"""Runs the cases that a rule carries, through the whole linter: they are the rule's tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .finding import Finding
from .fixer import apply, choose
from .linter import Linter
from .packs import Catalogue
from .rule import Bad, Good, Rule, Value
from .settings import Settings
from .text.span import Span


class CaseFailure(NamedTuple):
    """A case that does not hold: the rule's name, the case's text, and what is wrong."""

    rule: str
    text: str
    wrong: str


def run(rule: Rule, catalogue: Catalogue) -> list[CaseFailure]:
    """The cases of a rule that do not hold, bad ones first."""
    failures: list[CaseFailure] = []
    for bad in rule.bad:
        if wrong := bad_case(rule, bad, catalogue):
            failures.append(CaseFailure(rule.name, bad.text, wrong))
    for good in rule.good:
        if wrong := good_case(rule, good, catalogue):
            failures.append(CaseFailure(rule.name, good.text, wrong))
    return failures


def bad_case(rule: Rule, case: Bad, catalogue: Catalogue) -> str:
    """What is wrong with a bad case, or an empty string.

    The rule must flag it, at the marked places where there are marks; its fixes must give `fixed`, after which
    the rule's fixes change nothing more.
    """
    linter = _linter(rule, case.options, catalogue)
    report = linter.check(case.plain, format=case.format)
    if report.problems:
        return report.problems[0].message
    findings = _own(rule, report.findings)
    if not findings:
        return "it is not flagged"
    spans = [f.span for f in findings]
    if case.spans and sorted(set(spans)) != sorted(case.spans):
        return f"flagged at {_said(case.plain, spans)}, not at {_said(case.plain, case.spans)}"
    fixed = _mended(case.plain, findings)
    if case.fixed is None:
        return f"it has a fix, which gives {fixed!r}: say fixed=" if fixed != case.plain else ""
    if fixed != case.fixed:
        return f"its fix gives {fixed!r}, not {case.fixed!r}"
    again = _mended(fixed, _own(rule, linter.check(fixed, format=case.format).findings))
    return f"fixed twice it gives {again!r}" if again != fixed else ""


def good_case(rule: Rule, case: Good, catalogue: Catalogue) -> str:
    """What is wrong with a good case, or an empty string: the rule must leave it alone."""
    report = _linter(rule, case.options, catalogue).check(case.text, format=case.format)
    if report.problems:
        return report.problems[0].message
    spans = [f.span for f in _own(rule, report.findings)]
    return f"flagged at {_said(case.text, spans)}" if spans else ""


def _linter(rule: Rule, options: Mapping[str, Value], catalogue: Catalogue) -> Linter:
    return Linter(Settings(select=(rule.name,), options={rule.name: options}), catalogue)


def _own(rule: Rule, findings: Sequence[Finding]) -> list[Finding]:
    return [f for f in findings if f.rule == rule.name]


def _mended(text: str, findings: Sequence[Finding]) -> str:
    return apply(text, [edit for _, fix in choose(findings, shown=True) for edit in fix.edits])


def _said(text: str, spans: Sequence[Span]) -> str:
    return ", ".join(f"{text[a:b]!r} ({a}-{b})" for a, b in sorted(spans))
