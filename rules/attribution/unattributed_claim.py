"""attribution/unattributed-claim: judgment, motive, prediction in the writer's own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.rule import Bad, BlockKind, Claim, CueKind, Finding, Good, Option, Page, Sentence, Severity, read_claims, rule

_RATING = (
    "embarrassing|disastrous|shocking|stunning|remarkable|extraordinary|astonishing|devastating|humiliating|absurd"
    "|ridiculous|shameful|brilliant|impressive|historic|dramatic|unprecedented|crucial|pivotal|alarming|troubling"
    "|disturbing|dangerous|radical|extreme|hypocritical|pathetic|heroic|tragic|terrible|horrible|wonderful|fantastic"
    "|powerful|vital|disgraceful|reckless|cynical|hollow|bitter|brutal|foolish|naive|misguided|unfair|wrong|better|worse"
    "|perfect|massive|huge|costly"
)
_ASKS = "{what} in the writer's voice: who says so, or what shows it?"
_CLOSING = 7
_TELLING = 0.85
"""How often a desk would ask where a strong cue stands in a sentence without attribution: measured on labelled copy."""


class _Cue(NamedTuple):
    """A family of words that make a claim: what the message calls it, the words that wake it, its pattern.

    A strong one tells by itself, where nobody in the sentence says it.
    """

    name: str
    wakes: str
    pattern: str
    strong: bool = False

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return _compiled(self.pattern).search(text, start, end)


@lru_cache(maxsize=32)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_WOULD = r"\b(?:if true, (?:it|this|that) (?:would|could|may|might) be|(?:it|this|that) (?:would|will) be)"
_CUES = (
    _Cue("a judgment", "it this that", rf"{_WOULD} (?:another|an?|the) (?:\w+ )?(?:{_RATING})\b", strong=True),
    _Cue(
        "a motive",
        "effort attempt bid ploy ruse tactic",
        r"\b(?:could|may|might|appears? to|seems? to) be (?:part of |in )?an? (?:\w+ )?"
        r"(?:effort|attempt|bid|ploy|ruse|tactic) to\b",
        strong=True,
    ),
    _Cue(
        "a prediction",
        "likely unlikely certainly probably surely inevitably",
        r"\b(?:(?:is|are|was|were|seems?|appears?|looks?) (?:highly |very |most |more |increasingly )?(?:un)?likely to"
        r"|(?:will|would) (?:likely|almost certainly|probably|surely|inevitably))\b",
        strong=True,
    ),
    _Cue(
        "an impression",
        "appear appears seem seems",
        r"\b(?:appears?|seems?) to (?:be|have)\b(?: \w+)?",
        strong=True,
    ),
    _Cue(
        "a superlative",
        "one among by arguably perhaps remain remains",
        r"\b(?:one of|among|by far|arguably|perhaps|remains?) the (?:most|least|best|worst|\w+est)\b(?: \w+ly)?(?: \w+)?",
        strong=True,
    ),
    _Cue(
        "a certainty",
        "doubt question undoubtedly unquestionably wonder",
        r"\b(?:there (?:is|can be) (?:no|little) (?:doubt|question)|without (?:a )?doubt|undoubtedly|unquestionably"
        r"|no wonder)\b",
        strong=True,
    ),
    _Cue(
        "a certainty",
        "clearly obviously course certainly indeed fact mistake truth needless simply surely",
        r"\b(?:clearly|obviously|of course|certainly|indeed|in fact|make no mistake|the truth is|needless to say|simply"
        r"|surely)\b",
    ),
    _Cue(
        "a prediction",
        "will would could may might should must going bound set poised soon",
        r"\b(?:will|would|could|may|might|should|must|going to|bound to|set to|poised to|soon)\b(?: \w+)?(?: \w+)?",
    ),
    _Cue(
        "a cause",
        "because thanks due led leads result fuel fuels fueled fuelled fueling fuelling spark sparks sparked sparking means so",
        r"\b(?:because|thanks to|due to|led to|leads to|as a result|fuel(?:s|ed|led|ing|ling)?|spark(?:s|ed|ing)?"
        r"|which means|so that)\b",
    ),
    _Cue(
        "a motive",
        "effort bid attempt order designed meant intended aimed trying tries",
        r"\b(?:in an effort to|in a bid to|in an attempt to|in order to|designed to|meant to|intended to|aimed at"
        r"|tr(?:ying|ies) to)\b",
    ),
    _Cue(
        "a superlative",
        "most least best worst biggest greatest largest",
        r"\bthe (?:most|least|best|worst|biggest|greatest|largest) \w+",
    ),
    _Cue(
        "a judgment",
        f"{_RATING.replace('|', ' ')} failed fails failure success excuse",
        rf"\b(?:{_RATING}|failed|fails|failure|success|no excuse)\b(?: \w+)?",
    ),
)
_WOKEN_BY: dict[str, list[int]] = defaultdict(list)
for _index, _cue in enumerate(_CUES):
    for _word in _cue.wakes.split():
        _WOKEN_BY[_word].append(_index)


@rule(
    "attribution/unattributed-claim",
    severity=Severity.WARNING,
    why="In news copy a judgment, a motive or a forecast needs somebody behind it; without one it is the paper's "
    "own opinion.",
    when_not="Somebody named says it there or in the sentence before, it is plain fact that anyone can look up, or the "
    "piece is opinion or analysis and says so.",
    fix="None: say who holds it, or what it rests on.",
    source="AP News Values, attribution; BBC Academy, due impartiality; reasons of Redi et al. 2019, “Citation Needed”",
    scope=[BlockKind.PARAGRAPH, BlockKind.SUBHEAD],
    voice=True,
    options=(
        Option(
            "probability", 0.5, "how probable it must be that a desk would ask for a source", minimum=0.05, maximum=1.0
        ),
        Option("sure", 0.995, "how probable it must be to be more than a suggestion", minimum=0.05, maximum=1.0),
    ),
    bad=[
        Bad("⟦If true, it would be another costly retreat⟧ for the firm, whose shares have fallen by half since May."),
        Bad("The move ⟦could be part of an effort to draw⟧ voters away from the two older parties of the valley."),
        Bad(
            "The harbor remains ⟦one of the most bitterly contested places⟧ on the coast, and no side will give it up."
        ),
    ],
    good=[
        Good("The harbor is one of the most contested places on the coast, the port's historian Ann Lee said."),
        Good("“It is one of the most contested places on the coast,” Ms. Lee said."),
        Good("The council voted 7-2 on Monday to sell the pier."),
        Good("The train left Crewe at noon and reached London two hours later."),
        Good("Ms. Lee said that the firm was unlikely to return."),
    ],
)
def unattributed_claim(page: Page) -> Iterator[Finding]:
    """A judgment, motive, prediction or superlative in the writer's own voice."""
    least = page.option("probability", float)
    woken = _woken(page)
    for sentence in page.sentences:
        claim = read_claims(page.document, sentence).unattributed
        cues = (_CUES[i] for i in sorted(woken.get(sentence.index, ())))
        found = [(cue, match) for cue in cues if (match := _own_voice(page, cue, sentence))]
        telling = [
            (cue, match) for cue, match in found if cue.strong and not _attributed(page, sentence, match.start())
        ]
        probability = max(claim.probability, _TELLING if telling else 0.0)
        if probability >= least:
            start, end, message = _because(page, sentence, telling or found, claim)
            severity = page.severity_at(claim.probability)
            yield page.finding(start, end, message, confidence=round(probability, 2), severity=severity)


