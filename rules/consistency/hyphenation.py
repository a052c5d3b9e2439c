"""A compound set solid in one place and with a hyphen, or as two words, in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Safety, Severity, Token, rule

_SHORTEST_SOLID = 6
_JOINED_BEFORE_NOUNS = ("care", "making", "keeping", "raising", "funding")
_DIFFERENT_WORDS = frozenset(
    "recover recovered recovering resign resigned resigning reform reformed reforming recreation recreate recreated resent "
    "release released remark remarked repress repressed represent treat retreat reserve reserved resort resorted rebound "
    "onetime recollect reposition preposition relay unionized coop react recount recounts resound restrain prove deice".split()
)
"""Solid forms that are other words than the ones with a hyphen."""


class _Use(NamedTuple):
    """A compound at prose offsets; `dress` is its letters as they are joined."""

    start: int
    end: int
    dress: str


@rule(
    "consistency/hyphenation",
    severity=Severity.WARNING,
    why="Policymaker, policy-maker and policy maker are one word in three dresses. A story wears one.",
    when_not="In quotations and names; where the hyphen only joins the words before a noun, "
    "as in health-care costs; and where it parts two meanings, as in re-sign and resign.",
    fix="Sets the rarer form as the more frequent one; where they are even, the later as the first. "
    "Unsafe: the dictionary of the house may want the rarer.",
    source="PerfectIt, “Hyphenation of Words” and “Hyphenation of Phrases”; AP Stylebook, “hyphen”",
    scope=COPY - {BlockKind.BYLINE},
    about_words=True,
    bad=[
        Bad(
            "One policymaker agreed. Another policymaker did not. No ⟦policy-maker⟧ voted.",
            fixed="One policymaker agreed. Another policymaker did not. No policymaker voted.",
        ),
        Bad(
            "Health care costs more. Nurses say health care is poor, and ⟦healthcare⟧ unions agree.",
            fixed="Health care costs more. Nurses say health care is poor, and health care unions agree.",
        ),
        Bad(
            "The cease-fire held for a day. The ⟦ceasefire⟧ ended at dawn.",
            fixed="The cease-fire held for a day. The cease-fire ended at dawn.",
        ),
        Bad(
            "Two law-makers agreed. Other law-makers left, and the ⟦law makers⟧ slept.",
            fixed="Two law-makers agreed. Other law-makers left, and the law-makers slept.",
        ),
        Bad(
            "Nonprofit groups paid, and nonprofit shops gave. ⟦Non-profit⟧ theaters sold seats.",
            fixed="Nonprofit groups paid, and nonprofit shops gave. Nonprofit theaters sold seats.",
        ),
    ],
    good=[
        Good("The player will re-sign in May, or resign in June."),
        Good("Health care is dear. Health-care unions struck."),
        Good("“The cease-fire is over,” he said. The ceasefire had lasted a day."),
        Good("A well-known man is well known here."),
        Good("The policymaker and other policymakers agreed."),
        Good("The U.N. Cease-Fire Commission met. The ceasefire held."),
    ],
)
def hyphenation(page: Page) -> Iterator[Finding]:
    """The rarer form of a compound that the draft sets in two ways."""
    at_issue = _at_issue(page)
    if not at_issue:
        return
    compounds: dict[str, list[_Use]] = defaultdict(list)
    for key, use in _uses(page, at_issue):
        compounds[key].append(use)
    for key, uses in compounds.items():
        dresses = {use.dress for use in uses}
        if len(dresses) > 1 and (key in dresses or not key.endswith(_JOINED_BEFORE_NOUNS)):
            yield from _findings(page, uses, key)


def _at_issue(page: Page) -> set[str]:
    """Solid forms of which the draft may hold another: told from its words alone, as few drafts do."""
    words = {t.norm for t in page.document.tokens}
    hyphened = {w.replace("-", "") for w in words if w.count("-") == 1}
    parted = {f.replace(" ", "") for f in _open_compounds() if words.issuperset(f.split())}
    two_ways = (hyphened & words) | (parted & words) | (hyphened & parted)
    return {w for w in two_ways if len(w) >= _SHORTEST_SOLID} - _DIFFERENT_WORDS


def _uses(page: Page, at_issue: set[str]) -> Iterator[tuple[str, _Use]]:
    """The forms of these words outside quotations and names, by their letters."""
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for i, token in enumerate(tokens):
            for dress, end in _forms_at(tokens, i):
                key = dress.replace("-", "").replace(" ", "")
                named = token.capitalized and i > 0
                if key in at_issue and not named and not page.in_quotation(token.start, end):
                    yield key, _Use(token.start, end, dress)


def _forms_at(tokens: Sequence[Token], i: int) -> Iterator[tuple[str, int]]:
    """The word at i, and with the next one where the two are a compound; where each ends."""
    token = tokens[i]
    if not token.is_word:
        return
    yield token.norm, token.end
    if i + 1 < len(tokens):
        words = f"{token.norm} {tokens[i + 1].norm}"
        if words in _open_compounds():
            yield words, tokens[i + 1].end


@lru_cache(maxsize=1)
def _open_compounds() -> frozenset[str]:
    lines = Path(__file__).with_name("_open_compounds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _findings(page: Page, uses: list[_Use], key: str) -> Iterator[Finding]:
    by_dress: dict[str, list[_Use]] = defaultdict(list)
    for use in sorted(uses, key=lambda u: u.start):
        by_dress[use.dress].append(use)
    best = max(by_dress, key=lambda dress: (len(by_dress[dress]), -by_dress[dress][0].start))
    kept = by_dress[best]
    for dress, few in by_dress.items():
        if dress == best or (key not in (dress, best) and key.endswith(_JOINED_BEFORE_NOUNS)):
            continue
        for use in few:
            yield _finding(page, use, best, kept, len(few))


def _finding(page: Page, use: _Use, best: str, kept: list[_Use], few: int) -> Finding:
    text = page.text[use.start : use.end]
    right = best[0].upper() + best[1:] if text[0].isupper() else best
    return page.finding(
        use.start,
        use.end,
        f"“{text}” here, but “{best}” elsewhere ({few} to {len(kept)}): keep to one form.",
        fixes=[page.replace(use.start, use.end, right, safety=Safety.UNSAFE)],
        related=[page.related(kept[0].start, kept[0].end, f"“{best}” here")],
        confidence=0.9,
    )
