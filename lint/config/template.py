"""The commented config that `copydesk init` writes: made from the keys, so it names each of them."""

from __future__ import annotations

import textwrap

from . import presets
from .schema import KEYS, Key

_HEAD = """\
# Copydesk reads this file for every draft in this folder and below it.
# Take the "# " off a line to make it hold. "copydesk config show DRAFT" prints what holds for a draft, and why.
"""


def template() -> str:
    """A config in which every key stands as a comment, with its meaning and an example."""
    keys = sorted(KEYS.values(), key=_is_table)
    parts = [_HEAD, f"# Presets: {', '.join(presets.names())}.\n"]
    for section in dict.fromkeys(k.section for k in keys if not _is_table(k)):
        parts.append(f"# --- {section} ---\n")
        parts += [_entry(k) for k in keys if k.section == section and not _is_table(k)]
    parts.append("# --- Tables, which stand last ---\n")
    parts += [_entry(k) for k in keys if _is_table(k)]
    return "\n".join(parts)


def _is_table(key: Key) -> bool:
    return key.example.startswith("[")


def _entry(key: Key) -> str:
    lines = [*textwrap.wrap(f"{key.help}{_choices(key)}", 98), *key.example.split("\n")]
    return "".join(f"# {line}\n" for line in lines)


def _choices(key: Key) -> str:
    return f" One of {', '.join(key.choices)}." if key.choices else ""
