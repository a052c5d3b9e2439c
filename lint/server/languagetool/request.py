"""A check as LanguageTool's clients ask for it: form fields to what is meant, with its errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl

from ...errors import nearest
from ..faults import RequestError, too_large
from ..limits import Limits
from ..requests import charset_of
from .annotation import Annotation, parse, plain
from .names import AUTO, LANGUAGES

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 100
_YES = ("yes", "true")
_MODES = ("all", "textLevelOnly", "allButTextLevelOnly", "all_but_textlevel_only", "textlevel_only")
_LEVELS = ("default", "picky")


class Check(NamedTuple):
    """A draft and what to look for. Rules and categories are named by their ids."""

    draft: Annotation
    language: str
    auto: bool = False
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_only: bool = False
    picky: bool = False
    mode: str = "all"

    @property
    def wants_text_level(self) -> bool:
        """Whether rules about the whole draft are wanted."""
        return not self.mode.lower().startswith("allbut") and not self.mode.lower().startswith("all_but")

    @property
    def wants_sentence_level(self) -> bool:
        """Whether all other rules are wanted."""
        return not self.mode.lower().startswith("text")


def form(data: bytes, content_type: str) -> dict[str, str]:
    """The fields of a form body, the last of each name. Raises RequestError (400, 415) for any other body."""
    media, _, rest = content_type.partition(";")
    if media.strip().lower() not in ("", _FORM):
        raise RequestError(415, "unsupported_media_type", f"Send a form: Content-Type: {_FORM}")
    charset = charset_of(rest)
    if charset not in ("", "utf-8", "utf8"):
        raise RequestError(415, "unsupported_encoding", f"Send the form in UTF-8, not {charset}")
    return fields(data, "the form")


def fields(data: bytes, what: str) -> dict[str, str]:
    """Fields as they stand in a form or a query. Raises RequestError (400) where they are not in UTF-8 or too many."""
    try:
        pairs = parse_qsl(data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError:
        raise RequestError(400, "wrong_encoding", f"{what} is not in UTF-8") from None
    except ValueError:
        raise RequestError(400, "malformed_form", f"{what} has more than {_MOST_FIELDS} fields") from None
    return dict(pairs)


def check(given: Mapping[str, str], limits: Limits) -> Check:
    """The check that form fields ask for. Unknown fields are passed over, as LanguageTool does.

    Raises RequestError: 400 where fields are missing or contradict each other, 413 where the text is too long.
    """
    asked = Check(
        draft=_draft(given, limits),
        language=_language(given),
        auto=given.get("language", "").lower() == AUTO,
        enabled_rules=_names(given, "enabledRules"),
        disabled_rules=_names(given, "disabledRules"),
        enabled_categories=_names(given, "enabledCategories"),
        disabled_categories=_names(given, "disabledCategories"),
        enabled_only=given.get("enabledOnly", "").lower() in _YES,
        picky=_choice(given, "level", _LEVELS) == "picky",
        mode=_choice(given, "mode", _MODES),
    )
    if asked.enabled_only and (asked.disabled_rules or asked.disabled_categories):
        raise _bad("You cannot specify disabled rules or categories using enabledOnly=true", "enabledOnly")
    if asked.enabled_only and not (asked.enabled_rules or asked.enabled_categories):
        raise _bad("You must specify enabled rules or categories when using enabledOnly=true", "enabledOnly")
    return asked


def known_language(code: str) -> str:
    """A language's code in the case in which it is written. Raises RequestError (400) where it is not read here."""
    for known in LANGUAGES:
        if known.lower() == code.lower():
            return known
    remedy = nearest(code, LANGUAGES)
    codes = ", ".join(LANGUAGES)
    raise _bad(f"the language is not one that this server reads. {remedy} It reads: {codes}, {AUTO}", "language")


def _draft(given: Mapping[str, str], limits: Limits) -> Annotation:
    if "text" in given and "data" in given:
        raise _bad("Set only 'text' or 'data' parameter, not both", "text")
    if "text" not in given and "data" not in given:
        raise _bad("Missing 'text' or 'data' parameter", "text")
    draft = plain(given["text"]) if "text" in given else parse(given["data"])
    if max(len(draft.source), len(draft.plain)) > limits.text_length:
        raise too_large("Your text", limits.text_length, "characters")
    return draft


def _language(given: Mapping[str, str]) -> str:
    """The language to read the draft in; with "auto" the preferred English variant, or plain English."""
    said = given.get("language", "")
    if not said:
        raise _bad("Missing 'language' parameter", "language")
    variants = _names(given, "preferredVariants")
    if said.lower() != AUTO:
        if variants:
            raise _bad("You specified 'preferredVariants' but you didn't specify 'language=auto'", "preferredVariants")
        return known_language(said)
    if any("-" not in variant for variant in variants):
        raise _bad("A preferred variant names a country, such as en-GB", "preferredVariants")
    english = sorted(known for known in LANGUAGES if known.lower() in {v.lower() for v in variants})
    return english[0] if english else "en-US"


def _names(given: Mapping[str, str], field: str) -> frozenset[str]:
    return frozenset(name for part in given.get(field, "").split(",") if (name := part.strip()))


def _choice(given: Mapping[str, str], field: str, choices: tuple[str, ...]) -> str:
    said = given.get(field) or choices[0]
    if said.lower() not in {choice.lower() for choice in choices}:
        raise _bad(f"'{field}' is one of {', '.join(choices)}", field)
    return said


def _bad(message: str, path: str) -> RequestError:
    return RequestError(400, "invalid", message, path)
