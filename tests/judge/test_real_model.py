"""SmolLM2 itself, where it is installed: `copydesk lm install`."""

from __future__ import annotations

import pytest

from lint.models.judge import Judge, Question, open_judge
from lint.models.lm.catalogue import SMOLLM2
from lint.models.lm.home import Home


@pytest.fixture(scope="module")
def judge() -> Judge:
    if trouble := Home(SMOLLM2).trouble():
        pytest.skip(f"smollm2 {trouble}: copydesk lm install")
    return open_judge("smollm2")


def question(marked: str, *candidates: str, before: str = "") -> Question:
    """A question about the word between ⟦ and ⟧."""
    left, word, right = marked.replace("⟧", "⟦").split("⟦")
    return Question(before, left + word + right, len(left), len(left) + len(word), candidates)


ENOUGH = 4
SLIPS = [
    ("The crews have since ⟦let⟧ the harbour for good.", "left"),
    ("She was elected ⟦too⟧ the council in May.", "to"),
    ("More ⟦then⟧ half of the houses were damaged in the storm.", "than"),
    ("The minister ⟦tolled⟧ reporters that the bridge was safe.", "told"),
    ("He paid the fine with ⟦is⟧ own money, a spokesman said.", "his"),
]
RIGHT = [
    ("The landlord has since ⟦let⟧ the house to a family of four.", "left"),
    ("She left the house, and he did ⟦too⟧, neighbours said.", "to"),
    ("The crowd cheered, ⟦then⟧ the band began to play.", "than"),
    ("A bell was ⟦tolled⟧ for each of the dead.", "told"),
]


@pytest.mark.parametrize(("marked", "right"), SLIPS)
def test_the_right_word_gains(judge: Judge, marked: str, right: str) -> None:
    ((gain,),) = judge.gains([question(marked, right)])
    assert gain > ENOUGH


@pytest.mark.parametrize(("marked", "wrong"), RIGHT)
def test_a_wrong_word_gains_less(judge: Judge, marked: str, wrong: str) -> None:
    ((gain,),) = judge.gains([question(marked, wrong)])
    assert gain < ENOUGH


def test_the_best_of_several_is_first(judge: Judge) -> None:
    ((left, led, net),) = judge.gains([question(SLIPS[0][0], "left", "led", "net")])
    assert left > max(led, net)