def _because(
    page: Page, sentence: Sentence, found: list[tuple[_Cue, re.Match[str]]], claim: Claim
) -> tuple[int, int, str]:
    """The stretch that makes the claim, and what to say of it: a cue that has a name, or the words that tell the reader."""
    looked = page.document.tokens[claim.first : claim.last]
    read = (looked[0].start, looked[-1].end) if looked else None
    near = [(c, m) for c, m in found if c.strong or (read and m.start() < read[1] and read[0] < m.end())]
    named = near or ([] if read else found)
    if not named:
        start, end = read or (sentence.start, sentence.end)
        return start, end, _ASKS.format(what=f"“{page.text[start:end]}” is")
    match = min((m for _, m in named), key=lambda m: m.start())
    names = " and ".join(dict.fromkeys(c.name for c, m in named if c.strong or m.start() == match.start()))
    return *_stretch(page, sentence, match), _ASKS.format(what=f"This is {names}")


def _woken(page: Page) -> dict[int, set[int]]:
    """By the numbers of sentences, the numbers of the families of which they hold a word."""
    document = page.document
    woken: dict[int, set[int]] = defaultdict(set)
    for word, families in _WOKEN_BY.items():
        for i in document.occurrences.get(word, ()):
            sentence = document.sentence_at(document.tokens[i].start)
            if sentence is not None:
                woken[sentence.index].update(families)
    return woken


def _own_voice(page: Page, cue: _Cue, sentence: Sentence) -> re.Match[str] | None:
    """A family's first match in a sentence, if it stands outside quotations."""
    match = cue.search(page.document.lowered, sentence.start, sentence.end)
    return match if match and not page.in_quotation(*match.span()) else None


def _attributed(page: Page, sentence: Sentence, claim: int) -> bool:
    """Whether somebody says it: a cue before the claim, or one that closes the sentence."""
    document = page.document
    closing = document.tokens[max(sentence.first, sentence.last - _CLOSING)].start
    return any(
        document.tokens[c.first].start < claim or document.tokens[c.first].start >= closing or c.kind is CueKind.SOURCE
        for c in document.cues_in(sentence.start, sentence.end)
        if c.kind is not CueKind.NAMING
    )


def _stretch(page: Page, sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """From the cue to the end of the word after it."""
    start, end = match.span()
    after = page.document.tokens_in(end, sentence.end)[:1]
    return start, after[0].end if after and after[0].counts else end
