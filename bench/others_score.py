"""What flags come to on labelled copy, by the same rules for whoever gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_REACH = 40
_TOGETHER = {"inflection": "grammar"}
"""Labels that are counted under another: endings are grammar."""


class Flag(NamedTuple):
    """A place that a program flags, in code points, and the texts that it offers in its stead, the best first.

    A replacement is of another place where it names one.
    """

    start: int
    end: int
    replacements: tuple[tuple[int, int, str], ...] = ()


def score(docs: Sequence[Mapping[str, Any]], flags: Sequence[Sequence[Flag]]) -> dict[str, float]:
    """Shares of labelled places found, in all and by label, with the right text offered; false alarms per 1,000 words."""
    there, found = Counter[str](), Counter[str]()
    repairable = repaired = false = words = 0
    for doc, flagged in zip(docs, flags, strict=True):
        text = doc["text"]
        words += len(text.split())
        wrong = [span for span in doc["spans"] if span["label"] != "fine"]
        false += sum(not any(_overlap(flag, span) for span in wrong) for flag in flagged)
        for span in wrong:
            if span.get("sure") is False:
                continue
            label = _TOGETHER.get(span["label"], span["label"])
            answers = [flag for flag in flagged if _answers(flag, span)]
            there[label] += 1
            found[label] += bool(answers)
            if "right" in span:
                repairable += 1
                repaired += any(_repairs(flag, text, span) for flag in answers)
    figures = {label: found[label] / there[label] for label in sorted(there)}
    if there:
        figures["found"] = found.total() / there.total()
    if repairable:
        figures["right"] = repaired / repairable
    figures["false"] = 1000 * false / words
    return {key: round(figure, 4) for key, figure in figures.items()}


def _overlap(flag: Flag, span: Mapping[str, Any]) -> bool:
    return flag.start < span["end"] and bool(span["start"] < max(flag.end, flag.start + 1))


def _answers(flag: Flag, span: Mapping[str, Any]) -> bool:
    return _overlap(flag, span) and flag.end - flag.start <= span["end"] - span["start"] + _REACH


def _repairs(flag: Flag, text: str, span: Mapping[str, Any]) -> bool:
    wanted = (text[: span["start"]] + span["right"] + text[span["end"] :]).split()
    return any((text[:start] + put + text[end:]).split() == wanted for start, end, put in flag.replacements)
