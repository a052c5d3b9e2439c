"""How often the right word is the first suggestion, and among the first three, for common misspellings.

    python bench/suggestions.py LIST        a list of misspellings, as below
    python bench/suggestions.py --typos LIST   only those that the checker `typos` knows too, with its corrections

LIST is text with a line a misspelling, `wrong->right` or `wrong->right, other`, as the lists of Wikipedia, codespell and
cspell have it; or a JSON file that holds such lines as strings. Two that do for it come from npm and PyPI:
`npm pack @cspell/dict-en-common-misspellings` (package/dict/dict-en.json, CC BY-SA 4.0) and `typos` (MIT or
Apache 2.0), whose list is inside its program. None is kept in this repository.

Counted are misspellings in plain letters that no dictionary has, of words that a dictionary has and news copy uses at
least --least times (64) in 26 million words; rarer ones are left to their experts. The words beside them are not given.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint.spelling import is_word, speller_for
from lint.spelling.words import words

_LINE = re.compile(r"([a-z]+) ?->\s*(.+)")


def listed(path: Path) -> dict[str, set[str]]:
    """Misspellings and what is right instead."""
    text = path.read_text(encoding="utf-8")
    lines = strings(json.loads(text)) if path.suffix == ".json" else iter(text.splitlines())
    found: dict[str, set[str]] = {}
    for line in lines:
        if match := _LINE.fullmatch(line.strip().lower()):
            found[match[1]] = {right.strip() for right in match[2].strip(",").split(",")}
    return found


def strings(value: Any) -> Iterator[str]:
    """All strings within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def known_to_typos(forms: list[str]) -> dict[str, set[str]]:
    """Those of the forms that `typos` knows, with its corrections."""
    done = subprocess.run(
        ["typos", "--isolated", "--format", "json", "-"], input="\n".join(forms), capture_output=True, text=True
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["typo"]: set(row["corrections"]) for row in rows if row.get("corrections")}


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("list", type=Path)
    parser.add_argument("--typos", action="store_true")
    parser.add_argument("--least", type=int, default=64)
    parser.add_argument("--every", type=int, default=1, help="take one misspelling in so many")
    parser.add_argument("--misses", type=int, default=0, help="print so many that were not first")
    given = parser.parse_args()
    pairs = listed(given.list)
    if given.typos:
        pairs = known_to_typos(sorted(pairs))
    often = (given.least + 1).bit_length() - 1
    chosen = [
        (wrong, rights)
        for wrong, rights in sorted(pairs.items())
        if wrong.isalpha() and not is_word(wrong) and max(map(words().often, rights)) >= often
    ][:: given.every]
    first = third = 0
    misses: list[str] = []
    started = time.process_time()
    for wrong, rights in chosen:
        offered = [c.word for c in speller_for().judge(wrong).candidates[:3]]
        first += bool(rights & set(offered[:1]))
        third += bool(rights & set(offered))
        if not rights & set(offered[:1]):
            misses.append(f"{wrong}: {', '.join(sorted(rights))}, not {', '.join(offered) or 'nothing'}")
    spent = (time.process_time() - started) / max(1, len(chosen))
    name = f"{given.list.name}{', as typos corrects it' if given.typos else ''}"
    print(f"{name}: {len(chosen):,} misspellings, first {first / len(chosen):.3f}, in three {third / len(chosen):.3f}, "
          f"{1000 * spent:.1f} ms each")  # fmt: skip
    print("\n".join(misses[:: max(1, len(misses) // given.misses)] if given.misses else []), end="")


if __name__ == "__main__":
    main()
