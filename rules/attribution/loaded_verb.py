"""attribution/loaded-verb: verbs that say more than "said"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import BODY, Bad, Finding, Good, Option, Page, Parsed, Safety, Sentence, Severity, Token, rule

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOT_SAID = frozenset({"neg", "aux", "auxpass"})
_PRESENT = {"said": ("says", "say"), "denied": ("denies", "deny")}
_SELF = frozenset("i we you who it that which".split())
_PAPERS = frozenset(
    "lawsuit lawsuits suit suits complaint complaints plaintiff plaintiffs filing filings petition petitions indictment "
    "affidavit appeal brief motion".split()
)
"""Subjects that claim in the sense of the law."""
_PROOF = frozenset(
    "evidence study studies fact facts data research record records result results report reports finding findings science "
    "figure figures document documents test tests history experience poll polls transcript video footage".split()
)
"""Subjects that can prove something wrong."""


class _Verb(NamedTuple):
    """What a verb implies, what to write instead, and what must stand beside it to have this sense."""

    implies: str
    instead: str
    particle: str = ""
    needs_object: bool = False


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, _Verb]:
    entries = tomllib.loads(Path(__file__).with_name("_loaded_verbs.toml").read_text(encoding="utf-8"))
    return {
        form: _Verb(entry["implies"], entry["instead"], entry.get("particle", ""), entry.get("needs") == "object")
        for entry in entries.values()
        for form in entry["forms"].split()
    }


def _wanted(page: Page) -> Mapping[str, _Verb]:
    """The verbs that a desk wants flagged, by form."""
    added = {form: _Verb("is not just saying it", "said") for form in page.option("verbs", tuple)}
    allowed = page.option("allow", tuple)
    return {form: verb for form, verb in (added | dict(_verbs())).items() if form not in allowed}


def _places(page: Page) -> list[tuple[Sentence, Token]]:
    """Where these verbs stand in the story's own voice, in order."""
    if page.genre == "opinion":
        return []
    document = page.document
    at = sorted(i for form in _wanted(page) for i in document.occurrences.get(form, ()))
    own = (
        t for t in (document.tokens[i] for i in at) if page.in_scope(t.start) and not page.in_quotation(t.start, t.end)
    )
    return [(sentence, token) for token in own if (sentence := document.sentence_at(token.start)) is not None]


def _ask(page: Page) -> list[Sentence]:
    return list({sentence.index: sentence for sentence, _ in _places(page)}.values())


