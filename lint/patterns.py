"""Regular expressions of rules, in linear time (re2), and one gate that tells which of them match at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from .errors import PackError

if TYPE_CHECKING:
    import re

_MEMORY = 64 << 20


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str, *, case_sensitive: bool = False) -> re.Pattern[str]:
    """A linear-time pattern; it has the interface of `re`. Raises PackError where re2 does not take it."""
    import re2

    try:
        compiled: Any = re2.compile(pattern, _options(case_sensitive))
    except re2.error as error:
        raise PackError(
            f"{pattern!r} is no pattern that can be matched in linear time: {error}",
            remedy="look-around and back-references are not had; write what may stand around as `except`",
        ) from None
    return cast("re.Pattern[str]", compiled)


class PatternGate:
    """Tells in one pass whose patterns match anywhere in a text."""

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        """`owned` are pairs of an owner's name and one of its patterns, matched in any case."""
        pairs = list(owned)
        self._owners = [owner for owner, _ in pairs]
        self._set: Any = None
        if pairs:
            import re2

            self._set = re2.Set.SearchSet(_options(False))
            for _, pattern in pairs:
                self._set.Add(pattern)
            self._set.Compile()

    def woken(self, text: str) -> set[str]:
        """The owners of which a pattern matches."""
        if self._set is None:
            return set()
        # Match gives None, not an empty list, where nothing matches.
        return {self._owners[i] for i in self._set.Match(text) or ()}


def _options(case_sensitive: bool) -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = case_sensitive
    options.max_mem = _MEMORY
    return options
