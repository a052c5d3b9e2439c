"""The figures of a draft as rows for people: what is counted, how many, and what the number means."""

from __future__ import annotations

from collections.abc import Iterator

from ..genre import By
from ..report import FileReport

_READABILITY = {
    "words_per_sentence": ("words a sentence", ""),
    "flesch_reading_ease": ("Flesch reading ease", "0 hard, 100 easy"),
    "flesch_kincaid_grade": ("Flesch-Kincaid", "years of school"),
    "gunning_fog": ("Gunning fog", "years of school"),
    "smog": ("SMOG", "years of school"),
    "dale_chall": ("Dale-Chall", "under 5 easy, over 9 hard"),
}
_SAYS = {By.ASKED: "as asked", By.DRAFT: "as the draft says", By.CONFIG: "as configured", By.GUESS: "a guess"}


def draft_figures(file: FileReport) -> Iterator[tuple[str, str, str]]:
    """Label, figure and gloss of what the draft was taken for and of each count. Readability only where it was measured."""
    stats, genre = file.stats, file.genre
    yield "genre", genre.name, _SAYS[genre.by] + (f": {genre.why}" if genre.why else "")
    yield "words", f"{stats.words:,}", ""
    yield "sentences", f"{stats.sentences:,}", ""
    for key, value in (stats.readability or {}).items():
        label, gloss = _READABILITY.get(key, (key.replace("_", " "), ""))
        yield label, f"{value:.1f}", gloss
