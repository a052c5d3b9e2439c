"""Whatever the text, a reader raises nothing, is exact about offsets and takes linear time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import document

from lint.readers import read
from lint.text.source import Source

_COMMON = ["the ", "harbor ", "\n", "\r\n", "\r", "\n\n", " ", "\t", "\0", "\U0001f600", "e\u0301", "\u200f", "\u00a0"]
_COMMON += ["&amp;", "&#x41;", "&", "<b>", "</b>", "<q>", "</q>", "<br>", "<a href=x>", "</a>", "<code>", "<!-- c -->"]
_COMMON += [
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "<script>",
    "</script>",
    "<pre>",
    "<p>",
    "<span hidden>",
    "\u2028",
    "\ud800",
]
_MARKDOWN = [
    "**",
    "*",
    "_",
    "`",
    "``",
    "~~",
    "[",
    "](u)",
    "![",
    '](<u> "t")',
    "[^n]",
    "[^n]: ",
    "^[",
    "]",
    "<http://x>",
]
_MARKDOWN += [
    "\\",
    "\\*",
    "  \n",
    "\\\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "# ",
    "---\n",
    "===\n",
    "| a | b |\n|-|-|\n",
    "c\\|d|",
]
_MARKDOWN += ["|", "```\n", "~~~", '[a]: /u "t"\n', "[a]", "- [ ] ", "> [!NOTE]\n", "---\nt: x\n---\n", "+++\n"]
_HTML = [
    "</p>",
    "<h1>",
    "</h1>",
    "<h3 class=dek>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<td>",
    "</table>",
    "<svg>",
    "</svg>",
]
_HTML += [
    "<nav>",
    "</nav>",
    "<p class=byline>",
    "<a rel=author>",
    "<time>",
    "</span>",
    "<blockquote>",
    "<button>",
    "<select>",
]
_HTML += [
    "</",
    "<",
    ">",
    "'",
    '"',
    "<x y='",
    "<![CDATA[",
    "<textarea>",
    "</textarea>",
    "<title>",
    "&nbsp;",
    "&#32;",
    "<plaintext>",
]


def _texts(fragments: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(fragments), max_size=30).map("".join)


@settings(max_examples=400)
@given(_texts(_COMMON + _MARKDOWN))
def test_markdown_offsets_are_exact(text: str) -> None:
    document(text, "markdown")


@settings(max_examples=400)
@given(_texts(_COMMON + _HTML))
def test_html_offsets_are_exact(text: str) -> None:
    document(text, "html")


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "*delta*", "**eps**"]), min_size=1, max_size=12))
def test_markdown_words_are_the_same_under_any_prefix_and_line_end(words: list[str]) -> None:
    plain = [w.strip("*") for w in words]
    for prefix, later in (("", ""), ("> ", "> "), ("- ", "  "), ("> 1. ", ">    "), ("> > ", "> > ")):
        for end in ("\n", "\r\n", "\r"):
            text = prefix + (end + later).join(words) + end
            assert document(text, "markdown").text.split() == plain


_LINE = "The council met on Tuesday and will meet again next week. "
_N = 5_000


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_line_of_five_megabytes_is_read(format: str) -> None:
    text = _LINE * (5_000_000 // len(_LINE))
    started = process_time()
    found = read(Source(text), format)
    assert process_time() - started < 10
    assert found.text == text.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "[" * _N, "*a " * _N, "<a" * _N, "<a " * _N, "&" * _N, "`" * _N, "`a" * _N, "*_" * _N, "_a" * _N, "~~a" * _N,
        "![" * _N, "![" * _N + "](x)" * _N, "^[" * _N, "^[" * _N + "]" * _N, "[" * _N + "](x)" * _N, "[a](" * _N,
        "[a][" * _N, ">" * 10_000 + "a", "> " * _N + "a", "- " * _N + "a", "[^a]: x\n\n" + "[^" * 4 * _N,
        "[a" + "\n[b" * _N, "<!--" * _N, "a <!-- " * _N, "a <![CDATA[" * _N, "|" * _N + "\n" + "|-" * _N,
        "|a|\n|-|\n" + "|b|\n" * _N, "> a\n" + "b\n" * _N, "a\r" * _N, "\\" * _N, "<http://a>" * _N, " " * 100 * _N + "x",
        "".join("`" * i + "a" for i in range(1, 300)), "\n".join(" " * 2 * i + "- a" for i in range(500)),
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_hostile_markdown_takes_linear_time(text: str) -> None:
    _reads_in_time(text, "markdown")


@pytest.mark.parametrize(
    "text",
    [
        "<" * _N, "<a" * _N, "<a " * _N, "&" * _N, "&#" * _N, "<!--" * _N, "<!" * _N, "<div>" * _N + "x", "<p>x" * _N,
        "<div>" * _N + "x" + "</div>" * _N, "<b>x" * _N, "<q>" * _N + "x", "<ul><li>x" * _N, "<svg>" * _N, "a\r" * _N,
        "<div>" * _N + "</p></span></li>" * _N, "<span hidden>" * _N + "</p>" * _N, "<table><td>" * _N, "x<br>" * _N,
        "<a " + "x " * _N + ">y", "<blockquote>" * _N + "x", " " * 100 * _N + "x", "<time>" * _N, '<a x="' * _N,
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_hostile_html_takes_linear_time(text: str) -> None:
    _reads_in_time(text, "html")


def _reads_in_time(text: str, format: str) -> None:
    started = process_time()
    read(Source(text), format)
    assert process_time() - started < 8
