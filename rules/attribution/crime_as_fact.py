"""attribution/crime-as-fact: guilt before the verdict, and doubt where there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from lint.rule import (
    BODY,
    HEADS,
    Bad,
    BlockKind,
    CueKind,
    Document,
    Finding,
    Good,
    Page,
    Safety,
    Sentence,
    Severity,
    Token,
    rule,
)

_DEEDS = frozenset(
    "assaulted bludgeoned embezzled groped kidnapped killed laundered molested murdered raped robbed shot slew smothered "
    "stabbed stole strangled".split()
)
_DOING = frozenset(
    "abusing assaulting attacking beating bombing bribing burning defrauding embezzling groping hacking hitting kidnapping "
    "killing laundering lying mailing molesting murdering plotting raping robbing selling shooting smuggling stabbing "
    "stealing strangling threatening trafficking vandalizing vandalising".split()
)
_DOERS = frozenset(
    "abuser arsonist assassin attacker bomber fraudster gunman kidnapper killer molester murderer rapist robber shooter "
    "slayer smuggler terrorist thief trafficker".split()
)
_DOERS |= frozenset("gunmen thieves") | {doer + "s" for doer in _DOERS}
_VERDICTS = frozenset(
    "acquitted confessed confession confesses convict convicted convicting conviction convictions sentence sentenced "
    "sentencing admitted admits parole paroled executed".split()
)
_DOUBTS = frozenset(
    "accused accusing allege alleged allegedly alleges alleging apparently charges claim claimed complaint if indictment "
    "investigators officials police prosecutor prosecutors purportedly reportedly suspected whether affidavit".split()
)
_LEGAL = ("allegedly", "alleged")
_LAW = frozenset("arrested indicted convicted sentenced detained accused acquitted".split())
_LAW_NOUNS = frozenset(
    "arrest arrests indictment conviction sentencing suspect suspects accusation accusations".split()
)
_SETTLED = (("convicted", "of"), ("guilty", "to"), ("guilty", "of"), ("sentenced", "for"))
_DOUBTED = (("accused", "of"), ("charged", "with"), ("suspected", "of"))
_HELD = frozenset("arrested indicted charged detained".split())
_MAY = frozenset("be being could if may might can should would will to get getting".split())
_CHARGES = frozenset({"charged", "indicted"})
_BETWEEN = frozenset("also then later had has first fatally".split())
_REACH = 12


@rule(
    "attribution/crime-as-fact",
    severity=Severity.SUGGESTION,
    why="Who is charged is not guilty yet. A story that says he did it may be wrong, may harm a trial, and can be sued. An "
    "“alleged” where nothing is in doubt is the same fault the other way round.",
    when_not="Somebody was convicted or confessed in this story, the deed is laid to police or prosecutors, or the person "
    "named is not the one who is charged. An alleged victim, crime or killer is fine.",
    fix="Unsafe where an “alleged” goes. Else shown or none: the charge’s wording is for the writer to look up.",
    source="AP Stylebook, “accused”, “allege”, “arrest”; BBC Editorial Guidelines on contempt; IPSO Code, clause 9",
    scope=[*BODY, *HEADS, BlockKind.CAPTION],
    wake=[
        *_LEGAL,
        "accused",
        "arrested",
        "charged",
        "detained",
        "indicted",
        "on trial",
        "not guilty",
        "suspected",
    ],
    bad=[
        Bad("Two men were ⟦allegedly⟧ arrested at the pier.", fixed="Two men were arrested at the pier."),
        Bad("The ⟦alleged⟧ suspect ran down the pier.", fixed="The suspect ran down the pier."),
        Bad("She pleaded guilty to ⟦allegedly⟧ selling the pier.", fixed="She pleaded guilty to selling the pier."),
        Bad("He is accused of ⟦allegedly⟧ selling the pier.", fixed="He is accused of selling the pier."),
        Bad("The ⟦accused murderer⟧ will be heard on Monday."),
        Bad(
            "A man was ⟦arrested for⟧ robbing the harbor bank.",
            fixed="A man was arrested on a charge of robbing the harbor bank.",
        ),
        Bad("Ivo Marsh, charged with murder, ⟦killed⟧ his wife on the pier."),
        Bad("Ivo Marsh was charged with murder on Monday.\n\nMarsh ⟦stabbed⟧ his wife on the pier and ran."),
        Bad("Ivo Marsh was charged with murder on Monday.\n\nThe ⟦killer⟧ Marsh lived by the pier."),
    ],
    good=[
        Good("The alleged victim died, and the alleged killer left town."),
        Good("The company allegedly charged $90 for each boat."),
        Good("A man was arrested on a charge of robbing the harbor bank."),
        Good("Swimmers could be arrested for robbing the nets, and two men were arrested for nothing."),
        Good("Ivo Marsh, charged with murder, was convicted on Monday. Marsh stabbed his wife on the pier."),
        Good("Ivo Marsh was charged with murder.\n\nMarsh stabbed his wife on the pier, prosecutors said."),
        Good("Ivo Marsh, charged with murder, killed his wife, police said."),
        Good("Ivo Marsh was charged with murder.\n\nPia Ode shot the film on the pier."),
        Good("Ivo Marsh was charged with murder.\n\nPolice are looking for the killer of a second woman."),
        Good("“Marsh killed her,” Ms. Ode said. Ivo Marsh was charged with murder on Monday."),
        Good("The accused man will be heard on Monday."),
    ],
)
def crime_as_fact(page: Page) -> Iterator[Finding]:
    """A deed told as fact of somebody who is only charged with it, and "alleged" where nothing is in doubt."""
    document = page.document
    tokens = document.tokens
    charged: set[str] = set()
    settled = any(word in document.occurrences for word in _VERDICTS) or _pleaded(document)
    for hit in page.hits:
        sentence = document.sentence_at(hit.start)
        if sentence is None or not page.in_scope(hit.start) or page.in_quotation(hit.start, hit.end):
            continue
        at = document.token_at(hit.start)
        if hit.phrase in _LEGAL:
            if _is_certain(tokens[max(sentence.first, at - 2) : at + 3], at - max(sentence.first, at - 2)):
                yield _needless(page, tokens[at])
        elif not settled:
            yield from _prejudged(page, sentence, at)
            charged |= _charged(document, sentence, at)
    if charged:
        yield from _deeds(page, charged)


def _is_certain(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "alleged" stands where the matter is settled or the doubt already told."""
    following = [t.norm for t in tokens[at + 1 : at + 3]] + ["", ""]
    before = tuple(t.norm for t in tokens[max(0, at - 2) : at] if t.norm != "the")
    if before in _SETTLED or (before in _DOUBTED and tokens[at].norm == "allegedly"):
        return True
    if tokens[at].norm == "allegedly":
        return following[0] in _LAW or (following[0] == "charged" and following[1] == "with")
    return following[0] in _LAW_NOUNS


