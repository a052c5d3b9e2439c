"""The blocks of the README and the docs that a comment names, so that what they show is what happens.

    python3 tests/readme.py report      print the command under <!-- command: report -->

The comment stands right before the fence. Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"^<!-- ([a-z-]+): ([^\n]*?) -->\n```([a-z]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: what its comment calls it, its language and its text."""

    kind: str
    name: str
    language: str
    text: str


def blocks(page: Path, kind: str) -> list[Block]:
    """The blocks of a kind on a page, in order."""
    found = (Block(*match) for match in _BLOCK.findall(page.read_text(encoding="utf-8")))
    return [block for block in found if block.kind == kind]


def main() -> None:
    """Print the README's command that the first argument names."""
    commands = {block.name: block.text for block in blocks(ROOT / "README.md", "command")}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(f"usage: python3 tests/readme.py {'|'.join(commands)}")
    print(commands[sys.argv[1]], end="")


if __name__ == "__main__":
    main()
