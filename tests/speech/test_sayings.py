"""What counts as said: set phrases, verbs that report only with "that", those who are told, what is set off on the page."""

from __future__ import annotations

import pytest

from .test_readings import said, who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee told The Leeds Post, which first reported the fire, that the pier was shut.", "the pier was shut."),
        ("Ann Lee told a group of reporters Friday that the pier was shut.", "the pier was shut."),
        ("Ann Lee told the Leeds Mail & Post that the pier was shut.", "the pier was shut."),
        ("Ann Lee sent a note informing the owners that the pier was shut.", "the pier was shut."),
        ("In the video, Ann Lee can be heard telling the crew that the deck is rotten.", "the deck is rotten."),
        ("Ann Lee is heard on tape saying that the deck is rotten.", "the deck is rotten."),
        ("Ann Lee disputed that the deck was rotten.", "the deck was rotten."),
        ("Ann Lee posits that the deck will hold.", "the deck will hold."),
        ("Ann Lee let it be known that she would go.", "she would go."),
        ("Ann Lee made the case that the deck was sound.", "the deck was sound."),
        ("Ann Lee took to Twitter to say that the deck was sound.", "the deck was sound."),
        ("The Harbor Court closed the pier, finding that the deck was unsafe.", "the deck was unsafe."),
        ("Owners complain the new rail is too low.", "the new rail is too low."),
        ("A lawyer appeared to argue that the pier might be shut.", "the pier might be shut."),
        ("The maids had mostly reported that they had no keys.", "they had no keys."),
        ("The rule continues to stipulate that every pier have a rail.", "every pier have a rail."),
        ("There is a way out, as Ann Lee mentioned in her column for The Post.", "There is a way out"),
        (
            "Piers cannot be sold, the Harbor Court ruled unanimously Wednesday in a case on debt.",
            "Piers cannot be sold",
        ),
        (
            "As Ann Lee once taught, “if the rail is loose, who will lean on it?”",
            "“if the rail is loose, who will lean on it?”",
        ),
        ("Ann Lee left. “Close it,” was all she said in reply to the board.", "“Close it,”"),
        ("Meanwhile, the groups that run the pier say they’re waiting.", "they’re waiting"),
    ],
)
def test_what_is_said(text: str, words: str) -> None:
    assert [s.removesuffix(".") for s in said(text)] == [words.removesuffix(".")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee told the council of the plan that failed.",
        "Ann Lee was not heard saying that the pier was shut.",
        "The pier is seen leaning in the film, telling visitors of its age.",
        "Ann Lee held that post for a year.",
        "Ann Lee made the announcement that day.",
        "The board let it be known.",
        "The video did not appear to show a man with a rod.",
        "Ann Lee took to the water to say goodbye.",
        "It is one of the piers in 30 states that widened the rail.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []


def test_the_subject_of_a_clause_with_that_is_the_one_that_opens_it() -> None:
    assert who("Those who are backing the sale contended that the pier was shut.") == ["Those"]


@pytest.mark.parametrize(
    ("lead", "paragraph"),
    [
        ("Ann Lee said in a statement:", "The pier is old. Any claim to the contrary is wrong."),
        (
            "Ann Lee spoke of a harbor that nobody keeps, and where the sea has won:",
            "You see it every day. It is rust.",
        ),
        (
            "The board heard Ann Lee. She was talking about 1987. It was more about the pier of today:",
            "We lost it once.",
        ),
    ],
)
def test_a_paragraph_in_another_voice_is_led_to(lead: str, paragraph: str) -> None:
    text = f"{lead}\n\n{paragraph}\n\nThe board met on Monday."
    assert (who(text), said(text)) == (["Ann Lee"], [paragraph])


def test_a_letter_that_is_led_to() -> None:
    text = "The letter, signed by 38 owners, urged the council to keep the pier open:\n\nAs you know, it is old."
    assert (who(text), said(text)) == (["The letter"], ["As you know, it is old."])


@pytest.mark.parametrize(
    "text",
    [
        "I met Ann Lee on the pier. We spoke of a harbor that nobody keeps:\n\nWe have let it rot for years.",
        "The new deck does three things:\n\nYou will pay less for a berth.",
        "Ann Lee spoke of the plan. It has two parts:\n\nThe deck is painted first. The rail comes after that.",
    ],
)
def test_the_writer_goes_on_after_a_colon(text: str) -> None:
    assert who(text) == []


def test_a_draft_with_turns_is_read_beside_them() -> None:
    turns = "LEE: Is it shut?\n\nCOLE: It is.\n\nLEE: For good?\n\nCOLE: No."
    text = f"{turns}\n\nThe board met on Monday.\n\nThe report was long. It said the pier was shut."
    assert who(text)[-1] == "The report"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee explained tenants wrote to the board in May about the rail.", "tenants wrote to the board in May"),
        ("The suit alleged the ban violates the law of the sea.", "the ban violates the law of the sea."),
        ("Ann Lee revealed the fire appeared to be an accident.", "the fire appeared to be an accident."),
    ],
)
def test_a_clause_is_known_by_its_verb(text: str, words: str) -> None:
    assert said(text)[0].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee announced the release of the two remaining painted boats known as the twins.",
        "Ann Lee explained her caution on Monday by naming boats that sank.",
        "Ann Lee revealed plans aimed at the owners of the pier.",
    ],
)
def test_a_thing_is_no_clause(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Lee said the plan was fair, though the owners disputed that, saying it was a tax on boats.",
            ["Ann Lee", "the owners"],
        ),
        ("Ann Lee received a letter from Tom Cole, head of the yard, saying the boats were late.", ["Tom Cole"]),
        ("Ann Lee cited a letter from Tom Cole, saying the boats were late.", ["Ann Lee"]),
        ("Ann Lee left early, her lawyer telling CNN that the pier was shut.", ["her lawyer"]),
        ("Ann Lee said the plan was fair, saying it was no tax on boats.", ["Ann Lee", "Ann Lee"]),
    ],
)
def test_whose_a_participle_is(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_a_line_below_signs_a_quotation() -> None:
    first, second = "“The deck is rotten and will not last.", "“It has to go before the winter.”"
    text = (
        f"Owners have a view.\n\n{first}\n\n{second}\n\nAnn Lee, Leeds Post\n\n“The deck is sound.”\n\nTom Cole, CNN\n"
    )
    assert who(text) == ["Ann Lee", "Ann Lee", "Tom Cole"]
    assert who(text.replace(", Leeds Post", ", Rust and Rain"))[:2] == ["Owners", "Owners"]
