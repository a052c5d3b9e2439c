"""The inside of a Markdown block: tokens of one paragraph, heading or cell to prose and marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from ..text.blocks import Comment, MarkKind
from ..text.prose import Chunk
from ._builder import BlockBuilder
from ._html_tags import MARKS
from ._markdown_parser import start_of
from ._placed import Placed

_OPENS: Mapping[str, MarkKind] = {
    "em_open": MarkKind.EMPHASIS,
    "strong_open": MarkKind.STRONG,
    "link_open": MarkKind.LINK,
}
_CLOSES: Mapping[str, MarkKind] = {
    "em_close": MarkKind.EMPHASIS,
    "strong_close": MarkKind.STRONG,
    "link_close": MarkKind.LINK,
}
_BREAKS: Mapping[str, str] = {"softbreak": " ", "hardbreak": "\n"}
_AROUND_IMAGE = frozenset({"softbreak", "hardbreak", "link_open", "link_close"})
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_QUOTES = {"": "\u201c", "/": "\u201d"}


def only_images(tokens: Sequence[Token]) -> bool:
    """Whether images, perhaps linked, are all there is."""
    types = {t.type for t in tokens if t.type != "text" or t.content.strip()}
    return "image" in types and types - _AROUND_IMAGE == {"image"}


class InlineReader:
    """Reads the inline tokens of one block into a builder.

    `placed` is the text that the tokens were parsed from, where it stands in the source; `notes` are
    the tokens of inline footnotes by number. An inline footnote reads as a parenthesis.
    """

    def __init__(self, placed: Placed, builder: BlockBuilder, notes: Mapping[int, Mapping[str, Any]]) -> None:
        self.comments: list[Comment] = []
        self._placed = placed
        self._builder = builder
        self._notes = notes
        self._after_markup = False

    def read(self, tokens: Sequence[Token], base: int, *, captions: bool = False) -> None:
        """Read tokens whose offsets count from `base`. With `captions`, images give their alternative text."""
        in_address = False
        for token in tokens:
            at = base + start_of(token)
            if token.type in ("link_open", "link_close"):
                in_address = token.type == "link_open" and token.info == "auto"
            elif in_address:
                self._address(at)
                continue
            if token.type == "image" and captions:
                self._break_before_caption(at)
                self.read(token.children or (), at + 2)
            elif token.type in _BREAKS and captions:
                self._break(at, "\n")
            else:
                self._take(token, at)

    def _take(self, token: Token, at: int) -> None:
        kind = token.type
        if kind == "text":
            self._text(token.content, at)
        elif kind in _OPENS:
            self._builder.open(_OPENS[kind])
        elif kind in _CLOSES:
            self._builder.close(_CLOSES[kind])
        elif kind in _BREAKS:
            self._break(at, _BREAKS[kind])
        elif kind == "text_special":
            self._special(token, at)
        elif kind == "code_inline":
            self._code(token, at)
        elif kind == "html_inline":
            self._tag(token.content, at)
        elif kind == "footnote_ref":
            self._footnote(token, at)
        elif kind == "image":
            self._after_markup = True

    def _text(self, text: str, at: int) -> None:
        if not self._placed.text.startswith(text, at):
            return
        end = at + len(text)
        if self._after_markup and (self._builder.empty or self._builder.ends_in_space):
            at += len(text) - len(text.lstrip(" "))
        self._extend(at, end)

    def _special(self, token: Token, at: int) -> None:
        """An escape or an entity."""
        end = at + len(token.markup)
        if token.content == token.markup:
            self._extend(at, end)
        elif self._placed.text.startswith(token.markup, at):
            self._atom(token.content, at, end)

    def _code(self, token: Token, at: int) -> None:
        text, content = self._placed.text, token.content
        start = at + len(token.markup)
        if text[start : start + len(content)].replace("\n", " ") != content:
            start += 1  # one space at either end is not part of the code
        end = start + len(content)
        if text[start:end].replace("\n", " ") != content:
            return
        self._builder.open(MarkKind.CODE)
        breaks = [m.start() for m in re.finditer("\n", text[start:end])]
        for left, right in pairwise([-1, *breaks, len(content)]):
            if left >= 0:
                self._atom(" ", start + left, start + left + 1)
            self._extend(start + left + 1, start + right)
        self._builder.close(MarkKind.CODE)

    def _address(self, at: int) -> None:
        """An address in angle brackets, as it is written."""
        self._extend(at + 1, self._placed.text.find(">", at))

    def _break(self, at: int, text: str) -> None:
        """A line end: it stands with the spaces before it and the next line's prefix."""
        if self._builder.empty:
            return
        written = self._placed.text
        start, end = at, written.find("\n", at) + 1
        while start > 0 and written[start - 1] in " \t":
            start -= 1
        while end < len(written) and written[end] in " \t":
            end += 1
        start = self._placed.span(start, start + 1).start
        place = self._placed.span(end, end + 1) if end < len(written) else None
        stop = place.start if place is not None and place.end else self._placed.span(at, end).end
        if not self._builder.ends_in_space:
            self._builder.add(Chunk(text, max(start, self._builder.end), stop, verbatim=False))

    def _break_before_caption(self, at: int) -> None:
        if not self._builder.empty and not self._builder.ends_in_space:
            self._atom("\n", at, at + 2)

    def _tag(self, tag: str, at: int) -> None:
        """An HTML tag or comment."""
        end = at + len(tag)
        self._after_markup = True
        if tag.startswith("<!--"):
            inner = tag[4:].removesuffix("-->") if len(tag) > 6 else ""
            self.comments.append(Comment(self._placed.span(at, end), inner))
            return
        match = _TAG.match(tag)
        if match is None:
            return
        closing, name = match.group(1), match.group(2).lower()
        if name == "br":
            self._atom("\n", at, end)
        elif name == "q":
            self._atom(_QUOTES[closing], at, end)
        elif name in MARKS and closing:
            self._builder.close(MARKS[name])
        elif name in MARKS:
            self._builder.open(MARKS[name])

    def _footnote(self, token: Token, at: int) -> None:
        tokens = self._notes.get(token.meta.get("id", -1), {}).get("tokens")
        if tokens is None or "label" in token.meta:
            self._after_markup = True
            return
        content = self._notes[token.meta["id"]]["content"]
        end = at + 2 + len(content)
        self._atom("(" if self._builder.empty or self._builder.ends_in_space else " (", at, at + 2)
        self.read(tokens, at + 2)
        self._atom(")", end, end + 1)

    def _extend(self, start: int, end: int) -> None:
        if start < end:
            self._builder.extend(self._placed.chunks(start, end))
            self._after_markup = False

    def _atom(self, text: str, start: int, end: int) -> None:
        self._builder.add(Chunk(text, *self._placed.span(start, end), verbatim=False))
        self._after_markup = False
