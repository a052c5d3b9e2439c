"""The `copydesk` command. A thin shell: options in, one call of the public API, a report out."""

from __future__ import annotations

import gc

_ALLOCATIONS = 100_000
"""Between two looks for cycles: a draft makes many small objects and hardly any cycles."""


def main() -> None:
    """Run the command line and end the process with its exit status."""
    gc.set_threshold(_ALLOCATIONS)

    from .app import app

    try:
        app(prog_name="copydesk")
    finally:
        gc.freeze()  # the process ends, so its memory need not be searched once more
