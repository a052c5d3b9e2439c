"""Findings as LanguageTool's matches: one stretch of the client's text, and what may stand there instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from ...finding import Edit, Finding, Fix, Severity
from ...fixer import apply
from ...packs import Catalogue
from ...readers import read
from ...rule import Rule
from ...text.document import Document
from ...text.source import Source
from ...text.span import Span
from ..offsets import Units
from ..profiles import Ask, Profiles
from ..schemas import DEFAULT_PROFILE
from ..worker import Reply
from .annotation import Annotation
from .english import confidence, is_english
from .info import software
from .names import LANGUAGES, category, text_level
from .request import Check

_CONTEXT = 40
_REACH = 80
_NOT_ENGLISH = "The text does not look like English, which is all that this server reads."


def check(profiles: Profiles, asked: Check) -> Reply:
    """The answer to a check."""
    document = read(Source(asked.draft.plain), "plain")
    sure = confidence(document)
    catalogue = profiles.catalogue(DEFAULT_PROFILE)
    findings: Sequence[Finding] = ()
    if not asked.auto or is_english(sure):
        linter = profiles.linter(_ask(asked, catalogue))
        report = linter.check_document(document)
        findings = [f for f in report.findings if _wanted(asked, _rule(f, catalogue), catalogue)]
        warnings: dict[str, Any] = {"incompleteResults": bool(report.problems)}
        if report.problems:
            warnings["incompleteResultsReason"] = report.problems[0].message
    else:
        warnings = {"incompleteResults": True, "incompleteResultsReason": _NOT_ENGLISH}
    name = LANGUAGES[asked.language]
    matches = _Matches(asked.draft, document, catalogue)
    answer = {
        "software": software(),
        "warnings": warnings,
        "language": {
            "name": name,
            "code": asked.language,
            "detectedLanguage": {"name": name, "code": asked.language, "confidence": sure},
        },
        "matches": [matches.match(finding) for finding in findings],
        "sentenceRanges": matches.sentence_ranges(),
    }
    return Reply(msgspec.json.encode(answer), found=Counter(f.rule for f in findings))


def _ask(asked: Check, catalogue: Catalogue) -> Ask:
    """The linter that a check needs: rules that are off and named, or all where it is picky, are turned on."""
    more = frozenset(
        name
        for name, rule in catalogue.rules.items()
        if asked.picky or name in asked.enabled_rules or category(rule, catalogue).id in asked.enabled_categories
    )
    return Ask(DEFAULT_PROFILE, language=asked.language if "-" in asked.language else "", more=more)


def _wanted(asked: Check, rule: Rule, catalogue: Catalogue) -> bool:
    its = category(rule, catalogue).id
    enabled = rule.name in asked.enabled_rules or its in asked.enabled_categories
    if asked.enabled_only and not enabled:
        return False
    if rule.name in asked.disabled_rules or (its in asked.disabled_categories and not enabled):
        return False
    return asked.wants_text_level if text_level(rule) else asked.wants_sentence_level


class _Change(NamedTuple):
    """A stretch of the plain text and the texts that may take its place."""

    start: int
    end: int
    values: tuple[str, ...]


class _Matches:
    """Makes matches of one draft. Offsets count UTF-16 units of the client's text, markup included."""

    def __init__(self, draft: Annotation, document: Document, catalogue: Catalogue) -> None:
        self._draft = draft
        self._document = document
        self._catalogue = catalogue
        self._units = Units(draft.source)

    def match(self, finding: Finding) -> dict[str, Any]:
        change = self._change(finding)
        offset, length = self._place(change.start, change.end)
        rule = _rule(finding, self._catalogue)
        its = category(rule, self._catalogue)
        kind = "UnknownWord" if its.issue_type == "misspelling" else "Other"
        return {
            "message": finding.message,
            "shortMessage": its.name,
            "replacements": [{"value": value} for value in change.values],
            "offset": offset,
            "length": length,
            "context": self._context(change.start, change.end),
            "sentence": self._sentence(change.start),
            "type": {"typeName": "Hint" if finding.severity is Severity.SUGGESTION else kind},
            "rule": {
                "id": rule.name,
                "description": rule.what,
                "issueType": its.issue_type,
                "category": {"id": its.id, "name": its.name},
                "isPremium": False,
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }

    def sentence_ranges(self) -> list[list[int]]:
        """Start and end of every sentence."""
        spans = (self._document.source_span(s.start, s.end) for s in self._document.sentences)
        places = (self._place(*span) for span in spans)
        return [[offset, offset + length] for offset, length in places]

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Offset and length in the client's text of plain [start, end)."""
        span = self._draft.span(start, end)
        offset = self._units.utf16(span.start)
        return offset, self._units.utf16(span.end) - offset

    def _change(self, finding: Finding) -> _Change:
        """The stretch that a finding and its fixes are about: the narrowest that holds no markup.

        A client replaces a whole stretch, so a fix that would reach far, or over markup, is not offered.
        """
        span = finding.span
        near = [fix for fix in finding.fixes if self._reach(span, fix).length <= span.length + _REACH]
        place = self._reach(span, near[0]) if near else span
        if not self._draft.is_copy(*place):
            place = span
        values = self._values(place, near)
        if place.length == 0 or "" in values:
            place = self._with_a_word(place)
            values = self._values(place, near)
        return _Change(*place, values if self._draft.is_copy(*place) else ())

    @staticmethod
    def _reach(span: Span, fix: Fix) -> Span:
        return Span(min(span.start, fix.edits[0].start), max(span.end, fix.edits[-1].end)) if fix.edits else span

    def _values(self, place: Span, fixes: Sequence[Fix]) -> tuple[str, ...]:
        within = (f for f in fixes if f.edits and all(place.contains((e.start, e.end)) for e in f.edits))
        old = self._draft.plain[place.start : place.end]
        made = (apply(old, [Edit(e.start - place.start, e.end - place.start, e.text) for e in f.edits]) for f in within)
        return tuple(dict.fromkeys(value for value in made if value != old))

    def _with_a_word(self, place: Span) -> Span:
        """A stretch with the word before it in its line, or after it: clients show and replace something, not nothing."""
        text, (start, end) = self._draft.plain, place
        left = start
        while left > 0 and text[left - 1] in " \t":
            left -= 1
        while left > 0 and not text[left - 1].isspace():
            left -= 1
        if left < start and not text[left].isspace():
            return Span(left, end)
        while end < len(text) and text[end] in " \t":
            end += 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return Span(start, end)

    def _sentence(self, offset: int) -> str:
        document = self._document
        sentence = document.sentence_at(document.map.prose(offset)) if document.blocks else None
        return document.text[sentence.start : sentence.end] if sentence else ""

    def _context(self, start: int, end: int) -> dict[str, Any]:
        text = self._draft.plain
        left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
        before = ("..." if left else "") + _one_line(text[left:start])
        marked = _one_line(text[start:end])
        after = _one_line(text[end:right]) + ("..." if right < len(text) else "")
        return {"text": before + marked + after, "offset": _utf16(before), "length": _utf16(marked)}


def _rule(finding: Finding, catalogue: Catalogue) -> Rule:
    """The rule that a finding is of. The catalogue does not list those of a second opinion, but describes them."""
    return catalogue.rules.get(finding.rule) or catalogue.named(finding.rule)[0]


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _utf16(text: str) -> int:
    return Units(text).utf16(len(text))
