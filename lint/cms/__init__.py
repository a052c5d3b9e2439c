"""The gate between a draft and its publication, for content management systems written in Python.

    from lint.cms import Field, Override, gate

    verdict = gate(
        {"headline": "Council Votes Down Bridge", "body": Field("<p>It sat for the the last time.</p>", "html")},
        overrides=[Override("cf7e154496b44619", by="mara", why="the song's title")],
    )
    if not verdict.passes:
        for found in verdict.blocking:
            print(found.field, found.finding.start.offset, found.finding.message)

It knows no framework. What this module exports is as stable as what `lint` exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..errors import UsageError
from ..linter import Linter
from .fields import Draft, Field, FieldFinding
from .verdict import Overridden, Override, Policy, Verdict

__all__ = ["Field", "FieldFinding", "Overridden", "Override", "Policy", "Verdict", "gate"]


def gate(
    fields: Mapping[str, str | Field],
    *,
    linter: Linter | None = None,
    policy: Policy = Policy(),  # noqa: B008 - it cannot be changed
    overrides: Iterable[Override] = (),
    genre: str = "",
) -> Verdict:
    """Whether a draft may be published, and what is to be mended in it.

    The fields are read in their order as one draft, so that what a caption repeats of the body is found; offsets are
    those of each field. Bare text is plain, and of the kind that its field's name says: headline or title; subhead,
    subtitle, standfirst, dek or deck; caption; byline; body for any other. Of several overrides of one finding the
    last counts. `linter` is the desk's own; without one, the rules that are on by default run. `genre` is what the
    system knows the story to be; where it says nothing, the fields' front matter does, the linter's settings, or a
    guess. Safe to call from any thread.

    Raises UsageError for a kind, format or genre that there is not and for an override that does not say by whom or why,
    PackError for a policy that names a rule that there is not, DraftError for a field with half of a character in it.
    """
    desk = linter or _default_desk()
    accepted = {override.fingerprint: _signed(override) for override in overrides}
    decide = _Decision(policy, desk)
    draft = Draft(fields)
    report = desk.check_document(draft.document, genre=desk.genre_of(draft.document, genre))
    blocking: list[FieldFinding] = []
    noted: list[FieldFinding] = []
    overridden: list[Overridden] = []
    for finding in report.findings:
        found = draft.place(finding)
        if found is None:
            continue
        override = accepted.get(finding.fingerprint)
        if override is not None:
            overridden.append(Overridden(found, override))
        elif decide.blocks(found):
            blocking.append(found)
        elif decide.notes(found):
            noted.append(found)
    used = {override.fingerprint for _, override in overridden}
    unused = tuple(override for override in accepted.values() if override.fingerprint not in used)
    return Verdict(tuple(blocking), tuple(noted), tuple(overridden), unused, tuple(report.problems), report.genre)


class _Decision:
    """A policy with the rules that its names stand for."""

    def __init__(self, policy: Policy, desk: Linter) -> None:
        self._policy = policy
        self._block = {rule.name for name in policy.block for rule in desk.catalogue.named(name)}
        self._never = {rule.name for name in policy.never_block for rule in desk.catalogue.named(name)}

    def blocks(self, found: FieldFinding) -> bool:
        rule, severity = found.finding.rule, found.finding.severity
        names = {rule, rule.partition("/")[0]}  # LanguageTool's pack stands for itself, as nobody knows its rules
        if names & self._never:
            return False
        at = self._policy.block_at
        return bool(names & self._block) or (at is not None and severity.reaches(at))

    def notes(self, found: FieldFinding) -> bool:
        return found.finding.severity.reaches(self._policy.note_at)


def _signed(override: Override) -> Override:
    if not override.by.strip() or not override.why.strip():
        missing = "why" if override.by.strip() else "by whom"
        raise UsageError(f"the override does not say {missing}", place=f"override of {override.fingerprint}")
    return override


@lru_cache(maxsize=1)
def _default_desk() -> Linter:
    return Linter()
