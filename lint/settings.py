"""What holds for one draft, once all configs, presets and options are resolved: plain data.

`lint.config` makes these from files; the engine, the policy and the shells read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .finding import Severity

GENRES = ("news", "analysis", "opinion", "feature")
LANGUAGES = ("en-US", "en-GB", "en-CA", "en-AU")
JUDGES = ("smollm2",)
_NOTHING: Mapping[str, Any] = {}


class LanguageTool(NamedTuple):
    """LanguageTool, asked for a second opinion: the `url` of a server that runs, or the installed one where it is empty.

    `language` is a code of LanguageTool's, empty for that of the draft. `timeout` is seconds for each draft. Rules and
    categories go by LanguageTool's names; those enabled are asked beside the ones that are on, and `picky` asks for all.
    """

    url: str = ""
    language: str = ""
    timeout: float = 20.0
    picky: bool = False
    disabled_rules: tuple[str, ...] = ()
    enabled_rules: tuple[str, ...] = ()
    disabled_categories: tuple[str, ...] = ()
    enabled_categories: tuple[str, ...] = ()


class Settings(NamedTuple):
    """Settings of one draft. The defaults are what holds without any config.

    `select` and `ignore` hold pack names ("typo"), rule names ("typo/real-word") or "all"; an empty `select` means
    the rules that are on by default. `severity` and `options` are keyed by rule name. `accept` are words that no
    rule about words flags; `reject` maps a word to what to write instead ("" where nothing is named). `packs` are
    folders of extra rules, `python_packs` those of them whose Python may run. `baseline` is a baseline file or None.
    `fail_on` is the least severity that fails a run, None where none does. `judge` is the language model that judges
    proposed words, "" for none. `languagetool` is None where it is not asked. `genre` is that of drafts that do not say
    their own; `asked_genre` holds over what they say. Where nobody says anything, it is guessed (`lint.genre`).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    accept: frozenset[str] = frozenset()
    reject: Mapping[str, str] = _NOTHING
    min_severity: Severity = Severity.SUGGESTION
    fail_on: Severity | None = Severity.WARNING
    language: str = ""
    genre: str = ""
    asked_genre: str = ""
    encoding: str = ""
    packs: tuple[Path, ...] = ()
    python_packs: tuple[Path, ...] = ()
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    judge: str = ""
    languagetool: LanguageTool | None = None

    def with_(self, **changes: Any) -> Settings:
        """A copy with some fields changed."""
        return self._replace(**changes)
