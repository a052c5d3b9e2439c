"""From attributions to statements: which quotation is whose, and what is said in the writer's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text.document import Document
from ..text.quotations import Quotation
from ..text.span import Span
from ..text.tokens import Token
from .attributed import Attribution
from .clauses import finite_soon, past_when, reports
from .entries import Entry
from .extents import spans
from .lexicon import AUXILIARIES, DETERMINERS, ISSUED, MODALS, PRONOUNS
from .records import Found, Manner
from .sides import conditional, opens_aside, parts, runs_on, told_in
from .units import Unit
from .verbs import ANSWERING

LONG = 5
"""From so many words on, what stands in marks is somebody's words wherever it stands."""

_NAMES_WHAT_FOLLOWS = frozenset(
    "called titled entitled dubbed named nicknamed known termed slogan phrase term word words hashtag song film "
    "book show "
    "novel album movie series column article essay chapter episode headlined labeled labelled so-called".split()
)
_TITLED = frozenset("titled entitled headlined".split())
_WORKS = frozenset(
    "song film book show novel album movie series documentary play memoir bestseller report study paper essay "
    "column article op-ed podcast episode album poem speech lecture sermon talk novella single trilogy".split()
)
_ON_AIR = frozenset("on to for of with".split())
_SMALL = frozenset("a an the of and or in on at by for from to with but as is it".split())
_KNOWN_AS = frozenset("known billed dubbed nicknamed".split())
_TITLE_MOST = 9
_LONG_TITLE = 20
_LEAST = 3
_RELATIVE = 40
_FAR = 6
_COMMENTS = frozenset("put puts called calls termed terms described describes phrased".split())
_TALKS = frozenset("speak speaks spoke spoken".split())
_WRITES = frozenset("wrote writes written writing posted posts sent published".split())
_CALLING = frozenset("calling describing labeling labelling branding dubbing denouncing deriding dismissing".split())


class Draft(NamedTuple):
    """A statement before speakers are numbered."""

    said: tuple[Span, ...]
    manner: Manner
    quotations: tuple[Quotation, ...]
    entry: Entry | None
    found: Found
    cue: Span | None = None
    who: Span | None = None
    pronoun: bool = False


class Given(NamedTuple):
    """An attribution with the speaker that it was taken to."""

    attribution: Attribution
    entry: Entry


def term(document: Document, unit: Unit, item: int) -> bool:
    """Whether a quotation is a title, a name or a word spoken of rather than something said."""
    at = unit.items[item].quotation
    assert at is not None
    quotation = unit.quotations[at]
    tokens = [t for t in document.tokens_in(*quotation.inner) if t.counts]
    if not tokens:
        return True
    before = [unit.norm(item - 1), unit.norm(item - 2)]
    if (
        before[0] in _NAMES_WHAT_FOLLOWS
        and len(tokens) <= _TITLE_MOST
        and not _calls(unit, item)
        and not _by(unit, item)
    ):
        return True
    if before[0] == "as" and any(unit.norm(item - k) in _KNOWN_AS for k in (2, 3)):
        return True
    work = before[0] in _WORKS or (before[0] == "," and before[1] in _WORKS)
    if work and len(tokens) <= _LONG_TITLE and _capital(tokens):
        return True
    if before[0] in _WRITES and unit.norm(item + 1) == ":" and len(tokens) <= _TITLE_MOST and _capital(tokens):
        return True
    if before[0] in _TITLED or (before[0] == "," and before[1] in _TITLED):
        return True
    if unit.whole and document.text[quotation.inner.end - 1] in ".!?":
        return False
    if unit.norm(item - 1) in ("said", "says", "read", "reads", "wrote", ":"):
        return False
    told = (
        before[1] not in _WORKS
        and before[0] not in DETERMINERS
        and document.text[quotation.inner.end - 1] in ",?!"
        and (unit.norm(item + 1) != "" or unit.norm(item - 1) == ",")
    )
    return (
        (not told or unit.norm(item - 1) in _ON_AIR)
        and len(tokens) <= _TITLE_MOST
        and _capital(tokens)
        and (len(tokens) > 1 or document.text[quotation.inner.end - 1] != ".")
        and (unit.norm(item - 1) != "," or before[1] in _WORKS or unit.norm(item + 1) in AUXILIARIES)
    )


