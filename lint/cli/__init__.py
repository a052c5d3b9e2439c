"""The `copydesk` command. A thin shell: options in, one call of the public API, a report out."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with its exit status."""
    from .app import app

    app(prog_name="copydesk")
