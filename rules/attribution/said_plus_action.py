"""attribution/said-plus-action: words that were smiled, shrugged or sighed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from lint.rule import BODY, Bad, Edit, Finding, Fix, Good, Hit, Page, Quotation, Safety, Severity, Token, rule


class _Action(NamedTuple):
    """A verb that is not speech: how it is told beside "said", and whether this form is of the present."""

    beside: str
    present: bool


def _actions(*verbs: str) -> Mapping[str, _Action]:
    """Each entry is a base form and its past and participle, set apart by slashes."""
    found: dict[str, _Action] = {}
    for verb in verbs:
        base, past, participle = verb.split("/")
        found[past] = _Action(participle, present=False)
        found[base + "s"] = found[base] = _Action(participle, present=True)
    return found


_ACTIONS = _actions(
    "beam/beamed/beaming", "chuckle/chuckled/chuckling", "frown/frowned/frowning", "giggle/giggled/giggling",
    "glare/glared/glaring", "grimace/grimaced/grimacing", "grin/grinned/grinning", "laugh/laughed/laughing",
    "nod/nodded/nodding", "pout/pouted/pouting", "scowl/scowled/scowling", "shrug/shrugged/shrugging",
    "shudder/shuddered/shuddering", "sigh/sighed/sighing", "smile/smiled/smiling", "smirk/smirked/smirking",
    "wince/winced/wincing", "wink/winked/winking", "yawn/yawned/yawning",
)  # fmt: skip
_PRONOUNS = frozenset("he she they i we who".split())
_TOWARDS = frozenset("at to toward towards along off through away and then his her their".split())
"""Words after the verb with which it is an action by itself: "he laughed at the joke", "she nodded and left"."""
_LONGEST_NAME = 4
_FEW = 4
_LONG_WORD = 30


@rule(
    "attribution/said-plus-action",
    severity=Severity.WARNING,
    why="Nobody can smile or shrug a sentence. The verb looks for variety where “said” is invisible, and it puts a "
    "performance in place of the words.",
    when_not="The quotation has ended, and the smile is told by itself (“I am late.” She smiled.), or the verb is one of "
    "speech (cried, whispered, joked).",
    fix="Shown: “said”, with the action beside it.",
    source="AP Stylebook on attribution; BBC News style guide, “said”; Reuters Handbook, “quotations”",
    scope=BODY,
    wake=sorted(_ACTIONS),
    bad=[
        Bad("“It’s wonderful,” she ⟦smiled⟧.", fixed="“It’s wonderful,” she said, smiling."),
        Bad("“Who knows?” ⟦shrugged⟧ Ms. Ode.", fixed="“Who knows?” said Ms. Ode, shrugging."),
        Bad(
            "“We lost,” Pia Ode ⟦sighs⟧, “and that’s that.”",
            fixed="“We lost,” Pia Ode says, sighing, “and that’s that.”",
        ),
        Bad("She ⟦grinned⟧, “It’s mine now.”", fixed="She said, grinning, “It’s mine now.”"),
        Bad("“That’s all,” he ⟦laughed⟧ bitterly.", fixed="“That’s all,” he said, laughing bitterly."),
        Bad("“That’s my job,” he ⟦laughed⟧ in May.", fixed="“That’s my job,” he said, laughing, in May."),
    ],
    good=[
        Good("“It’s wonderful.” She smiled."),
        Good("“It’s wonderful,” she said with a smile."),
        Good("Asked about the “war on fish,” she smiled and left."),
        Good("“Is it yours?” He laughed at the question and went on."),
        Good("“It’s mine!” she cried."),
        Good("She smiled and said, “It’s mine now.”"),
        Good("He shrugged: “Who knows?”"),
        Good("When he heard “you are late,” he laughed. The train stood at Crewe."),
    ],
)
def said_plus_action(page: Page) -> Iterator[Finding]:
    """A verb that is no speech in the place of "said": "It's wonderful," she smiled."""
    for hit in page.hits:
        if not page.in_scope(hit.start) or page.in_quotation(hit.start, hit.end):
            continue
        found = _Clause.around(page, hit)
        if found is not None:
            yield found.finding()


class _Clause(NamedTuple):
    """Subject and verb beside a quotation: the verb's token, and the last of the subject where it comes after."""

    page: Page
    verb: int
    subject_end: int | None = None

    @classmethod
    def around(cls, page: Page, hit: Hit) -> _Clause | None:
        """The clause of the verb at a hit, or None where it gives no quotation its "said"."""
        document = page.document
        sentence = document.sentence_at(hit.start)
        at = document.token_at(hit.start)
        if sentence is None or document.tokens[at].capitalized:
            return None
        tokens = document.tokens
        first = at
        while first > sentence.first and at - first < _LONGEST_NAME and _in_subject(tokens[first - 1]):
            first -= 1
        if first == at:
            last = at
            while last + 1 < sentence.last and last - at < _LONGEST_NAME and _in_subject(tokens[last + 1]):
                last += 1
            last -= tokens[last].text == "."
            quoted = last > at and _speech_ends(page, tokens[at], ",?!")
            return cls(page, at, last) if quoted else None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if _speech_ends(page, tokens[first], ","):
            return cls(page, at) if following is None or following.norm not in _TOWARDS else None
        opens = first == sentence.first and following is not None and following.text == ","
        return cls(page, at) if opens and _speech_starts(page, tokens[at + 1]) else None

    def finding(self) -> Finding:
        """What is said of the verb, with its place taken by "said"."""
        page, tokens = self.page, self.page.document.tokens
        verb = tokens[self.verb]
        action = _ACTIONS[verb.norm]
        said = "says" if action.present else "said"
        last = tokens[self.verb if self.subject_end is None else self.subject_end]
        close = "" if _needs_no_comma(page.text[last.end : last.end + _LONG_WORD]) else ","
        if self.subject_end is None:
            fix = page.replace(verb.start, verb.end, f"{said}, {action.beside}{close}", safety=Safety.SHOW)
        else:
            edits = page.document.map.edits(verb.start, verb.end, said)
            edits += page.document.map.edits(last.end, last.end, f", {action.beside}{close}")
            fix = Fix(f"{said} …, {action.beside}", tuple(Edit(*edit) for edit in edits), Safety.SHOW)
        message = (
            f"Nobody speaks by {action.beside}: “{said}” gives the words, and “{action.beside}” may stand beside it."
        )
        return page.finding(verb.start, verb.end, message, fixes=[fix])


