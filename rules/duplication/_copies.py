"""Passages of a draft that stand in it a second time, word for word or nearly so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from lint.rule import BlockKind, Document, Sentence, Token

READ = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.AUTHOR})
_SHINGLE = 4
_POSTINGS = 6
_SHORTEST_NEAR = 8
_NEAR = 90.0


@dataclass(frozen=True, slots=True)
class Copy:
    """Sentences [first, last) of `Copies.sentences`, which repeat as many from `earlier` on."""

    first: int
    last: int
    earlier: int
    exact: bool


class Copies:
    """All passages set twice, in order, none within another. Each sentence is compared with few others."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences = [s for s in document.sentences if document.blocks[s.block].kind in READ]
        self._words = [_words(document, s) for s in self.sentences]
        self.found = list(self._runs())

    def words(self, copy: Copy) -> int:
        """How many words a copy has."""
        return sum(len(w) for w in self._words[copy.first : copy.last])

    def _runs(self) -> Iterator[Copy]:
        matches = self._matches()
        i = 0
        while i < len(self.sentences):
            best = max((self._run(matches, i, j) for j in matches[i]), key=lambda c: c.last, default=None)
            if best is None:
                i += 1
                continue
            yield best
            i = best.last

    def _run(self, matches: Sequence[dict[int, bool]], i: int, j: int) -> Copy:
        length, exact = 0, True
        while i + length < len(matches) and j + length < i and j + length in matches[i + length]:
            exact = exact and matches[i + length][j + length]
            length += 1
        return Copy(i, i + length, j, exact)

    def _matches(self) -> list[dict[int, bool]]:
        """For each sentence, the earlier ones that it repeats, and whether word for word."""
        same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
        found: list[dict[int, bool]] = []
        for i, words in enumerate(self._words):
            key = tuple(t.norm for t in words)
            matched = dict.fromkeys(same[key], True) if key else {}
            if len(key) >= _SHORTEST_NEAR:
                parts = [key[k : k + _SHINGLE] for k in range(len(key) - _SHINGLE + 1)]
                if not matched:
                    shared = Counter(j for part in parts for j in shingles.get(part, ()))
                    likely = [j for j, n in shared.most_common(3) if 2 * n >= len(parts)]
                    matched = {j: False for j in likely if self._near(i, j)}
                for part in parts:
                    if len(shingles[part]) < _POSTINGS:
                        shingles[part].append(i)
            found.append(matched)
            if key and len(same[key]) < _POSTINGS:
                same[key].append(i)
        return found

    def _near(self, i: int, j: int) -> bool:
        """Nine words in ten the same, and no name or number among those that differ: those make two facts."""
        left, right = self._words[i], self._words[j]
        if fuzz.ratio([t.norm for t in left], [t.norm for t in right]) < _NEAR:
            return False
        ours, theirs = Counter(t.norm for t in left), Counter(t.norm for t in right)
        odd = [t for t in left if ours[t.norm] != theirs[t.norm]] + [t for t in right if ours[t.norm] != theirs[t.norm]]
        return not any(not t.is_word or (t.capitalized and t not in (left[0], right[0])) for t in odd)


def _words(document: Document, sentence: Sentence) -> list[Token]:
    return [t for t in document.tokens[sentence.first : sentence.last] if t.counts]