@rule(
    "attribution/loaded-verb",
    severity=Severity.SUGGESTION,
    why="“Said” takes no side. A verb that doubts, praises or convicts the speaker is the writer’s judgment, made where the "
    "reader does not look for one.",
    when_not="The word has another sense (claimed responsibility, a seat or lives; admitted to hospital; admitted guilt in "
    "court; a lawsuit claims; insisted that it be done), is denied or asked for (“would not admit”), the draft is an opinion "
    "piece, or the story shows that the verb is right.",
    fix="Shown: the plain verb. Where the judgment is earned, keep the word and give the ground.",
    source="Reuters Handbook, “neutral verbs”; BBC News style guide, “admit”, “claim”, “refute”; Guardian style guide, "
    "“claim”, “refute”",
    scope=BODY,
    ask=_ask,
    options=[
        Option("verbs", (), "more verbs to flag, each form by itself, in lower case"),
        Option("allow", (), "verbs to let stand, each form by itself, in lower case"),
    ],
    bad=[
        Bad("The mayor ⟦claimed⟧ that the pier was safe.", fixed="The mayor said that the pier was safe."),
        Bad("Ms. Ode ⟦insists⟧ she was never asked.", fixed="Ms. Ode says she was never asked."),
        Bad("“We were late,” Ms. Ode ⟦admitted⟧.", fixed="“We were late,” Ms. Ode said."),
        Bad("The union ⟦pointed out⟧ that the pier was closed.", fixed="The union said that the pier was closed."),
        Bad("The ministry ⟦refuted⟧ the accusation.", fixed="The ministry denied the accusation."),
        Bad("Anglers ⟦concede⟧ that the pier is old.", fixed="Anglers say that the pier is old."),
        Bad("The mayor ⟦boasted⟧ that he had saved the pier.", fixed="The mayor said that he had saved the pier."),
        Bad(
            "The union ⟦noted⟧ that the pier was closed.",
            fixed="The union said that the pier was closed.",
            options={"verbs": ("noted",)},
        ),
    ],
    good=[
        Good("A group of anglers claimed responsibility for the fire."),
        Good("The storm claimed two lives, and the party claimed the seat and victory."),
        Good("He was admitted to the hospital on Monday, and she admitted the cat."),
        Good("He admitted two counts of theft in court."),
        Good("The lawsuit claims that the pier was unsafe."),
        Good("The mayor never admitted that the pier was unsafe and would not concede that it was old."),
        Good("The council insisted that the pier be shut."),
        Good("I admit that I was late, and we maintain that the pier is safe."),
        Good("The figures refute the claim that the pier is safe."),
        Good("“She claimed that it was safe,” he said."),
        Good("He boasts a fine garden and maintains the pier."),
        Good("The union noted that the pier was closed."),
        Good("The mayor claimed that the pier was safe.", options={"allow": ("claimed",)}),
    ],
)
def loaded_verb(page: Page) -> Iterator[Finding]:
    """A verb of saying that judges the speaker or vouches for the words: claimed, admitted, pointed out."""
    verbs = _wanted(page)
    places = _places(page)
    readings = {reading.sentence.index: reading for reading in page.parse(_ask(page))}
    for sentence, token in places:
        reading = readings[sentence.index]
        at = reading.at(token.start)
        if at is not None and _says(reading, at, verbs[token.norm]):
            yield _finding(page, reading, at, verbs[token.norm])


def _says(reading: Parsed, at: int, verb: _Verb) -> bool:
    """Whether the word at an index is a verb of somebody's saying, in the sense of the list."""
    word = reading.words[at]
    if word.pos != "VERB" or word.tag not in _FINITE:
        return False
    children = {i: reading.words[i] for i in reading.children(at)}
    subject = next((w for w in children.values() if w.dep == "nsubj"), None)
    if subject is None or subject.text.lower() in _SELF or any(w.dep in _NOT_SAID for w in children.values()):
        return False
    if verb.particle and _particle(reading, at, verb) is None:
        return False
    if verb.needs_object:
        return subject.lemma.lower() not in _PROOF and any(w.dep == "dobj" for w in children.values())
    said = next((i for i, w in children.items() if w.dep == "ccomp"), None)
    return said is not None and subject.lemma.lower() not in _PAPERS and not _is_demand(reading, said)


def _particle(reading: Parsed, at: int, verb: _Verb) -> int | None:
    """The index of the particle that goes with the verb, where it follows."""
    following = at + 1
    wanted = following < len(reading.words) and reading.words[following].text.lower() == verb.particle
    return following if wanted else None


def _is_demand(reading: Parsed, said: int) -> bool:
    """Whether a clause tells what is to be done: "insisted that it be shut"."""
    helped = any(
        reading.words[i].dep in ("aux", "auxpass") and reading.words[i].tag != "VB" for i in reading.children(said)
    )
    if any(reading.words[i].tag == "VB" and reading.words[i].dep == "auxpass" for i in reading.children(said)):
        return not helped
    return reading.words[said].tag == "VB" and not helped


def _finding(page: Page, reading: Parsed, at: int, verb: _Verb) -> Finding:
    word = reading.words[at]
    particle = _particle(reading, at, verb) if verb.particle else None
    end = reading.words[at if particle is None else particle].end
    instead = _PRESENT[verb.instead][word.tag == "VBP"] if word.tag in ("VBZ", "VBP") else verb.instead
    message = f"“{page.text[word.start : end]}” implies that the speaker {verb.implies}: write “{instead}”, or give the ground."
    fix = page.replace(word.start, end, instead, safety=Safety.SHOW)
    return page.finding(word.start, end, message, fixes=[fix], confidence=0.6)
