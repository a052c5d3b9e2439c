"""The native API's work: a request to findings, or to mended text. Runs in a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from ..finding import Edit as SourceEdit
from ..finding import Finding
from ..fixer import apply, choose
from ..genre import Genre
from ..linter import Linter
from ..report import CONTRACT_VERSION, FileReport
from ..reports.contract import TOOL
from ..text.span import Span
from ..version import VERSION
from . import schemas as api
from .documents import Draft, Part, together
from .offsets import Units
from .places import Places
from .profiles import Ask, Profiles
from .quoted import quoted
from .worker import Reply

_ROUNDS = 10


class Read(NamedTuple):
    """A draft with what was found in it: the report's own, and of that what the request wants to hear."""

    draft: Draft
    report: FileReport
    findings: Sequence[Finding]
    ignored: int


def check(profiles: Profiles, request: api.CheckRequest) -> Reply:
    """What is to be mended in the text or document of a request."""
    linter = profiles.linter(ask(request))
    return _reply(_response(linter, request, _read_all(linter, drafts(request), request)))


def fix(profiles: Profiles, request: api.FixRequest) -> Reply:
    """The text or document of a request with its fixes made."""
    linter = profiles.linter(ask(request))
    asked = drafts(request)
    genre = _genre(linter, asked)
    settled = [_settled(linter, draft, request, genre) for draft in asked]
    left = [_read(linter, s.draft, request, genre) for s in settled]
    response = api.FixResponse(
        changed=any(s.changed for s in settled),
        applied=[row for s in settled for row in s.applied],
        looping=sorted({name for s in settled for name in s.looping}),
        left=_response(linter, request, left),
    )
    if isinstance(request.document, UnsetType):
        response.text = settled[0].draft.text
    else:
        response.document = api.FixedDocument(request.document.id, [_fixed_field(s.draft) for s in settled])
    return _reply(response)


def ask(request: api.CheckRequest) -> Ask:
    """What a request asks of a linter."""
    return Ask(
        request.profile,
        genre="" if isinstance(request.genre, UnsetType) else request.genre,
        story_date="" if isinstance(request.story_date, UnsetType) else request.story_date.isoformat(),
    )


def drafts(request: api.CheckRequest) -> list[Draft]:
    """The drafts of a request: its text, or one for each field."""
    if isinstance(request.document, UnsetType):
        return [Draft((Part("" if isinstance(request.text, UnsetType) else request.text),), request.format)]
    utf16 = request.offset_unit == "utf16"
    return [
        Draft(tuple(_part(block, field.name, utf16) for block in field.blocks), request.format, field.name)
        for field in request.document.fields
    ]


def _part(block: api.Block, field: str, utf16: bool) -> Part:
    """A block with its skipped stretches in code points and within its text."""
    plain = Part(block.text, block.id, kind="" if isinstance(block.kind, UnsetType) else block.kind, field=field)
    if not block.skip:
        return plain
    units, length = Units(block.text), len(block.text)
    whole = ((int(start), int(end)) for start, end in block.skip)
    spans = ((units.code_point(a), units.code_point(b, up=True)) if utf16 else (a, b) for a, b in whole)
    return plain._replace(skip=tuple(Span(a, min(b, length)) for a, b in spans if a < min(b, length)))


def _read_all(linter: Linter, asked: Sequence[Draft], request: api.CheckRequest) -> list[Read]:
    genre = _genre(linter, asked)
    return [_read(linter, draft, request, genre) for draft in asked]


def _genre(linter: Linter, asked: Sequence[Draft]) -> Genre:
    """What a document is taken for: what the longest of its fields is."""
    longest = max(asked, key=lambda draft: len(draft.text), default=None)
    return linter.genre_of(longest.document) if longest else Genre()


def _read(linter: Linter, draft: Draft, request: api.CheckRequest, genre: Genre) -> Read:
    report = linter.check_document(draft.document, genre=genre)
    mine = draft.mine(report.findings)
    wanted = [finding for finding in mine if finding.fingerprint not in request.ignore]
    return Read(draft, report, wanted, len(mine) - len(wanted))


