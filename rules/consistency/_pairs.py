"""Pairs of forms that may be one name spelled two ways, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ._forms import Form
from ._known import plain, variants

_SHORTEST_OF_TWO_EDITS = 8
_SAME_START = 3
_FULLEST_BUCKET = 200


def pairs(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, int]]:
    """Two forms and how many edits part them (0: accents, capitals or accepted spellings), each pair once."""
    seen: set[tuple[str, str]] = set()
    for one, other in _near(forms):
        key = (min(one.text, other.text), max(one.text, other.text))
        if key in seen:
            continue
        seen.add(key)
        if variants().get(one.text, one.text) == variants().get(other.text, other.text):
            yield one, other, 0
            continue
        first, second = plain(one.text), plain(other.text)
        limit = 2 if min(len(first), len(second)) >= _SHORTEST_OF_TWO_EDITS else 1
        edits = _edits(first, second, limit)
        if edits <= limit:
            yield one, other, edits


def _edits(first: str, second: str, limit: int) -> int:
    """Edits and swaps of neighbours from one to the other, or more than `limit`."""
    first, second = _unlike(first, second)
    longer = max(len(first), len(second))
    if longer < 2:
        return longer
    if limit < 2:
        return 1 if longer == 2 and first == second[::-1] else limit + 1
    from rapidfuzz.distance import OSA  # slow to load, and most drafts have no pair to compare

    return OSA.distance(first, second, score_cutoff=limit)


def _unlike(first: str, second: str) -> tuple[str, str]:
    """Two words without the letters with which both begin and end."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return first, second


def _near(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs that share a key. Two forms one edit apart are alike once a letter is dropped from one or both."""
    buckets: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in _keys(form.text):
            buckets[key].append(form)
    for bucket in buckets.values():
        if len(bucket) > _FULLEST_BUCKET:
            continue  # a list of names, not a story; comparing each with each would not be linear
        for i, one in enumerate(bucket):
            for other in bucket[i + 1 :]:
                yield one, other


def _keys(text: str) -> Iterable[str]:
    word = plain(text)
    keys = {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
    if len(word) >= _SHORTEST_OF_TWO_EDITS:
        keys.add("^" + word[:_SAME_START])
    if text in variants():
        keys.add("=" + variants()[text])
    return keys
