"""Readings that once went wrong: who speaks together, what is said, how a source is described. Grammar is the real one."""

from __future__ import annotations

import pytest

from lint.grammar import Layer
from lint.nlp import Grammar
from lint.readers import read
from lint.sources import sources
from lint.speech import SpeakerKind, Speech, read_speech
from lint.text.document import Document
from lint.text.source import Source

GRAMMAR = Grammar()


def speech(text: str) -> tuple[Document, Speech]:
    document = read(Source(text), "plain")
    return document, read_speech(document, lambda sentences: GRAMMAR.read(document, sentences, Layer.PARSE))


def who(text: str) -> list[str | None]:
    found = speech(text)[1]
    return [None if s.speaker is None else found.speakers[s.speaker].name for s in found.statements]


def said(text: str) -> list[str]:
    document, found = speech(text)
    return [document.text[slice(*s.said[0])] for s in found.statements]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee and Tom Cole said the pier was shut.", "Ann Lee and Tom Cole"),
        ("Ann Lee, Tom Cole and Jim Dow said the pier was shut.", "Ann Lee, Tom Cole and Jim Dow"),
        ("“The pier is shut,” Ann Lee and Tom Cole said.", "Ann Lee and Tom Cole"),
        ("“The pier is shut,” said Ann Lee and Tom Cole, who own it.", "Ann Lee and Tom Cole"),
        ("The ministry and the council said the pier was shut.", "The ministry and the council"),
        ("But budget hawks and Democrats said the pier was shut.", "budget hawks and Democrats"),
    ],
)
def test_those_who_speak_together_are_one_source(text: str, name: str) -> None:
    found = speech(text)[1]
    assert [(s.name, s.kind) for s in found.speakers] == [(name, SpeakerKind.GROUP)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Cole met Ann Lee and Jim Dow said the pier was shut.", "Jim Dow"),
        ("The engineer and writer Ann Lee said the pier was shut.", "Ann Lee"),
        ("Harbor Trust and Pier Board Chairman Ann Lee said the pier was shut.", "Ann Lee"),
    ],
)
def test_not_every_and_joins_speakers(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee said one problem is that the pier is shut.", "one problem is that the pier is shut."),
        ("Ann Lee said it was clear that the pier was shut.", "it was clear that the pier was shut."),
        ("Ann Lee said on Monday the pier was shut.", "the pier was shut."),
        ("Ann Lee said late Sunday night the pier was shut.", "the pier was shut."),
        ("Ann Lee said in a letter to the council that the pier was shut.", "the pier was shut."),
        ("That the pier was rust, Ann Lee admitted.", "the pier was rust"),
        ("Storms bring down piers that stand in sand, said Ann Lee.", "Storms bring down piers that stand in sand"),
    ],
)
def test_where_what_is_said_begins(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom Cole ate with Mayor Lin Bo. Lin, speaking on arrival, said he “came to see the pier.”", ["Lin Bo"]),
        ("Tom Cole came. Trade groups want new rules for a pier that they say is a wreck.", ["Trade groups"]),
        ("Rep. Ann Lee came. The Ohio lawmaker stressed that the pier was shut.", ["Ann Lee"]),
        (
            "Court documents filed in Leeds say the pier was shut. Rust ate it. The documents say it will go.",
            ["Court documents"] * 2,
        ),
        ("Tom Cole ran the board. Even though Ann Lee owned it, she said the pier was shut.", ["Ann Lee"]),
        ("Ann Lee is mayor. On page 4 of Tom Cole’s report, he writes that the pier is shut.", ["Tom Cole"]),
        ("Ann Lee spoke. During Tom Cole’s speech Friday, he said the pier was shut.", ["Tom Cole"]),
        (
            "Tom Cole came late. A lawmaker tied it to the mayor, who he said sold “all that was left of it.”",
            ["A lawmaker"],
        ),
        ("They filed two complaints. One accused the board of “letting the pier rot for years.”", ["One"]),
        ("Two divers came. Another said the pier was shut.", ["Another"]),
        (
            "Ann Lee, the former mayor, left. Jim Dow ran it. “It is shut,” said the former mayor, who owns it.",
            ["Ann Lee"],
        ),
        ("Ann Lee came. “It is shut for good,” Tom Cole, who owns it, was quoted as saying.", ["Tom Cole"]),
        ("Ann Lee made it clear that the pier was shut.", ["Ann Lee"]),
        ("The pier was sold to nobody, the complaint charged.", ["the complaint"]),
        ("Some say they would rather have a pier.", ["Some"]),
        ("Ann Lee spoke of it. Then Tom Cole had harsh words for Ann Lee. He said the pier was shut.", ["Tom Cole"]),
        ("Maine Sen. Angus King came. King said the pier was shut.", ["Angus King"]),
        ("Lee’s articles of faith state that the pier “is a heap of rust.”", ["Lee’s articles"]),
    ],
)
def test_who_it_goes_back_to(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_each_one_is_a_source_of_its_own() -> None:
    text = (
        "They filed two complaints. One accused the board of “letting it rot.” Another accused it of “letting it burn.”"
    )
    assert [(s.name, s.kind) for s in speech(text)[1].speakers] == [
        ("One", SpeakerKind.DOCUMENT),
        ("Another", SpeakerKind.DOCUMENT),
    ]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "Cole’s nominee for the Department of Housing and Urban Development, Ann Lee, said it was shut.",
            "Ann Lee",
            "Cole’s nominee for the Department of Housing and Urban Development",
        ),
        ("The Center on Budget and Policy Priorities said it was shut.", "Center on Budget and Policy Priorities", ""),
        ("In October, the mayor met Tom Cole in the hall and said it was shut.", "the mayor", ""),
    ],
)
def test_names_and_offices_of_several_words(text: str, name: str, description: str) -> None:
    ((shown, told),) = [(s.name, s.description) for s in speech(text)[1].speakers]
    assert (shown.removeprefix("the ") if name[0].isupper() else shown, told) == (name, description)


@pytest.mark.parametrize(
    "text", ["Editor’s note: This story is about the pier.", "Lee’s claims that it is shut are old."]
)
def test_a_noun_after_a_possessive_says_nothing(text: str) -> None:
    assert who(text) == []


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Tom Cole accused Ann Lee of neglect. Lee said it was shut.", ""),
        ("Tom Cole accused Ann Lee of neglect and vowed to act. Lee said it was shut.", ""),
        ("Ann Lee of Leeds said it was shut.", "of Leeds"),
    ],
)
def test_what_somebody_is_accused_of_describes_nobody(text: str, description: str) -> None:
    assert [s.description for s in speech(text)[1].speakers if s.name == "Ann Lee"] == [description]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The pier is shut,’’ Ann Lee said. Rust ate it.", 4),
        ("\"The pier is shut,'' Ann Lee said. Rust ate it.", 4),
        ("“They said ‘no’ to me,” Ann Lee said.", 5),
        ("Speaking to “Pier News Sunday,” Ann Lee told Tom Cole: “It is shut, and it stays shut.”", 7),
        (
            "Ann Lee wrote a piece titled, “Tom Cole is not alone on the long pier at night,” and called it “a heap of rust.”",
            4,
        ),
    ],
)
def test_words_quoted(text: str, quoted: int) -> None:
    document, _ = speech(text)
    assert [v.quoted for v in sources(document, None).voices] == [quoted]
