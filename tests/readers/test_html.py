from __future__ import annotations

import pytest
from reading_checks import document, edited, kinds, marks, prose, written

from lint.text.document import Document


def html(text: str) -> Document:
    return document(text, "html")


def test_a_word_set_twice_across_markup_loses_its_copy_and_keeps_the_markup() -> None:
    draft = html("<p><b>the</b> the council met</p>")
    assert draft.text == "the the council met"
    assert edited(draft, "the ", "") == "<p><b>the</b> council met</p>"


def test_blocks_of_a_page_have_their_kinds() -> None:
    draft = html(
        "<!doctype html><html><head><title>Site</title><style>p {}</style></head><body>"
        "<nav><a href=/>Home</a></nav><article><h1>Bridge closes</h1><p class='article-byline'>By Ann Lee</p>"
        "<p>The bridge shut.</p><h2>What next</h2><ul><li>Buses<li>Ferries<ol><li>North</ol></ul>"
        "<blockquote><p>Nobody told us.</p></blockquote><figure><figcaption>A bridge</figcaption></figure>"
        "<table><caption>Traffic</caption><tr><th>Day<td>Mon</table><pre>x = 1</pre></article>"
        "<aside>More news</aside><form>Sign up <button>Go</button></form><footer>All rights</footer>"
    )
    assert kinds(draft) == [
        ("furniture", "Home"),
        ("headline", "Bridge closes"),
        ("byline", "By Ann Lee"),
        ("paragraph", "The bridge shut."),
        ("heading", "What next"),
        ("list item", "Buses"),
        ("list item", "Ferries"),
        ("list item", "North"),
        ("quotation block", "Nobody told us."),
        ("caption", "A bridge"),
        ("caption", "Traffic"),
        ("table cell", "Day"),
        ("table cell", "Mon"),
        ("code", "x = 1"),
        ("furniture", "More news"),
        ("furniture", "Sign up"),
        ("furniture", "Go"),
        ("furniture", "All rights"),
    ]
    assert [b.level for b in draft.blocks if b.kind.value in ("heading", "list item")] == [2, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>A</h1><h1>B</h1>", ["headline", "heading"]),
        ("<h1>Site</h1><h1 class='entry-title'>A</h1>", ["headline", "headline"]),
        ("<p>By <a rel=author href=/a>Ann Lee</a></p>", ["byline"]),
        ("<p>The book by <a rel=author href=/a>Ann Lee</a> sold well.</p>", ["paragraph"]),
        ("<p><span class='dateline'>OSLO</span> The king left for the coast.</p>", ["paragraph"]),
        ("<div><time datetime=x>May 3</time></div>", ["dateline"]),
        ("<div class='has-byline'>Text</div>", ["paragraph"]),
        (f"<div class=byline>{'word ' * 60}</div>", ["paragraph"]),
        ("<p class='author-bio'>Ann Lee keeps bees.</p>", ["author line"]),
        ("<h2 class=standfirst>What it means</h2>", ["subhead"]),
        ("<div role=navigation><p>Home</p></div>", ["furniture"]),
        ("<form><main><p>Story</p></main></form>", ["paragraph"]),
        ("<table role=presentation><tr><td><p>Story</p></table>", ["paragraph"]),
        ("<blockquote><ul><li>a</ul></blockquote>", ["quotation block"]),
        ("<p class=byline>By Ann Lee<div>Story</div>", ["byline", "paragraph"]),
    ],
)
def test_tags_and_attributes_say_what_a_block_is(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(html(text))] == expected


def test_white_space_collapses_as_a_browser_shows_it() -> None:
    draft = html("<p>\n  One \t two<b> </b> three\u00a0 four\n</p> \n five ")
    assert prose(draft) == ["One two three\u00a0 four", "five"]
    assert written(draft, "One two") == "One \t two"
    assert written(draft, "two three") == "two<b> </b> three"


