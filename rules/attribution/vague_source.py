"""attribution/vague-source: sources that cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import (
    BODY,
    Bad,
    BlockKind,
    Claim,
    CueKind,
    Finding,
    Good,
    Hit,
    Option,
    Page,
    Sentence,
    Severity,
    Token,
    read_claims,
    rule,
)

_GROUPS = frozenset(
    "critics supporters opponents observers experts analysts insiders skeptics sceptics detractors proponents advocates "
    "pundits commentators economists scientists researchers activists strategists watchers historians scholars academics "
    "rivals backers onlookers defenders naysayers doubters campaigners sources".split()
)
_QUANTIFIERS = frozenset("some many most others people everyone everybody few several".split())
_SPECIFIC = frozenset(
    "the those these its his her their our your two three four five six seven eight nine ten both which whose".split()
)
_PREDICATES = frozenset(
    "say said says argue argued claim claimed believe believed contend contended think thought warn warned fear feared "
    "worry worried suggest suggested note noted expect expected insist insisted maintain maintained predict predicted "
    "question questioned complain complained assert asserted speculate speculated agree agreed hope hoped charge charged "
    "allege alleged counter countered wonder wondered dispute disputed feel felt estimate estimated".split()
)
_BETWEEN = frozenset(
    "also still now have had has long often even already are were is would may might could will do did been recently "
    "repeatedly increasingly immediately quickly generally later too however privately publicly widely therefore".split()
)
_BELIEVED = frozenset(
    "believed thought understood said rumored rumoured feared alleged reported claimed assumed speculated hoped".split()
)
_HELD = frozenset(
    "seen regarded considered viewed believed thought expected understood criticized criticised condemned panned praised "
    "mocked perceived assumed acknowledged derided hailed blamed interpreted dismissed ridiculed denounced".split()
)
_HELD_TO = ("believed", "considered", "expected", "feared", "rumored", "rumoured", "said", "thought", "understood")
_BE = frozenset("is are was were be been being".split())
_WIDELY = frozenset("widely generally commonly universally broadly largely".split())
_RESEARCH = frozenset("studies research polls surveys polling statistics".split())
_SHOW = frozenset(
    "show shows shown suggest suggests suggested indicate indicates indicated find found showed reveal".split()
)
_PAPERS = frozenset("reports rumors rumours speculation".split())
_NAMERS = frozenset("including such like led".split())
_PARTIES = frozenset("democrats republicans conservatives tories".split())
_BEFORE_PARTY = 4
_EXAMPLE = 8
"""Tokens from a group within which its example stands."""
_ADVERBS = ("reportedly",)
_AFOOT = frozenset("amid after despite following denied dismissed fueled fuelled to by are were been".split())
_ENDS_REPORT = frozenset("by from in of to on that at with as and or for".split())
_KINDS = frozenset(
    "legal political military medical independent outside foreign local industry health security policy market economic "
    "financial environmental longtime other certain leading".split()
)
_STARTERS = (
    *_ADVERBS, *sorted(_GROUPS), *sorted(_QUANTIFIERS), *sorted(_RESEARCH), *sorted(_PAPERS),
    *(f"it {be} {held}" for be in ("is", "was", "has been") for held in sorted(_BELIEVED)),
    *(f"it {be} widely {held}" for be in ("is", "was") for held in sorted(_BELIEVED)),
    *(f"{be} {held} to" for be in ("is", "are", "was", "were") for held in _HELD_TO), *sorted(_WIDELY),
)  # fmt: skip


@rule(
    "attribution/vague-source",
    severity=Severity.WARNING,
    why="A reader cannot weigh, and a desk cannot check, what “critics”, “some” or “reports” say. "
    "A claim is worth as much as its source.",
    when_not="The source is named or described in the sentence or as its example (“critics, among them Ms. Ode”), "
    "the group is a definite one (“the two experts said”) or a party (“Republicans said”), or somebody else is being quoted.",
    fix="None: only the writer knows who said it. Name the source, or say how many there are and how they know.",
    source="Reuters Handbook, “Sources”; AP on anonymous sources; weasel classes of Ganter & Strube 2009 and CoNLL-2010",
    scope=[*BODY, BlockKind.SUBHEAD],
    wake=_STARTERS,
    patterns=[r"\pL"],
    options=(
        Option(
            "probability",
            0.6,
            "how probable a vague source must be that no phrase gives away",
            minimum=0.05,
            maximum=1.0,
        ),
        Option("sure", 0.98, "how probable it must be to be more than a suggestion", minimum=0.05, maximum=1.0),
    ),
    bad=[
        Bad("The mayor ⟦reportedly⟧ plans to leave in May."),
        Bad("⟦Critics say⟧ the bridge will never pay for itself."),
        Bad("The plan is sound, but ⟦many experts have long argued⟧ that it comes too late."),
        Bad("⟦Some say⟧ the market should move to the quay."),
        Bad("⟦It is widely believed⟧ that the vote will be close."),
        Bad("⟦Studies show⟧ that children who walk to school sleep better."),
        Bad("The ministry played down ⟦reports of a possible withdrawal⟧ from the valley."),
        Bad("The novel was ⟦widely panned⟧ when it appeared."),
        Bad("The heir ⟦is said to⟧ own four vineyards."),
        Bad("⟦Many voters believe⟧ the count was slow on purpose."),
        Bad("The pier ⟦is expected to⟧ reopen before the summer."),
        Bad("⟦Some Republicans say⟧ the bill will never reach the floor."),
    ],
    good=[
        Good("Republicans complained that the report left out the cost of the pier."),
        Good("Democrats have begun to express doubts about the speaker."),
        Good("The two experts said the beam had rusted through."),
        Good("“Critics say all sorts of things,” Ms. Ode said."),
        Good("Critics, including the former treasurer Ann Lee, say the bridge will never pay for itself."),
        Good("Some of the houses said to be empty were let in June."),
        Good("Its critics have until Friday to answer."),
        Good("A 2024 study by the University of Leeds shows that walkers sleep better."),
        Good("Many feared for their homes that night."),
        Good("The committee reads reports of accidents every month."),
        Good("The pier is expected to reopen in May, the port authority said."),
        Good("Some boats agreed with the harbor master's plan."),
        Good("She writes reports about the harbor for a living."),
        Good("Most people agreed to leave before the water came."),
    ],
)
def vague_source(page: Page) -> Iterator[Finding]:
    """A claim laid at the door of a source that nobody could ask."""
    flagged: set[int] = set()
    cleared: list[int] = []
    for hit, sentence, finding in _by_phrases(page):
        if finding is None:
            if _plain(hit.phrase, page.tokens(sentence), page.document.token_at(hit.start) - sentence.first):
                cleared.append(hit.start)
        else:
            flagged.add(sentence.index)
            yield finding
    least = page.option("probability", float)
    for sentence in page.sentences:
        source = read_claims(page.document, sentence).vague
        if source.probability >= least and sentence.index not in flagged:
            start, end = _told_by(page, sentence, source)
            if not any(start <= at < end for at in cleared) and not _a_party(page, source):
                yield _read_as_vague(page, start, end, source)


def _by_phrases(page: Page) -> Iterator[tuple[Hit, Sentence, Finding | None]]:
    """Phrases that may name a vague source, with their sentences, and a finding where they do."""
    taken = -1
    for hit in page.hits:
        if hit.start < taken or page.in_quotation(hit.start, hit.end) or not page.in_scope(hit.start):
            continue
        at = page.document.token_at(hit.start)
        sentence = page.document.sentence_at(hit.start)
        if sentence is None:
            continue
        found = _read(hit.phrase, page.document.tokens[sentence.first : sentence.last], at - sentence.first)
        if found is None or (hit.phrase.endswith(" to") and _attributed(page, sentence, hit)):
            yield hit, sentence, None
            continue
        first, last, message = found
        start, end = (
            page.document.tokens[sentence.first + first].start,
            page.document.tokens[sentence.first + last - 1].end,
        )
        taken = end
        severity = page.severity_at(read_claims(page.document, sentence).vague.probability)
        yield hit, sentence, page.finding(start, end, message.format(text=page.text[start:end]), severity=severity)


def _told_by(page: Page, sentence: Sentence, source: Claim) -> tuple[int, int]:
    """The stretch of the words that told the reader, or the sentence."""
    looked = page.document.tokens[source.first : source.last]
    return (looked[0].start, looked[-1].end) if looked else (sentence.start, sentence.end)


def _a_party(page: Page, source: Claim) -> bool:
    """Whether those who are told of are a party, which has a name and can be asked, and not some or many of it."""
    tokens = page.document.tokens
    for at in range(source.first, source.last):
        if tokens[at].norm in _PARTIES:
            return not any(t.norm in _QUANTIFIERS for t in tokens[max(0, at - _BEFORE_PARTY) : at])
    return False


def _read_as_vague(page: Page, start: int, end: int, source: Claim) -> Finding:
    """A source that no phrase gives away."""
    message = f"“{page.text[start:end]}”: who? Name somebody, or say how many they are and how they know."
    severity = page.severity_at(source.probability)
    return page.finding(start, end, message, confidence=round(source.probability, 2), severity=severity)


def _attributed(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody in the sentence says it, besides the passive itself."""
    document = page.document
    return any(
        c.kind is not CueKind.NAMING and not hit.start <= document.tokens[c.first].start < hit.end
        for c in document.cues_in(sentence.start, sentence.end)
    )


