"""Offsets in code points and in UTF-16 units, which JavaScript, Java and LanguageTool count in."""

from __future__ import annotations

from bisect import bisect_left

_BASIC = "\uffff"


class Units:
    """Takes offsets of one text from code points to UTF-16 units and back.

    Only characters beyond the basic plane, most emoji among them, count two units; combining marks count one each.
    """

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [i for i, char in enumerate(text) if char > _BASIC]
        self._wide = wide
        self._wide16 = [at + nth for nth, at in enumerate(wide)]

    def utf16(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._wide, offset)

    def code_point(self, offset: int, *, up: bool = False) -> int:
        """The code point offset of a UTF-16 offset.

        Within a pair of surrogates it is the character's start, or with `up` its end.
        """
        before = bisect_left(self._wide16, offset)
        split = before > 0 and self._wide16[before - 1] == offset - 1
        return offset - before + int(split and up)
