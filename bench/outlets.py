"""How well claims, vague sources and scare quotes are told, by kind of outlet, and on outlets that the branch never saw.

    python bench/outlets.py [--shared ../shared]

Splits the gold sets, which are of outlets that have labels to learn from, and the labels of the outlets that training leaves
out, into news (wire, dailies, broadcasters, news sites) and the rest (opinion, magazines, columns), and has measure.py of the
shared folder score each part. The linear models that ship have seen them all; `training.meaning.weigh` prints figures for
outlets that these have not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.meaning.copy import LABELS, held_outlets, rows

NEWS = frozenset(
    {
        "AL.com", "Associated Press", "Atlanta Journal-Constitution", "Axios", "BBC News", "Bloomberg", "Boston Herald",
        "BuzzFeed News", "CBN", "CNBC", "CNN (Web News)", "Chicago Sun-Times", "Chicago Tribune", "Daily Mail",
        "Fox News", "Fox News (Online)", "Fox Online News", "Heavy.com", "International Business Times", "NBC News (Online)",
        "NPR Online News", "New York Times - News", "Newsmax - News", "Politico", "Reuters", "San Francisco Chronicle",
        "The Boston Globe", "The Denver Post", "The Hill", "The Jerusalem Post", "The Week - News", "USA TODAY",
        "Wall Street Journal - News", "Washington Post", "Washington Times", "Yahoo! News",
    }
)  # fmt: skip


def parts(data: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """The name of a part, the set it belongs to, and its rows."""
    labels = {task: list(rows(data / "labels" / f"{task}.jsonl.xz")) for task in LABELS}
    apart = held_outlets({row["source"] for task in LABELS for row in labels[task]})
    for task in LABELS:
        away = [row for row in labels[task] if row["source"] in apart]
        gold = list(rows(data / "gold" / f"{task}.jsonl"))
        for name, some in (("outlets of the labels", gold), ("outlets that training left out", away)):
            yield f"{name}, news", task, [row for row in some if row["source"] in NEWS]
            yield f"{name}, opinion and magazines", task, [row for row in some if row["source"] not in NEWS]
            yield f"{name}, all", task, some


def score(measure: Path, task: str, some: list[dict[str, Any]]) -> dict[str, Any]:
    """What measure.py says of these rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{task}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in some), encoding="utf-8")
        command = [sys.executable, str(measure), "--json", "--data", folder, task]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    labels: dict[str, Any] = json.loads(done.stdout)[task]["labels"]
    return labels


def main() -> None:
    """Score each part and print a line for each label."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", choices=list(LABELS))
    given = parser.parse_args()
    for name, task, some in parts(given.shared / "data"):
        if given.only in (None, task) and some:
            for label, row in score(given.shared / "eval" / "measure.py", task, some).items():
                found = f"{row['found']} of {row['gold']}, recall {row['recall']}, precision {row['precision']}"
                print(f"{name}: {label} {found}", flush=True)


if __name__ == "__main__":
    main()
