"""The subject of a verb of saying, as grammar has it, where the surface did not decide."""

from __future__ import annotations

from ..grammar import Parsed
from ..text.document import Document
from .lexicon import BEFORE_CLAUSE, DOCUMENTS, ISSUED, NOT_SPEAKERS, ORG_NOUNS, PEOPLE, PRONOUNS, ROLES, WRITERS
from .mentions import Reader
from .phrases import Mention
from .run_ins import run_ins
from .units import Unit

_SUBJECTS = ("nsubj",)
_UP = frozenset("advcl xcomp conj ccomp acl pcomp prep dep parataxis".split())
_OF_STAFF = " of staff"
_CALLED = frozenset("called labeled labelled dubbed branded described".split())
_MOST_STEPS = 6
_HELD_BY_HEAD = frozenset("det amod compound poss nummod nmod case quantmod".split())


def subject(parsed: Parsed, cue_start: int, unit: Unit, reader: Reader, *, anybody: bool = False) -> Mention | None:
    """The mention of whoever is the subject of the verb that begins at a prose offset.

    With `anybody` it may be a noun that the model does not know for people, bodies or documents.
    """
    mention = _subject(parsed, cue_start, unit, reader, anybody)
    if mention is None:
        return None
    # "They praised Lee and said": what a verb before takes is no subject of the next.
    cue, first = unit.item_at(unit.document.token_at(cue_start)), unit.item_at(mention.opens)
    beside = unit.norm(cue - 1) in ("and", "but") and unit.item_at(mention.last - 1) == cue - 2
    if beside and first > 0 and unit.word(first - 1) is not None and unit.norm(first - 1) not in BEFORE_CLAUSE:
        return None
    return mention


def _subject(parsed: Parsed, cue_start: int, unit: Unit, reader: Reader, anybody: bool) -> Mention | None:
    at = parsed.at(cue_start)
    if at is None or not parsed.words[at].tag.startswith("V"):
        return None
    children: dict[int, list[int]] = {}
    for i, word in enumerate(parsed.words):
        if word.head != i:
            children.setdefault(word.head, []).append(i)
    cue = parsed.words[at]
    helped = any(parsed.words[c].dep == "aux" for c in children.get(at, ()))
    if (
        cue.tag == "VBN"
        and cue.text.lower() in _CALLED
        and not helped
        and cue.dep in ("ccomp", "acl", "xcomp", "advcl")
    ):
        return None  # to see a girl called “a name”
    if cue.tag == "VBN" and cue.dep == "acl" and not helped:
        return None  # a plan announced in May
    led = joined = False  # forced to say; was freed and said
    participle = parsed.words[at].tag == "VBG" and unit.document.text[:cue_start].rstrip().endswith(",")
    for _ in range(_MOST_STEPS):
        word = parsed.words[at]
        if participle and word.tag == "VB" and word.dep in _UP | {"relcl"} and word.head != at:
            at = word.head  # "a plan for the council to read, saying": not the council
            continue
        passive = next((c for c in children.get(at, ()) if parsed.words[c].dep == "nsubjpass"), None)
        if passive is not None:
            if anybody and (participle or joined):
                return _mention(parsed, passive, children, unit, reader, False)  # "He was freed, saying"
            return (
                _mention(parsed, passive, children, unit, reader, anybody)
                if led and _leads_on(unit, cue_start)
                else None
            )
        found = next((c for c in children.get(at, ()) if parsed.words[c].dep in _SUBJECTS), None)
        if found is not None:
            lemma = parsed.words[found].text.lower()
            if lemma in ("who", "that", "which") and word.dep == "relcl":
                return _mention(parsed, word.head, children, unit, reader, anybody)
            return _together(parsed, found, children, unit, reader, anybody)
        if word.dep in ("relcl", "acl") and parsed.words[word.head].pos in ("NOUN", "PROPN"):
            noun = parsed.words[word.head]
            if word.tag == "VB" or noun.text.lower() == "those":
                return None  # the decision to say so; those who say so
            after_comma = unit.document.text[: word.start].rstrip().endswith(",")
            if word.tag == "VBG" and after_comma and noun.head != word.head:
                at = noun.head  # "He signed a resolution, saying": not the resolution
                continue
            if noun.text.lower() not in ISSUED or noun.head == word.head:
                return _mention(parsed, word.head, children, unit, reader, anybody)
            at = noun.head
            continue
        if word.dep not in _UP or word.head == at:
            return None
        led, joined = word.dep == "xcomp", word.dep == "conj"
        at = word.head
    return None


