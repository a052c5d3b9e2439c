"""Runs a command for as long as whoever started this holds the other end of its standard input, and no longer.

A server must not outlive the program that it was started for, however that one ends. One that ends by itself is started
again, unless it ran for so short a time that it would only end again. It is run by its path, in Python's isolated mode,
so it imports nothing of its own package.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

_GRACE = 5.0
_INPUT = 0


def main() -> int:
    """Run the command, which comes after the least seconds that it must have run, and give its exit status."""
    least, command = float(sys.argv[1]), sys.argv[2:]
    told = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def end(*_: object) -> None:
        told.set()
        for child in running:
            child.terminate()

    def end_with_parent() -> None:
        while os.read(_INPUT, 1024):
            pass
        end()
        time.sleep(_GRACE)  # this process ends with the command, if that ends in time
        for child in running:
            child.kill()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=end_with_parent, daemon=True).start()
    while True:
        began = time.monotonic()
        running[:] = [subprocess.Popen(command, stdin=subprocess.DEVNULL)]
        if told.is_set():  # while it was started
            end()
        status = running[-1].wait()
        if told.is_set() or time.monotonic() - began < least:
            return status


if __name__ == "__main__":
    sys.exit(main())
