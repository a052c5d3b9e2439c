"""Copydesk beside LanguageTool, Harper and proselint on the same labelled copy, each as its users get it.

    python bench/others.py [--only NAME ...] [--shared ../shared] [--write]

Printed is a table; --write puts it into docs/beside-others.md, and the figures into bench/others.json, from which those of
programs that were not measured this time are taken. Harper comes with the extra `bench`; LanguageTool is the one that
`copydesk languagetool install` has assembled.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from others_run import Checker, copydesk, harper, languagetool, proselint
from others_score import score

HOME = Path(__file__).resolve().parent
FIGURES = HOME / "others.json"
PAGE = HOME.parent / "docs" / "beside-others.md"
SETS = ("slips", "published_errors", "clean")
CHECKERS: Mapping[str, Callable[[], Checker]] = {
    "Copydesk": copydesk,
    "LanguageTool": languagetool,
    "Harper": harper,
    "proselint": proselint,
}
_COLUMNS = (
    ("slips", "found", "one slip in a paragraph: found"),
    ("slips", "right", "right word offered"),
    ("slips", "false", "false alarms"),
    ("published_errors", "realword", "slips editors missed: real words"),
    ("published_errors", "duplicate_word", "words set twice"),
    ("published_errors", "nonword", "misspellings"),
    ("published_errors", "grammar", "endings, grammar"),
    ("published_errors", "false", "false alarms"),
    ("clean", "false", "copy as published: flags"),
)
_HEAD = """\
# Beside others

Copydesk, [LanguageTool](https://languagetool.org), [Harper](https://writewithharper.com) and
[proselint](https://github.com/amperser/proselint) on the same labelled news copy, each as its users get it: all rules that
are on by default, style and spelling included, American English where one has to be named, no word list.
`python bench/others.py --write` makes this page.

"""
_NOTES = """
Three sets: {slips} paragraphs with one slip put into each, a right word in the wrong place; {published_errors} sentences
from published articles, in which {errors} slips that their editors missed and near misses were labelled; {clean} articles as
published, {words:,} words.

- Found is the share of the labelled places that a flag overlaps. A flag that takes in over 40 characters more than the place, as
  those of long sentences do, is about something else.
- The right word is offered where one of the replacements of such a flag makes the text what it should be.
- False alarms and flags are counted per 1,000 words: all that stand elsewhere. Names that a dictionary does not know and
  matters of style count, since whoever uses the program is shown them. The set of slips that editors missed is made of
  hard sentences, where more is wrong and more looks wrong than in common copy. In copy as published a few flags are slips
  that were never labelled.

"""


def table(figures: Mapping[str, Any]) -> str:
    """The table, in Markdown."""
    lines = [
        f"| | {' | '.join(title for _, _, title in _COLUMNS)} |",
        f"| --- |{' ---: |' * len(_COLUMNS)}",
    ]
    for name in CHECKERS:
        if name in figures:
            cells = [_cell(figures[name]["sets"][held], key) for held, key, _ in _COLUMNS]
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def page(figures: Mapping[str, Any], counts: Mapping[str, int]) -> str:
    """The page of the documentation."""
    asked = [
        f"- {name}: {figures[name]['version']}. {figures[name]['options']}" for name in CHECKERS if name in figures
    ]
    return _HEAD + table(figures) + _NOTES.format(**counts) + "What was asked:\n\n" + "\n".join(asked) + "\n"


def _cell(row: Mapping[str, float], key: str) -> str:
    return f"{row[key]:.1f}" if key == "false" else f"{100 * row[key]:.0f}%"


def measure(checker: Checker, sets: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """What one program comes to on each set."""
    with checker.running() as find:
        scored = {name: score(docs, find([doc["text"] for doc in docs])) for name, docs in sets.items()}
    return {"version": checker.version, "options": checker.options, "sets": scored}


def known() -> dict[str, Any]:
    """The figures of earlier runs, by program."""
    held: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
    return held


def main() -> int:
    """Measure, print and, where asked, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=CHECKERS, default=list(CHECKERS), metavar="NAME")
    parser.add_argument("--shared", type=Path, default=HOME.parent.parent / "shared")
    parser.add_argument("--write", action="store_true", help="write the page and the figures")
    options = parser.parse_args()
    gold = options.shared / "data" / "gold"
    if not gold.is_dir():
        print(f"no labelled copy at {gold}: nothing is measured")
        return 0
    sets = {name: [json.loads(line) for line in (gold / f"{name}.jsonl").open(encoding="utf-8")] for name in SETS}
    figures = known()
    for name in options.only:
        print(f"{name} ...", file=sys.stderr, flush=True)
        measured = measure(CHECKERS[name](), sets)
        figures = known() | {name: measured} if options.write else figures | {name: measured}
        if options.write:
            FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(table(figures), end="")
    if options.write:
        counts = {name: len(docs) for name, docs in sets.items()}
        counts["errors"] = sum(s["label"] != "fine" for d in sets["published_errors"] for s in d["spans"])
        counts["words"] = sum(len(doc["text"].split()) for doc in sets["clean"])
        PAGE.write_text(page(figures, counts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
