"""Directives that do nothing, made findings: nothing may stay silenced unseen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..errors import nearest
from ..finding import Edit, Finding, Fix, Safety
from ..page import Page
from ..rule import Rule
from ..text.blocks import Comment
from ..text.document import Document
from .blocks import SourceBlocks
from .directives import Directive, Verb

UNUSED = "stet/unused"


@dataclass(frozen=True)
class Known:
    """Which rules ran and which there are, as far as is known: `names` is None where it is not.

    `everything_ran` says that every rule that is on by default ran.
    """

    ran: Collection[str]
    names: Collection[str] | None
    everything_ran: bool

    def there_are(self) -> Collection[str] | None:
        """All rules there are, or None where only those that ran are known."""
        if self.names is not None:
            return self.names
        return self.ran if self.everything_ran else None

    def all_ran(self, name: str) -> bool:
        """Whether a rule ran, or all of a pack that might have."""
        if "/" in name:
            return name in self.ran
        if self.everything_ran:
            return True
        return self.names is not None and all(rule in self.ran for rule in self.names if _pack(rule) == name)


def unused(document: Document, idle: Iterable[Directive], rules: Mapping[str, Rule], known: Known) -> Iterator[Finding]:
    """A finding for each idle directive that can be judged; none where the rule that says so did not run."""
    if UNUSED not in rules:
        return
    page = Page(document, rules[UNUSED])
    names = known.there_are()
    there_are = None if names is None else {*names, *map(_pack, names)}
    for directive in idle:
        span = directive.comment.span
        unknown = [n for n in directive.names if there_are is not None and n not in there_are]
        if directive.malformed:
            message = f"“{directive.said}” cannot be read: names are set apart by commas, a reason follows a colon"
            fixes = [_deletion(document, directive.comment, Safety.UNSAFE)]
        elif unknown and there_are is not None:
            message, fixes = _misnamed(document, directive, unknown[0], there_are)
        elif _judged(directive, known):
            message, fixes = _idle(directive), [_deletion(document, directive.comment, Safety.SAFE)]
        else:
            continue
        yield page.finding_in_source(span.start, span.end, message, fixes=fixes)


def _judged(directive: Directive, known: Known) -> bool:
    if directive.verb is Verb.ON:
        return True
    if not directive.names:
        return known.everything_ran
    return all(known.all_ran(name) for name in directive.names)


def _idle(directive: Directive) -> str:
    if directive.verb is Verb.ON:
        return f"“{directive.said}” ends no “{Verb.OFF}”"
    where = "up to where it ends" if directive.verb is Verb.OFF else "here"
    return f"“{directive.said}” silences nothing {where}"


def _misnamed(
    document: Document, directive: Directive, name: str, there_are: Collection[str]
) -> tuple[str, list[Fix]]:
    kind = "rule" if "/" in name else "pack"
    guess = nearest(name, there_are)
    message = f"“{directive.said}” names a {kind} that is not there" + (f": {guess}" if guess else "")
    fixes = [_deletion(document, directive.comment, Safety.UNSAFE)]
    span = directive.comment.span
    at = document.source.text[span.start : span.end].lower().find(name)
    if guess and at >= 0:
        right = guess.split('"')[1]
        edit = Edit(span.start + at, span.start + at + len(name), right)
        fixes.insert(0, Fix(f"“{name}” to “{right}”", (edit,), Safety.UNSAFE))
    return message, fixes


def _pack(rule: str) -> str:
    return rule.partition("/")[0]


# taking a directive out


def _deletion(document: Document, comment: Comment, safety: Safety) -> Fix:
    return Fix("Delete the directive", (_taken_out(document, comment),), safety)


def _taken_out(document: Document, comment: Comment) -> Edit:
    """The edit that takes a comment out, with its line if it is alone there and the white space left double."""
    text, lines = document.source.text, document.source.lines
    start, end = comment.span
    first, last = lines.position(start).line, lines.position(end).line
    line_start, line_end = lines.line(first).start, lines.line(last).end
    if text[line_start:start].strip() or text[end:line_end].strip():
        while start > line_start and text[start - 1] in " \t" and (end == line_end or text[end] in " \t"):
            start -= 1
        while start == line_start and end < line_end and text[end] in " \t":
            end += 1
        return Edit(start, end, "")
    if _parts_prose(document, comment):
        return Edit(line_start, line_end, "")
    beyond = [*lines.starts[1:], len(text)]
    after = beyond[last - 1]
    above_blank = first == 1 or not _line(document, first - 1).strip()
    if above_blank and last < len(lines) and not _line(document, last + 1).strip():
        after = beyond[last]
    return Edit(line_start, after, "")


def _parts_prose(document: Document, comment: Comment) -> bool:
    """Whether the comment's line is all that keeps the paragraphs above and below from running together."""
    if document.format == "plain":
        return False
    blocks, text = SourceBlocks(document), document.source.text
    above, below = blocks.before(comment.span.start), blocks.after(comment.span.end)
    if above is None or below is None:
        return False
    before = text[above.source.end : comment.span.start]
    after = text[comment.span.end : below.source.start]
    return not (before + after).strip() and len(before.splitlines()) < 3 and len(after.splitlines()) < 3


def _line(document: Document, number: int) -> str:
    start, end = document.source.lines.line(number)
    return document.source.text[start:end]
