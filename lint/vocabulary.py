"""The unknown words of many drafts, counted: what an accept list is made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .finding import Problem
from .settings import Settings
from .spelling import speller_for, unknown_words, variety
from .text.blocks import COPY
from .text.document import Document
from .text.span import Position
from .text.tokens import normal

_LIKELY = 0.87


class Word(NamedTuple):
    """A word that no dictionary has and no config accepts: how often it is set, in how many drafts, where first.

    A name is set with a capital wherever it stands. `suggestion` is the word that it is likely a slip for, or "".
    """

    word: str
    times: int
    drafts: int
    path: str
    place: Position
    name: bool
    suggestion: str = ""


class Vocabulary(NamedTuple):
    """Unknown words and names, each the most frequent first, and what went wrong."""

    words: Sequence[Word]
    problems: Sequence[Problem]

    @property
    def common(self) -> list[Word]:
        """The words that are no names."""
        return [w for w in self.words if not w.name]

    @property
    def names(self) -> list[Word]:
        """The names."""
        return [w for w in self.words if w.name]


class _Seen:
    """The uses of one form, in lower case."""

    def __init__(self, path: str, place: Position, language: str) -> None:
        self.path, self.place, self.language = path, place, language
        self.shown: dict[str, int] = {}
        self.drafts: set[str] = set()

    def word(self, form: str) -> Word:
        times, name = sum(self.shown.values()), form not in self.shown
        shown = max(self.shown, key=lambda s: self.shown[s]) if name else form
        return Word(shown, times, len(self.drafts), self.path, self.place, name, "" if name else self._suggestion(form))

    def _suggestion(self, form: str) -> str:
        verdict = speller_for(self.language).judge(form)
        return verdict.candidates[0].word if verdict.sure >= _LIKELY else ""


def collect(drafts: Iterable[tuple[Document, Settings] | Problem], *, least: int = 1) -> Vocabulary:
    """The unknown words of drafts, those that are set at least so often, less those that their configs accept."""
    seen: dict[str, _Seen] = {}
    problems: list[Problem] = []
    for draft in drafts:
        if isinstance(draft, Problem):
            problems.append(draft)
            continue
        document, settings = draft
        path = document.source.path
        for unknown in unknown_words(document):
            shown = document.text[unknown.start : unknown.end]
            if document.block_at(unknown.start).kind not in COPY or _accepted(shown, settings):
                continue
            held = seen.get(unknown.form)
            if held is None:
                place = document.position(document.source_span(unknown.start, unknown.end).start)
                held = seen[unknown.form] = _Seen(path, place, settings.language or variety(document))
            held.shown[shown] = held.shown.get(shown, 0) + 1
            held.drafts.add(path)
    words = [held.word(form) for form, held in seen.items()]
    kept = sorted((w for w in words if w.times >= least), key=lambda w: (w.name, -w.times, w.word))
    return Vocabulary(kept, problems)


def _accepted(shown: str, settings: Settings) -> bool:
    return shown in settings.accept or normal(shown) in settings.accept


# what is written


def as_json(vocabulary: Vocabulary) -> str:
    """A JSON object with a list of words; offsets count code points."""
    found = [_data(word) for word in vocabulary.words]
    problems = [problem.message for problem in vocabulary.problems]
    return json.dumps({"version": 1, "words": found, "problems": problems}, indent=2, ensure_ascii=False) + "\n"


def _data(word: Word) -> Mapping[str, Any]:
    place = {"path": word.path, "offset": word.place.offset, "line": word.place.line, "column": word.place.column}
    return {
        "word": word.word,
        "count": word.times,
        "drafts": word.drafts,
        "name": word.name,
        "first": place,
        "suggestion": word.suggestion or None,
    }


def as_toml(vocabulary: Vocabulary) -> str:
    """The words as `accept` of a config. A likely slip is commented out."""
    lines = ["accept = ["]
    for word in vocabulary.words:
        said = f"{json.dumps(word.word, ensure_ascii=False)},"
        lines.append(f"  # {said}  {word.suggestion}?" if word.suggestion else f"  {said}  # {word.times}")
    return "\n".join([*lines, "]"]) + "\n"


def as_list(vocabulary: Vocabulary) -> str:
    """The words one a line, as `accept-files` names them. A likely slip is commented out."""
    return "".join(f"# {w.word}: {w.suggestion}?\n" if w.suggestion else f"{w.word}\n" for w in vocabulary.words)


FORMS: Mapping[str, Callable[[Vocabulary], str]] = {"json": as_json, "accept": as_toml, "list": as_list}
"""How a vocabulary is written for other programs."""
