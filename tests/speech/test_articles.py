"""What ordinary news articles asked of the reading: tags that go on, joined verbs, documents, bodies, and near misses."""

from __future__ import annotations

import pytest

from .test_speech import said, speech, who

LEE = "Ann Lee runs the harbor."


def sources(text: str) -> list[tuple[str, str, str]]:
    """Name, kind and description of each speaker."""
    return [(s.name, s.kind.value, s.description) for s in speech(text)[1].speakers]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When the tide rose, the deck fell, Ann Lee said.", "When the tide rose, the deck fell"),
        ("While the deck held, the rail broke, said Ann Lee.", "While the deck held, the rail broke"),
        ("The deck fell at noon, Ann Lee told The Post in a letter on Sunday.", "The deck fell at noon"),
        ("The pier is sold, Ann Lee announced Wednesday, a move that surprised many.", "The pier is sold"),
        ("The pier is sold, Ann Lee announced in a statement.", "The pier is sold"),
        ("Ann Lee told The Post on Monday that the deck was gone.", "the deck was gone."),
        ("Ann Lee announced on Twitter she was selling the pier.", "she was selling the pier."),
        ("The pier is 200 feet long, as Ann Lee said, and that is short.", "The pier is 200 feet long"),
        ("Ann Lee says the deck holds — but the rail is gone.", "the deck holds"),
        ("Ann Lee pointed out that the deck was gone.", "the deck was gone."),
        ("Ann Lee made clear that the deck was gone.", "the deck was gone."),
        ("Ann Lee signaled that the deck would go.", "the deck would go."),
        ("Ann Lee left early, noting the deck was unsafe.", "the deck was unsafe."),
        ("Ann Lee said the council expected “a long winter.”", "the council expected “a long winter.”"),
        ("That deck holds “a good deal,” Ann Lee added.", "That deck holds “a good deal,”"),
    ],
)
def test_what_a_tag_tells(text: str, words: str) -> None:
    assert [told for _, told in said(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, Ann Lee told the council to wait.",
        "Earlier on Monday, Ann Lee told the council not to wait.",
        "Ann Lee tweeted the news.",
        "Ann Lee said relatively little.",
        "Ann Lee did not respond to questions about the “harbor plan.”",
        "The fact that the deck fell suggests the rail was weak.",
        "The deck fell in May, suggesting a weak rail.",
        "These deck claims have nothing to do with the pier.",
        "The pier is called “the stump” by nobody. Neither of the two bothered to say so.",
        "When asked, the council left.",
        "All I can say is that the pier is gone.",
        "Ann Lee, who has spoken to a “variety” of divers, left.",
        "Divers go down to what fishermen call “the shelf.”",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert who(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LEE} She said that the deck could not hold, and noted that the rail was weak.", ["Ann Lee"] * 2),
        ("Ann Lee praised the plan for the council to weigh, saying: “It will hold for a good while.”", ["Ann Lee"]),
        ("Ann Lee was forced to promise: “We will mend the whole of the deck.”", ["Ann Lee"]),
        ("Ann Lee denied it, calling the plan “a mess.”", ["Ann Lee"]),
        ("“It is shut,” Ann Lee said in an email, according to The Post. “All of it.”", ["Ann Lee"] * 2),
        ("Ann Lee's claim on Monday that “the deck is as good as new” fell flat.", ["Ann Lee"]),
        ("The board met. As stated in the report: “The deck is as good as new.”", ["the report"]),
        (f"{LEE} She's telling members that the deck will hold.", ["Ann Lee"]),
        (
            "Two divers wrote to us.\n\n“It is shut.”\n\n— Ann Lee\n\n“It is open again, at last.”\n\n— Tom Cole",
            ["Ann Lee", "Tom Cole"],
        ),
        ("Ann Lee wrote in a statement:\n\nThe deck is shut for the whole of May.\n\nThe board met.", ["Ann Lee"]),
        ("Ann Lee wrote:\n\n“It is shut.”\n\n“It will open in May.”\n\nThe board met.", ["Ann Lee"] * 2),
        ("Then a group called the Friends of the Pier came. Ann Lee said it was late.", ["Ann Lee"]),
        ("During Cole's speech, he said the deck would go. Tom Cole runs the board.", ["Tom Cole"]),
        ("A longtime ally who asked for anonymity spoke. “It is shut,” this person said.", ["A longtime ally"]),
    ],
)
def test_who_is_meant(text: str, names: list[str | None]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Overall, 40 percent of voters said the pier should stay.", "voters"),
        ("Half of those polled said the pier should stay.", "those"),
        ("After a week of talks, negotiators said they had a deal.", "negotiators"),
        ("A Quay University survey asked divers. The poll found that the deck would go.", "Quay University survey"),
        ("That poll of divers asked little. It found that the deck would go.", "poll"),
        ("According to a fresh Quay Register/Pier Politics poll, the deck will go.", "Pier Politics poll"),
        ("In January, Iran's oil minister told a paper that the port was shut.", "Iran's oil minister"),
        ("President Cole’s chief of staff said the deck would go.", "President Cole’s chief of staff"),
        ("The researchers found that the deck would go.", "The researchers"),
        ("Several studies show that decks rot.", "Several studies"),
        ("Reuters just reported that the deck had gone.", "Reuters"),
        ("The National Oceanic and Atmospheric Administration said the sea rose.", "Atmospheric Administration"),
    ],
)
def test_what_a_source_is_called(text: str, name: str) -> None:
    (found,) = who(text)
    assert found is not None
    assert found.endswith(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "House Ways and Means Committee Chairman Paul Lee said it was shut.",
            ("Paul Lee", "person", "House Ways and Means Committee Chairman"),
        ),
        (
            "Department of Ports spokeswoman Maj. Ann Lee said it was shut.",
            ("Ann Lee", "person", "Department of Ports spokeswoman Maj."),
        ),
        (
            "University of Leeds economist Ann Lee said it was shut.",
            ("Ann Lee", "person", "University of Leeds economist"),
        ),
        ("According to Dyzhen, a Ukrainian weekly, it was shut.", ("Dyzhen", "institution", "a Ukrainian weekly")),
        ("Tim Lee of the Quay Council said it was shut.", ("Tim Lee", "person", "of the Quay Council")),
        (
            "Casey Cobb, a University of Leeds education researcher, said it was shut.",
            ("Casey Cobb", "person", "a University of Leeds education researcher"),
        ),
        (
            "Tom Lee Jr., a lawyer for the divers, said it was shut.",
            ("Tom Lee Jr.", "person", "a lawyer for the divers"),
        ),
        ("Sen. Bernard Lee of Vermont said it was shut.", ("Bernard Lee", "person", "Sen., of Vermont")),
        ("According to The Post, Lee worked as a diver.", ("The Post", "institution", "")),
        ("Related Anna Lee said it was shut.", ("Anna Lee", "person", "")),
        ("Martin Luther King Jr. said it would bend.", ("Martin Luther King Jr.", "person", "")),
        ("Senior Fellow Anna Lee said it was shut.", ("Anna Lee", "person", "Senior Fellow")),
    ],
)
def test_a_source_is_described(text: str, expected: tuple[str, str, str]) -> None:
    ((name, kind, description),) = sources(text)
    assert (name.removeprefix("The "), kind, description) == (expected[0].removeprefix("The "), *expected[1:])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Michael Bloomberg spoke. Bloomberg said the pier was shut.", "Michael Bloomberg"),
        ("Christine Ford came. Ford said the pier was shut.", "Christine Ford"),
        ("Cole spoke first. First lady Anna Cole was there. Cole said the pier was shut.", "Cole"),
        ("Ayatollah Ali Cole came. The cleric said the pier was shut.", "Ali Cole"),
        ("Ann Lee met a North Korean diver. She said the pier was shut.", "Ann Lee"),
    ],
)
def test_one_person_is_one_source(text: str, name: str) -> None:
    assert who(text) == [name]


def test_a_poll_is_one_source_under_its_names() -> None:
    text = (
        "The deck will go, according to a new poll. The Quay poll found that most divers mind. "
        "The survey showed that fishermen do not."
    )
    assert [name for name, _, _ in sources(text)] == ["The Quay poll"]


def test_a_body_is_one_source_under_its_country() -> None:
    text = "Russia's defense ministry said it was shut. The Russian defense ministry said it was sold."
    assert [name for name, _, _ in sources(text)] == ["Russia's defense ministry"]


def test_a_clause_after_but_has_its_own_speaker() -> None:
    text = "Ann Lee said the deck was sound, while Tom Cole said it was gone."
    assert said(text) == [("Ann Lee", "the deck was sound"), ("Tom Cole", "it was gone.")]