def test_line_breaks_are_one_character_and_two_part_a_paragraph() -> None:
    assert prose(html("<p>One<br>two <br/> three<br>\n<br>four</p>")) == ["One\ntwo\nthree", "four"]


def test_inline_tags_never_part_a_word() -> None:
    assert html("<p>un<b>believ</b>able w<!-- x -->ord na<wbr>me</p>").text == "unbelievable word name"


def test_character_references_stand_as_what_they_mean() -> None:
    draft = html("Salt&nbsp;&amp; pepper &mdash; &#x41;&ampx &unknown; &#32; &lt;b&gt;")
    assert draft.text == "Salt\u00a0& pepper \u2014 A&x &unknown; <b>"
    assert written(draft, "&") == "&amp;"
    assert written(draft, "\u00a0") == "&nbsp;"
    assert written(draft, "; <") == "; &#32; &lt;"


def test_quotation_elements_read_as_quoted_speech() -> None:
    draft = html("<p>He said <q>go <q>now</q></q>.")
    assert draft.text == "He said \u201cgo \u2018now\u2019\u201d."
    assert [draft.text[slice(*q.inner)] for q in draft.quotations if q.depth == 0] == ["go \u2018now\u2019"]
    assert written(draft, "\u201c") == "<q>"


def test_marks_cover_the_words_under_markup() -> None:
    draft = html("<p>A <b><em>very </em>old</b> <a href=x>page</a> of <code> x </code> and <b>one<p>two</b> three")
    assert marks(draft) == [
        ("strong", "very old"),
        ("emphasis", "very"),
        ("link", "page"),
        ("code", "x"),
        ("strong", "one"),
        ("strong", "two"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) x()</script>",
        "<style>p { }</style>",
        "<template><p>x</p></template>",
        "<noscript><p>x</p></noscript>",
        "<svg><text>x</text></svg>",
        "<svg/>",
        "<span hidden>x <span>y</span> z</span>",
        "<span style='display: none'>x</span>",
        "<textarea>x</textarea>",
        "<select><option>x</select>",
        "<img alt='x' title='y'>",
        "<input value=x>",
    ],
)
def test_what_a_reader_never_sees_is_no_prose(hidden: str) -> None:
    assert prose(html(f"<p data-x='no'>Before {hidden} after</p>")) == ["Before after"]


def test_a_hidden_span_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert prose(html("<p>One <span hidden>two</p><p>three</p>")) == ["One", "three"]


def test_preformatted_text_keeps_its_white_space() -> None:
    assert prose(html("<pre>\n a\r\n  b\n</pre>")) == [" a\n  b"]


def test_comments_are_found_wherever_they_stand() -> None:
    text = "<!-- stet off --><p>A<!-- stet -->b</p><svg><!--x--></svg><!-->\r\n<!-- over\r\nlines --><!-- open"
    draft = html(text)
    assert [c.text for c in draft.comments] == [" stet off ", " stet ", "x", "", " over\nlines ", " open"]
    assert text[slice(*draft.comments[1].span)] == "<!-- stet -->"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_keeps_offsets(end: str) -> None:
    draft = html(end.join(["<p>", "One", "<b", "class=x>two</b>", "</p><p>three", "</p>"]))
    assert prose(draft) == ["One two", "three"]
    assert written(draft, "three") == "three"
    assert written(draft, "two") == "two"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "</",
        "<p",
        "<p a='",
        "<!--",
        "<!",
        "&",
        "&#",
        "a\0b<p>c\0d",
        "\U0001f600<b>e\u0301</b>\u200fx\u200e&#x1F600;\U0001f600 y",
        "</p></div></b></q></li>x",
        "<b><p>x</b>y</p>z",
        "<![CDATA[x]]>y<?php z ?>w",
        "<plaintext>x</p>",
        "<title>x",
        "\ud800x",
        "no final line end",
    ],
)
def test_malformed_pages_keep_exact_offsets(text: str) -> None:
    html(text)