def _needs_no_comma(rest: str) -> bool:
    """Whether what follows the action is punctuation or an adverb of it."""
    return rest[:1] in ("", ".", ",", ";") or rest.split(maxsplit=1)[0].rstrip(".,").endswith("ly")


def _in_subject(token: Token) -> bool:
    """A pronoun, a word of a name, or the point of a title."""
    return token.norm in _PRONOUNS or token.text == "." or (token.is_word and token.capitalized)


def _speech_ends(page: Page, token: Token, marks: str) -> bool:
    """Whether a whole quotation in one of these marks ends right before a token."""
    document = page.document
    before = document.token_at(token.start) - 1
    if before < 0:
        return False
    comma = document.tokens[before].text == ","
    end = document.tokens[before - 1 if comma else before].end
    quotation = next((q for q in reversed(_quotations_to(page, end)) if q.end == end and not q.depth), None)
    if quotation is None or not (comma or page.text[quotation.inner.end - 1] in marks):
        return False
    lead_in = page.text[document.block_at(quotation.start).start : quotation.start].rstrip()
    return page.text[quotation.inner.start].isupper() and (not lead_in or lead_in[-1] in '.?!,:”"')


def _speech_starts(page: Page, comma: Token) -> bool:
    """Whether a quotation that begins with a capital follows a comma."""
    quotations = page.document.quotations
    at = bisect_left(quotations, comma.end, key=attrgetter("start"))
    if at == len(quotations) or page.text[comma.end : quotations[at].start].strip():
        return False
    return page.text[quotations[at].inner.start].isupper()


def _quotations_to(page: Page, end: int) -> list[Quotation]:
    """The last few quotations that begin before an offset."""
    quotations = page.document.quotations
    at = bisect_left(quotations, end, key=attrgetter("start"))
    return quotations[max(0, at - _FEW) : at]
