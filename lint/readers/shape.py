"""What a line of news copy is, judged by its shape and its place: headline, caption, byline, furniture.

Plain text carries no markup, so the conventions of copy stand in for it: AP and wire layout of
bylines, datelines and captions, and the labels that content systems print around a story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..text.blocks import BlockKind

_LABELS = Path(__file__).with_name("furniture.txt")
_SHORT = 160
_HEAD_WORDS = 20
_CROSSHEAD_WORDS = 12
_BODY_WORDS = 22

# Patterns given as text are compiled when a draft first comes to them: hardly a line does.
_CREDIT = r"""(?ix)
      (?<!\bthe[ ])(?<!\bbig[ ])(?<!minute[ ])(?<!\bthis[ ])(?<!\bnew[ ])
      \b(?:image|photo|picture|photograph|screenshot|video|illustration|graphic)s?[ ]?(?:credits?|courtesy|source)?\s?[:/|]
    | \b(?:credits?|source): | \bphoto(?:graph)?[ ]by\b | \bfile[ ]photo\b
    | (?:^|[(|.:][ ]?|photo[ ]|image[ ]|video[ ]|picture[ ])courtesy[ ]of\b
    | \b(?:getty[ ]images|ap[ ]photo)\b | \b(?:reuters|afp|epa)/(?!ipsos|university) | /(?:ap|reuters|afp)\b
    | \(ap\)$ | \|[ ](?:ap|getty|afp|reuters)\b
    """
_CREDIT_MARKS = (":", "/", "|", "(ap)", "photo", "courtesy of", "getty images")
"""What no credit is without."""
_CAPTION_START = re.compile(
    r"(?i)^(?:caption|photo|pictured|image|picture)\b\s*[:(|-]|^pictured\b|^file [-\u2013\u2014:] "
)
_BYLINE = re.compile(r"^(?:By|BY|Written [Bb]y|Story by|Reporting by|Words by|Text by)(?::?\s+\S.*|:?)$")
_NAME = r"[A-Z][\w.\u2019'\-]*(?: (?:[A-Z][\w.\u2019'\-]*|de|van|der|von|al|bin|la|le|del)){1,4}"
_TRADE = (
    r"(?:editor|writer|reporter|correspondent|journalist|columnist|author|contributor|producer|critic|fellow|professor"
    r"|analyst|photographer|researcher|lecturer|historian|freelancer|editor-in-chief|bureau chief|commentator|intern"
    r"|staff writer|scholar|host|blogger|director|novelist|essayist|scientist|economist|attorney|lawyer)s?"
)
_AUTHOR = re.compile(
    rf"^(?!(?:The|This|That|These|It|He|She|They|We|I|As|So|When|While|Now|But|And|If|In|On|At|For|Former|Mr|Ms|Mrs|Gen|Sen|Rep"
    rf"|Gov|President|Senator)\b){_NAME}(?:,[^.]{{0,60}},)? "
    r"(?:(?P<is>is|works as|serves as)|has (?:written|covered|reported)|covers|(?:writes|reports) (?:for|about|on|from))\b"
)
_TRADE_WITHIN = 9
_NO_TITLE = re.compile(r"^(?:who|that|when|because|to|by|not|has|will|[a-z]\w{2,}ing|(?!distinguished)[a-z]\w+ed)\b")
_DASHED = re.compile(r"[ \u2014\u2013]+")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE_ALONE = rf"""(?ix)
    ^(?:published|updated|posted|last[ ]updated|first[ ]published)?:?\s*(?:on[ ])?
    (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?:{_MONTH}\s+{_DAY},?(?:\s+\d{{4}})? | {_DAY}\s+{_MONTH},?(?:\s+\d{{4}})? | \d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})
    (?:[\s,|@\u2013\u2014-]+.{{0,40}})?$
    """
_CITY = r"[A-Z][A-Z.\u2019'\-]+"
_PLACE = r"[A-Z][\w.\u2019'\-]*"
_DASH = r"(?:\u2014|\u2013|--|-)"
_DASHES = ("-", "\u2013", "\u2014")
_AGENCY = r"(?:AP|Reuters|REUTERS|AFP|UPI|PA|CNN|Bloomberg|dpa|Xinhua)"
_DATELINE = rf"""(?x)
      ^{_CITY}(?:[ ,]+(?:{_PLACE}|of|and|de|the)){{0,6}}\s*(?:\([A-Z][\w .&/\u2019'\-]{{0,40}}\)\s*)?{_DASH}\s+
    | ^{_PLACE}(?:[ ,]+{_PLACE}){{0,4}}\s*\({_AGENCY}\)\s*{_DASH}\s+
    """
_ENDS_SENTENCE = re.compile(r"[.!?\u2026:;,][\u201d\u2019\"')\]]*$")
_ENDS_STATEMENT = re.compile(r"[.;,\u2026:][\u201d\u2019\"')\]]*$")
_SMALL = frozenset(
    "a an and as at but by en for from if in into nor of off on onto or out over per so than that the to up v vs via "
    "with yet is are was were be been it its his her their he she they we you i not".split()
)
_SPACES = re.compile(r"\s+")
_EDGES = " \t\u00a0.!:|>\u00bb\u203a\u2192\u2190<\u00ab\u2039()[]\u2026*-\u2013\u2014"


def kinds(texts: Sequence[str], bulleted: Sequence[bool]) -> list[BlockKind]:
    """The kind of each paragraph of plain copy, in order."""
    found = [_alone(text, item) for text, item in zip(texts, bulleted, strict=True)]
    body = next((i for i, kind in enumerate(found) if kind is None and _is_body(texts[i])), len(texts))
    _mark_top(texts, found, body)
    last_body = max((i for i, kind in enumerate(found) if kind is None and _is_body(texts[i])), default=-1)
    for i in range(body, len(texts)):
        if found[i] is None and i < last_body and is_heading(texts[i]) and _stands_alone(texts, i):
            found[i] = BlockKind.HEADING
    return [kind or BlockKind.PARAGRAPH for kind in found]


def is_furniture(text: str) -> bool:
    """Whether a line is a label that a web page prints around a story: "Share this", "Advertisement"."""
    if len(text) > _SHORT:
        return False
    bare = _SPACES.sub(" ", text.replace("\u2019", "'")).strip(_EDGES).casefold()
    labels = _furniture()
    return bare in labels.exact or bare.startswith(labels.starts) or bare.endswith(labels.ends)


def is_caption(text: str) -> bool:
    """Whether a short paragraph is a caption: it credits a picture or begins as captions do."""
    if len(text) >= 4 * _SHORT:
        return False
    lowered = text.lower()
    credits = any(mark in lowered for mark in _CREDIT_MARKS) and re.search(_CREDIT, text)
    return bool(credits or _CAPTION_START.search(text))


def is_author_line(text: str) -> bool:
    """Whether a paragraph says who its author is: a name, what they do, where."""
    match = _AUTHOR.match(text)
    if match is None or match["is"] is None:
        return match is not None
    for word in _DASHED.split(text[match.end() : match.end() + _SHORT].strip())[:_TRADE_WITHIN]:
        if re.match(rf"(?i)\W*{_TRADE}\b", word):
            return True
        if _NO_TITLE.match(word):
            return False
    return False


def is_heading(text: str) -> bool:
    """Whether a line within the story is a crosshead: short, no sentence, a capital first."""
    words = text.split()
    if not 1 <= len(words) <= _CROSSHEAD_WORDS or not text[0].isalnum() or text[0].islower():
        return False
    return not _ENDS_STATEMENT.search(text) and (len(words) > 1 or text[0].isupper())


def is_title_case(text: str) -> bool:
    """Whether nearly all words that title case capitalises have their capital."""
    words = [w.strip("\u201c\u201d\u2018\u2019\"'(),:;?!") for w in text.split()]
    big = [w for w in words if w and w[0].isalpha() and w.lower() not in _SMALL]
    return len(big) > 1 and sum(w[0].isupper() for w in big) >= 0.8 * len(big)


def dateline_end(text: str) -> int:
    """Where the dateline that opens a paragraph ends ("KYIV, Ukraine (AP) — "), or 0."""
    start = text[:120]
    match = re.match(_DATELINE, start) if any(dash in start for dash in _DASHES) else None
    return match.end() if match and match.end() < len(text) else 0


def _alone(text: str, bulleted: bool) -> BlockKind | None:
    """The kind that a line's own shape gives it."""
    if is_furniture(text):
        return BlockKind.FURNITURE
    if bulleted:
        return BlockKind.LIST_ITEM
    if len(text) < _SHORT and _BYLINE.match(text) and (len(text.split()) <= 12 and not text.endswith(".")):
        return BlockKind.BYLINE
    if len(text) < _SHORT and any(c.isdecimal() for c in text) and re.match(_DATE_ALONE, text):
        return BlockKind.DATELINE
    if is_author_line(text):
        return BlockKind.AUTHOR
    if is_caption(text):
        return BlockKind.CAPTION
    return None


def _mark_top(texts: Sequence[str], found: list[BlockKind | None], body: int) -> None:
    """Tell headline, kicker and subhead among the lines before the first body paragraph."""
    heads = [i for i in range(body) if found[i] is None and len(texts[i].split()) <= _HEAD_WORDS + 6]
    if not heads:
        return
    if len(texts) == 1 and not is_title_case(texts[0]):
        return
    titled = [i for i in heads[:3] if not _ENDS_STATEMENT.search(texts[i]) and len(texts[i].split()) <= _HEAD_WORDS]
    if not titled:
        return
    headline = max(titled, key=lambda i: (is_title_case(texts[i]), len(texts[i].split()), -i))
    for i in heads:
        found[i] = BlockKind.HEADLINE if i == headline else BlockKind.SUBHEAD
        if i > headline and _ENDS_SENTENCE.search(texts[i]) and len(texts[i].split()) > _CROSSHEAD_WORDS:
            found[i] = None


def _is_body(text: str) -> bool:
    """A paragraph of the story: long, or a whole sentence."""
    words = len(text.split())
    return words >= _BODY_WORDS or (
        words >= 5 and bool(_ENDS_STATEMENT.search(text) or text.rstrip().endswith(("\u201d", '"')))
    )


def _stands_alone(texts: Sequence[str], i: int) -> bool:
    """A crosshead has copy after it."""
    return i + 1 < len(texts)


class _Labels(NamedTuple):
    exact: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


@lru_cache(maxsize=1)
def _furniture() -> _Labels:
    """Labels of web pages: whole lines, beginnings (written with a final *) and ends (with a * before them)."""
    lines = _LABELS.read_text(encoding="utf-8").splitlines()
    labels = [line.strip().casefold() for line in lines if line.strip() and not line.startswith("#")]
    starts = tuple(label[:-1] for label in labels if label.endswith("*"))
    ends = tuple(label[1:] for label in labels if label.startswith("*"))
    return _Labels(frozenset(label.strip(_EDGES) for label in labels if "*" not in label), starts, ends)
