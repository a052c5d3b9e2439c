"""What LanguageTool's clients ask before they check: languages, version, rules."""

from __future__ import annotations

from typing import Any

from ...version import VERSION
from ..limits import Limits
from ..profiles import Ask, Profiles
from ..schemas import DEFAULT_PROFILE
from .names import LANGUAGES, category, text_level


def software() -> dict[str, Any]:
    """The `software` object of answers."""
    return {
        "name": "Copydesk", "version": VERSION, "buildDate": "", "apiVersion": 1, "premium": False, "status": "",
    }  # fmt: skip


def languages() -> list[dict[str, str]]:
    """The languages that are read."""
    return [{"name": name, "code": "en", "longCode": code} for code, name in LANGUAGES.items()]


def config_info(profiles: Profiles, limits: Limits) -> dict[str, Any]:
    """The limit of a text and all rules there are."""
    catalogue = profiles.catalogue(DEFAULT_PROFILE)
    on = profiles.linter(Ask(DEFAULT_PROFILE)).rules
    rules: list[dict[str, str]] = []
    for name, rule in catalogue.rules.items():
        its = category(rule, catalogue)
        row = {"ruleId": name, "description": rule.what}
        if name not in on:
            row["isDefaultOff"] = "yes"
        row |= {"categoryId": its.id, "categoryName": its.name, "locQualityIssueType": its.issue_type}
        if text_level(rule):
            row["isTextLevelRule"] = "yes"
        rules.append(row)
    return {"software": software(), "parameter": {"maxTextLength": limits.text_length}, "rules": rules}
