"""Links that a web page has run into its prose are neither names nor anything said."""

from __future__ import annotations

import pytest

from lint.readers import read
from lint.speech.run_ins import run_ins
from lint.text.source import Source

from .test_speech import said, speech

LINK = "Ann (Annie) Mary LeeThe morning report: Cole says pier is old Who owns the pier? Harbor trust warned MORE"


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (f"Rep. Ann Lee {LINK} (D-Ohio) said the pier was shut.", [("Ann Lee", "the pier was shut.")]),
        (f"“It is shut,” said Rep. Ann Lee {LINK} (D-Ohio).", [("Ann Lee", "“It is shut,”")]),
        (f"“It is shut,” Rep. Ann Lee {LINK} told reporters.", [("Ann Lee", "“It is shut,”")]),
        (f"Tom Cole said Ann Lee {LINK} should go.", [("Tom Cole", "Ann Lee ")]),
        (f"A lawyer met Ann Lee {LINK}. Tom Cole said the pier was shut.", [("Tom Cole", "the pier was shut.")]),
    ],
)
def test_a_link_is_read_over(text: str, statements: list[tuple[str, str]]) -> None:
    assert said(text) == statements


def test_its_words_are_not_said() -> None:
    document, found = speech(f"Tom Cole said Ann Lee {LINK} should go.")
    (statement,) = found.statements
    assert "".join(document.text[slice(*s)] for s in statement.said) == "Ann Lee  should go."


def test_a_possessive_after_a_link_owns_what_follows() -> None:
    _, found = speech(f"Rep. Ann Lee {LINK}'s lawyer said the pier was shut.")
    assert [s.name for s in found.speakers] != ["Ann Lee"]
    assert all("report" not in s.name for s in found.speakers)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Tom LeeMason and wanted more of it.",
        "Ann Lee gave MORE to the trust.",
        "Tom Mac and Ann MacDonald asked for MORE of it.",
        "“It is shut,” said Ann Lee of LeeThe pier.",
    ],
)
def test_no_link(text: str) -> None:
    held = run_ins(read(Source(text), "plain")).found
    assert held == []
