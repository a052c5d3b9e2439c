"""Forms of verbs that do not go with the auxiliary, the “to” or the subject before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lint.rule import Token

from ._pairs import ARTICLES, POSSESSIVES, PRONOUNS, clause_opens, in_relative, norm_at

_TABLE = Path(__file__).with_name("_verbs.txt")
_HAVE = frozenset(("has", "have", "had"))
_HAVE_NOT = frozenset(("hasn't", "haven't", "hadn't"))
_HAVE_CUT = frozenset(("i've", "we've", "you've", "they've"))
_MODALS = frozenset("will would can could may might must should".split())
_MODALS_ONLY = frozenset(("would", "could", "should"))
"""Modals that are nothing else; “will”, “might”, “can”, “must” and “May” are nouns and names too."""
_MODALS_NOT = frozenset("won't wouldn't can't couldn't shouldn't cannot mustn't".split())
_MODALS_CUT = frozenset("i'll we'll you'll they'll he'll she'll it'll".split())
_DO_NOT = frozenset(("didn't", "doesn't", "don't"))
_DO = frozenset(("do", "does", "did"))
_HAVE_FOR_BE = {"is": "has", "are": "have", "was": "had", "were": "had"}
_DONE = _DO | {"done", "doing", "all", "thing", "step"}
"""What makes “is” govern a bare verb: “all he did was follow”."""
_BE = frozenset("is are was were be been being".split())
_TO_AFTER = frozenset(
    "able allowed continue continues continued decided expected failed going hopes likely managed needed needs plans "
    "promised ready refused refuses scheduled set supposed tried tries trying unable unlikely used want wanted wants".split()
)
_TO_VERBS_ONLY = frozenset(
    "able allowed decided expected managed refused refuses supposed tried tries trying unable unlikely want wanted "
    "wants".split()
)
"""Of these, what a verb alone may follow, and no noun with an adjective (“used to reduced rates”)."""
_ALSO_NOUNS = frozenset(
    "breaks builds catches deserves draws drives falls flies gets holds keeps lives makes moves needs offers pays "
    "promises raises reaches runs says sees stands starts stays stops struggles supports takes talks tears throws "
    "treats turns urges uses votes waits walks wants wears wins works worries".split()
)
_ALSO_BASES = frozenset(("did", "fell", "got", "saw", "used"))
"""Pasts that are base forms too, or that speakers set after “don’t”, or “didn’t used to”."""
_NOUN_BASES = frozenset(
    "address agree appear apply arise arrive become believe belong blame break build catch challenge claim come "
    "demand depend disagree do draw drive eat emerge encourage exist fail fall fly get go happen have hire hold "
    "insist join keep live lose make move need occur offer overcome pay produce promise push raise reach rely "
    "remain resign respond retire run say seem stand start stay stop struggle succeed support talk tear testify "
    "throw treat try turn urge use vote wait walk want wear welcome win wish work worry".split()
)
"""Bases that are nouns or adjectives too, their own participles, or verbs that have no passive."""
_OWNED = frozenset("claim have need pay say support talk use work".split())
"""Bases that are nouns which one may have: “they should have say in it”."""
_AFTER_PARTICIPLE = frozenset("to by in for as that on at with from".split())
_SAYING = frozenset("say says said thinks think believe believes believed hope hopes announced promised".split())
_SUBJUNCTIVE = frozenset("should had did does do would could must may can will might if lest whether though".split())


class Verb(NamedTuple):
    """The forms of a verb."""

    base: str
    s_form: str
    past: str
    participle: str


class Slip(NamedTuple):
    """Tokens `first` to `last` of a sentence, and what should stand there, likeliest first."""

    first: int
    last: int
    rights: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> Sequence[Verb]:
    rows = _TABLE.read_text(encoding="utf-8").splitlines()
    return [Verb(*row.split()) for row in rows if not row.startswith("#")]


@lru_cache(maxsize=1)
def _by_base() -> Mapping[str, Verb]:
    return {v.base: v for v in _table()}


@lru_cache(maxsize=1)
def _by_s() -> Mapping[str, Verb]:
    return {v.s_form: v for v in _table()}


@lru_cache(maxsize=1)
def _by_past() -> Mapping[str, Verb]:
    return {v.past: v for v in _table()}


@lru_cache(maxsize=1)
def _lone_pasts() -> Mapping[str, Verb]:
    """Pasts that are no participles."""
    return {v.past: v for v in _table() if v.past != v.participle}


@lru_cache(maxsize=1)
def verb_pairs() -> Mapping[str, frozenset[str]]:
    """The pairs of words that `verb_slip` judges."""
    finite = frozenset((*_by_s(), *_by_past()))
    bases = frozenset(_by_base())
    pairs: dict[str, frozenset[str]] = {}
    for words, seconds in (
        (_HAVE | _HAVE_NOT | _HAVE_CUT, frozenset(_lone_pasts()) | bases | {"be"}),
        (_MODALS | _MODALS_NOT | _MODALS_CUT | _DO_NOT, finite),
        (("not",), finite | {"be"}),
        (("to",), finite),
        (_BE, (bases - _NOUN_BASES) | {"been"}),
        (("he", "she", "it"), bases),
        (("they", "we"), frozenset(_by_s()) | {"was"}),
        (("you",), frozenset(("was", "has"))),
    ):
        for word in words:
            pairs[word] = pairs.get(word, frozenset()) | seconds
    return pairs


def verb_slip(tokens: Sequence[Token], i: int) -> Slip | None:
    """The slip that the pair of tokens i-1 and i is, if it is one."""
    first = tokens[i - 1].norm
    if first == "not":
        return _after_not(tokens, i)
    if first in _HAVE | _HAVE_NOT | _HAVE_CUT:
        return _after_have(tokens, i)
    if first in _MODALS | _MODALS_NOT | _MODALS_CUT | _DO_NOT:
        return _after_modal(tokens, i)
    if first == "to":
        return _after_to(tokens, i)
    if first in _BE:
        return _after_be(tokens, i)
    return _after_subject(tokens, i)


def _after_not(tokens: Sequence[Token], i: int) -> Slip | None:
    before = norm_at(tokens, i - 2)
    if tokens[i].norm == "be":
        return Slip(i - 2, i, (f"{before} not been",)) if before in _HAVE else None
    if before in _MODALS_ONLY | _DO and not _leaves_out(tokens, i - 2):
        return _finite_after(tokens, i, i)
    return None


def _after_have(tokens: Sequence[Token], i: int) -> Slip | None:
    first, second = tokens[i - 1].norm, tokens[i].norm
    modal = i > 1 and tokens[i - 2].norm in _MODALS_ONLY | _MODALS_NOT
    ends_no_clause = first in _HAVE_NOT | _HAVE_CUT or modal
    if not ends_no_clause and not _has_subject(tokens, i - 1):
        return None
    if second in _lone_pasts():
        return Slip(i - 1, i, (_with(tokens, i, _lone_pasts()[second].participle),))
    if second == "be":
        return Slip(i - 1, i, (_with(tokens, i, "been"),))
    verb = _by_base()[second]
    unfit = _OWNED if ends_no_clause else _NOUN_BASES
    if verb.participle == second or second in unfit:
        return None
    return Slip(i - 1, i, (_with(tokens, i, verb.participle), _with(tokens, i, f"to {second}")))


def _after_modal(tokens: Sequence[Token], i: int) -> Slip | None:
    first = tokens[i - 1].norm
    if first in _MODALS_CUT:
        return _finite_after(tokens, i, i - 1)
    if first in _MODALS_NOT | _DO_NOT:
        return None if _leaves_out(tokens, i - 1) else _finite_after(tokens, i, i - 1)
    told = _pronoun_opens(tokens, i - 2) if first not in _MODALS_ONLY else _stands_alone(tokens, i - 1)
    return _finite_after(tokens, i, i - 1) if told else None


def _finite_after(tokens: Sequence[Token], i: int, first: int) -> Slip | None:
    """A slip of a finite form at i, which wants its base, or where “by” follows rather “be” and the participle."""
    second = tokens[i].norm
    verb = _by_s().get(second) or _by_past()[second]
    if second in _ALSO_BASES:
        return None
    base, passive = ("have" if second in _HAVE else verb.base), f"be {verb.participle}"
    rights = [base]
    if second == verb.participle and i + 1 < len(tokens):
        rights = [passive, base] if tokens[i + 1].norm == "by" else [base, passive]
    lead = "" if first == i else f"{tokens[first].text} "
    return Slip(first, i, tuple(lead + right for right in rights))


def _after_to(tokens: Sequence[Token], i: int) -> Slip | None:
    second = tokens[i].norm
    before = norm_at(tokens, i - 2)
    verb = _by_s().get(second) or _by_past()[second]
    if before not in _TO_AFTER or in_relative(tokens, i - 2) or not _is_own(tokens, i):
        return None
    if second in _ALSO_BASES:
        return None
    sure = second in _lone_pasts() or (second == verb.s_form and second not in _ALSO_NOUNS)
    if not sure and before not in _TO_VERBS_ONLY:
        return None
    return Slip(i, i, (verb.base,) if second != verb.participle else (verb.base, f"be {verb.participle}"))


def _after_be(tokens: Sequence[Token], i: int) -> Slip | None:
    if tokens[i].norm == "been":
        right = _HAVE_FOR_BE.get(tokens[i - 1].norm)
        return Slip(i - 1, i, (f"{right} been",)) if right and not in_relative(tokens, i - 1) else None
    after = norm_at(tokens, i + 1)
    if after not in _AFTER_PARTICIPLE or any(t.norm in _DONE or t.norm.startswith("what") for t in tokens[: i - 1]):
        return None
    return Slip(i, i, (_by_base()[tokens[i].norm].participle,))


def _after_subject(tokens: Sequence[Token], i: int) -> Slip | None:
    """“He have”, “they was”: told only at the beginning of a clause."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    before = norm_at(tokens, i - 2)
    if first in ("they", "we") and second == "was":
        return Slip(i - 1, i, (_with(tokens, i, "were"),))
    if any(t.norm in _SUBJUNCTIVE for t in tokens[: i - 1]):
        return None
    if before in ("if", "though", "as") or _is_joined(tokens, i - 1):
        return None
    opens = clause_opens(tokens, i - 1) or before == "when"
    if not opens:
        return None
    if first in ("he", "she", "it"):
        if second == "need" or (second != "have" and before not in ("", "when", "because", "but")):
            return None
        right = _by_base()[second].s_form
    else:
        right = "were" if second == "was" else _by_s()[second].base
    return Slip(i - 1, i, (_with(tokens, i, right),))


