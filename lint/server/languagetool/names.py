"""LanguageTool's names for things: languages, categories, types of issues, errors."""

from __future__ import annotations

from typing import NamedTuple

from ...packs import Catalogue
from ...rule import Rule

LANGUAGES = {
    "en": "English",
    "en-US": "English (US)",
    "en-GB": "English (GB)",
    "en-CA": "English (Canadian)",
    "en-AU": "English (Australian)",
}
"""Names by code. Plain "en" leaves the variant to the server's config."""

AUTO = "auto"
_TEXT_LEVEL = frozenset({"consistency", "structure"})
_SENTENCE_LEVEL = frozenset({"duplication/word", "duplication/phrase"})


class Category(NamedTuple):
    """A category as LanguageTool knows it, and the type of its issues.

    The types are those of the Internationalization Tag Set that every known client shows: some pass over others.
    """

    id: str
    name: str
    issue_type: str


_CATEGORIES = {
    "typo": Category("TYPOS", "Possible typo", "misspelling"),
    "typo/real-word": Category("CONFUSED_WORDS", "Confused words", "misspelling"),
    "typo/confused-phrase": Category("CONFUSED_WORDS", "Confused words", "misspelling"),
    "typo/article": Category("GRAMMAR", "Grammar", "grammar"),
    "typo/ending": Category("GRAMMAR", "Grammar", "grammar"),
    "typo/missing-word": Category("GRAMMAR", "Grammar", "grammar"),
    "typo/extra-word": Category("GRAMMAR", "Grammar", "grammar"),
    "grammar": Category("GRAMMAR", "Grammar", "grammar"),
    "duplication/word": Category("MISC", "Miscellaneous", "grammar"),
    "punctuation": Category("PUNCTUATION", "Punctuation", "typographical"),
    "quotes/unbalanced": Category("PUNCTUATION", "Punctuation", "typographical"),
    "whitespace": Category("TYPOGRAPHY", "Typography", "whitespace"),
    "structure/heading-case": Category("CASING", "Capitalization", "typographical"),
    "consistency/capitalization": Category("CASING", "Capitalization", "other"),
    "clarity": Category("STYLE", "Style", "other"),
    "wording": Category("STYLE", "Style", "other"),
    "wording/redundant": Category("REDUNDANCY", "Redundant phrases", "other"),
    "dates": Category("SEMANTICS", "Semantics", "other"),
    "numbers": Category("SEMANTICS", "Semantics", "other"),
}
"""By rule or pack. Any other pack is a category of its own."""


def category(rule: Rule, catalogue: Catalogue) -> Category:
    """The category of a rule."""
    known = _CATEGORIES.get(rule.name) or _CATEGORIES.get(rule.pack)
    if known is not None:
        return known
    title = catalogue.packs[rule.pack].title if rule.pack in catalogue.packs else rule.pack
    return Category(rule.pack.upper().replace("-", "_"), title, "other")


def text_level(rule: Rule) -> bool:
    """Whether a rule reads the draft as a whole, so that its findings change with edits elsewhere."""
    if rule.pack == "duplication":
        return rule.name not in _SENTENCE_LEVEL
    return rule.pack in _TEXT_LEVEL or rule.name.endswith(("/mixed-apostrophes", "/undefined-acronym"))
