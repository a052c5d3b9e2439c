"""Whether two phrases mean one: "the poll" and a survey, "the Russian ministry" and Russia's, a surname and a relative's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from . import lexicon as words
from .entries import Entry, unsuffixed
from .gazetteer import COUNTRY_OF
from .names import SUFFIXES, Names, Proper, gender
from .phrases import Mention
from .records import SpeakerKind
from .spellings import bare, given
from .units import Unit

_KIN_WITHIN = 5
_SAME_PAPERS = (
    frozenset(["poll", "survey"]),
    frozenset(["study", "report", "analysis", "research", "paper"]),
    frozenset(["lawsuit", "suit", "complaint", "filing"]),
    frozenset(["letter", "memo", "email", "e-mail", "message"]),
)
"""Nouns that may go on for the same document."""


def paper(entries: Sequence[Entry], last: Entry | None, head: str, phrase: str) -> Entry | None:
    """The document that "the poll" goes back to, which may have been called a survey."""
    lowered = phrase.lower().split()
    kin = next((k for k in _SAME_PAPERS if head in k), frozenset([head]))
    papers = [e for e in entries if e.kind is SpeakerKind.DOCUMENT and e.heads & kin]
    if len(lowered) == 2 or (len(lowered) == 3 and lowered[1] in ("full", "same")):
        exact = [e for e in papers if head in e.heads]
        return max(exact or papers, key=lambda e: (e is last, e.last_seen), default=None)
    named = any(word[:1].isupper() for word in phrase.split()[1:])
    if named and len(papers) == 1 and not any(word[:1].isupper() for word in papers[0].shown.split()[1:]):
        papers[0].shown = phrase
        return papers[0]
    return None


def of_country(nouns: Mapping[tuple[str, str], Entry], head: str, lowered: Sequence[str]) -> Entry | None:
    """The body that "the Russian ministry" goes back to where it was called Russia's before, or the other way round."""
    asked = _plainly(lowered)
    if head not in words.ORG_NOUNS or asked.isdisjoint(COUNTRY_OF.values()):
        return None
    held = [e for (noun, _), e in nouns.items() if noun == head and e.kind is SpeakerKind.INSTITUTION]
    return next((e for e in held if _plainly(e.shown.lower().split()) == asked), None)


def _plainly(lowered: Sequence[str]) -> frozenset[str]:
    """The words of a phrase with countries for their people, "the" and possessive endings left out."""
    plain = (bare(w.replace("\u2019", "'")) for w in lowered if w not in words.DETERMINERS)
    return frozenset(COUNTRY_OF.get(w, w) for w in plain)


def sharing(propers: Sequence[Proper], names: Names) -> dict[int, Proper]:
    """Names of one word that the name after "and" gives a surname, by their first tokens: "Ann and Tom Lee"."""
    surnames = {p.surname for p in propers if len(p.words) > 1}
    alone = {bare(p.words[0]) for p in propers if len(p.words) == 1}
    found: dict[int, Proper] = {}
    for left, right in pairwise(propers):
        people = left.kind is right.kind is SpeakerKind.PERSON and not (left.title or right.title)
        lengths = len(left.words) == 1 and len(right.words) == 2
        if not (people and lengths) or left.possessive or not names.joined(left, right):
            continue
        first, other = left.words[0], right.words[0]
        pair = other in alone or (given(first) and gender(right.words) not in ("", gender((first, ""))))
        if pair and first not in surnames:
            surname = right.shown.split()[-1]
            shown = f"{left.shown} {surname}".removesuffix("'s").removesuffix("\u2019s")
            found[left.core] = left._replace(words=(first, bare(right.words[-1])), shown=shown)
    return found


def _told_as_kin(proper: Proper, unit: Unit) -> bool:
    """Whether a relative's noun stands right before a name: "the mayor's daughter and son-in-law, Ann Lee and Tom Cole"."""
    first = unit.item_at(proper.first)
    near = [unit.norm(first - k) for k in range(1, _KIN_WITHIN)]
    return near[0] == "," and any(n in words.KIN or n.endswith("-in-law") for n in near)


def of_another(full: Sequence[tuple[Proper, Mention]], names: Sequence[tuple[Proper, Unit]]) -> frozenset[str]:
    """Surnames that stand alone before a full name that is a relative's: Lee, then "his wife, Ann Lee" or "Tom Lee Jr."."""
    alone: dict[str, int] = {}
    for proper, _ in names:
        if len(proper.words) == 1:
            alone.setdefault(bare(proper.words[0]), proper.first)
    found: set[str] = set()
    met: set[str] = set()
    units = {proper.core: unit for proper, unit in names}
    for proper, mention in full:
        name = tuple(bare(w) for w in proper.words)
        surname = unsuffixed(name)[-1]
        kin = name[-1] in SUFFIXES or bool(
            words.KIN & {w.strip(".,").lower() for w in f"{mention.title} {mention.aside}".split()}
        )
        kin = kin or _told_as_kin(proper, units[proper.core])
        if surname not in met and kin and alone.get(surname, proper.first) < proper.first:
            found.add(surname)
        met.add(surname)
    return frozenset(found)
