"""Words that rate what they tell of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import (
    BODY,
    HEADS,
    Bad,
    BlockKind,
    Finding,
    Fix,
    Good,
    Option,
    Page,
    Safety,
    Sentence,
    Severity,
    Token,
    rule,
)

_SPEECH = frozenset(
    "said says say saying told tells tell added adds argued argues argue wrote writes claimed claims claim stated "
    "states called calls calling call depict depicts depicted depicting portrayed portrays described describes "
    "describing dubbed labeled labelled branded denounced condemned criticized criticised accused accuses warned "
    "warns insisted insists complained tweeted testified believed believes considered deemed according thinks think "
    "thought felt feels feel suggested suggests contends contended alleged alleges declared ruled acknowledged "
    "conceded admitted concluded concludes noted notes quoted termed lamented".split()
)
_FIRST_PERSON = frozenset("i i'm i've i'd i'll my me myself".split())
_COLUMN = 3
_TAIL = 7
_OBJECT = frozenset(
    "the a an this that these those his her its their our him them it us you what both all former fellow".split()
)
_NO_OBJECT = frozenset(
    "into through against shut off away open down at out from across to on up over onto past by in and or with of as for "
    "had has is was were that kills killed shakes".split()
)
_THINGS = frozenset("door doors brake brakes phone drawer lid shutters".split())
_BEFORE_VERB = frozenset("to will would could should may might can not did does and".split())
_BEFORE_NOUN = frozenset(
    "a an the this that these those his her its their our your my another each every no first".split()
)
_SET_TERMS = frozenset(
    "driving endangerment misconduct homicide disregard conduct indifference operation plan plans coverage insurance injury "
    "injuries cycle circle circles earthquake flood floods fire fires wildfire wildfires hurricane storm storms tornado "
    "tornadoes tsunami typhoon cyclone accident lot".split()
)
"""Nouns with which a word is a term of law or insurance, a set phrase, or the measure of a disaster."""
_NO_NOUN = frozenset(
    "and or but to for that as in of on at by with from because when if than enough is was are were be been the a an".split()
)
_NOUNS = frozenset("crony cronies goons henchman henchmen lackey lackeys stooge stooges thugs".split())
_VOWEL = re.compile(r"(?!one\b|once|uni|use|usu|uti|eu)[aeiou]|hour|honest|heir|honou?r")
_DEGREE = frozenset(
    "such so very more most too as how quite rather is was are were be been being looks seems and or".split()
)


class _Entry(NamedTuple):
    """What is said of a word; `right` is what a verb becomes, "" for other words."""

    message: str
    right: str = ""


@rule(
    "wording/loaded",
    severity=Severity.SUGGESTION,
    why="News copy tells what happened and leaves the rating to the reader. A word of praise, blame or battle "
    "in the story’s own voice is an opinion with nobody behind it.",
    when_not="In opinion and reviews, in somebody’s own words or view, in names and titles, and in terms of law "
    "such as reckless endangerment.",
    fix="Takes the word out, or puts the plain verb; only shown, as the sentence may lean on it.",
    source="Guardian style guide, “controversial” and “famous”; BBC News style guide, “adjectives”; "
    "Reuters Handbook, “adjectives” and “loaded words”",
    scope=HEADS | BODY | {BlockKind.CAPTION},
    options=[
        Option("words", (), "more words to flag, in lower case"),
        Option("allow", (), "words to let stand, in lower case"),
    ],
    bad=[
        Bad("Crews reached the ⟦famed⟧ lighthouse at noon.", fixed="Crews reached the lighthouse at noon."),
        Bad("It was another ⟦embarrassing⟧ retreat for the army.", fixed="It was another retreat for the army."),
        Bad("The bank named an ⟦iconic⟧ banker to its board.", fixed="The bank named a banker to its board."),
        Bad(
            "Mayor ⟦Slams⟧ Late Buses\n\nThe mayor and the council met on Monday to talk about the cost of buses.",
            fixed="Mayor Criticizes Late Buses\n\n"
            "The mayor and the council met on Monday to talk about the cost of buses.",
        ),
        Bad("The vote was ⟦disastrous⟧."),
        Bad("The senator ⟦blasted⟧ the plan on Monday.", fixed="The senator criticized the plan on Monday."),
        Bad("⟦Sadly⟧, the theater will close."),
        Bad("The minister and his ⟦cronies⟧ own the port."),
        Bad("The deal is a ⟦hefty⟧ one.", fixed="The deal is a one.", options={"words": ("hefty",)}),
    ],
    good=[
        Good("“It was a famed lighthouse and a shocking loss,” the keeper said."),
        Good("She called the retreat embarrassing."),
        Good("He described the plan as a disastrous mistake."),
        Good("The plan would be disastrous, the union said."),
        Good("She plays for Legendary Pictures and lives at Brilliant Corners."),
        Good("The car slammed into a wall, and the door was slammed shut."),
        Good("Two blasts shook the port. A bomb blast had killed three; gusts slam the shutters."),
        Good("He was charged with reckless endangerment."),
        Good("I loved the shocking ending. My friend, whom I brought, told me I was wrong."),
        Good("The famous lighthouse has 212 steps."),
        Good("Crews reached the famed lighthouse.", options={"allow": ("famed",)}),
    ],
)
def loaded(page: Page) -> Iterator[Finding]:
    """A word that rates what the story tells of: praise, blame, comment or battle."""
    if page.genre == "opinion" or _is_column(page):
        return
    entries = dict(_entries())
    entries |= {word: _Entry("“{text}” rates what it tells of.") for word in page.option("words", tuple)}
    for word in page.option("allow", tuple):
        entries.pop(word, None)
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for i, token in enumerate(tokens):
            entry = entries.get(token.norm) if token.is_word else None
            if entry is not None and _in_own_voice(page, sentence, tokens, i, entry):
                yield _finding(page, tokens, i, entry)


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, _Entry]:
    groups = tomllib.loads(Path(__file__).with_name("_loaded.toml").read_text(encoding="utf-8"))
    verbs = groups.pop("verbs")
    message = verbs.pop("message")
    found = {word: _Entry(group["message"]) for group in groups.values() for word in group["words"].split()}
    return found | {word: _Entry(message, right) for word, right in verbs.items()}


def _is_column(page: Page) -> bool:
    """Whether the draft speaks in the first person outside quotations, as columns do."""
    document = page.document
    said = [document.tokens[i] for word in _FIRST_PERSON for i in document.occurrences.get(word, ())]
    return sum(not page.in_quotation(t.start, t.end) for t in said) >= _COLUMN


def _in_own_voice(page: Page, sentence: Sentence, tokens: Sequence[Token], i: int, entry: _Entry) -> bool:
    """Whether the word at i is the story's own, and neither a name nor another sense of it."""
    token = tokens[i]
    if page.in_quotation(token.start, token.end):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    heading = page.document.blocks[sentence.block].kind in HEADS
    if token.capitalized and not heading and (i > 0 or (following is not None and following.capitalized)):
        return False
    if entry.right:
        return _has_object(tokens, i, heading)
    if following is not None and following.norm in _SET_TERMS:
        return False
    return not _is_attributed(page, tokens, i)


