"""What a finding is known by from run to run: what it says of which words, not where it stands."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from ..finding import Finding, in_order
from ..text.blocks import Block
from ..text.document import Document
from ..text.tokens import Token, normal, tokenize
from .blocks import SourceBlocks

_NEIGHBOURS = 2
_TOKENS = 20
_REACH = 100
_DIGITS = 16


def fingerprints(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, in order, each with its fingerprint: 16 hexadecimal digits.

    It is made of the rule's name, the text found, and the two words on either side within the same block. So edits
    elsewhere leave it, and so do those in white space, line ends and capitals. Findings alike in all this are counted.
    """
    if not findings:
        return []
    from hashlib import sha256

    blocks = SourceBlocks(document)
    seen: Counter[tuple[str, ...]] = Counter()
    marked: list[Finding] = []
    for finding in in_order(findings):
        before, after = _neighbours(document, blocks.of(finding), finding)
        said = (finding.rule, _plain(finding.text), _plain(" ".join(before)), _plain(" ".join(after)))
        digest = sha256("\x1f".join((*said, str(seen[said]))).encode("utf-8", "surrogatepass")).hexdigest()
        seen[said] += 1
        marked.append(finding._replace(fingerprint=digest[:_DIGITS]))
    return marked


def _neighbours(document: Document, block: Block | None, finding: Finding) -> tuple[list[str], list[str]]:
    """The words around a finding: in its block's prose, or in its line where it stands in no block."""
    start, end = finding.span
    if block is None:
        text, lines = document.source.text, document.source.lines
        line, last = lines.line(finding.start.line), lines.line(finding.end.line)
        before = tokenize(text[max(line.start, start - _REACH) : start])
        return _words(reversed(before)), _words(tokenize(text[end : min(last.end, end + _REACH)]))
    tokens = document.tokens
    start, end = document.map.prose(start), document.map.prose(end)
    at, beyond = document.token_at(start), document.token_at(end)
    ending = document.block_at(max(start, end - 1)).end
    left = (t for t in reversed(tokens[max(0, at - _TOKENS) : at]) if t.start >= block.start)
    right = (t for t in tokens[beyond : beyond + _TOKENS] if end <= t.start < ending)
    return _words(left), _words(right)


def _words(tokens: Iterable[Token]) -> list[str]:
    return list(islice((t.norm for t in tokens if t.counts), _NEIGHBOURS))


def _plain(text: str) -> str:
    return normal(unicodedata.normalize("NFC", " ".join(text.split())))
