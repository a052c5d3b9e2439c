"""Silences what a writer has let stand.

- A directive on a line with prose governs the findings that start in that block on that line.
- One on a line of its own governs the next block, or the rest of the block that it stands in.
- "stet off" governs all that follows, up to a "stet on" that speaks of the same rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ..finding import Finding, in_order
from ..text.blocks import Block
from ..text.document import Document
from ..text.span import Span
from .blocks import SourceBlocks
from .directives import Directive, Verb, directives


class Stet:
    """The directives of a draft, and which of them have done something."""

    def __init__(self, document: Document, redirects: Mapping[str, str]) -> None:
        self.directives = list(directives(document, redirects))
        self._document = document
        self._blocks = SourceBlocks(document)
        self._used: set[Span] = set()

    def silence(self, findings: Sequence[Finding]) -> tuple[list[Finding], int]:
        """The findings, in order, that no directive governs, and how many were silenced."""
        if not self.directives:
            return in_order(findings), 0
        ordered = in_order(findings)
        silent = self._here(ordered) | self._switched_off(ordered)
        self._note_switches()
        return [f for i, f in enumerate(ordered) if i not in silent], len(silent)

    def has_used(self, directive: Directive) -> bool:
        """Whether a directive silenced or ended something, once `silence` has run."""
        return directive.comment.span in self._used

    def _use(self, directive: Directive) -> None:
        self._used.add(directive.comment.span)

    # stet

    def _here(self, ordered: Sequence[Finding]) -> set[int]:
        starts = [f.start.offset for f in ordered]
        silent: set[int] = set()
        for directive in self.directives:
            if directive.verb is not Verb.HERE or directive.malformed:
                continue
            place = self._governed(directive.comment.span)
            for i in range(bisect_left(starts, place.start), bisect_left(starts, place.end)):
                if directive.covers(ordered[i].rule):
                    self._use(directive)
                    silent.add(i)
        return silent

    def _governed(self, comment: Span) -> Span:
        """The source in which a "stet" silences findings that start there."""
        lines = self._document.source.lines
        first = lines.line(lines.position(comment.start).line)
        end = self._line_after(comment.end)
        line = Span(first.start, end)
        block = self._beside(comment, line)
        if block is not None and not self._alone(comment, line):
            earlier = self._blocks.before(block.source.start)
            start = max(line.start, earlier.source.end) if earlier is not None else line.start
            return Span(start, min(end, self._reach(block)))
        holding = self._blocks.holding(comment.start)
        governed = holding or self._blocks.after(comment.end)
        return Span(comment.end, self._reach(governed)) if governed is not None else Span(comment.end, comment.end)

    def _alone(self, comment: Span, line: Span) -> bool:
        text = self._document.source.text
        return not (text[line.start : comment.start] + text[comment.end : line.end]).strip()

    def _beside(self, comment: Span, line: Span) -> Block | None:
        """The block that a directive on a line with prose speaks of: the one it stands in, ends or comes before."""
        holding = self._blocks.holding(comment.start)
        if holding is not None:
            return holding
        before, after = self._blocks.before(comment.start), self._blocks.after(comment.end)
        if before is not None and before.source.end <= line.start:
            before = None
        if after is not None and after.source.start >= line.end:
            after = None
        if before is not None and not self._document.source.text[before.source.end : comment.start].strip():
            return before
        return after or before

    def _reach(self, block: Block) -> int:
        """Where what belongs to a block ends: with its last line, or where the next block starts."""
        end = self._line_after(block.source.end)
        following = self._blocks.following(block)
        return min(end, following.source.start) if following is not None else end

    def _line_after(self, offset: int) -> int:
        """The start of the next line; of the last one, the place after the end, where a finding may still stand."""
        lines = self._document.source.lines
        number = lines.position(offset).line
        return lines.starts[number] if number < len(lines) else len(self._document.source.text) + 1

    # stet off and stet on

    def _switched_off(self, ordered: Sequence[Finding]) -> set[int]:
        switches = [d for d in self.directives if d.verb is not Verb.HERE and not d.malformed]
        by_rule: dict[str, list[Directive]] = {}
        silent: set[int] = set()
        for i, finding in enumerate(ordered):
            if finding.rule not in by_rule:
                by_rule[finding.rule] = [d for d in switches if d.covers(finding.rule)]
            own = by_rule[finding.rule]
            at = bisect_right(own, finding.start.offset, key=lambda d: d.comment.span.end)
            if at and own[at - 1].verb is Verb.OFF:
                self._use(own[at - 1])
                silent.add(i)
        return silent

    def _note_switches(self) -> None:
        """Note each "stet on" that ends something."""
        off = _SwitchedOff()
        for directive in self.directives:
            if directive.malformed:
                continue
            if directive.verb is Verb.OFF:
                off.add(directive.names)
            elif directive.verb is Verb.ON and off.end(directive.names):
                self._use(directive)


class _SwitchedOff:
    """What is switched off at a place in the draft: everything, or names by pack."""

    def __init__(self) -> None:
        self._everything = False
        self._names: dict[str, set[str]] = {}

    def add(self, names: Iterable[str]) -> None:
        """Switch off rules and packs; everything where none is named."""
        names = list(names)
        self._everything = self._everything or not names
        for name in names:
            self._names.setdefault(name.partition("/")[0], set()).add(name)

    def end(self, names: Iterable[str]) -> bool:
        """Switch rules and packs on again, everything where none is named. Whether any of them was off."""
        names = list(names)
        was_off = self._everything or (not names and bool(self._names))
        if not names:
            self._everything = False
            self._names.clear()
        for name in names:
            pack = name.partition("/")[0]
            held = self._names.get(pack, set())
            was_off = was_off or (name == pack and bool(held)) or name in held or pack in held
            if name == pack:
                self._names.pop(pack, None)
            else:
                held.discard(name)
        return was_off
