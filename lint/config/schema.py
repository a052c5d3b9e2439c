"""The keys of a config: which there are, what each wants, and where it may stand. Data, and its checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeGuard

from ..errors import ConfigError, nearest
from ..finding import Severity
from ..settings import GENRES, JUDGES, LANGUAGES

SEVERITIES = tuple(severity.value for severity in Severity)
NEVER = "never"
OFF = "off"
NONE = "none"
ASKED_GENRE = "asked-genre"
"""What a command line says of the genre, which holds over what a draft says of itself: no key of a config."""


class Key(NamedTuple):
    """One key. `wanted` says in words what `accepts` takes; `example` is TOML; `section` is for the template.

    `override` keys may also stand in [[overrides]].
    """

    name: str
    wanted: str
    accepts: Callable[[object], bool]
    help: str
    example: str
    section: str
    choices: tuple[str, ...] = ()
    override: bool = False

    def check(self, value: object, place: str) -> None:
        """Raises ConfigError that says what the key wants where it is given something else."""
        check_choice(self.name, value, self.wanted, self.accepts(value), self.choices, place)


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a string."""
    return isinstance(value, str)


def is_texts(value: object) -> TypeGuard[list[str]]:
    """Whether a value is a list of strings."""
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def is_table(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value is a table."""
    return isinstance(value, dict)


def is_switch(value: object) -> TypeGuard[bool]:
    """Whether a value is true or false."""
    return isinstance(value, bool)


def is_tables(value: object) -> TypeGuard[list[dict[str, object]]]:
    """Whether a value is a list of tables."""
    return isinstance(value, list) and all(isinstance(v, dict) for v in value)


def is_table_of_texts(value: object) -> TypeGuard[dict[str, str]]:
    """Whether a value is a table of strings."""
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def is_words(value: object) -> bool:
    """Whether a value is a list of words, or a table of words and what to write instead."""
    return is_texts(value) or is_table_of_texts(value)


def is_table_of_tables(value: object) -> TypeGuard[dict[str, dict[str, object]]]:
    """Whether a value is a table of tables."""
    return isinstance(value, dict) and all(isinstance(v, dict) for v in value.values())


def _choice(
    name: str, choices: tuple[str, ...], help: str, example: str, section: str, *, override: bool = True
) -> Key:
    return Key(name, f"one of {', '.join(choices)}", is_text, help, example, section, choices, override)


def _list(name: str, help: str, example: str, section: str, *, override: bool = False) -> Key:
    return Key(name, "a list of strings", is_texts, help, example, section, (), override)


_RULES, _REPORT, _DRAFT, _WORDS, _FILES = "Which rules", "What is reported", "The drafts", "Words", "Files"

KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        _list(
            "extends",
            'Start from presets ("preset:wire") and other configs; later ones win over earlier, this file over all.',
            'extends = ["preset:wire"]',
            _FILES,
        ),
        _list("packs", "Folders of your own rules (TOML), relative to this file.", 'packs = ["house"]', _FILES),
        _list("exclude", "Drafts to leave out when folders are read.", 'exclude = ["archive/**", "*.bak.txt"]', _FILES),
        Key("baseline", "a string", is_text,
            "Known findings, which are not reported again (copydesk baseline write).",
            'baseline = "copydesk-baseline.json"', _FILES),
        Key("cache", "true or false", is_switch,
            "Whether to keep reports outside the repository, so that an unchanged draft is not read again.",
            "cache = false", _FILES),
        _list("select", 'Packs and rules to use in place of those on by default; "all" is every rule.',
              'select = ["typo", "quotes/scare-quotes"]', _RULES, override=True),
        _list("ignore", "Packs and rules to leave out.", 'ignore = ["clarity/long-sentence"]', _RULES, override=True),
        _list("extend-select", "Packs and rules to use beside those selected.", 'extend-select = ["wording"]', _RULES,
              override=True),
        _list("extend-ignore", "Packs and rules to leave out beside those that an extended config ignores.",
              'extend-ignore = ["wording/loaded"]', _RULES, override=True),
        _choice("min-severity", SEVERITIES, "The least severity that is reported.", 'min-severity = "suggestion"',
                _REPORT),
        _choice("fail-on", (*SEVERITIES, NEVER), "The least severity that makes the exit status 1.",
                'fail-on = "warning"', _REPORT),
        _choice("language", LANGUAGES, "The English that the drafts are in.", 'language = "en-GB"', _DRAFT),
        _choice("genre", GENRES, "What drafts are that do not say it themselves; guessed where nothing is said.",
                'genre = "news"', _DRAFT),
        _choice("judge", (NONE, *JUDGES), "The language model that judges proposed words (copydesk lm install).",
                'judge = "smollm2"', _RULES),
        Key("encoding", "a string", is_text, "The encoding of drafts that are not UTF-8.",
            'encoding = "windows-1252"', _DRAFT),
        _list("accept", "Words that no rule about words flags.", 'accept = ["Zaporizhzhia"]', _WORDS, override=True),
        _list("accept-files", "Files of such words, one a line, # for comments.", 'accept-files = ["names.txt"]',
              _WORDS),
        Key("reject", 'a list of words, or a table of word = "what to write instead"', is_words,
            "Words to flag, and what to write instead.", 'reject = { irregardless = "regardless" }', _WORDS, (), True),
        Key("severity", 'a table of "pack/rule" = "severity"', is_table_of_texts,
            'Severities of single rules or whole packs; "off" leaves them out.',
            '[severity]\n"clarity/long-sentence" = "warning"', _RULES, (), True),
        Key("rules", 'tables of options, [rules."pack/rule"]', is_table_of_tables, "Options of single rules.",
            '[rules."clarity/long-sentence"]\nwords = 40', _RULES, (), True),
        Key("languagetool", "a table, [languagetool]", is_table,
            "LanguageTool as a second opinion. Where it is, its user says outside the repository.",
            '[languagetool]\nuse = true', _RULES),
        Key("overrides", "tables, each under [[overrides]]", is_tables,
            "What holds for some paths only; later ones win.",
            '[[overrides]]\npaths = ["opinion/**"]\ngenre = "opinion"', _FILES),
    )
}  # fmt: skip

PATHS = "paths"
OVERRIDE_KEYS = (PATHS, *(k.name for k in KEYS.values() if k.override))
SEVERITY_CHOICES = (*SEVERITIES, OFF)


def unknown(name: str, known: tuple[str, ...], place: str, where: str = "") -> ConfigError:
    """The error for a key that there is not."""
    said = f'unknown key "{name}"{f" in {where}" if where else ""}'
    return ConfigError(said, place=place, remedy=nearest(name, known) or f"the keys are {', '.join(known)}")


def check_choice(name: str, value: object, wanted: str, fits: bool, choices: tuple[str, ...], place: str) -> None:
    """Raises ConfigError where a value is not of its kind or is none of the choices."""
    if fits and (not choices or value in choices):
        return
    remedy = nearest(value, choices) if isinstance(value, str) else ""
    if isinstance(value, str) and wanted == "a list of strings":
        remedy = f'write {name} = ["{value}"]'
    raise ConfigError(f'"{name}" wants {wanted}, not {_said(value)}', place=place, remedy=remedy)


def _said(value: object) -> str:
    """A value as its writer would name it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        odd = next((v for v in value if not isinstance(v, str)), None)
        return f"a list that holds {_said(odd)}" if odd is not None else "a list"
    if isinstance(value, dict):
        return "a table"
    return str(value)
