"""Layers to settings: which value wins, and where each one comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import ConfigError, CopydeskError, nearest
from ..finding import Severity
from ..languagetool import names as second
from ..settings import Settings
from ..text.source import text_encoding
from .globs import anchored
from .languagetool import USE, WHERE, Own
from .layer import Layer
from .places import written
from .said import Said
from .schema import ASKED_GENRE, NEVER, NONE, OFF

if TYPE_CHECKING:
    from ..packs import Catalogue
    from ..rule import Rule

DEFAULT = "default"
_DEFAULTS = {
    "min-severity": Settings().min_severity.value,
    "fail-on": Severity.WARNING.value,
    "cache": "true",
    "judge": NONE,
}
_FINDS_NOTHING = ("fail-on", "cache", "baseline")
_PLURAL = ("exclude", "accept", "accept-files")


class Row(NamedTuple):
    """A line of `copydesk config show`: a key, its value as text, and the place that says so."""

    key: str
    value: str
    place: str


class _Step(NamedTuple):
    """A name that leaves rules out, or one that no longer does."""

    out: bool
    name: Said[str]


class Held:
    """What holds so far, as layers are put on it, the weakest first.

    Single values, `select` and `ignore` replace what was there; words, packs and patterns add to it; severities,
    replacements and options replace by name. What is selected leaves LanguageTool out, unless it is named or asked for
    there or above.
    """

    def __init__(self, own: Own | None = None) -> None:
        self.own = own or Own()
        self.single: dict[str, Said[str]] = {}
        self.select: list[Said[str]] = []
        self.extend_select: list[Said[str]] = []
        self.ignore: list[_Step] = []
        self.off: list[_Step] = []
        self.packs: list[tuple[Path, Said[str]]] = []
        self.exclude: list[str] = []
        self.accept: dict[str, Said[str]] = {}
        self.reject: dict[str, Said[str]] = {}
        self.severity: dict[str, Said[str]] = {}
        self.options: dict[str, dict[str, Said[object]]] = {}
        self.baseline: Path | None = None
        self.lists: dict[str, list[Said[str]]] = {}
        self.languagetool: dict[str, Said[object]] = {}

    def put(self, layer: Layer, *, narrow: bool = False) -> None:
        """Put a layer on top.

        A narrow one (an override, the command line) adds to `ignore` rather than replacing it, and what it
        selects by name is no longer ignored.
        """
        self.single.update(layer.single)
        self._put_rules(layer, narrow)
        if "baseline" in layer.single:
            said = layer.single["baseline"].value
            self.baseline = written(said, layer.base) if said else None
        lists = layer.lists
        self.packs += [(written(p.value, layer.base), p) for p in lists.get("packs", ())]
        self.exclude += [p.value for p in anchored(layer.base, lists.get("exclude", ()))]
        for word in [*lists.get("accept", ()), *_listed(layer)]:
            self.accept[word.value] = word
            self.reject.pop(word.value, None)
        for unwanted, instead in layer.reject.items():
            self.reject[unwanted] = instead
            self.accept.pop(unwanted, None)
        self.severity.update(layer.severity)
        for rule, options in layer.options.items():
            self.options.setdefault(rule, {}).update(options)
        if "select" in lists and not any(n.value == "all" or second.named(n.value) for n in lists["select"]):
            self.languagetool = {key: said for key, said in self.languagetool.items() if key not in (USE, WHERE)}
        self.languagetool.update(layer.languagetool)
        for key in _PLURAL:
            self.lists.setdefault(key, []).extend(lists.get(key, ()))

    def _put_rules(self, layer: Layer, narrow: bool) -> None:
        lists = layer.lists
        named = [*lists.get("select", ()), *lists.get("extend-select", ())]
        if "select" in lists:
            self.select, self.extend_select = list(lists["select"]), []
        self.extend_select += lists.get("extend-select", ())
        if "ignore" in lists and not narrow:
            self.ignore = []
        if narrow:
            self.ignore += [_Step(False, name) for name in named]
            self.off += [_Step(False, name) for name in named]
        self.ignore += [_Step(True, name) for name in (*lists.get("ignore", ()), *lists.get("extend-ignore", ()))]
        self.off += [
            _Step(level.value == OFF, Said(name, level.place))
            for name, level in sorted(layer.severity.items(), key=lambda item: _exactness(item[0]))
        ]


def settle(held: Held, catalogue: Catalogue, python_packs: Sequence[Path]) -> Settings:
    """The settings that layers come to. Raises ConfigError, with its place, for a name or value that is not one."""
    names = partial(_names, catalogue)
    select = [n for said in held.select for n in names(said)]
    more = [n for said in held.extend_select for n in names(said)]
    if more and not select:
        select = [r.name for r in catalogue.rules.values() if r.default] + [second.PACK] * bool(held.languagetool)
    encoding = held.single.get("encoding")
    return Settings(
        select=tuple(dict.fromkeys([*select, *more])),
        ignore=tuple(sorted(_left_out(held.ignore, catalogue) | _left_out(held.off, catalogue))),
        severity=_severities(held, catalogue),
        options=_options(held, catalogue),
        accept=frozenset(held.accept),
        reject={word: instead.value for word, instead in held.reject.items()},
        min_severity=Severity(_single(held, "min-severity")),
        fail_on=fail_on(held),
        language=_single(held, "language"),
        genre=_single(held, "genre"),
        asked_genre=_single(held, ASKED_GENRE),
        encoding=_encoding(encoding) if encoding else "",
        packs=tuple(dict.fromkeys(path for path, _ in held.packs)),
        python_packs=tuple(python_packs),
        baseline=held.baseline,
        exclude=tuple(held.exclude),
        judge=judge(held),
    )


def fail_on(held: Held) -> Severity | None:
    """The least severity that fails a run, None where none does."""
    level = _single(held, "fail-on")
    return None if level == NEVER else Severity(level)


def judge(held: Held) -> str:
    """The language model that judges proposed words, empty for none."""
    name = _single(held, "judge")
    return "" if name == NONE else name


def keeps(held: Held) -> bool:
    """Whether reports may be kept."""
    return _single(held, "cache") == "true"


def told(held: Held) -> str:
    """All that layers say of what is found, without where they say it: two that say the same give the same text.

    Left out are the files that are named (packs and the baseline), since what they hold is what counts.
    """
    said = {
        "single": {key: said.value for key, said in held.single.items() if key not in _FINDS_NOTHING},
        "select": [name.value for name in held.select],
        "extend-select": [name.value for name in held.extend_select],
        "ignore": [(step.out, step.name.value) for step in held.ignore],
        "off": [(step.out, step.name.value) for step in held.off],
        "accept": sorted(held.accept),
        "reject": _values(held.reject),
        "severity": _values(held.severity),
        "options": [(rule, _values(options)) for rule, options in held.options.items()],
        "languagetool": [_values(held.languagetool), held.own.where],
    }
    return json.dumps(said, default=repr)


def _values(table: Mapping[str, Said[Any]]) -> list[tuple[str, Any]]:
    """The values of a table in their order, which decides where two names are of one rule."""
    return [(name, said.value) for name, said in table.items()]


def rows(held: Held) -> list[Row]:
    """What holds and where it was said, in the order of the keys. A list from several places has a row for each."""
    found = [*_list_row("select", held.select), *_list_row("extend-select", held.extend_select)]
    if not held.select:
        found.insert(0, Row("select", "the rules that are on by default", DEFAULT))
    found += _list_row("ignore", [step.name for step in _standing(held.ignore)])
    for key in ("min-severity", "fail-on", "language", "genre", "judge", "encoding", "baseline", "cache"):
        said = held.single.get(key, Said(_single(held, key), DEFAULT))
        if key == "genre":
            said = held.single.get(ASKED_GENRE, said)
        found.append(Row(key, said.value or "none", said.place))
    found += _list_row("packs", [said for _, said in held.packs])
    for key in _PLURAL:
        found += _list_row(key, held.lists.get(key, []))
    found += [Row(f'reject "{word}"', s.value or "nothing instead", s.place) for word, s in held.reject.items()]
    found += [Row(f'severity "{rule}"', s.value, s.place) for rule, s in held.severity.items()]
    for rule, options in held.options.items():
        found += [Row(f'rules "{rule}" {name}', _text(s.value), s.place) for name, s in options.items()]
    found += [Row(f"languagetool {name}", _text(s.value), s.place) for name, s in held.languagetool.items()]
    if held.languagetool and held.own.where:
        found.append(Row("languagetool where", held.own.where, held.own.config))
    return found


def _single(held: Held, key: str) -> str:
    return held.single[key].value if key in held.single else _DEFAULTS.get(key, "")


def _names(catalogue: Catalogue, said: Said[str]) -> list[str]:
    """A name in a list of rules, as it is now called."""
    _rules(catalogue, said)
    return [catalogue.redirects.get(said.value, said.value)]


def _rules(catalogue: Catalogue, said: Said[str]) -> list[Rule]:
    """The rules that a name stands for. Raises ConfigError with the nearest name where there are none."""
    try:
        return catalogue.named(said.value)
    except CopydeskError as error:
        raise ConfigError(error.what, place=said.place, remedy=error.remedy) from None


def _exactness(name: str) -> int:
    """How narrowly a name picks rules: one rule beats its pack, a pack beats all."""
    return 2 if "/" in name else int(name != "all")


def _left_out(steps: Sequence[_Step], catalogue: Catalogue) -> set[str]:
    """The rules that are left out in the end. What a name leaves out, a broader one does not bring back."""
    out: dict[str, int] = {}
    for leaves_out, name in steps:
        exactness = _exactness(name.value)
        for rule in _rules(catalogue, name):
            if leaves_out:
                out[rule.name] = max(exactness, out.get(rule.name, 0))
            elif out.get(rule.name, 0) <= exactness:
                out.pop(rule.name, None)
    return set(out)


def _standing(steps: Sequence[_Step]) -> list[_Step]:
    """The names that leave out, without those brought back by the same name later."""
    return [
        step for i, step in enumerate(steps)
        if step.out and not any(not s.out and s.name.value == step.name.value for s in steps[i:])
    ]  # fmt: skip


def _severities(held: Held, catalogue: Catalogue) -> dict[str, Severity]:
    """Severities by rule; what is said of a rule goes before what is said of its pack."""
    levels: dict[str, Severity] = {}
    for name, level in sorted(held.severity.items(), key=lambda item: _exactness(item[0])):
        if level.value != OFF:
            levels.update({rule.name: Severity(level.value) for rule in _rules(catalogue, Said(name, level.place))})
    return levels


def _options(held: Held, catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    settled: dict[str, dict[str, Any]] = {}
    for key, options in held.options.items():
        for name, said in options.items():
            rule = _one_rule(catalogue, Said(key, said.place))
            try:
                settled.setdefault(rule.name, {})[name] = rule.settle({name: said.value})[name]
            except ConfigError as error:
                raise ConfigError(error.what, place=said.place, remedy=error.remedy) from None
    return settled


def _one_rule(catalogue: Catalogue, said: Said[str]) -> Rule:
    rules = _rules(catalogue, said)
    if "/" in said.value:
        return rules[0]
    remedy = nearest(said.value, catalogue.rules) or 'write [rules."pack/rule"]'
    raise ConfigError(f'"{said.value}" is no single rule, which options belong to', place=said.place, remedy=remedy)


def _encoding(said: Said[str]) -> str:
    try:
        return text_encoding(said.value)
    except CopydeskError as error:
        raise ConfigError(error.what, place=said.place, remedy=error.remedy) from None


def _listed(layer: Layer) -> Iterable[Said[str]]:
    """The words of the files that a layer names, one a line. Raises ConfigError where one cannot be read."""
    for said in layer.lists.get("accept-files", ()):
        path = written(said.value, layer.base)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            why = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "cannot be read"
            raise ConfigError(
                f'the word list "{said.value}" {why}', place=said.place, remedy="paths are relative to this config"
            ) from None
        for number, line in enumerate(text.split("\n"), 1):
            if word := line.partition("#")[0].strip():
                yield Said(word, f"{path.name}:{number}")


def _list_row(key: str, items: Sequence[Said[str]]) -> list[Row]:
    by_place: dict[str, list[str]] = {}
    for said in items:
        by_place.setdefault(said.place, []).append(said.value)
    return [Row(key, ", ".join(values), place) for place, values in by_place.items()]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
