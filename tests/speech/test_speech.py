"""Who says what: each way in which copy gives a speaker, and near misses. Grammar is the real one."""

from __future__ import annotations

import pytest

from lint.grammar import Layer
from lint.nlp import Grammar
from lint.readers import read
from lint.speech import Found, Manner, SpeakerKind, Speech, read_speech, undecided
from lint.text.document import Document
from lint.text.source import Source

GRAMMAR = Grammar()
LEE = "Ann Lee, the harbor master, walked the pier."


def speech(text: str, format: str = "plain") -> tuple[Document, Speech]:
    document = read(Source(text), format)
    return document, read_speech(document, lambda sentences: GRAMMAR.read(document, sentences, Layer.PARSE))


def said(text: str, format: str = "plain") -> list[tuple[str | None, str]]:
    """Speaker and first stretch of each statement."""
    document, found = speech(text, format)
    return [
        (None if s.speaker is None else found.speakers[s.speaker].name, document.text[slice(*s.said[0])])
        for s in found.statements
    ]


def who(text: str, format: str = "plain") -> list[str | None]:
    return [name for name, _ in said(text, format)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The pier is shut,” Ann Lee said.", "Ann Lee"),
        ("“The pier is shut,” said Ann Lee.", "Ann Lee"),
        ("‘The pier is shut’, said Ann Lee, the harbor master.", "Ann Lee"),
        ("“Is the pier shut?” Ann Lee asked.", "Ann Lee"),
        ("“Is the pier shut?” Ann Lee told reporters.", "Ann Lee"),
        ("“The pier is shut,” Lee, 43, said.", "Lee"),
        ("“The pier is shut,” Ann Lee, the harbor master, said.", "Ann Lee"),
        ("“The pier is shut,” said harbor master Ann Lee.", "Ann Lee"),
        ("“The pier is shut,” said the engineer and writer Ann Lee.", "Ann Lee"),
        ("“The pier is shut,” Ann Lee later told the council.", "Ann Lee"),
        ("“The pier is shut,” Ann Lee shrugged.", "Ann Lee"),
        ("“The pier is shut,” crowed Ann Lee.", "Ann Lee"),
        ("Ann Lee, however, said the pier was shut.", "Ann Lee"),
        ("Ann Lee on Monday said the pier was shut.", "Ann Lee"),
        ("Ann Lee wrote that the pier was shut.", "Ann Lee"),
        ("Ann Lee tweeted: “The pier is shut.”", "Ann Lee"),
        ("Ann Lee: “The pier is shut.”", "Ann Lee"),
        ("According to Ann Lee, the pier was shut on Monday.", "Ann Lee"),
        ("The pier was shut on Monday, according to Ann Lee.", "Ann Lee"),
        ("The pier was shut on Monday, Ann Lee said.", "Ann Lee"),
        ("In Ann Lee's view, the pier was shut too late.", "Ann Lee"),
        ("In the words of Ann Lee, the pier is “a heap of rust.”", "Ann Lee"),
        ("Ann Lee called the pier “a heap of rust.”", "Ann Lee"),
        ("The ministry said the pier was shut.", "The ministry"),
        ("Police said the pier was shut.", "Police"),
        ("The report said the pier was “a heap of rust.”", "The report"),
        ("The lawsuit says the pier was shut too late.", "The lawsuit"),
        ("“The pier is shut,” the note on the gate said.", "the note"),
    ],
)
def test_a_speaker_in_the_sentence(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The word “galley” comes from the composing room.",
        "She won the prize for “The Long Winter” in 2019.",
        "The method is known as “double blinding” and is old.",
        "Ann Lee was asked to say more.",
        "Ann Lee did not say whether the pier was shut.",
        "Ann Lee's claims were read in court.",
        "Lee read the book on the pier.",
        "Several talk shows were made on the pier.",
        "Ann Lee told the story of the pier that she loved.",
        "Ann Lee wrote a book.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert who(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is shut,” Ann Lee said. “All of it.”", ["Ann Lee"] * 2),
        ("“It is shut,” Ann Lee said. “All of it,” she added.", ["Ann Lee"] * 2),
        (f"{LEE} “All of it has to go.”", ["Ann Lee"]),
        ("Ann Lee said it was shut.\n\n“All of it has to go.”", ["Ann Lee"] * 2),
        ("“It is shut,” Ann Lee said. “All of it.\n\n“It has to go.”", ["Ann Lee"] * 3),
        ("“All of it has to go.” Ann Lee said it was shut.", ["Ann Lee"] * 2),
        ("The pier is shut.\n\n“All of it has to go.”\n\nAnn Lee said it should have been shut.", ["Ann Lee"] * 2),
        ("“All of it has to go.” — Ann Lee", ["Ann Lee"]),
        ("Ann Lee said it was “a heap” and “a wreck from end to end.”", ["Ann Lee"]),
        ("“It is shut,” Ann Lee said, adding that it was “a heap of rust.”", ["Ann Lee"] * 2),
        ("Ann Lee was blunt: “All of it has to go.”", ["Ann Lee"]),
        ("Ann Lee, who called it “a heap of rust,” said it would go.", ["Ann Lee"] * 2),
        ("The pier is shut.\n\nRust ate it.\n\n“All of it has to go.”", [None]),
    ],
)
def test_a_quotation_goes_on_or_looks_ahead(text: str, names: list[str | None]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LEE} “It is shut,” she said.", ["Ann Lee"]),
        (f"{LEE} Tom Cole, a baker, came by. “It is shut,” Ms. Lee said.", ["Ann Lee"]),
        (f"{LEE} Tom Cole, a baker, came by. “It is shut,” she said. “No!” he said.", ["Ann Lee", "Tom Cole"]),
        (f"{LEE} “It is shut,” the harbor master said.", ["Ann Lee"]),
        ("Mayor Ann Lee came. “It is shut,” the mayor said.", ["Ann Lee"]),
        ("Ann Lee, the vice president, came. “It is shut,” the vice president said.", ["Ann Lee"]),
        ("Mr. Lee came with Mrs. Lee. Tom Lee and Ann Lee own the pier. “It is shut,” Tom Lee said.", ["Tom Lee"]),
        ("The Harbor Trust met. “It is shut,” the trust said.", ["The Harbor Trust"]),
        ("The Harbor Trust said it was shut. “It has to go,” the group said.", ["The Harbor Trust"] * 2),
        (
            "The Harbor Trust said in a statement it was shut. “It has to go,” the statement said.",
            ["The Harbor Trust"] * 2,
        ),
        ("A senior official said it was shut. “It has to go,” the official said.", ["A senior official"] * 2),
        ("Her husband, Tom Cole, said it was shut.", ["Tom Cole"]),
    ],
)
def test_who_is_who(text: str, names: list[str]) -> None:
    assert [n.removeprefix("The ") for n in who(text) if n] == [n.removeprefix("The ") for n in names]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is shut,” said Ann Lee.", SpeakerKind.PERSON),
        ("The Harbor Trust said it was shut.", SpeakerKind.INSTITUTION),
        ("The ministry said it was shut.", SpeakerKind.INSTITUTION),
        ("Residents said it was shut.", SpeakerKind.GROUP),
        ("The report said it was shut.", SpeakerKind.DOCUMENT),
        ("A senior official who asked not to be named said it was shut.", SpeakerKind.ANONYMOUS),
        ("Two people familiar with the talks said it was shut.", SpeakerKind.ANONYMOUS),
        ("Officials, speaking on condition of anonymity, said it was shut.", SpeakerKind.ANONYMOUS),
        ("A spokesman for the ministry said it was shut.", SpeakerKind.INSTITUTION),
    ],
)
def test_kinds(text: str, kind: SpeakerKind) -> None:
    assert [s.kind for s in speech(text)[1].speakers] == [kind]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("“It is shut,” said Ann Lee, the harbor master of Leeds.", "the harbor master of Leeds"),
        ("“It is shut,” said harbor master Ann Lee.", "harbor master"),
        ("“It is shut,” said Sen. Ann Lee, R-Ariz.", "Sen., R-Ariz"),
        ("Ann Lee, 43, said it was shut.", ""),
        ("According to Ann Lee, her plan was shut out.", ""),
        ("Ann Lee said it was shut, making her the first mayor to do so.", ""),
        ("Two people familiar with the talks said it was shut.", "familiar with the talks"),
    ],
)
def test_how_they_are_described(text: str, description: str) -> None:
    assert speech(text)[1].speakers[0].description == description


