"""What the native API takes and gives. The OpenAPI document and the validation are made of these types."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

Offset = Annotated[int, Meta(ge=0)]
Whole = Annotated[float, Meta(ge=0, multiple_of=1)]
"""A whole number as it comes in: to JSON, 3.0 is one too."""
Unit = Literal["code_point", "utf16"]
Format = Literal["plain", "markdown", "html"]
Genre = Literal["news", "analysis", "opinion", "feature"]
Level = Literal["error", "warning", "suggestion"]
Safety = Literal["safe", "unsafe", "show"]
Kind = Literal[
    "paragraph", "heading", "list-item", "quotation", "table-cell", "headline", "standfirst", "caption", "byline"
]
SpeakerKind = Literal["person", "institution", "group", "document", "anonymous", "unknown"]
Manner = Literal["direct", "partial", "indirect"]
DEFAULT_PROFILE = "default"

# what comes in


class Block(Struct, forbid_unknown_fields=True):
    """A block of a field, such as a paragraph: its text, and stretches of it that are not copy."""

    text: Annotated[str, Meta(description="The block's text, in the request's format.")]
    id: Annotated[str, Meta(description="What the sender calls the block.")] = ""
    kind: (
        Annotated[Kind, Meta(description="What the block is in the story; told from its text where it is left out.")]
        | UnsetType
    ) = UNSET
    skip: Annotated[
        list[tuple[Whole, Whole]],
        Meta(description="Stretches [start, end) of the text that are neither checked nor changed."),
    ] = []


class Field(Struct, forbid_unknown_fields=True):
    """A named field of a document. Its blocks are checked together, as one draft."""

    name: Annotated[
        str,
        Meta(description="Of headline, standfirst, subhead, caption and byline, the blocks are read as just that."),
    ]
    blocks: list[Block]


class Document(Struct, forbid_unknown_fields=True):
    """A story as a content system holds it."""

    fields: list[Field]
    id: str = ""


class CheckRequest(Struct, forbid_unknown_fields=True):
    """A text or a document, and how to read it."""

    text: str | UnsetType = UNSET
    document: Document | UnsetType = UNSET
    format: Format = "plain"
    profile: Annotated[str, Meta(description="A named set of settings.")] = DEFAULT_PROFILE
    genre: (
        Annotated[Genre, Meta(description="What the draft is. Left out, the draft says it, the profile, or a guess.")]
        | UnsetType
    ) = UNSET
    story_date: (
        Annotated[date, Meta(description="The day of the story, for rules that have a story-date.")] | UnsetType
    ) = UNSET
    ignore: Annotated[list[str], Meta(description="Fingerprints of findings that are let be.")] = []
    offset_unit: Annotated[Unit, Meta(description="What offsets and columns count.")] = "code_point"
    sources: Annotated[bool, Meta(description="Say who is quoted too.")] = False


class FixRequest(CheckRequest, forbid_unknown_fields=True):
    """A text or a document to mend."""

    unsafe: Annotated[bool, Meta(description="Make the unsafe fixes too.")] = False


# what goes out


class Position(Struct):
    """A place: `offset` is 0-based, `line` and `column` are 1-based; in a document, within the block."""

    offset: Offset
    line: Annotated[int, Meta(ge=1)]
    column: Annotated[int, Meta(ge=1)]


class Context(Struct):
    """The text around a finding, at most 40 characters a side, to find its place again in a draft that has changed."""

    before: str
    after: str


class Edit(Struct, omit_defaults=True):
    """Put `text` in place of [start, end) of the text, or of the block that is named."""

    start: Offset
    end: Offset
    text: str
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class Fix(Struct):
    """Edits that are made together or not at all."""

    title: str
    safety: Safety
    edits: list[Edit]


class Related(Struct, omit_defaults=True):
    """Another place that a finding rests on."""

    start: Position
    end: Position
    message: str
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class Finding(Struct, omit_defaults=True):
    """Something to mend. Field and block are there where a document was sent.

    `folded` is there, and true, where it is on the writer's own voice in copy that has this voice for its point: to
    people it need only be counted.
    """

    rule: str
    severity: Level
    confidence: Annotated[float, Meta(ge=0, le=1)]
    message: str
    start: Position
    end: Position
    text: str
    context: Context
    fixes: list[Fix]
    related: list[Related]
    url: str
    fingerprint: str
    folded: bool = False
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class Problem(Struct, omit_defaults=True):
    """A rule that crashed and was left out; without a rule, what is wrong in the draft."""

    message: str
    rule: str
    field: str | UnsetType = UNSET


class Tool(Struct):
    """What made the report."""

    name: str
    version: str


class TakenFor(Struct):
    """What the draft was taken for, who says so (the request, the draft, the profile, or nobody), and of a guess, why."""

    name: Genre
    by: Literal["asked", "draft", "config", "guess"]
    why: str


class Stats(Struct):
    """Counts of the whole draft."""

    words: Offset
    sentences: Offset


class Summary(Struct):
    """Findings by severity; `ignored` by the request's fingerprints, `silenced` by directives in the draft."""

    error: Offset
    warning: Offset
    suggestion: Offset
    ignored: Offset
    silenced: Offset


