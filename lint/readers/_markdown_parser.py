"""CommonMark with offsets: markdown-it-py, made to say where in the text each token stands.

markdown-it keeps lines for blocks and nothing for what is within them. Here the block parser's state
notes which stretches of the text make up each block's content, and the inline parser's state notes
where each token begins. Grammar stays markdown-it's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from ._placed import Stretch

_EXCERPT = "excerpt"

_NOTE_MARK = re.compile(r"\[\^[^\] \n]{1,999}\]")
_LITERAL = frozenset({"fence", "code_block", "html_block"})
_Nesting = Literal[-1, 0, 1]


class Excerpt(NamedTuple):
    """Lines of a block without its prefixes: their text, the stretches it is made of, where its content begins."""

    text: str
    stretches: Sequence[Stretch]
    start: int = 0


def parse(text: str) -> tuple[list[Token], dict[str, Any]]:
    """Tokens of a text with LF line ends, and markdown-it's environment with the inline footnotes."""
    env: dict[str, Any] = {}
    return _parser().parse(text, env), env


def excerpt_of(token: Token) -> Excerpt | None:
    """What a token's content is made of, where that is known exactly: of inline content, code and HTML blocks."""
    found = token.meta.get(_EXCERPT)
    return found if isinstance(found, Excerpt) else None


def start_of(token: Token) -> int:
    """Where a token within inline content begins, in offsets of that content."""
    return token.map[0] if token.map else 0


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Markdown()
    parser.block, parser.inline = _Blocks(), _Inlines()
    parser.configure("commonmark", options_update={"tasklists": True, "alerts": True})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    # Text joined over markup would lose its place.
    parser.disable(["fragments_join", "text_join"])
    return parser


class _Markdown(MarkdownIt):
    """Addresses stay as written: nobody follows them here, and not every one can be encoded."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """The plugin's own rule looks for the end of a label through the whole paragraph: here a label has an end."""
    return _NOTE_MARK.match(state.src, state.pos) is not None and footnote_ref(state, silent)


class _Blocks(ParserBlock):
    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        if not src:
            return None
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _BlockState(StateBlock):
    """Notes an excerpt for each token with content, while the offsets of its lines are at hand."""

    _lines: Excerpt | None = None

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        text = super().getLines(begin, end, indent, keepLastLF)
        self._lines = Excerpt(text, self._stretches(begin, text))
        if self.tokens and self.tokens[-1].type in _LITERAL:
            self.tokens[-1].meta.setdefault(_EXCERPT, self._lines)
        return text

    def push(self, ttype: str, tag: str, nesting: _Nesting) -> Token:
        # A closing token comes when the content before it is set and its lines are still as it was cut from them.
        if ttype == "paragraph_close":
            self._note(self.tokens[-1], self._lines)
        elif ttype == "heading_close":
            marked = self.tokens[-2].markup.startswith("#")
            self._note(self.tokens[-1], self._heading_line() if marked else self._lines)
        elif ttype == "table_close":
            self._note_cells()
        return super().push(ttype, tag, nesting)

    def _note(self, inline: Token, lines: Excerpt | None) -> None:
        start = lines.text.find(inline.content) if lines is not None else -1
        if lines is not None and start >= 0:
            inline.meta[_EXCERPT] = lines._replace(start=start)

    def _stretches(self, first: int, text: str) -> list[Stretch]:
        """What lines of the source, from line `first` on, make up `text`. Only their beginnings are ever cut off."""
        found: list[Stretch] = []
        lines = text.split("\n")
        for number, line in enumerate(lines, first):
            if number == first + len(lines) - 1 and not line:
                break
            end = self.eMarks[number]
            start, spaces = end - len(line), 0
            # A tab that is partly prefix leaves spaces of which the source knows nothing.
            while not self.src.startswith(line[spaces:], start + spaces):
                spaces += 1
            if spaces:
                found.append(Stretch(spaces, start + spaces - 1, start + spaces))
                start += spaces
            end += number < first + len(lines) - 1
            if found and found[-1].end == start and found[-1].length == start - found[-1].start:
                start = found.pop().start
            found.append(Stretch(end - start, start, end))
        return found

    def _heading_line(self) -> Excerpt:
        start, end = self._bounds(self.line - 1)
        return Excerpt(self.src[start:end], [Stretch(end - start, start, end)])

    def _note_cells(self) -> None:
        first = len(self.tokens) - 1
        while self.tokens[first].type != "table_open":
            first -= 1
        cells: list[Excerpt] = []
        for token in self.tokens[first:]:
            if token.type == "tr_open" and token.map:
                cells = _cells(self.src, *self._bounds(token.map[0]))[::-1]
            elif token.type == "inline" and cells:
                self._note(token, cells.pop())

    def _bounds(self, line: int) -> tuple[int, int]:
        return self.bMarks[line] + self.tShift[line], self.eMarks[line]


def _cells(text: str, start: int, end: int) -> list[Excerpt]:
    """The cells of a table row, trimmed: parted at pipes, save those after a backslash, which stand for a pipe."""
    row = text[start:end]
    start += len(row) - len(row.lstrip(MD_TRIM_CHARS))
    end -= len(row) - len(row.rstrip(MD_TRIM_CHARS))
    cells: list[Excerpt] = []
    texts: list[str] = []
    stretches: list[Stretch] = []
    at = start
    while at <= end:
        pipe = text.find("|", at, end)
        pipe = end if pipe < 0 else pipe
        escaped = start < pipe < end and text[pipe - 1] == "\\"
        stop = pipe - escaped
        texts.append(text[at:stop])
        stretches.append(Stretch(stop - at, at, stop))
        if escaped:
            texts.append("|")
            stretches.append(Stretch(1, stop, pipe + 1))
        else:
            cells.append(Excerpt("".join(texts), stretches))
            texts, stretches = [], []
        at = pipe + 1
    if cells and not cells[0].text:
        del cells[0]
    if cells and not cells[-1].text:
        del cells[-1]
    return cells


class _Inlines(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _InlineState(StateInline):
    """Notes in each token's map where it begins."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> None:  # noqa: N803
        super().__init__(src, md, env, outTokens)
        self._pending_start = self._pending_end = 0

    def append_pending(self, text: str) -> None:
        if self.pos != self._pending_end:
            self._pending_start = self.pos
        self._pending_end = self.pos + len(text)
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.map = [self._pending_start]
        return token

    def push(self, ttype: str, tag: str, nesting: _Nesting) -> Token:
        token = super().push(ttype, tag, nesting)
        start = self.pos
        # A rule that takes a run of markers pushes them one by one before it moves on.
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        if before is not None and before.map and before.type == "text" and before.map[0] >= start:
            start = before.map[0] + len(before.content)
        token.map = [start]
        return token
