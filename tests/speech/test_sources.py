"""Who is given as a source, and for which words: tags in the midst of a sentence, epithets, names beside offices."""

from __future__ import annotations

import pytest

from lint.grammar import Layer
from lint.nlp import Grammar
from lint.readers import read
from lint.speech import SpeakerKind, Speech, read_speech
from lint.text.document import Document
from lint.text.source import Source

GRAMMAR = Grammar()


def speech(text: str) -> tuple[Document, Speech]:
    document = read(Source(text), "plain")
    return document, read_speech(document, lambda sentences: GRAMMAR.read(document, sentences, Layer.PARSE))


def told(text: str) -> list[tuple[str | None, str]]:
    """Each statement's speaker and words."""
    document, found = speech(text)
    return [
        (
            None if s.speaker is None else found.speakers[s.speaker].name,
            " / ".join(document.text[slice(*span)] for span in s.said),
        )
        for s in found.statements
    ]


def who(text: str) -> list[str | None]:
    return [name for name, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier was shut, Lee said, and would not open.", "The pier was shut / and would not open."),
        ("The storm, according to the navy, was meant for us.", "The storm / was meant for us."),
        ("The pier was shut, Ann Lee said, referring to the storm.", "The pier was shut"),
        ("The pier was shut, according to Ann Lee, a keen sailor.", "The pier was shut"),
        ("The pier was shut, Lee said, before she left.", "The pier was shut"),
        (
            "Exports of rust fell in June, the ministry said this week, widening the gap.",
            "Exports of rust fell in June",
        ),
        ("The old pier fell, analysts said Monday in a study that finds few sharks.", "The old pier fell"),
        ("Analysts said Monday that the pier was late.", "the pier was late."),
        (
            "According to the guard, one of them has a bag that appears to be old.",
            "one of them has a bag that appears to be old.",
        ),
        ("According to research conducted in Leeds by the Pier Trust, most piers are old.", "most piers are old."),
        (
            "During the talks, Lee went over the plan of the pier, the council said.",
            "During the talks, Lee went over the plan of the pier",
        ),
        (
            "Asked of the pier, Ann Lee said that the trust could not save it without harm to others, and went home.",
            "the trust could not save it without harm to others, and went home.",
        ),
        ("Ann Lee told the BBC he heard a bang.", "he heard a bang."),
        (
            "Instead of a pier, Lee wrote, they took a boat on grounds that it was old.",
            "Instead of a pier / they took a boat on grounds that it was old.",
        ),
        (
            "After the promise of “forty piers” fell, Lee noted, they were left with rust.",
            "After the promise of “forty piers” fell / they were left with rust.",
        ),
        ("In a talk with “Pier News Sunday,” Lee said he was late.", "he was late."),
        ("Ann Lee told Mr. Cole that the pier was shut.", "the pier was shut."),
        ("The hospital said no patients had died.", "no patients had died."),
        ("Ann Lee said ahead of the talks that the pier was shut.", "the pier was shut."),
        ("Ann Lee said that could end the talks.", "that could end the talks."),
    ],
)
def test_what_is_said_around_a_tag(text: str, words: str) -> None:
    assert [held for _, held in told(text)] == [words]


def test_what_is_said_ends_before_the_words_that_lead_to_the_next_tag() -> None:
    text = "Ann Lee said the pier was shut, while congressional Democrats countered that it was open."
    assert told(text)[0] == ("Ann Lee", "the pier was shut")


