"""Time and memory of whole processes: copydesk beside proselint, on the same drafts.

    python bench/whole_process.py [--runs 5] [--words 10000]

Runs take turns, so that a busy machine is busy for all of them; medians are printed. On a machine that
others use, go by the CPU column.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from draft import draft

from lint.packs import load

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_TO_KIB = 1024 if sys.platform == "darwin" else 1
# Where this is set, Python compiles every module anew on each run, and that would be timed, not the tools.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Sample:
    """One run of a process: seconds on the clock, seconds of CPU, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Case:
    """A command to time, and the exit statuses that mean it did its work."""

    name: str
    command: Sequence[str]
    statuses: frozenset[int] = frozenset({0})


def measure(case: Case) -> Sample:
    """Run a command to its end. Exits with its standard error where it failed."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(case.command, stdout=subprocess.DEVNULL, stderr=said, env=_ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in case.statuses:
            said.seek(0)
            sys.exit(f"{shlex.join(case.command)} failed ({process.returncode}):\n{said.read().decode()[-2000:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _TO_KIB / 1024)


def measure_all(cases: Sequence[Case], runs: int) -> dict[str, Sample]:
    """The median of each case, by name. One run of each warms the file cache and is not counted."""
    samples: dict[str, list[Sample]] = {case.name: [] for case in cases}
    for number in range(runs + 1):
        for case in cases:
            sample = measure(case)
            if number:
                samples[case.name].append(sample)
    return {
        name: Sample(median(s.wall for s in held), median(s.cpu for s in held), median(s.memory for s in held))
        for name, held in samples.items()
    }


def grammar_rules() -> str:
    """The rules that ask for grammar, as --ignore takes them."""
    return ",".join(rule.name for rule in load(installed=False).rules.values() if rule.ask)


def cases(path: Path, copydesk: Sequence[str], proselint: Sequence[str]) -> list[Case]:
    """What is timed on one draft; proselint comes first, and the others are compared with it."""
    check = [*copydesk, "check", "--isolated", "--exit-zero"]
    ignored = grammar_rules()
    made = [
        Case("proselint", [*proselint, "check", str(path)], frozenset({0, 1})),
        Case("copydesk, everything", [*check, str(path)]),
    ]
    if ignored:
        made.append(Case("copydesk, no rule that asks for grammar", [*check, "--ignore", ignored, str(path)]))
    return [*made, Case("copydesk --version", [*copydesk, "--version"])]


def table(title: str, medians: dict[str, Sample]) -> str:
    """The medians as lines of text, each with its ratio to the first."""
    first = next(iter(medians.values()))
    lines = [f"{title}\n  {'':40} {'wall':>8} {'CPU':>8} {'memory':>9}   ratio (wall, CPU)"]
    for name, held in medians.items():
        ratio = f"{held.wall / first.wall:6.2f} {held.cpu / first.cpu:6.2f}"
        lines.append(f"  {name:40} {held.wall:7.2f}s {held.cpu:7.2f}s {held.memory:5.0f} MiB   {ratio}")
    return "\n".join(lines)


def beside(command: str) -> str:
    """A command of the environment that runs this bench, as a shell would have it."""
    return shlex.quote(str(Path(sys.executable).with_name(command)))


def main() -> None:
    """Time everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument("--words", type=int, default=10_000, help="length of the generated draft")
    parser.add_argument("--copydesk", default=beside("copydesk"), help="the command, as a shell would have it")
    parser.add_argument("--proselint", default=beside("proselint"), help="the same for proselint")
    args = parser.parse_args()
    if args.runs < 1:
        parser.error("--runs is at least 1")
    copydesk, proselint = shlex.split(args.copydesk), shlex.split(args.proselint)
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.txt"
        long.write_text(draft(args.words), encoding="utf-8")
        drafts = {f"seed article, {path.name}": path for path in sorted(SEEDS.glob("*.txt"))}
        drafts[f"generated draft, {args.words:,} words"] = long
        for title, path in drafts.items():
            print(table(title, measure_all(cases(path, copydesk, proselint), args.runs)), flush=True)
            print()


if __name__ == "__main__":
    main()
