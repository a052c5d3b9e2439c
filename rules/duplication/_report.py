"""How a passage set twice is reported and taken out again."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Edit, Finding, Fix, Page, Safety

from ._copies import Copy

_TITLE = "Delete the later copy"


def finding(page: Page, copy: Copy, what: str) -> Finding:
    """A finding over the later copy, with the first as its related place. `what` names it in the message."""
    line = page.document.position(page.document.source_span(copy.earlier_start, copy.earlier_end).start).line
    message = f"{what} stands already in line {line}."
    if copy.others:
        message += f" {len(copy.others)} more in this draft {'do' if len(copy.others) > 1 else 'does'} too."
    related = [page.related(copy.earlier_start, copy.earlier_end, "first set here")]
    related += [page.related(start, end, "also set twice") for start, end in copy.others]
    return page.finding(
        copy.start,
        copy.end,
        message,
        fixes=list(_deletion(page, copy)),
        related=related,
        confidence=1.0 if copy.exact else 0.9,
    )


def _deletion(page: Page, copy: Copy) -> Iterator[Fix]:
    """Takes the later copy out; one that is not word for word is a person's to choose from."""
    safety = Safety.UNSAFE if copy.exact else Safety.SHOW
    if not copy.whole:
        if not page.document.map.empties_markup(copy.start, copy.end):
            yield page.delete(copy.start, copy.end, _TITLE, safety=safety)
        return
    edit = _with_lines(page, copy)
    if edit is not None:
        yield Fix(_TITLE, (edit,), safety)


def _with_lines(page: Page, copy: Copy) -> Edit | None:
    """An edit that takes whole blocks out with the line breaks before them; None where other text shares their lines."""
    document = page.document
    source = document.source
    first, last = copy.blocks[0], copy.blocks[-1]
    if document.format == "html" or first.index == 0:
        return None
    start = source.lines.line(source.position(first.source.start).line).start
    end = source.lines.line(source.position(last.source.end).line).end
    if source.text[start : first.source.start].strip() or source.text[last.source.end : end].strip():
        return None
    while start > 0 and source.text[start - 1].isspace():
        start -= 1
    if any(start < c.span.end and c.span.start < end for c in document.comments):
        return None
    return Edit(start, end, "")