def _leads_on(unit: Unit, cue_start: int) -> bool:
    """Whether what is said follows a verb at once: "was forced to promise: “…”"."""
    item = unit.item_at(unit.document.token_at(cue_start)) + 1
    return unit.quoted(item) or unit.norm(item) in (":", ",", "that")


def _mention(
    parsed: Parsed, at: int, children: dict[int, list[int]], unit: Unit, reader: Reader, anybody: bool
) -> Mention | None:
    word = parsed.words[at]
    document = unit.document
    token = document.token_at(word.start)
    if token >= len(document.tokens) or document.quoted.overlaps(word.start, word.end):
        return None
    if run_ins(document).at(token) is not None:
        return None
    item = unit.item_at(token)
    norm = document.tokens[token].norm
    if norm in ("who", "which", "that", "what"):
        return None
    if (plain := norm.partition("'")[0]) in PRONOUNS | WRITERS:
        return Mention(token, token + 1, head=plain)
    proper = reader.names.at(token)
    if proper is not None and not proper.possessive and proper.words and not set(proper.words) <= NOT_SPEAKERS:
        mention = reader.name(proper, unit)
        first = document.token_at(parsed.words[_first(parsed, at, children)].start)
        return mention._replace(start=min(mention.opens, first))
    named = next((c for c in children.get(at, ()) if parsed.words[c].dep == "appos"), None)
    if named is not None:
        other = reader.names.at(document.token_at(parsed.words[named].start))
        if other is not None and not other.possessive and other.words and not set(other.words) <= NOT_SPEAKERS:
            first = document.token_at(parsed.words[_first(parsed, at, children)].start)
            aside = _text(document, parsed, at, children)
            if document.text[word.end : word.end + len(_OF_STAFF)].lower() == _OF_STAFF:
                aside += _OF_STAFF
            mention = reader.name(other, unit)
            return mention._replace(aside=aside, start=min(first, mention.opens))
    if norm == "one" and unit.norm(item + 1) == "of":
        of = reader.after(unit, item + 2, anything=True)
        if of is None or of.proper is not None:
            return None
        return of._replace(
            first=token, head=of.head.removesuffix("s"), phrase=f"{document.tokens[token].text} of {of.phrase}"
        )
    known = norm in PEOPLE or norm in ROLES or norm in ORG_NOUNS or norm in DOCUMENTS or norm.rstrip("s") in DOCUMENTS
    if not known and not unit.quotations and not anybody:
        return None
    first = _first(parsed, at, children)
    phrase = _text(document, parsed, at, children)
    return Mention(
        document.token_at(parsed.words[first].start),
        token + 1,
        head=norm,
        phrase=phrase,
        aside=reader.relative(unit, item + 1),
    )


def _together(
    parsed: Parsed, at: int, children: dict[int, list[int]], unit: Unit, reader: Reader, anybody: bool
) -> Mention | None:
    """A subject with those that "and" joins to it: "lobbyists and harbor officials"."""
    first = _mention(parsed, at, children, unit, reader, anybody)
    parts = [first]
    held = at
    while (held := next((c for c in children.get(held, ()) if parsed.words[c].dep == "conj"), -1)) >= 0:
        parts.append(_mention(parsed, held, children, unit, reader, anybody))
    together = [p for p in parts if p is not None and not p.pronoun]
    if first is None or len(parts) == 1 or len(together) < len(parts):
        return first
    tokens = unit.document.tokens
    phrase = " ".join(unit.document.text[tokens[first.opens].start : tokens[together[-1].last - 1].end].split())
    return Mention(first.first, together[-1].last, head="and", phrase=phrase, start=first.opens, parts=tuple(together))


def _first(parsed: Parsed, at: int, children: dict[int, list[int]]) -> int:
    """The first word of a noun's phrase that stands before it."""
    held = [c for c in children.get(at, ()) if c < at and parsed.words[c].dep in _HELD_BY_HEAD]
    return min([at, *(_first(parsed, c, children) for c in held)])


def _text(document: Document, parsed: Parsed, at: int, children: dict[int, list[int]]) -> str:
    start = parsed.words[_first(parsed, at, children)].start
    start = min(start, document.tokens[document.token_at(start)].start)  # grammar takes "Leeds-based" apart
    return " ".join(document.text[start : parsed.words[at].end].split())
