"""Pairs of forms that differ as one word's forms do, or as two people's names do: no misspellings."""

from __future__ import annotations

from itertools import takewhile


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of endings, written `one/other`; before a stroke with nothing there is no ending."""
    found: set[tuple[str, str]] = set()
    for entry in text.split():
        one, _, other = entry.partition("/")
        found |= {(one, other), (other, one)}
    return frozenset(found)


_PLURAL = frozenset({("", "s"), ("", "es"), ("y", "ies"), ("man", "men")})

# Iran, Iranian, Iranians; Germany, German; Cambodia, Cambodians; Israel, Israeli; Japan, Japanese; Texas, Texan.
_PEOPLE = _pairs(
    "/n /an /ian /ians /ean /ns /ans /i /ese /ic /er /ers /ish /ite /ites /in a/an a/ans a/ns a/en a/ian a/s a/ese a/ic e/ian "
    "e/ic y/ian y/ans y/ese y/ic h/ish o/an n/d n/ns s/n s/ns es/a ans/a e/er ra/er /man /men /r /rs ex/ica c/ca"
)
# Alexander, Alexandra; Paul, Paula; Robert, Roberto; Kasarov, Kasarova; Antonin, Antonina.
_GENDER = _pairs(
    "/a /o /e /na /ova /va /ette /ina /ine /ia /us /ov /ev o/a i/a i/o us/a e/a e/o a/i a/us ia/us ina/ine er/ra sk/skaya "
    "y/aya a/os"
)
# Democrat, Democratic, democracy; Catholic, Catholicism; Congress, congressional; Education, educational.
_WORD = _pairs(
    "/ist /ists /ism /al /ally /ly /y /d /ed /ing /is /or /ship ism/ist ism/ists ist/ists t/cy ts/cy cies/tes ce/t tic/t m/st "
    "c/sm c/m c/cal al/ally se/sm re/er r/ur d/n ium/ia ing/er er/ed er/al er/ing or/ed s/y s/d s/ic ed/ing ions/e ies/y ic/e "
    "te/ce e/y e/ing e/i y/ical o/os a/as nt/nce es/e"
)
_FORMS = _PEOPLE | _GENDER | _WORD


def is_plural(one: str, many: str) -> bool:
    """Whether `many` is the plural of `one`."""
    return _endings(one, many) in _PLURAL


def inflected(one: str, other: str) -> bool:
    """Whether two forms are a name and its adjective, its people, its feminine, or two forms of a word."""
    return _endings(one, other) in _FORMS


def _endings(one: str, other: str) -> tuple[str, str]:
    """What is left of two forms after the letters that they begin with alike."""
    one, other = one.lower(), other.lower()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one[shared:], other[shared:]
