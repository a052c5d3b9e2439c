"""Text measured and cut in terminal cells, between graphemes.

The table of widths is named, so that the environment cannot choose another.
"""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"
_UNICODE = "latest"
_WORD_REACH = 16


def cells(text: str) -> int:
    """Width in terminal cells: two for wide characters, none for combining marks."""
    return cell_len(text, _UNICODE)


def head(text: str, room: int) -> str:
    """The longest beginning of `text` within `room` cells, cut between words where one ends near."""
    at = used = 0
    for _, end, width in split_graphemes(text, _UNICODE)[0]:
        if used + width > room:
            break
        at, used = end, used + width
    if at == len(text):
        return text
    space = text.rfind(" ", max(0, at - _WORD_REACH), at + 1)
    return text[: space if space >= 0 else at].rstrip()


def tail(text: str, room: int) -> str:
    """The longest end of `text` within `room` cells, cut between words where one begins near."""
    at, used = len(text), 0
    for start, _, width in reversed(split_graphemes(text, _UNICODE)[0]):
        if used + width > room:
            break
        at, used = start, used + width
    if at == 0:
        return text
    space = text.find(" ", at - 1, at + _WORD_REACH)
    return text[space + 1 if space >= 0 else at :]


def squeezed(text: str, room: int) -> str:
    """`text` within `room` cells, its middle left out where it is longer."""
    if cells(text) <= room:
        return text
    end = tail(text, (room - 1) // 3)
    return head(text, room - 1 - cells(end)) + ELLIPSIS + end.lstrip()
