"""Pairs of forms that differ as one word's forms do, or as two people's names do: no misspellings."""

from __future__ import annotations

from os.path import commonprefix

_S = frozenset({("", "s"), ("", "es"), ("y", "ies"), ("man", "men"), ("", "'s"), ("", "'")})
_OTHERS = frozenset(
    {
        ("", e)
        for e in "n an ian ean i ese ic er ers ish ite ites ist ists ism al ally ly y d ed ing ns ans ians is in ine a o e"
        " na ova va ette ina ia us ov ev ed or ship".split()
    }
    | {("a", e) for e in "an ans en o e i us ese ic us".split()}
    | {("e", e) for e in "ian a o i ic er ing".split()}
    | {("y", e) for e in "ian ans ese ical ic".split()}
    | {("o", "a"), ("o", "an"), ("i", "a"), ("us", "a"), ("an", "a"), ("ism", "ist"), ("ism", "ists"), ("ist", "ists")}
    | {("t", "cy"), ("ce", "t"), ("tic", "t"), ("ts", "cy"), ("m", "st"), ("c", "sm"), ("c", "m"), ("d", "n"), ("n", "ns")}
    | {("al", "ally"), ("c", "cal"), ("se", "sm"), ("h", "ish"), ("", "man"), ("", "men"), ("n", "d"), ("i", "o")}
    | {("re", "er"), ("r", "ur"), ("sk", "skaya"), ("y", "aya"), ("s", "n"), ("s", "ns"), ("es", "e"), ("ing", "er")}
    | {("ex", "ica"), ("ca", "c"), ("ra", "er"), ("ia", "us"), ("ium", "ia"), ("ans", "a"), ("er", "ed"), ("er", "al")}
    | {("s", "'"), ("a", "ian"), ("a", "s"), ("cies", "tes"), ("es", "a"), ("a", "ns"), ("s", "ic"), ("", "r"), ("", "rs"), ("er", "ing"), ("or", "ed"), ("s", "y"), ("ed", "ing"), ("ions", "e"), ("ies", "y"), ("s", "d")}
    | {("ic", "e"), ("ina", "ine"), ("te", "ce"), ("e", "y"), ("o", "os"), ("a", "as"), ("nt", "nce"), ("a", "os")}
)


def plural(longer: str, shorter: str) -> bool:
    """Whether one form is the other with the ending of a plural."""
    return _endings(shorter, longer) in _S


def inflected(one: str, other: str) -> bool:
    """Whether two forms are a name and its adjective, its people, its feminine, or two forms of a word."""
    endings = _endings(one, other)
    return endings in _OTHERS or endings[::-1] in _OTHERS


def _endings(one: str, other: str) -> tuple[str, str]:
    one, other = one.lower(), other.lower()
    shared = len(commonprefix([one, other]))
    return one[shared:], other[shared:]
