"""What a draft is: news, analysis, opinion or feature. Whoever asks says so, or the draft, or the config; else it is guessed.

The guess is a cautious one. Labels in the copy come first, then the address, then how the draft speaks; where nothing
tells, it is news.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from .errors import UsageError, nearest
from .finding import Problem
from .settings import GENRES
from .text.blocks import BODY, HEADS, Block, BlockKind, Metadata
from .text.document import Document

FIELD = "genre"
"""What front matter and `meta` elements call it."""
NEWS, ANALYSIS, OPINION, FEATURE = GENRES
SURE = 0.94
"""How probable opinion must be where only the words tell."""


class By(StrEnum):
    """Who says what a draft is: the command or request, the draft, the config, or nobody."""

    ASKED = "asked"
    DRAFT = "draft"
    CONFIG = "config"
    GUESS = "guess"


class Genre(NamedTuple):
    """What a draft is taken for, who says so, and of a guess, why."""

    name: str = NEWS
    by: By = By.GUESS
    why: str = ""

    @property
    def softens(self) -> bool:
        """Whether rules about the writer's own voice suggest and no more."""
        return self.name in (OPINION, ANALYSIS)

    @property
    def folds(self) -> bool:
        """Whether the writer's own voice is the point, so that a report for people need not show each finding on it."""
        return self.name == OPINION


def known(name: str) -> str:
    """`name`, if it is a genre's. Raises UsageError where it is not."""
    if name not in GENRES:
        raise UsageError(f'no genre is called "{name}"', remedy=_remedy(name))
    return name


def genre_of(document: Document, *, asked: str = "", configured: str = "") -> Genre:
    """What a draft is taken for. What is `asked` holds over what the draft says, and that over what is `configured`."""
    if asked:
        return Genre(asked, By.ASKED)
    said = next((name for name in (_named(m.value) for m in _said(document)) if name), "")
    if said:
        return Genre(said, By.DRAFT)
    return Genre(configured, By.CONFIG) if configured else _guess(document)


def misnamed(document: Document) -> Problem | None:
    """What is wrong where a draft says that it is of a genre that there is not."""
    for said in _said(document):
        if not _named(said.value):
            place = document.position(said.span.start)
            what = f'line {place.line}, column {place.column}: no genre is called "{said.value}"'
            return Problem(f"{what} ({_remedy(said.value)})", path=document.source.path)
    return None


def of_path(path: str) -> str:
    """What the folders of a file stand for, empty where they stand for nothing. A name in angle brackets is no file."""
    if not path or path.startswith("<"):
        return ""
    return _of_folders(PurePath(os.path.abspath(path)).parent.parts)  # noqa: PTH100


def _said(document: Document) -> Iterator[Metadata]:
    return (m for m in document.metadata if m.name == FIELD)


def _named(value: str) -> str:
    lowered = value.lower()
    return lowered if lowered in GENRES else ""


def _remedy(name: str) -> str:
    return nearest(name.lower(), GENRES) or f"it is one of {', '.join(GENRES)}"


# the guess

_LABELS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "opinion", "opinions", "commentary", "comment", "column", "editorial", "editorials", "op-ed", "op-eds", "oped",
            "viewpoint", "guest column", "guest commentary", "guest essay", "personal essay", "guest opinion", "my view",
            "opinion columnist", "opinion contributor", "opinion contributors", "contributing opinion writer", "review",
            "editorial board", "the editorial board", "letter to the editor", "letters to the editor", "analysis/opinion",
            "opinion/analysis", "opinion & analysis", "opinion and analysis", "opinion/commentary",
        ),
        OPINION,
    ),
    **dict.fromkeys(("analysis", "news analysis"), ANALYSIS),
    **dict.fromkeys(("feature", "features", "long read", "the long read", "profile"), FEATURE),
}  # fmt: skip
_FOLDERS: Mapping[str, str] = dict.fromkeys(
    ("opinion", "opinions", "op-ed", "op-eds", "oped", "editorials", "columns", "columnists", "commentary", "commentisfree"),
    OPINION,
)  # fmt: skip
_SECTIONS = frozenset(
    {"section", "sections", "category", "categories", "kicker", "label", "article:section", "articlesection"}
)
_ADDRESSES = frozenset({"canonical", "og:url", "url"})
_LONGEST_LABEL = max(map(len, _LABELS))
_BODY_READ = 2
"""Paragraphs within which a label may stand."""
_EDGES = " \t\u00a0:|/\u2013\u2014-.[]()\u2022*"
_BEFORE = re.compile(r"(?P<label>[A-Za-z][A-Za-z &/-]{3,30}?)\s*(?:[:|]|\s[\u2013\u2014-])\s+\S")
_AFTER = re.compile(r"\S\s*[:|]\s*(?P<label>[A-Za-z][A-Za-z -]{3,20})$")
_SIGNED = re.compile(r"(?i)\b(?:columnist|opinion (?:contributor|writer|editor)|editorial board)\b")
_DISCLAIMED = re.compile(
    r"(?i)\b(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,80}"
    r"\b(?:(?:author|writer|columnist)s?|(?:his|her|their) own)\b"
)
_LONGEST_NOTE = 500
"""Code points of a line about the author."""


