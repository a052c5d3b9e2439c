"""What can go wrong by a user's doing, said so that the user can mend it.

Every error names what is wrong, where, and the remedy; shells print `str(error)` and nothing else.
Faults of the program itself stay ordinary exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable


class CopydeskError(Exception):
    """A mistake outside the program: in a draft, a config, a pack or a command line.

    `what` says what is wrong, `place` where (a path, "path:line" or a key), `remedy` what to do.
    """

    def __init__(self, what: str, *, place: str = "", remedy: str = "") -> None:
        self.what = what
        self.place = place
        self.remedy = remedy
        head = f"{place}: {what}" if place else what
        super().__init__(f"{head} ({remedy})" if remedy else head)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.place, self.remedy))


class DraftError(CopydeskError):
    """A draft that cannot be read or written without losing something."""


class ConfigError(CopydeskError):
    """A config, preset or baseline that does not hold what it should."""


class PackError(CopydeskError):
    """A rule pack that does not load."""


class UsageError(CopydeskError):
    """A command or call that asks for something that is not there."""


def nearest(word: str, known: Iterable[str]) -> str:
    """'did you mean "x"?' for the known word nearest to `word`, or an empty string."""
    from difflib import get_close_matches  # slow to load, and few runs meet a mistake

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _rebuild(kind: type[CopydeskError], what: str, place: str, remedy: str) -> CopydeskError:
    return kind(what, place=place, remedy=remedy)
