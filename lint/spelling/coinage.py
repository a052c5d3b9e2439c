"""Words that are in no dictionary and are made of words that are: coined, derived, compound, stretched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from .words import words

_PREFIXES = (
    "a ante anti arch astro audio auto be bi bio by circum co counter crypto cross cyber de di dis down eco electro en epi "
    "ethno euro ex extra far fore geo half hetero homo hydro hyper hypo in inter intra infra iso kilo macro mal maxi mega "
    "meta micro mid mini mis mono multi nano narco near neo neuro non off omni on ortho out over pan para pedo petro "
    "photo physio poly post pre pro proto pseudo psycho quasi radio re retro self semi socio step sub super supra techno "
    "tele theo thermo trans tri turbo ultra un under uni up vice"
).split()
_SUFFIXES = (
    "s es ed d ee ees ing er ers r rs or ors y ie ies ier iest est able ably ability ible ness nesses less lessly lessness ful "
    "fully ly ish ishly like esque ism isms ist ists istic ization isation izations isations ize ise ized ised izes ises "
    "izing ising izer iser ification ified ify ifies ate ation ations ative al ally ality ic ical ics ian ians ean ese "
    "ville dom hood ship ships man men woman women person people gate gates wise ward wards proof free friendly fest "
    "athon nomics ology ologist ologists ography ographer phobe phobes phobia phobic phile philes philia philic cracy "
    "crat crats cratic mania maniac speak ette ettes let lets ling lings ster sters eer eers eering o os a fied verse "
    "land tard tards holic holics maker makers making worthy worthiness goer goers going scape tech bot bots ware "
    "zilla palooza tastic licious splain splaining splained"
).split()
_DROPS_E = frozenset("aeiouy")
_STEM, _PART, _NAME = 3, 3, 5
_USUAL = 4
"""How often the parts of a compound are used, at least."""
_PLURAL_OF = 3
_STRETCHED = re.compile(r"(.)\1\1")


class Coinage(IntEnum):
    """How a form is made of words, the surest last."""

    NONE = 0
    COMPOUND = 1
    DERIVED = 2
    PLURAL = 3
    STRETCHED = 4


def coinage(form: str) -> Coinage:
    """How a form in lower case that is in no dictionary is made of words that are."""
    if _is_stretched(form):
        return Coinage.STRETCHED
    if form.endswith("s") and words().often(form[:-1]) >= _PLURAL_OF:
        return Coinage.PLURAL
    if _is_derived(form) or any(_is_derived(rest) or rest in words() for rest in _without_prefix(form)):
        return Coinage.DERIVED
    known = words()
    for at in range(_PART, len(form) - _PART + 1):
        if known.often(form[:at]) >= _USUAL and known.often(form[at:]) >= _USUAL:
            return Coinage.COMPOUND
    return Coinage.NONE


def suffixed(word: str, form: str) -> bool:
    """Whether a form is a word with an ending: "doomy" is no slip for "doom"."""
    return len(word) >= _STEM and any(stem == word for stem in _stems(form))


def _is_derived(form: str) -> bool:
    return any(_is_stem(stem) for stem in _stems(form))


def _without_prefix(form: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= _STEM:
            yield form[len(prefix) :]


def _stems(form: str) -> Iterator[str]:
    """What a form may be derived from by a suffix."""
    for suffix in _SUFFIXES:
        if not form.endswith(suffix) or len(form) - len(suffix) < _STEM:
            continue
        stem = form[: -len(suffix)]
        yield stem
        if suffix[0] in _DROPS_E:
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
        if stem[-1] == "i":
            yield stem[:-1] + "y"


def _is_stem(stem: str) -> bool:
    entry = words().entry(stem)
    if entry is None or (len(stem) == _STEM and entry.often < _USUAL):
        return False
    return not entry.name or len(stem) >= _NAME


def _is_stretched(form: str) -> bool:
    """Whether a letter stands three times where not even two belong, as in a cry: "sooo", and not "proceeed"."""
    if not _STRETCHED.search(form):
        return False
    return _STRETCHED.sub(r"\1\1", form) not in words()
