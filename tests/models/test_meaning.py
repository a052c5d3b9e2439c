"""What the reader of meaning is given, and what it says: windows that fit, looks that add up, the same answer each time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.models.encoder import LONGEST
from lint.models.meaning import read_claims, read_scare_quote
from lint.models.meaning.reader import meaning_reader
from lint.models.meaning.weights import SENTENCE, SPAN, weights
from lint.models.meaning.windows import BEFORE, Window, sentence_window, span_window
from lint.models.meaning.windows import SPAN as LONGEST_SPAN
from lint.readers import read
from lint.text.document import Document
from lint.text.source import Source

_SOME = "the harbor council's “late” 7-2 unthinkably vote, of Dorva — will".split()
WORDS = st.lists(st.sampled_from(_SOME), min_size=1, max_size=90)


def document(text: str) -> Document:
    return read(Source(text), "plain")


def size(word: str) -> int:
    return meaning_reader().size(word)


def pieces(window: Window) -> int:
    return sum(map(size, window.words))


@given(WORDS, WORDS)
def test_a_window_fits_and_ends_with_the_sentence_that_is_asked_about(before: list[str], words: list[str]) -> None:
    draft = document(f"So {' '.join(before)} ended. Then {' '.join(words)} began.")
    for sentence in draft.sentences:
        window = sentence_window(draft, sentence, size)
        assert pieces(window) <= LONGEST
        assert sum(map(size, window.words[: window.first])) <= BEFORE
        assert window.last == len(window.words)
        asked = [t.text.replace("“", '"').replace("”", '"') for t in draft.tokens[sentence.first : sentence.last]]
        assert window.words[window.first :] == asked[: window.last - window.first]


@given(WORDS, WORDS)
def test_a_window_holds_a_quotation_whole_with_what_stands_on_both_sides(before: list[str], after: list[str]) -> None:
    plain = [w for w in (*before, *after) if "“" not in w]
    draft = document(f"So {' '.join(plain)} the “reform” of {' '.join(plain)} ended.")
    quotation = next(q for q in draft.quotations if draft.text[q.start : q.end] == "“reform”")
    window = span_window(draft, quotation, size)
    assert window.words[window.first : window.last] == ['"', "reform", '"']
    assert pieces(window) <= LONGEST
    assert 0 < window.first < window.last < len(window.words)


def test_a_quotation_that_is_too_long_is_cut() -> None:
    draft = document(f"He wrote “{'so very late ' * 30}” and left.")
    window = span_window(draft, draft.quotations[0], size)
    assert sum(map(size, window.words[window.first : window.last])) <= LONGEST_SPAN


def test_each_label_looks_at_the_words_that_are_asked_about_and_at_nothing_else() -> None:
    draft = document("The council met on Monday. The vote was a disaster for the port.")
    window = sentence_window(draft, draft.sentences[1], size)
    reading = meaning_reader().sentence(window)
    assert reading.logits.shape == (len(SENTENCE),)
    assert reading.looks.shape == (len(SENTENCE), window.last - window.first)
    assert np.allclose(reading.looks.sum(1), 1, atol=1e-3)
    span = meaning_reader().span(Window(['"', "reform", '"', "came"], 0, 3))
    assert span.looks.shape == (len(SPAN), 3)


def test_the_same_window_is_read_alike_whatever_was_read_before() -> None:
    texts = [
        "The vote was a disaster.",
        "Critics say the pier will sink, and nobody knows when that may be.",
        "It rained.",
    ]
    once = [meaning_reader().sentence(Window(t.split(), 0, len(t.split()))).logits for t in texts]
    meaning_reader().memory.clear()
    again = [meaning_reader().sentence(Window(t.split(), 0, len(t.split()))).logits for t in reversed(texts)][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))


def test_a_window_is_read_once_and_another_question_about_it_by_itself() -> None:
    reader = meaning_reader()
    words = '" unheard-of reforms " came to Dorva'.split()
    before = reader.windows
    reader.sentence(Window(words, 0, len(words)))
    reader.sentence(Window(words, 0, len(words)))
    assert reader.windows == before + 1
    assert len(reader.sentence(Window(words, 4, len(words))).looks[0]) == 3
    assert len(reader.span(Window(words, 0, 4)).logits) == len(SPAN)
    assert reader.windows == before + 3


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        (
            "The reckless scheme will only deepen the misery of the poor.",
            "The council voted 7-2 on Monday to sell the pier.",
        ),
        (
            "It was a stunning humiliation for the governor and his timid allies.",
            "“It was stunning,” the governor said.",
        ),
    ],
)
def test_a_claim_is_more_probable_than_a_fact(claim: str, fact: str) -> None:
    draft = document(f"{claim} {fact}")
    first, second = (read_claims(draft, s).unattributed for s in draft.sentences[:2])
    assert first.probability > 0.5 > second.probability
    assert draft.sentences[0].first <= first.first < first.last <= draft.sentences[0].last


@pytest.mark.parametrize(
    "text",
    [
        "But the reckless scheme will only deepen the misery of the poor.",
        "The firm faces an uphill climb in winning over the doubters of the valley.",
        "And it was the most shameful of all the betrayals that the town has had to live with.",
        "Observers fear that the bridge is about to go the way of the pier.",
    ],
)
def test_the_words_that_tell_end_with_a_word_that_says_something(text: str) -> None:
    draft = document(text)
    for claim in read_claims(draft, draft.sentences[0]):
        words = [t.norm for t in draft.tokens[claim.first : claim.last]]
        assert words
        assert words[0] not in {"but", "and", "that"}
        assert words[-1] not in {"the", "of", "in", "that", "has", "to", "with", "is"}


def test_marks_that_sneer_are_told_from_marks_that_quote() -> None:
    draft = document("The “reform” they sold us is a tax by another name. The mayor called the plan “absurd” and left.")
    sneer, quoted = (read_scare_quote(draft, q).probability for q in draft.quotations)
    assert sneer > quoted
    assert quoted < 0.3


def test_what_branch_and_linear_model_say_for_a_label_makes_it_more_probable() -> None:
    for weight in weights().values():
        assert weight.probability(0, 2) > weight.probability(0, -2)
        assert weight.probability(2, 0) > weight.probability(-2, 0)
        assert 0 <= weight.probability(-50, -50) < weight.probability(50, 50) <= 1
