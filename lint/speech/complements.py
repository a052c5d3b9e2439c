"""What grammar says is told where the surface finds nobody who tells it: the clause that a verb of saying governs.

A clause that is the complement of a verb of saying is what is said, whoever its subject is (de Marneffe & Manning, Stanford
typed dependencies, `ccomp`). Grammar is asked only where such a verb stands with a clause beside it and no attribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..grammar import Parsed, Word
from ..text.span import Span
from .attributed import Attribution
from .clauses import reports
from .entries import Entry
from .lexicon import (
    AUXILIARIES,
    BEFORE_CLAUSE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    ONLY_DOCUMENTS,
    PREPOSITIONS,
    TELLS,
    WRITERS,
)
from .mentions import Reader
from .parsed import subject
from .phrases import Mention
from .records import Found, Manner
from .statements import Draft
from .units import Unit

_REASONS = frozenset(
    "reason reasons reasoned reasoning reaffirm reaffirms reaffirmed reaffirming determined determines determining ruled rules "
    "ruling swore swears confessed confesses theorize theorizes hypothesize posits posited recommending highlighted "
    "underscored relayed confided".split()
)
_RARELY = frozenset(
    "ask asks asked asking wonder wonders wondered continue continues continued urge urges urged deny denies denied denying "
    "written".split()
)
"""Verbs of saying that seldom have a clause after them, or one that is not told."""

_NOUNS = frozenset(
    "report reports claim claims show shows find finds post posts state states promise promises estimate estimates notes note "
    "signal signals hint hints forecast forecasts demand demands comment comments read reads projected worry worries "
    "shown observed rules ruling reasons reason reporting finding reading".split()
)
"""Of the forms, those that are seldom verbs where nothing shows it."""

_FORMS = (TELLS | _REASONS) - _RARELY
_NO_VERB_AFTER = DETERMINERS | MODALS | NEGATIONS
_HELPS = AUXILIARIES | MODALS
_WITHIN = 14
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_GLOSSES = frozenset(("something", "which", "what"))
"""What a verb of saying takes where the clause before it is the writer's: ", something Lee stressed"."""

_ALSO = frozenset("also then later still instead even".split())
_IF = frozenset("if whether unless should".split())
_NO_CLAUSE = PREPOSITIONS | _IF
_BEFORE_PARTICIPLE = PREPOSITIONS | BEFORE_CLAUSE | _ALSO
_SUPPOSED = ("nothing", "nobody", "none", "neither", "one", "anyone", "anybody", "you", "we", "i")


class Complement(NamedTuple):
    """What the subject of a verb tells, as prose, and the item of the verb."""

    cue: int
    mention: Mention
    said: Span


def candidates(unit: Unit, held: Sequence[Attribution]) -> Iterator[int]:
    """The items of verbs that may tell a clause and that no attribution has told of."""
    told = {one.cue for one in held if one.source or (not one.open and reports(unit, one))}
    seen = {one.cue for one in held}
    for at, item in enumerate(unit.items):
        if item.norm in _FORMS and at not in told and (at in seen or item.norm.endswith("ing")) and _may_tell(unit, at):
            yield at


def _may_tell(unit: Unit, at: int) -> bool:
    """Whether a word may be a verb with a clause: by what stands before it and after it."""
    token = unit.word(at)
    if token is None or not token.text.islower() or unit.norm(at - 1) in _NO_VERB_AFTER:
        return False
    norm, before, after = token.norm, unit.norm(at - 1), unit.norm(at + 1)
    if norm not in _NOUNS and unit.word(at - 1) is not None and _closes(unit, at):
        return True
    near = range(at + 1, min(at + _WITHIN, len(unit.items)))
    if any(unit.norm(i) == "that" for i in near):
        return norm not in _NOUNS or before not in PREPOSITIONS
    if norm in _NOUNS or after in _NO_CLAUSE or unit.mark(at + 1) or not after:
        return False
    return any(unit.norm(i) in _HELPS or unit.norm(i).endswith(("ed", "n't", "s")) for i in near)


def _closes(unit: Unit, at: int) -> bool:
    """Whether a verb may end a tag after what is said: it is among the last words, and a comma stands before its subject."""
    rest = unit.words_between(at, len(unit.items))
    return rest <= _WITHIN and any(unit.norm(i) == "," for i in range(max(1, at - _WITHIN), at))


