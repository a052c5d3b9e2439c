"""Named sets of settings, and warm linters for what a request asks on top of one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..errors import nearest
from ..linter import Linter
from ..models.judge import Question, open_judge
from ..nlp import Grammar
from ..packs import Catalogue, load
from ..readers import read
from ..rule import Layer
from ..settings import Settings
from ..text.source import Source
from .faults import RequestError

_MOST_LINTERS = 32
_MOST_SENTENCES = 2_000
_STORY_DATE = "story-date"
_ANY_SENTENCE = "The council said on Monday that the bridge had been closed."
_ANY_QUESTION = Question("", _ANY_SENTENCE, 0, 3, ("A",))


class Ask(NamedTuple):
    """What a request asks: a profile, and what differs from it. Empty where it says nothing.

    `more` are rules to use besides those that are on, `story_date` is YYYY-MM-DD.
    """

    profile: str
    genre: str = ""
    language: str = ""
    story_date: str = ""
    more: frozenset[str] = frozenset()


class Profiles:
    """Linters by what is asked, made when first asked for. All share rules and grammar; the least used is dropped."""

    def __init__(self, settings: Mapping[str, Settings]) -> None:
        self.settings = settings
        self._grammar = Grammar(most_held=_MOST_SENTENCES)
        self._catalogues: dict[tuple[Any, ...], Catalogue] = {}
        self._linters: OrderedDict[Ask, Linter] = OrderedDict()

    def require(self, name: str) -> None:
        """Raise RequestError (400) where there is no such profile."""
        if name not in self.settings:
            remedy = nearest(name, self.settings) or f"there are {', '.join(self.settings)}"
            raise RequestError(400, "unknown_profile", f"no profile has this name; {remedy}", "profile")

    def catalogue(self, name: str) -> Catalogue:
        """The rules there are in a profile."""
        settings = self.settings[name]
        key = (settings.packs, settings.python_packs)
        if key not in self._catalogues:
            self._catalogues[key] = load(*key)
        return self._catalogues[key]

    def linter(self, ask: Ask) -> Linter:
        """The linter for what is asked."""
        if ask in self._linters:
            self._linters.move_to_end(ask)
        else:
            catalogue = self.catalogue(ask.profile)
            self._linters[ask] = Linter(self._settings(ask, catalogue), catalogue, self._grammar)
            if len(self._linters) > _MOST_LINTERS:
                self._linters.popitem(last=False)
        return self._linters[ask]

    def warm(self) -> None:
        """Load what the default rules and the sources will want, grammar too, before the first draft comes."""
        linter = self.linter(Ask(next(iter(self.settings))))
        document = read(Source(_ANY_SENTENCE), "plain")
        linter.check_document(document)
        for judge in sorted({settings.judge for settings in self.settings.values() if settings.judge}):
            open_judge(judge).gains([_ANY_QUESTION])
        for layer in sorted({rule.layer for rule in linter.rules.values() if rule.ask} | {Layer.PARSE}):
            self._grammar.read(document, document.sentences, Layer(layer))

    def _settings(self, ask: Ask, catalogue: Catalogue) -> Settings:
        held = self.settings[ask.profile]
        if ask.genre:
            held = held.with_(asked_genre=ask.genre)
        if ask.language:
            held = held.with_(language=ask.language)
        if ask.story_date:
            takers = [name for name, rule in catalogue.rules.items() if rule.option(_STORY_DATE)]
            dated = {name: {**held.options.get(name, {}), _STORY_DATE: ask.story_date} for name in takers}
            held = held.with_(options={**held.options, **dated})
        if ask.more:
            on = self.linter(Ask(ask.profile)).rules.keys()
            held = held.with_(select=tuple(sorted(on | ask.more)), ignore=())
        return held