class Said(Struct, omit_defaults=True):
    """One thing said; of what goes on over several blocks, the part in the first. `found` tells how its speaker was told."""

    start: Position
    end: Position
    manner: Manner
    found: str
    cue: str
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class SaidWords(Struct):
    """Words in quotation marks, and words that the writer attributes without."""

    quoted: Offset
    reported: Offset


class Speaker(Struct, omit_defaults=True):
    """A source. `first`, with its field and block, is where the full name first stands; `share` is of all words said."""

    name: str
    kind: SpeakerKind
    description: str
    first: Position
    statements: Offset
    quotations: Offset
    words: SaidWords
    share: Annotated[float, Meta(ge=0, le=1)]
    said: list[Said]
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class Unattributed(Struct, omit_defaults=True):
    """A quotation that nobody is given for."""

    start: Position
    end: Position
    words: Offset
    text: str
    field: str | UnsetType = UNSET
    block: str | UnsetType = UNSET


class DraftWords(SaidWords):
    """Words of running prose, and of those the ones that somebody says."""

    all: Offset


class Sources(Struct):
    """Who is quoted, those with the most words first."""

    words: DraftWords
    sources: list[Speaker]
    unattributed: list[Unattributed]


class CheckResponse(Struct, omit_defaults=True):
    """What is to be mended, field by field and by place."""

    version: int
    tool: Tool
    profile: str
    offset_unit: Unit
    findings: list[Finding]
    stats: Stats
    summary: Summary
    problems: list[Problem]
    genre: TakenFor
    id: str | UnsetType = UNSET
    sources: Sources | UnsetType = UNSET


class FixedBlock(Struct):
    """A block after the fixes."""

    id: str
    text: str


class FixedField(Struct):
    """A field after the fixes."""

    name: str
    blocks: list[FixedBlock]


class FixedDocument(Struct):
    """A document after the fixes, its fields and blocks in the order in which they came."""

    id: str
    fields: list[FixedField]


class Applied(Struct, omit_defaults=True):
    """A fix that was made."""

    rule: str
    title: str
    message: str
    fingerprint: str
    field: str | UnsetType = UNSET


class FixResponse(Struct, omit_defaults=True):
    """The text or document after its fixes, what was done, and what is left to look at.

    `looping` names rules whose fixes would not settle: the field they met in is then as it was.
    """

    changed: bool
    applied: list[Applied]
    looping: list[str]
    left: CheckResponse
    text: str | UnsetType = UNSET
    document: FixedDocument | UnsetType = UNSET


class RuleRow(Struct):
    """A rule in the list. `severity` and `on` are what holds in the profile."""

    name: str
    pack: str
    severity: Level
    on: bool
    fix: bool
    what: str
    url: str


class RulesResponse(Struct):
    """All rules there are, by name."""

    profile: str
    rules: list[RuleRow]


class OptionRow(Struct):
    """An option of a rule."""

    name: str
    type: str
    default: bool | int | float | str | list[str]
    help: str


class BadCase(Struct):
    """A case that the rule flags, ⟦ ⟧ around the place, and the text after its fix, null where it has none."""

    text: str
    fixed: str | None


class Explanation(Struct):
    """All that is known of a rule."""

    name: str
    pack: str
    severity: Level
    default: bool
    what: str
    why: str
    when_not: str
    fix: str
    quotations: Literal["skip", "show", "only"]
    source: str
    options: list[OptionRow]
    bad: list[BadCase]
    good: list[str]


class Workers(Struct):
    """Worker processes that can take work or are at it, and how many there should be."""

    ready: Offset
    wanted: Offset


class Health(Struct):
    """That the service answers. `status` is "starting" until a worker is ready."""

    status: Literal["ok", "starting"]
    version: str
    workers: Workers


class ErrorBody(Struct):
    """What is wrong. `path` names the field, such as document.fields[0].name; empty where it is none."""

    code: str
    message: str
    path: str


class ErrorResponse(Struct):
    """An answer that is not what was asked for."""

    error: ErrorBody
