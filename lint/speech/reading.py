"""A draft's speech, read once: units and their attributions, then who is meant, then what is whose.

Where no attribution stands in a quotation's own sentence, the conventions of news copy say whose it is (AP, Reuters):
a quotation goes on from the sentence before it, a paragraph that is only quotation goes on from the one before, and
a speaker who is brought in by what follows is named at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..grammar import Parsed
from ..text.document import Document
from ..text.quotations import Quotation
from ..text.sentences import Sentence
from .attributed import Attribution
from .attributions import attributions
from .bearings import parted, same_subject, sourced, told_inside, wants_grammar, within
from .cast import Cast
from .complements import candidates, complement, governed
from .entries import Entry, speakers
from .leads import claimant, labelled, leading, leads_on, presented
from .lexicon import BEFORE_CLAUSE, PREPOSITIONS
from .mentions import Reader
from .names import Names
from .parsed import subject
from .phrases import Mention
from .pulled import without_pulled
from .records import Found, Manner, SpeakerKind, Speech, Statement
from .relays import passes_on
from .run_ins import run_ins
from .script import Script, points_elsewhere, read_script
from .set_off import block_quotes, set_off
from .signatures import signed
from .statements import LONG, Draft, Given, Split, attribute, carried, words_in
from .subjects import cannot_say
from .turns import turns
from .units import Unit, units

ReadGrammar = Callable[[Sequence[Sentence]], Sequence[Parsed]]
"""What reads the grammar of sentences."""

_SURFACE, _SPEECH = "speech: surface", "speech"
_BEFORE_MAIN = frozenset("as while when after although though because before since until".split())
_SUBJECT_WITHIN = 12
_NEAR_BLOCKS = 2
_LOOK_BACK = 4
_BESIDE = 6


class Surface(NamedTuple):
    """What is read without grammar."""

    names: Names
    reader: Reader
    units: Sequence[Unit]
    attributions: Sequence[Sequence[Attribution]]
    candidates: Sequence[Sequence[int]]
    script: Script


def surface(document: Document) -> Surface:
    """The draft's units and attributions as far as the surface decides them."""
    held: Surface | None = document.memo.get(_SURFACE)
    if held is None:
        names = Names(document)
        reader = Reader(document, names)
        script = read_script(document)
        unread = {turn.block for turn in script.turns}
        unread.update(b.index for b in document.blocks if points_elsewhere(document, b.index))
        read = units(document, unread)
        told = [attributions(u, reader) for u in read]
        verbs = [list(candidates(u, some)) for u, some in zip(read, told, strict=True)]
        held = Surface(names, reader, read, told, verbs, script)
        document.memo[_SURFACE] = held
    return held


def undecided(document: Document) -> list[Sentence]:
    """The sentences in which grammar must say whose a verb of saying is."""
    read = surface(document)
    found: dict[Sentence, None] = {}
    for unit, held, verbs in zip(read.units, read.attributions, read.candidates, strict=True):
        wanted = [one.cue for k, one in enumerate(held) if wants_grammar(unit, held, k)]
        for item in (*wanted, *verbs):
            sentence = document.sentence_at(unit.item_start(item))
            if sentence is not None:
                found[sentence] = None
    return list(found)


def read_speech(document: Document, grammar: ReadGrammar | None = None) -> Speech:
    """The speech of a draft. Without `grammar`, what the surface leaves open stays open."""
    held: Speech | None = document.memo.get(_SPEECH)
    if held is None:
        wanted = undecided(document) if grammar is not None else []
        parsed = {p.sentence: p for p in grammar(wanted)} if grammar is not None and wanted else {}
        held = document.memo[_SPEECH] = _Run(document, parsed).speech()
    return held


