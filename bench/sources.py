"""How often the table of sources errs: articles of ../shared/data/news that were read line by line, against what is told.

    python bench/sources.py [--part dev] [--show] [ID...]
    python bench/sources.py --readers LABELS.json
    python bench/sources.py --add LABELS.json...

`sources.json` beside this file holds, by article, who says what, as places in the text: no text of the articles. It was
labelled with `sources.md`, without sight of what Copydesk says; `--add` takes labels of that form into it, `--readers`
tells how far a second reader's differ.

A statement is right or missed, taken for another's, without a speaker, or has other words than those that are said (more
than two of them, and more than a seventh). Sentences told as somebody's that nobody says, sources counted twice, and names
and kinds that are not theirs are errors as well. Whoever is told under a labelled name is taken for that source first.
What the labels call doubtful counts neither way.
"""

from __future__ import annotations

import argparse
import json
import lzma
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint.grammar import Layer
from lint.nlp import Grammar
from lint.readers import read
from lint.speech import read_speech
from lint.text.document import Document
from lint.text.source import Source
from lint.text.tokens import Token

GOLD = Path(__file__).with_suffix(".json")
_FEW, _PART = 2, 7
_NOBODY = -1
_ARTICLES = frozenset(("the", "a", "an", "some"))

Article = Mapping[str, Any]
Heard = dict[int, set[int]]
"""By source, the tokens that it says: `_NOBODY` where no speaker is given."""


class Named(NamedTuple):
    """A source as a table has it: names that fit, what it is, and the offset where it is named."""

    names: Sequence[str]
    kind: str
    place: int


class Table(NamedTuple):
    """Who says what in an article: statements as source and tokens, and tokens of what may or may not be one."""

    sources: Sequence[Named]
    stated: Sequence[tuple[int, set[int]]]
    doubted: set[int]

    def heard(self) -> Heard:
        """What each source says in all."""
        found: Heard = defaultdict(set)
        for by, words in self.stated:
            found[by] |= words
        return dict(found)

    def without(self, doubted: set[int]) -> Table:
        """The table less some tokens."""
        stated = [(by, words - doubted) for by, words in self.stated if words - doubted]
        return self._replace(stated=stated)


class Error(NamedTuple):
    """What is wrong at an offset, and how it reads: what is labelled, and what is told."""

    what: str
    offset: int
    detail: str


class Tally(NamedTuple):
    """The errors in an article, among how many statements of how many sources."""

    errors: list[Error]
    statements: int
    sources: int


