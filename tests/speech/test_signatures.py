"""Whoever signs a quotation that stands by itself."""

from __future__ import annotations

import pytest

from .test_speech import who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The left is glad.\n\n“The pier is open at last, and high time it was.”\n\nAnn Lee, Leeds Post\n\nMore.",
            ["Ann Lee"],
        ),
        (
            "“The pier is open at last.\n\n“It is high time that it was.”\n\nAnn Lee, Leeds Post\n\n“It should have "
            "stayed shut for good.”\n\nTom Cole, Harbor News",
            ["Ann Lee", "Ann Lee", "Tom Cole"],
        ),
        ("Cole said it was “late.”\n\n“The pier is open at last.”\n\nNew Leeds, France\n\nMore.", ["Cole", "Cole"]),
        ("Cole said it was “late.”\n\n“The pier is open at last.”\n\nWhat now, Leeds asks\n\nMore.", ["Cole", "Cole"]),
        ("“The pier is open at last.” — Ann Lee", ["Ann Lee"]),
    ],
)
def test_who_signs_a_quotation(text: str, names: list[str]) -> None:
    assert who(text) == names
