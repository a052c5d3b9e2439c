"""Statements of interviews and of posts set whole: each turn is said by whoever its label names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..text.document import Document
from ..text.quotations import Quotation
from ..text.span import Span
from .cast import Cast
from .entries import Entry
from .lexicon import ORG_WORDS
from .names import take_apart
from .records import Found, Manner, SpeakerKind
from .script import Script, Turn
from .statements import Draft


def turns(document: Document, script: Script, cast: Cast) -> Iterator[Draft]:
    """What is said in the turns of an interview."""
    by_label: dict[str, Entry] = {}
    outer = [q for q in document.quotations if not q.depth and not q.block]
    blocks = {t.block for t in script.turns}
    held: dict[int, list[Quotation]] = {}
    for quotation in outer:
        block = document.block_at(quotation.start)
        if block.index in blocks:
            held.setdefault(block.index, []).append(quotation)
    for turn in script.turns:
        entry = _speaker(document, turn, by_label, cast)
        said = Span(turn.said.start, turn.said.end)
        found = Found.AFTER if turn.post else Found.ANSWER if script.questions else Found.SCRIPT
        quotations = tuple(q for q in held.get(turn.block, ()) if said.contains((q.start, q.end)))
        who = Span(turn.label.start, turn.label.end)
        entry.see(who if who.length else Span(said.start, said.start + 1), 0, full=True)
        yield Draft((said,), Manner.DIRECT, quotations, entry, found, None, who if who.length else None)


def _speaker(document: Document, turn: Turn, by_label: dict[str, Entry], cast: Cast) -> Entry:
    text = document.text
    label = turn.who(text).partition(",")[0].strip()
    asked = label == "Q" or (not label and text[turn.said.end - 1] == "?")
    key = "Q" if asked else label if label not in ("A", "") else "A"
    if key not in by_label:
        by_label[key] = _met(key, by_label) or (_signed(document, turn, cast) if turn.post else _labelled(key, cast))
    return by_label[key]


def _met(key: str, by_label: Mapping[str, Entry]) -> Entry | None:
    """Whoever a label of several words named before, where this one is the end of it: "ANN LEE", then "LEE"."""
    longer = (label for label in by_label if label.lower().endswith(f" {key.lower()}"))
    found = next(longer, None)
    return None if found is None else by_label[found]


def _signed(document: Document, turn: Turn, cast: Cast) -> Entry:
    """Whoever signs a post, with a title or without: Rep. Ann Lee."""
    first = document.token_at(turn.label.start)
    proper = take_apart(document.tokens, first, first + len(document.tokens_in(*turn.label)))
    if proper.kind is SpeakerKind.UNKNOWN or not proper.words:
        return _labelled(turn.who(document.text).strip(), cast)
    entry = cast.register.enter(proper)
    entry.describe(proper.title, "")
    return entry


def _labelled(key: str, cast: Cast) -> Entry:
    if key == "Q":
        entry = Entry(SpeakerKind.UNKNOWN, "the interviewer")
    elif key == "A":
        people = [e for e in cast.entries if e.kind is SpeakerKind.PERSON and e.mentions]
        found = max(people, key=lambda e: (len(e.name) > 1, len(e.mentions)), default=None)
        entry = found or Entry(SpeakerKind.UNKNOWN, "the interviewee")
    else:
        institution = any(word in ORG_WORDS for word in key.lower().split())
        kind = SpeakerKind.INSTITUTION if institution else SpeakerKind.PERSON
        entry = cast.register.labelled(key) or Entry(kind, key.title() if key.isupper() else key)
    if entry not in cast.entries:
        cast.entries.append(entry)
    if entry.shown.isupper() and " " in entry.shown:
        entry.shown = entry.shown.title()
    if entry.aside.isupper():
        entry.aside = entry.aside.lower()
    return entry