# fixes


class _Settled(NamedTuple):
    """A draft after its fixes, or as it was where they would not settle."""

    draft: Draft
    changed: bool
    applied: list[api.Applied]
    looping: set[str]


def _settled(linter: Linter, draft: Draft, request: api.FixRequest, genre: Genre) -> _Settled:
    """Fix until nothing changes, as `lint.fixer.settle` does, with the bounds of blocks kept through every round."""
    now, seen = draft, {draft.parts: 0}
    rounds: list[list[api.Applied]] = []
    while True:
        found = _read(linter, now, request, genre).findings
        findings = [f for f in found if f.fixes and _changes(now.text, f.fixes[0].edits)]
        chosen = choose(findings, unsafe=request.unsafe)
        if not chosen:
            return _Settled(now, now.parts != draft.parts, [row for batch in rounds for row in batch], set())
        now = now.edited(edit for _, made in chosen for edit in made.edits)
        rounds.append(
            [api.Applied(f.rule, made.title, f.message, f.fingerprint, draft.name or UNSET) for f, made in chosen]
        )
        if now.parts in seen or len(rounds) == _ROUNDS:
            first = seen.get(now.parts, _ROUNDS // 2)
            return _Settled(draft, False, [], {row.rule for batch in rounds[first:] for row in batch})
        seen[now.parts] = len(rounds)


def _changes(text: str, edits: Iterable[SourceEdit]) -> bool:
    return apply(text, edits) != text


def _fixed_field(draft: Draft) -> api.FixedField:
    return api.FixedField(draft.name, [api.FixedBlock(part.id, part.text) for part in draft.parts])


# findings as the request wants them


def _reply(response: api.CheckResponse | api.FixResponse) -> Reply:
    report = response.left if isinstance(response, api.FixResponse) else response
    return Reply(msgspec.json.encode(response), found=Counter(finding.rule for finding in report.findings))


def _response(linter: Linter, request: api.CheckRequest, reads: Sequence[Read]) -> api.CheckResponse:
    named = not isinstance(request.document, UnsetType)
    findings: list[api.Finding] = []
    problems: list[api.Problem] = []
    for read in reads:
        places = _places(request, read.draft)
        folded = {finding.fingerprint for finding in read.report.folded}
        findings += [places.finding(f, folded=f.fingerprint in folded) for f in read.findings]
        field = read.draft.name if named else UNSET
        problems += [api.Problem(p.message, p.rule, field) for p in read.report.problems]
    count = Counter(finding.severity for finding in findings)
    response = api.CheckResponse(
        version=CONTRACT_VERSION,
        tool=api.Tool(TOOL, VERSION),
        profile=request.profile,
        offset_unit=request.offset_unit,
        findings=findings,
        stats=api.Stats(sum(r.report.stats.words for r in reads), sum(r.report.stats.sentences for r in reads)),
        summary=api.Summary(
            count["error"], count["warning"], count["suggestion"],
            ignored=sum(read.ignored for read in reads), silenced=sum(read.report.silenced for read in reads),
        ),
        problems=problems,
        genre=_taken_for(reads[0].report.genre if reads else Genre()),
    )  # fmt: skip
    if not isinstance(request.document, UnsetType):
        response.id = request.document.id
    if request.sources:
        # Whom one field names in full, another may quote: they are heard together.
        whole = together([read.draft for read in reads], request.format)
        response.sources = quoted(linter.sources(whole.document), _places(request, whole))
    return response


def _places(request: api.CheckRequest, draft: Draft) -> Places:
    named = not isinstance(request.document, UnsetType)
    return Places(draft, utf16=request.offset_unit == "utf16", named=named)


def _taken_for(genre: Genre) -> api.TakenFor:
    return msgspec.convert({"name": genre.name, "by": genre.by.value, "why": genre.why}, api.TakenFor)
