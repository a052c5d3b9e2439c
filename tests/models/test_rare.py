"""Words that news copy hardly ever uses: which are read at all, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lint.models.slips import find_rare
from lint.readers import read
from lint.text.source import Source


def found(text: str, **meant: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Each flagged word of a text with what it should be, and the words that were asked about."""
    document, asked = read(Source(text), "plain"), []

    def choices(at: int) -> Sequence[str]:
        asked.append(document.tokens[at].norm)
        return meant.get(asked[-1], ())

    slips = find_rare(document, document.sentences, choices)
    return [(document.tokens[slip.token].text, slip.right) for slip in slips], asked


def test_a_word_that_stands_oddly_gives_way_to_the_one_that_fits_best():
    slips, _ = found("The council wold sign the lease on Monday.", wold=("world", "would", "wild"))
    assert slips == [("wold", "would")]


def test_a_word_in_its_own_place_stays():
    slips, asked = found("The two farms abut the park behind the old mill.", abut=("about",))
    assert slips == []
    assert asked == ["abut"]


def test_a_word_for_which_nothing_else_is_meant_is_not_read():
    assert found("The council wold sign the lease on Monday.") == ([], ["wold"])


@pytest.mark.parametrize(
    "text",
    [
        "The council would sign the lease on Monday.",
        "The town of Wold signed the lease on Monday.",
        "The wold lay green. The wold was wide. A wold it was.",
        "An ox-wold is no word that anybody knows.",
    ],
)
def test_common_words_names_and_words_that_recur_are_not_asked_about(text: str):
    assert "wold" not in found(text, wold=("would",))[1]
