"""The galley: one self-contained page, the drafts as a desk would mark them.

Style and script are inlined and named by their hashes in a content security policy; the page asks for nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from ..finding import Severity
from ..report import FileReport, Report
from ..version import VERSION
from ..web import asset, script
from . import RenderOptions
from .figures import draft_figures
from .galley.markup import shown
from .galley.notes import pack_of
from .galley.proof import MOST_ROWS, proof
from .galley.sources import sources_section
from .tally import counted, headline, listed, tally

if TYPE_CHECKING:
    from ..rule import Rule

_KEYS = (
    ("j</kbd> <kbd>n", "next note"),
    ("k</kbd> <kbd>p", "previous note"),
    ("w", "why: open or shut"),
    ("f", "filter"),
    ("?", "this help"),
)


def write(report: Report, options: RenderOptions, rules: Mapping[str, Rule]) -> str:
    """The report as an HTML document."""
    style = _style()
    code = script("marks.js", "keys.js", "filter.js", "galley.js")
    return "\n".join([*_head(report, style, code), *_body(report, rules), *_tail(code)])


def _style() -> str:
    rows = "\n".join(f".rows-{n} {{ grid-row: span {n}; }}" for n in range(2, MOST_ROWS + 1))
    return "\n".join([*map(asset, ("marks.css", "sheet.css", "below.css")), rows, asset("galley.css")])


def _head(report: Report, style: str, code: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(code)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="Copydesk {VERSION}">'
    yield '<link rel="icon" href="data:,">'
    yield f"<title>Galley: {_name(report)}</title>"
    yield f"<style>{style}</style>\n</head>"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _name(report: Report) -> str:
    return shown(report.files[0].path) if len(report.files) == 1 else counted(len(report.files), "draft")


def _body(report: Report, rules: Mapping[str, Rule]) -> Iterator[str]:
    figures = tally(report)
    said = headline(figures)
    yield '<body>\n<a class="skip" href="#main">To the copy</a>'
    yield f'<header class="top">\n<h1>Galley proof</h1>\n<p>{said[:1].upper()}{said[1:]}.{_held(report)}</p>\n</header>'
    if len(report.files) > 1:
        yield from _contents(report)
    if figures.findings:
        yield from _filter(report)
    yield '<main id="main" tabindex="-1">'
    if report.all_problems:
        yield from _problems(report)
    for number, file in enumerate(report.files, 1):
        yield from _draft(file, number, rules)
    yield "</main>"
    yield f'<footer class="end">Set by Copydesk {VERSION}.</footer>'


def _held(report: Report) -> str:
    silenced, known = sum(f.silenced for f in report.files), sum(f.known for f in report.files)
    parts = [f"{silenced:,} silenced by stet"] if silenced else []
    parts += [f"{known:,} known in the baseline"] if known else []
    return f" Not shown: {listed(parts)}." if parts else ""


def _contents(report: Report) -> Iterator[str]:
    yield '<nav class="contents" aria-label="Drafts">\n<ol>'
    for number, file in enumerate(report.files, 1):
        yield f'<li><a href="#d{number}">{shown(file.path)}</a> <span>{_counts(file)}</span></li>'
    yield "</ol>\n</nav>"


def _counts(file: FileReport) -> str:
    counts = Counter(finding.severity for finding in file.findings)
    said = listed([counted(counts[severity], severity.value) for severity in Severity if counts[severity]])
    return said or "nothing to mend"


def _filter(report: Report) -> Iterator[str]:
    """Boxes to filter by; the script shows them, since they do nothing without it."""
    findings = [finding for file in report.files for finding in file.findings]
    severities = Counter(finding.severity.value for finding in findings)
    packs = Counter(pack_of(finding.rule) for finding in findings)
    yield '<form class="filter" id="filter" aria-label="Filter the notes" autocomplete="off" hidden>'
    yield '<fieldset>\n<legend class="unseen">Severity</legend>'
    for severity in Severity:
        if severities[severity.value]:
            yield _box("severity", severity.value, severities[severity.value], kind=severity.value)
    yield '</fieldset>\n<details class="packs">\n<summary>Packs</summary>\n<fieldset>'
    yield '<legend class="unseen">Pack</legend>'
    for pack in sorted(packs):
        yield _box("pack", pack, packs[pack])
    yield '<button type="button" id="all-packs">all or none</button>\n</fieldset>\n</details>'
    yield f'<output role="status">{counted(len(findings), "note")}</output>'
    yield '<button type="button" id="show-help">Keys <kbd>?</kbd></button>\n</form>'


def _box(name: str, value: str, count: int, *, kind: str = "") -> str:
    return (
        f'<label class="{kind}"><input type="checkbox" name="{name}" value="{shown(value)}" checked> '
        f'<span class="name">{shown(value)}</span> <span class="count">{count:,}</span></label>'
    )


def _problems(report: Report) -> Iterator[str]:
    yield '<section class="problems" aria-labelledby="problems">\n<h2 id="problems">What went wrong</h2>\n<ul>'
    for problem in report.all_problems:
        path = f"{shown(problem.path)}: " if problem.path else ""
        rule = f"{shown(problem.rule)}: " if problem.rule and problem.rule not in problem.message else ""
        yield f"<li>{path}{rule}{shown(' '.join(problem.message.split()))}</li>"
    yield "</ul>\n</section>"


def _draft(file: FileReport, number: int, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield f'<article class="draft" id="d{number}" aria-labelledby="h{number}">\n<header>'
    yield f'<h2 id="h{number}">{shown(file.path)}</h2>'
    yield '<dl class="figures">'
    for label, figure, gloss in draft_figures(file):
        title = f' title="{shown(gloss)}"' if gloss else ""
        yield f"<div{title}><dt>{shown(label)}</dt><dd>{figure}</dd></div>"
    yield "</dl>\n</header>"
    if not file.findings:
        yield '<p class="clean">Clean: nothing to mend.</p>'
    yield proof(file, number, rules)
    if file.sources is not None:
        yield from sources_section(file.sources, file.path, number)
    yield "</article>"


def _tail(code: str) -> Iterator[str]:
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{what}</dd>" for key, what in _KEYS)
    yield '<dialog id="help" aria-labelledby="help-title">\n<h2 id="help-title">Keys</h2>'
    yield f"<dl>{keys}</dl>"
    yield '<form method="dialog"><label><input type="checkbox" id="keys-on" checked> keys are on</label>'
    yield "<button>Close</button></form>\n</dialog>"
    yield f'<script type="module">{code}</script>\n</body>\n</html>\n'
