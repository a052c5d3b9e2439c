"""A name spelled two ways in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.rule import Bad, Finding, Good, Guarded, Page, Quotes, Safety, Severity, rule

from ._forms import Form, forms, lower_case
from ._inflection import inflected, plural
from ._known import is_known, is_ordinary, plain
from ._pairs import pairs

_SHORTEST = 5
_SHORTEST_WITH_FULL_NAME = 3


@rule(
    "consistency/name",
    severity=Severity.WARNING,
    why="x", when_not="x", source="x",
    bad=[Bad("x")], good=[Good("x")],
    quotes=Quotes.SHOW, touches=[Guarded.NAME], about_words=True,
)
def name(page: Page) -> Iterator[Finding]:
    """A name spelled in two ways, at the rarer spelling."""
    found = forms(page.document, page.sentences)
    names = [form for form in found.values() if form.is_name]
    common = lower_case(page.document)
    best: dict[str, tuple[float, Form]] = {}
    for one, other, edits in pairs(names):
        right, wrong = _ranked(one, other)
        sure = _confidence(right, wrong, edits, common)
        if sure > best.get(wrong.text, (0.0, wrong))[0]:
            best[wrong.text] = (sure, right)
    for text, (sure, right) in best.items():
        if not page.accepts(text):
            yield from _report(page, found[text], right, sure)


def _ranked(one: Form, other: Form) -> tuple[Form, Form]:
    """The form to keep and the other: the more frequent, then the one known, then the one met first."""
    def rank(form: Form) -> tuple[int, bool, int]:
        return (-form.count, not is_known(form.text), form.uses[0].start)

    first, second = sorted((one, other), key=rank)
    return first, second


def _confidence(right: Form, wrong: Form, edits: int, common: frozenset[str]) -> float:
    """How sure it is that two forms are one name: 0 where they are not."""
    a, b = right.text, wrong.text
    if b in right.before | right.after or a in wrong.before | wrong.after or _digits(a) != _digits(b):
        return 0.0
    if edits == 0:
        return _same_letters(right, wrong)
    if _humps(a) != _humps(b) or "'" in a + b or inflected(a, b) or _plural(right, wrong):
        return 0.0
    if (right.before & wrong.before) or (right.after & wrong.after):
        return _with_full_name(right, wrong)
    if min(len(a), len(b)) < _SHORTEST or right.count < 2 * wrong.count or right.count < 2:
        return 0.0
    if is_known(b) or is_ordinary(a.lower()) or b.lower() in common or _other_person(right, wrong):
        return 0.0
    if a[0] != b[0]:
        return 0.0
    return 0.85 if len(b) >= 7 or is_known(a) else 0.7


def _same_letters(right: Form, wrong: Form) -> float:
    a, b = right.text, wrong.text
    if _other_person(right, wrong):
        return 0.0
    if a.lower() != b.lower():
        return 0.9
    own = not right.capital_owed and not wrong.capital_owed
    return 0.7 if own and "-" not in a and not is_ordinary(a.lower()) else 0.0


def _with_full_name(right: Form, wrong: Form) -> float:
    """The same given name or surname stands beside both."""
    a, b = right.text, wrong.text
    if is_ordinary(a.lower()) and is_ordinary(b.lower()):
        return 0.0
    if min(len(a), len(b)) < _SHORTEST:
        surnames = {n for n in right.after & wrong.after if len(n) >= _SHORTEST and not is_ordinary(n.lower())}
        if not surnames or is_ordinary(a.lower()) or is_ordinary(b.lower()):
            return 0.0
    if is_known(a) and is_known(b):
        return 0.7
    return 0.95 if right.count > wrong.count or is_known(a) else 0.6


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _humps(text: str) -> int:
    return sum(c.isupper() for c in text)


def _plural(right: Form, wrong: Form) -> bool:
    if plural(wrong.text, right.text):
        return True
    return plural(right.text, wrong.text) and not ((right.before or right.titled) and not right.with_the and not is_known(wrong.text))


def _other_person(right: Form, wrong: Form) -> bool:
    """Whether the names beside the two forms tell of two different persons or things."""
    for ours, theirs in ((right.before, wrong.before), (right.after, wrong.after)):
        theirs = {t for t in theirs if not is_ordinary(t.lower())}
        if ours and theirs and not ours & theirs:
            return True
    return False


def _report(page: Page, wrong: Form, right: Form, sure: float) -> Iterator[Finding]:
    first = right.uses[0]
    for use in wrong.uses:
        yield page.finding(
            use.start,
            use.end,
            f"{wrong.text} here, {right.text} elsewhere ({right.count} to {wrong.count}): one name, two spellings? {right.before} {right.after} | {wrong.before} {wrong.after}",
            fixes=[page.replace(use.start, use.end, right.text, safety=Safety.UNSAFE)],
            related=[page.related(first.start, first.end, f"first spelled {right.text} here")],
            confidence=sure,
            severity=Severity.WARNING if sure >= 0.8 else Severity.SUGGESTION,
        )
