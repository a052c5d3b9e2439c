"""What a draft shows of a sentence or of a quoted span, as named features for a linear model.

A feature is a short string, present or absent, so that a model's reasons can be read. Names are
masked, so that a model learns how claims are made and not who made them in its training years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..text.attribution import CueKind
from ..text.blocks import HEADS
from ..text.document import Document
from ..text.quotations import Quotation
from ..text.sentences import Sentence
from ..text.tokens import Token, TokenKind

_OPENING = frozenset(
    "the a an in on at but and it he she they we i this that these those there if when while as for with by from to of "
    "so yet his her its their our".split()
)
_FIRST_PERSON = frozenset("i we our us my me you your".split())
_NAME, _FIGURE, _LINK, _QUOTED = "<Name>", "<#>", "<link>", "<q>"
_START, _END = "<s>", "</s>"
_NEAR = 6


def sentence_features(document: Document, sentence: Sentence) -> list[str]:
    """Features of a sentence: its 1- to 3-grams outside quotations, its cues, the one before, the draft."""
    tokens = document.tokens[sentence.first : sentence.last]
    shapes = [_START, *_shapes(document, sentence.first, sentence.last, opens=True), _END]
    found = [
        *shapes,
        *map(" ".join, pairwise(shapes)),
        *map(" ".join, zip(shapes, shapes[1:], shapes[2:], strict=False)),
    ]
    inside = _inside(document)
    quoted = sum(inside[i] and document.tokens[i].counts for i in range(sentence.first, sentence.last))
    found.append(f"+cues {min(3, _attributing(document, sentence))}")
    found.append(f"+quoted {min(3, quoted // 4)}")
    found.append(f"+length {min(6, sum(t.counts for t in tokens) // 8)}")
    before = _before(document, sentence)
    if before is not None:
        found.append(f"+cues before {min(2, _attributing(document, before))}")
        found.append(f"+quoted before {any(inside[before.first : before.last])}")
        earlier = document.tokens[before.first : before.last]
        found += (f"before: {t.norm}" for t in earlier if t.is_word and not t.capitalized)
    found += _draft_features(document)
    return found


def span_features(document: Document, quotation: Quotation) -> list[str]:
    """Features of a short quotation: its words, what stands beside it, who is quoted around it, where else it stands."""
    sentence = document.sentence_at(quotation.start)
    inner = document.tokens_in(*quotation.inner)
    words = [t for t in inner if t.counts]
    if sentence is None or not words:
        return []
    first, last = document.token_at(quotation.start), document.token_at(quotation.end)
    left = [_START, *_shapes(document, max(sentence.first, first - _NEAR), first)]
    right = [*_shapes(document, last, min(sentence.last, last + _NEAR)), _END]
    found = [f"word: {t.norm}" for t in words]
    found.append("span: " + " ".join(t.norm for t in words))
    found.append(f"+words {min(6, len(words))}")
    found.append(f"+capitals {sum(t.capitalized for t in words)} of {min(4, len(words))}")
    found.append(f"+ends {inner[-1].text if not inner[-1].counts else 'word'}")
    found.append(f"+block {document.block_at(quotation.start).kind in HEADS}")
    for n in (1, 2, 3):
        found.append(f"left {n}: " + " ".join(left[-n:]))
        found.append(f"right {n}: " + " ".join(right[:n]))
    found += (f"near left: {w}" for w in left[-_NEAR:])
    found += (f"near right: {w}" for w in right[:_NEAR])
    found.append(f"around: {left[-1]} _ {right[0]}")
    found += _cue_features(document, sentence, first, last)
    found += _echo_features(document, quotation, words)
    found += _draft_features(document)
    return found


def _cue_features(document: Document, sentence: Sentence, first: int, last: int) -> Iterator[str]:
    """Cues of the sentence by kind, side and distance, and attribution in the rest of the block."""
    block = document.blocks[sentence.block]
    for cue in document.cues_in(sentence.start, sentence.end):
        side, distance = ("left", first - cue.last) if cue.first < first else ("right", cue.first - last)
        near = "next" if distance < 1 else "near" if distance < 4 else "far"
        yield f"+{cue.kind} {side} {near}"
        if near != "far":
            yield f"cue {side}: {document.tokens[cue.first].norm}"
    saying = [c for c in document.cues_in(block.start, block.end) if c.kind is not CueKind.NAMING]
    yield f"+cues in sentence {min(2, _attributing(document, sentence))}"
    yield f"+cues in block {min(3, len(saying))}"


def _echo_features(document: Document, quotation: Quotation, words: Sequence[Token]) -> Iterator[str]:
    """Other quotations around, and the same words elsewhere, with and without marks."""
    block = document.block_at(quotation.start)
    others = [q for q in document.quotations if q.start != quotation.start and not q.depth and not q.block]
    here = [q for q in others if block.start <= q.start < block.end]
    yield f"+quotations in block {min(3, len(here))}"
    yield f"+long quotation in block {any(document.words(*q.inner) >= 5 for q in here)}"
    text = " ".join(t.norm for t in words)
    bare = quoted = 0
    at = document.lowered.find(text)
    while at >= 0 and bare + quoted < 20:
        if not quotation.start <= at < quotation.end:
            if document.quoted.overlaps(at, at + 1):
                quoted += 1
            else:
                bare += 1
        at = document.lowered.find(text, at + len(text))
    yield f"+elsewhere bare {bare > 0}"
    yield f"+elsewhere quoted {quoted > 0}"


def _draft_features(document: Document) -> list[str]:
    """How the draft as a whole speaks: in the first person, with how many cues, how much of it quoted."""
    held: list[str] | None = document.memo.get("draft features")
    if held is None:
        size = max(300, len(document.tokens))
        inside = _inside(document)
        first_person = sum(not inside[i] for word in _FIRST_PERSON for i in document.occurrences.get(word, ()))
        cues = sum(c.kind is not CueKind.NAMING for c in document.cues)
        quoted = sum(q.inner.length for q in document.quotations if not q.depth) / max(1, len(document.text))
        held = [
            f"+first person {min(4, int(1000 * first_person / size / 3))}",
            f"+draft cues {min(6, int(1000 * cues / size / 6))}",
            f"+draft quoted {min(5, int(20 * quoted))}",
        ]
        document.memo["draft features"] = held
    return held


def _attributing(document: Document, sentence: Sentence) -> int:
    return sum(c.kind is not CueKind.NAMING for c in document.cues_in(sentence.start, sentence.end))


def _before(document: Document, sentence: Sentence) -> Sentence | None:
    """The sentence before, in this block or the one above."""
    if not sentence.index:
        return None
    before = document.sentences[sentence.index - 1]
    return before if before.block >= sentence.block - 1 else None


def _inside(document: Document) -> list[bool]:
    """For each token, whether it stands within a quotation."""
    held: list[bool] | None = document.memo.get("tokens quoted")
    if held is None:
        held = [False] * len(document.tokens)
        for start, end in document.quoted.spans:
            i = document.token_at(start)
            while i < len(held) and document.tokens[i].start < end:
                held[i] = True
                i += 1
        document.memo["tokens quoted"] = held
    return held


def _shapes(document: Document, first: int, last: int, *, opens: bool = False) -> list[str]:
    """Tokens [first, last) as a model sees them: names, figures, links and quotations masked, runs of one mask once.

    `opens` says that the first of them opens its sentence, where a capital is owed to the place.
    """
    inside = _inside(document)
    shapes: list[str] = []
    for i in range(first, last):
        shape = _QUOTED if inside[i] else _shape(document.tokens[i], opens=opens and i == first)
        if shape not in (_NAME, _QUOTED) or not shapes or shapes[-1] != shape:
            shapes.append(shape)
    return shapes


def _shape(token: Token, *, opens: bool) -> str:
    if token.kind is TokenKind.WORD:
        return _NAME if token.capitalized and not opens and token.norm not in _OPENING else token.norm
    if token.kind is TokenKind.NUMBER:
        return _FIGURE
    return _LINK if token.kind is TokenKind.LINK else token.text
