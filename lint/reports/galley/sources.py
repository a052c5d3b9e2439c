"""The sources of a draft as a section of the galley: a table of who is quoted, and quotations nobody is given for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..tally import counted
from .markup import shown

if TYPE_CHECKING:
    from ...sources import Loose, Sources, Voice

_EXCERPT = 120
_COLUMNS = ("Source", "What", "Said", "Words quoted", "Words reported", "Share", "Line", "Described as")


def sources_section(found: Sources, path: str, number: int) -> Iterator[str]:
    """The section of the draft that has this number on the page; nothing where nobody is quoted."""
    if not found.voices and not found.loose:
        return
    yield f'<section class="sources" aria-labelledby="s{number}">\n<h3 id="s{number}">Sources</h3>'
    yield f"<p>{_summary(found)}</p>"
    if found.voices:
        yield f'<div class="wide" role="region" tabindex="0" aria-label="Sources of {shown(path)}, {number}">\n<table>'
        head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS)
        yield f"<thead><tr>{head}</tr></thead>\n<tbody>"
        yield from map(_row, found.voices)
        yield "</tbody>\n</table>\n</div>"
    if found.loose:
        yield f"<p>{counted(len(found.loose), 'quotation')} with no speaker:</p>\n<ul>"
        yield from map(_item, found.loose)
        yield "</ul>"
    yield "</section>"


def _summary(found: Sources) -> str:
    said = f"{found.quoted:,} words quoted and {found.reported:,} reported, of {found.words:,}."
    if found.voices:
        said += f" {found.voices[0].share:.0%} of them from {shown(found.voices[0].name)}."
    if found.unnamed:
        said += f" {counted(len(found.unnamed), 'anonymous source')}."
    return said


def _row(voice: Voice) -> str:
    figures = (
        f"{len(voice.said):,}",
        f"{voice.quoted:,}",
        f"{voice.reported:,}",
        f"{voice.share:.0%}",
        f"{voice.first.line}",
    )
    cells = "".join(f'<td class="figure">{figure}</td>' for figure in figures)
    return (
        f'<tr><th scope="row">{shown(voice.name)}</th><td>{voice.kind}</td>{cells}'
        f"<td>{shown(voice.description)}</td></tr>"
    )


def _item(loose: Loose) -> str:
    text = loose.text if len(loose.text) <= _EXCERPT else f"{loose.text[:_EXCERPT].rstrip()}\u2026"
    return f"<li>line {loose.start.line}: {shown(text)}</li>"
