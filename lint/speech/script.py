"""Interviews, transcripts and posts set whole: blocks that begin with who speaks, "Q:" and "A:", "HOLT:", "Ann Holt:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..text.blocks import BODY, HEADS, Block, MarkKind
from ..text.document import Document
from ..text.span import Span

_LABEL = re.compile(
    r"(?P<who>Q|A|[A-Z][\w.\u2019'-]*(?: (?:[A-Z][\w.\u2019'-]*|de|van|von|al|bin)){0,3}(?:, [A-Z][A-Z ,]{2,40})?):(?=\s|\Z)"
)
_CAPITALS = re.compile(
    r"(?:(?<=[.?!\u2014\u2013\u2026)\]\"\u201d-] )|(?<=\n)|\A)"
    r"(?P<who>[A-Z][A-Z.\u2019'-]+(?: [A-Z][A-Z.\u2019'-]*){0,3}):(?= )"
)
_ELSEWHERE = re.compile(r"(?:SEE ALSO|READ MORE|READ ALSO|RELATED|ALSO READ|READ NEXT|MORE) ?:")
_DIRECTION = re.compile(r"[\[(][^\])]{1,40}[\])] ")
_DIRECTION_AFTER = re.compile(r" [\[(][A-Za-z ]{1,40}[\])]\Z")
_SIGNED = re.compile(
    r"[\u2014\u2013-] ?(?P<who>[^()\u2014\u2013\n]{2,50}?) ?\(@\w{1,30}\) [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\s*\Z"
)
_SIGNATURE = 120
_SPOKEN = BODY | HEADS
_FEWEST = 3
_SHORTEST_NAME = 3
_CROSSHEAD = 6
_FEWEST_WITHIN = 2
_ASKED = frozenset(["q"])
_ANSWERED = frozenset(["a"])
_NO_SPEAKERS = frozenset(
    "related read update updated correction note photo photos watch listen more see also caption source sources credit "
    "image video editor\u2019s facts first second third fact claim verdict truth conclusion exclusive opinion analysis "
    "monday tuesday wednesday thursday friday saturday sunday pros cons when where what who why how by from to".split()
)


def points_elsewhere(document: Document, block: int) -> bool:
    """Whether a paragraph only leads to another story: "SEE ALSO: ..."."""
    held = document.blocks[block]
    return _ELSEWHERE.match(document.text, held.start, held.end) is not None


class Turn(NamedTuple):
    """A block that somebody speaks: the label, and the prose that is said."""

    block: int
    label: Span
    said: Span
    post: bool = False

    def who(self, text: str) -> str:
        """The label's text."""
        return text[self.label.start : self.label.end]


class Script(NamedTuple):
    """The turns of an interview. `questions` says that they are marked Q and A, or are questions set in bold."""

    turns: Sequence[Turn]
    questions: bool


def read_script(document: Document) -> Script:
    """The turns of a draft that is or holds an interview, none where too few blocks begin with a speaker, and its posts."""
    interview = _interview(document)
    spoken = {turn.block for turn in interview.turns}
    return interview._replace(turns=[*interview.turns, *(p for p in _posts(document) if p.block not in spoken)])


def _interview(document: Document) -> Script:
    labelled = [turn for block in document.blocks if block.kind in _SPOKEN for turn in _turns(document, block)]
    names: dict[str, int] = {}
    for turn in labelled:
        who = _surname(turn.who(document.text))
        names[who] = names.get(who, 0) + 1
    labelled = [t for t in labelled if t.said.length or names[_surname(t.who(document.text))] > 1]
    kept = [
        t for t in labelled if names[_surname(t.who(document.text))] > 1 or t.who(document.text).lower() in ("q", "a")
    ]
    if len(kept) >= _FEWEST and len({t.who(document.text) for t in kept}) > 1:
        asked = {t.who(document.text).lower() for t in kept} & (_ASKED | _ANSWERED)
        return Script(_run_on(document, labelled if not asked else kept), bool(asked))
    return Script(_bold(document), True)


def _surname(who: str) -> str:
    """The last word of a label in capitals, by which it goes on: "NOEL COLE, HOST", then "COLE"; else the whole label."""
    return who.partition(",")[0].split()[-1] if who.isupper() else who


def _posts(document: Document) -> list[Turn]:
    """Posts that a web page has set into the story whole and signed: … — Ann Lee (@annlee) May 2, 2019."""
    found: list[Turn] = []
    for block in document.blocks:
        if block.kind in BODY:
            match = _SIGNED.search(document.text[max(block.start, block.end - _SIGNATURE) : block.end])
            if match is not None:
                start = max(block.start, block.end - _SIGNATURE)
                said = Span(block.start, start + match.start())
                if document.text[slice(*said)].strip():
                    found.append(Turn(block.index, Span(*(start + at for at in match.span("who"))), said, post=True))
    return found


