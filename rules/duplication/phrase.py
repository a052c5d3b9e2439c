from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.rule import Bad, Document, Finding, Fix, Good, Guarded, Page, Quotes, Safety, Severity, Token, rule

_LONGEST = 6

_JOINERS = frozenset("and or nor plus but".split())
# "door to door to", "arm in arm in", "year after year after": the word between two likes may stand again.
_BETWEEN_LIKES = frozenset("to in by after upon on for with against over from at into than".split())
_RESTARTING = frozenset(
    "the a an of to in on at for by with from as that which who when if than is was are were be been has have had would "
    "could will can should may might must not more his her its their our your my this these those any some every as".split()
)
_PREPOSITIONS = frozenset("of to for about with at by from on in into over under after before than like".split())
_SUBJECTS = frozenset("i you he she it we they".split())
_OBJECTS = frozenset("it you her this that".split())
_NESTED = frozenset(
    "heart core edge edges periphery center centre middle top bottom best worst margins exception".split()
)
_QUANTITIES = frozenset("many both all most some several either each".split())
_MAKERS = frozenset(
    "call calls called calling make makes made making keep keeps kept keeping let lets consider considers deem".split()
)
_NEEDING = frozenset("need needs have has had want wants wanted used ought seem seems seemed".split())
_RELATIVES = frozenset("who what whoever whatever which that where how whether if".split())
_FINITE = frozenset(
    "is was are were be been has have had do does did will would can could shall should may might must won't don't can't "
    "isn't wasn't aren't weren't doesn't didn't gets get goes works happens".split()
)
_MODALS = frozenset("will would can could shall should may might must not".split())
_STANDING = frozenset(
    ["to be", "have to", "has to", "had to", "such and", "same old", "i know", "you know", "enough is", "who are"]
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@rule(
    "duplication/phrase",
    severity=Severity.WARNING,
    why="A phrase set twice comes from cutting and pasting, or from taking a sentence up again after a pause.",
    when_not=(
        "Repetition with a purpose: “year after year after year”, “on and on and on”, “call a spade a spade”, "
        "a clause that is its own subject (“what works in one town works in another”)."
    ),
    fix="Deletes the later copy with the space before it. Unsafe: a writer may have meant it.",
    source="Chicago Manual of Style 2.111 (proofreading for repeated words); house practice.",
    quotes=Quotes.SHOW,
    touches=[Guarded.NAME, Guarded.NUMBER, Guarded.LINK, Guarded.MARKUP],
    bad=[
        Bad(
            "The council voted to close ⟦to close⟧ the pool before summer.",
            fixed="The council voted to close the pool before summer.",
        ),
        Bad(
            "It was the end of the line ⟦of the line⟧ that the city built.",
            fixed="It was the end of the line that the city built.",
        ),
        Bad("He paid for the roof of ⟦the roof of⟧ the church.", fixed="He paid for the roof of the church."),
        Bad("The mayor said on Monday that ⟦on Monday⟧ the bridge would open."),
        Bad("Crews are going back to ⟦going back to⟧ the site.", fixed="Crews are going back to the site."),
    ],
    good=[
        Good("It rained year after year after year."),
        Good("They knocked on doors from house to house to collect signatures."),
        Good("The list went on and on and on."),
        Good("She worked and worked and slept."),
        Good("He wanted to call a spade a spade and was thanked for it."),
        Good("What works in Ohio works in Iowa."),
        Good("People who are hurt are hurt for life."),
        Good("The firm is bigger than its rivals, and its rivals know it."),
        Good("How it will be will be decided in June."),
        Good("Ticket sales slow Ticket sales fell again in May."),
        Good("They had to do it to do well."),
        Good("It grew faster and faster and the pumps failed."),
        Good("The park opens at 9 a.m. at 9 Elm Street."),
    ],
)
def phrase(page: Page) -> Iterator[Finding]:
    """A run of two to six words set twice, at once or with a word between."""
    document = page.document
    reported = 0
    for first in _recurring(document):
        sentence = document.sentence_at(document.tokens[first].start)
        if first < reported or sentence is None or not page.in_scope(sentence.start):
            continue
        tokens, i = page.tokens(sentence), first - sentence.first
        size = _repeat_at(page, tokens, i)
        gap = 0 if size else _day_again(tokens, i)
        if size:
            yield _finding(page, tokens, i, i + size, size, deletes=True)
            reported = first + 2 * size
        elif gap:
            yield _finding(page, tokens, i, i + gap, 2, deletes=False)


def _recurring(document: Document) -> list[int]:
    """The words that stand again within the length of a phrase, as indices of tokens in order."""
    return sorted(
        here for places in document.occurrences.values() for here, again in pairwise(places) if again - here <= _LONGEST
    )


def _finding(page: Page, tokens: Sequence[Token], first: int, second: int, size: int, *, deletes: bool) -> Finding:
    start, end = tokens[second].start, tokens[second + size - 1].end
    said = page.text[start:end]
    fixes: list[Fix] = []
    before = tokens[second - 1].end
    if deletes and not page.document.map.empties_markup(before, end):
        fixes.append(page.replace(before, end, "", f"Delete the second “{said}”", safety=Safety.UNSAFE))
    earlier = page.related(tokens[first].start, tokens[first + size - 1].end, "first set here")
    return page.finding(start, end, f"“{said}” is set twice.", fixes=fixes, related=[earlier])


def _repeat_at(page: Page, tokens: Sequence[Token], i: int) -> int:
    """How many words from token i on stand again right after themselves by mistake; 0 for none."""
    norm = tokens[i].norm
    for size in range(2, _LONGEST + 1):
        end = i + 2 * size
        if end > len(tokens):
            return 0
        if tokens[i + size].norm != norm:
            continue
        first, second = tokens[i : i + size], tokens[i + size : end]
        if [t.norm for t in first] != [t.norm for t in second] or not all(t.is_word for t in first):
            continue
        if not page.text[first[-1].end : second[0].start].isspace():
            continue
        if first[0].norm == first[-1].norm or page.document.code.overlaps(second[0].start, second[-1].end):
            return 0
        return size if _is_slip(tokens[max(0, i - 6) : i], first, second, tokens[end : end + 2]) else 0
    return 0


def _is_slip(before: Sequence[Token], first: Sequence[Token], second: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether words set twice are a restart: what follows takes them up, and no pattern of English explains them."""
    words = [t.norm for t in first]
    previous = before[-1].norm if before else ""
    if not after or not after[0].counts or _goes_round(previous, words, [t.norm for t in after]):
        return False
    if any(w in _JOINERS for w in words) or " ".join(words) in _STANDING:
        return False
    if _label(first, second, opens=not before):
        return False
    return not (
        _likes(words)
        or (len(words) > 2 and words[0] in _SUBJECTS and words[-1] not in _RESTARTING)
        or _two_clauses(before, words)
        or any(w in ("who", "which") for w in words[1:])
        or (previous in _MAKERS and words[0] in ("a", "an", "the"))
        or (previous in _PREPOSITIONS and words[0] in _OBJECTS)
        or (previous in _NEEDING and words[0] == "to")
        or (words[0] == "as" and len(words) == 2 and after[0].norm not in ("as", "that") and words[1] not in _OBJECTS)
    )


def _goes_round(previous: str, words: Sequence[str], after: Sequence[str]) -> bool:
    """The words come round a third time, in part at least: "year after year after year"."""
    if previous == words[-1]:
        return True
    if words[0] in _RESTARTING or words[0] in _PREPOSITIONS:
        return list(after) == list(words[:2])
    return after[0] == words[0]


def _label(first: Sequence[Token], second: Sequence[Token], *, opens: bool) -> bool:
    """A label or headline run into the sentence that repeats it, or a name: what begins with a capital of its own."""
    if all(t.capitalized for t in second):
        return True
    return second[0].capitalized and (opens or first[0].capitalized or first[-1].norm not in _RESTARTING)


def _likes(words: Sequence[str]) -> bool:
    """A thing within its like or beside it: "door to door to", "on layer on layer", "the heart of the heart of"."""
    if words[-1] == "of" and any(w in _NESTED for w in words):
        return True
    if len(words) != 2:
        return False
    first, last = words
    if last in _BETWEEN_LIKES:
        return first not in _RESTARTING
    return first in _PREPOSITIONS and first != "to" and last not in _RESTARTING | _QUANTITIES | _OBJECTS


def _two_clauses(before: Sequence[Token], words: Sequence[str]) -> bool:
    """A relative clause ends and its verb is the main verb too: "those who are hurt are hurt"."""
    if words[0] not in _FINITE or words[-1] in ("a", "an", "the", "of", "that"):
        return False
    if before and (before[-1].norm == "to" or before[-1].norm in _MODALS):
        return False
    return any(t.norm in _RELATIVES for t in before[-5:])


def _day_again(tokens: Sequence[Token], i: int) -> int:
    """How far on the same "on Monday" stands again, with "that" between; 0 where it does not."""
    if i + 4 >= len(tokens) or tokens[i].norm != "on" or tokens[i + 1].norm not in _WEEKDAYS:
        return 0
    again = [t.norm for t in tokens[i + 2 : i + 5]]
    return 3 if again == ["that", "on", tokens[i + 1].norm] else 0
