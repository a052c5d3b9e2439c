"""Runs of sentences that stand in a draft a second time, word for word or nearly so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lint.rule import Document, Sentence

# A near copy begins or ends with the same four words, so that few sentences need comparing.
_END = 4
_COMPARED = 6
_SHORTEST_NEAR, _LONGEST_NEAR = 8, 400
_NEAR = 90.0
_GAP = 3


class Run:
    """Sentences [first, last) repeat those from `earlier` up to `until`, all by index into those read.

    `exact` says that they differ in case, spaces and marks at most. `between` counts words that do not repeat.
    """

    def __init__(self, first: int, last: int, earlier: int, until: int, exact: bool) -> None:
        self.first = first
        self.last = last
        self.earlier = earlier
        self.until = until
        self.exact = exact
        self.between = 0


class Repeats:
    """Sentences of a draft and the runs of them that repeat earlier ones, in order, none within another."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._words = [[t for t in document.tokens[s.first : s.last] if t.counts] for s in sentences]
        self._keys = [tuple([t.norm for t in words]) for words in self._words]
        self._vocabularies = [frozenset(key) for key in self._keys]
        self._times = Counter(self._keys)
        self.runs = list(self._runs(self._matches()))

    def words(self, run: Run) -> int:
        """How many words of a run repeat."""
        return self._count(run.first, run.last) - run.between

    def words_set_often(self, run: Run, times: int) -> int:
        """How many words of a run stand in sentences that the draft has so many times or more."""
        return sum(len(key) for key in self._keys[run.first : run.last] if self._times[key] >= times)

    def joined(self, runs: Sequence[Run]) -> list[Run]:
        """The runs, with those made one that a few sentences part in both copies."""
        joined: list[Run] = []
        for run in runs:
            last = joined[-1] if joined else None
            if last and self._goes_on(last, run):
                last.between += self._count(last.last, run.first)
                last.exact = last.exact and run.exact and run.first == last.last and run.earlier == last.until
                last.last, last.until = run.last, run.until
            else:
                joined.append(run)
        return joined

    @staticmethod
    def _goes_on(left: Run, right: Run) -> bool:
        near = right.first - left.last <= _GAP and 0 <= right.earlier - left.until <= _GAP
        return near and right.until <= left.first

    def _runs(self, matches: Sequence[dict[int, bool]]) -> Iterator[Run]:
        i = 0
        while i < len(matches):
            best = max((_run(matches, i, j) for j in matches[i]), key=lambda r: r.last, default=None)
            if best is None:
                i += 1
                continue
            yield best
            i = best.last

    def _matches(self) -> list[dict[int, bool]]:
        """For each sentence, the earlier ones that it repeats, and whether word for word."""
        same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        ends: dict[tuple[str, ...], list[int]] = defaultdict(list)
        found: list[dict[int, bool]] = []
        for i, key in enumerate(self._keys):
            matched = dict.fromkeys(same[key], True) if key else {}
            if _SHORTEST_NEAR <= len(key) <= _LONGEST_NEAR:
                both = (("first", *key[:_END]), ("last", *key[-_END:]))
                if not matched:
                    likely = dict.fromkeys(j for end in both for j in ends[end])
                    matched = {j: False for j in likely if self._near(i, j)}
                for end in both:
                    if len(ends[end]) < _COMPARED:
                        ends[end].append(i)
            found.append(matched)
            if key and len(same[key]) < _COMPARED:
                same[key].append(i)
        return found

    def _near(self, i: int, j: int) -> bool:
        """Nine words in ten the same, and no name or number among those that differ: those make two facts."""
        one, other = self._keys[i], self._keys[j]
        needed = _NEAR * (len(one) + len(other))
        if 200 * sum(map(self._vocabularies[j].__contains__, one)) < needed:
            return False  # too few words in common, whatever their order
        ours, theirs = Counter(one), Counter(other)
        odd = [t for k in (i, j) for t in self._words[k][1:] if ours[t.norm] != theirs[t.norm]]
        if any(not t.is_word or t.capitalized for t in odd):
            return False
        if 200 * _alike_at_ends(one, other) >= needed:
            return True

        from rapidfuzz import fuzz  # slow to load, and most drafts have nothing left to compare

        return fuzz.ratio(one, other) >= _NEAR

    def _count(self, first: int, last: int) -> int:
        return sum(map(len, self._keys[first:last]))


def _alike_at_ends(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sentences share before and after the stretch in which they differ."""
    begin = _alike(one, other)
    return begin + _alike(one[begin:][::-1], other[begin:][::-1])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _run(matches: Sequence[dict[int, bool]], i: int, j: int) -> Run:
    """The longest run of sentences from i on that repeats those from j on."""
    length, exact = 0, True
    while i + length < len(matches) and j + length < i and j + length in matches[i + length]:
        exact = exact and matches[i + length][j + length]
        length += 1
    return Run(i, i + length, j, j + length, exact)
