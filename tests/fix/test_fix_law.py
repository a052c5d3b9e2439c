"""The fix law, on random drafts under random rules."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_fixes import LATIN_TEXTS, RULES, drafts_with_findings, found

from lint import policy
from lint.finding import Edit, Finding, Fix, Safety, Severity
from lint.fixer import apply, choose, settle
from lint.page import Page
from lint.readers import read
from lint.rule import Bad, Good, Guarded, Quotes, Rule
from lint.text.source import Source

MANY = settings(max_examples=int(os.environ.get("COPYDESK_TEST_DRAFTS", "250")))


def edits_of(chosen: Sequence[tuple[Finding, Fix]]) -> list[Edit]:
    return [edit for _, fix in chosen for edit in fix.edits]


@MANY
@given(drafts_with_findings(), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(case: tuple[str, list[Finding]], shuffler: random.Random) -> None:
    text, findings = case
    shuffled = findings[:]
    shuffler.shuffle(shuffled)
    chosen = choose(findings, unsafe=True)
    assert chosen == choose(shuffled, unsafe=True)
    assert apply(text, edits_of(chosen)) == apply(text, edits_of(chosen[::-1]))


@MANY
@given(drafts_with_findings())
def test_each_fix_is_made_whole_or_clashes_with_one_that_is(case: tuple[str, list[Finding]]) -> None:
    _, findings = case
    made = [fix for _, fix in choose(findings, unsafe=True)]
    edits = [edit for fix in made for edit in fix.edits]
    for finding in findings:
        fix = finding.fixes[0]
        if fix.safety is Safety.SHOW:
            assert fix not in made
        elif fix not in made:
            assert any(_clash(edit, other) for edit in fix.edits for other in edits)


def _clash(one: Edit, other: Edit) -> bool:
    """Written apart from the code under test: character by character and gap by gap."""
    characters = set(range(one.start, one.end)) & set(range(other.start, other.end))
    gaps = [{e.start} if e.start == e.end else set() for e in (one, other)]
    reach = [set(range(e.start, e.end + 1)) for e in (one, other)]
    return bool(characters or gaps[0] & reach[1] or gaps[1] & reach[0])


@MANY
@given(drafts_with_findings())
def test_what_no_edit_names_stays_as_it_is(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    edits = sorted(edits_of(choose(findings)), key=lambda e: (e.start, e.end))
    rest, at = apply(text, edits), 0
    for edit in edits:
        kept = text[at : edit.start]
        assert rest.startswith(kept + edit.text)
        rest, at = rest[len(kept) + len(edit.text) :], edit.end
    assert rest == text[at:]


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("iso8859-1", b""),
    ("cp1252", b""),
]


@pytest.mark.parametrize(("encoding", "bom"), ENCODINGS)
@settings(max_examples=100)
@given(drafts_with_findings(LATIN_TEXTS, st.sampled_from(("the", "\r\n", "é", "", "½"))))
@example(("the the\r\nend", [found((3, 7, ""))]))
@example(("a\x00the the\rend", [found((5, 9, ""))]))
@example(("the the", [found((3, 7, ""))]))
def test_every_byte_that_no_edit_names_stays_in_every_encoding(
    encoding: str, bom: bytes, case: tuple[str, list[Finding]]
) -> None:
    text, findings = case
    data = bom + text.encode(encoding)
    source = Source.from_bytes(data, encoding=encoding)
    edits = sorted(edits_of(choose(findings)), key=lambda e: (e.start, e.end))
    rest, at = source.to_bytes(apply(source.text, edits)), len(bom)
    assert rest.startswith(bom)
    rest = rest[len(bom) :]
    for edit in edits:
        start = len(bom) + len(text[: edit.start].encode(encoding))
        kept = data[at:start] + edit.text.encode(encoding)
        assert rest.startswith(kept)
        rest, at = rest[len(kept) :], len(bom) + len(text[: edit.end].encode(encoding))
    assert rest == data[at:]


# rules at random: each swaps words for others, so some settle, some loop, some grow, some clash

WORD = st.sampled_from(["a", "b", "ab", "ba", "aa", "abc", "", " ", "🍜", "e\u0301", "\r\n", "\u200f"])
SWAPS = st.lists(st.tuples(st.sampled_from(RULES), WORD.filter(bool), WORD), min_size=1, max_size=4)
SMALL = st.text(alphabet="ab \r\n🍜e\u0301\u200f\x00", max_size=24)


def swapping(swaps: Sequence[tuple[str, str, str]]) -> Callable[[str], list[Finding]]:
    def check(text: str) -> list[Finding]:
        return [
            found((m.start(), m.end(), new), rule=rule)
            for rule, old, new in swaps
            for m in re.finditer(re.escape(old), text)
        ]

    return check


@MANY
@given(SMALL, SWAPS)
@example("a", [("made/a", "a", "b"), ("made/b", "b", "a")])
@example("a", [("made/a", "a", "aa")])
def test_fixing_twice_changes_nothing_more(text: str, swaps: list[tuple[str, str, str]]) -> None:
    settled = settle(text, swapping(swaps))
    assert settle(settled.text, swapping(swaps)).text == settled.text
    assert settled.rounds <= 10
    assert settled.looping or not [f for f, _ in choose(swapping(swaps)(settled.text)) if _changes(f, settled.text)]


def _changes(finding: Finding, text: str) -> bool:
    return apply(text, finding.fixes[0].edits) != text


@MANY
@given(SMALL, SWAPS)
def test_what_does_not_settle_is_as_it_was_and_names_rules(text: str, swaps: list[tuple[str, str, str]]) -> None:
    settled = settle(text, swapping(swaps))
    if settled.looping:
        assert settled.text == text
        assert set(settled.looping) <= {rule for rule, _, _ in swaps}
    else:
        assert bool(settled.applied) == (settled.text != text)


@MANY
@given(SMALL, SWAPS, st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(
    text: str, swaps: list[tuple[str, str, str]], shuffler: random.Random
) -> None:
    shuffled = swaps[:]
    shuffler.shuffle(shuffled)
    assert settle(text, swapping(swaps)) == settle(text, swapping(shuffled))


# quotations, through the guard

FIXER = Rule(
    "made/a", Severity.WARNING, "Made for a test.", "", "", "", check=lambda page: (), bad=(Bad("x"),), good=(Good("y"),),
    touches=frozenset(Guarded), quotes=Quotes.SHOW,
)  # fmt: skip
VOICE = st.sampled_from(
    ["the the day", "they said", " ", "  ", ",", " – ", "let us go", "42", "Ida Marsh", ". ", "🍜", "e\u0301", "\u00a0"]
)
SAID = st.lists(VOICE, min_size=1, max_size=4).map("".join)
LINES = st.lists(
    st.one_of(SAID, SAID.map(lambda s: f" “{s}” "), SAID.map(lambda s: f' "{s}" '), SAID.map(lambda s: f" «{s}», ")),
    min_size=1,
    max_size=5,
).map("".join)
NEWS = st.lists(LINES, min_size=1, max_size=4).map("\n\n".join)


@MANY
@given(NEWS, st.integers(0, 2**32), st.sampled_from(["plain", "markdown"]))
def test_no_word_inside_a_quotation_is_ever_changed(text: str, seed: int, format: str) -> None:
    """Fixes at random, round upon round, by a rule that may touch all else."""

    def check(now: str) -> Sequence[Finding]:
        document = read(Source(now), format)
        page = Page(document, FIXER)
        chance = random.Random(f"{seed} {now}")
        findings = [page.finding_in_source(0, 0, f"{i}", fixes=[fix]) for i, fix in enumerate(_fixes(now, chance))]
        decision = policy.decide(
            document, findings, {FIXER.name: FIXER}, everything_ran=True, accepted=frozenset(),
            min_severity=Severity.SUGGESTION, baseline=None, path="",
        )  # fmt: skip
        assert not decision.problems
        return decision.findings

    quoted = _quoted(text, format)
    now = text
    for _ in range(3):
        now = apply(now, edits_of(choose(check(now))))
        if format == "plain":
            assert _quoted(now, format) == quoted
        at = 0
        for words in quoted:  # in Markdown white space at a line's start may make code of a quotation, or prose of it
            assert words in now[at:]
            at = now.index(words, at)


def _fixes(text: str, chance: random.Random) -> list[Fix]:
    """Swaps, deletions and insertions within a line that leave quotation marks where they are."""
    fixes = []
    for _ in range(6):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice([0, 0, 1, 2, 5]))
        if not set(text[start:end]) & set('“”"«»\n'):
            fixes.append(Fix("mend", (Edit(start, end, chance.choice(["", " ", "x", "two words", "é", ", "])),)))
    return fixes


def _quoted(text: str, format: str) -> list[str]:
    document = read(Source(text), format)
    return [document.text[q.inner.start : q.inner.end] for q in document.quotations]
