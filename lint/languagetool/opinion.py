"""A second opinion on a draft: what LanguageTool matches, as findings for the policy to decide on like any others."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..errors import UsageError
from ..finding import Finding, Fix, Problem, Safety, Severity
from ..page import Page
from ..rule import Rule
from ..settings import LanguageTool, Settings
from ..spelling import variety
from ..text.blocks import COPY
from ..text.document import Document
from ..text.span import Span, SpanSet
from ..text.tokens import TokenKind
from . import client, installed, java, names
from .client import Client, DownError, Match, SilentError
from .info import software
from .sent import Sent

_DEFAULT_LANGUAGE = "en-US"
_SELF = "Copydesk"
_ANOTHER_ENGLISH = re.compile(r"\bis (?:American|Australian|British|Canadian|New Zealand|South African) English\b")
_REST = 30.0
_MOST_FIXES = 3
_REACH = 40


class Said(NamedTuple):
    """What came of asking: findings, the rules that they are of, and what went wrong."""

    findings: Sequence[Finding] = ()
    rules: Mapping[str, Rule] = {}
    problems: Sequence[Problem] = ()


class Opinion:
    """LanguageTool, asked under some settings. May be shared between threads.

    Raises UsageError where it is to be asked and language-tool-python, the installed server or Java is not there.
    """

    def __init__(self, settings: Settings, asked: LanguageTool) -> None:
        client.require()
        if not asked.url:
            installed.require()
            java.java()
        self._settings = settings
        self._asked = asked
        self._wanted = _Wanted(settings, asked)
        self._lock = threading.Lock()
        self._clients: dict[str, Client] = {}
        self._rests_until = 0.0
        self._because = ""

    def read(self, document: Document, ours: Sequence[Finding]) -> Said:
        """What it says of a draft in which `ours` was found already. A server that fails is a problem, never an error."""
        if not self._wanted.any:
            return Said()
        sent = Sent(document, COPY)
        if not sent.text.strip():
            return Said()
        try:
            matches = self._ask(sent.text, self._language(document))
        except SilentError as error:
            where = client.host(self._asked.url) if self._asked.url else "the one started here"
            what = f"LanguageTool ({where}) {error}; the draft was read without it"
            return Said(problems=[Problem(what, path=document.source.path, rule=names.PACK)])
        return self._said(document, sent, matches, ours)

    def _language(self, document: Document) -> str:
        """What the settings name, or else the English that the draft is in, as LanguageTool calls it."""
        return self._asked.language or self._settings.language or variety(document) or _DEFAULT_LANGUAGE

    def _ask(self, text: str, language: str) -> list[Match]:
        """The matches. Raises SilentError; a server that was down a moment ago is given a rest first."""
        if time.monotonic() < self._rests_until:
            raise SilentError(f"{self._because} a moment ago and was not asked again")
        try:
            return self._connected(language).matches(text)
        except DownError as error:
            self._because = str(error)
            self._rests_until = time.monotonic() + _REST
            raise

    def _connected(self, language: str) -> Client:
        with self._lock:
            if language not in self._clients:
                url = self._asked.url or _started()
                if (software(url) or {}).get("name") == _SELF:
                    raise SilentError("is Copydesk's own service")
                self._clients[language] = Client(url, self._asked, language)
            return self._clients[language]

    def _said(self, document: Document, sent: Sent, matches: Sequence[Match], ours: Sequence[Finding]) -> Said:
        names_ = _Names(document)
        known = _Ours(ours)
        findings: list[Finding] = []
        rules: dict[str, Rule] = {}
        for match in matches:
            rule = names.rule(match.rule, match.category)
            place = sent.prose(match.start, match.end)
            if place is None or not self._wanted.has(match, rule.name) or names_.hold(place, match.category):
                continue
            rule = rule._replace(severity=self._wanted.severity(rule))
            finding = _finding(Page(document, rule), place, match)
            if not known.have(finding):
                rules[rule.name] = rule
                findings.append(finding)
        return Said(findings, rules)


class _Wanted:
    """Which matches the settings let through, and how severe each is."""

    def __init__(self, settings: Settings, asked: LanguageTool) -> None:
        self._asked = asked
        self._any_english = not (asked.language or settings.language)
        self._severity = settings.severity
        self._left_out = {name for name in settings.ignore if names.named(name)}
        chosen = {name for name in settings.select if names.named(name)}
        self._only = chosen if chosen and names.PACK not in chosen else frozenset[str]()
        self.any = names.PACK not in self._left_out

    def has(self, match: Match, name: str) -> bool:
        if name in self._left_out or (self._only and name not in self._only):
            return False
        if self._any_english and (match.kind == "locale-violation" or _ANOTHER_ENGLISH.search(match.message)):
            return False
        asked = self._asked
        unasked = match.category not in names.READ and not asked.picky and name not in self._severity
        return not unasked or match.rule in asked.enabled_rules or match.category in asked.enabled_categories

    def severity(self, rule: Rule) -> Severity:
        return self._severity.get(rule.name) or self._severity.get(names.PACK) or rule.severity


class _Names:
    """The names of a draft: LanguageTool knows few of those in the news."""

    def __init__(self, document: Document) -> None:
        self._document = document
        tokens = document.tokens
        self._spans = SpanSet((tokens[n.first].start, tokens[n.last - 1].end) for n in document.names)

    def hold(self, place: Span, category: str) -> bool:
        """Whether a match is about a name: it lies in one, or is about the spelling of a word with a capital in it."""
        if self._spans.contains(*place):
            return True
        if not names.is_word(category):
            return False
        words = (t for t in self._document.tokens_in(*place) if t.kind is TokenKind.WORD)
        return self._spans.overlaps(*place) or any(any(c.isupper() for c in word.text) for word in words)


class _Ours:
    """What Copydesk's own rules found, to which LanguageTool adds nothing at the same place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._spans = [finding.span for finding in findings]

    def have(self, finding: Finding) -> bool:
        """Whether one of ours is about the same words. One that takes in much more, a long sentence, is not."""
        span = finding.span
        return any(
            own.overlaps((span.start, max(span.end, span.start + 1))) and own.length <= span.length + _REACH
            for own in self._spans
        )


def _finding(page: Page, place: Span, match: Match) -> Finding:
    start, end = place
    fixes: list[Fix] = [
        page.replace(start, end, value, safety=Safety.SHOW) for value in match.replacements[:_MOST_FIXES] if value
    ]
    return page.finding(start, end, match.message, fixes=fixes)


def _started() -> str:
    from .server import shared

    try:
        return shared().url
    except UsageError as error:  # it was there a moment ago
        raise DownError(f"does not start: {error}") from None
