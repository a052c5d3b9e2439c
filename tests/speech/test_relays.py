"""Who is the source where one passes on what another says, says what another will say, or nobody says it."""

from __future__ import annotations

import pytest

from .test_readings import said, speech, who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The pier is shut,” Ann Lee said, Reuters reports.", "“The pier is shut,”"),
        ("The pier is shut, Ann Lee said, Reuters reported Tuesday.", "The pier is shut"),
        ("But Ann Lee says the pier has “no future at all,” the AP writes.", "the pier has “no future at all,”"),
        ("Ann Lee said Monday that “the deck could go,” The Post reports.", "“the deck could go,”"),
        ("Ann Lee called the pier “a heap of rust,” The Associated Press reports.", "“a heap of rust,”"),
    ],
)
def test_an_agency_passes_on_what_somebody_says(text: str, words: str) -> None:
    assert (who(text), said(text)) == (["Ann Lee"], [words])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The pier is shut, Reuters reports.", ["Reuters"]),
        ("Ann Lee left. The pier has “no future at all,” the AP writes.", ["AP"]),
        (
            "Ann Lee said the pier was shut. The rail has “gone to rust at last,” The Post reported.",
            ["Ann Lee", "Post"],
        ),
    ],
)
def test_an_agency_with_nobody_in_its_report_is_the_source(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An aide said his boss would insist on “clear answers” from the board.", ["An aide"]),
        ("Ann Lee says Tom Cole will stress how the pier needs “a new deck.”", ["Ann Lee"]),
        ("Ann Lee said the board never called the pier “a heap of rust.”", ["Ann Lee"]),
        ("Police said Tom Cole told officers that he set the fire.", ["Police"]),
        ("Police said Tom Cole told officers: “I set the fire.”", ["Tom Cole"]),
        ("Reuters reported Tom Cole said the pier was shut.", ["Tom Cole"]),
        ("Ann Lee said it was late. Tom Cole would insist on “clear answers” himself.", ["Ann Lee", "Tom Cole"]),
    ],
)
def test_what_another_will_say_is_part_of_what_is_told(text: str, names: list[str]) -> None:
    assert who(text) == names