class _Run:
    """One reading of a draft, from its start."""

    def __init__(self, document: Document, parsed: dict[Sentence, Parsed]) -> None:
        self.document, self.parsed = document, parsed
        self.names, self.reader, self.units, self.attributions, self.candidates, self.script = surface(document)
        self.cast = Cast(document, self.names, self.reader, self.units)
        self.drafts: list[Draft] = []
        self.by_unit: list[list[Draft]] = [[] for _ in self.units]
        self.subjects: list[Entry | None] = [None] * len(self.units)
        self.waiting: list[tuple[int, list[int]]] = []
        self.leads: dict[int, Entry] = {}

    def speech(self) -> Speech:
        """The statements and the speakers."""
        for at in range(len(self.units)):
            self._unit(at)
        for at, items in self.waiting:
            self._carry_back(at, items)
        for held, draft in set_off(self.document, self.units, self.attributions, self.leads, self._speaker):
            for i in held:
                self.by_unit[i] = []
            self.drafts.append(draft)
        self.drafts += block_quotes(self.document, self.units, self._speaker)
        self.drafts += turns(self.document, self.script, self.cast)
        drafts = sorted((d for held in self.by_unit for d in held), key=lambda d: d.said[0])
        drafts = sorted([*drafts, *self.drafts], key=lambda d: d.said[0])
        drafts = [d for d in drafts if d.manner is not Manner.INDIRECT or not self.cast.unspoken(d.entry)]
        drafts = without_pulled(self.document, drafts)
        entries: dict[int, int] = {}
        order: list[Entry] = []
        for draft in drafts:
            if draft.entry is not None and id(draft.entry) not in entries:
                entries[id(draft.entry)] = len(order)
                order.append(draft.entry)
        links = run_ins(self.document)
        statements = [
            Statement(
                tuple(kept for span in d.said for kept in links.without(*span)) or d.said,
                d.manner,
                d.quotations,
                None if d.entry is None else entries[id(d.entry)],
                d.found,
                d.cue,
                d.who,
                d.pronoun,
            )
            for d in drafts
        ]
        return Speech(statements, speakers(order), len(self.parsed))

    # in the sentence itself

    def _unit(self, at: int) -> None:
        unit = self.units[at]
        given: list[Given] = []
        self.cast.introduce(unit)
        for one in self._closed(unit, self.attributions[at], given):
            assert one.mention is not None
            entry = self.cast.resolve(one.mention, unit)
            if entry is not None and not cannot_say(unit, one, entry):
                given.append(Given(one, entry))
        if given and given[-1].attribution.tells and leads_on(unit, given[-1].attribution):
            self.leads[at] = given[-1].entry
        elif (shown := presented(unit, self.reader)) is not None:
            entry = self.cast.resolve(shown, unit)
            if entry is not None:
                self.leads[at] = entry
        split = attribute(self.document, unit, given)
        split = self._governed(at, split)
        self.by_unit[at] = list(split.statements)
        for draft in split.statements:
            if draft.entry is not None:
                self.cast.speaks(draft.entry, unit)
        if split.left:
            self._carry(at, split.left)
        self.cast.advance(unit.last)
        if not self.by_unit[at]:
            self.subjects[at] = self._subject(unit)

    def _closed(self, unit: Unit, held: Sequence[Attribution], given: Sequence[Given]) -> list[Attribution]:
        """The unit's attributions with a speaker, those that grammar closes among them."""
        found: list[Attribution] = []
        for k, one in enumerate(held):
            if one.open:
                if found and one.participle and (another := parted(unit, found[-1], one)):
                    one = one._replace(mention=self.reader.after(unit, another))
                elif (found and not found[-1].open and same_subject(unit, found[-1], one)) or (
                    one.participle and found and not found[-1].source
                ):
                    one = one._replace(mention=found[-1].mention)
                elif wants_grammar(unit, held, k):
                    one = self._by_grammar(unit, one)
                if one.mention is not None:
                    first = unit.item_at(one.mention.opens)
                    beside = unit.words_between(unit.item_at(one.mention.last - 1) + 1, one.cue) <= _BESIDE
                    if one.first == one.cue and beside and first < one.first and (not found or first >= found[-1].last):
                        one = one._replace(first=first)
            if one.source and found and sourced(unit, found[-1], one):
                if not any(unit.norm(i) == "," for i in range(one.last, len(unit.items))):
                    found[-1] = found[-1]._replace(until=one.first)
                continue
            if found and passes_on(unit, found[-1], one):
                found[-1] = found[-1]._replace(until=one.first)
                continue
            if not one.open and not (found and within(unit, found[-1], one)):
                found.append(one)
        return told_inside(unit, found)

    def _grammar(self, offset: int) -> Parsed | None:
        """The grammar of the sentence at an offset, where it was asked for."""
        sentence = self.document.sentence_at(offset)
        return None if sentence is None else self.parsed.get(sentence)

    def _by_grammar(self, unit: Unit, one: Attribution) -> Attribution:
        start = unit.item_start(one.cue)
        parsed = self._grammar(start)
        if parsed is None or not parsed.words:
            return one
        return one._replace(mention=subject(parsed, start, unit, self.reader))

    def _governed(self, at: int, split: Split) -> Split:
        """A unit's statements with those that only grammar tells."""
        statements, left = list(split.statements), list(split.left)
        unit = self.units[at]
        for item in self.candidates[at]:
            start = unit.item_start(item)
            parsed = self._grammar(start)
            if parsed is None or any(d.cue is not None and d.cue.start == start for d in statements):
                continue
            told = complement(parsed, unit, item, self.reader)
            if told is None or any(
                told.said.overlaps(span) or span.contains((start, start)) for d in statements for span in d.said
            ):
                continue
            tag = Attribution(item, item + 1, item, told.mention, tells=True)
            entry = self.cast.resolve(told.mention, unit)
            if entry is None or cannot_say(unit, tag, entry):
                continue
            quoted = [i for i in left if told.said.contains(unit.span(i, i))]
            left = [i for i in left if i not in quoted]
            statements.append(governed(unit, told, entry, quoted))
        return Split(sorted(statements, key=lambda d: d.said[0]), left)

    def _subject(self, unit: Unit) -> Entry | None:
        """Whoever a sentence without a statement is about: its first person or pronoun, where that comes early."""
        if (leader := leading(unit, self.reader)) is not None:
            return self.cast.resolve(leader, unit)
        for item in range(min(_SUBJECT_WITHIN, len(unit.items))):
            if unit.quoted(item):
                return None
            norm = unit.norm(item)
            if norm in ("he", "she"):
                token = unit.items[item].token
                return self.cast.resolve(Mention(token, token + 1, head=norm), unit)
            opens = item == (unit.norm(0) in BEFORE_CLAUSE - _BEFORE_MAIN) or (norm == "the" and unit.mark(item - 1))
            phrase = self.reader.after(unit, item) if opens and not norm.endswith("ing") else None
            if phrase is not None and phrase.proper is None and not phrase.pronoun:
                return self.cast.resolve(phrase, unit)
            proper = self.names.at(unit.items[item].token)
            if proper is not None and item and unit.norm(item - 1) in PREPOSITIONS | {"the"}:
                continue
            if proper is not None and proper.words and not proper.possessive and proper.kind is not SpeakerKind.UNKNOWN:
                named = self.reader.joined_after(unit, self.reader.name(proper, unit))
                entry = self.cast.resolve(named, unit)
                return entry if entry is not None and (entry.sure or entry.kind is not SpeakerKind.PERSON) else None
        return None

    # carried over

    def _carry(self, at: int, items: list[int]) -> None:
        """Give quotations that nobody is given for in their own sentence to whoever speaks before them."""
        unit = self.units[at]
        long = [i for i in items if self._told(unit, i)]
        if (not long and not unit.whole) or unit.crosshead:
            return
        if unit.whole and (signer := self._signed(at)) is not None:
            self._give(at, items, signer, Found.AFTER)
            return
        first = self._quotation(unit, items[0])
        entry, found = self._before(at, first, items)
        if entry is None:
            self.waiting.append((at, items))
            return
        self._give(at, items if unit.whole else long, entry, found)

    def _told(self, unit: Unit, item: int) -> bool:
        """Whether a quotation is somebody's words whatever stands beside it: a long one, or one after a colon."""
        return unit.norm(item - 1) == ":" or words_in(self.document, self._quotation(unit, item)) >= LONG

    def _give(self, at: int, items: Sequence[int], entry: Entry | None, found: Found) -> None:
        drafts = list(carried(self.units[at], items, entry, found))
        self.by_unit[at] = sorted([*self.by_unit[at], *drafts], key=lambda d: d.said[0])
        if entry is not None:
            self.cast.speaks(entry, self.units[at])

    def _before(self, at: int, first: Quotation, items: Sequence[int]) -> tuple[Entry | None, Found]:
        unit = self.units[at]
        if not unit.whole:
            if (claims := claimant(unit, items[0], self.reader, self.cast)) is not None:
                return claims, Found.FLOATING
            own = self._subject(unit)
            before = unit.norm(items[0] - 1)
            paper = labelled(unit, items[0], self.reader, self.cast) if before == ":" else None
            if paper is not None:
                return paper, Found.COLON
            if own is not None:
                return own, Found.COLON if before == ":" else Found.FLOATING
        if not at:
            return None, Found.NOBODY
        previous = self.units[at - 1]
        said = self._last_said(at - 1)
        if not unit.whole and unit.norm(items[0] - 1) == ":" and (said or self.subjects[at - 1]):
            return said or self.subjects[at - 1], Found.COLON
        if first.reopened and said is not None:
            return said, Found.REOPENED
        if previous.block == unit.block:
            if said is not None:
                return said, Found.BEFORE
            if unit.whole and self.subjects[at - 1] is not None:
                return self.subjects[at - 1], Found.FLOATING
            for back in range(at - 2, max(-1, at - 2 - _LOOK_BACK), -1):
                if self.units[back].block != unit.block:
                    break
                if (said := self._last_said(back)) is not None:
                    return said, Found.BEFORE
            return None, Found.NOBODY
        if not unit.whole or unit.block - previous.block > _NEAR_BLOCKS or self._told_next(at):
            return None, Found.NOBODY
        if at - 1 in self.leads:
            return self.leads[at - 1], Found.COLON
        if self.document.text[previous.end - 1] == ":" and (said or self.subjects[at - 1]):
            return said or self.subjects[at - 1], Found.COLON
        if said is not None:
            return said, Found.PARAGRAPH_BEFORE
        subject = self.subjects[at - 1]
        if subject is not None and not (subject.plural and self._speaks_next(at)):
            return subject, Found.FLOATING
        return None, Found.NOBODY

    def _speaks_next(self, at: int) -> bool:
        """Whether the sentence after a quotation says by its subject who speaks."""
        return at + 1 < len(self.units) and any(not a.open and not a.source for a in self.attributions[at + 1])

    def _speaker(self, at: int) -> Entry | None:
        """Whoever speaks in a unit, or whom it is about."""
        return self._last_said(at) or self.subjects[at]

    def _last_said(self, at: int) -> Entry | None:
        drafts = self.by_unit[at]
        return drafts[-1].entry if drafts else None

    def _told_next(self, at: int) -> bool:
        """Whether the next sentence of the same paragraph begins with a quotation that has a speaker of its own."""
        if at + 1 >= len(self.units):
            return False
        following = self.units[at + 1]
        return (
            following.block == self.units[at].block
            and following.quoted(0)
            and any(not a.open for a in self.attributions[at + 1])
        )

    def _signed(self, at: int) -> Entry | None:
        """Whoever signs a quotation that stands by itself."""
        found = signed(self.document, self.units, at, self.reader)
        return None if found is None else self.cast.resolve(found, self.units[at])

    def _carry_back(self, at: int, items: list[int]) -> None:
        """Give quotations to whoever the sentence or paragraph after them names, or to nobody."""
        unit = self.units[at]
        if (signer := self._signed(at)) is not None:
            self._give(at, items, signer, Found.AFTER)
            return
        long = [i for i in items if self._told(unit, i)]
        entry, found = None, Found.NOBODY
        for following in range(at + 1, min(at + 3, len(self.units))):
            other = self.units[following]
            same = other.block == unit.block
            if (not same and (not unit.whole or other.block - unit.block > _NEAR_BLOCKS)) or not (unit.whole or same):
                break
            drafts = self.by_unit[following]
            entry = drafts[0].entry if drafts else self.subjects[following]
            if not same and (not drafts or entry is None or entry.kind is not SpeakerKind.PERSON):
                entry = None
            if entry is not None and not drafts and any(unit.norm(i - 1) == ":" for i in items):
                entry = None  # whoever comes next is no more than spoken of
            if entry is not None:
                found = Found.AFTER if same else Found.PARAGRAPH_AFTER
            if entry is not None or not other.whole:
                break
        chosen = items if unit.whole and entry is not None else long
        self._give(at, chosen, entry, found)

    def _quotation(self, unit: Unit, item: int) -> Quotation:
        at = unit.items[item].quotation
        assert at is not None
        return unit.quotations[at]
