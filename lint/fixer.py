"""Makes fixes: which ones, in which order, until nothing changes.

The law: the outcome does not depend on the order in which findings are given; clashing fixes are
dropped, not merged; what no edit names stays as it is; fixing twice changes nothing more.
"""

from __future__ import annotations

import contextlib
import os
import stat
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import DraftError
from .finding import Edit, Finding, Fix, Safety

Check = Callable[[str], Sequence[Finding]]
_MOST_GROWTH = 4
_FREE_GROWTH = 1_000


class Settled(NamedTuple):
    """A text after its fixes: what was applied, in order, and in how many rounds.

    `looping` names the rules whose fixes would not come to rest, sorted. Then the text is the original and nothing
    counts as applied.
    """

    text: str
    applied: tuple[Finding, ...]
    rounds: int
    looping: tuple[str, ...] = ()


def choose(findings: Iterable[Finding], *, unsafe: bool = False, shown: bool = False) -> list[tuple[Finding, Fix]]:
    """The fixes to make together, by place: of each finding the first one, where its safety allows it.

    Safe fixes are always allowed, unsafe ones by `unsafe`, all of them by `shown`. Of fixes that clash the first
    stays: by start, then the safer, the shorter, by rule name, by text.
    """
    limit = Safety.SHOW if shown else Safety.UNSAFE if unsafe else Safety.SAFE
    first = [(f, f.fixes[0]) for f in findings if f.fixes]
    chosen: list[tuple[Finding, Fix]] = []
    taken: list[Edit] = []
    for finding, fix in sorted((c for c in first if c[1].edits and c[1].safety.rank <= limit.rank), key=_rank):
        if not any(_clashes(taken, edit) for edit in fix.edits):
            chosen.append((finding, fix))
            for edit in fix.edits:
                insort(taken, edit)
    return chosen


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all of these edits made. Raises ValueError where two overlap or one lies outside the text."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"the edit of {edit.start}-{edit.end} overlaps another or lies outside the text")
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def settle(text: str, check: Check, *, unsafe: bool = False, rounds: int = 10) -> Settled:
    """Fix `text` again and again until nothing changes, at most `rounds` times.

    Where a text comes back, the rounds run out or it grows beyond all measure (over four times and 1,000 code
    points), the original is restored and the rules behind it are named.
    """
    now = text
    seen = {text: 0}
    applied: list[list[Finding]] = []
    while chosen := choose(_effective(now, check(now)), unsafe=unsafe):
        if len(applied) == rounds:
            return _unsettled(text, applied, len(applied) // 2)
        now = apply(now, [edit for _, fix in chosen for edit in fix.edits])
        applied.append([finding for finding, _ in chosen])
        if now in seen:
            return _unsettled(text, applied, seen[now])
        if len(now) > _MOST_GROWTH * len(text) + _FREE_GROWTH:
            return _unsettled(text, applied, len(applied) // 2)
        seen[now] = len(applied)
    return Settled(now, tuple(finding for batch in applied for finding in batch), len(applied))


def write_atomically(path: str | Path, data: bytes) -> None:
    """Put `data` in place of a file's content, whole or not at all.

    Permissions stay, and so does ownership where the system allows it. Of a symbolic link the target is replaced.
    Raises DraftError where the file cannot be written; it is then as it was.
    """
    target = Path(os.path.realpath(path))
    import secrets

    scratch = target.with_name(f".copydesk-{secrets.token_hex(8)}.tmp")
    try:
        old = target.stat() if target.exists() else None
        if old is not None and not stat.S_ISREG(old.st_mode):
            raise DraftError("cannot be written: it is not a file", place=str(path))
        if old is not None and not os.access(target, os.W_OK):
            raise DraftError("cannot be written: it is read-only", place=str(path), remedy="make it writable")
        try:
            _write(scratch, data, old)
            scratch.replace(target)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DraftError(f"cannot be written: {error.strerror or error}", place=str(path)) from error


def _rank(candidate: tuple[Finding, Fix]) -> tuple[object, ...]:
    finding, fix = candidate
    start, end = fix.edits[0].start, fix.edits[-1].end
    texts = tuple(edit.text for edit in fix.edits)
    tie = (fix.edits, finding.start, finding.end, finding.message, fix.title)
    return (start, fix.safety.rank, end - start, finding.rule, texts, *tie)


def _clashes(taken: Sequence[Edit], edit: Edit) -> bool:
    """Whether an edit cannot be made beside those taken, which are in order and do not overlap."""
    at = bisect_left(taken, edit)
    for i in range(at - 1, -1, -1):
        if taken[i].end < edit.start:
            break
        if _clash(taken[i], edit):
            return True
    for i in range(at, len(taken)):
        if taken[i].start > edit.end:
            break
        if _clash(taken[i], edit):
            return True
    return False


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits name a character in common, or one inserts at the other's place or edge."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _effective(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """Findings without the fixes that would leave the text as it is."""
    kept: list[Finding] = []
    for finding in findings:
        if finding.fixes and all(text[e.start : e.end] == e.text for e in finding.fixes[0].edits):
            finding = finding._replace(fixes=())
        kept.append(finding)
    return kept


def _unsettled(text: str, applied: Sequence[Sequence[Finding]], first: int) -> Settled:
    """The original text, and the rules that were still changing it from the round numbered `first`, counted from 0."""
    looping = {finding.rule for batch in applied[first:] for finding in batch}
    return Settled(text, (), len(applied), tuple(sorted(looping)))


def _write(scratch: Path, data: bytes, old: os.stat_result | None) -> None:
    # A file that replaces another is private until it has the other's permissions.
    mode = 0o666 if old is None else 0o600
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if old is not None:
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(scratch, old.st_uid, old.st_gid)
        scratch.chmod(stat.S_IMODE(old.st_mode))
