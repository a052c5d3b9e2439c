"""A word with two accepted spellings set in both."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import COPY, Bad, BlockKind, Finding, Good, Page, Safety, Severity, rule

from ._known import is_ordinary

_ENDINGS = r"(?:e|ed|es|ing|ation|ations|er|ers)"
_IZE = re.compile(rf"([a-z]{{3,}}i)([sz])({_ENDINGS})")
_BRACES = re.compile(r"\{([^{}]*)\}")
_NO_SUFFIX = frozenset(
    "capsize capsized capsizes capsizing downsize downsized downsizing resize resized resizing oversize oversized "
    "undersized supersize supersized midsize midsized outsize outsized prize prized prizes prizing seize seized seizes "
    "seizing size sized sizes sizing citizen".split()
)


class _Variant(NamedTuple):
    """A spelling: what must agree with it (one word, or a family of words), its side, and the other spelling."""

    group: str
    side: int
    other: str


class _Use(NamedTuple):
    """A place of a spelling, in prose offsets."""

    start: int
    end: int
    variant: _Variant


@rule(
    "consistency/spelling",
    severity=Severity.WARNING,
    why="Adviser and advisor are both right, and a story that has both looks unedited.",
    when_not="In quotations and names, and where the two are kept apart on purpose.",
    fix="Sets the rarer spelling as the more frequent one; where they are even, the later as the first. "
    "Unsafe: the house may want the rarer.",
    source="PerfectIt, “Spelling variations”; AP Stylebook, “adviser”, “email”; BBC News style guide, “spelling”",
    scope=COPY - {BlockKind.BYLINE},
    about_words=True,
    bad=[
        Bad(
            "An adviser left. A second adviser stayed. The third ⟦advisor⟧ wavered.",
            fixed="An adviser left. A second adviser stayed. The third adviser wavered.",
        ),
        Bad(
            "They organised a march and realised it was late; nobody had ⟦recognized⟧ the street.",
            fixed="They organised a march and realised it was late; nobody had recognised the street.",
        ),
        Bad("The gray wall met a ⟦grey⟧ sky.", fixed="The gray wall met a gray sky."),
        Bad(
            "The color of honor is red. ⟦Colours⟧ fade.",
            fixed="The color of honor is red. Colors fade.",
        ),
        Bad("She travelled for years, then ⟦canceled⟧ it.", fixed="She travelled for years, then cancelled it."),
        Bad(
            "About 4 percent agreed. The rest, 96 ⟦per cent⟧, did not.",
            fixed="About 4 percent agreed. The rest, 96 percent, did not.",
        ),
    ],
    good=[
        Good("An adviser left, and other advisers stayed."),
        Good("“My advisor says so,” she said. Her adviser nodded."),
        Good("The World Health Organisation met to organize relief."),
        Good("They seized the prize; the size was a surprise. They advised us to exercise and to recognize it."),
        Good("The Labour Party backs labor law."),
        Good("The organized march was otherwise precise, and the televised rise surprised nobody."),
        Good("The meter ran for a while among the centers of the town."),
    ],
)
def spelling(page: Page) -> Iterator[Finding]:
    """The rarer spelling of a word, or a family of words, that the draft spells in two ways."""
    at_issue = _at_issue(page)
    if not at_issue:
        return
    groups: dict[str, list[_Use]] = defaultdict(list)
    for use in _uses(page):
        if use.variant.group in at_issue:
            groups[use.variant.group].append(use)
    for group, uses in groups.items():
        sides = [[u for u in uses if u.variant.side == side] for side in (0, 1)]
        if not all(sides):
            continue
        few, many = sorted(sides, key=lambda side: (len(side), -side[0].start))
        for use in few:
            yield _finding(page, group, use, few, many)


def _at_issue(page: Page) -> set[str]:
    """The groups of which the draft may hold both sides: told from its words alone, as hardly any draft does."""
    words = {t.norm for t in page.document.tokens}
    words |= {"per cent"} if "cent" in words else set()
    words |= {"web site", "web sites"} if "web" in words else set()
    sides: dict[str, set[int]] = defaultdict(set)
    for word in words:
        variant = _variants().get(word) or _ize(word)
        if variant is not None:
            sides[variant.group].add(variant.side)
    return {group for group, held in sides.items() if len(held) > 1}


def _uses(page: Page) -> Iterator[_Use]:
    """The spellings of the draft outside quotations and names, in order."""
    table = _variants()
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for i, token in enumerate(tokens):
            if not token.is_word or (token.capitalized and i > 0 and token.text != "OK"):
                continue
            word, end = token.norm, token.end
            if word == "per" and i + 1 < len(tokens) and tokens[i + 1].norm == "cent":
                word, end = "per cent", tokens[i + 1].end
            elif word == "web" and i + 1 < len(tokens) and tokens[i + 1].norm in ("site", "sites"):
                word, end = f"web {tokens[i + 1].norm}", tokens[i + 1].end
            variant = table.get(word) or _ize(word)
            if variant is not None and not page.in_quotation(token.start, token.end):
                yield _Use(token.start, end, variant)


def _ize(word: str) -> _Variant | None:
    """The -ize or -ise of a word that may have either."""
    match = _IZE.fullmatch(word) if "is" in word or "iz" in word else None
    if match is None or word in _NO_SUFFIX:
        return None
    stem, letter, ending = match.groups()
    if not is_ordinary(f"{stem}z{ending}"):
        return None
    other = f"{stem}{'s' if letter == 'z' else 'z'}{ending}"
    return _Variant("-ize", 0 if letter == "z" else 1, other)


@lru_cache(maxsize=1)
def _variants() -> Mapping[str, _Variant]:
    table = tomllib.loads(Path(__file__).with_name("_spelling.toml").read_text(encoding="utf-8"))
    rows = [(row[0], row) for row in table["words"]]
    rows += [(family, row) for family, members in table["systems"].items() for row in members]
    found: dict[str, _Variant] = {}
    for group, (left, right) in rows:
        for one, other in zip(_forms(left), _forms(right), strict=True):
            found[one.lower()] = _Variant(group, 0, other)
            found[other.lower()] = _Variant(group, 1, one)
    return found


def _forms(word: str) -> list[str]:
    match = _BRACES.search(word)
    if match is None:
        return [word]
    return [word[: match.start()] + ending + word[match.end() :] for ending in match[1].split(",")]


def _finding(page: Page, group: str, use: _Use, few: list[_Use], many: list[_Use]) -> Finding:
    text = page.text[use.start : use.end]
    right = use.variant.other
    if text[0].isupper() and right != "OK":
        right = right[0].upper() + right[1:]
    seen = page.text[many[0].start : many[0].end]
    return page.finding(
        use.start,
        use.end,
        f"“{text}” here, but “{seen}” elsewhere ({len(few)} to {len(many)}): keep to one spelling.",
        fixes=[page.replace(use.start, use.end, right, safety=Safety.UNSAFE)],
        related=[page.related(many[0].start, many[0].end, f"“{seen}” here")],
        confidence=0.9,
    )
