from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text.tokens import Token, TokenKind, normal, tokenize

PIECES = st.sampled_from(
    ["U.S.", "a.m.", "'", "’", "“", '"', "-", "—", "--", ".", "...", "4-3", "3.5", "@", "#", "a@b.org", "http://a.b/c",
     " ", "\n\n", "\u00a0", "é", "e\u0301", "\u200d", "🇺🇸", "\x00", "_", "90s", "½", "don", "t", "word", "®", "x.com"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=15).map("".join))


def shown(text: str) -> str:
    return " | ".join(token.text for token in tokenize(text))


@given(TEXTS)
def test_every_code_point_but_white_space_is_in_exactly_one_token(text: str) -> None:
    tokens = tokenize(text)
    held = [i for token in tokens for i in range(token.start, token.end)]
    assert held == [i for i, char in enumerate(text) if not char.isspace()]
    assert all(text[t.start : t.end] == t.text for t in tokens)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I don't think she’d've gone.", "I | don't | think | she’d've | gone | ."),
        ("O’Dea’s ma’am", "O’Dea’s | ma’am"),
        ("the students’ hall", "the | students | ’ | hall"),
        ("a well-worn co‑op", "a | well-worn | co‑op"),
        ("AT&T's Q&A", "AT&T's | Q&A"),
        ("the U.S. and U.N.'s anti-U.S. U.S.-led force", "the | U.S. | and | U.N.'s | anti-U.S. | U.S.-led | force"),
        ("at 5 p.m., or 6 p.m", "at | 5 | p.m. | , | or | 6 | p.m"),
        ("two Ph.D.s, e.g.this", "two | Ph.D.s | , | e.g | . | this"),
        ("Mr. J. K. Orr", "Mr | . | J | . | K | . | Orr"),
        ("$1.2bn £3m 5% 20°C", "$ | 1.2bn | £ | 3m | 5 | % | 20 | ° | C"),
        ("3:30pm 21st 1,250 24/7 10kg .300", "3:30pm | 21st | 1,250 | 24/7 | 10kg | .300"),
        ("1990s 1990's ’90s '90s", "1990s | 1990's | ’90s | '90s"),
        ("2½ and ½", "2½ | and | ½"),
        ("won 4-3 and 4–3", "won | 4 | - | 3 | and | 4 | – | 3"),
        ("a 15-year-old", "a | 15 | - | year-old"),
        ("get ’em, 'em and ’til", "get | ’em | , | 'em | and | ’til"),
        ("‘em’ and 'No'", "‘em | ’ | and | ' | No | '"),
        ("rock ’n’ roll", "rock | ’ | n | ’ | roll"),
        ("word—word word--word", "word | — | word | word | -- | word"),
        ("and/or [T]he", "and | / | or | [ | T | ] | he"),
        ("well... no… . . .", "well | ... | no | … | . | . | ."),
        ("cafe\u0301 café", "cafe\u0301 | café"),
        ("see www.example.org/a, or example.com.", "see | www.example.org/a | , | or | example.com | ."),
        ("(https://example.org/x?y=1).", "( | https://example.org/x?y=1 | ) | ."),
        ("mail a.b+c@example.co.uk!", "mail | a.b+c@example.co.uk | !"),
        ("@desk_1 #Local #1", "@desk_1 | #Local | # | 1"),
        ("said.Then", "said | . | Then"),
    ],
)
def test_tokens_of_news_copy(text: str, tokens: str) -> None:
    assert shown(text) == tokens


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("word", TokenKind.WORD),
        ("U.S.-led", TokenKind.WORD),
        ("10th", TokenKind.NUMBER),
        ("’80s", TokenKind.NUMBER),
        ("a@example.org", TokenKind.LINK),
        ("@desk", TokenKind.LINK),
        ("--", TokenKind.PUNCTUATION),
        ("\u200f", TokenKind.PUNCTUATION),
    ],
)
def test_kinds(text: str, kind: TokenKind) -> None:
    (token,) = tokenize(text)
    assert token.kind is kind
    assert token.counts == (kind is not TokenKind.PUNCTUATION)


def test_normal_form_is_lower_case_with_straight_marks() -> None:
    assert [t.norm for t in tokenize("Don’t CO‑OP fi\u00adnance")] == ["don't", "co-op", "finance"]
    assert normal("ʼN") == "'n"


def test_capitals() -> None:
    upper, word, name, letter = tokenize("NATO word Ann A")
    assert upper.shouted
    assert not letter.shouted
    assert [t.capitalized for t in (upper, word, name, letter)] == [True, False, True, True]
    assert Token("x", "x", 3, 4, TokenKind.WORD).span == (3, 4)