def _read(phrase: str, tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    """Tokens [first, last) of the vague source that a phrase at `at` begins, and what to say of it."""
    if phrase in _ADVERBS:
        return at, at + 1, "“{text}”: reported by whom? Name the report, or say how you know."
    if phrase in _GROUPS or phrase in _QUANTIFIERS:
        return _group(phrase, tokens, at)
    if phrase in _RESEARCH:
        return _research(tokens, at)
    if phrase in _PAPERS:
        return _reports(tokens, at)
    if phrase in _WIDELY:
        return _widely(tokens, at)
    return at, at + len(phrase.split()), "“{text}”: by whom? An agentless passive hides the source."


def _group(phrase: str, tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    first = at
    while first > 0 and at - first < 2 and _modifies(tokens[first - 1]):
        first -= 1
    before = tokens[first - 1] if first else None
    if _definite(tokens, first):
        return None
    if phrase in _QUANTIFIERS and (first != at or (before is not None and before.is_word and before.norm != "but")):
        return None
    last = at + 1
    if phrase in _QUANTIFIERS and last < len(tokens) and _plural(tokens[last]):
        last += 1
    if phrase in _GROUPS and last < len(tokens) and tokens[last].norm == "of":
        last = next((i for i in range(last, min(len(tokens), last + 8)) if tokens[i].norm in _PREDICATES), at + 1)
    last = _past_adverbs(tokens, last)
    if last >= len(tokens) or tokens[last].norm not in _PREDICATES or _named(tokens, at):
        return None
    if phrase in _QUANTIFIERS and not _claims(tokens, last):
        return None
    return first, last + 1, "“{text}”: who? Name one, or say how many they are and how they know."


def _past_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The first token from `at` on that is neither an adverb nor an auxiliary: "critics have long | argued"."""
    while at < len(tokens) and tokens[at].norm in _BETWEEN:
        at += 1
    return at


def _plain(phrase: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether those that a phrase names are plainly no vague source: a definite group, with a name, or claiming nothing."""
    if phrase not in _GROUPS | _QUANTIFIERS:
        return False
    verb = _past_adverbs(tokens, at + 1)
    acts = (
        phrase in _QUANTIFIERS and verb < len(tokens) and tokens[verb].norm in _PREDICATES and not _claims(tokens, verb)
    )
    return acts or _definite(tokens, at) or _named(tokens[: at + _EXAMPLE], at)


def _definite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner, a number or a genitive stands before: "the two experts", "Trump's critics"."""
    before = tokens[at - 1] if at else None
    return before is not None and (before.norm in _SPECIFIC or before.norm.endswith(("'s", "\u2019s")))


def _modifies(token: Token) -> bool:
    """A lower-case word that may stand before the group's noun: "legal experts", "some critics"."""
    return token.is_word and not token.capitalized and token.norm in _QUANTIFIERS | _KINDS


def _plural(token: Token) -> bool:
    """A noun that names many, by its ending: "some economists", "most voters", "many Democrats"."""
    return token.is_word and token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "is", "'s"))


