"""Quotations, found once for everybody: curly, straight, single, nested, running over paragraphs.

Marks are read one by one in `quotemarks`; here they are paired, block by block and left to right,
with a stack of what is open. Three habits of news copy decide:

- marks of one kind do not nest directly: a second opening mark means that the first was never closed, unless it stands
  within a sentence and two closing marks follow, which no other reading explains;
- a single mark left open was an apostrophe, a double one left open runs to the end of its block;
- a quotation that runs over paragraphs is reopened at each and closed only at the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .blocks import BODY, Block, BlockKind
from .quotemarks import CLOSERS, OPENERS, QUOTE_MARKS, STRAIGHT, Kind, QuoteMark, Side, quote_marks
from .span import Span

__all__ = ["CLOSERS", "OPENERS", "QUOTE_MARKS", "STRAIGHT", "Quotation", "StrayMark", "find_quotations"]

_SENTENCE_ENDS = ".?!\u2026"
_UNREAD = frozenset({BlockKind.CODE, BlockKind.FURNITURE})


class Quotation(NamedTuple):
    """A quotation within one block, in prose offsets.

    `start` and `end` take in the marks, `inner` does not. `mark` is "double", "single" or "angle".
    `depth` is 0 for an outer quotation, 1 for one within it. `reopened` says that it goes on from an
    earlier paragraph, `runs_on` that it goes on in a later one; `closed` is false where the closing
    mark is missing and no later paragraph takes it up. `block` quotations are whole blocks set as
    such by markup and have no marks. Two quotations are apart or one holds the other.
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
        """Set in double marks or angle marks."""
        return self.mark != Kind.SINGLE.value


class StrayMark(NamedTuple):
    """A closing double mark, at this prose offset, that closes nothing."""

    offset: int


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[list[Quotation], list[StrayMark]]:
    """Every quotation of the prose `text`, in order of start, and the closing marks that close none."""
    found: list[Quotation] = []
    strays: list[StrayMark] = []
    left_open: int | None = None
    for block in blocks:
        if block.kind in _UNREAD:
            continue
        pairing = _Pairing(text, block)
        here = pairing.quotations()
        strays += pairing.strays
        if block.kind in BODY:
            if left_open is not None and here and _takes_up(here[0], found[left_open], text, block):
                found[left_open] = found[left_open]._replace(closed=True, runs_on=True)
                here[0] = here[0]._replace(reopened=True)
            left_open = next((len(found) + i for i, q in enumerate(here) if not q.closed and q.end == block.end), None)
        found += here
        if block.kind is BlockKind.QUOTE:
            whole = Span(block.start, block.end)
            found.append(Quotation(*whole, whole, Kind.DOUBLE.value, block=True))
    return _nested(q for q in found if q.double or q.closed or q.reopened), strays


def _takes_up(quotation: Quotation, earlier: Quotation, text: str, block: Block) -> bool:
    """Whether a block begins with a quotation in the marks of one left open before it."""
    return quotation.mark == earlier.mark and not text[block.start : quotation.start].strip()