def complement(parsed: Parsed, unit: Unit, at: int, reader: Reader) -> Complement | None:
    """What a verb tells by grammar, or None where it tells nothing, denies or supposes it."""
    start = unit.item_start(at)
    verb = parsed.at(start)
    if verb is None or not parsed.words[verb].tag.startswith("V") or _supposed(parsed, verb):
        return None
    children = parsed.children(verb)
    clause = next((c for c in children if _is_clause(parsed, c)), None)
    if clause is None or any(parsed.words[c].text.lower() in _GLOSSES for c in children):
        return None
    said = _span(parsed, clause, verb)
    mention = subject(parsed, start, unit, reader, anybody=unit.norm(at) not in ONLY_DOCUMENTS)
    if said is None or mention is None or not _may_speak(unit, at, mention):
        return None
    return Complement(at, mention, said)


def _may_speak(unit: Unit, at: int, mention: Mention) -> bool:
    """Whether a subject may be a source: no hashtag, not "nobody", and beside a participle that no mark parts from it."""
    if mention.head in _SUPPOSED or mention.head in WRITERS or unit.tokens[mention.opens].text.startswith("#"):
        return False
    apart = unit.word(at - 1) is None or unit.norm(at - 1) in _BEFORE_PARTICIPLE
    return apart or not unit.norm(at).endswith("ing") or unit.item_at(mention.last - 1) == at - 1


def governed(unit: Unit, told: Complement, entry: Entry, quoted: Sequence[int]) -> Draft:
    """The statement that a complement makes, with the quotations that stand in it."""
    tokens = unit.tokens
    quotations = tuple(unit.quotations[q] for i in quoted if (q := unit.items[i].quotation) is not None)
    manner = Manner.PARTIAL if quotations else Manner.INDIRECT
    cue = Span(unit.item_start(told.cue), unit.item_end(told.cue))
    who = Span(tokens[told.mention.first].start, tokens[told.mention.last - 1].end)
    return Draft((told.said,), manner, quotations, entry, Found.SENTENCE, cue, who, told.mention.pronoun)


def _supposed(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is denied, supposed, commanded or yet to be: "did not say", "if Lee says", "was not heard saying"."""
    above = parsed.words[verb].head
    led = parsed.words[verb].dep in ("xcomp", "ccomp") and parsed.words[above].tag.startswith("V")
    if led and any(parsed.words[c].dep == "neg" for c in parsed.children(above)):
        return True
    for child in parsed.children(verb):
        word = parsed.words[child]
        lower = word.text.lower()
        if (
            word.dep == "neg"
            or (word.dep == "aux" and (word.tag in ("MD", "TO")))
            or (word.dep == "mark" and lower in _IF)
        ):
            return True
    return parsed.words[verb].tag == "VB" or any(parsed.words[c].dep == "auxpass" for c in parsed.children(verb))


def _is_clause(parsed: Parsed, at: int) -> bool:
    """Whether a word is the verb of a complement clause with a subject and a tense of its own."""
    word = parsed.words[at]
    if word.dep != "ccomp":
        return False
    children = [parsed.words[c] for c in parsed.children(at)]
    if any(c.dep in ("mark", "advmod") and c.text.lower() in ("whether", "if", "how", "why") for c in children):
        return False
    finite = word.tag in ("VBD", "VBZ", "VBP", "VBN") or any(
        c.dep in ("aux", "auxpass") and c.tag != "TO" for c in children
    )
    return finite and any(c.dep in _SUBJECTS for c in children)


def _span(parsed: Parsed, clause: int, verb: int) -> Span | None:
    """The words of a clause on its side of the verb, without "that" and the marks around them."""
    held = [i for i in parsed.subtree(clause) if (i > verb) is (clause > verb)]
    while held and _loose(parsed.words[held[0]], first=True):
        held.pop(0)
    while held and _loose(parsed.words[held[-1]], first=False):
        held.pop()
    return Span(parsed.words[held[0]].start, parsed.words[held[-1]].end) if held else None


def _loose(word: Word, *, first: bool) -> bool:
    return word.pos in ("PUNCT", "SPACE") or (first and word.dep == "mark" and word.text.lower() == "that")