def _needless(page: Page, token: Token) -> Finding:
    fix = page.delete(token.start, token.end, safety=Safety.UNSAFE)
    return page.finding(token.start, token.end, f"Nothing here is only alleged: leave “{token.text}” out.", fixes=[fix])


def _prejudged(page: Page, sentence: Sentence, at: int) -> Iterator[Finding]:
    """Words of the law that call somebody a culprit: "accused murderer", "arrested for robbing"."""
    tokens = page.document.tokens
    word, following = tokens[at], [t.norm for t in tokens[at + 1 : min(at + 3, sentence.last)]]
    if word.norm == "accused" and following[:1] and following[0] in _DOERS:
        message = f"“{word.text} {following[0]}” calls the person a {following[0]}: write “accused of …”."
        yield page.finding(word.start, tokens[at + 1].end, message)
    if word.norm not in _HELD or len(following) < 2 or following[0] != "for" or following[1] not in _DOING:
        return
    if any(t.norm in _MAY for t in tokens[max(sentence.first, at - 3) : at]):
        return
    end = tokens[at + 1].end
    message = f"“{word.text} for {following[1]}” says that it was done: write “on a charge of”."
    right = f"{word.text} on a charge of" if word.norm != "charged" else f"{word.text} with"
    yield page.finding(word.start, end, message, fixes=[page.replace(word.start, end, right, safety=Safety.SHOW)])


def _pleaded(document: Document) -> bool:
    """Whether somebody in the story pleaded guilty or was found guilty."""
    tokens = document.tokens
    return any(i and tokens[i - 1].norm != "not" for i in document.occurrences.get("guilty", ()))


def _charged(document: Document, sentence: Sentence, at: int) -> set[str]:
    """The last name of the person whom words of the law at a token speak of, if it stands right before them."""
    names = document.names
    last = bisect_right(names, at, key=attrgetter("last")) - 1
    if last < 0 or names[last].first < sentence.first or at - names[last].last > _REACH:
        return set()
    word = document.tokens[names[last].last - 1].norm
    following = document.tokens[at + 1].norm if at + 1 < sentence.last else ""
    bound = document.tokens[at].norm != "accused" or following == "of"
    return {word} if bound and len(word) > 2 and not word.endswith("'s") else set()


def _deeds(page: Page, charged: set[str]) -> Iterator[Finding]:
    """Deeds that the story tells as fact of a person who is charged."""
    document = page.document
    doubted: dict[int, bool] = {}
    for name in sorted(charged):
        for i in document.occurrences.get(name, ()):
            token, sentence = document.tokens[i], document.sentence_at(document.tokens[i].start)
            if sentence is None or not token.capitalized or not page.in_scope(token.start):
                continue
            if page.in_quotation(token.start, token.end):
                continue
            first = max(sentence.first, i - 1)
            deed = _deed(document.tokens[first : min(sentence.last, i + 2 * _REACH)], i - first)
            if deed is None:
                continue
            if sentence.index not in doubted:
                doubted[sentence.index] = _is_doubted(document, sentence)
            if not doubted[sentence.index]:
                message = f"“{deed.text}” tells it as fact, and {token.text} is only charged: say who says so."
                yield page.finding(deed.start, deed.end, message)


def _deed(tokens: Sequence[Token], name: int) -> Token | None:
    """The word that makes a culprit of the name at an index: "Marsh killed", "the killer Marsh"."""
    if name and tokens[name - 1].norm in _DOERS:
        return tokens[name - 1]
    at = name + 1
    while at < len(tokens) and tokens[at].norm in _BETWEEN:
        at += 1
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].norm in _CHARGES:
        at = next((i + 1 for i in range(at + 2, min(len(tokens), at + _REACH)) if tokens[i].text == ","), len(tokens))
    if at + 1 < len(tokens) and tokens[at].norm in _DEEDS and tokens[at + 1].norm != "by":
        return tokens[at]
    return None


def _is_doubted(document: Document, sentence: Sentence) -> bool:
    """Whether somebody says it, or the sentence keeps it in doubt."""
    cues = (c for c in document.cues_in(sentence.start, sentence.end) if c.kind is not CueKind.NAMING)
    if any(document.tokens[cue.first].norm not in _CHARGES for cue in cues):
        return True
    return any(t.norm in _DOUBTS for t in document.tokens[sentence.first : sentence.last])
