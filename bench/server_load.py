"""Editors at work: many clients that check an article again after each edit, against a server on this machine.

    python bench/server_load.py [--clients 50] [--requests 5000] [--languagetool [DIR]]

Each client holds a generated article of 700 words and sends it whole after each edit, one request at a time. Printed are
the median and the 95th percentile of the time to an answer, answers that were not as they should be, requests a second,
and the memory of the server's processes as the run goes on. With --languagetool its server is measured beside, by the same
requests to the same API: the one that `copydesk languagetool install` has assembled, or that of a folder of jars. Each
measure ends after --seconds at the latest.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import httpx2
from draft import draft

from lint.languagetool import installed

_START_SECONDS = 120
_SAMPLES = 5
_PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass
class Measured:
    """Seconds of each good answer, how many were not, and the server's memory in MiB, sampled evenly."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    memory: list[float] = field(default_factory=list)
    lasted: float = 0.0

    def percentile(self, part: int) -> float:
        """The time within which this part of a hundred of the answers came, in milliseconds."""
        return 1000 * quantiles(self.seconds, n=100)[part - 1]


@dataclass(frozen=True)
class Plan:
    """How much to send: clients at once, requests in all, words of an article, seconds at most."""

    clients: int
    requests: int
    words: int
    seconds: float


def native(client: httpx2.AsyncClient, text: str) -> object:
    """A check by the native API."""
    return client.post("/v1/check", json={"text": text, "offset_unit": "utf16"})


def as_languagetool(client: httpx2.AsyncClient, text: str) -> object:
    """A check by LanguageTool's API."""
    return client.post("/v2/check", data={"language": "en-US", "text": text})


def edited(article: str, number: int) -> str:
    """The article after an edit: a sentence that no draft had before, which some rule must read grammar for."""
    paragraphs = article.split("\n\n")
    at = 2 + number % (len(paragraphs) - 2)
    paragraphs[at] += f" By day {number} the crew had let the pier."
    return "\n\n".join(paragraphs)


async def load(url: str, check: Callable[[httpx2.AsyncClient, str], object], plan: Plan, pid: int) -> Measured:
    """Send what the plan says and measure."""
    measured = Measured()
    article = draft(plan.words)
    numbers = iter(range(plan.requests))
    began = time.perf_counter()
    deadline = began + plan.seconds
    every = max(1, plan.requests // _SAMPLES)
    limits = httpx2.Limits(max_connections=plan.clients)
    async with httpx2.AsyncClient(base_url=url, timeout=60, limits=limits) as client:

        async def edit_and_check() -> None:
            for number in numbers:
                sent = time.perf_counter()
                if sent > deadline:
                    return
                try:
                    answer = await check(client, edited(article, number))  # type: ignore[misc]
                except httpx2.HTTPError:
                    measured.errors += 1
                    continue
                if answer.status_code == 200:
                    measured.seconds.append(time.perf_counter() - sent)
                else:
                    measured.errors += 1
                if number % every == every - 1:
                    measured.memory.append(memory(pid))

        await asyncio.gather(*(edit_and_check() for _ in range(plan.clients)))
    measured.lasted = time.perf_counter() - began
    return measured


def memory(pid: int) -> float:
    """MiB that a process and all below it hold."""
    total = 0.0
    for each in family(pid):
        try:
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * _PAGE_MIB
        except OSError:
            continue
    return total


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


@contextmanager
def server(command: Sequence[str], url: str, probe: str) -> Iterator[int]:
    """A server that runs, by its process's number. Exits where it does not come up."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                if httpx2.get(url + probe, timeout=5).status_code == 200:
                    break
            except httpx2.HTTPError:
                pass
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{command[0]} did not come up at {url}")
            time.sleep(0.2)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


def row(name: str, measured: Measured) -> str:
    """A line of the table."""
    if len(measured.seconds) < 2:
        return f"{name:24} no answers, {measured.errors} errors"
    held = " ".join(f"{m:.0f}" for m in measured.memory)
    rate = len(measured.seconds) / measured.lasted
    return (
        f"{name:24} {len(measured.seconds):8} {measured.errors:6} {measured.percentile(50):8.0f} "
        f"{measured.percentile(95):8.0f} {rate:8.1f}   {held}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--words", type=int, default=700)
    parser.add_argument("--seconds", type=float, default=240, help="the most that each measure may take")
    parser.add_argument("--workers", type=int, help="worker processes; one a core where it is left out")
    parser.add_argument("--port", type=int, default=8391, help="this port and the next are used, on 127.0.0.1")
    parser.add_argument(
        "--languagetool",
        nargs="?",
        const=installed.place().jars,
        type=Path,
        metavar="DIR",
        help="measure LanguageTool too: the one that is installed, or a folder of its jars",
    )
    options = parser.parse_args()
    if options.languagetool and not any(options.languagetool.glob("languagetool-server-*.jar")):
        parser.error(f"no LanguageTool at {options.languagetool} ({installed.INSTALL})")
    plan = Plan(options.clients, options.requests, options.words, options.seconds)

    print(f"{'':24} {'answers':>8} {'errors':>6} {'p50 ms':>8} {'p95 ms':>8} {'a second':>8}   MiB as it goes on")
    url = f"http://127.0.0.1:{options.port}"
    command = [sys.executable, "-c", "from lint.cli import main; main()", "serve", "--isolated", "--quiet"]
    command += ["--port", str(options.port), "--in-flight", str(max(64, options.clients))]
    command += ["--workers", str(options.workers)] if options.workers else []
    worst: dict[str, float] = {}
    with server(command, url, "/healthz") as pid:
        warm = Plan(4, 40, plan.words, 60)
        for name, check in (("copydesk, native", native), ("copydesk, /v2/check", as_languagetool)):
            asyncio.run(load(url, check, warm, pid))
            measured = asyncio.run(load(url, check, plan, pid))
            worst[name] = measured.percentile(95)
            print(row(name, measured), flush=True)
    if options.languagetool:
        url = f"http://127.0.0.1:{options.port + 1}"
        jars = f"{options.languagetool}/*"
        java = ["java", "-cp", jars, "org.languagetool.server.HTTPServer", "--port", str(options.port + 1)]
        with server(java, url, "/v2/healthcheck") as pid:
            asyncio.run(load(url, as_languagetool, warm, pid))
            measured = asyncio.run(load(url, as_languagetool, plan, pid))
            print(row("languagetool, /v2/check", measured))
            print(f"p95 beside LanguageTool's: {worst['copydesk, /v2/check'] / measured.percentile(95):.2f}")


if __name__ == "__main__":
    main()
