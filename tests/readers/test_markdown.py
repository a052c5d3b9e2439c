from __future__ import annotations

import pytest
from reading_checks import document, edited, kinds, marks, prose, written

from lint.readers.markdown import read
from lint.text.document import Document
from lint.text.source import Source


def md(text: str) -> Document:
    return document(text, "markdown")


def test_a_word_set_twice_across_markup_loses_its_copy_and_keeps_the_markup() -> None:
    draft = md("**the** the council met\n")
    assert draft.text == "the the council met"
    assert edited(draft, "the ", "") == "**the** council met\n"


def test_blocks_have_their_kinds() -> None:
    draft = md(
        "# Bridge closes\n\nThe bridge shut on Monday.\n\n## What next\n\n- Buses\n- Ferries\n\n"
        "> Nobody told us.\n\n```py\nx = 1\n```\n\n    y = 2\n\n![A bridge](b.jpg)\n\n| Day | Cars |\n|---|---|\n| Mon | 9 |\n"
    )
    assert kinds(draft) == [
        ("headline", "Bridge closes"),
        ("paragraph", "The bridge shut on Monday."),
        ("heading", "What next"),
        ("list item", "Buses"),
        ("list item", "Ferries"),
        ("quotation block", "Nobody told us."),
        ("code", "x = 1"),
        ("code", "y = 2"),
        ("caption", "A bridge"),
        ("table cell", "Day"),
        ("table cell", "Cars"),
        ("table cell", "Mon"),
        ("table cell", "9"),
    ]


def test_levels_are_those_of_headings_and_of_nested_lists() -> None:
    draft = md("# One\n\n### Three\n\n- a\n  - b\n    1. c\n\n       more of c\n")
    assert [b.level for b in draft.blocks] == [1, 3, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n# B\n", ["headline", "heading"]),
        ("## A\n\n# B\n", ["heading", "headline"]),
        ("A title\n=======\n", ["headline"]),
        ("## A\n\ntext\n\n## B\n", ["headline", "paragraph", "heading"]),
        ("text\n\n## A\n", ["paragraph", "heading"]),
        ("---\ntitle: A\n---\n## A\n", ["heading"]),
        ("<h1>A</h1>\n\n# B\n", ["headline", "heading"]),
    ],
)
def test_there_is_one_headline_at_most(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(md(text))] == expected


def test_a_line_end_is_one_space_whatever_stands_at_the_next_lines_head() -> None:
    draft = md("> She left\n> the town  \r\n> for good\\\n> and\nnever came back.\n")
    assert prose(draft) == ["She left the town\nfor good\nand never came back."]
    assert written(draft, "left the") == "left\n> the"
    assert edited(draft, "left the", "left a") == "> She left a town  \r\n> for good\\\n> and\nnever came back.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_keeps_offsets(end: str) -> None:
    draft = md(end.join(["# A head", "", "One *two*", "three", "", "- four", "  five", "", "```", "a", "b", "```"]))
    assert prose(draft) == ["A head", "One two three", "four five", "a\nb"]
    assert written(draft, "five") == "five"
    assert written(draft, "two three") == f"two*{end}three"


def test_entities_and_escapes_stand_as_what_they_mean() -> None:
    draft = md("Salt &amp; pepper \\* &#8212; 5\\-6 &nowhere; \\q")
    assert draft.text == "Salt & pepper * \u2014 5-6 &nowhere; \\q"
    assert written(draft, "&") == "&amp;"
    assert written(draft, "*") == "\\*"
    assert written(draft, "\\q") == "\\q"


def test_marks_cover_the_words_under_markup() -> None:
    draft = md("Use `run --fast`, [see the *page*](u 'Title') or <http://a.example/%C3%A9> **now** __or__ never.")
    assert draft.text == "Use run --fast, see the page or http://a.example/%C3%A9 now or never."
    assert marks(draft) == [
        ("code", "run --fast"),
        ("link", "see the page"),
        ("emphasis", "page"),
        ("link", "http://a.example/%C3%A9"),
        ("strong", "now"),
        ("strong", "or"),
    ]


def test_code_keeps_its_inner_spaces_but_not_the_one_at_either_end() -> None:
    draft = md("Type `` a ` b `` or ` ` or `one\ntwo`.")
    assert draft.text == "Type a ` b or   or one two."
    assert written(draft, "a ` b") == "a ` b"
    assert written(draft, "one two") == "one\ntwo"


def test_link_addresses_titles_and_definitions_are_no_prose() -> None:
    draft = md('See [the map][m] and [m].\n\n[m]: /map "A map"\n')
    assert prose(draft) == ["See the map and m."]