def test_first_mention_is_the_first_with_the_full_name() -> None:
    document, found = speech("“It is shut,” Lee said.\n\nAnn Lee runs the pier. Lee said more would go.")
    (lee,) = found.speakers
    assert (lee.name, document.text[slice(*lee.first_full)], lee.first_full.start) == ("Ann Lee", "Ann Lee", 25)


@pytest.mark.parametrize(
    ("text", "manner", "stretches"),
    [
        ("“It is shut,” Lee said, “and it stays shut.”", Manner.DIRECT, ["“It is shut,”", "“and it stays shut.”"]),
        ("Lee said the pier was “a heap of rust.”", Manner.PARTIAL, ["the pier was “a heap of rust.”"]),
        ("The pier was “a heap of rust,” Lee said.", Manner.PARTIAL, ["The pier was “a heap of rust,”"]),
        ("Lee said on Monday that the pier was shut.", Manner.INDIRECT, ["the pier was shut."]),
        ("The pier was shut, Lee said on Monday.", Manner.INDIRECT, ["The pier was shut"]),
    ],
)
def test_manner_and_what_is_said(text: str, manner: Manner, stretches: list[str]) -> None:
    document, found = speech(text)
    (statement,) = found.statements
    assert statement.manner is manner
    assert [document.text[slice(*s)] for s in statement.said] == stretches


def test_questions_and_answers() -> None:
    text = "Ann Lee runs the pier.\n\nQ: Is it shut?\n\nA: It is.\n\nQ: For long?\n\nA: A year, I think.\n\nMaybe two."
    assert who(text) == ["the interviewer", "Ann Lee", "the interviewer", "Ann Lee"]
    assert {s.found for s in speech(text)[1].statements} == {Found.ANSWER}


