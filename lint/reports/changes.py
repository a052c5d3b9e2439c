"""A fix as a small diff: what stands there and what would, with a few words around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..finding import Edit, Fix
from ..text.span import LineIndex
from .cells import cells, head, squeezed, tail
from .visible import is_blank, visible

_AROUND = 20
_LEAST_AROUND = 8
_NEAR = 24


class Run(NamedTuple):
    """A stretch of a shown line, changed by the fix or not."""

    text: str
    changed: bool = False


class Change(NamedTuple):
    """One place of a fix: the line before and the line after, each as runs."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]


def changes(source: str, lines: LineIndex, fix: Fix, room: int) -> list[Change]:
    """The places of a fix in order, each line within `room` cells. Edits close together are one place."""
    return [_change(source, lines, group, room) for group in groups(source, fix.edits)]


def groups(source: str, edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits in the places that are shown together: those near each other on a line."""
    found: list[list[Edit]] = []
    for edit in edits:
        last = found[-1][-1] if found else None
        if last and edit.start - last.end <= _NEAR and "\n" not in source[last.end : edit.start]:
            found[-1].append(edit)
        else:
            found.append([edit])
    return found


def _change(source: str, lines: LineIndex, edits: Sequence[Edit], room: int) -> Change:
    start, end = edits[0].start, edits[-1].end
    first, last = lines.line(lines.position(start).line), lines.line(lines.position(end).line)
    old: list[Run] = []
    new: list[Run] = []
    at = start
    for edit in edits:
        between = Run(visible(source[at : edit.start]))
        old += [between, Run(_shown(source[edit.start : edit.end]), True)]
        new += [between, Run(_shown(edit.text), True)]
        at = edit.end
    around = min(_AROUND, max(min(_LEAST_AROUND, room // 4), (room - max(_width(old), _width(new))) // 2))
    before = Run(tail(visible(source[max(first.start, start - around - 1) : start]).lstrip(), around))
    after = Run(head(visible(source[end : min(last.end, end + around + 1)]).rstrip(), around))
    within = room - _width([before, after])
    return Change(
        tuple(run for run in [before, *_fitted(old, within), after] if run.text),
        tuple(run for run in [before, *_fitted(new, within), after] if run.text),
    )


def _shown(text: str) -> str:
    return visible(text, blanks=is_blank(text))


def _width(runs: Sequence[Run]) -> int:
    return sum(cells(run.text) for run in runs)


def _fitted(runs: Sequence[Run], room: int) -> list[Run]:
    """Runs within `room` cells: the middle of what is too long is left out, the first runs first."""
    over = _width(runs) - room
    fitted = []
    for run in runs:
        width = cells(run.text)
        text = squeezed(run.text, max(1, width - over)) if over > 0 and width else run.text
        over -= width - cells(text)
        fitted.append(Run(text, run.changed))
    return fitted
