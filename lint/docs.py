"""The rules of a catalogue as pages of documentation, in Markdown: one a rule and one that lists them.

Nothing here runs when drafts are read: `docs/hooks.py` asks for the pages when the site is built.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from .packs import Catalogue
from .reports.visible import visible
from .rule import Bad, Good, Option, Quotes, Rule, Value

INDEX = "rules/index.md"
_OPEN, _CLOSE = "\u27e6", "\u27e7"
_IN_QUOTATIONS = {
    Quotes.SKIP: "Left alone: what stands inside quotation marks is not flagged.",
    Quotes.SHOW: "Shown, never changed.",
    Quotes.ONLY: "It reads nothing else.",
}
_FORMATS = {"plain": "plain text", "markdown": "Markdown", "html": "HTML"}


class CopySet(NamedTuple):
    """Copy that rules were measured on: what it is, how many words it has, and the command that gives the figures."""

    about: str
    words: int
    command: str


class Measure(NamedTuple):
    """What a rule found of one kind of fault in a set of copy.

    Of `gold` places it found `found`, and flagged `false` others, None where those are not counted for the rule alone.
    """

    set: str
    what: str
    gold: int
    found: int
    false: int | None = None


class Read(NamedTuple):
    """Flags of a rule in published copy that were read one by one.

    Of `flags`, `right` were right and `arguable` such as desks differ on; `mended` of the others would not be flagged
    any more, as their cause was mended after the reading. They are all that the rule gave in the words of the whole
    reading; or they were drawn, by chance, from its flags in `words` words of their own, which were `of` many.
    """

    flags: int
    right: int
    arguable: int = 0
    mended: int = 0
    of: int = 0
    words: int = 0


class Measured(NamedTuple):
    """Figures of rules: sets by name, measures by rule, flags read by rule, and how often each speaks in `published` copy.

    `rates` are findings in 1,000 words; a rule that is not there said nothing. `words_read` is how much copy the flags
    that were read come from.
    """

    sets: Mapping[str, CopySet]
    measures: Mapping[str, Sequence[Measure]]
    published: str
    rates: Mapping[str, float]
    read: Mapping[str, Read]
    words_read: int

    @classmethod
    def load(cls, path: Path) -> Measured:
        """The figures in a file."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(
            {name: CopySet(**said) for name, said in data["sets"].items()},
            {rule: [Measure(**row) for row in rows] for rule, rows in data["measures"].items()},
            data["published"]["set"],
            data["published"]["per-1000-words"],
            {rule: Read(**row) for rule, row in data["read"]["rules"].items()},
            data["read"]["words"],
        )


def path_of(rule: Rule) -> str:
    """The file of a rule's page. The page's address is the rule's `url`."""
    return f"{rule.url}.md"


def pages(catalogue: Catalogue, measured: Measured) -> Iterator[tuple[str, str]]:
    """Every page as its path and its Markdown: the list first, then a page a rule."""
    yield INDEX, _text(_index(catalogue))
    for rule in catalogue.rules.values():
        yield path_of(rule), _text(_page(rule, measured))


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(catalogue: Catalogue) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "All that come with Copydesk. `copydesk rules` lists them at the command line and `copydesk explain RULE` says"
    yield "what a rule's page says here. Those marked “off” run only where they are selected."
    yield ""
    yield "Severity says how sure a desk would be to mend it: an *error* always, a *warning* after a query, a *suggestion*"
    yield "after a look. A config may set it otherwise."
    for pack in catalogue.packs.values():
        yield ""
        yield f"## {pack.name}"
        yield ""
        yield pack.about
        yield ""
        yield from _table(
            ("Rule", "Severity", "What it flags"),
            (
                (f"[`{r.name}`]({r.name}.md)", r.severity + ("" if r.default else ", off"), _prose(r.what))
                for r in catalogue.named(pack.name)
            ),
        )


def _page(rule: Rule, measured: Measured) -> Iterator[str]:
    yield "---"
    yield f"title: {rule.name}"
    yield "---"
    yield ""
    yield f"# `{rule.name}`"
    yield ""
    yield f"{_prose(rule.what)}"
    yield ""
    yield _summary(rule)
    for title, text in (("Why", rule.why), ("When not to flag", rule.when_not)):
        yield from _section(title, [_prose(text)])
    yield from _section("The fix", [_prose(rule.fix or "There is none.")])
    yield from _section("In quotations", [_IN_QUOTATIONS[rule.quotes]])
    if rule.options:
        yield from _section("Options", _options(rule))
    yield from _section("Flagged", (_case(case) for case in rule.bad))
    yield from _section("Left alone", (_div("left", visible_lines(case.text), _how(case)) for case in rule.good))
    yield from _section("How well", _figures(rule, measured))
    yield from _section("Source", [_prose(rule.source)])
    yield from _section("To let one stand", ["```text", f"<!-- stet {rule.name}: the reason -->", "```"])


