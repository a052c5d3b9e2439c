"""What HTML tags and their attributes say of the text within: the part it plays in the story."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..text.blocks import BlockKind, MarkKind

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen".split()
)
METADATA = frozenset({"meta", "link"})
"""Elements in which a page says something of itself."""
HIDDEN = frozenset(
    "script style template noscript svg math title textarea select datalist object iframe video audio canvas noembed "
    "noframes applet".split()
)
"""Elements whose text is none of the story's."""

MARKS: Mapping[str, MarkKind] = {
    "a": MarkKind.LINK,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "var": MarkKind.CODE,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
}
HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset("ul ol menu dir".split())
KINDS: Mapping[str, BlockKind] = {
    "article": BlockKind.PARAGRAPH,
    "main": BlockKind.PARAGRAPH,
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
    "xmp": BlockKind.CODE,
    "plaintext": BlockKind.CODE,
    "nav": BlockKind.FURNITURE,
    "aside": BlockKind.FURNITURE,
    "button": BlockKind.FURNITURE,
    "form": BlockKind.FURNITURE,
    "menu": BlockKind.FURNITURE,
    "dialog": BlockKind.FURNITURE,
}
_NEUTRAL = (
    "address body center dd details dir div dl dt fieldset figure footer frameset head header hgroup hr html legend ol "
    "optgroup option p search section summary table tbody tfoot thead tr ul"
)
BLOCKS = frozenset(_NEUTRAL.split()) | KINDS.keys() | HEADINGS.keys()
"""Elements that begin and end a block of text."""

_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar tablist dialog alertdialog button "
    "form".split()
)
_LAYOUT_ROLES = frozenset({"presentation", "none"})
_HINTS: Mapping[str, BlockKind] = {
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "dek": BlockKind.SUBHEAD,
    "standfirst": BlockKind.SUBHEAD,
    "strapline": BlockKind.SUBHEAD,
    "subtitle": BlockKind.SUBHEAD,
    "subheadline": BlockKind.SUBHEAD,
    "caption": BlockKind.CAPTION,
}
_PROPERTIES: Mapping[str, BlockKind] = {
    "author": BlockKind.BYLINE,
    "alternativeheadline": BlockKind.SUBHEAD,
    "datepublished": BlockKind.DATELINE,
    "datemodified": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
}
_MODIFIERS = frozenset("has with no not without hide show is".split())
_CLASS_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_TITLES = frozenset({"headline", "title"})
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

Attributes = Mapping[str, str]


def hides(tag: str, attributes: Attributes) -> bool:
    """Whether a reader of the page never sees the element's text as text."""
    if tag in HIDDEN or "hidden" in attributes:
        return True
    return _INVISIBLE.search(attributes.get("style", "")) is not None


def is_furniture(attributes: Attributes) -> bool:
    """Whether the element's role makes it furniture of the page."""
    return attributes.get("role", "").strip().lower() in _FURNITURE_ROLES


def is_layout(attributes: Attributes) -> bool:
    """Whether a table is there for the looks of the page only."""
    return attributes.get("role", "").strip().lower() in _LAYOUT_ROLES


def metadata(attributes: Attributes) -> tuple[str, str] | None:
    """The name, in lower case, and the value of what a `meta` or `link` element says of the page, if anything."""
    name = next((attributes[key] for key in ("property", "name", "itemprop", "rel") if attributes.get(key)), "")
    value = attributes.get("content") or attributes.get("href") or ""
    return (name.strip().lower(), " ".join(value.split())) if name and value.strip() else None


def is_title(attributes: Attributes) -> bool:
    """Whether a heading is named as the story's own."""
    words = {w.lower() for w in _CLASS_WORD.findall(attributes.get("class", ""))}
    return bool(words & _TITLES) or attributes.get("itemprop", "").lower() in {"headline", "name headline"}


def hint(attributes: Attributes) -> BlockKind | None:
    """The kind of block that class, itemprop or rel name, if any."""
    if "author" in attributes.get("rel", "").lower().split():
        return BlockKind.BYLINE
    for name in attributes.get("itemprop", "").lower().split():
        if name in _PROPERTIES:
            return _PROPERTIES[name]
    for name in attributes.get("class", "").split():
        words = [w.lower() for w in _CLASS_WORD.findall(name)]
        if not _MODIFIERS.isdisjoint(words):
            continue
        if words == ["author"]:
            return BlockKind.BYLINE
        if "author" in words and "bio" in words:
            return BlockKind.AUTHOR
        for word in words:
            if word in _HINTS:
                return _HINTS[word]
    return None
