"""Who says so: the words that attribute what stands beside them, read once for all rules.

Cue verbs follow the news convention (AP, Reuters: "said" and its neighbours); quotation interiors
are not read, since a cue there belongs to the speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from .span import SpanSet
from .tokens import Token


class CueKind(StrEnum):
    """How a cue attributes."""

    SAYING = "saying"
    SOURCE = "source"
    NAMING = "naming"


class Cue(NamedTuple):
    """Tokens [first, last) that attribute: "said", "according to", "known as"."""

    first: int
    last: int
    kind: CueKind


def _forms(*verbs: str) -> frozenset[str]:
    """Each entry is a base form, or all its forms set apart by slashes."""
    forms: set[str] = set()
    for verb in verbs:
        if "/" in verb:
            forms.update(verb.split("/"))
        elif verb.endswith("e"):
            forms.update((verb, verb + "s", verb + "d", verb[:-1] + "ing"))
        elif verb.endswith("y") and verb[-2] not in "aeiou":
            forms.update((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
        else:
            forms.update(
                (verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing")
            )
    return frozenset(forms)


SAYING = _forms(
    "say/says/said/saying", "tell/tells/told/telling", "add", "ask", "write/writes/wrote/written/writing",
    "tweet/tweets/tweeted/tweeting", "claim", "argue", "warn", "insist", "note", "announce", "assert", "allege",
    "contend", "maintain", "declare", "explain", "admit/admits/admitted/admitting", "acknowledge", "concede",
    "confirm", "deny", "dispute", "suggest", "state/stated/states/stating", "report", "reply", "respond", "remark",
    "reveal", "recall", "testify", "predict", "estimate", "conclude", "complain", "criticize", "criticise", "condemn",
    "denounce", "accuse", "charge/charged/charges/charging", "blame", "praise", "urge", "vow", "pledge", "promise",
    "propose", "recommend", "caution", "counter", "quip/quips/quipped/quipping", "joke", "shout", "yell",
    "cry/cried/cries", "exclaim", "whisper", "boast", "believe", "think/thinks/thought/thinking", "feel/feels/felt",
    "hope", "fear/fears/feared", "expect", "doubt", "describe", "portray", "depict/depicts/depicted", "characterize",
    "characterise", "mock", "dismiss", "decry/decries/decried/decrying", "hail", "tout", "lament", "express",
    "emphasize", "emphasise", "stress", "signal", "indicate", "show/shows/showed/shown", "find/finds/found",
    "agree/agrees/agreed", "read/reads", "quote", "cite", "post/posted/posts", "publish", "demand",
    "call/calls/called/calling", "refer/refers/referred/referring", "reject", "reiterate", "repeat/repeats/repeated",
    "speak/speaks/spoke/spoken", "observe", "point/points/pointed", "question/questioned/questions/questioning",
    "wonder", "worry/worried/worries", "opine", "ruled/rules", "imply", "hint", "mention", "advise", "assure",
    "inform", "brief/briefed", "relay", "text/texted", "riff/riffed", "gripe", "chant", "sing/sang/sings",
    "plead/pleaded/pleads", "swear/swore",
)  # fmt: skip
"""Forms of verbs that put words or thoughts in somebody's mouth."""

NAMING = frozenset(
    "called calling calls call dubbed dubbing named nicknamed titled entitled termed labeled labelled labeling labelling "
    "known styled billed branded coined christened hashtag hashtagged slogan motto phrase phrases term terms word words "
    "nickname alias codenamed headlined captioned meaning means mean translates translated spelled pronounced adage "
    "saying mantra catchphrase definition defined expression concept".split()
)
"""Words that introduce what follows as a name, a term or a word mentioned as a word."""

_ALSO_NOUNS = frozenset(
    "call calls claim claims report reports fear fears hope hopes show shows state states charge charges promise promises "
    "demand demands estimate estimates doubt doubts point points post posts rules question questions pledge pledges vow "
    "praise blame mention thought read signal signals stress note notes find finds ask asks cry cries text texts brief".split()
)
_BEFORE_NOUNS = frozenset(
    "the a an this that these those its his her their our my your no any some many more most few several such each every "
    "all new of for in on by with amid despite about over after to under between among against without from into".split()
)
_PREPOSITIONS = frozenset(
    "of for in on by with amid despite about over after under between among against without from".split()
)

_PHRASES: tuple[tuple[str, ...], ...] = (
    ("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "eyes", "of"),
    ("as", "quoted", "by"), ("citing",), ("per",), ("the", "statement"), ("a", "statement"), ("in", "testimony"),
    ("the", "report"), ("his", "words"), ("her", "words"), ("their", "words"), ("his", "view"), ("her", "view"),
    ("accusations",), ("allegations",),
)  # fmt: skip
_BY_LAST_WORD = {last: [p for p in _PHRASES if p[-1] == last] for last in {p[-1] for p in _PHRASES}}
_AWAKE = SAYING | NAMING | set(_BY_LAST_WORD)


def find_cues(tokens: Sequence[Token], occurrences: Mapping[str, Sequence[int]], quoted: SpanSet) -> list[Cue]:
    """The cues of a draft in order, those within quotations left out. `occurrences` are its words' places."""
    cues: list[Cue] = []
    for i in sorted(i for word in _AWAKE for i in occurrences.get(word, ())):
        token = tokens[i]
        word = token.norm
        if quoted.overlaps(token.start, token.end):
            continue
        if word in NAMING:
            cues.append(Cue(i, i + 1, CueKind.NAMING))
        if word in SAYING and not _is_noun(tokens, i):
            cues.append(Cue(i, i + 1, CueKind.SAYING))
        for phrase in _BY_LAST_WORD.get(word, ()):
            first = i + 1 - len(phrase)
            if first >= 0 and tuple(t.norm for t in tokens[first : i + 1]) == phrase:
                cues.append(Cue(first, i + 1, CueKind.SOURCE))
                break
    cues.sort(key=attrgetter("first", "last"))
    return cues


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that is a verb or a noun is a noun here: "its claims", "despite repeated calls"."""
    if tokens[i].norm not in _ALSO_NOUNS or not i:
        return False
    if tokens[i - 1].norm in _BEFORE_NOUNS:
        return tokens[i - 1].norm not in ("that", "to") or tokens[i].norm.endswith("s")
    return i > 1 and tokens[i - 2].norm in _PREPOSITIONS and not tokens[i - 1].capitalized
