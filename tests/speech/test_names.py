"""Names taken apart from what stands around them: offices, parties, surnames that are offices, too."""

from __future__ import annotations

import pytest

from .test_speech import speech, who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rep. Ann Lee, R-N.Y., said it was “a heap.”", "Ann Lee"),
        ("Rep. Peter King, R-N.Y., said it was “a heap.”", "Peter King"),
        ("Sen. Ann Lee, D-Ohio, who has seen other piers, said it was shut.", "Ann Lee"),
        ("“It is shut,” said Sen. Ann Lee, I-Maine.", "Ann Lee"),
        ("Secretary of State Ann Lee said it was shut.", "Ann Lee"),
        ("Secretary of State Ann Lee came by. “It is shut,” Lee said.", "Ann Lee"),
        ("Director of National Intelligence Tom Cole said it was shut.", "Tom Cole"),
        ("Marine World Editor-in-Chief Ann Lee said it was shut.", "Ann Lee"),
        ("White House Budget Office Controller Tom Cole said it was shut.", "Tom Cole"),
        ("A number of federal agencies said it was shut.", "federal agencies"),
        ("Dozens of residents said it was shut.", "residents"),
    ],
)
def test_a_name_beside_an_office(text: str, name: str) -> None:
    assert who(text) == [name]


@pytest.mark.parametrize(
    "body",
    [
        "General Staff of the Armed Forces of Dorva",
        "General Staff of the Army",
        "General Staff",
        "Joint Chiefs of Staff",
    ],
)
def test_a_staff_is_a_body_and_no_officer(body: str) -> None:
    (speaker,) = speech(f"On Monday the {body} said it was shut.")[1].speakers
    assert (speaker.name, speaker.kind, speaker.description) == (body, "institution", "")


def test_an_office_first_in_its_sentence_is_the_title() -> None:
    (lee,) = speech("Secretary of State Ann Lee said it was shut.")[1].speakers
    assert lee.description == "Secretary of State"


def test_an_office_that_names_nobody() -> None:
    assert who("The pier is shut. Secretary of State is an office.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Secretary of Energy Department staff spoke. The department said it was shut.",
        "The pier is shut. Chairman of National Security Council Ann Lee said it was shut.",
    ],
)
def test_a_body_is_no_part_of_a_name(text: str) -> None:
    people = [s.name for s in speech(text)[1].speakers if s.kind.value == "person"]
    assert not any("Department" in name or "Council" in name for name in people)


@pytest.mark.parametrize("name", ["HarborPierNews", "GlaxoPierLine"])
def test_a_name_of_several_humps_is_a_body(name: str) -> None:
    (speaker,) = speech(f"On Monday {name} said it was shut.")[1].speakers
    assert (speaker.name, speaker.kind) == (name, "institution")


@pytest.mark.parametrize("name", ["McConnell", "DeVos", "MacDonald", "FitzGerald", "KellyAnne"])
def test_a_surname_with_a_capital_within_is_a_person(name: str) -> None:
    (speaker,) = speech(f"On Monday {name} said it was shut.")[1].speakers
    assert speaker.kind == "person"


def test_initials_of_a_name_of_several_humps() -> None:
    found = speech("On Monday GlaxoPierLine said it was shut. On Tuesday GPL said it was open.")[1]
    assert [s.name for s in found.speakers] == ["GlaxoPierLine"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("For Karane and Jamelle Cole it is home. There Jamelle works. “It is shut,” said Karane.", ["Karane Cole"]),
        ("So Bill and Ann Cole came. On Monday Bill said it was shut.", ["Bill Cole"]),
        ("So Trump and Mike Cole came. On Monday Trump said it was shut.", ["Trump"]),
        ("So Paul and Ann Cole came with Jim Paul. On Monday Paul said it was shut.", ["Jim Paul"]),
    ],
)
def test_a_surname_that_two_share(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "Judge Ann Lee of the U.S. District Court for the Eastern District of Kentucky said it was shut.",
            "Judge, of the U.S. District Court for the Eastern District of Kentucky",
        ),
        ("On Monday Mayor Ann Lee, a friend who left in 1999, said it was shut.", "Mayor, a friend"),
        ("On Monday Ann Lee, a nurse who left in 1999, said it was shut.", "a nurse who left in 1999"),
        (
            "On Monday Ann Lee, head of the Society of Disabled Divers, said it was shut.",
            "head of the Society of Disabled Divers",
        ),
        (
            "Sen. Ann Lee (Mont.), the ranking Democrat on the panel, said it was shut.",
            "Sen., the ranking Democrat on the panel",
        ),
        ("Ann Lee of Lee & Cole said it was shut.", "of Lee & Cole"),
        ("An aide to Tom Cole, chairman of the board, said it was shut.", "to Tom Cole"),
        ("Surveys of owners in 2012 and 2013 have found that piers rust.", "of owners in 2012 and 2013"),
    ],
)
def test_descriptions_are_whole_and_short(text: str, description: str) -> None:
    assert [s.description for s in speech(text)[1].speakers] == [description]


