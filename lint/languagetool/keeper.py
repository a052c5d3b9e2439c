"""Runs a command for as long as whoever started this holds the other end of its standard input, and no longer.

A server must not outlive the program that it was started for, however that one ends. It is run by its path, in Python's
isolated mode, so it imports nothing of its own package.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

_GRACE = 5.0
_INPUT = 0


def main() -> int:
    """Run the command and give its exit status."""
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    def end(*_: object) -> None:
        child.terminate()

    def end_with_parent() -> None:
        while os.read(_INPUT, 1024):
            pass
        child.terminate()
        try:
            child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=end_with_parent, daemon=True).start()
    return child.wait()


if __name__ == "__main__":
    sys.exit(main())
