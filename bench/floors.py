"""Hold the measures of accuracy to the floors in floors.toml, and say which figure fails.

    python bench/floors.py [--shared ../shared] [--show] [SET ...]

It runs `eval/seed.py` and `eval/measure.py` of the shared folder, and `sources.py` beside this file. Where there is no such
folder nothing is held to anything, and it says so. Exit status 1 where a figure fails, 2 where a measure could not be taken.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent
_SEED, _SOURCES = "seed", "sources"
_SEVERITIES = ("error", "warning", "suggestion")
_FOUND = re.compile(r"(must|should|never) (\d+)/(\d+)")
_BEYOND = re.compile(r"beyond the list (\d+)")

Figures = Mapping[str, Mapping[str, float]]
"""Set name to path to figure."""


class MeasureError(Exception):
    """A measure that did not run or did not say what it should."""


def seed_figures(output: str) -> dict[str, float]:
    """The figures in the last line of seed.py."""
    last = output.strip().rpartition("\n")[2]
    figures: dict[str, float] = {}
    for need, found, there in _FOUND.findall(last):
        figures |= {f"{need}.found": int(found), f"{need}.missed": int(there) - int(found)}
    beyond = _BEYOND.search(last)
    if not figures or not beyond:
        raise MeasureError(f"seed.py gave no figures:\n{output[-2000:]}")
    return {**figures, "beyond": int(beyond[1])}


def set_figures(result: Mapping[str, Any]) -> dict[str, float]:
    """The figures of one set of measure.py, flat, with those that it leaves to be added up.

    Added: `recall` over all labels, and for copy as published every severity, with "error or warning".
    """
    figures = dict(_flat(result))
    rows = [row for row in result.get("labels", {}).values() if "gold" in row]
    gold = sum(row["gold"] for row in rows)
    if gold:
        figures["recall"] = round(sum(row["found"] for row in rows) / gold, 3)
    if "per_1000_words" in result:
        rates = {severity: result["per_1000_words"].get(severity, 0) for severity in _SEVERITIES}
        figures |= {f"per_1000_words.{severity}": rate for severity, rate in rates.items()}
        figures["per_1000_words.error or warning"] = round(rates["error"] + rates["warning"], 3)
    return figures


def shortfalls(figures: Figures, floors: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[str]:
    """What fails, a line each; a figure that a floor names and no measure gives fails too."""
    failed = []
    for name, bounds in floors.items():
        for path, bound in bounds.items():
            figure = figures.get(name, {}).get(path)
            if figure is None:
                failed.append(f"{name}: {path}: no such figure (--show prints those there are)")
            elif figure < bound.get("at_least", figure):
                failed.append(f"{name}: {path} is {figure:g}, under its floor {bound['at_least']:g}")
            elif figure > bound.get("at_most", figure):
                failed.append(f"{name}: {path} is {figure:g}, over its ceiling {bound['at_most']:g}")
    return failed


def load_floors(path: Path) -> dict[str, dict[str, dict[str, float]]]:
    """The floors. Raises MeasureError for a bound that is neither at_least nor at_most."""
    floors: dict[str, dict[str, dict[str, float]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, bounds in floors.items():
        for figure, bound in bounds.items():
            if not bound or not set(bound) <= {"at_least", "at_most"}:
                raise MeasureError(f"{path}: [{name}] {figure}: a bound has at_least, at_most or both")
    return floors


def measure(shared: Path, names: Sequence[str], command: str) -> dict[str, dict[str, float]]:
    """The figures of these sets."""
    figures: dict[str, dict[str, float]] = {}
    if _SEED in names:
        figures[_SEED] = seed_figures(_run(shared / "eval" / "seed.py", "--command", command, statuses=(0, 1)))
    if _SOURCES in names:
        output = _run(HOME / "sources.py", "--json", "--part", "dev", "--data", str(shared / "data"))
        figures[_SOURCES] = dict(_flat(json.loads(output)))
    sets = [name for name in names if name not in (_SEED, _SOURCES)]
    if sets:
        output = _run(shared / "eval" / "measure.py", "--json", "--command", command, *sets)
        figures |= {name: set_figures(result) for name, result in json.loads(output).items()}
    return figures


def _run(script: Path, *args: str, statuses: Sequence[int] = (0,)) -> str:
    done = subprocess.run([sys.executable, str(script), *args], capture_output=True, text=True)
    if done.returncode not in statuses:
        raise MeasureError(f"{script.name} failed ({done.returncode}):\n{done.stderr[-2000:]}")
    return done.stdout + done.stderr


def _flat(value: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, float]]:
    for key, held in value.items():
        if isinstance(held, Mapping):
            yield from _flat(held, f"{path}{key}.")
        elif isinstance(held, int | float):
            yield f"{path}{key}", held


def main() -> int:
    """Measure what the floors name, and compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", help="only these sets")
    parser.add_argument("--shared", type=Path, default=HOME.parent.parent / "shared")
    parser.add_argument("--floors", type=Path, default=HOME / "floors.toml")
    parser.add_argument("--command", default="copydesk", help="the program that is measured")
    parser.add_argument("--show", action="store_true", help="print every figure")
    args = parser.parse_args()
    if not (args.shared / "eval").is_dir():
        print(f"no measures at {args.shared}: nothing is held to its floor")
        return 0
    try:
        floors = load_floors(args.floors)
        unknown = [name for name in args.sets if name not in floors]
        if unknown and not args.show:
            raise MeasureError(f"{args.floors} has no floors for {', '.join(unknown)}")
        names = args.sets or list(floors)
        figures = measure(args.shared, names, args.command)
    except MeasureError as error:
        print(error, file=sys.stderr)
        return 2
    if args.show:
        for name, held in figures.items():
            for path, figure in held.items():
                print(f"{name}: {path} = {figure:g}")
    failed = shortfalls(figures, {name: floors[name] for name in names if name in floors})
    bounds = sum(len(floors.get(name, {})) for name in names)
    print("\n".join([*failed, f"{bounds - len(failed)} of {bounds} figures hold"]))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
