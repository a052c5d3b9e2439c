"""Plain-text copy: what each line is, by its shape, and where its prose stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import check_offsets

from lint.readers import read
from lint.text.blocks import BlockKind
from lint.text.source import Source

STORY = """\
Skip to content

Harbor Desk

Old Pier to Close for Good After Storm

Advertisement

Waves at the old pier. Photo: Ann Lee

By Tom Reyes

May 4, 2026 | 6:40 a.m.

PORT ELM, Maine (AP) — The old pier will close for good, the harbor authority said on Monday.

“It was past saving,” said Ann Lee, who ran the ferry for thirty years.

What Comes Next

The authority wants to sell the timber.

- A new pier would cost $4 million.
- A floating dock would cost half of that.

Tom Reyes is a reporter for the Elm Courier. He covers the coast.

Share this article
"""


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    document = read(Source(text), "plain")
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_a_story_from_a_web_page_falls_into_its_parts() -> None:
    assert [(kind.value, text[:24]) for kind, text in kinds(STORY)] == [
        ("furniture", "Skip to content"),
        ("subhead", "Harbor Desk"),
        ("headline", "Old Pier to Close for Go"),
        ("furniture", "Advertisement"),
        ("caption", "Waves at the old pier. P"),
        ("byline", "By Tom Reyes"),
        ("dateline", "May 4, 2026 | 6:40 a.m."),
        ("dateline", "PORT ELM, Maine (AP) —"),
        ("paragraph", "The old pier will close "),
        ("paragraph", "“It was past saving,” sa"),
        ("heading", "What Comes Next"),
        ("paragraph", "The authority wants to s"),
        ("list item", "A new pier would cost $4"),
        ("list item", "A floating dock would co"),
        ("author line", "Tom Reyes is a reporter "),
        ("furniture", "Share this article"),
    ]


def test_a_lone_sentence_is_a_paragraph_and_a_lone_title_a_headline() -> None:
    assert kinds("The pier is shut")[0][0] is BlockKind.PARAGRAPH
    assert kinds("Old Pier Shut for Good")[0][0] is BlockKind.HEADLINE


def test_furniture_words_within_a_sentence_are_copy() -> None:
    text = "Readers were asked to share this article with a friend, and most of them did so that very night."
    assert kinds(text) == [(BlockKind.PARAGRAPH, text)]


def test_lines_are_blocks_unless_wrapped_at_a_margin() -> None:
    assert [t for _, t in kinds("The pier is shut.\nThe ferry runs.")] == ["The pier is shut.", "The ferry runs."]
    wrapped = (
        "The harbor authority said on Monday that the old pier, which has stood\n"
        "since the war, will close for good and that the timber will be sold to\n"
        "whoever offers most."
    )
    assert len(kinds(wrapped)) == 1


def test_directives_are_no_prose() -> None:
    document = read(
        Source("The pier <!-- stet: so named --> is shut.\n<!-- STET off -->\nRain fell all night.\n"), "plain"
    )
    assert [c.text.strip() for c in document.comments] == ["stet: so named", "STET off"]
    assert "stet" not in document.text.lower()
    assert document.text.split("\n\n")[-1] == "Rain fell all night."


def test_a_comment_that_is_no_directive_is_copy() -> None:
    assert "<!-- note -->" in read(Source("The pier <!-- note --> is shut.\n"), "plain").text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_gives_the_same_prose(end: str) -> None:
    assert kinds(STORY.replace("\n", end)) == kinds(STORY)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(STORY.splitlines()),
            st.text(alphabet="aB é’“”'\"-–.,:!?\x00\u0301\u200f\u200b\ufeff\xa0\t<>🌊1", max_size=60),
            st.sampled_from(["<!-- stet -->", "<!-- stet off", "word <!-- stet --> word", "- ", "12) x", "\u2028"]),
        ),
        max_size=14,
    ),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"]),
)
@settings(max_examples=400)
def test_any_text_is_read_and_every_character_stands_where_it_is_said_to(lines: list[str], end: str) -> None:
    check_offsets(read(Source(end.join(lines)), "plain"))


def test_one_line_of_five_megabytes_is_read() -> None:
    text = "The pier was shut, and the ferry ran. " * 132_000
    document = read(Source(text), "plain")
    assert len(document.blocks) == 1
    assert document.text == text.strip()


HEAD = "Pier closes\n\nThe harbor authority said on Monday that the old pier will close for good.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee is a reporter for the Harbor Post.",
        "Ann Lee, a diver, is the author of two books on piers.",
        "Ann Lee is Robert Cole trustee chair and a professor at Leeds.",
        "Ann Lee writes about harbors for the Post.",
        "Ann Lee is Harbor Post's Breaking News Editor.",
        "Ann Lee covers the waterfront.",
    ],
)
def test_who_wrote_it(line: str) -> None:
    assert read(Source(f"{HEAD}{line}\n"), "plain").blocks[-1].kind is BlockKind.AUTHOR


@pytest.mark.parametrize(
    "line",
    [
        "FBI Assistant Director Ann Lee was silent when asked about it. “I am not prepared to discuss it,” Lee said.",
        "Ann Lee was ousted from office last year, and her deputy, a lawyer, saw his plans fail.",
        "The White House is hopeful that Lee will answer, the press director told reporters.",
        "Tom Cole is planning to lead 19 attorneys in a new lawsuit against the harbor.",
        "Mr. Cole writes that the pier is lost, as a reporter found.",
        "As Radio Leeds reports, the pier is lost to the editor of maps.",
        "The clerk's index, the Reuters/University of Leeds measure of trust, fell to 74 in May.",
        "In May she noticed an extra $100, courtesy of sweeping cuts that the council had passed that year.",
        "She added on the eight-minute video: “The pier has served us for eighty years, and that is enough.”",
    ],
)
def test_what_only_looks_like_a_line_about_the_author_or_a_caption(line: str) -> None:
    assert read(Source(f"{HEAD}{line}\n"), "plain").blocks[-1].kind is BlockKind.PARAGRAPH
