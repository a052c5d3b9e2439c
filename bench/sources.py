"""How often the table of sources errs: articles of ../shared/data/news that were read line by line, against what is told.

    python bench/sources.py [--part dev] [--show] [ID...]
    python bench/sources.py --add LABELS.json...

`sources.json` beside this file holds, by article, who says what, as places in the text: no text of the articles. It was
labelled with `sources.md`, without sight of what Copydesk says; `--add` takes labels of that form into it.

A statement is right or missed, taken for another's, without a speaker, or has other words than those that are said (more
than two of them, and more than a seventh). Sentences told as somebody's that nobody says, sources counted twice, and names
and kinds that are not theirs are errors as well. What the labels call doubtful counts neither way.
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
from lint.speech import Speaker, read_speech
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


def tally(text: str, gold: Article, grammar: Grammar) -> Tally:
    """The errors of the table of one article."""
    document = read(Source(text), "plain")
    speech = read_speech(document, lambda some: grammar.read(document, some, Layer.PARSE))
    starts = [document.source_span(t.start, t.end).start for t in document.tokens]

    def tokens(statement: Mapping[str, Any]) -> set[int]:
        held = (range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in statement["said"])
        return {t for some in held for t in some if document.tokens[t].counts}

    doubted = {t for s in gold["statements"] if s["doubt"] for t in tokens(s)}
    stated = [
        (s["by"] if s["by"] is not None else _NOBODY, tokens(s) - doubted) for s in gold["statements"] if not s["doubt"]
    ]
    stated = [(by, words) for by, words in stated if words]
    labelled: Heard = defaultdict(set)
    for by, words in stated:
        labelled[by] |= words
    told: Heard = defaultdict(set)
    for one in speech.statements:
        by = _NOBODY if one.speaker is None else one.speaker
        told[by] |= {t for span in one.said for t in _words(document, *span)} - doubted
    owners, errors = _matched(document, gold, labelled, told, speech.speakers)
    heard: Heard = defaultdict(set)
    for by, words in told.items():
        heard[owners.get(by, -2 - by) if by != _NOBODY else _NOBODY] |= words
    for by, words in stated:
        errors += _compared(document, by, words, labelled[by], heard)
    errors += _unsaid(document, set().union(*labelled.values()), heard)
    return Tally(sorted(errors, key=lambda e: e.offset), len(stated), sum(by != _NOBODY for by in labelled))


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


def _matched(
    document: Document, gold: Article, labelled: Heard, told: Heard, speakers: Sequence[Speaker]
) -> tuple[dict[int, int], list[Error]]:
    """Which labelled source each told one is, by the words that both have; those told twice or by another name."""
    owners: dict[int, int] = {}
    first: dict[int, int] = {}
    errors: list[Error] = []
    shared = [
        (len(words & said), by, of)
        for by, words in told.items() if by != _NOBODY
        for of, said in labelled.items() if of != _NOBODY and words & said
    ]  # fmt: skip
    for _, by, of in sorted(shared, key=lambda s: (-s[0], s[1])):
        if by in owners:
            continue
        owners[by] = of
        source, speaker = gold["sources"][of], speakers[by]
        place = document.source_span(*speaker.first_full).start
        names = [document.source.text[slice(*span)] for span in source["names"]]
        alike = not names or _plain(speaker.name) in map(_plain, names)
        if of in first:
            if alike or not _another(source, speaker):
                errors.append(Error("one source as two", place, f"{speaker.name} is {speakers[first[of]].name}"))
            else:
                del owners[by]  # somebody else, who was given these words
            continue
        first[of] = by
        if not alike:
            errors.append(Error("name", place, f"{speaker.name}, not {' or '.join(names)}"))
        elif source["kind"] != speaker.kind.value and names:
            errors.append(Error("kind", place, f"{speaker.name}: {speaker.kind.value}, not {source['kind']}"))
    return owners, errors


def _another(source: Mapping[str, Any], speaker: Speaker) -> bool:
    return bool(source["kind"] == speaker.kind.value and source["kind"] == "person")


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


def _add(gold: dict[str, Any], texts: Mapping[str, str], paths: Sequence[Path]) -> None:
    for path in paths:
        for key, labels in json.loads(path.read_text(encoding="utf-8")).items():
            try:
                gold[key] = placed(texts[key], labels)
            except ValueError as error:
                raise SystemExit(f"{path}: {key}: {error}") from None
    lines = (f"{json.dumps(key)}: {json.dumps(gold[key], separators=(',', ':'))}" for key in sorted(gold))
    GOLD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Compare and print, or take labels in."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these articles")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--part", choices=["train", "dev"], help="only articles of this part")
    parser.add_argument("--show", action="store_true", help="print each error")
    parser.add_argument("--add", nargs="+", type=Path, metavar="LABELS", help="take these labels in")
    given = parser.parse_args()
    gold = json.loads(given.gold.read_text(encoding="utf-8")) if given.gold.exists() else {}
    texts = {
        key: text for part in ("train", "dev") if given.part in (None, part) for key, text in drafts(given.data, part)
    }
    if given.add:
        _add(gold, texts, given.add)
        return
    wanted = [key for key in sorted(gold) if key in texts and (not given.ids or key in given.ids)]
    grammar = Grammar()
    counts: Counter[str] = Counter()
    statements = sources = clean = 0
    for key in wanted:
        found = tally(texts[key], gold[key], grammar)
        counts.update(error.what for error in found.errors)
        statements, sources, clean = statements + found.statements, sources + found.sources, clean + (not found.errors)
        for error in found.errors if given.show else ():
            line = texts[key].count("\n", 0, error.offset) + 1
            print(f"{key}:{line}: {error.what}: {error.detail}")
    total = counts.total()
    print(f"{len(wanted)} articles, {clean} without an error; {statements} statements of {sources} sources")
    print(f"{total} errors, {total / max(1, statements):.1%} of the statements")
    for what, count in counts.most_common():
        print(f"  {count:4} {what}")


if __name__ == "__main__":
    main()
