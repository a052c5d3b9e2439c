"""The one place that decides what is reported, and which fixes may be made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..finding import Finding, Problem, Severity, in_order
from ..guard import MalformedFixError, ProtectedPlaces, guard
from ..rule import BlockKind, Rule
from ..text.document import Document
from ..text.span import SpanSet
from ..text.tokens import normal
from .baseline import Baseline
from .blocks import SourceBlocks
from .fingerprint import fingerprints
from .overlap import without_needless
from .quotations import QuotationPolicy
from .sic import Sic
from .stet import Stet
from .unused import Known, unused

__all__ = ["Baseline", "Decision", "decide"]


class Decision(NamedTuple):
    """What is reported of one draft, by place, and how much `stet` and the baseline held back."""

    findings: tuple[Finding, ...]
    silenced: int = 0
    known: int = 0
    problems: tuple[Problem, ...] = ()


def decide(
    document: Document,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    *,
    everything_ran: bool,
    accepted: frozenset[str],
    min_severity: Severity,
    baseline: Baseline | None,
    path: str,
    known: Collection[str] | None = None,
    redirects: Mapping[str, str] | None = None,
) -> Decision:
    """What of these findings is reported. The outcome does not depend on their order.

    `rules` are the rules that ran, by name; `everything_ran` says that they are all that are on by default. `known`
    are the names of all rules there are, and `redirects` lead from their old names to the new ones: with them a
    directive's names are read. `path` is the draft's, as the baseline knows it.
    """
    admission = _Admission(document, rules, accepted)
    admitted = [finding for finding in in_order(findings) if admission.admits(finding)]
    guards = _Guards(document, rules)
    guarded = guards.over(admitted)
    stet = Stet(document, redirects or {})
    kept, silenced = stet.silence(without_needless(guarded, rules))
    kept += guards.over(unused(document, stet, rules, Known(rules.keys(), known, everything_ran)))
    new = fingerprints(document, kept)
    held = 0
    if baseline is not None:
        new, old = baseline.split(path, new)
        held = len(old)
    reported = in_order([finding for finding in new if finding.severity.reaches(min_severity)])
    return Decision(tuple(reported), silenced, held, tuple(guards.problems))


class _Admission:
    """Whether a finding is its rule's business at all: by block, code, quotation, [sic], accepted word."""

    def __init__(self, document: Document, rules: Mapping[str, Rule], accepted: frozenset[str]) -> None:
        self._rules = rules
        self._accepted = accepted
        self._blocks = SourceBlocks(document)
        self._quotations = QuotationPolicy(document)
        self._sic = Sic(document)
        self._code = SpanSet(document.source_span(*span) for span in document.code.spans)

    def admits(self, finding: Finding) -> bool:
        rule = self._rules[finding.rule]
        block = self._blocks.of(finding)
        if block is not None and block.kind not in rule.scope:
            return False
        if BlockKind.CODE not in rule.scope and self._code.contains(*finding.span):
            return False
        if not self._quotations.keeps(finding, rule.quotes) or self._sic.covers(finding):
            return False
        return not (rule.about_words and (finding.text in self._accepted or normal(finding.text) in self._accepted))


class _Guards:
    """Guards the fixes of findings. One with a malformed fix keeps none, and its rule is named in `problems`."""

    def __init__(self, document: Document, rules: Mapping[str, Rule]) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._rules = rules
        self._places = ProtectedPlaces(document)

    def over(self, findings: Iterable[Finding]) -> list[Finding]:
        return [self._guarded(finding) for finding in findings]

    def _guarded(self, finding: Finding) -> Finding:
        try:
            return guard(self._document, self._rules[finding.rule], finding, self._places)
        except MalformedFixError as error:
            self.problems.append(Problem(str(error), path=self._document.source.path, rule=finding.rule))
            return finding._replace(fixes=())
