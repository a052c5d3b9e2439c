"""Text from a draft made safe and plain to see in a terminal.

A draft can hold anything: an escape sequence must not reach the terminal, and a mark that turns the
writing direction must not turn the report.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAK_SIGN = "↵"
_JOINERS = "\u200c\u200d"


def visible(text: str, *, blanks: bool = False) -> str:
    """`text` in characters that show. With `blanks`, white space shows too.

    Controls become their pictures (␀, ␛), format characters their code points (<U+202E>), line
    breaks ↵; tabs and special spaces become plain spaces. Joiners stay: emoji are made with them.
    """
    if text.isprintable() and not blanks:
        return text
    return "".join(_shown(char, blanks) for char in _LINE_BREAK.sub(_BREAK_SIGN, text))


def is_blank(text: str) -> bool:
    """Whether `text` has something but nothing that leaves ink."""
    return bool(text) and all(c.isspace() or (not c.isprintable() and c not in _JOINERS) for c in text)


def _shown(char: str, blanks: bool) -> str:
    if char == " ":
        return "·" if blanks else char
    if char == "\t":
        return "→" if blanks else " "
    if char.isprintable() or char in _JOINERS:
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    kind = unicodedata.category(char)
    if kind == "Zs":
        return "␣" if blanks else " "
    return char if kind in ("Co", "Cn") else f"<U+{code:04X}>"
