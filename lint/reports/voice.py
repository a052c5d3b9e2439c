"""The findings on the writer's own voice, where that is the point: counted in one line, and not shown one by one."""

from __future__ import annotations

from ..genre import By, Genre
from ..report import FileReport
from .tally import counted

_REMEDY = "--genre news shows them"


def folded_line(file: FileReport) -> str:
    """How many there are and why they are not shown, empty where there are none: "12 claims in the writer's voice: ..."."""
    return f"{folded(file)}; {_REMEDY}." if file.folded else ""


def folded(file: FileReport) -> str:
    """How many there are, and what the draft was taken for."""
    return f"{counted(len(file.folded), 'claim')} in the writer\u2019s voice: {taken(file.genre)}"


def taken(genre: Genre) -> str:
    """What a draft was taken for: "opinion copy", and of a guess that it is one, and why."""
    guess = f" (a guess: {genre.why})" if genre.why else " (a guess)"
    return f"{genre.name} copy{guess if genre.by is By.GUESS else ''}"
