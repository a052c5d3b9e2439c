"""HTML, whole pages and fragments: text as a browser shows it, at its place in the source."""

from __future__ import annotations

from ..text.blocks import Reading
from ..text.source import Source
from ._html_blocks import read_page
from ._placed import Placed


def read(source: Source) -> Reading:
    """The blocks, comments and metadata of a page. Never raises: a browser makes something of any text."""
    return read_page(Placed.whole(source.text))
