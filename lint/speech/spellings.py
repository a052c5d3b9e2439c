"""What the spelling of a word tells of a name: humps and hyphens of bodies, common first names, possessive endings."""

from __future__ import annotations

import re

from ..text.tokens import Token
from . import given_names
from .lexicon import ORG_WORDS

_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,4}|(?:[A-Z][a-z]{2,}){1,3}[A-Z]{2,4}")
_HUMP = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}")
_HUMP_LEAST = 4
_PARTICLES = frozenset("mc mac fitz de le la di du da del des van von st al el".split())


def given(word: str) -> bool:
    """Whether a word is a common first name."""
    return word in given_names.HE or word in given_names.SHE


def bare(norm: str) -> str:
    """A word without its possessive ending."""
    return norm[:-2] if norm.endswith("'s") else norm.removesuffix("'") if norm.endswith("s'") else norm


def humps(text: str) -> list[str]:
    """The parts of a body's name written as one word, which are none in a surname: LifeSiteNews, GlaxoSmithKline."""
    if not _CAMEL.fullmatch(text):
        return []
    parts = _HUMP.findall(text)
    first = parts[0].lower()
    plain = first in _PARTICLES or given(first) or given(text.lower())
    return parts if not plain and (len(parts) > 2 or len(first) >= _HUMP_LEAST) else []


def hyphened(token: Token) -> bool:
    """Whether a name of two words with a hyphen is a paper's: the Courier-Journal."""
    parts = token.text.split("-")
    return (
        len(parts) == 2 and all(part[:1].isupper() for part in parts) and bare(token.norm.split("-")[-1]) in ORG_WORDS
    )


def compound(token: Token) -> bool:
    """Whether a capital stands only before the hyphen: Oscar-nominated, Boston-born."""
    _, hyphen, end = token.text.rpartition("-")
    return bool(hyphen) and end.islower() and len(end) > 2
