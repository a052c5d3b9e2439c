"""Rules written in TOML: phrases, swaps, linear-time patterns and token patterns, with their cases.

what = "A worn phrase where one word does."
severity = "suggestion"
why = "..."
when-not = "..."
source = "..."
message = "“{text}” says no more than “{right}”."
except = ["in order to form"]        # what makes a hit within it fine
good = ["They met to talk."]

[swap]
"in order to" = "to"

[[bad]]
text = "They met ⟦in order to⟧ talk."
fixed = "They met to talk."
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from .errors import PackError, nearest
from .finding import Finding, Fix, Safety, Severity
from .grammar import TokenPattern
from .page import Page
from .patterns import compile_pattern
from .phrases import Hit, expand, whole_words
from .rule import BODY, COPY, HEADS, Bad, BlockKind, Good, Guarded, Layer, Quotes, Rule
from .text.span import SpanSet

E = TypeVar("E", bound=StrEnum)
_SCOPES: Mapping[str, frozenset[BlockKind]] = {
    "copy": COPY,
    "body": BODY,
    "heads": HEADS,
    **{k.value: frozenset({k}) for k in BlockKind},
}
_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "what": str, "severity": str, "why": str, "when-not": str, "source": str, "fix": str, "message": str, "safety": str,
    "quotes": str, "scope": list, "formats": list, "default": bool, "about-words": bool, "voice": bool, "touches": list,
    "yields-to": list, "phrases": list, "swap": dict, "except": list, "regex": list, "tokens": list, "wake": list,
    "bad": list, "good": list,
}  # fmt: skip
_NEEDED = ("what", "severity", "why", "when-not", "source", "message", "bad", "good")


class _Regex(NamedTuple):
    pattern: str
    right: str | None
    message: str
    case_sensitive: bool


class _Tokens(NamedTuple):
    pattern: TokenPattern
    message: str


class _Declared(NamedTuple):
    """What a declared rule looks for, and how it reports it."""

    message: str
    safety: Safety
    swaps: Mapping[str, Sequence[str]]
    excepted: frozenset[str]
    regexes: Sequence[_Regex]
    tokens: Sequence[_Tokens]
    wakes: frozenset[str]

    def check(self, page: Page) -> Iterator[Finding]:
        """The findings of the rule."""
        fine = SpanSet((h.start, h.end) for h in page.hits if h.phrase in self.excepted)
        woken: list[Hit] = []
        taken = -1
        for hit in page.hits:
            if hit.phrase in self.wakes:
                woken.append(hit)
            elif hit.phrase not in self.excepted and not fine.contains(hit.start, hit.end) and hit.start >= taken:
                taken = hit.end
                yield self._phrase(page, hit)
        for regex in self.regexes:
            yield from self._regex(page, regex, fine)
        if self.tokens and (woken or not self.wakes):
            yield from self._tokens(page, woken)

    def _phrase(self, page: Page, hit: Hit) -> Finding:
        rights = self.swaps.get(hit.phrase, ())
        return self._finding(page, hit.start, hit.end, self.message, rights)

    def _regex(self, page: Page, regex: _Regex, fine: SpanSet) -> Iterator[Finding]:
        for match in compile_pattern(regex.pattern, case_sensitive=regex.case_sensitive).finditer(page.text):
            start, end = match.span()
            if start == end or fine.overlaps(start, end) or not whole_words(page.document.lowered, start, end):
                continue
            rights = () if regex.right is None else (match.expand(regex.right),)
            yield self._finding(page, start, end, regex.message, rights)

    def _tokens(self, page: Page, woken: Sequence[Hit]) -> Iterator[Finding]:
        found = (page.document.sentence_at(h.start) for h in woken)
        sentences = list(dict.fromkeys(s for s in found if s is not None))
        for tokens in self.tokens:
            for start, end in page.match(sentences, tokens.pattern):
                yield self._finding(page, start, end, tokens.message, ())

    def _finding(self, page: Page, start: int, end: int, message: str, rights: Sequence[str]) -> Finding:
        text = page.text[start:end]
        suited = [_suited(text, right) for right in rights]
        said = message.replace("{text}", text).replace("{right}", suited[0] if suited else "")
        return page.finding(start, end, said, fixes=list(self._fixes(page, start, end, suited)))

    def _fixes(self, page: Page, start: int, end: int, rights: Sequence[str]) -> Iterator[Fix]:
        for i, right in enumerate(rights):
            safety = self.safety if i == 0 else Safety.SHOW
            if right:
                yield page.replace(start, end, right, safety=safety)
            elif not page.text[start].isupper():
                yield page.delete(start, end, safety=safety)


def declared(name: str, table: Mapping[str, Any], place: str) -> Rule:
    """The rule that a TOML table declares. Raises PackError that names the key and what was wanted."""
    _check_keys(table, _KEYS, place)
    for key in _NEEDED:
        if not table.get(key):
            raise PackError(f'the rule needs "{key}"', place=place)
    swaps = {form: _rights(value, place) for old, value in table.get("swap", {}).items() for form in expand(old)}
    phrases = [form for phrase in table.get("phrases", ()) for form in expand(_text(phrase, "phrases", place))]
    excepted = frozenset(form for phrase in table.get("except", ()) for form in expand(_text(phrase, "except", place)))
    regexes = [_regex(entry, table["message"], place) for entry in table.get("regex", ())]
    tokens = [_tokens(entry, table["message"], place) for entry in table.get("tokens", ())]
    wakes = frozenset(form for phrase in table.get("wake", ()) for form in expand(_text(phrase, "wake", place)))
    if not (swaps or phrases or regexes or tokens):
        raise PackError(
            "the rule has nothing to look for: give it phrases, [swap], [[regex]] or [[tokens]]", place=place
        )
    if tokens and not wakes:
        raise PackError('[[tokens]] need "wake": the words without which no sentence is parsed', place=place)
    both = excepted & (set(swaps) | set(phrases))
    if both:
        raise PackError(f'"{min(both)}" is both flagged and excepted', place=place)
    declaration = _Declared(
        table["message"],
        _enum(Safety, table.get("safety", "safe"), "safety", place),
        swaps,
        excepted,
        regexes,
        tokens,
        wakes,
    )
    return Rule(
        name=name,
        severity=_enum(Severity, table["severity"], "severity", place),
        what=table["what"],
        why=table["why"],
        when_not=table["when-not"],
        source=table["source"],
        check=declaration.check,
        fix=table.get("fix", ""),
        scope=frozenset[BlockKind]().union(*(_scope(s, place) for s in table.get("scope", ["copy"]))),
        quotes=_enum(Quotes, table.get("quotes", "skip"), "quotes", place),
        formats=frozenset(table.get("formats", ())),
        wake=tuple(sorted({*swaps, *phrases, *wakes} | (excepted if swaps or phrases or regexes else frozenset()))),
        patterns=tuple(r.pattern for r in regexes),
        ask=_woken_sentences(wakes) if tokens else None,
        layer=Layer.PARSE if any(t.pattern.dependency for t in tokens) else Layer.TAGS,
        bad=tuple(_bad(entry, place) for entry in table["bad"]),
        good=tuple(_good(entry, place) for entry in table["good"]),
        touches=frozenset(_enum(Guarded, g, "touches", place) for g in table.get("touches", ())),
        yields_to=tuple(table.get("yields-to", ())),
        about_words=table.get("about-words", False),
        voice=table.get("voice", False),
        default=table.get("default", True),
        origin=place,
    )


def _woken_sentences(wakes: frozenset[str]) -> Callable[[Page], Iterator[Any]]:
    def ask(page: Page) -> Iterator[Any]:
        for hit in page.hits:
            sentence = page.document.sentence_at(hit.start)
            if hit.phrase in wakes and sentence is not None:
                yield sentence

    return ask


def _suited(old: str, right: str) -> str:
    """`right` with the capitals that `old` has."""
    if old.isupper() and len(old) > 1 and len(right) > 1:
        return right.upper()
    words = old.split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        return " ".join(word[:1].upper() + word[1:] for word in right.split(" "))
    if old[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


def _check_keys(table: Mapping[str, Any], known: Mapping[str, type | tuple[type, ...]], place: str) -> None:
    for key, value in table.items():
        if key not in known:
            raise PackError(f'a rule has no key "{key}"', place=place, remedy=nearest(key, known))
        if not isinstance(value, known[key]):
            wanted = {str: "a string", list: "a list", dict: "a table", bool: "true or false"}
            kinds = known[key] if isinstance(known[key], tuple) else (known[key],)
            said = " or ".join(wanted[k] for k in kinds)  # type: ignore[index, union-attr]
            raise PackError(f'"{key}" wants {said}, not {value!r}', place=place)


def _text(value: object, key: str, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PackError(f'"{key}" holds strings, not {value!r}', place=place)
    return value


def _rights(value: object, place: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise PackError(f"[swap] gives a string or a list of strings, not {value!r}", place=place)


def _enum(kind: type[E], value: str, key: str, place: str) -> E:
    try:
        return kind(value)
    except ValueError:
        known = [k.value for k in kind]
        raise PackError(
            f'"{key}" is one of {", ".join(known)}, not "{value}"', place=place, remedy=nearest(value, known)
        ) from None


def _scope(value: str, place: str) -> frozenset[BlockKind]:
    if value not in _SCOPES:
        raise PackError(f'no block is called "{value}"', place=place, remedy=nearest(value, _SCOPES))
    return _SCOPES[value]


def _regex(entry: Mapping[str, Any], message: str, place: str) -> _Regex:
    _check_keys(entry, {"pattern": str, "right": str, "message": str, "case-sensitive": bool}, place)
    pattern = _text(entry.get("pattern"), "pattern", place)
    sensitive = bool(entry.get("case-sensitive", False))
    compile_pattern(pattern, case_sensitive=sensitive)
    return _Regex(pattern, entry.get("right"), entry.get("message", message), sensitive)


def _tokens(entry: Mapping[str, Any], message: str, place: str) -> _Tokens:
    _check_keys(entry, {"pattern": list, "dependency": bool, "message": str}, place)
    if not entry.get("pattern"):
        raise PackError('[[tokens]] needs "pattern"', place=place)
    return _Tokens(
        TokenPattern(tuple(entry["pattern"]), bool(entry.get("dependency", False))), entry.get("message", message)
    )


def _bad(entry: object, place: str) -> Bad:
    if isinstance(entry, str):
        return Bad(entry)
    if not isinstance(entry, dict):
        raise PackError(f"a bad case is a string or a table, not {entry!r}", place=place)
    _check_keys(entry, {"text": str, "fixed": str, "format": str, "options": dict}, place)
    return Bad(_text(entry.get("text"), "text", place), entry.get("fixed"), entry.get("format", "plain"))


def _good(entry: object, place: str) -> Good:
    if isinstance(entry, str):
        return Good(entry)
    if not isinstance(entry, dict):
        raise PackError(f"a good case is a string or a table, not {entry!r}", place=place)
    _check_keys(entry, {"text": str, "format": str, "options": dict}, place)
    return Good(_text(entry.get("text"), "text", place), entry.get("format", "plain"))
