"""Nouns and numbers whose number does not go with the words beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lint.rule import Page, Token, TokenKind

from ._pairs import norm_at, side_by_side
from ._verbs import Slip

_NOUNS = (
    "activist adviser attorney brother building colleague daughter day decade district dollar economist employee friend "
    "governor hour immigrant jail lawmaker lawyer leader member migrant mile minister minute month nation nurse officer "
    "official organisation organization prisoner problem programme protester refugee reporter school senator sister soldier son "
    "student teacher terrorist voter week worker year"
).split()
_NOUNS_IN_Y = "agency ally city colony company country county enemy university".split()
_PLURALS: Mapping[str, str] = {
    "child": "children",
    "man": "men",
    "person": "people",
    "woman": "women",
    **{noun: f"{noun}s" for noun in _NOUNS},
    **{noun: f"{noun[:-1]}ies" for noun in _NOUNS_IN_Y},
}
"""Nouns that are no verbs, adjectives or groups, and their plurals."""
_NOT_VERBS = {**_PLURALS, **{noun: f"{noun}s" for noun in ("area", "idea", "program", "statement")}}
_SINGULARS: Mapping[str, str] = {"children": "child", "members": "member", "men": "man", "women": "woman"}
_GOES_ON = frozenset(
    "after are at because before but by during for from had has have he her his in including into is it of on over she since "
    "that they this to under was we were when which while who will with without would".split()
)
"""What follows the last noun of a phrase. After another noun, “and” or “or” the noun may belong to a later one."""
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty several many".split()
)
_RANKS = frozenset(
    "a an another article big chapter class day each every gang group item level no no. number part per phase point section step "
    "table that this tier top type unit ward week".split()
)
"""Before a count, what makes a name or a rank of it: the number two official."""
_TIMES = frozenset("day decade hour minute moment month week year".split())
_AFTER_TIMES = frozenset(("ago", "later", "earlier"))
_ROUND = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_GROUPS = frozenset(("tens", "dozens", "scores", "hundreds", "thousands", "millions"))
_NO_NUMBER = frozenset(
    "affect affected affecting affects and as by cost costing costs for force forced forces from gave giving had has have "
    "help helped in involving kill killed leave left made make of on over put reach reached releasing save saved spent that to "
    "using with".split()
)
"""Words that are no numbers, before “million of”."""
_FRACTIONS = frozenset(("two-third", "three-fourth", "two-fifth", "three-fifth", "four-fifth"))
_OF_A_WHOLE = frozenset(("of", "majority", "vote"))
_PEOPLE = frozenset("american democrat european israeli palestinian republican russian syrian ukrainian".split())
_PLURAL_VERBS = frozenset("are were have don't say think want believe".split())
_OBJECTS = frozenset("a an her him his it that the their them these this those".split())
"""Of what follows “Republican support”, what makes a verb of it."""
_MANY = frozenset(("many", "several", "most", "some", "million"))
_PARTS = frozenset(
    "% dozens half hundreds majority many millions most number percent scores some tens thousands".split()
)
_OWNERS = frozenset("the these those his her its our their my your".split())
_ONE = frozenset(("one", "every", "each", "another"))
_NOT_ONE = frozenset(("no", "and", "or", "the", "this", "that", "any", "which"))
_AFTER_ONE = frozenset(("is", "was", "has", "who", "that"))

_Judge = Callable[[Sequence[Token], int], str]


def number_slips(page: Page) -> Iterator[tuple[Sequence[Token], Slip]]:
    """Slips of number, each with the tokens of its sentence, in no order."""
    families: Sequence[tuple[Mapping[str, frozenset[str]], _Judge]] = (
        (dict.fromkeys(_COUNTS, frozenset(_PLURALS)) | {"few": _TIMES}, _counted),
        (dict.fromkeys(("these", "those"), frozenset(_NOT_VERBS)), _pointed_at),
        (dict.fromkeys(_OWNERS, frozenset(_NOT_VERBS) - _TIMES), _one_of),
        ({"both": frozenset(_PLURALS) | {"side"}}, _both),
        (dict.fromkeys(_ONE | {"a"}, frozenset(_SINGULARS)), _single),
        ({"just": _TIMES}, _just),
        ({"of": _ROUND}, _tens_of),
    )
    for pairs, judge in families:
        for tokens, i in side_by_side(page, pairs):
            right = judge(tokens, i)
            if right:
                yield tokens, Slip(i, i, (right,))
    for tokens, i in side_by_side(page, dict.fromkeys(_ROUND, frozenset(("of",)))):
        if norm_at(tokens, i - 2) in _NO_NUMBER:
            yield tokens, Slip(i - 1, i - 1, (f"{tokens[i - 1].norm}s",))
    yield from _alone(page, _FRACTIONS, _fraction)
    yield from _alone(page, _PEOPLE, _people)
    yield from _alone(page, [f"{word}s" for word in _ROUND - {"hundred", "thousand"}], _round_counted)


def _alone(page: Page, words: Iterable[str], judge: _Judge) -> Iterator[tuple[Sequence[Token], Slip]]:
    """The slips that `judge` sees in these words, whatever stands beside them."""
    document = page.document
    for word in words:
        for at in document.occurrences.get(word, ()):
            sentence = document.sentence_at(document.tokens[at].start)
            if sentence is None or not page.in_scope(sentence.start):
                continue
            tokens, i = page.tokens(sentence), at - sentence.first
            right = judge(tokens, i)
            if right:
                yield tokens, Slip(i, i, (right,))


def _counted(tokens: Sequence[Token], i: int) -> str:
    """“Two person”, “six month of”, “three year ago”."""
    first, noun, before, after = norm_at(tokens, i - 1), tokens[i].norm, norm_at(tokens, i - 2), norm_at(tokens, i + 1)
    if i > 1 and (tokens[i - 2].kind is TokenKind.NUMBER or before in _RANKS):
        return ""
    if noun in _TIMES and after in _AFTER_TIMES:
        return "" if before == "the" else f"{noun}s"
    if first == "few" or (before == "the" and first not in ("many", "several")):
        return ""
    return _PLURALS[noun] if _ends_phrase(tokens, i) else ""


def _pointed_at(tokens: Sequence[Token], i: int) -> str:
    """“These statement are”."""
    return _NOT_VERBS[tokens[i].norm] if norm_at(tokens, i + 1) in _GOES_ON else ""


def _one_of(tokens: Sequence[Token], i: int) -> str:
    """“One of the reporter who”."""
    if norm_at(tokens, i - 2) != "of" or norm_at(tokens, i - 3) != "one" or norm_at(tokens, i - 4) in ("no", "number"):
        return ""
    return _NOT_VERBS[tokens[i].norm] if _ends_phrase(tokens, i) else ""


def _both(tokens: Sequence[Token], i: int) -> str:
    """“Both side of the aisle”, “both man were”; “both state and federal” is another thing."""
    noun, after = tokens[i].norm, norm_at(tokens, i + 1)
    if noun == "side":
        return "sides" if after == "of" else ""
    coordinated = any(t.norm in ("and", "or") for t in tokens[i + 1 : i + 9])
    return _PLURALS[noun] if after in _GOES_ON and not coordinated else ""


def _single(tokens: Sequence[Token], i: int) -> str:
    """“A women who”, “every members”."""
    before = norm_at(tokens, i - 2)
    if before in _NOT_ONE or before in _RANKS - {"that"} or (i > 1 and tokens[i - 2].kind is TokenKind.NUMBER):
        return ""
    fits = norm_at(tokens, i + 1) in (_AFTER_ONE | {"of"} if tokens[i].norm == "members" else _AFTER_ONE)
    return _SINGULARS[tokens[i].norm] if fits else ""


def _just(tokens: Sequence[Token], i: int) -> str:
    """“Just week ago”; “just day after day” is right."""
    noun, after = tokens[i].norm, norm_at(tokens, i + 1)
    if norm_at(tokens, i + 2) == noun:
        return ""
    return f"{noun}s" if after in ("ago", "before", "after", "later", "earlier", "until") else ""


def _tens_of(tokens: Sequence[Token], i: int) -> str:
    """“Tens of million”; the tens of million-dollar houses have a hyphen."""
    return f"{tokens[i].norm}s" if norm_at(tokens, i - 2) in _GROUPS and norm_at(tokens, i + 1) != "-" else ""


def _people(tokens: Sequence[Token], i: int) -> str:
    """“Many Republican are”, “millions of American have”, and “Democrat are” where it opens the sentence."""
    token, before, after = tokens[i], norm_at(tokens, i - 1), norm_at(tokens, i + 1)
    if not token.capitalized or token.shouted or after not in _PLURAL_VERBS | {"who", "across", "support"}:
        return ""
    if after == "support" and norm_at(tokens, i + 2) not in _OBJECTS:
        return ""
    part = before == "of" and (norm_at(tokens, i - 2) in _PARTS or norm_at(tokens, i - 2).endswith("%"))
    opens = i == 0 and token.norm in ("democrat", "republican")
    many = before in _MANY and norm_at(tokens, i - 2) not in ("the", "a", "his", "her", "their")
    told = many or opens
    return f"{token.text}s" if part or (told and after in _PLURAL_VERBS) else ""


def _fraction(tokens: Sequence[Token], i: int) -> str:
    """“Two-third of them”."""
    return f"{tokens[i].text}s" if norm_at(tokens, i + 1) in _OF_A_WHOLE else ""


def _round_counted(tokens: Sequence[Token], i: int) -> str:
    """“3.5 billions”, “two millions barrels”."""
    if i == 0 or tokens[i].text != tokens[i].norm:
        return ""
    number = tokens[i - 1]
    figure = number.kind is TokenKind.NUMBER and len(number.text.partition(".")[0]) < 4 and number.text[-1].isdigit()
    counted = figure or number.norm in _COUNTS - {"several", "many"}
    return tokens[i].norm[:-1] if counted else ""


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun at i is the last of its phrase."""
    if i + 1 >= len(tokens):
        return True
    after = tokens[i + 1]
    return after.norm in _GOES_ON or after.text in (".", ";", "?", "!", ":")
