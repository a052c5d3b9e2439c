"""Quotations, found once for everybody: curly, straight, single, nested, running over paragraphs.

News convention: a quotation that runs over paragraphs is reopened at each and closed only at the
last. An apostrophe is told from a closing single mark by what stands around it and by whether a
single quotation is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .blocks import BODY, Block, BlockKind
from .span import Span

OPENERS = "\u201c\u201e\u00ab\u2018"
CLOSERS = "\u201d\u00bb\u2019"
STRAIGHT = "\"'"
QUOTE_MARKS = OPENERS + CLOSERS + STRAIGHT
_MARK = re.compile("[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\"'\uff02]")
_ELIDED = re.compile(
    r"['\u2019\u2018](?:\d\ds?\b|(?:tis|twas|em|til|cause|n|bout|round|neath|un|ere)\b)", re.IGNORECASE
)
_OPENS_AFTER = frozenset(" \t\n\r\u00a0\u2009\u202f([{<-\u2013\u2014\u2015/|\u2026\u200b\u200e\u200f*_")
_DOUBLE = "double"
_SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation within one block, in prose offsets.

    `start` and `end` take in the marks, `inner` does not. `depth` is 0 for an outer quotation, 1 for
    one within it. `reopened` says that it goes on from the block before, `runs_on` that it goes on in
    the next; `closed` is false where the closing mark is missing and no next paragraph takes it up.
    `block` quotations are whole blocks set as such by markup and have no marks.
    """

    start: int
    end: int
    inner: Span
    mark: str
    depth: int = 0
    closed: bool = True
    reopened: bool = False
    runs_on: bool = False
    block: bool = False

    @property
    def double(self) -> bool:
        """Set in double marks."""
        return self.mark == _DOUBLE


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A closing double mark, at this prose offset, that closes nothing."""

    offset: int


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[list[Quotation], list[StrayMark]]:
    """Every quotation of the prose `text`, in order of start, and the closing marks that close none."""
    found: list[Quotation] = []
    strays: list[StrayMark] = []
    carried = False
    prose = [b for b in blocks if b.kind not in (BlockKind.CODE, BlockKind.FURNITURE)]
    for i, block in enumerate(prose):
        if block.kind is BlockKind.QUOTE:
            found.append(Quotation(block.start, block.end, Span(block.start, block.end), _DOUBLE, block=True))
        scan = _BlockScan(text, block)
        quotations, loose = scan.run()
        strays += loose
        if carried and quotations and quotations[0].start == _first(text, block):
            quotations[0] = replace(quotations[0], reopened=True)
        carried = False
        last = quotations[-1] if quotations else None
        if last is not None and not last.closed and last.double:
            following = next((b for b in prose[i + 1 : i + 3] if b.kind in BODY), None)
            if following is not None and text[_first(text, following)] in '\u201c"\u201e\u00ab':
                quotations[-1] = replace(last, closed=True, runs_on=True)
                carried = True
        found += quotations
    found.sort(key=lambda q: (q.start, -q.end))
    return found, strays


def _first(text: str, block: Block) -> int:
    at = block.start
    while at < block.end - 1 and text[at].isspace():
        at += 1
    return at


class _BlockScan:
    """One block, left to right, with a stack of open marks."""

    def __init__(self, text: str, block: Block) -> None:
        self.text, self.start, self.end = text, block.start, block.end
        self.open: list[tuple[int, str]] = []
        self.found: list[Quotation] = []
        self.strays: list[StrayMark] = []
        self.marks = [m.start() for m in _MARK.finditer(text, block.start, block.end)]
        self.singles_left = sum(1 for at in self.marks if self._may_close_single(at))

    def run(self) -> tuple[list[Quotation], list[StrayMark]]:
        for at in self.marks:
            if self._may_close_single(at):
                self.singles_left -= 1
            char = self.text[at]
            if char in "\u201c\u201e\u00ab":
                self._push(at, _DOUBLE)
            elif char in "\u201d\u00bb":
                self._close(at, _DOUBLE)
            elif char in '"\uff02':
                self._straight_double(at)
            else:
                self._single(at, char)
        while self.open:
            start, mark = self.open.pop()
            if mark == _DOUBLE:
                inner = Span(start + 1, self.end)
                self.found.append(Quotation(start, self.end, inner, mark, depth=len(self.open), closed=False))
        self.found.sort(key=lambda q: q.start)
        return self.found, self.strays

    def _straight_double(self, at: int) -> None:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        if before.isdigit() and not self._is_open(_DOUBLE):
            return  # inches
        opens = before in _OPENS_AFTER or (before in "\u2018'" and self._is_open(_SINGLE))
        if opens and after.isspace() and self._is_open(_DOUBLE):
            opens = False
        if self._is_open(_DOUBLE) and not (opens and not after.isspace() and before.isspace() and self._nests(at)):
            self._close(at, _DOUBLE)
        elif opens or (not before.isspace() and not after.isspace() and before in "("):
            self._push(at, _DOUBLE)
        else:
            self._close(at, _DOUBLE)

    def _nests(self, at: int) -> bool:
        """A straight mark in opening position while one is open: the earlier one was never closed."""
        return not any(m == _SINGLE for _, m in self.open)

    def _single(self, at: int, char: str) -> None:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        if before.isalnum() and after.isalnum():
            return
        elided = _ELIDED.match(self.text, at) is not None
        if char == "\u2018":
            if not (elided and not self.singles_left):
                self._push(at, _SINGLE)
            return
        opens = (before in _OPENS_AFTER or before in '"\u201c') and not after.isspace()
        if opens and not self._is_open(_SINGLE):
            if char == "'" and not elided and self.singles_left:
                self._push(at, _SINGLE)
            return
        if elided and before.isspace():
            return
        if self._is_open(_SINGLE) and not (before.isspace() and not after.isspace()):
            if before in "sS" and after == " " and self._possessive(at):
                return
            self._close(at, _SINGLE)

    def _possessive(self, at: int) -> bool:
        """A plural possessive within a single quotation: another closing mark is still to come."""
        return self.singles_left > 0 and self.text[at + 2 : at + 3].islower()

    def _may_close_single(self, at: int) -> bool:
        if self.text[at] not in "'\u2019" or at == self.start:
            return False
        after = self.text[at + 1] if at + 1 < self.end else " "
        return not self.text[at - 1].isspace() and not after.isalnum()

    def _is_open(self, mark: str) -> bool:
        return any(m == mark for _, m in self.open)

    def _push(self, at: int, mark: str) -> None:
        if mark == _DOUBLE and self.open and self.open[-1][1] == _DOUBLE:
            # Double marks do not nest directly: the earlier one was left open.
            start, _ = self.open.pop()
            self.found.append(Quotation(start, at, Span(start + 1, at), mark, depth=len(self.open), closed=False))
        self.open.append((at, mark))

    def _close(self, at: int, mark: str) -> None:
        for i in range(len(self.open) - 1, -1, -1):
            start, kind = self.open[i]
            if kind == mark:
                del self.open[i:]
                self.found.append(Quotation(start, at + 1, Span(start + 1, at), mark, depth=i))
                return
        if mark == _DOUBLE:
            self.strays.append(StrayMark(at))