def test_what_another_will_say_is_told_whole() -> None:
    text = "An aide said his boss would insist on “clear answers” from the board."
    assert said(text) == ["his boss would insist on “clear answers” from the board."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee says nothing in the plan tells divers how they should “behave” on deck.", ["Ann Lee"]),
        ("Nothing says that a pier is for ever.", []),
        ("Nobody said that the pier was shut.", []),
        (
            "One of the statutes has a list of piers, explaining that whoever “burns a pier shall pay.”",
            ["One of the statutes"],
        ),
        ("Many papers came. Many news outlets alleged that the pier was shut.", ["Many news outlets"]),
        ("Some residents worry the deck will go.", []),
        ("Ann Lee is worried that the deck will go.", []),
        ("The couple live on the pier. It is old. But whatever comes, they say they will stay.", ["the couple"]),
        ("The photo shows the couple on the deck. On Monday the couple said it was shut.", ["the couple"]),
        ("He has a list of experts who say the pier is shut.", ["experts"]),
        ("It was built according to international treaties.", []),
        ("The pier is shut, according to a list kept by The Post.", ["a list"]),
        ("About 40 percent of the owners admitted were men from Leeds who dive.", []),
        ("If they conceded that the pier was shut, the board would sell it.", []),
        ("In “Storms,” one of his books, Ann Lee and Tom Cole argued that piers rust.", ["Ann Lee and Tom Cole"]),
        ("Ann Lee and Tom Cole have been hard on boards that “let piers rot for years.”", ["Ann Lee and Tom Cole"]),
        (
            "The deck is safe, said Ann Lee, a friend of Tom Cole. But, he noted, “it is not for ever.”",
            ["Ann Lee", "Tom Cole"],
        ),
        (
            "The Cole board did it, said Jim Dow, a professor. But, he noted, “it is not for ever.”",
            ["Jim Dow", "Jim Dow"],
        ),
        ("The pier is shut, reports the state-run Tass news agency.", ["Tass news agency"]),
        (
            "The Center on Trade and Tourism said it was shut. The CTT said it was old.",
            ["Center on Trade and Tourism"] * 2,
        ),
        ("As Ann Lee put it in her book, the pier is a heap of rust.", ["Ann Lee"]),
        ("Ann Lee put it on the deck, and the deck fell.", []),
        ("On Ann Lee’s account, the pier is “a heap of rust.”", ["Ann Lee"]),
        ("It is called “a heap” and “the end.”", []),
        ("It hurts to see a pier called “a heap.”", []),
        ("Page Six reported that the pier was “a heap of rust.”", ["Page Six"]),
        ("Citing news reports, the divers complained of “biased and false books on piers.”", ["the divers"]),
        ("PierCBS announced late on Monday that it had sold it. “We are glad,” the company said.", ["PierCBS"] * 2),
        ("Ann Lee went. Lee’s argument that “piers are no good to us” is old.", ["Ann Lee"]),
        ("I spoke with Ann Lee by phone. She agreed that the pier was shut.", ["Ann Lee"]),
        ("The pier is shut, according to a U.S. defense official familiar with it.", ["a U.S. defense official"]),
        ("According to Ann Lee and Tom Cole, the pier is shut.", ["Ann Lee and Tom Cole"]),
        ("Ann Lee has promised that the pier will open, according to a statement on her site.", ["Ann Lee"]),
        ("Ann Lee has kept a lead, with Tom Cole next, according to the board.", ["the board"]),
        ("The pier is for sale, and people wait for any final report that Cole writes.", []),
        ("So several owners and managers said the pier was shut.", ["several owners and managers"]),
        ("Former President Ann Lee came. The 93-year-old former leader said the pier was shut.", ["Ann Lee"]),
        ("Sad that Tom Cole was gone, Ann Lee issued this cry:\n\n“The pier is a heap of rust.”", ["Ann Lee"]),
        ("Ann Lee wrote of the fall of the pier, and of what came of it:\n\nIt was a heap. It fell.", ["Ann Lee"]),
        ("In a poll, The Post reminds us that most owners want a pier.", ["Post"]),
        (
            "Researchers Ann Lee of Leeds and Tom Cole of York found that piers rust.",
            ["Researchers Ann Lee and Tom Cole"],
        ),
        ("Ann Lee said Monday that the sales of the pier show that it is loved.", ["Ann Lee"]),
        ("Divers believe it was built to “carry trains to sea,” as Lee so rightly puts it.", ["Lee"]),
        ("One owner took a boat and was quoted saying, “It is gone.”", ["One owner"]),
        ("On Monday Ann Lee told of it in a note, saying:\n\n“The pier is shut for good.”", ["Ann Lee"]),
        ("Here’s what Ann Lee said last year, to the joy of many:\n\n“The pier is shut for good.”", ["Ann Lee"]),
        ("A couple of voters said the pier was shut.", ["voters"]),
    ],
)
def test_who_can_be_a_source(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee said last May the pier was shut.", "the pier was shut."),
        ("Ann Lee said in May the pier was shut.", "the pier was shut."),
        ("Ann Lee said earlier this week the pier was shut.", "the pier was shut."),
        ("Ann Lee has said several times that the pier is shut.", "the pier is shut."),
        (
            "According to Ann Lee, the former mayor, the pier is shut, and the deck is gone.",
            "the pier is shut, and the deck is gone.",
        ),
        ("The Leeds poll released last month showed her leading Cole.", "her leading Cole."),
        ("Virtually every poll in the state has shown Lee leading Cole.", "Lee leading Cole."),
        ("A poll from Cole Polling & Strategy found that piers are loved.", "piers are loved."),
        ("Ann Lee said a week ago that the pier was shut.", "the pier was shut."),
        ("Ann Lee said two years later the pier was shut.", "the pier was shut."),
        ("Ann Lee told The Post she’s glad that the pier is shut.", "she’s glad that the pier is shut."),
        ("Lee says at least 26 piers are shut.", "at least 26 piers are shut."),
        (
            "When asked if among those “things,” she would keep it, Ann Lee said she thought she might.",
            "she thought she might.",
        ),
        ("Ann Lee wrote an op-ed about how piers “failed themselves,” and left.", "“failed themselves,”"),
        ("A survey of piers has found that rust is rare, as Ann Lee explained:", "rust is rare"),
        ("Ann Lee said May Cole owned the pier.", "May Cole owned the pier."),
        ("As The Leeds Post also reported, divers filed a suit.", "divers filed a suit."),
        ("The pier may go on, reported HarborPierNews.", "The pier may go on"),
        ("Ann Lee admitted to some “rust on the deck” but neither mended nor sold it.", "to some “rust on the deck”"),
    ],
)
def test_the_time_and_the_tag_are_not_said(text: str, words: str) -> None:
    assert said(text) == [words]


