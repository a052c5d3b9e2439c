"""The rules and what is known of each, for the native API. Answered by the service itself: it is quick."""

from __future__ import annotations

from ..errors import CopydeskError
from ..rule import Option, Rule
from . import schemas as api
from .faults import RequestError
from .profiles import Ask, Profiles


def rules(profiles: Profiles, profile: str) -> api.RulesResponse:
    """All rules there are. Raises RequestError (400) where there is no such profile."""
    profiles.require(profile)
    on = profiles.linter(Ask(profile)).rules
    rows = [_row(on.get(name, rule), on=name in on) for name, rule in profiles.catalogue(profile).rules.items()]
    return api.RulesResponse(profile, rows)


def explain(profiles: Profiles, profile: str, name: str) -> api.Explanation:
    """All that is known of a rule, by its name or an old one. Raises RequestError (404) where there is none."""
    profiles.require(profile)
    try:
        (rule,) = profiles.catalogue(profile).named(name)
    except (CopydeskError, ValueError) as error:
        remedy = getattr(error, "remedy", "")
        raise RequestError(404, "unknown_rule", f"no rule has this name; {remedy or 'see /v1/rules'}") from None
    return api.Explanation(
        name=rule.name, pack=rule.pack, severity=rule.severity.value, default=rule.default, what=rule.what,
        why=_flat(rule.why), when_not=_flat(rule.when_not), fix=_flat(rule.fix), quotations=rule.quotes.value,
        source=_flat(rule.source), options=[_option(option) for option in rule.options],
        bad=[api.BadCase(case.text, case.fixed) for case in rule.bad], good=[case.text for case in rule.good],
    )  # fmt: skip


def has_fix(rule: Rule) -> bool:
    """Whether a rule has a fix, by its cases."""
    return any(case.fixed is not None for case in rule.bad)


def _row(rule: Rule, *, on: bool) -> api.RuleRow:
    return api.RuleRow(rule.name, rule.pack, rule.severity.value, on, has_fix(rule), rule.what, rule.url)


def _option(option: Option) -> api.OptionRow:
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    return api.OptionRow(option.name, option.type_name, default, option.help)


def _flat(text: str) -> str:
    return " ".join(text.split())