def _is_attributed(page: Page, tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of speech or thought stands before the word at i, or ends the sentence (", the union said")."""

    def says(at: int) -> bool:
        token = tokens[at]
        return token.norm in _SPEECH and not page.in_quotation(token.start, token.end)

    if any(says(at) for at in range(i)):
        return True
    tail = max(i, len(tokens) - _TAIL)
    commas = [at for at in range(tail, len(tokens)) if tokens[at].text == ","]
    return bool(commas) and any(says(at) for at in range(commas[0], len(tokens)))


def _has_object(tokens: Sequence[Token], i: int, heading: bool) -> bool:
    """Whether a verb of battle at i has a person or what they did after it, and not a door or a wall."""
    if i == 0 or i + 1 >= len(tokens) or not tokens[i + 1].is_word:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.norm in _BEFORE_NOUN or any(t.norm in _THINGS for t in tokens[i + 1 : i + 4]):
        return False
    if tokens[i].norm in ("blast", "slam") and before.norm not in _BEFORE_VERB:
        return False
    return after.norm not in _NO_OBJECT and (heading or after.capitalized or after.norm in _OBJECT)


def _finding(page: Page, tokens: Sequence[Token], i: int, entry: _Entry) -> Finding:
    token = tokens[i]
    message = entry.message.replace("{text}", token.text).replace("{right}", entry.right)
    fix = _swap(page, token, entry.right) if entry.right else _leave_out(page, tokens, i)
    return page.finding(token.start, token.end, message, fixes=[fix] if fix else [], confidence=0.6)


def _swap(page: Page, token: Token, right: str) -> Fix:
    right = right.capitalize() if token.capitalized else right
    return page.replace(token.start, token.end, right, safety=Safety.SHOW)


def _leave_out(page: Page, tokens: Sequence[Token], i: int) -> Fix | None:
    """The sentence without an adjective before its noun, the article set right."""
    if i == 0 or i + 1 >= len(tokens) or not tokens[i + 1].is_word or tokens[i + 1].norm in _NO_NOUN:
        return None
    before, token, noun = tokens[i - 1], tokens[i], tokens[i + 1]
    if not before.is_word or before.norm in _DEGREE or noun.norm.endswith("ly"):
        return None
    if token.norm in _NOUNS:
        return None
    if before.norm not in ("a", "an"):
        return page.replace(token.start, noun.start, "", f"Delete “{token.text}”", safety=Safety.SHOW)
    article = "an" if _VOWEL.match(noun.norm) else "a"
    article = article.capitalize() if before.capitalized else article
    return page.replace(before.start, noun.start, f"{article} ", f"Delete “{token.text}”", safety=Safety.SHOW)
