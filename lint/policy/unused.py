"""Directives that do nothing, made findings: nothing may stay silenced unseen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ..finding import Edit, Finding, Fix, Safety
from ..languagetool import names as languagetool
from ..page import Page
from ..rule import Rule
from ..text.blocks import Comment
from ..text.document import Document
from .blocks import SourceBlocks
from .directives import Directive, Verb
from .stet import Stet

UNUSED = "stet/unused"


class Known(NamedTuple):
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


def unused(document: Document, stet: Stet, rules: Mapping[str, Rule], known: Known) -> Iterator[Finding]:
    """A finding for each directive that does nothing or names what is not there, as far as that can be judged.

    None where the rule that says so did not run.
    """
    if UNUSED not in rules:
        return
    page = Page(document, rules[UNUSED])
    names = known.there_are()
    there_are = None if names is None else {*names, *map(_pack, names)}
    for directive in stet.directives:
        idle = not stet.has_used(directive)
        unknown = [n for n in directive.names if there_are is not None and n not in there_are and not _second(n)]
        fixes: list[Fix] = []
        if directive.malformed:
            message = f"“{directive.said}” cannot be read: names are set apart by commas, a reason follows a colon"
        elif unknown and there_are is not None:
            guess = _nearest(unknown[0], there_are)
            message = _misnamed(directive, unknown[0], guess)
            fixes += _renamed(document, directive, unknown[0], guess)
        elif idle and _judged(directive, known):
            message = _idle(directive)
        else:
            continue
        if idle:
            # A directive that was meant to say something else is not taken out without a person's word.
            safety = Safety.UNSAFE if directive.malformed or unknown else Safety.SAFE
            fixes.append(Fix("Delete the directive", (_taken_out(document, directive.comment),), safety))
        span = directive.comment.span
        yield page.finding_in_source(span.start, span.end, message, fixes=fixes)


def _judged(directive: Directive, known: Known) -> bool:
    if directive.verb is Verb.ON:
        return True
    if not directive.names:
        return known.everything_ran
    return all(known.all_ran(name) and not _second(name) for name in directive.names)


def _second(name: str) -> bool:
    """Whether a name is LanguageTool's, of which nobody here knows whether it is a rule and would match elsewhere."""
    return languagetool.named(name) is not None


def _idle(directive: Directive) -> str:
    if directive.verb is Verb.ON:
        return f"“{directive.said}” ends no “{Verb.OFF}”"
    where = "up to where it ends" if directive.verb is Verb.OFF else "here"
    return f"“{directive.said}” silences nothing {where}"


def _nearest(name: str, there_are: Collection[str]) -> str:
    """The rule for a rule's name, or the pack for a pack's, that is spelt most like it, or an empty string."""
    from difflib import get_close_matches

    of_its_kind = sorted(known for known in there_are if ("/" in known) == ("/" in name))
    return next(iter(get_close_matches(name, of_its_kind, n=1)), "")


def _misnamed(directive: Directive, name: str, guess: str) -> str:
    kind = "rule" if "/" in name else "pack"
    message = f"“{directive.said}” names a {kind} that is not there"
    return f"{message}: did you mean “{guess}”?" if guess else message


def _renamed(document: Document, directive: Directive, name: str, guess: str) -> Iterator[Fix]:
    """The fix that puts the name guessed in place of one that is not there."""
    start, end = directive.comment.span
    match = re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", document.source.text[start:end], re.IGNORECASE)
    if guess and match:
        edit = Edit(start + match.start(), start + match.end(), guess)
        yield Fix(f"“{name}” to “{guess}”", (edit,), Safety.UNSAFE)


def _pack(rule: str) -> str:
    return rule.partition("/")[0]


# taking a directive out


def _taken_out(document: Document, comment: Comment) -> Edit:
    """The edit that takes a comment out, with its line if it is alone there and the white space left double."""
    text, lines = document.source.text, document.source.lines
    start, end = comment.span
    first, last = lines.position(start).line, lines.position(end).line
    line_start, line_end = lines.line(first).start, lines.line(last).end
    before, after = text[line_start:start], text[end:line_end]
    if before.strip() and (not after or after[0] in " \t"):
        return Edit(line_start + len(before.rstrip(" \t")), end, "")
    if before.strip() or after.strip():
        blank = len(after) - len(after.lstrip(" \t"))
        return Edit(start, end if before.strip() else end + blank, "")
    blank_above = first == 1 or not _line(document, first - 1)
    blank_below = last == len(lines) or not _line(document, last + 1)
    if not blank_above and not blank_below and _parts_prose(document, comment):
        return Edit(line_start, line_end, "")
    next_lines = [*lines.starts[1:], len(text), len(text)]
    return Edit(line_start, next_lines[last if blank_above and blank_below else last - 1], "")


def _parts_prose(document: Document, comment: Comment) -> bool:
    """Whether the paragraphs above and below would run together without the comment's line between them."""
    if document.format == "plain":
        return False
    blocks, text = SourceBlocks(document), document.source.text
    above, below = blocks.before(comment.span.start), blocks.after(comment.span.end)
    if above is None or below is None:
        return False
    return not (text[above.source.end : comment.span.start] + text[comment.span.end : below.source.start]).strip()


def _line(document: Document, number: int) -> str:
    start, end = document.source.lines.line(number)
    return document.source.text[start:end].strip()