def test_an_image_within_a_sentence_leaves_one_space() -> None:
    assert md("Turn ![left arrow](l.png) here.").text == "Turn here."


def test_linked_images_alone_in_a_paragraph_are_captions() -> None:
    assert kinds(md("[![The *old* pier](p.jpg)](/p)\n![The new one](n.jpg)\n")) == [
        ("caption", "The old pier\nThe new one")
    ]


def test_table_cells_with_escaped_pipes_keep_their_place() -> None:
    draft = md("> | a | b |\n> |---|:-:|\n> | x \\| y | `p\\|q` | spare |\n> | one |\n")
    assert prose(draft) == ["a", "b", "x | y", "p|q", "one"]
    assert written(draft, "x | y") == "x \\| y"
    assert edited(draft, "|", "/") == "> | a | b |\n> |---|:-:|\n> | x \\| y | `p/q` | spare |\n> | one |\n"


def test_footnotes_are_read_where_they_stand() -> None:
    draft = md("He left.[^1] She stayed.^[So *they* said.]\n\n[^1]: In May.\n\n    Or June.\n\nThe end.\n")
    assert kinds(draft) == [
        ("paragraph", "He left. She stayed. (So they said.)"),
        ("paragraph", "In May."),
        ("paragraph", "Or June."),
        ("paragraph", "The end."),
    ]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("---\ntitle: A\n---\nText\n", "title: A\n"),
        ("---\r\ntitle: A\r\n...\r\nText", "title: A\r\n"),
        ("+++\ntitle = 'A'\n+++\nText", "title = 'A'\n"),
        ("---\n---\nText", ""),
    ],
)
def test_front_matter_is_kept_apart(text: str, inner: str) -> None:
    draft = md(text)
    assert prose(draft) == ["Text"]
    assert draft.front_matter is not None
    assert text[slice(*draft.front_matter)] == inner


@pytest.mark.parametrize(
    "text", ["---\n\nText\n\n---\n", "---\ntitle: A\n\nText", "----\na: b\n----\n", "Text\n---\na: b\n---\n"]
)
def test_thematic_breaks_and_unclosed_fences_are_no_front_matter(text: str) -> None:
    assert md(text).front_matter is None
    assert md(text).text


def test_comments_are_found_in_blocks_and_within_lines() -> None:
    text = "<!-- stet off -->\n\nOne <!-- stet --> two\n\n> <!-- over\n> lines -->\n\n`<!-- no -->`\n"
    draft = md(text)
    assert [c.text for c in draft.comments] == [" stet off ", " stet ", " over\nlines "]
    assert [text[slice(*c.span)] for c in draft.comments][:2] == ["<!-- stet off -->", "<!-- stet -->"]
    assert prose(draft) == ["One two", "<!-- no -->"]


def test_html_in_a_line_is_markup_and_html_blocks_are_read_as_html() -> None:
    draft = md('A <b class="x">bold</b>ly<br>set word\n\n<div>\n<p>Some <i>inner</i>\n   text</p>\n</div>\n\nEnd\n')
    assert prose(draft) == ["A boldly\nset word", "Some inner text", "End"]
    assert marks(draft) == [("strong", "bold"), ("emphasis", "inner")]


def test_html_within_a_quotation_block_is_quoted() -> None:
    assert kinds(md("> <p>Not *me*</p>\n> <p>Nor I</p>\n")) == [
        ("quotation block", "Not *me*"),
        ("quotation block", "Nor I"),
    ]


def test_task_boxes_are_markup_and_alerts_are_no_quotations() -> None:
    draft = md("- [x] Call the mayor\n\n> [!NOTE]\n> Ring twice.\n")
    assert kinds(draft) == [("list item", "Call the mayor"), ("paragraph", "Ring twice.")]


@pytest.mark.parametrize(
    "text",
    [
        "Nul \0 here",
        "\U0001f600 *smile* e\u0301te\u0301 \u200fright\u200e",
        "\u00a0edge\u00a0",
        "\ud800 [lone](\udc00) <http://\ud800>",
        "tab\tin\ttext\n\n\tcode\n\t\tmore",
        "-\t\tx\n\n>\t\ty",
        "",
        "\n\n",
        "\\",
        "***\n**",
        "[^a]: [^a]: b",
        "~~~a~~~ ~~b~~",
    ],
)
def test_odd_texts_keep_exact_offsets(text: str) -> None:
    md(text)


def test_nul_stays_what_it_is_in_the_source() -> None:
    draft = md("a\0b *c*\0d")
    assert draft.text == "a\0b c\0d"


def test_a_reading_of_nothing_is_empty() -> None:
    assert not read(Source("")).blocks
