"""Elements around stretches of one text that may overlap in any way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

_DEEPEST = 12


class Stretch(NamedTuple):
    """An element around text [start, end). Where others cross it, it is closed and opened `again`.

    `first` opens it and may have an id, `after` follows it once. An empty stretch is a point.
    """

    start: int
    end: int
    first: str
    again: str
    closing: str
    after: str = ""


def around(text: str, start: int, end: int, stretches: Sequence[Stretch], show: Callable[[str], str]) -> Iterator[str]:
    """HTML of text [start, end) with elements around its stretches, which lie within it.

    Where too many are open, others become points, so that the output grows no faster than the input.
    """
    opening: dict[int, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        opening[stretch.start].append(stretch)
    cuts = sorted({start, end, *opening, *(s.end for s in stretches)})
    held: list[Stretch] = []
    at = start
    for cut in cuts:
        if cut > at:
            yield show(text[at:cut])
            at = cut
        yield from _closed(held, cut)
        for stretch in sorted(opening[cut], key=lambda s: -s.end):
            yield stretch.first
            if stretch.end > cut and len(held) < _DEEPEST:
                held.append(stretch)
            else:
                yield stretch.closing + stretch.after


def _closed(held: list[Stretch], cut: int) -> Iterable[str]:
    """Closes the stretches that end at a cut, and takes them from `held`."""
    first = next((i for i, stretch in enumerate(held) if stretch.end <= cut), len(held))
    crossed = held[first:]
    left = [stretch for stretch in crossed if stretch.end > cut]
    held[first:] = left
    return [
        *(stretch.closing for stretch in reversed(crossed)),
        *(stretch.after for stretch in crossed if stretch.end <= cut),
        *(stretch.again for stretch in left),
    ]
