"""The notes beside the copy: what is wrong, how it would be mended, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ...finding import Edit, Finding, Fix, Related, Safety
from ...text.document import Document
from ..cells import head, squeezed, tail
from ..changes import groups
from ..visible import visible
from .markup import shown, shown_change
from .places import nearest

if TYPE_CHECKING:
    from ...rule import Rule

_AROUND = 16
_LONGEST = 120
_MOST = 3
_SAFETY = {Safety.SAFE: "", Safety.UNSAFE: "unsafe", Safety.SHOW: "only shown"}


def pack_of(rule: str) -> str:
    """The pack that a rule's name begins with."""
    return rule.partition("/")[0]


def note(key: str, number: int, finding: Finding, document: Document, rules: Mapping[str, Rule], *, seen: bool) -> str:
    """The note to a finding as a list item. Where its words are not `seen` in the copy, the note says them."""
    severity = finding.severity.value
    parts = [
        f'<li class="note {severity}" id="n{key}" tabindex="-1" data-finding="{key}" data-severity="{severity}" '
        f'data-pack="{shown(pack_of(finding.rule))}">',
        f'<div class="head"><a class="number" href="#m{key}"><span class="unseen">Note </span>{number}</a>'
        f' <span class="severity">{severity}</span> <span class="where">line {finding.start.line}</span>'
        f" {_rule(finding.rule, rules)}</div>",
        f'<p class="message">{shown(finding.message)}</p>',
    ]
    if not seen and finding.text.strip():
        parts.append(f'<p class="said">{shown(squeezed(visible(finding.text), _LONGEST))}</p>')
    parts += [_fix(document, fix) for fix in finding.fixes[:_MOST]]
    parts += [f'<p class="related">{more}</p>' for more in _more(len(finding.fixes), "way")]
    parts += [_related(key, i, place) for i, place in enumerate(finding.related)]
    return "\n".join([*parts, "</li>"])


def _rule(name: str, rules: Mapping[str, Rule]) -> str:
    """The rule's name, which opens to what is known of it."""
    if name not in rules:
        return f'<span class="rule">{shown(name)}</span>'
    rule = rules[name]
    parts = [("", rule.why or rule.what), ("Not: ", rule.when_not), ("From: ", rule.source)]
    said = "".join(f"<p>{title}{shown(' '.join(text.split()))}</p>" for title, text in parts if text.strip())
    return f'<details class="rule"><summary>{shown(name)}</summary>{said}</details>'


def _fix(document: Document, fix: Fix) -> str:
    places = groups(document.source.text, fix.edits)
    changed = " … ".join("".join(_change(document, place)) for place in places[:_MOST])
    more = "".join(f" {said}" for said in _more(len(places), "place"))
    note = f' <span class="safety">{_SAFETY[fix.safety]}</span>' if _SAFETY[fix.safety] else ""
    return f'<p class="change"><span class="unseen">{shown(fix.title)}: </span>{changed}{more}{note}</p>'


def _change(document: Document, edits: Sequence[Edit]) -> Iterator[str]:
    """One place of a fix: a few words before it, what goes out and what comes in, a few words after it.

    All of it is prose, as the copy beside it is; only what has no prose is shown as it stands in the source.
    """
    text, places = document.text, document.map
    start, end = places.prose(edits[0].start), places.prose(edits[-1].end)
    if document.blocks and not text[start:end].strip("\n"):
        start = end = nearest(document, edits[0].start)[1]
    first, last = (document.block_at(at) if document.blocks else None for at in (start, end))
    if first:
        yield shown(tail(visible(text[max(first.start, start - _AROUND - 1) : start]), _AROUND))
    at = start
    for edit in edits:
        here, there = places.prose(edit.start), places.prose(edit.end)
        yield shown(text[at : min(here, end)])
        old = text[here:there].strip("\n") or document.source.text[edit.start : edit.end]
        if old:
            yield f"<del>{_cut(old)}</del>"
        if edit.text:
            yield f"<ins>{_cut(edit.text)}</ins>"
        at = max(at, there)
    if last and last is first:
        yield shown(head(visible(text[end : min(last.end, end + _AROUND + 1)]), _AROUND))


def _cut(text: str) -> str:
    return shown_change(text if len(text) <= _LONGEST else squeezed(visible(text), _LONGEST))


def _related(key: str, number: int, place: Related) -> str:
    return f'<p class="related"><a href="#p{key}-{number}">line {place.start.line}</a>: {shown(place.message)}</p>'


def _more(count: int, noun: str) -> list[str]:
    left = count - _MOST
    return [f"and {left} more {noun}{'s' if left > 1 else ''}"] if left > 0 else []
