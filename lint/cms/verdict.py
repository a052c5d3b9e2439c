"""What a gate says of a draft: what holds it back, what is worth a look, what somebody has let stand."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from ..finding import Problem, Severity
from ..genre import Genre
from ..reports.contract import finding_data, genre_data, header, problem_data
from .fields import FieldFinding


class Policy(NamedTuple):
    """What a desk does about findings.

    Those at least as severe as `block_at` block publication; None lets severity block nothing. `block` names packs
    and rules that block whatever their severity, `never_block` those that never do, which wins. What does not block
    is noted where it is at least as severe as `note_at`, and not mentioned otherwise.
    """

    block_at: Severity | None = Severity.ERROR
    block: tuple[str, ...] = ()
    never_block: tuple[str, ...] = ()
    note_at: Severity = Severity.SUGGESTION


class Override(NamedTuple):
    """Somebody's decision to let one finding stand: which, by its fingerprint, by whom, why and when."""

    fingerprint: str
    by: str
    why: str
    when: datetime | None = None


class Overridden(NamedTuple):
    """A finding that somebody has let stand."""

    found: FieldFinding
    override: Override


class Verdict(NamedTuple):
    """What a gate says of a draft. Findings are in the order of the fields, then by place.

    `unused_overrides` are those whose finding is no longer there. `problems` are rules that crashed: nobody has looked
    for what they look for; one without a rule's name says what is wrong in the draft. `genre` is what the draft was
    taken for.
    """

    blocking: tuple[FieldFinding, ...] = ()
    noted: tuple[FieldFinding, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    unused_overrides: tuple[Override, ...] = ()
    problems: tuple[Problem, ...] = ()
    genre: Genre = Genre()

    @property
    def passes(self) -> bool:
        """Whether nothing blocks publication."""
        return not self.blocking

    def as_dict(self) -> dict[str, Any]:
        """The verdict as plain data, to be stored and logged as JSON.

        It has the keys of the JSON contract for each finding, and the field's name. Times are in ISO 8601.
        """
        return {
            **header(),
            "passes": self.passes,
            "blocking": [_found_data(found) for found in self.blocking],
            "noted": [_found_data(found) for found in self.noted],
            "overridden": [
                {"finding": _found_data(found), "override": _override_data(override)}
                for found, override in self.overridden
            ],
            "unused_overrides": [_override_data(override) for override in self.unused_overrides],
            "problems": [problem_data(problem) for problem in self.problems],
            "genre": genre_data(self.genre),
        }


def _found_data(found: FieldFinding) -> dict[str, Any]:
    data = finding_data(found.finding)
    related = [{"field": name, **place} for name, place in zip(found.related_fields, data["related"], strict=True)]
    return {"field": found.field, **data, "related": related}


def _override_data(override: Override) -> dict[str, str | None]:
    when = override.when.isoformat() if override.when else None
    return {"fingerprint": override.fingerprint, "by": override.by, "why": override.why, "when": when}
