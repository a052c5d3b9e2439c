"""copydesk test: whether the rules of packs do what their cases say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..config import Configs
from ..packs import Catalogue
from .options import with_configs


@click.command("test", short_help="Run the cases of packs.")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@with_configs(settings=False, baseline=False)
@click.pass_context
def command(ctx: click.Context, /, *, configs: Configs, packs: tuple[str, ...]) -> None:
    """Run the cases of packs: names of packs or rules, or folders. Without any, all packs that the config uses."""
    from ..cases import run
    from . import output as out

    rules = cases = failed = 0
    for catalogue, names in _named(configs, packs):
        for name in names:
            rule = catalogue.rules[name]
            rules += 1
            cases += len(rule.bad) + len(rule.good)
            for failure in run(rule, catalogue):
                failed += 1
                out.write(f"{failure.rule}: {failure.wrong}\n{_indented(failure.text)}\n\n")
    said = "all hold" if not failed else f"{failed} {'does' if failed == 1 else 'do'} not hold"
    out.write(f"{rules} rule{'' if rules == 1 else 's'}, {cases} cases: {said}\n")
    ctx.exit(1 if failed else 0)


def _named(configs: Configs, packs: Sequence[str]) -> list[tuple[Catalogue, list[str]]]:
    """Rules by name, with the catalogue that each is in. A folder that the config does not use is loaded for itself."""
    from .drafts import here

    used = here(configs).catalogue
    if not packs:
        return [(used, list(used.rules))]
    found: list[tuple[Catalogue, list[str]]] = []
    for name in packs:
        folder = Path(name).resolve()
        if name in used.packs or name in used.rules or not folder.is_dir():
            found.append((used, [rule.name for rule in used.named(name)]))
            continue
        known = {p.name for p in used.packs.values() if p.folder.resolve().is_relative_to(folder)}
        if known:
            found.append((used, [r.name for r in used.rules.values() if r.pack in known]))
            continue
        alone = configs.catalogue([folder])
        found.append((alone, [n for n in alone.rules if n not in used.rules]))
    return found


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip("\n").split("\n"))
