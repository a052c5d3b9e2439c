"""What no fix may change on its own: quotations, names, numbers, links, code, markup.

A fix that would change one of them is shown to a person instead of being made. All offsets here are
source offsets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from .finding import Edit, Finding, Fix, Safety
from .rule import BlockKind, Guarded, Rule
from .text.document import Document
from .text.quotations import QUOTE_MARKS
from .text.span import Span, SpanSet
from .text.tokens import TokenKind, tokenize

_PROBE = 60
_SIGNS = {"markdown": frozenset("<>&*_`[]\\|~#"), "html": frozenset("<>&")}
"""What a format might read as markup, were it written into the source as it is."""


class MalformedFixError(RuntimeError):
    """A fix whose edits cannot be made: a fault of the rule."""


def guard(document: Document, rule: Rule, finding: Finding, places: ProtectedPlaces | None = None) -> Finding:
    """The finding, with every fix that changes a protected place shown instead of made.

    `places` are those of this document, to be given where many findings are guarded.
    Raises MalformedFixError where a fix's edits overlap, are out of order or lie outside the source.
    """
    if not finding.fixes:
        return finding
    for fix in finding.fixes:
        _check_form(fix, rule, len(document.source.text))
    if all(fix.safety is Safety.SHOW for fix in finding.fixes):
        return finding
    places = places or ProtectedPlaces(document)
    return finding._replace(fixes=tuple(_guarded(fix, rule, places) for fix in finding.fixes))


def _guarded(fix: Fix, rule: Rule, places: ProtectedPlaces) -> Fix:
    if fix.safety is Safety.SHOW or not places.forbid(fix, rule):
        return fix
    return fix._replace(safety=Safety.SHOW)


def _check_form(fix: Fix, rule: Rule, length: int) -> None:
    last = Edit(0, 0, "")
    for edit in fix.edits:
        if not 0 <= edit.start <= edit.end <= length:
            wrong = f"lies outside the draft, which has {length} characters"
        elif edit.start < last.end or (edit.start, edit.end) < (last.start, last.end):
            wrong = f"overlaps or comes before the edit of {last.start}-{last.end}"
        else:
            last = edit
            continue
        raise MalformedFixError(f"{rule.name}: in the fix “{fix.title}” the edit of {edit.start}-{edit.end} {wrong}")


class ProtectedPlaces:
    """The protected places of one draft, each kind worked out once and only when a fix asks for it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.source.text

    def forbid(self, fix: Fix, rule: Rule) -> bool:
        """Whether a fix of `rule` changes what it must not, or needs characters that the encoding lacks."""
        if not self._document.source.can_hold("".join(edit.text for edit in fix.edits)):
            return True
        edits = [e for e in (_tight(self._text, e) for e in fix.edits) if e.start < e.end or e.text]
        if any(self._writes_markup(e) for e in edits):
            return True
        marks = Guarded.MARKS in rule.touches
        if any(self._changes_quotation(e) for e in edits if not (marks and self._swaps_marks(e))):
            return True
        if BlockKind.CODE not in rule.scope and any(self._code.meets(e) for e in edits):
            return True
        if Guarded.MARKUP not in rule.touches and self._changes_markup(fix.edits, edits):
            return True
        touches = rule.touches
        return any(
            (Guarded.NAME not in touches and self._changes_words(self._names, edit))
            or (Guarded.NUMBER not in touches and self._changes_words(self._numbers, edit))
            or (Guarded.LINK not in touches and self._changes_words(self._links, edit))
            for edit in edits
            if not self._same_words(edit)
        )

    def _writes_markup(self, edit: Edit) -> bool:
        """Whether an edit brings in a sign that the format might read as markup."""
        signs = _SIGNS.get(self._document.format, frozenset())
        return any(sign not in self._text[edit.start : edit.end] for sign in signs & set(edit.text))

    # quotations

    def _changes_quotation(self, edit: Edit) -> bool:
        quoted = self._quoted
        if edit.start < edit.end and quoted.inner.overlaps(edit.start, edit.end):
            return True
        if edit.start == edit.end and quoted.inner.inside(edit.start):
            return True
        puts_first = edit.start in quoted.ends and edit.text[:1] not in QUOTE_MARKS
        puts_last = edit.end in quoted.starts and edit.text[-1:] not in QUOTE_MARKS
        runs_on = edit.start in quoted.open_ends and edit.text[:1] not in QUOTE_MARKS and bool(edit.text.strip())
        return puts_first or puts_last or runs_on or self._moves_mark(edit)

    def _swaps_marks(self, edit: Edit) -> bool:
        """Whether an edit only puts one quotation mark in place of another."""
        old = self._text[edit.start : edit.end]
        return len(old) == len(edit.text) == 1 and old in QUOTE_MARKS and edit.text in QUOTE_MARKS

    def _moves_mark(self, edit: Edit) -> bool:
        """Whether a mark would be glued to a word outside it and might no longer be read as that mark."""
        if edit.end in self._quoted.openings:
            before = self._text[edit.end - 1 : edit.end]
            now = (self._text[edit.start - 1 : edit.start] + edit.text)[-1:] if edit.start else edit.text[-1:]
            if not before.strip() and now.strip():
                return True
        if edit.start in self._quoted.closings:
            after = self._text[edit.start : edit.start + 1]
            now = (edit.text + self._text[edit.end : edit.end + 1])[:1]
            return now.isalnum() and not after.isalnum()
        return False

    @cached_property
    def _quoted(self) -> _Quoted:
        return _Quoted(self._document)

    # names, numbers, links

    def _changes_words(self, places: _Places, edit: Edit) -> bool:
        return any(place.overlaps((edit.start, edit.end)) or self._glues(place, edit) for place in places.near(edit))

    def _glues(self, place: Span, edit: Edit) -> bool:
        """Whether an edit beside a place would make one word of the place and what then stands next to it."""
        text = self._text
        if edit.start == place.end:
            left = text[place.start : place.end][-_PROBE:]
            right = (edit.text + text[edit.end : edit.end + 2])[:_PROBE]
        else:
            left = (text[max(0, edit.start - 2) : edit.start] + edit.text)[-_PROBE:]
            right = text[place.start : place.end][:_PROBE]
        return any(token.start < len(left) < token.end for token in tokenize(left + right))

    def _same_words(self, edit: Edit) -> bool:
        """Whether an edit changes white space only, parting no word and joining none."""
        before = self._text[edit.start - 1 : edit.start] if edit.start else ""
        after = self._text[edit.end : edit.end + 1]
        old = before + self._text[edit.start : edit.end] + after
        return old.split() == (before + edit.text + after).split()

    @cached_property
    def _names(self) -> _Places:
        tokens = self._document.tokens
        return self._in_source((tokens[n.first].start, tokens[n.last - 1].end) for n in self._document.names)

    @cached_property
    def _numbers(self) -> _Places:
        return self._in_source((t.start, t.end) for t in self._document.tokens if t.kind is TokenKind.NUMBER)

    @cached_property
    def _links(self) -> _Places:
        return self._in_source(self._document.links.spans)

    @cached_property
    def _code(self) -> _Places:
        return self._in_source(self._document.code.spans)

    def _in_source(self, spans: Iterable[tuple[int, int]]) -> _Places:
        return _Places([self._document.source_span(start, end) for start, end in spans])

    # markup

    def _changes_markup(self, made: Sequence[Edit], tight: Sequence[Edit]) -> bool:
        for edit in tight:
            touched = self._markup.overlaps(edit.start, edit.end) or self._markup.inside(edit.start)
            if touched and not self._same_words(edit):
                return True
        if self._document.format == "plain":
            return False
        return any(self._splits_atom(e) for e in made) or self._empties_markup(made)

    @cached_property
    def _markup(self) -> SpanSet:
        """Source that is not prose and not white space alone: of plain text, only comments."""
        if self._document.format == "plain":
            return SpanSet(c.span for c in self._document.comments)
        gaps: list[Span] = []
        at = 0
        for piece in self._document.map.pieces:
            gaps.append(Span(at, piece.source_start))
            at = piece.source_end
        gaps.append(Span(at, len(self._text)))
        return SpanSet(gap for gap in gaps if self._text[gap.start : gap.end].strip())

    def _splits_atom(self, edit: Edit) -> bool:
        """Whether an edit takes in a part only of source that stands for its prose as a whole: "am" of "&amp;"."""
        if self._same_words(edit):
            return False
        atoms = self._atoms.near(edit)
        return any(atom.start < edit.start < atom.end or atom.start < edit.end < atom.end for atom in atoms)

    @cached_property
    def _atoms(self) -> _Places:
        return _Places([Span(p.source_start, p.source_end) for p in self._document.map.pieces if not p.verbatim])

    def _empties_markup(self, edits: Sequence[Edit]) -> bool:
        prose = self._document.map
        for start, end in _joined((prose.prose(e.start), prose.prose(e.end)) for e in edits if not e.text.strip()):
            if start < end and prose.empties_markup(start, end):
                place = prose.source(start, end)
                if self._markup.overlaps(max(0, place.start - 1), place.end + 1):
                    return True
        return False