@pytest.mark.parametrize("name", ["Courier-Journal", "Harbor & Pier", "Johnson & Cole Polling"])
def test_names_of_bodies_with_a_hyphen_or_a_sign(name: str) -> None:
    found = speech(f"As the {name} points out, it is shut.")[1]
    assert [s.name for s in found.speakers] == [name]


def test_a_relative_whose_full_name_comes_later_is_another() -> None:
    text = (
        "President Lee came to Leeds. He was met by the president’s daughter and son-in-law, Ann Lee and Tom Cole. "
        "“It is shut,” Lee said."
    )
    assert who(text) == ["Lee"]
    assert who(text.replace("the president’s daughter and son-in-law", "two divers")) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It is shut,” said Padura of Lee’s plan. Tom Padura came.", ["Tom Padura"]),
        ("“It is shut,” said Harbor Bank of Leeds.", ["Harbor Bank of Leeds"]),
        ("Magistrate Judge Sorla Dow of the Leeds Court met them. On Monday Dow said it was shut.", ["Sorla Dow"]),
        ("On Monday Del. Ann Lee said it was shut.", ["Ann Lee"]),
        ("Tom Cole Jr. came. On Monday Cole said it was shut.", ["Tom Cole Jr."]),
        ("On Monday David French said it was shut.", ["David French"]),
        ("The Leeds Attorney General’s Office, which reads it, said it was shut.", ["Leeds Attorney General’s Office"]),
        ("On Monday the Leeds Sheriff’s Department said it was shut.", ["Leeds Sheriff’s Department"]),
        ("The Department of Health and Senior Services said it was shut.", ["Department of Health and Senior Services"]),
        ("A new Leeds Post/Harbor News/Marlow poll found it was shut.", ["Leeds Post/Harbor News/Marlow poll"]),
        ("The pier is shut, according to CBS affiliate WPIR-TV.", ["WPIR-TV"]),
        ("It was late for Leeds-based students who allege they were lied to.", ["Leeds-based students"]),
    ],
)  # fmt: skip
def test_names_are_whole_and_without_titles(text: str, names: list[str]) -> None:
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbora, the company that runs it, said it was shut. On Tuesday Harbora said it was open.", ["Harbora"]),
        (
            "On Monday the Justice Department said so. The Department of Justice said it was open.",
            ["Department of Justice"],
        ),
        ("On Monday the Department of Justice said it was shut. The DOJ said it was open.", ["Department of Justice"]),
        ("On Monday the Justice Department said it was shut. The DOJ said it was open.", ["Justice Department"]),
        (
            "On Monday the Bank of Leeds said it was shut. The Leeds Bank said it was open.",
            ["Bank of Leeds", "Leeds Bank"],
        ),
        ("It is late. — Sen. Ann Lee (@annlee) May 2, 2019\n\nOn Monday Ann Lee said it was shut.", ["Ann Lee"]),
    ],
)
def test_one_source_under_several_names(text: str, names: list[str]) -> None:
    assert [s.name for s in speech(text)[1].speakers] == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Leeds County Supervisor Ann Lee said it was shut.", "Ann Lee", "person"),
        ("Senior Fellow Sorla Dow said it was shut.", "Sorla Dow", "person"),
        ("On Monday the Royal Dorvan Air Force said it was shut.", "Royal Dorvan Air Force", "institution"),
        ("On Monday CNN Dorva said it was shut.", "CNN Dorva", "institution"),
        ("It is shut, according to local media.", "local media", "group"),
        ("It is shut, according to doctors he met.", "doctors", "group"),
        ("“It is shut,” said some police.", "some police", "group"),
    ],
)
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert [(s.name, s.kind.value) for s in speech(text)[1].speakers] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Pope Leo said it was shut. “It is late,” Leo said.", "Pope Leo", ""),
        ("On Monday Leo said it was shut. Pope Leo said it was late.", "Pope Leo", ""),
        ("Rep. Peter King said it was shut. King said it was late.", "Peter King", "Rep."),
        ("Prince Tom Cole said it was shut.", "Tom Cole", "Prince"),
        ("Harbor leaders in Leeds have asked Cole to go and said they are late.", "Harbor leaders", "in Leeds"),
    ],
)
def test_titles_that_belong_to_a_name(text: str, name: str, description: str) -> None:
    assert [(s.name, s.description) for s in speech(text)[1].speakers] == [(name, description)]