def _claims(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a clause follows the verb: "some say the market …", not "many feared for their homes"."""
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return False
    return after.norm not in {"for", "to", "with", "in", "at", "on", "about", "so", "no", "yes", "by", "of", "nothing"}


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Whether an example with a name follows in the sentence."""
    for i in range(at, len(tokens) - 1):
        if tokens[i].norm in _NAMERS and any(t.is_word and t.capitalized for t in tokens[i + 1 : i + 6]):
            return True
    return False


def _research(tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    before = [t for t in tokens[max(0, at - 3) : at] if t.is_word or t.counts]
    if any(t.capitalized and i + 1 < at for i, t in enumerate(before) if t is not tokens[0]) or any(
        t.norm in _SPECIFIC or not t.is_word for t in before
    ):
        return None
    last = _past_adverbs(tokens, at + 1)
    if last >= len(tokens) or tokens[last].norm not in _SHOW or any(t.norm in ("by", "from") for t in tokens[at:last]):
        return None
    return at, last + 1, "“{text}”: which? Name who did the work, and when."


def _reports(tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    before = tokens[at - 1].norm if at else ""
    played = at > 1 and (tokens[at - 2].norm, before) in {("played", "down"), ("brushed", "off"), ("there", "are")}
    if (before not in _AFOOT and not played) or at + 2 >= len(tokens):
        return None
    if tokens[at + 1].norm not in ("of", "that"):
        return None
    last = at + 2
    while last < min(len(tokens), at + 6) and tokens[last].is_word and tokens[last].norm not in _ENDS_REPORT:
        last += 1
    return at, last, "“{text}”: reports by whom? Name one, or say what is known."


def _widely(tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    if (
        at + 1 >= len(tokens)
        or tokens[at + 1].norm not in _HELD
        or not at
        or tokens[at - 1].norm not in _BE | {"has", "have", "had"}
    ):
        return None
    if any(t.norm == "by" for t in tokens[at + 2 : at + 5]):
        return None
    return at, at + 2, "“{text}”: by whom? Say who, or give one example with a name."