def drafts(data: Path, part: str) -> Iterator[tuple[str, str]]:
    """The id and the text of every article of a part, as a draft: title and paragraphs with a blank line between."""
    with lzma.open(data / "news" / f"{part}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], "\n\n".join([row["title"], *row["paragraphs"]]) + "\n"


def told(document: Document, grammar: Grammar) -> Table:
    """What the program tells of a draft."""
    speech = read_speech(document, lambda some: grammar.read(document, some, Layer.PARSE))
    sources = [
        Named([s.name, f"{s.name} {s.description}"], s.kind.value, document.source_span(*s.first_full).start)
        for s in speech.speakers
    ]
    stated = [
        (_NOBODY if one.speaker is None else one.speaker, {t for span in one.said for t in _words(document, *span)})
        for one in speech.statements
    ]
    return Table(sources, stated, set())


def labelled(document: Document, article: Article) -> Table:
    """What the labels tell of a draft."""
    starts = [document.source_span(t.start, t.end).start for t in document.tokens]

    def tokens(statement: Mapping[str, Any]) -> set[int]:
        held = (range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in statement["said"])
        return {t for some in held for t in some if document.tokens[t].counts}

    text = document.source.text
    sources = [
        Named([text[slice(*span)] for span in s["names"]], s["kind"], min((n[0] for n in s["names"]), default=0))
        for s in article["sources"]
    ]
    stated = [(_NOBODY if s["by"] is None else s["by"], tokens(s)) for s in article["statements"] if not s["doubt"]]
    return Table(sources, stated, {t for s in article["statements"] if s["doubt"] for t in tokens(s)})


def tally(document: Document, gold: Table, table: Table) -> Tally:
    """The errors of a table of one article."""
    doubted = gold.doubted | table.doubted
    gold, table = gold.without(doubted), table.without(doubted)
    owned = gold.heard()
    owners, errors = _matched(gold, table)
    heard: Heard = defaultdict(set)
    for by, words in table.heard().items():
        heard[owners.get(by, -2 - by) if by != _NOBODY else _NOBODY] |= words
    for by, words in gold.stated:
        errors += _compared(document, by, words, owned[by], heard)
    errors += _unsaid(document, set().union(*owned.values()), heard)
    return Tally(sorted(errors, key=lambda e: e.offset), len(gold.stated), sum(by != _NOBODY for by in owned))


def _compared(document: Document, by: int, words: set[int], all_of_it: set[int], heard: Heard) -> Iterator[Error]:
    """What is wrong about one statement. In `heard`, sources below -1 are those that no labelled one answers to."""
    own = heard.get(by, set())
    others = {other: len(held & words) for other, held in heard.items() if other != by and held & words}
    most = max(others, key=lambda other: others[other], default=by)
    place = _place(document, words)
    if len(own & words) * 2 <= len(words) and others.get(most, 0) > len(own & words):
        yield Error("no speaker" if most == _NOBODY else "wrong speaker", place, _shown(document, words))
    elif not own & words:
        yield Error("missed", place, _shown(document, words))
    else:
        spare = (own & _sentences(document, words)) - all_of_it
        if len(words - own) + len(spare) > max(_FEW, len(words) / _PART):
            lacks, more = _shown(document, words - own), _shown(document, spare)
            yield Error("words", place, f"lacks [{lacks}], has too much [{more}]")


def _unsaid(document: Document, claimed: set[int], heard: Heard) -> Iterator[Error]:
    """Sentences in which words are told as somebody's, and nobody says any."""
    for words in heard.values():
        for sentence in document.sentences:
            inside = words & set(range(sentence.first, sentence.last))
            if len(inside) > _FEW and not inside & claimed:
                yield Error("nobody says", _place(document, inside), _shown(document, inside))


def _sentences(document: Document, words: set[int]) -> set[int]:
    """All tokens of the sentences that some stand in."""
    held = (document.sentence_at(document.tokens[t].start) for t in words)
    return {t for sentence in set(held) if sentence is not None for t in range(sentence.first, sentence.last)}


def _matched(gold: Table, table: Table) -> tuple[dict[int, int], list[Error]]:
    """Which source of the labels each one of a table is, by the words that both have; those told twice or misnamed."""
    owners: dict[int, int] = {}
    first: dict[int, int] = {}
    errors: list[Error] = []
    shared = [
        (not _alike(table.sources[by], gold.sources[of]), -len(words & said), by, of)
        for by, words in table.heard().items() if by != _NOBODY
        for of, said in gold.heard().items() if of != _NOBODY and words & said
    ]  # fmt: skip
    for unlike, _, by, of in sorted(shared):
        if by in owners:
            continue
        right, given = gold.sources[of], table.sources[by]
        if of in first:
            if unlike and right.kind == given.kind == "person":
                continue  # somebody else, who was given these words
            other = table.sources[first[of]].names
            errors.append(Error("one source as two", given.place, f"{_any(given.names[:1])} is {_any(other[:1])}"))
        elif unlike:
            errors.append(Error("name", given.place, f"{_any(given.names[:1])}, not {_any(right.names)}"))
        elif right.names and not _of_kind(right, given):
            errors.append(Error("kind", given.place, f"{_any(given.names[:1])}: {given.kind}, not {right.kind}"))
        owners[by] = of
        first.setdefault(of, by)
    return owners, errors


def _alike(one: Named, other: Named) -> bool:
    """Whether two sources share a name, or are several who speak together, whom a table joins by itself."""
    if not one.names or not other.names:
        return True
    joined = one.kind == other.kind == "group" and all(any(" and " in n for n in named.names) for named in (one, other))
    return joined or bool(set(map(_plain, one.names)) & set(map(_plain, other.names)))


def _of_kind(right: Named, given: Named) -> bool:
    """Whether a kind is the labelled one. Several who are not named are a group as well as anonymous."""
    several = not right.names[0].lower().startswith(("a ", "an ", "one ", "another "))
    return right.kind == given.kind or (several and {right.kind, given.kind} == {"group", "anonymous"})


def _any(names: Sequence[str]) -> str:
    return " or ".join(names) or "several"


def _plain(name: str) -> str:
    words = name.lower().replace("\u2019", "'").split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def _words(document: Document, start: int, end: int) -> set[int]:
    first = document.token_at(start)
    return {first + k for k, token in enumerate(document.tokens_in(start, end)) if token.counts}


def _place(document: Document, tokens: Iterable[int]) -> int:
    first = document.tokens[min(tokens)]
    return document.source_span(first.start, first.end).start


def _shown(document: Document, tokens: Iterable[int]) -> str:
    held: list[Token] = [document.tokens[t] for t in sorted(tokens)]
    return " ".join(t.text for t in held)


# the labels


def placed(text: str, labels: Mapping[str, Any]) -> dict[str, Any]:
    """Labels of one article as places in its text. Raises ValueError for words that do not stand there in order."""
    numbers = {source["n"]: k for k, source in enumerate(labels["sources"])}
    at = text.index("\n")
    statements = []
    for labelled in labels["statements"]:
        said = []
        for words in labelled["words"]:
            start = text.find(words, at)
            if start < 0:
                raise ValueError(f"no such words from {at} on: {words}")
            at = start + len(words)
            said.append([start, at])
        by = None if labelled["by"] is None else numbers[labelled["by"]]
        statements.append({"by": by, "doubt": bool(labelled.get("doubt")), "said": said})
    return {"sources": [_source(text, source) for source in labels["sources"]], "statements": statements}


def _source(text: str, source: Mapping[str, Any]) -> dict[str, Any]:
    names = [source["name"], *source.get("also", ())]
    return {"kind": source["kind"], "names": [[text.index(n), text.index(n) + len(n)] for n in names if n in text]}


def _add(gold: dict[str, Any], texts: Mapping[str, str], paths: Sequence[Path], to: Path) -> None:
    for path in paths:
        for key, labels in json.loads(path.read_text(encoding="utf-8")).items():
            try:
                gold[key] = placed(texts[key], labels)
            except ValueError as error:
                raise SystemExit(f"{path}: {key}: {error}") from None
    lines = (f"{json.dumps(key)}: {json.dumps(gold[key], separators=(',', ':'))}" for key in sorted(gold))
    to.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Compare and print, or take labels in."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these articles")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--part", choices=["train", "dev"], help="only articles of this part")
    parser.add_argument("--show", action="store_true", help="print each error")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    parser.add_argument("--readers", type=Path, metavar="LABELS", help="other labels, compared in place of the program")
    parser.add_argument("--add", nargs="+", type=Path, metavar="LABELS", help="take these labels in")
    given = parser.parse_args()
    gold = json.loads(given.gold.read_text(encoding="utf-8")) if given.gold.exists() else {}
    texts = {
        key: text for part in ("train", "dev") if given.part in (None, part) for key, text in drafts(given.data, part)
    }
    if given.add:
        _add(gold, texts, given.add, given.gold)
        return
    others = json.loads(given.readers.read_text(encoding="utf-8")) if given.readers else None
    wanted = [key for key in sorted(gold) if key in texts and (not given.ids or key in given.ids)]
    wanted = [key for key in wanted if others is None or key in others]
    grammar = Grammar()
    counts: Counter[str] = Counter()
    statements = sources = clean = 0
    for key in wanted:
        document = read(Source(texts[key]), "plain")
        table = told(document, grammar) if others is None else labelled(document, placed(texts[key], others[key]))
        found = tally(document, labelled(document, gold[key]), table)
        counts.update(error.what for error in found.errors)
        statements, sources, clean = statements + found.statements, sources + found.sources, clean + (not found.errors)
        for error in found.errors if given.show else ():
            line = texts[key].count("\n", 0, error.offset) + 1
            print(f"{key}:{line}: {error.what}: {error.detail}")
    total = counts.total()
    part = total / max(1, statements)
    if given.json:
        print(
            json.dumps({"statements": statements, "sources": sources, "errors": counts, "errors_per_statement": part})
        )
        return
    print(f"{len(wanted)} articles, {clean} without an error; {statements} statements of {sources} sources")
    print(f"{total} errors, {part:.1%} of the statements")
    for what, count in counts.most_common():
        print(f"  {count:4} {what}")


if __name__ == "__main__":
    main()