def _section(title: str, lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield from lines


def _summary(rule: Rule) -> str:
    state = "on by default" if rule.default else "off by default"
    facts = [f"**{rule.severity.capitalize()}**, {state}."]
    if rule.formats:
        facts.append(f"Reads {' and '.join(name for key, name in _FORMATS.items() if key in rule.formats)} only.")
    if rule.voice:
        facts.append("In [opinion and analysis](../../genre.md) it suggests and no more; in opinion it is folded away.")
    if rule.ask is not None:
        facts.append("Asks for grammar, for the sentences where it makes a difference.")
    return " ".join(facts)


def _options(rule: Rule) -> Iterator[str]:
    yield from _table(
        ("Option", "Type", "Default", "What it is"),
        ((f"`{o.name}`", _type(o), f"`{_toml(o.default)}`", _prose(o.help)) for o in rule.options),
    )
    yield ""
    yield "```toml"
    yield f'[rules."{rule.name}"]'
    yield from (f"{option.name} = {_toml(option.default)}" for option in rule.options)
    yield "```"


def _type(option: Option) -> str:
    limits = [option.type_name]
    if option.minimum is not None:
        limits.append(f"at least {option.minimum:g}")
    if option.maximum is not None:
        limits.append(f"at most {option.maximum:g}")
    if option.choices:
        limits.append("one of " + ", ".join(f"`{choice}`" for choice in option.choices))
    return "; ".join(limits)


def _toml(value: Value) -> str:
    """An option's value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_quoted(item) for item in value) + "]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _case(case: Bad) -> str:
    """A case in HTML: the text with what is flagged marked, and under it what the fixes make of it."""
    flagged = _div("flagged", visible_lines(case.text), _how(case))
    return flagged if case.fixed is None else flagged + "\n" + _div("mended", visible_lines(case.fixed))


def _how(case: Bad | Good) -> str:
    """The format and options that a case is read with, where they are not the usual ones."""
    said = [_FORMATS[case.format]] if case.format != "plain" else []
    said += [f"{name} = {_toml(value)}" for name, value in case.options.items()]
    return escape(", ".join(said))


def visible_lines(text: str) -> str:
    """A case's text in HTML, on one line of source: marks are elements, and blanks within them show."""
    shown: list[str] = []
    for i, part in enumerate(text.strip("\n").replace(_CLOSE, _OPEN).split(_OPEN)):
        if i % 2:
            shown.append(f"<mark>{escape(visible(part, blanks=not part.strip()))}</mark>")
        else:
            shown.append("<br>".join(escape(visible(line)) for line in part.splitlines() or [""]))
            shown.append("<br>" if part.endswith(("\n", "\r")) else "")
    return "".join(shown)


def _div(kind: str, text: str, how: str = "") -> str:
    note = f"<small>{how}</small>" if how else ""
    return f'<div class="case {kind}" markdown="0">{text}{note}</div>\n'


def _figures(rule: Rule, measured: Measured) -> Iterator[str]:
    published = measured.sets[measured.published]
    rate = measured.rates.get(rule.name)
    said = f"it speaks {rate:.2f} times in 1,000 words" if rate else "it says nothing"
    if rule.default:
        yield f"In {published.words:,} words of {published.about} {said} (`{published.command}`)."
    rows = measured.measures.get(rule.name, ())
    read = measured.read.get(rule.name)
    if read is not None:
        yield ""
        yield _read_by_hand(read, measured.words_read)
    if not rows and read is not None:
        return
    if not rows:
        yield "How much of it is right has not been measured for this rule alone."
        return
    yield ""
    yield from _table(
        ("Measured on", "Faults", "Found", "Of what it flags, right", "Command"),
        (
            (
                f"{measured.sets[row.set].about}, {measured.sets[row.set].words:,} words",
                row.what,
                f"{row.found} of {row.gold} ({_percent(row.found, row.gold)})",
                "" if row.false is None else _precision(row.found, row.false),
                f"`{measured.sets[row.set].command}`",
            )
            for row in rows
        ),
    )


def _read_by_hand(read: Read, words: int) -> str:
    precision = _precision(read.right, read.flags - read.right)
    if read.words:
        drawn = f"{read.flags} of its {read.of}" if read.of > read.flags else f"Its {read.flags}"
        said = (
            f"{drawn} flags in {read.words / 1e6:.1f} million words of published copy were read one by one: {precision} were "
            f"right"
        )
    else:
        said = (
            f"Its {read.flags} flags in {words / 1e6:.1f} million words of published copy were read one by one: {precision} "
            f"were slips that editors had missed"
        )
    if read.arguable:
        said += f", and desks differ on {read.arguable}"
    if read.mended:
        said += (
            f". Of the others, {read.mended} would not be flagged any more: their cause was mended after the reading"
        )
    return f"{said}."


def _precision(right: int, false: int) -> str:
    return f"{right} of {right + false} ({_percent(right, right + false)})"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%"


def _prose(text: str) -> str:
    """Text of a rule as Markdown that says the same: no sign of it is markup."""
    return "".join(f"&#{ord(c)};" if c in "\\`*_[]<>&#|{}" else c for c in " ".join(text.split()))


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