def _turns(document: Document, block: Block) -> list[Turn]:
    """The turns of a block: one, or several where names in capitals stand within it: "LEE: Is it shut? COLE: It is."."""
    turn = _turn(document, block)
    if document.text.count(":", block.start, block.end) < _FEWEST_WITHIN:
        return [turn] if turn is not None else []
    start = turn.label.start if turn is not None else block.start
    if turn is None:
        direction = _DIRECTION.match(document.text, block.start, block.end)
        start = direction.end() if direction is not None else block.start
    held = [
        m
        for m in _CAPITALS.finditer(document.text, start, block.end)
        if m["who"].split()[0].lower() not in _NO_SPEAKERS
    ]
    if len(held) < _FEWEST_WITHIN or held[0].start() != start or len({m["who"] for m in held}) < _FEWEST_WITHIN:
        return [turn] if turn is not None else []
    ends = [*(m.start() for m in held[1:]), block.end]
    found: list[Turn] = []
    for match, end in zip(held, ends, strict=True):
        said = document.text[match.end() : end]
        first = match.end() + len(said) - len(said.lstrip())
        last = match.end() + len(_DIRECTION_AFTER.sub("", said.rstrip()).rstrip())
        if first < last:
            found.append(Turn(block.index, Span(*match.span("who")), Span(first, last)))
    return found


def _turn(document: Document, block: Block) -> Turn | None:
    match = _LABEL.match(document.text, block.start, block.end)
    if match is None:
        return None
    who = match["who"]
    if match.end() >= block.end and not (who.isupper() and "," in who):
        return None  # "NOEL COLE, HOST:" stands on a line of its own
    if who.split()[0].lower() in _NO_SPEAKERS:
        return None
    start = match.end()
    while start < block.end and document.text[start].isspace():
        start += 1
    return Turn(block.index, Span(*match.span("who")), Span(start, block.end))


def _run_on(document: Document, turns: Sequence[Turn]) -> list[Turn]:
    """Turns with the unlabelled paragraphs that follow each, up to the next; what follows the last is no turn.

    Where a writer comments on the turns between them, only what is labelled is said.
    """
    if any(_tells_of(document, turn, block) for turn, block in _between(document, turns)):
        return [turn for turn in turns if turn.said.length]
    found: list[Turn] = []
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        if turn.said.length:
            found.append(turn)
        if following is None:
            break
        if following.block == turn.block:
            continue
        for block in document.blocks[turn.block + 1 : following.block]:
            if block.kind in BODY and not _crosshead(document, block):
                found.append(Turn(block.index, turn.label, Span(block.start, block.end)))
    return found


def _between(document: Document, turns: Sequence[Turn]) -> Iterator[tuple[Turn, Block]]:
    """The unlabelled paragraphs between turns, each with the turn before it."""
    for turn, following in pairwise(turns):
        for block in document.blocks[turn.block + 1 : following.block]:
            if block.kind in BODY:
                yield turn, block


def _tells_of(document: Document, turn: Turn, block: Block) -> bool:
    """Whether a paragraph names whoever would be speaking it."""
    name = turn.who(document.text).partition(",")[0].split()[-1]
    if len(name) < _SHORTEST_NAME:
        return False
    return re.search(rf"\b{re.escape(name)}\b", document.text[block.start : block.end], re.IGNORECASE) is not None


def _crosshead(document: Document, block: Block) -> bool:
    """Whether a paragraph is a heading of a few words."""
    return document.words(block.start, block.end) <= _CROSSHEAD and document.text[block.end - 1].isalnum()


def _bold(document: Document) -> list[Turn]:
    """Questions set whole in bold, and the paragraphs that answer them."""
    strong = {m.start: m.end for m in document.marks if m.kind is MarkKind.STRONG}
    body = [b for b in document.blocks if b.kind in BODY]
    asked = [b for b in body if strong.get(b.start, 0) >= b.end and document.text[b.end - 1] == "?"]
    if len(asked) < _FEWEST:
        return []
    questions = {b.index for b in asked}
    found: list[Turn] = []
    for block in body:
        if block.index >= asked[0].index:
            label = Span(block.start, block.start)
            found.append(Turn(block.index, label, Span(block.start, block.end)))
    return [t for t in found if t.block in questions or t.block > asked[0].index]
