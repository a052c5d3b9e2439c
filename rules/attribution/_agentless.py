"""What something is described as, or somebody accused of, by nobody: “the plan was derided as “a raid on savings””."""

from __future__ import annotations

from collections.abc import Sequence

from lint.rule import Page, Quotation, Sentence, Token

_AS = frozenset(
    "described characterized characterised portrayed depicted denounced condemned criticized criticised derided mocked "
    "dismissed decried slammed blasted lambasted ridiculed attacked assailed hailed lauded praised touted heralded panned "
    "pitched painted pilloried vilified excoriated disparaged belittled savaged celebrated championed trumpeted".split()
)
_OF = frozenset(
    "accused praised criticized criticised blamed mocked hailed lauded condemned denounced attacked".split()
)
_CALLED = frozenset("called labeled labelled".split())
"""In other tenses these name a thing, “was called “the flu””. What “has been called “a fool”” is being rated."""
_TOLD = frozenset("told ordered urged advised warned".split())
_VERBS = _AS | _OF | _CALLED | _TOLD
_OFTEN = frozenset("also once often now sometimes long even later forever still again already".split())
_HAVE = frozenset("has have had".split())
_IS = frozenset("is are was were".split())
_MODALS = frozenset("would could can may might must should shall will cannot to if".split())
_SAID = 2
"""Words from which a quotation after other verbs than those of describing is more than a term: “accused of “dumping””."""
_ASKS = frozenset("how what why where when whether".split())
_ARTICLES = frozenset("a an the".split())
_NEAR = 240
"""How many code points away from a quotation its verb, or whoever it is said by, may stand."""
_LINK = 4
"""Most words between the verb and what it leads to."""
_ADVERBS = 2
_HELPERS = 4
"""So many words before "been" may hold what it hangs on: “has since widely been”."""


def agentless_verb(page: Page, sentence: Sentence, quotation: Quotation) -> Token | None:
    """The passive verb of calling, blaming or telling that leads to a quotation, where no "by" follows."""
    start, end = max(sentence.start, quotation.start - _NEAR), min(sentence.end, quotation.end + _NEAR)
    words = [t for t in page.document.tokens_in(start, quotation.start) if t.is_word]
    before = [t.norm for t in words]
    verb = next((i for i in range(len(before) - 1, max(-1, len(before) - 2 - _LINK), -1) if before[i] in _VERBS), None)
    if verb is None or (before[verb] not in _AS and page.document.words(*quotation.inner) < _SAID):
        return None
    if before[verb] in _CALLED and page.text[slice(*quotation.inner)].startswith("to "):
        return None
    later = page.document.tokens_in(quotation.end, end)
    after = [t.norm for t in later if not page.in_quotation(t.start, t.end)]
    if "by" in (*before[verb:], *after) or not _fits(before[verb], before[verb + 1 :], _helper(before[:verb])):
        return None
    return words[verb]


def _fits(verb: str, link: Sequence[str], helper: str) -> bool:
    """Whether a verb, the words after it and the form of "be" before it make such a passive."""
    if not helper:
        return False
    lead = link[0] if link else ""
    if verb in _CALLED:
        return helper == "been" and list(link) in ([], ["a"], ["an"])
    if verb in _TOLD:
        return helper in ("was", "been") and list(link) in (["to"], ["not", "to"])
    if verb in _AS and lead == "as":
        return all(word in _ARTICLES or word == "being" for word in link[1:])
    return verb in _OF and lead in ("of", "for") and helper in ("was", "been") and not _ASKS.intersection(link)


def _helper(before: Sequence[str]) -> str:
    """What a participle after these words hangs on: "was", "been" or "is"; "" where nothing tells of a fact.

    "is" counts beside an adverb or "what", “is often derided”, “what is described”: else it is as likely a definition.
    """
    at = len(before) - 1
    while at >= 0 and len(before) - at <= _ADVERBS and (before[at] in _OFTEN or before[at].endswith("ly")):
        at -= 1
    if at < 0:
        return ""
    form, earlier = before[at], before[max(0, at - _HELPERS) : at]
    if form in ("was", "were"):
        return "was"
    if form == "what's" or (form in ("is", "are") and (at < len(before) - 1 or earlier[-1:] == ["what"])):
        return "is"
    if form == "been":
        has = any(word in _HAVE or word.endswith(("'s", "'ve")) for word in earlier)
        return "been" if has and not _MODALS.intersection(earlier) else ""
    return "been" if form == "being" and earlier and earlier[-1] in _IS else ""
