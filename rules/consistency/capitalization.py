"""A common noun after a name, with a capital in one place and without in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.rule import BODY, Bad, Finding, Good, Guarded, Page, Safety, Severity, Token, rule

from ._known import is_ordinary

_LONGEST = 4
_AFTER_ANY_NAME = frozenset(
    "oblast raion voivodeship prefecture governorate canton emirate krai okrug hromada municipality".split()
)
_NOUNS = _AFTER_ANY_NAME | frozenset(
    "accord accords act administration agreement airport amendment barracks base basin bay border bridge campaign canal "
    "caucus coast commission committee congress convention council county court crisis dam deal declaration delta desert "
    "district doctrine dream dynasty embassy empire euro event forest foundation front government gulf harbor harbour "
    "hospital inquiry institute island islands isthmus lake mountains massacre memo ministry mission monarchy movement "
    "museum operation paper papers parish parliament party peninsula people plan plant plateau poll port primary project "
    "protocol province railway reactor region report republic reservoir revolution river sea sound square state strait "
    "stadium summit territory tower treaty trial tribunal university valley war zone".split()
)


class _Phrase(NamedTuple):
    """The nouns after a name: prose offsets, and whether they have capitals."""

    start: int
    end: int
    capital: bool


@rule(
    "consistency/capitalization",
    severity=Severity.SUGGESTION,
    why="Oblast or oblast, Party or party: either may be house style, but not both in one story.",
    when_not="Where the one is the full proper name and the other a description, as in “the Kent County jury” "
    "and “a Kent county lane”, and where a title or a document is cited as it is set.",
    fix="Sets the rarer form as the more frequent one. Unsafe: the proper name may want its capital.",
    source="PerfectIt, “Capitalization of Phrases”; AP Stylebook, “capitalization”: common nouns in proper names",
    scope=BODY,
    touches=[Guarded.NAME],
    bad=[
        Bad(
            "Shelling hit Polyvka ⟦Oblast⟧ at dawn. Trains left the Polyvka oblast, and the Mirsk oblast took them in.",
            fixed="Shelling hit Polyvka oblast at dawn. Trains left the Polyvka oblast, "
            "and the Mirsk oblast took them in.",
        ),
        Bad(
            "The Ostrova Nuclear Power Plant is shut. Workers left the Ostrova Nuclear Power Plant on foot. "
            "The Ostrova ⟦nuclear power plant⟧ had six reactors.",
            fixed="The Ostrova Nuclear Power Plant is shut. Workers left the Ostrova Nuclear Power Plant on foot. "
            "The Ostrova Nuclear Power Plant had six reactors.",
        ),
        Bad(
            "She read the Hallam report. He, too, had read the Hallam report. Nobody quoted the Hallam ⟦Report⟧.",
            fixed="She read the Hallam report. He, too, had read the Hallam report. Nobody quoted the Hallam report.",
        ),
    ],
    good=[
        Good("The Polyvka oblast is quiet, and so is the Mirsk oblast. Oblast chiefs met."),
        Good("Kent County pays for it. The county has no other plan, the Kent County Council said."),
        Good("The Russian ambassador left. Russian Ambassador Ilya Petrenko had no comment."),
        Good("The city council met. The Fairlea City Council had not met for a year."),
        Good("“The Mirsk oblast is lost,” he said. Troops crossed Mirsk Oblast and dug in across Mirsk Oblast."),
        Good("The American people voted. “American People” is the title of her novel."),
        Good("Trump Tower Moscow was a plan, and Hallam tower was a ruin."),
    ],
)
def capitalization(page: Page) -> Iterator[Finding]:
    """A noun that stands after a name with a capital here and without one elsewhere."""
    groups: dict[str, list[_Phrase]] = defaultdict(list)
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for name in page.document.capitalized_in(sentence):
            for key, phrase in _phrases(tokens, name - sentence.first + 1):
                groups[key].append(phrase)
    reported: set[int] = set()
    for phrases in groups.values():
        capital = [p for p in phrases if p.capital]
        small = [p for p in phrases if not p.capital]
        if not capital or not small:
            continue
        few, many = (capital, small) if len(capital) <= len(small) else (small, capital)
        for phrase in few:
            if phrase.start not in reported:
                reported.add(phrase.start)
                yield _finding(page, phrase, many[0], f"{len(few)} to {len(many)}")


def _phrases(tokens: Sequence[Token], i: int) -> Iterator[tuple[str, _Phrase]]:
    """The groups to which the nouns after the name before token i belong."""
    if i == len(tokens):
        return
    name, first = tokens[i - 1], tokens[i]
    if name.shouted or is_ordinary(name.norm) or not first.is_word:
        return
    for at in range(i, min(i + _LONGEST, len(tokens))):
        if not _goes_on(tokens[at - 1], tokens[at], first.capitalized):
            break
        if tokens[at].norm in _NOUNS and not _runs_into_name(tokens, at):
            after_any = at == i and first.norm in _AFTER_ANY_NAME
            key = first.norm if after_any else " ".join(t.norm for t in tokens[i - 1 : at + 1])
            yield key, _Phrase(first.start, tokens[at].end, first.capitalized)


def _goes_on(before: Token, token: Token, capital: bool) -> bool:
    alike = token.is_word and not token.shouted and token.capitalized is capital
    return alike and token.start - before.end == 1 and (is_ordinary(token.norm) or token.norm in _NOUNS)


def _runs_into_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a part of a longer name: the Fairlea City Council Chamber."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.is_word and following.capitalized and tokens[at].capitalized


def _finding(page: Page, phrase: _Phrase, other: _Phrase, counts: str) -> Finding:
    text = page.text[phrase.start : phrase.end]
    right = _as(text, other.capital)
    return page.finding(
        phrase.start,
        phrase.end,
        f"“{text}” here, “{right}” elsewhere ({counts}).",
        fixes=[page.replace(phrase.start, phrase.end, right, safety=Safety.UNSAFE)],
        related=[page.related(other.start, other.end, f"set as “{right}” here")],
    )


def _as(text: str, capital: bool) -> str:
    return " ".join(w[:1].upper() + w[1:] for w in text.split()) if capital else text.lower()
