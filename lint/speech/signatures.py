"""Who signs a quotation: “…” — Ann Lee; or on the line below it, Ann Lee, The Leeds Post."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Document
from .lexicon import ORG_NOUNS
from .mentions import Reader
from .names import Proper
from .phrases import Mention
from .records import SpeakerKind
from .relays import OUTLETS
from .units import Unit

_DASHES = frozenset(("\u2014", "\u2013", "--"))
_WITHIN = 60
_LINE = 9
_NAME = 4
_PARAGRAPHS = 6
_SMALL = frozenset("of the and for".split())


def signed(document: Document, units: Sequence[Unit], at: int, reader: Reader) -> Mention | None:
    """Whoever signs the quotation that stands by itself in a unit."""
    end = units[at].quotations[-1].end
    following = document.tokens_in(end, end + _WITHIN)
    if following and following[0].text in _DASHES:
        first = document.token_at(end)
        for token in range(first + 1, first + len(following)):
            proper = reader.names.at(token)
            if proper is not None and proper.words:
                return Mention(proper.core, proper.last, proper, title=proper.title)
        return None
    last = units[at].block
    for below in units[at + 1 : at + 1 + _PARAGRAPHS]:
        if not below.whole or below.block > last + 1:
            break
        last = below.block
    return _line(document, last + 1)


def _line(document: Document, at: int) -> Mention | None:
    """Whoever a line names that is no more than a name and a paper. Such a line counts as a heading, which holds no names."""
    if at >= len(document.blocks):
        return None
    block = document.blocks[at]
    tokens = document.tokens_in(block.start, block.end)
    if not tokens or len(tokens) > _LINE:
        return None
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), 0)
    named = all(token.capitalized or token.norm in _SMALL or not token.is_word for token in tokens)
    if not 1 < comma <= _NAME or not named or OUTLETS.isdisjoint(token.norm for token in tokens[comma:]):
        return None
    first, words = document.token_at(block.start), tuple(token.norm for token in tokens[:comma])
    kind = SpeakerKind.INSTITUTION if words[-1] in ORG_NOUNS else SpeakerKind.PERSON
    shown = document.text[tokens[0].start : tokens[comma - 1].end]
    return Mention(first, first + comma, Proper(first, first, first + comma, kind, words, shown, title=""))
