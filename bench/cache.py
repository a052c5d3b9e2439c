"""Time of a second run on a draft that did not change, beside the first run on it.

    python bench/cache.py [--runs 5]

Each pair of runs begins with nothing kept. Medians are printed; the ratio is what the cache is for.
"""

from __future__ import annotations

import argparse
import shlex
import tempfile
from pathlib import Path
from statistics import median

from whole_process import SEEDS, Case, Sample, measure


def pair(path: Path, copydesk: list[str]) -> tuple[Sample, Sample]:
    """A run that keeps its report, and one that finds it."""
    with tempfile.TemporaryDirectory() as folder:
        case = Case("check", [*copydesk, "check", "--cache", "--cache-dir", folder, "--exit-zero", str(path)])
        return measure(case), measure(case)


def line(name: str, samples: list[Sample]) -> str:
    """The medians of some runs."""
    wall, cpu, memory = (median(getattr(s, field) for s in samples) for field in ("wall", "cpu", "memory"))
    return f"  {name:12} {wall:6.2f}s {cpu:6.2f}s CPU {memory:5.0f} MiB"


def ratio(pairs: list[tuple[Sample, Sample]], field: str) -> float:
    """The second run's figure as a part of the first's: the median over all pairs."""
    return median(getattr(second, field) / getattr(first, field) for first, second in pairs)


def main() -> None:
    """Time the pairs and print them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="counted pairs of runs")
    parser.add_argument("--copydesk", default="copydesk", help="the command, as a shell would have it")
    args = parser.parse_args()
    if args.runs < 1:
        parser.error("--runs is at least 1")
    for path in sorted(SEEDS.glob("*.txt")):
        pairs = [pair(path, shlex.split(args.copydesk)) for _ in range(args.runs + 1)][1:]
        print(f"seed article, {path.name}")
        print(line("first run", [first for first, _ in pairs]))
        print(line("second run", [second for _, second in pairs]))
        print(f"  ratio        {ratio(pairs, 'wall'):.2f}    {ratio(pairs, 'cpu'):.2f}  CPU")


if __name__ == "__main__":
    main()
