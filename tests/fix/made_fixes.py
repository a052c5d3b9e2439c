"""Findings and fixes made to order, and hypothesis strategies that make them at random."""

from __future__ import annotations

from hypothesis import strategies as st

from lint.finding import Context, Edit, Finding, Fix, Safety, Severity
from lint.text.span import Position

RULES = ("made/a", "made/b", "made/c", "other/a")


def found(*edits: tuple[int, int, str], rule: str = "made/a", safety: Safety = Safety.SAFE) -> Finding:
    """A finding with one fix of these edits."""
    start, end = (edits[0][0], edits[-1][1]) if edits else (0, 0)
    fixes = (Fix("mend", tuple(Edit(*edit) for edit in edits), safety),)
    return Finding(
        rule, Severity.WARNING, "made", Position(start, 1, start + 1), Position(end, 1, end + 1), "", Context("", ""),
        fixes=fixes,
    )  # fmt: skip


PIECES = (
    "the the", " ", "  ", "\n", "\r\n", "\r", "\n\n", "\x00", "é", "e\u0301", "🍜", "👩\u200d🚒", "\u200e", "\u200f", "\u202e",
    "שלום", "東京", "“", "”", "‘", "’", '"', "'", "let", "left", "Ida Marsh", "42", "\u00a0", "\u2028", "\ufeff", "-", "",
)  # fmt: skip
_WORDS = st.sampled_from(PIECES)
TEXTS = st.lists(_WORDS, max_size=30).map("".join)
LATIN_TEXTS = st.lists(
    st.sampled_from(("the the", " ", "\n", "\r\n", "\r", "\x00", "é", "ß", "let", "42", '"', "'", "½", "")), max_size=30
).map("".join)


@st.composite
def edits_in(draw: st.DrawFn, length: int, words: st.SearchStrategy[str]) -> tuple[tuple[int, int, str], ...]:
    """One to three edits, in order and apart."""
    points = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6)))
    pairs = zip(points[::2], points[1::2], strict=False)
    return tuple((start, end, draw(words)) for start, end in dict.fromkeys(pairs))


@st.composite
def findings_in(draw: st.DrawFn, text: str, words: st.SearchStrategy[str]) -> list[Finding]:
    """Findings of several rules, some of them clashing, some alike."""
    made = st.builds(
        lambda edits, rule, safety: found(*edits, rule=rule, safety=safety),
        edits_in(len(text), words),
        st.sampled_from(RULES),
        st.sampled_from(Safety),
    )
    return draw(st.lists(made, max_size=8))


@st.composite
def drafts_with_findings(
    draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS, words: st.SearchStrategy[str] = _WORDS
) -> tuple[str, list[Finding]]:
    """A draft and findings in it."""
    text = draw(texts)
    return text, draw(findings_in(text, words))