def _capital(tokens: Sequence[Token]) -> bool:
    """Whether words are written as in a title."""
    proper = all(t.capitalized or t.norm in _SMALL or not t.is_word for t in tokens)
    return proper and any(t.capitalized for t in tokens)


def _calls(unit: Unit, item: int) -> bool:
    """Whether somebody calls something so, as in "she called “a mess”", rather than its being called so."""
    token = unit.word(item - 2)
    return unit.norm(item - 1) == "called" and token is not None and (token.norm in PRONOUNS or token.capitalized)


def _by(unit: Unit, item: int) -> bool:
    """Whether it is told who called something so: dubbed “a mess” by Ann Lee."""
    token = unit.word(item + 2)
    return unit.norm(item + 1) == "by" and token is not None and (token.capitalized or token.norm in DETERMINERS)


def words_in(document: Document, quotation: Quotation) -> int:
    """How many words a quotation holds."""
    return document.words(*quotation.inner)


class Split(NamedTuple):
    """A unit's statements, and the items of the quotations in it that no attribution was found for."""

    statements: list[Draft]
    left: list[int]


def attribute(document: Document, unit: Unit, given: Sequence[Given]) -> Split:
    """The statements of a unit that its own attributions make."""
    quoted = [i for i, item in enumerate(unit.items) if item.quoted]
    if not given:
        return Split([], [i for i in quoted if not term(document, unit, i)])
    owned, left_over = _owners(document, unit, given, quoted)
    last = given[-1].attribution
    stop = last.first if unit.norm(last.last) == ":" and last.last == len(unit.items) - 1 else len(unit.items)
    kept = [k for k, one in enumerate(given) if k in owned or reports(unit, past_when(unit, one.attribution, 0))]
    owners = {i: owned[k] for i, k in enumerate(kept) if k in owned}
    given = [given[k] for k in kept]
    starts = [g.attribution.first for g in given]
    ends = [g.attribution.last for g in given]
    found: list[Draft] = []
    claimed = 0
    for k, one in enumerate(given):
        left = max(claimed, ends[k - 1] if k else 0)
        right = starts[k + 1] if k + 1 < len(given) else max(stop, ends[k])
        right = next((i - 1 for i in left_over if ends[k] < i < right and unit.norm(i - 1) == ":"), right)
        right = right if one.attribution.until is None else min(right, one.attribution.until)
        if one.attribution.relative or _within_relative(unit, one.attribution):
            right = next((i for i in range(ends[k], min(right, ends[k] + _RELATIVE)) if unit.norm(i) == ","), right)
        held = owners.get(k, [])
        draft, claimed_here = _statement(document, unit, one, held, left, right)
        if draft is not None:
            found.append(draft)
        claimed = max(claimed, claimed_here, one.attribution.last)
    return Split(found, left_over)


def _within_relative(unit: Unit, tag: Attribution) -> bool:
    """Whether what is said is what a relative clause says of its noun: "a board that many say is broke"."""
    led = unit.norm(tag.first - 1) in ("that", "which", "who") and unit.norm(tag.last) in AUXILIARIES | MODALS
    return led and not tag.source