def _nested(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Quotations in order, outer before inner, each with its depth. Block quotations do not count."""
    found: list[Quotation] = []
    ends: list[int] = []
    for quotation in sorted(quotations, key=lambda q: (q.start, -q.end, not q.block)):
        if not quotation.block:
            while ends and ends[-1] <= quotation.start:
                ends.pop()
            if ends:
                quotation = quotation._replace(depth=len(ends))
            ends.append(quotation.end)
        found.append(quotation)
    return found


class _Pairing:
    """The marks of one block, paired left to right with a stack of those still open."""

    def __init__(self, text: str, block: Block) -> None:
        self.text, self.block = text, block
        self.strays: list[StrayMark] = []
        self._open: list[QuoteMark] = []
        self._depth = dict.fromkeys(Kind, 0)
        self._found: list[Quotation] = []

    def quotations(self) -> list[Quotation]:
        """The block's quotations by start. Single ones left open are given only where they may run on."""
        marks = list(quote_marks(self.text, self.block.start, self.block.end))
        for mark, ahead in zip(marks, _ahead(marks), strict=True):
            if self._opens(mark):
                self._begin(mark, ahead)
            else:
                self._finish(mark, ahead)
        for mark in self._open:
            if mark.kind is not Kind.SINGLE or self._may_run_on(mark):
                self._add(mark, self.block.end, closed=False)
        self._found.sort(key=lambda q: q.start)
        return self._found

    def _opens(self, mark: QuoteMark) -> bool:
        if mark.place is Side.CLOSES:
            return False
        if mark.kind is Kind.SINGLE:
            return mark.shape is Side.OPENS or (mark.shape is Side.EITHER and mark.place is Side.OPENS)
        if mark.place is Side.OPENS and mark.shape is not Side.CLOSES:
            return True
        free = not self._depth[mark.kind]
        return free and (mark.place is Side.OPENS or mark.shape is not Side.CLOSES)

    def _begin(self, mark: QuoteMark, ahead: _Ahead) -> None:
        if self._open and self._open[-1].kind is mark.kind and not self._nests(mark, ahead):
            self._drop(mark.offset)
        self._open.append(mark)
        self._depth[mark.kind] += 1

    def _nests(self, mark: QuoteMark, ahead: _Ahead) -> bool:
        """Curly marks within straight ones, or the reverse, where the pair is whole; marks within the same marks."""
        if mark.kind is not Kind.DOUBLE:
            return False
        straight = mark.shape is Side.EITHER
        if straight is (self._open[-1].shape is Side.EITHER):
            return ahead.closes_twice and self._depth[mark.kind] == 1 and self._within_sentence(mark)
        pair = ahead.same_kind
        return pair is not None and pair.place is not Side.OPENS and straight is (pair.shape is Side.EITHER)

    def _within_sentence(self, mark: QuoteMark) -> bool:
        """Whether a mark opens in the middle of the sentence of the mark that is open."""
        said = self.text[self._open[-1].offset + 1 : mark.offset].rstrip()
        return mark.place is Side.OPENS and bool(said) and said[-1] not in _SENTENCE_ENDS

    def _finish(self, mark: QuoteMark, ahead: _Ahead) -> None:
        if mark.doubtful and ahead.closes:
            return
        if mark.kind is Kind.SINGLE:
            if self._open and self._open[-1].kind is Kind.SINGLE:
                self._add(self._pop(), mark.offset + 1, closed=True)
            elif self._open and self._doubled(mark):
                self._add(self._pop(), mark.offset + 2, closed=True, width=2)
            return
        if not self._depth[mark.kind]:
            if not mark.doubtful:
                self.strays.append(StrayMark(mark.offset))
            return
        while self._open[-1].kind is not mark.kind:
            self._drop(mark.offset)
        self._add(self._pop(), mark.offset + 1, closed=True)

    def _drop(self, at: int) -> None:
        """Give up the innermost open mark: a single one was an apostrophe, a double one ends unclosed."""
        mark = self._pop()
        if mark.kind is not Kind.SINGLE:
            self._add(mark, at, closed=False)

    def _pop(self) -> QuoteMark:
        mark = self._open.pop()
        self._depth[mark.kind] -= 1
        return mark

    def _doubled(self, mark: QuoteMark) -> bool:
        """Whether two single marks in a row stand for the double one that would close here."""
        return mark.shape is not Side.OPENS and self.text[mark.offset + 1 : mark.offset + 2] == self.text[mark.offset]

    def _add(self, mark: QuoteMark, end: int, *, closed: bool, width: int = 1) -> None:
        inner = Span(mark.offset + 1, end - width if closed else end)
        self._found.append(Quotation(mark.offset, end, inner, mark.kind.value, closed=closed))

    def _may_run_on(self, mark: QuoteMark) -> bool:
        return mark.shape is Side.OPENS or not self.text[self.block.start : mark.offset].strip()


def _only_closes(mark: QuoteMark) -> bool:
    return mark.place is Side.CLOSES and mark.shape is not Side.OPENS and not mark.doubtful


class _Ahead(NamedTuple):
    """What follows a mark among the marks of its kind in its block.

    `closes`: a sure closing mark comes before any opening one. `closes_twice`: the next two can only close.
    """

    same_kind: QuoteMark | None
    closes: bool
    closes_twice: bool


def _ahead(marks: Sequence[QuoteMark]) -> list[_Ahead]:
    following: dict[Kind, QuoteMark | None] = dict.fromkeys(Kind)
    closes = dict.fromkeys(Kind, False)
    in_a_row = dict.fromkeys(Kind, 0)
    beyond: list[bool] = []
    found: list[_Ahead] = []
    for mark in reversed(marks):
        found.append(_Ahead(following[mark.kind], closes[mark.kind], in_a_row[mark.kind] > 1))
        following[mark.kind] = mark
        in_a_row[mark.kind] = in_a_row[mark.kind] + 1 if _only_closes(mark) else 0
        if not mark.doubtful:
            closes[mark.kind] = mark.place is Side.CLOSES
        # From within a double quotation, single marks beyond its end do not count.
        if mark.kind is not Kind.SINGLE and mark.place is Side.CLOSES:
            beyond.append(closes[Kind.SINGLE])
            closes[Kind.SINGLE] = False
        elif mark.kind is not Kind.SINGLE:
            closes[Kind.SINGLE] = beyond.pop() if beyond else False
    found.reverse()
    return found
