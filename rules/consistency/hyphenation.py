"""A compound set solid in one place and with a hyphen, or as two words, in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Safety, Severity, rule

_SHORTEST_SOLID = 6
_DIFFERENT_WORDS = frozenset(
    "recover recovered recovering resign resigned resigning reform reformed reforming recreation recreate recreated resent "
    "release released remark remarked repress repressed represent treat retreat reserve reserved resort resorted rebound "
    "onetime recollect reposition preposition relay unionized coop react recount recounts resound restrain prove deice".split()
)
"""Solid forms that are other words than the ones with a hyphen."""


@dataclass(frozen=True, slots=True)
class _Use:
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
    for key, use in _uses(page):
        if key in at_issue:
            compounds[key].append(use)
    for key, uses in compounds.items():
        if len({use.dress for use in uses}) > 1 and any(use.dress == key for use in uses):
            yield from _findings(page, uses)


def _at_issue(page: Page) -> set[str]:
    """Solid forms of which the draft may hold another: told from its words alone, as few drafts do."""
    words = {t.norm for t in page.document.tokens if len(t.norm) >= _SHORTEST_SOLID or "-" in t.norm}
    parted = {w.replace("-", "") for w in words if w.count("-") == 1}
    parted |= {w.replace(" ", "") for w in _open_compounds()}
    return (parted & words) - _DIFFERENT_WORDS


def _uses(page: Page) -> Iterator[tuple[str, _Use]]:
    """Words that may be one part of a pair, by their letters."""
    open_compounds = _open_compounds()
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for i, token in enumerate(tokens):
            if not token.is_word or (token.capitalized and i > 0) or page.in_quotation(token.start, token.end):
                continue
            if "-" in token.norm:
                if token.norm.count("-") == 1 and all(len(part) > 1 for part in token.norm.split("-")):
                    yield token.norm.replace("-", ""), _Use(token.start, token.end, token.norm)
                continue
            if len(token.norm) >= _SHORTEST_SOLID and token.norm.isalpha():
                yield token.norm, _Use(token.start, token.end, token.norm)
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following is not None and following.is_word and f"{token.norm} {following.norm}" in open_compounds:
                words = f"{token.norm} {following.norm}"
                yield words.replace(" ", ""), _Use(token.start, following.end, words)


@lru_cache(maxsize=1)
def _open_compounds() -> frozenset[str]:
    lines = Path(__file__).with_name("_open_compounds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _findings(page: Page, uses: list[_Use]) -> Iterator[Finding]:
    by_dress: dict[str, list[_Use]] = defaultdict(list)
    for use in sorted(uses, key=lambda u: u.start):
        by_dress[use.dress].append(use)
    best = max(by_dress, key=lambda dress: (len(by_dress[dress]), -by_dress[dress][0].start))
    kept = by_dress[best]
    for dress, few in by_dress.items():
        if dress == best or (" " in best and "-" in dress) or ("-" in best and " " in dress):
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