def _owners(
    document: Document, unit: Unit, given: Sequence[Given], quoted: Sequence[int]
) -> tuple[dict[int, list[int]], list[int]]:
    """The quotations of each attribution by its place, and those that none of them takes."""
    starts = [g.attribution.first for g in given]
    ends = [g.attribution.last for g in given]
    owners: dict[int, list[int]] = {}
    left: list[int] = []
    for item in quoted:
        if term(document, unit, item):
            continue
        owner = _owner(document, unit, item, given, starts, ends)
        one = given[owner].attribution
        apart = item < one.first and unit.words_between(item + 1, one.first) > 0
        at = unit.items[item].quotation
        assert at is not None
        few = document.words(*unit.quotations[at].inner) < LONG
        slight = few and not one.tells
        told_of = apart and (one.participle or not (one.source or (one.tells and _closes(unit, one))))
        if not one.tells and not one.source:
            far = unit.words_between(one.last, item)
            told_of = (
                told_of
                or (far > 0 and unit.norm(item - 1) == ":")
                or (slight and far > _FAR and _comma_between(unit, one.last, item))
            )
        if few and item > one.last and (not one.firm or opens_aside(unit, one)):
            told_of = told_of or _comma_between(unit, one.last, item - 1)
        if unit.norm(one.cue) in ANSWERING and unit.norm(one.last) == "to" and unit.norm(item - 1) not in (",", ":"):
            told_of = told_of or item > one.last
        told_of = told_of or (apart and unit.norm(0) in ("when", "asked") and "asked" in (unit.norm(0), unit.norm(1)))
        calls = 0 <= far_from(unit, one, item) <= _FAR and (
            unit.norm(one.cue) in _CALLING or (unit.norm(item - 1) == "as" and unit.norm(one.cue).endswith("ing"))
        )
        talks = slight and unit.norm(one.cue) in _TALKS and item > one.last
        if talks or (one.relative and not one.tells and far_from(unit, one, item) > 2):
            if owner and not talks:
                owners.setdefault(owner - 1, []).append(item)
            else:
                left.append(item)
            continue
        if told_of or (slight and one.participle and not calls):
            left.append(item)
        else:
            owners.setdefault(owner, []).append(item)
    return owners, left


def far_from(unit: Unit, tag: Attribution, item: int) -> int:
    """How many words stand between a tag and a quotation after it, -1 for one before it."""
    return unit.words_between(tag.last, item) if item >= tag.last else -1


def _comma_between(unit: Unit, first: int, last: int) -> bool:
    return any(unit.norm(i) == "," for i in range(first, last))


def _closes(unit: Unit, tag: Attribution) -> bool:
    """Whether a tag ends what stands before it: "The pier is “a mess” at low tide, Lee said"."""
    return unit.mark(tag.first - 1) or unit.norm(tag.first - 1) == "as"


def _owner(
    document: Document, unit: Unit, item: int, given: Sequence[Given], starts: Sequence[int], ends: Sequence[int]
) -> int:
    """Which attribution a quotation belongs to: the one before it, unless it runs into the one after it."""
    after = bisect_left(starts, item)
    before = bisect_right(ends, item) - 1
    if after >= len(starts):
        return max(before, 0)
    if before < 0:
        return after
    following = given[after].attribution
    mention = following.mention
    assert mention is not None
    commented = unit.norm(starts[after] - 1) == "as" and starts[after] == item + 2
    if (unit.words_between(item + 1, starts[after]) and not commented) or mention.first < unit.items[
        following.first
    ].token:
        return before
    at = unit.items[item].quotation
    assert at is not None
    runs_into = document.text[unit.quotations[at].inner.end - 1] in ",?!" or unit.norm(item + 1) == ","
    runs_into = runs_into or commented
    return after if runs_into and unit.words_between(ends[before], item) else before


def _statement(
    document: Document, unit: Unit, given: Given, held: Sequence[int], left: int, right: int
) -> tuple[Draft | None, int]:
    """What one attribution makes of the items around it, and up to where it takes them."""
    tag = past_when(unit, given.attribution, left)
    cue = Span(unit.item_start(tag.cue), unit.item_end(tag.cue))
    mention = tag.mention
    assert mention is not None
    who = Span(document.tokens[mention.first].start, document.tokens[mention.last - 1].end)
    sides = [(left, min(tag.first, right)), (tag.last, right)]
    if held:
        chosen = [side for side in sides if any(side[0] <= i < side[1] for i in held)]
        quotations = tuple(unit.quotations[q] for i in held if (q := unit.items[i].quotation) is not None)
        outside = sum(unit.words_between(*side) for side in chosen)
        resumes = runs_on(unit, tag)
        direct = not resumes and _stands_alone(document, unit, held, tag, outside)
        parted = not direct and tag.tells and (resumes or parts(unit, tag, *sides))
        if parted:
            chosen = sides
        if not parted:
            chosen = [_past_colon(unit, held, tag, side) for side in chosen]
        if (
            direct
            or not chosen
            or _comments(unit, held, tag)
            or not (tag.tells or tag.source)
            or _writes_thing(unit, tag)
            or _does(unit, held, tag)
        ):
            said = tuple(Span(q.start, q.end) for q in quotations)
        else:
            midst = parted and not conditional(unit, tag, sides[0])
            said = spans(unit, chosen, quotations, tag, whole=tag.source or midst)
        manner = Manner.DIRECT if direct else Manner.PARTIAL
        found = Found.COLON if unit.norm(held[0] - 1) == ":" else Found.SENTENCE
        draft = Draft(said, manner, quotations, given.entry, found, cue, who, mention.pronoun)
        return draft, max((side[1] for side in chosen), default=tag.last)
    if not reports(unit, tag):
        return None, tag.last
    chosen = told_in(unit, tag, sides)
    midst = len(chosen) > 1 and not conditional(unit, tag, sides[0])
    said = spans(unit, chosen, (), tag, whole=tag.source or midst)
    if not said:
        return None, tag.last
    return Draft(said, Manner.INDIRECT, (), given.entry, Found.SENTENCE, cue, who, mention.pronoun), chosen[-1][1]