def _is_joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether “and” or “or” joins the pronoun at i to a name or noun: “his wife and she have”."""
    return i > 1 and tokens[i - 1].norm in ("and", "or", "nor") and tokens[i - 2].counts


def _leaves_out(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Whether a verb may be left out after the auxiliary: “those who did not went home”."""
    return auxiliary > 0 and tokens[auxiliary - 1].norm in ("who", "what", "as")


def _stands_alone(tokens: Sequence[Token], modal: int) -> bool:
    """Whether “could” has its subject right before it, so that no clause can end with it (“all he could”)."""
    if modal == 0 or not tokens[modal - 1].is_word or _leaves_out(tokens, modal):
        return False
    before = tokens[modal - 1].norm
    if before in PRONOUNS:
        return _pronoun_opens(tokens, modal - 1)
    return before not in ("they", "why", "how", "when", "where", "than", "so", "and", "or")


def _pronoun_opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i is a pronoun that opens its clause, after “said that” too."""
    if i < 0 or tokens[i].norm not in PRONOUNS:
        return False
    reported = i > 1 and tokens[i - 1].norm == "that" and tokens[i - 2].norm in _SAYING
    return reported or (clause_opens(tokens, i) and not in_relative(tokens, i))


def _has_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether a pronoun that opens its clause, or a short noun phrase that opens the sentence, stands before `end`."""
    if end == 0 or in_relative(tokens, end):
        return False
    if tokens[end - 1].norm in PRONOUNS:
        return clause_opens(tokens, end - 1)
    before = tokens[:end]
    plain = all(t.is_word and t.norm not in PRONOUNS for t in before)
    return plain and (end <= 2 or (end == 3 and before[0].norm in ARTICLES | POSSESSIVES))


def _is_own(tokens: Sequence[Token], i: int) -> bool:
    """Whether “to” governs token i: something follows, and no clause without “that” (“all he wanted to”) may end there."""
    if i + 1 >= len(tokens) or not tokens[i + 1].counts:
        return False
    return all(t.norm not in PRONOUNS or clause_opens(tokens, at) for at, t in enumerate(tokens[: i - 1]))


def _with(tokens: Sequence[Token], i: int, right: str) -> str:
    return f"{tokens[i - 1].text} {right}"