def test_what_stands_on_both_sides_of_a_tag_is_said() -> None:
    text = "But the key to mending it, explains Ann Lee, a professor at Leeds, is that the deck has to go."
    document, found = speech(text)
    (statement,) = found.statements
    parts = [document.text[slice(*span)] for span in statement.said]
    assert parts == ["But the key to mending it", "is that the deck has to go."]


@pytest.mark.parametrize(
    "lead",
    ["Here’s Ann Lee:", "As Ann Lee put it in The Fall of the Pier, a History of Leeds:", "Ann Lee puts it this way:"],
)
def test_a_paragraph_without_marks_that_is_led_to(lead: str) -> None:
    text = f"{lead}\n\nThe pier is a heap of rust. It was built in a day.\n\nFew agree."
    assert (who(text), said(text)) == (["Ann Lee"], ["The pier is a heap of rust. It was built in a day."])


def test_here_is_a_thing_leads_to_nothing() -> None:
    assert who("Here’s the plan:\n\nThe pier is to be sold. It is old.") == []


def test_a_pull_quote_is_no_statement_of_nobody() -> None:
    text = (
        "The pier is shut.\n\n“It is a heap of rust and it will fall.”\n\nThe rail is sound.\n\n"
        "“I have seen it. It is a heap of rust and it will fall,” Ann Lee said."
    )
    assert who(text) == ["Ann Lee"]
    assert who(text.replace("and it will fall,”", "that we shall lose,”")) == [None, "Ann Lee"]


def test_words_after_a_colon_are_counted_once() -> None:
    text = "Ann Lee wrote that the fall of the pier was bad for owners in Leeds: “It was a heap of rust for us all.”"
    document, found = speech(text)
    parts = [document.text[slice(*span)] for s in found.statements for span in s.said]
    assert parts == ["the fall of the pier was bad for owners in Leeds: “It was a heap of rust for us all.”"]


@pytest.mark.parametrize("line", ["Divers should ‘stand on the deck’", "‘It is rust’ at the pier"])
def test_a_crosshead_with_marks_says_nothing(line: str) -> None:
    assert who(f"The pier is shut.\n\n{line}\n\n“It is rust,” Ann Lee said.") == ["Ann Lee"]


def test_a_line_that_leads_to_another_story_says_nothing() -> None:
    assert who("SEE ALSO: Don’t blame us, Cole insists as he claims the pier is old\n\nThe pier is shut.") == []


def test_what_somebody_did_not_say_is_not_said() -> None:
    assert who("Ann Lee spoke of rust; nor did she say that the pier was shut.") == []
    assert who("Ann Lee spoke of rust, and she did say that the pier was shut.") == ["Ann Lee"]
