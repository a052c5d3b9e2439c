"""A name spelled two ways in one draft."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Bad, Finding, Good, Guarded, Page, Quotes, Safety, Severity, rule

from ._forms import Form, forms
from ._inflection import inflected, is_plural
from ._known import is_known, is_ordinary
from ._pairs import pairs

_SHORTEST = 5
_SHORTEST_ALONE = 4
_OFTEN = 4
_LONG = 7


@rule(
    "consistency/name",
    severity=Severity.WARNING,
    why="Misspelled names lead newspapers' corrections, and no dictionary catches them. The draft itself does: "
    "where it spells one name two ways, one of them is wrong.",
    when_not="Where the two are different people or places, or where one spelling belongs to a title or to somebody's "
    "own words. Add a name that is right to the accepted words.",
    fix="Puts the more frequent spelling in place of the rarer one. Unsafe: the rarer one may be right. "
    "Inside quotations it is only shown.",
    source="BBC News style guide, “Names”; Maier, “Accuracy Matters” (2005): names lead corrections; "
    "Damerau (1964) on spelling slips",
    quotes=Quotes.SHOW,
    touches=[Guarded.NAME],
    about_words=True,
    bad=[
        Bad(
            "The Borzhytsia dam gave way at noon. Villages below Borzhytsia were cleared. "
            "By dusk the ⟦Borzhitsia⟧ reservoir was empty.",
            fixed="The Borzhytsia dam gave way at noon. Villages below Borzhytsia were cleared. "
            "By dusk the Borzhytsia reservoir was empty.",
        ),
        Bad(
            "Donna Ravelle spoke first, and Ravelle spoke longest. Reporters then asked Donna ⟦Ravele⟧ to stay.",
            fixed="Donna Ravelle spoke first, and Ravelle spoke longest. Reporters then asked Donna Ravelle to stay.",
        ),
        Bad(
            "The council heard from Jon Wetherby, the surveyor, before Jon Wetherby left. "
            "It thanked ⟦John⟧ Wetherby's staff.",
            fixed="The council heard from Jon Wetherby, the surveyor, before Jon Wetherby left. "
            "It thanked Jon Wetherby's staff.",
        ),
        Bad(
            "Trains to Kyiv ran late and Kyiv waited. “We left ⟦Kiev⟧ at dawn,” the driver said.",
            fixed="Trains to Kyiv ran late and Kyiv waited. “We left Kyiv at dawn,” the driver said.",
        ),
        Bad(
            "Aldo Fasanelli ran the shop. The shop made Fasanelli rich. ⟦Fasanelly⟧’s sons sold it.",
            fixed="Aldo Fasanelli ran the shop. The shop made Fasanelli rich. Fasanelli’s sons sold it.",
        ),
        Bad(
            "Ministers met Nicolás Ferrán, and Nicolás Ferrán thanked them. The aide to ⟦Nicolas⟧ Ferrán stayed away.",
            fixed="Ministers met Nicolás Ferrán, and Nicolás Ferrán thanked them. "
            "The aide to Nicolás Ferrán stayed away.",
        ),
        Bad(
            "The app DraftLoft grew fast, said the founder of DraftLoft. Rivals call ⟦Draftloft⟧ a copy.",
            fixed="The app DraftLoft grew fast, said the founder of DraftLoft. Rivals call DraftLoft a copy.",
        ),
    ],
    good=[
        Good("Ukraine asked for more. Ukraine's allies met. Ukrainian officials and many Ukrainians were relieved."),
        Good("Germany won and Germany rejoiced, and German fans sang with other Germans until Germany slept."),
        Good("Iran spoke first and Iran spoke last; Iraq, between Iran and its rivals, kept silent."),
        Good("Mr. Hallworth sold the farm. The Hallworths had owned it for a century, Mr. Hallworth said."),
        Good("Alexander Brunov won the title and Alexander left. Alexandra Petrik was second."),
        Good("Barack Obama gave the order. Obama said later that the raid had killed Osama bin Laden."),
        Good("Tom Hendry paid. Hendry's cousin, the sculptor Lucia Hendra, refused, so Hendry paid again."),
        Good("Dmitri Kasarov and his wife, Olga Kasarova, were fined. Kasarov paid at once, as Kasarov does."),
        Good("White walls, said Mr. White. While Mr. White painted, the council of White Plains met."),
        Good("Police in Wexmouth said Wexmouth was calm. Wexmouth’s mayor agreed with ‘Wexmuoth’ as a joke spelling."),
        Good("The Fairlea Herald, and only the Fairlea Herald, knew. FAIRLEA slept. fairlea.example had crashed."),
        Good("Sen. Joan Peele (D-Ohio) and Sen. Joan Peele's rival, Ann Poole (R-Ohio), debated."),
    ],
)
def name(page: Page) -> Iterator[Finding]:
    """A name spelled in two ways, at the rarer spelling."""
    found = forms(page.document, page.sentences)
    spelled = {t.text for t in page.document.tokens}
    best: dict[str, tuple[float, int, Form]] = {}
    for one, other, edits in pairs([form for form in found.values() if form.is_name]):
        right, wrong = _ranked(one, other)
        sure = _confidence(right, wrong, edits, spelled)
        held = best.get(wrong.text)
        if sure and (held is None or (sure, right.count) > held[:2]):
            best[wrong.text] = (sure, right.count, right)
    for text, (sure, _, right) in best.items():
        yield from _report(page, found[text], right, sure)


def _ranked(one: Form, other: Form) -> tuple[Form, Form]:
    """The form to keep and the other: the more frequent, then the one known, then the one met first."""

    def rank(form: Form) -> tuple[int, bool, int]:
        return (-form.count, not is_known(form.text), form.uses[0].start)

    first, second = sorted((one, other), key=rank)
    return first, second


def _confidence(right: Form, wrong: Form, edits: int, spelled: set[str]) -> float:
    """How sure it is that two forms are one name: 0 where they are not.

    The figures are shares of true findings in 5,000 news articles, read one by one.
    """
    a, b = right.text, wrong.text
    if b in right.before | right.after or a in wrong.before | wrong.after or _digits(a) != _digits(b):
        return 0.0
    if edits == 0:
        return _same_letters(right, wrong)
    if _capitals(a) != _capitals(b) or "'" in a + b or inflected(a, b) or _plural(right, wrong):
        return 0.0
    if (right.before & wrong.before) or (right.after & wrong.after):
        return _with_full_name(right, wrong)
    short = min(len(a), len(b)) < _SHORTEST
    if right.count < max(_OFTEN if short else 2, 2 * wrong.count) or a[0] != b[0] or len(b) < _SHORTEST_ALONE:
        return 0.0
    if is_known(b) or is_ordinary(a.lower()) or b.lower() in spelled or _other_person(right, wrong):
        return 0.0
    if wrong.after and not right.after:
        return 0.0 if short else 0.7
    return 0.9 if len(b) >= _LONG or (is_known(a) and not short) else 0.75


def _same_letters(right: Form, wrong: Form) -> float:
    """Two accepted spellings, or forms that differ in accents or capitals."""
    a, b = right.text, wrong.text
    if _other_person(right, wrong) or is_ordinary(a.lower()) or is_ordinary(b.lower()):
        return 0.0
    if a.lower() != b.lower():
        return 0.9
    return 0.7 if "-" not in a and not (right.capital_owed or wrong.capital_owed) else 0.0


def _with_full_name(right: Form, wrong: Form) -> float:
    """The same given name or surname stands beside both forms."""
    a, b = right.text, wrong.text
    ordinary = is_ordinary(a.lower()) + is_ordinary(b.lower())
    if ordinary == 2:
        return 0.0
    if min(len(a), len(b)) < _SHORTEST:
        surnames = [n for n in right.after & wrong.after if len(n) >= _SHORTEST and not is_ordinary(n.lower())]
        if ordinary or not surnames:
            return 0.0
    if is_known(a) and is_known(b):
        return 0.8 if a[0] == b[0] else 0.6
    return 0.95 if right.count > wrong.count or is_known(a) else 0.7


def _plural(right: Form, wrong: Form) -> bool:
    """Whether the forms are one and many. A surname that ends in s may still have lost it."""
    if is_plural(right.text, wrong.text):
        return True
    surname = (right.before or right.titled) and not right.with_the and not is_known(wrong.text)
    return is_plural(wrong.text, right.text) and not surname


def _other_person(right: Form, wrong: Form) -> bool:
    """Whether the names beside the two forms tell of two different persons or things."""
    for ours, theirs in ((right.before, wrong.before), (right.after, wrong.after)):
        names = {t for t in theirs if not is_ordinary(t.lower())}
        if ours and names and not ours & names:
            return True
    return False


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _capitals(text: str) -> int:
    return sum(c.isupper() for c in text)


def _report(page: Page, wrong: Form, right: Form, sure: float) -> Iterator[Finding]:
    first = right.uses[0]
    for use in wrong.uses:
        yield page.finding(
            use.start,
            use.end,
            f"“{wrong.text}” here, “{right.text}” elsewhere ({wrong.count} to {right.count}): one name, two spellings.",
            fixes=[page.replace(use.start, use.end, right.text, safety=Safety.UNSAFE)],
            related=[page.related(first.start, first.end, f"first spelled “{right.text}” here")],
            confidence=sure,
            severity=Severity.WARNING if sure >= 0.8 else Severity.SUGGESTION,
        )
