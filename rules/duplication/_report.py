"""How a passage set twice is reported and taken out again."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Finding, Fix, Page, Safety

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
    if copy.blocks[0].index:
        whole = page.delete_lines(copy.blocks[0], copy.blocks[-1], _TITLE, safety=safety)
        if whole is not None:
            yield whole
