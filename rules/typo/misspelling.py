"""typo/misspelling: a word in no dictionary that is a slip away from one that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.rule import (
    COPY,
    HEADS,
    Bad,
    BlockKind,
    Coinage,
    Finding,
    Good,
    MarkKind,
    Option,
    Page,
    Quotes,
    Safety,
    Severity,
    SpanSet,
    TokenKind,
    Unknown,
    Verdict,
    is_word,
    rule,
    run_on,
    speller_for,
    unknown_words,
)

from ._pairs import norm_at

_SHORTEST, _SHORTEST_CAPITALIZED = 4, 6
_TERM = 3
"""A form that a draft uses so often is a term, not a slip."""
_CERTAIN, _LIKELY = 0.97, 0.93
_LEAD = 3.0
"""Bits by which the first suggestion is ahead of the second where its fix is safe."""
_ONE_SLIP, _HALF_A_SLIP, _NEVER = 3.0, 2.0, 2.0
_COINED = 3
"""Words within quotation marks, at most, that may be introduced by them rather than said."""
_NEAR = 3
_UNIT = 4
_SHOWN = 4
_MARKS = ("'", "\u2019", "[", "]", "*", "_")
"""What stands beside a word that was clipped, changed or masked on purpose."""
_HYPHENS = ("-", "\u2010", "\u2011")
_FOREIGN = frozenset(
    "al au aux che ces con das del della der des di du e el elle est et fur gli il ist je la las le les lo los mas mi mit "
    "nicht ou par para pas por pour que qui sera ses su sur tout tu un una und une vous y zu".split()
)
"""Words of grammar in French, Spanish, Italian and German."""


@rule(
    "typo/misspelling",
    severity=Severity.ERROR,
    why="A word that is no word is the slip that every reader sees, and spelling checkers flag so many names, terms and "
    "new words beside it that desks switch them off. This rule flags what is a slip away from a far more frequent word, "
    "and leaves alone what news copy, the draft or the way words are made gives a reason to believe.",
    when_not="A term, a foreign word or a new word that looks like a slip. Add it to the accepted words: `copydesk words` "
    "lists all unknown words of your drafts to choose from.",
    fix="Safe where one word is clearly ahead of all others, unsafe otherwise, with the others shown. "
    "Inside quotations it is only shown.",
    source="SCOWL (Atkinson), for the words; Damerau 1964 and Kernighan, Church & Gale 1990, “A Spelling Correction "
    "Program Based on a Noisy Channel Model”, for the slips",
    scope=COPY - {BlockKind.BYLINE, BlockKind.AUTHOR},
    quotes=Quotes.SHOW,
    about_words=True,
    yields_to=("typo/split-word",),
    options=[
        Option("confidence", 0.87, "How sure it has to be, from 0 to 1, that a word is a slip.", minimum=0, maximum=1),
    ],
    bad=[
        Bad("The ⟦goverment⟧ fell on Friday.", fixed="The government fell on Friday."),
        Bad("Two men were ⟦refered⟧ to the board.", fixed="Two men were referred to the board."),
        Bad("⟦Acording⟧ to the coroner, nobody saw it.", fixed="According to the coroner, nobody saw it."),
        Bad("The ⟦comittee⟧’s chair left.", fixed="The committee’s chair left."),
        Bad("She was the ⟦indepedent⟧-minded one.", fixed="She was the independent-minded one."),
        Bad("“We ⟦recieved⟧ no warning at all,” he wrote.", fixed="“We received no warning at all,” he wrote."),
        Bad("They ⟦didnt⟧ call back.", fixed="They didn't call back."),
    ],
    good=[
        Good("The colour of the labour party’s programme; the color of the labor movement’s program."),
        Good("Hijabs, chadors and a doxxed vlogger: the anti-vaxxers’ whataboutism was Trumpian, even covfefe-esque."),
        Good("He was gonna tell 'em at three o'clock, he said, but they were just sittin around."),
        Good("“Aaaah,” she sighed. “Nooo.” The crowd went “brrr”."),
        Good("The gabion wall held. Each gabbion is filled with stones; a gabbion weighs a ton, and gabbions last."),
        Good("Les ministres ont accepté la partie du projet."),
        Good("The rate is 12 pct at 40 mtrs, on the 21st, said @goverment in #goverment and on goverment.org."),
        Good("The tweet read “goverment [sic] thugs” and “includ[ing] me”."),
        Good("Fasanelli said so. Lerer agreed. Mikhailovka’s mayor did not."),
        Good("They call it a *tempranilo*, after the grape.", format="markdown"),
        Good("Ofthe two, one left; he reads alot."),
    ],
)
def misspelling(page: Page) -> Iterator[Finding]:
    """A word in no dictionary that is a slip away from one that is ("goverment" for "government")."""
    found = [u for u in unknown_words(page.document) if page.in_scope(u.start)]
    if not found:
        return
    draft = _Draft(page, found)
    for unknown in found:
        if draft.is_meant(unknown):
            continue
        verdict = speller_for(page.language).judge(unknown.form, *draft.beside(unknown))
        if verdict.sure >= max(page.option("confidence", float), draft.owed(unknown, verdict)):
            yield _finding(page, unknown, verdict, once=draft.uses(unknown) == 1)


class _Draft:
    """What a draft tells of its unknown words: which recur, stand among foreign ones, are introduced, are names."""

    def __init__(self, page: Page, found: Sequence[Unknown]) -> None:
        document = page.document
        self._page = page
        self._tokens = document.tokens
        self._uses = Counter(u.form for u in found)
        self._strange = {u.token: u for u in found if not u.capitalized}
        self._emphasis = SpanSet((m.start, m.end) for m in document.marks if m.kind is MarkKind.EMPHASIS)
        self._coined = SpanSet(
            q.inner for q in document.quotations if not q.block and document.words(*q.inner) <= _COINED
        )

    def uses(self, unknown: Unknown) -> int:
        """How often the draft has the form."""
        return self._uses[unknown.form]

    def beside(self, unknown: Unknown) -> tuple[str, str]:
        """The words before and after, in lower case."""
        at, tokens = unknown.token, self._tokens
        return norm_at(tokens, at - 1), norm_at(tokens, at + 1)

    def is_meant(self, unknown: Unknown) -> bool:
        """Whether a word is a term, a name, foreign, dialect, masked, or two words set as one."""
        form, start, end = unknown.form, unknown.start, unknown.end
        text = self._page.text
        return (
            len(form) < _SHORTEST
            or not form.isascii()
            or self._uses[form] >= _TERM
            or self._page.accepts(text[start:end])
            or (text[end : end + 1] in (*_MARKS, "(") and text[end + 1 : end + 2] != "s")
            or text[max(0, start - 1) : start] in (*_MARKS, ")")
            or self._emphasis.overlaps(start, end)
            or (unknown.capitalized and not self._owes_capital(unknown))
            or (form.endswith("in") and is_word(f"{form}g"))
            or (form.endswith("z") and is_word(f"{form[:-1]}s"))
            or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum())
            or self._is_half(unknown)
            or self._is_quoted_wrong(unknown)
            or self._is_unit(unknown)
            or self._is_among_strangers(unknown)
            or run_on(form) is not None
        )

    def owed(self, unknown: Unknown, verdict: Verdict) -> float:
        """How sure it has to be, beside what the user wants, that a form is a slip in its place."""
        start, end = unknown.start, unknown.end
        if unknown.capitalized:
            most = _ONE_SLIP if verdict.coinage is Coinage.NONE else _HALF_A_SLIP
            return _CERTAIN if verdict.slip <= most and self._uses[unknown.form] == 1 else _NEVER
        if self._uses[unknown.form] > 1 or self._coined.overlaps(start, end):
            return _CERTAIN
        return _LIKELY if "-" in self._tokens[unknown.token].norm else 0.0

    def _owes_capital(self, unknown: Unknown) -> bool:
        """Whether the place alone may give a word its capital: it begins a sentence, or stands in a heading."""
        document, at = self._page.document, unknown.token
        if len(unknown.form) < _SHORTEST_CAPITALIZED or any(n.first <= at < n.last for n in document.names):
            return False
        if document.block_at(unknown.start).kind in HEADS:
            return True
        sentence = document.sentence_at(unknown.start)
        if sentence is None or at + 1 >= sentence.last:
            return False
        first = all(not self._tokens[i].counts for i in range(sentence.first, at))
        return first and self._tokens[at + 1].is_word and self._tokens[at + 1].text.islower()

    def _is_half(self, unknown: Unknown) -> bool:
        """Whether a part between hyphens is no word by itself: of a name, of "criss-crossed", of "anarcho-"."""
        token = self._tokens[unknown.token]
        if "-" not in token.norm:
            return False
        of_name = unknown.start > token.start and token.capitalized
        first = self._page.text[unknown.end : unknown.end + 1] in _HYPHENS
        return of_name or (first and unknown.form.endswith("o")) or is_word(token.norm.replace("-", ""))

    def _is_quoted_wrong(self, unknown: Unknown) -> bool:
        following = self._tokens[unknown.token + 1 : unknown.token + 1 + _NEAR]
        return any(t.norm == "sic" for t in following)

    def _is_unit(self, unknown: Unknown) -> bool:
        at = unknown.token
        return len(unknown.form) <= _UNIT and at > 0 and self._tokens[at - 1].kind is TokenKind.NUMBER

    def _is_among_strangers(self, unknown: Unknown) -> bool:
        """Whether a foreign word stands near, or an unknown one that is no slip itself."""
        at, tokens = unknown.token, self._tokens
        for i in range(max(0, at - _NEAR), min(at + _NEAR + 1, len(tokens))):
            if i == at:
                continue
            if tokens[i].text in _FOREIGN or (tokens[i].is_word and not tokens[i].norm.isascii()):
                return True
            if i in self._strange and not self._is_slip(self._strange[i]):
                return True
        return False

    def _is_slip(self, unknown: Unknown) -> bool:
        return len(unknown.form) > _SHORTEST_CAPITALIZED and speller_for().judge(unknown.form).sure >= _CERTAIN


def _finding(page: Page, unknown: Unknown, verdict: Verdict, *, once: bool) -> Finding:
    text = page.text[unknown.start : unknown.end]
    curly = "\u2019" in page.text
    words = [c.word.replace("'", "\u2019") if curly else c.word for c in verdict.candidates[:_SHOWN]]
    offered = [w.capitalize() if unknown.capitalized else w for w in words]
    certain = once and verdict.sure >= _CERTAIN and verdict.lead >= _LEAD and not unknown.capitalized
    said = page.in_quotation(unknown.start, unknown.end)
    safety = Safety.SHOW if said else Safety.SAFE if certain else Safety.UNSAFE
    fixes = [page.replace(unknown.start, unknown.end, offered[0], safety=safety)]
    if not certain:
        fixes += [page.replace(unknown.start, unknown.end, word, safety=Safety.SHOW) for word in offered[1:]]
    meant = f"“{offered[0]}”" if certain or len(offered) == 1 else " or ".join(f"“{word}”" for word in offered[:2])
    return page.finding(
        unknown.start,
        unknown.end,
        f"“{text}” is in no dictionary: write {meant}, or add it to the accepted words.",
        fixes=fixes,
        confidence=round(min(verdict.sure, 0.99), 2),
        severity=Severity.ERROR if verdict.sure >= _CERTAIN else Severity.WARNING,
    )