def _past_colon(unit: Unit, held: Sequence[int], tag: Attribution, side: tuple[int, int]) -> tuple[int, int]:
    """What stands before a tag without the writer's words that a colon ends: "She goes on: “It is shut,” Lee says"."""
    first = held[0]
    if not side[0] < first < side[1] or unit.norm(first - 1) != ":":
        return side
    leads = side[1] <= tag.first or not (unit.norm(tag.last) == "that" or finite_soon(unit, tag.last))
    return (first, side[1]) if leads else side


def _comments(unit: Unit, held: Sequence[int], tag: Attribution) -> bool:
    """Whether the writer only takes up somebody's words: "This is no “way of the world,” as Lee put it"."""
    return unit.norm(tag.first - 1) == "as" and unit.norm(tag.cue) in _COMMENTS and held[-1] < tag.first


def _does(unit: Unit, held: Sequence[int], tag: Attribution) -> bool:
    """Whether a deed follows a verb, and no clause: "vowed to mend “the old deck”", "asked about “the deck”"."""
    at = tag.last
    if held[0] <= at or not unit.words_between(at, held[0]) or tag.source:
        return False
    deed = unit.word(at + 1)
    if unit.norm(at) != "to" or deed is None:
        return unit.norm(at) == "about"
    return deed.text.islower() and deed.norm not in DETERMINERS | AUXILIARIES


def _writes_thing(unit: Unit, tag: Attribution) -> bool:
    """Whether what follows a verb is only what was written, not what it says: "wrote an op-ed about how ..."."""
    near = range(tag.last + 1, tag.last + 5)
    return (
        unit.norm(tag.cue) in _WRITES
        and unit.norm(tag.last) in DETERMINERS - {"that"}
        and any(unit.norm(i) in _WORKS | ISSUED for i in near)
    )


def _stands_alone(document: Document, unit: Unit, held: Sequence[int], tag: Attribution, outside: int) -> bool:
    """Whether each quotation is a whole sentence beside the tag rather than a part of the writer's."""
    for item in held:
        at = unit.items[item].quotation
        assert at is not None
        inner = unit.quotations[at].inner
        text = document.text[inner.start : inner.end].lstrip(" .\u2026[(\u2018'")
        beside = (
            unit.words_between(tag.last, item) < 2 if item >= tag.last else unit.words_between(item + 1, tag.first) < 2
        )
        beside = beside or unit.norm(item - 1) in (",", ":")
        if item >= tag.last and unit.norm(item - 1) == ":" and tag.tells and unit.norm(tag.last) == "that":
            return False  # "The study found that boats pay: “…”"
        whole = text[:1].isupper() or (item != held[0] and outside < _LEAST)
        if not (whole and (beside or outside < _LEAST)):
            return False
    return True


def carried(unit: Unit, items: Sequence[int], entry: Entry | None, found: Found) -> Iterator[Draft]:
    """The statement that quotations without an attribution of their own make, with whoever they are taken to."""
    quotations = tuple(unit.quotations[q] for i in items if (q := unit.items[i].quotation) is not None)
    if quotations:
        manner = Manner.DIRECT if unit.words_between(0, len(unit.items)) < _LEAST else Manner.PARTIAL
        yield Draft(tuple(Span(q.start, q.end) for q in quotations), manner, quotations, entry, found)
