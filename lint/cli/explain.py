"""copydesk explain: all that is known of one rule."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator

import click

from ..config import Configs
from ..rule import Option, Rule
from .options import color_option, with_configs

_WIDEST = 88


@click.command("explain", short_help="Say all about one rule.")
@click.argument("rule")
@with_configs(settings=False, baseline=False)
@color_option
def command(configs: Configs, rule: str, color: bool | None) -> None:
    """Say why a rule is there, when it is wrong, how safe its fix is, and show its cases."""
    from . import output as out
    from .drafts import here

    catalogue = here(configs).catalogue
    named = catalogue.named(rule)
    if rule in catalogue.packs:
        pack = catalogue.packs[rule]
        out.write(f"{pack.name}: {pack.title}\n{pack.about}\n\n")
        out.write(out.table(("rule", "what it flags"), [(r.name, r.what) for r in named], color=False))
        return
    colored = out.colored(color, configs.user.color, sys.stdout)
    width = min(_WIDEST, out.width())
    pages = ["\n".join(_page(r, width)) for r in named]
    text = "\n\n".join(pages) + "\n"
    out.write(text if colored else click.unstyle(text))


def _page(rule: Rule, width: int) -> Iterator[str]:
    state = "on by default" if rule.default else "off by default"
    yield f"{click.style(rule.name, bold=True)}  ({rule.severity.value}, {state})"
    yield from textwrap.wrap(rule.what, width)
    sections = (("Why", rule.why), ("When not to flag", rule.when_not), ("The fix", rule.fix or "There is none."))
    for title, text in (*sections, ("In quotations", _QUOTES[rule.quotes.value]), ("Source", rule.source)):
        yield from _section(title, textwrap.wrap(" ".join(text.split()), width - 2))
    if rule.voice:
        yield from _section("In opinion", textwrap.wrap(_VOICE, width - 2))
    if rule.options:
        yield from _section("Options", [line for o in rule.options for line in _option(o, width - 2)])
    yield from _section("Flagged", _spaced(_case("-", case.text, case.fixed) for case in rule.bad))
    yield from _section("Left alone", _spaced(_case(" ", case.text, None) for case in rule.good))


_VOICE = "It suggests and no more, as in analysis; the text report counts its findings and does not show them."
_QUOTES = {
    "skip": "Left alone.",
    "show": "Shown, never fixed.",
    "only": "It reads nothing else.",
}


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield click.style(title, bold=True)
    yield from (f"  {line}".rstrip() for line in lines)


def _option(option: Option, width: int) -> list[str]:
    default = ", ".join(option.default) or "empty" if isinstance(option.default, tuple) else str(option.default)
    if isinstance(option.default, bool):
        default = default.lower()
    limits = [f"at least {option.minimum:g}"] if option.minimum is not None else []
    limits += [f"at most {option.maximum:g}"] if option.maximum is not None else []
    limits += [f"one of {', '.join(option.choices)}"] if option.choices else []
    head = f"{option.name} = {default}  ({'; '.join([option.type_name, *limits])})"
    return [head, *textwrap.wrap(option.help, width, initial_indent="  ", subsequent_indent="  ")]


def _case(mark: str, text: str, fixed: str | None) -> list[str]:
    """A case, line by line: "-" before what is flagged, "+" before what the fix makes of it."""
    lines = [f"{mark} {line}" for line in text.strip("\n").split("\n")]
    if fixed is not None:
        lines += [f"+ {line}" for line in fixed.strip("\n").split("\n")]
    return lines


def _spaced(cases: Iterable[list[str]]) -> list[str]:
    """The lines of cases, a blank one between those that are more than one line."""
    out: list[str] = []
    for case in cases:
        if out and len(case) > 1:
            out.append("")
        out += case
    return out