def _guess(document: Document) -> Genre:
    for name, why in (labelled(document), _addressed(document)):
        if name:
            return Genre(name, By.GUESS, why)
    from .models.opinion import probability

    if probability(document) >= SURE:
        return Genre(OPINION, By.GUESS, "it argues in the writer's own voice")
    return Genre(NEWS, By.GUESS)


def labelled(document: Document) -> tuple[str, str]:
    """What a label stands for, with the reason; empty where there is none."""
    for said in document.metadata:
        if said.name in _SECTIONS and (name := _LABELS.get(_bare(said.value), "")):
            return name, f"its {said.name.rpartition(':')[2]} is “{_plain(said.value)}”"
    for label in _labels(document):
        if name := _LABELS.get(_bare(label), ""):
            return name, f"it is labelled “{_plain(label)}”"
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if len(text) > _LONGEST_NOTE:
            continue
        if _DISCLAIMED.search(text):
            return OPINION, "it says that its views are the author's"
        if block.kind is BlockKind.AUTHOR and _SIGNED.search(text):
            return OPINION, "its author is a columnist"
    return "", ""


def _labels(document: Document) -> Iterator[str]:
    """What may be a label: short lines about the headline, and what stands before or after a colon or bar in it."""
    texts = [document.text[b.start : b.end] for b in document.blocks]
    for block in _top(document):
        text = texts[block.index]
        if len(text) <= _LONGEST_LABEL + len(_EDGES) and not _in_menu(texts, block.index):
            yield text
        before = _BEFORE.match(text)
        if before and (block.kind in HEADS or before["label"].isupper()):
            yield before["label"]
        after = _AFTER.search(text) if block.kind is BlockKind.HEADLINE else None
        if after:
            yield after["label"]


def _top(document: Document) -> Iterator[Block]:
    """The blocks about the headline and the first paragraphs; in menus and the like, labels are links to elsewhere."""
    paragraphs = 0
    for block in document.blocks:
        if block.kind in BODY and document.words(block.start, block.end) > _BODY_READ:
            paragraphs += 1
            if paragraphs > _BODY_READ:
                return
        if block.kind not in (
            BlockKind.FURNITURE,
            BlockKind.LIST_ITEM,
            BlockKind.CODE,
            BlockKind.CELL,
            BlockKind.QUOTE,
        ):
            yield block


def _in_menu(texts: list[str], index: int) -> bool:
    """Whether a line stands among others of one word, as the sections of a site do, and not over or under a headline."""
    beside = [texts[i] for i in (index - 1, index + 1) if 0 <= i < len(texts)]
    return any(len(text.split()) < 2 for text in beside)


def _addressed(document: Document) -> tuple[str, str]:
    """What folders of the file's path or of the page's address stand for, with the reason."""
    addresses = (m.value for m in document.metadata if m.name in _ADDRESSES)
    for address in addresses:
        try:
            folders = urlsplit(address).path.split("/")[:-1]
        except ValueError:
            continue
        if name := _of_folders(folders):
            return name, "its address is in that section"
    name = of_path(document.source.path)
    return name, "its path is in such a folder" if name else ""


def _of_folders(folders: Iterable[str]) -> str:
    return next((_FOLDERS[f.lower()] for f in folders if f.lower() in _FOLDERS), "")


def _plain(label: str) -> str:
    """A label without the signs about it."""
    return " ".join(label.strip(_EDGES).split())


def _bare(label: str) -> str:
    return _plain(label).lower().replace("\u2013", "-")
