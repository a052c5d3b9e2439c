"""copydesk rules: what there is to look for."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from ..config import Configs
from ..rule import Rule
from .options import color_option, with_configs


@click.command("rules", short_help="List the rules.")
@click.argument("text", required=False)
@click.option("--pack", metavar="NAME", help="Only the rules of this pack.")
@click.option("--format", "-f", type=click.Choice(("text", "json")), default="text", show_default=True)
@with_configs(settings=False, baseline=False)
@color_option
def command(configs: Configs, text: str | None, pack: str | None, format: str, color: bool | None) -> None:
    """List the rules, those of your own packs too; with TEXT, only those that have it in their name or meaning."""
    from . import output as out
    from .drafts import here

    catalogue = here(configs).catalogue
    rules = catalogue.named(pack) if pack else list(catalogue.rules.values())
    wanted = (text or "").casefold()
    rules = [r for r in rules if wanted in f"{r.name} {r.what}".casefold()]
    if format == "json":
        out.write(json.dumps([_data(r) for r in rules], indent=2, ensure_ascii=False) + "\n", machine=True)
        return
    if not rules:
        click.echo(f'no rule has "{text}" in its name or meaning', err=True)
        return
    rows = [(r.name, r.severity.value, "on" if r.default else "off", "fix" if fixes(r) else "-", r.what) for r in rules]
    colored = out.colored(color, configs.user.color, sys.stdout)
    out.write(out.table(("rule", "severity", "default", "fix", "what it flags"), rows, color=colored))


def fixes(rule: Rule) -> bool:
    """Whether a rule has a fix, by its cases."""
    return any(case.fixed is not None for case in rule.bad)


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "severity": rule.severity.value,
        "default": rule.default,
        "fix": fixes(rule),
        "what": rule.what,
        "why": rule.why,
        "when_not": rule.when_not,
        "fix_safety": rule.fix,
        "source": rule.source,
        "options": [{"name": o.name, "type": o.type_name, "default": o.default, "help": o.help} for o in rule.options],
        "url": rule.url,
    }