@pytest.mark.parametrize(
    "text",
    [
        "The group claimed responsibility for a blast that killed ten people.",
        "Ann Lee claimed the prize that had eluded her.",
        "The council found him guilty of neglect.",
        "Employers added a round 200 jobs in June.",
        "It is a matter for the United States that it is shut.",
        "The harbour gave Lee tapes of himself insisting the pier was late.",
        "The storm continues, the pier being shut for days.",
        "Ann Lee's decision to note that it is “a wreck” was late.",
        "He spoke of the old play, known to all as “The Pier at Night,” in Leeds.",
    ],
)
def test_what_is_nobodys_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They praised Judge Ann Lee and predicted the pier would go.", []),
        ("Mary Cole and Ann Lee both said they planned to come.", ["Mary Cole and Ann Lee"]),
        ("Dozens of them came, police and health officials in that city said.", ["police and health officials"]),
        ("Former Leeds Mayor and Acme surrogate Ann Lee said it was shut.", ["Ann Lee"]),
        ("“It is shut,” said Mr. Lee’s wife, Mary Cole, 23.", ["Mary Cole"]),
        ("Ann Lee, head of the pier board at Leeds said Monday it was shut.", ["Ann Lee"]),
        ("According to Acme senior Ann Lee, the pier was shut.", ["Ann Lee"]),
        ("Boston-born Ann Lee said it was late.", ["Ann Lee"]),
        ("Tom Cole met Ann Lee Friday. Lee said it was late.", ["Ann Lee"]),
        ("The council released a letter saying the pier was shut.", ["The council"]),
        ("The state said it was late.", ["The state"]),
        ("It was an act described as “sick” by Mayor Ann Lee.", ["Ann Lee"]),
        ("“It is shut,” Cole attorneys Ann Lee and Tom Dow wrote in a memo.", ["Ann Lee and Tom Dow"]),
        ("Spokesman Tom Dow said Friday Lee met the council.", ["Tom Dow"]),
        ("Republicans claim Lee was late.", ["Republicans"]),
    ],
)
def test_who_stands_beside_the_verb(text: str, names: list[str | None]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sen. Ann Lee met House Minority Leader Mary Cole of Ohio and Rep. Jane Dow. Cole went on at a hearing. "
            "“It is shut,” the Ohio congresswoman said.",
            ["Mary Cole"],
        ),
        (
            "Vice President Mary Cole met President Ann Lee. Lee smiled. “It is shut,” the vice president said. "
            "“It is open,” the president said.",
            ["Mary Cole", "Ann Lee"],
        ),
        (
            "Tom Lee built the pier. Lee owns it. Lee sailed from Leeds. “It is shut,” the Boston billionaire said.",
            ["Tom Lee"],
        ),
        ("Tom Lee built the pier. The plan would bar all who heed Sharma, he said.", ["Tom Lee"]),
        ("Acme Health said it was shut. Acme said it would open.", ["Acme Health"] * 2),
        (
            "Old Harbour Medical Center said it was full. The hospital said it would open.",
            ["Old Harbour Medical Center"] * 2,
        ),
        ("In a statement, the council said it was shut. The update said it would open.", ["the council"] * 2),
        ("Lee’s summary says it was shut. Ann Lee’s summary adds that it is old.", ["Lee’s summary"] * 2),
        ("House Republicans met. Republicans said it was shut.", ["Republicans"]),
        ("Several women said it was shut, and two women said it was open.", ["Several women", "two women"]),
        ("Gov. James Cole III came. Mr. Cole said it was late.", ["James Cole III"]),
        (
            "Tom Lee and Ann Cole came. The plan, a memo from Lee argued, would help Ann Cole, who he said was “unready.”",
            ["Tom Lee"],
        ),
    ],
)
def test_who_an_epithet_or_short_name_means(text: str, names: list[str | None]) -> None:
    assert who(text)[-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Former Ohio Gov. Tom Cole said it was late.", "Former Ohio Gov."),
        ("Health and Human Services Secretary Tom Cole said it was late.", "Health and Human Services Secretary"),
        ("Tom Cole, 43, a retired pilot, came. Cole said it was late.", "a retired pilot"),
        ("Special counsel Tom Cole said it was late.", "Special counsel"),
        ("The pier, at the time led by Mr. Cole, helped an agency open. Mr. Cole said it was late.", ""),
        ("Tom Cole, Sen. Ann Lee and Rep. Jane Dow came. Tom Cole said it was late.", ""),
        ("A council official who asked not to be named said it was late.", "who asked not to be named"),
        ("Five women who say it was late came.", ""),
        ("Defense Secretary Tom Cole said it was late.", "Defense Secretary"),
        ("They met Head of Public Works Tom Cole. Cole said it was late.", "Head of Public Works"),
        (
            "Tom Cole, campaign officials, and others said it was late. Tom Cole said so at noon, and he said it was late.",
            "",
        ),
        ("St. Louis Mayor Tom Cole said it was late.", "St. Louis Mayor"),
        (
            "“It is late,” said Tom Cole, a host of the show behind the “Pier” tour.",
            "a host of the show behind the “Pier” tour",
        ),
    ],
)
def test_how_a_person_is_described(text: str, description: str) -> None:
    assert [s.description for s in speech(text)[1].speakers][-1] == description


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Harbor Central Command said it was late.", SpeakerKind.INSTITUTION),
        ("House Republicans said it was late.", SpeakerKind.GROUP),
        ("The Fed said it was late.", SpeakerKind.INSTITUTION),
        ("Those familiar with the talks said it was late.", SpeakerKind.ANONYMOUS),
    ],
)
def test_what_kind_of_source_it_is(text: str, kind: SpeakerKind) -> None:
    assert [s.kind for s in speech(text)[1].speakers] == [kind]


def test_a_post_set_into_the_story_is_its_writers() -> None:
    text = "Ann Lee runs the pier.\n\nIt is late! It is shut. — Ann B. Lee (@annlee) May 2, 2019\n\nThe rest is rust."
    assert told(text) == [("Ann Lee", "It is late! It is shut. ")]


def test_a_quotation_after_a_colon_is_not_that_of_a_verb_which_has_its_object() -> None:
    text = "In June, Ann Lee spoke of Tom Dow, whom Cole has praised for the pier: “It is shut, and it stays shut.”"
    assert who(text) == ["Ann Lee"]
