"""Whose each name of a draft is: full names, short ones and initials, entered before the draft is read on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from . import lexicon as words
from .entries import Entry, fullness, same, turned, unsuffixed
from .gazetteer import PLACES
from .mentions import Reader
from .names import Names, Proper, gender
from .records import SpeakerKind
from .same import of_another, sharing
from .spellings import bare, given, humps
from .units import Unit

_NAMESAKES = 8
_REIGNS = frozenset("pope king queen prince princess emperor emir sultan".split())
"""Titles that belong to the name of those who have but one."""

_SMALL = frozenset(["of", "the", "and", "for", "on"])
_NO_LEADS = (
    PLACES
    | words.TOWARDS_ROLE
    | words.ORG_WORDS
    | frozenset(
        "new north south east west white supreme national united world central first royal great general common".split()
    )
)


class Register:
    """The bearers of a draft's names.

    `named` are the names with their units, in order; `holders` whose each is, by the first token of the name proper.
    """

    def __init__(self, names: Names, reader: Reader, units: Sequence[Unit]) -> None:
        self._reader = reader
        self.entries: list[Entry] = []
        self.named: list[tuple[Proper, Unit]] = []
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        self._by_head: dict[str, list[Entry]] = defaultdict(list)
        self._by_lead: dict[str, list[Entry]] = defaultdict(list)
        self.holders: dict[int, Entry] = {}
        self._meet(names, units)

    def called(self, head: str) -> list[Entry]:
        """Those who have an office or are a body of a name."""
        return self._by_head[head]

    def _meet(self, names: Names, units: Sequence[Unit]) -> None:
        """Enter all names, the longer first, so that a short name finds the full one."""
        in_units: list[tuple[Proper, Unit]] = []
        at = 0
        elsewhere: list[Proper] = []
        for proper in names.in_order:
            while at < len(units) and units[at].last <= proper.first:
                at += 1
            if at < len(units) and units[at].first <= proper.first and proper.words:
                in_units.append((proper, units[at]))
            elif len(proper.words) > 1 and proper.kind is SpeakerKind.PERSON:
                elsewhere.append(proper)
        shared = sharing([p for p, _ in in_units], names)
        in_units = [(shared.get(p.core, p), unit) for p, unit in in_units]
        self._apart = of_another(
            [(p, self._reader.name(p, unit)) for p, unit in in_units if len(p.words) > 1], in_units
        )
        for proper, unit in sorted(in_units, key=lambda held: len(held[0].words) < 2):
            mention = self._reader.name(proper, unit)
            entry = self.enter(proper)
            self.holders[proper.core] = entry
            entry.describe(mention.title, mention.aside)
            reign = next((w for w in mention.title.split()[-1:] if w.lower() in _REIGNS), "")
            if reign and entry.kind is SpeakerKind.PERSON and len(entry.name) == 1 and " " not in entry.shown:
                entry.shown = f"{reign} {entry.shown}"
            after = unit.item_at(proper.last - 1) + 1
            entry.sure = entry.sure or (unit.norm(after) == "," and unit.norm(after + 1).isdigit())  # an age
            told_of = unit.norm(after) == "," and unit.norm(after + 1) in ("who", "whose")
            entry.sure = entry.sure or (told_of and entry.kind is SpeakerKind.PERSON)
            entry.sure = entry.sure or (not proper.possessive and self._acts(unit, after))
            for head in entry.heads:
                if entry not in self._by_head[head][-4:]:
                    self._by_head[head].append(entry)
        for proper in elsewhere:  # in what is read as a script
            if any(same(e, proper.words, proper) for e in self._by_last[bare(proper.words[-1])][:_NAMESAKES]):
                self.enter(proper)
        self.named = sorted(in_units, key=lambda held: held[0].core)
        for entry in self.entries:
            entry.mentions.clear()
            entry.first_full, entry.last_seen = None, -1

    def _acts(self, unit: Unit, item: int) -> bool:
        """Whether the verb after a name is one of which only somebody is the subject: "Lee tried", "Lee had hoped"."""
        while unit.norm(item) in words.AUXILIARIES | words.ADVERBS or unit.norm(item).endswith("ly"):
            item += 1
        return unit.norm(item) in words.ACTS | words.THINKS

    def enter(self, proper: Proper) -> Entry:
        """The entry of a name, new where nobody of that name was met."""
        name = tuple(bare(w) for w in proper.words)
        if name[0] == "the" and len(name) > 1:
            name = name[1:]
        shown = proper.shown[:-2] if proper.possessive and proper.shown.endswith(("'s", "\u2019s")) else proper.shown
        last = unsuffixed(turned(name))[-1]
        for entry in self._by_last[last][:_NAMESAKES]:
            if len(name) == 1 and last in self._apart and len(entry.name) > 1:
                continue
            if same(entry, name, proper):
                if fullness(name) > fullness(entry.name):
                    entry.name, entry.shown = name, shown
                    entry.gender = entry.gender or gender(name)
                return entry
        if len(name) == 1 and proper.kind is SpeakerKind.PERSON and self._by_first[last]:
            held = self._by_first[last]
            surname_first = last not in self._apart and len(held) == 1 and len(held[0].name) == 2  # Lin Bo, then Lin
            if given(last) or surname_first:
                return held[-1]
        if len(name) == 1 and last not in self._apart and (held := self._by_lead[last]) and not given(last):
            return held[0]
        entry = Entry(proper.kind, shown, name)
        self.entries.append(entry)
        self._by_last[last].append(entry)
        if len(name) > 1 and proper.kind is SpeakerKind.PERSON:
            self._by_first[name[0]].append(entry)
        if len(name) == 1 and (parts := humps(shown)):
            self._by_last["".join(part[0] for part in parts).lower()].append(entry)  # GlaxoSmithKline, then GSK
        if len(name) > 1 and proper.kind is SpeakerKind.INSTITUTION:
            if name[0] not in _NO_LEADS:
                self._by_lead[name[0]].append(entry)
            self._shorten(entry, name)
        return entry

    def _shorten(self, entry: Entry, name: tuple[str, ...]) -> None:
        """Enter the initials of a body's name, HHS or DOJ, those of the Justice Department turned round."""
        if name[-1] == "department" and len(name) > 1:
            name = ("department", "of", *name[:-1])
        for left_out in (_SMALL, _SMALL - {"of"}):
            self._by_last["".join(w[0] for w in name if w not in left_out)].append(entry)

    def labelled(self, label: str) -> Entry | None:
        """The person of a label, by full name or surname."""
        name = tuple(w.strip(".") for w in label.lower().split())
        for entry in reversed(self._by_last[name[-1]][-8:]):
            if entry.kind is SpeakerKind.PERSON and (
                len(name) == 1 or len(entry.name) == 1 or entry.name[0] == name[0] or entry.name[-len(name) :] == name
            ):
                return entry
        return None