def test_a_transcript() -> None:
    text = "HOLT: Is it shut?\n\nLEE: It is.\n\nHOLT: For long?\n\nLEE: A year, I think."
    assert who(text) == ["Holt", "Lee", "Holt", "Lee"]


def test_labels_are_no_transcript() -> None:
    assert who("Related: The pier is shut.\n\nUpdate: It is open.\n\nPhoto: Ann Lee.") == []


def test_questions_in_bold() -> None:
    text = (
        "Ann Lee runs the pier.\n\n**Is it shut?**\n\nIt is.\n\n**For long?**\n\nA year.\n\n**And then?**\n\nWe open."
    )
    assert who(text, "markdown") == ["the interviewer", "Ann Lee"] * 3


def test_a_quotation_block_is_whoever_speaks_before_it() -> None:
    text = "Ann Lee wrote:\n\n> All of it has to go.\n"
    document, found = speech(text, "markdown")
    assert found.speaker_of(document.quotations[0]) is not None


def test_lookups() -> None:
    document, found = speech("“He said ‘go’ twice,” Ann Lee said. Residents said it was shut.")
    outer, inner = document.quotations
    assert found.statement_of(outer) is found.statement_of(inner)
    speaker = found.speaker_of(inner)
    assert speaker is not None
    assert speaker.name == "Ann Lee"
    assert found.by(speaker) == [found.statements[0]]
    second = document.sentences[1]
    assert list(found.statements_in(second.start, second.end)) == [found.statements[1]]


def test_a_quotation_that_is_not_said_has_no_statement() -> None:
    document, found = speech("The word “galley” is old. “It is shut,” Ann Lee said.")
    assert found.statement_of(document.quotations[0]) is None
    assert found.speaker_of(document.quotations[0]) is None


def test_clear_cases_need_no_grammar() -> None:
    document = read(Source("“It is shut,” Ann Lee said. She said it would go. “Yes,” said Tom Cole."), "plain")
    assert undecided(document) == []


def test_grammar_is_asked_where_the_surface_does_not_tell() -> None:
    text = "The woman from the pier who had called it “a heap of rust” at the gate that morning said it would go."
    assert len(undecided(read(Source(text), "plain"))) == 1


def test_a_hashtag_before_a_verb_of_saying_is_nobody() -> None:
    assert who("The pier is shut.\n\n#Pier says the deck is rusted through.") in ([None], [])


def test_turns_in_the_midst_of_a_paragraph() -> None:
    text = (
        "Ann Van Dyke met Tom Cole on Sunday.\n\nVAN DYKE: It is shut. I mean it. COLE: It is “open.” VAN DYKE: It is not. "
        "[Crosstalk] JIM DOW: Is there one? COLE: The fact of the matter-- VAN DYKE: Well.\n\nCole left."
    )
    assert [(name, words) for name, words in said(text)] == [
        ("Ann Van Dyke", "It is shut. I mean it."),
        ("Tom Cole", "It is “open.”"),
        ("Ann Van Dyke", "It is not."),
        ("Jim Dow", "Is there one?"),
        ("Tom Cole", "The fact of the matter--"),
        ("Ann Van Dyke", "Well."),
    ]


def test_labels_in_capitals_are_no_turns() -> None:
    assert said("UPDATE: The pier is shut. NOTE: The rail is sound.\n\nLEEDS: It rains.\n\nANN LEE: I left.") == []


def test_a_writer_who_comments_on_turns_speaks_none_of_them() -> None:
    text = (
        "COLE: I have a plan.\n\nLEE: What is it?\n\nCOLE: It is a plan.\n\nNo, Cole has no plan.\n\nMoney\n\n"
        "LEE: Where is it?\n\nCOLE: It is gone.\n\nOh my.\n\nLEE: I see."
    )
    assert [words for _, words in said(text)] == [
        "I have a plan.",
        "What is it?",
        "It is a plan.",
        "Where is it?",
        "It is gone.",
        "I see.",
    ]


def test_paragraphs_without_a_label_go_on() -> None:
    text = (
        "COLE: I have a plan.\n\nIt is old.\n\nMoney matters\n\nLEE: What is it?\n\nCOLE: It is a plan.\n\nLEE: I see."
    )
    assert [words for name, words in said(text) if name == "Cole"] == ["I have a plan.", "It is old.", "It is a plan."]


def test_a_label_on_a_line_of_its_own() -> None:
    text = (
        "ANN COLE, HOST:\n\nThe pier is shut.\n\nJIM LEE, BYLINE: Good morning.\n\nCOLE: So it is shut?\n\n"
        "LEE: It is.\n\nCOLE: Thanks."
    )
    assert said(text) == [
        ("Ann Cole", "The pier is shut."),
        ("Jim Lee", "Good morning."),
        ("Ann Cole", "So it is shut?"),
        ("Jim Lee", "It is."),
        ("Ann Cole", "Thanks."),
    ]