class _Quoted:
    """Where quotations stand in the source: their insides, of each mark its inner and its outer side, ends with no mark."""

    def __init__(self, document: Document) -> None:
        insides: list[Span] = []
        self.starts: set[int] = set()
        self.ends: set[int] = set()
        self.open_ends: set[int] = set()
        self.openings: set[int] = set()
        self.closings: set[int] = set()
        for quotation in document.quotations:
            inner = quotation.inner
            place = document.source_span(inner.start, inner.end)
            start, end = place
            if quotation.start < inner.start:
                mark = document.source_span(quotation.start, inner.start)
                start = mark.end
                self.openings.add(mark.start)
                self.starts.add(start)
            if inner.end < quotation.end:
                mark = document.source_span(inner.end, quotation.end)
                end = mark.start
                self.closings.add(mark.end)
                self.ends.add(end)
            else:
                self.open_ends.add(end)
            insides.append(Span(start, end))
        self.inner = SpanSet(insides)


class _Places:
    """Spans in order, none overlapping another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [s.start for s in spans]
        self._ends = [s.end for s in spans]

    def near(self, edit: Edit) -> Iterator[Span]:
        """The spans that an edit overlaps or touches."""
        first, last = bisect_left(self._ends, edit.start), bisect_right(self._starts, edit.end)
        return (self._spans[i] for i in range(first, last))

    def meets(self, edit: Edit) -> bool:
        """Whether an edit overlaps or touches a span."""
        return bisect_left(self._ends, edit.start) < bisect_right(self._starts, edit.end)


def _tight(text: str, edit: Edit) -> Edit:
    """The edit without the characters that it leaves as they are at either end."""
    start, end, new = edit
    old = text[start:end]
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    return Edit(start + head, end - tail, new[head : len(new) - tail])


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted spans, those that touch made one."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held and start <= held[1]:
            held = (held[0], max(end, held[1]))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held
