"""The names of a draft by form: where each stands and what names stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint.rule import HEADS, BlockKind, Document, Sentence, Token

from ._known import is_ordinary

_SHORTEST = 3
_OWED = frozenset("\u201c\"\u2018':\u2014\u2013[(\u2026*!?.|/>-\u2022")
_OPENING, _CLOSING = "\u201c\"\u2018'", "\u201d\"\u2019'"
_TITLED = HEADS | {BlockKind.CELL}
_LABEL = re.compile(r"[A-Z]-|.*\.")
_BESIDE_NOTHING = frozenset(
    "mr mrs ms dr sir dame lord lady president vice prime minister sen sens senator senators rep reps representative gov "
    "governor mayor gen general col colonel lt capt captain maj major sgt adm admiral prof professor rev judge justice "
    "secretary attorney chairman chairwoman chair speaker leader director chief king queen prince princess pope saint st "
    "ambassador congressman congresswoman house senate the a an and of i in on at by for from to with but or as if when he "
    "she it they we you his her its their our this that not no monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december democrat democratic "
    "republican former then while after new one two three four five six seven eight nine ten".split()
)


class Use(NamedTuple):
    """One place of a name, its possessive ending left out; `owed` says that any word had a capital there."""

    start: int
    end: int
    owed: bool


class Form:
    """A capitalised word as it is spelled, with its uses and the names that stand right before and after it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.uses: list[Use] = []
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.titled = False
        self.with_the = False

    @property
    def count(self) -> int:
        """How often it stands in the draft."""
        return len(self.uses)

    @property
    def capital_owed(self) -> bool:
        """Whether it stands only where any word has a capital."""
        return all(u.owed for u in self.uses)

    @property
    def is_name(self) -> bool:
        """Whether its capital is its own somewhere, or it is no word that could owe it to its place."""
        return not is_ordinary(self.text.lower()) or not self.capital_owed


def forms(document: Document, sentences: Iterable[Sentence]) -> dict[str, Form]:
    """The capitalised words of these sentences by form; what is set all in capitals is left out."""
    found: dict[str, Form] = {}
    for sentence in sentences:
        tokens = document.tokens[sentence.first : sentence.last]
        owed = document.blocks[sentence.block].kind in _TITLED
        for i in (at - sentence.first for at in document.capitalized_in(sentence)):
            token = tokens[i]
            if token.shouted:
                continue
            text = bare(token)
            if len(text) < _SHORTEST or text.isupper() or _LABEL.match(text) or _set_apart(tokens, i):
                continue
            form = found.setdefault(text, Form(text))
            first = i == 0 or tokens[i - 1].text in _OWED
            form.uses.append(Use(token.start, token.start + len(text), owed or first))
            _look_around(form, tokens, i)
    return found


def _set_apart(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is part of an address (HealthCare.gov) or stands between quotation marks by itself."""
    if not 0 < i < len(tokens) - 2:
        return False
    before, this, after = tokens[i - 1], tokens[i], tokens[i + 1]
    if after.text == "." and this.end == after.start == tokens[i + 2].start - 1:
        return True
    return before.text in _OPENING and after.text in _CLOSING


def bare(token: Token) -> str:
    """A word without its possessive ending, with straight apostrophes."""
    text = token.text.replace("\u2019", "'")
    return text[:-2] if text.endswith("'s") else text


def _look_around(form: Form, tokens: Sequence[Token], i: int) -> None:
    left = _beside(tokens, i, -1)
    if left is not None:
        if left.capitalized and left.norm not in _BESIDE_NOTHING:
            form.before.add(bare(left))
        form.titled = form.titled or (left.capitalized and left.norm in _BESIDE_NOTHING and left.norm != "the")
        form.with_the = form.with_the or left.norm == "the"
    if tokens[i].text.endswith(("'s", "\u2019s")):
        return
    right = _beside(tokens, i, 1)
    if right is not None and right.capitalized and right.norm not in _BESIDE_NOTHING:
        form.after.add(bare(right))


def _beside(tokens: Sequence[Token], i: int, step: int) -> Token | None:
    """The word next to one, over the initial of a middle name, with nothing but a space between."""
    at = i + step
    if step < 0 and at > 1 and tokens[at].text == "." and len(tokens[at - 1].text) == 1:
        at -= 2
    elif step > 0 and at + 2 < len(tokens) and len(tokens[at].text) == 1 and tokens[at + 1].text == ".":
        at += 2
    if not 0 <= at < len(tokens) or not tokens[at].is_word:
        return None
    if abs(at - i) == 1:
        left, right = sorted((tokens[i], tokens[at]), key=lambda t: t.start)
        if right.start - left.end != 1:
            return None
    return tokens[at]
