"""Rules of LanguageTool as Copydesk names and describes them. Which there are is for the server to know."""

from __future__ import annotations

import re
from functools import lru_cache

from ..finding import Severity
from ..rule import Rule

PACK = "languagetool"
_ID = re.compile(r"[A-Za-z0-9_-]+")
_ODD = re.compile(r"[^A-Za-z0-9_-]+")
_WORDS = frozenset({"TYPOS", "CASING", "MULTITOKEN_SPELLING"})
READ = frozenset({"CONFUSED_WORDS", "GRAMMAR", "MISC", "MULTITOKEN_SPELLING", "TYPOS"})
"""The categories that are listened to unasked: of the others, less than one match in two was right on news as published."""


def named(name: str) -> Rule | None:
    """The rule that a name stands for: one of LanguageTool's, or by the name of the pack all of them."""
    pack, slash, id = name.partition("/")
    if pack != PACK or (slash and not _ID.fullmatch(id)):
        return None
    return _rule(name, about_words=False)


def name(id: str) -> str:
    """The name of a rule of LanguageTool's."""
    return f"{PACK}/{_ODD.sub('_', id) or '_'}"


def rule(id: str, category: str = "") -> Rule:
    """A rule of LanguageTool's, by its name and its category there."""
    return _rule(name(id), about_words=category in _WORDS)


def is_word(category: str) -> bool:
    """Whether a category is about how single words are spelled."""
    return category in _WORDS


@lru_cache(maxsize=1024)
def _rule(name: str, about_words: bool) -> Rule:
    which = f"the rule {name.partition('/')[2]}" if "/" in name else "any rule"
    return Rule(
        name=name,
        severity=Severity.SUGGESTION,
        what=f"What {which} of LanguageTool matches, where LanguageTool is asked for a second opinion.",
        why="It is another reader with rules of its own.",
        when_not="In quotations and names, where a rule of Copydesk's says as much, and in code. It is often wrong on news.",
        fix="Only shown: nobody here has measured LanguageTool's replacements one by one.",
        source="LanguageTool, https://languagetool.org",
        check=lambda _: (),
        about_words=about_words,
        default=False,
    )
