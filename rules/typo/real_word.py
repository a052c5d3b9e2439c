"""typo/real-word: a right word in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import (
    BODY,
    Bad,
    BlockKind,
    Finding,
    Good,
    Option,
    Page,
    Parsed,
    Quotes,
    Safety,
    Sentence,
    Severity,
    Slip,
    Token,
    TokenKind,
    find_rare,
    find_slips,
    is_word,
    rule,
    speller_for,
)

from ._slips import slips, wrong_words

_PROPERTY = frozenset(
    "flat flats apartment apartments house houses home homes room rooms property properties cottage cottages "
    "premises building buildings office offices farm land space villa villas unit units studio shop shops cabin "
    "contract contracts bid blood".split()
)
_PLACES = frozenset(
    "settlement settlements city town village country region area scene hospital party government company army meeting "
    "stage field court courtroom island province capital airport station school university room house building office "
    "ground club stadium district camp base compound embassy church prison jail palace".split()
)
_MOMENTS = frozenset("at shortly immediately early late before after around minutes hours".split())
_PHRASAL = frozenset(
    "alone go up off down out in loose slip fly rip drop him her them me us it you themselves himself herself itself "
    "be pass through into by".split()
)
_PERFECT = frozenset("have has had 've".split())
_REACH = 7
_SIDE = 3
_LEAST_WORDS = 5
"""Tokens of a sentence that there is enough of to read."""
_ALARMS = 7.3
_SURE = 0.97
_SEVERITIES = ((0.95, Severity.ERROR), (0.8, Severity.WARNING), (0.0, Severity.SUGGESTION))
"""The confidence from which a finding is as severe: what is right of its like."""


def _lets(page: Page) -> Iterator[tuple[int, Sentence]]:
    """Places of "let" that may stand for "left", with their sentences: something was let, and it is no house."""
    document = page.document
    for hit in page.hits:
        if hit.phrase != "let":
            continue
        sentence = document.sentence_at(hit.start)
        at = document.token_at(hit.start)
        if sentence is None or at + 1 >= sentence.last or at <= sentence.first:
            continue
        if document.tokens[at].shouted:
            continue
        before = [t.norm for t in document.tokens[max(sentence.first, at - 3) : at]]
        after = [t.norm for t in document.tokens[at + 1 : min(sentence.last, at + _REACH)]]
        if after[0] in _PHRASAL or not after[0][0].isalnum():
            continue
        rented = next((i for i, word in enumerate(after) if word in _PROPERTY), None)
        if rented is not None and not (after[rented + 1 : rented + 2] and after[rented + 1] in _MOMENTS):
            continue
        if _PERFECT & set(before) or _PLACES & set(after):
            yield at, sentence


def _asked(page: Page) -> Iterator[Sentence]:
    return (sentence for _, sentence in _lets(page))


@rule(
    "typo/real-word",
    severity=Severity.ERROR,
    why="A spelling checker passes any word that is in the dictionary; the reader does not.",
    when_not="The word is meant: a flat is let, a bill is past saving. What somebody wrote or said is shown and left.",
    fix="Safe: one word for another, where the words beside it leave no choice or the readers are nearly sure. "
    "Unsafe otherwise; inside quotations only shown.",
    source="Guardian and AP corrections columns; confusion pairs of Golding & Roth 1999, “A Winnow-Based Approach to "
    "Context-Sensitive Spelling Correction”; replaced-token detection of Clark et al. 2020, “ELECTRA”; grammar of “let” in "
    "Quirk et al. 1985, 16.52",
    scope=[*BODY, BlockKind.CAPTION, BlockKind.AUTHOR, BlockKind.SUBHEAD],
    quotes=Quotes.SHOW,
    wake=["let", *wrong_words()],
    patterns=[r"\pL"],
    ask=_asked,
    about_words=True,
    options=[
        Option(
            "alarms",
            _ALARMS,
            "How many false flags in 100,000 words of clean copy are put up with; more find more slips.",
            minimum=0.5,
            maximum=100,
        ),
    ],
    bad=[
        Bad(
            "The two units have since ⟦let⟧ the Dorva settlement.",
            fixed="The two units have since left the Dorva settlement.",
        ),
        Bad("The minister ⟦let⟧ the meeting before the vote.", fixed="The minister left the meeting before the vote."),
        Bad("More ⟦then⟧ half of the crew fell ill.", fixed="More than half of the crew fell ill."),
        Bad("The talks were ⟦lead⟧ by a retired judge.", fixed="The talks were led by a retired judge."),
        Bad("He will stand ⟦trail⟧ in May.", fixed="He will stand trial in May."),
        Bad("She asked the ⟦pubic⟧ for help.", fixed="She asked the public for help."),
        Bad("The firm moved to ⟦it's⟧ own offices.", fixed="The firm moved to its own offices."),
        Bad(
            "They left at noon. “⟦Its⟧ not a long way,” she said.",
            fixed="They left at noon. “It’s not a long way,” she said.",
        ),
        Bad("The team played at ⟦it's⟧ finest.", fixed="The team played at its finest."),
        Bad("⟦Lets⟧ say that it rains.", fixed="Let's say that it rains."),
        Bad("Prices range away ⟦form⟧ the mean.", fixed="Prices range away from the mean."),
        Bad("They could ⟦loose⟧ their seats in May.", fixed="They could lose their seats in May."),
        Bad("The council ⟦wold⟧ sign the lease on Monday.", fixed="The council would sign the lease on Monday."),
        Bad("She lied ⟦abut⟧ her part in the sale.", fixed="She lied about her part in the sale."),
    ],
    good=[
        Good("The landlord had let the upper rooms to students."),
        Good("They have let the settlement fall into ruin."),
        Good("He had let the matter become a quarrel."),
        Good("She let the dog out before dawn."),
        Good("They let prisoners write home twice a month."),
        Good("Some of it's youth; a lot of it's online. The thing to bring in, it's said, is a dog."),
        Good("She lets say half of them in, and lets go of the rope."),
        Good("The judge rode at the lead by noon."),
        Good("Once there were more; then half left."),
        Good("It's own goals that worry the coach."),
        Good("The campaign trail in May is long."),
        Good("We let the other side attack with all it has."),
        Good("She let the flat in June and the house a year later."),
        Good("The trail of the murder weapon ended at the lake."),
        Good("The two farms abut the park, and a steel gong hung from the sill of the barn."),
        Good("The soprano sang the last aria while two men with oars waited at the wold."),
    ],
)
def real_word(page: Page) -> Iterator[Finding]:
    """A real word that stands where another belongs ("let" for "left")."""
    certain = {f.start.offset: f for f in (*_by_words(page), *_by_grammar(page))}
    yield from certain.values()
    yield from (f for f in _by_readers(page) if f.start.offset not in certain)


def _by_readers(page: Page) -> Iterator[Finding]:
    """Slips that those who have read much news see: a scorer, an encoder and, where one is chosen, a judge."""
    document = page.document
    sentences = [s for s in page.sentences if s.last - s.first >= _LEAST_WORDS]
    for slip in (*find_slips(document, sentences, page.option("alarms", float), page.judge), *_rare(page, sentences)):
        token = document.tokens[slip.token]
        if document.code.overlaps(token.start, token.end) or document.links.overlaps(token.start, token.end):
            continue
        if page.accepts(token.text):
            continue
        safety = Safety.SAFE if slip.confidence >= _SURE else Safety.UNSAFE
        quoted = page.in_quotation(token.start, token.end)
        severity = next(s for least, s in _SEVERITIES if slip.confidence >= least)
        rights = [slip.right, *(slip.others if slip.confidence < _SURE else ())]
        fixes = [
            page.replace(token.start, token.end, _like(token, right), safety=Safety.SHOW if quoted or i else safety)
            for i, right in enumerate(rights)
        ]
        message = (
            f"“{token.text}” is a word, but here it should be “{_like(token, slip.right)}”."
            if severity is Severity.ERROR
            else f"“{token.text}” is a word, but is “{_like(token, slip.right)}” meant?"
        )
        yield page.finding(
            token.start, token.end, message, fixes=fixes, confidence=round(slip.confidence, 2), severity=severity
        )


def _rare(page: Page, sentences: Sequence[Sentence]) -> list[Slip]:
    """Words of the dictionary that news copy hardly ever uses, where a far more used one belongs ("wold", "would")."""
    speller, tokens = speller_for(page.language), page.document.tokens

    def meant(at: int) -> Sequence[str]:
        word = tokens[at].norm
        return speller.instead(word) if is_word(word) else ()

    return find_rare(page.document, sentences, meant)


def _by_words(page: Page) -> Iterator[Finding]:
    """Slips that the words beside them give away."""
    document = page.document
    for hit in page.hits:
        known = slips(hit.phrase)
        sentence = document.sentence_at(hit.start) if known else None
        if sentence is None:
            continue
        at = document.token_at(hit.start)
        token = document.tokens[at]
        opens = not any(t.counts for t in document.tokens[sentence.first : at])
        if token.end != hit.end or (token.capitalized and not opens and not token.shouted):
            continue
        left = _before(document.tokens[max(sentence.first, at - _SIDE) : at])
        right = _after(document.tokens[at + 1 : min(sentence.last, at + 1 + _SIDE)])
        slip = next((s for s in known if s.fits(left, right)), None)
        if slip is not None:
            yield _finding(page, token, slip.right)


def _by_grammar(page: Page) -> Iterator[Finding]:
    """Yields "let" with an object and no verb after it: nothing was let do anything."""
    places = list(_lets(page))
    for (at, _), parsed in zip(places, page.parse(s for _, s in places), strict=True):
        token = page.document.tokens[at]
        verb = parsed.at(token.start)
        if verb is None or parsed.words[verb].pos not in ("VERB", "AUX"):
            continue
        children = parsed.children(verb)
        objects = [c for c in children if parsed.words[c].dep in ("dobj", "obj") and c > verb]
        if not objects or any(
            parsed.words[c].dep in ("ccomp", "xcomp", "prt", "acomp", "oprd") for c in children if c > verb
        ):
            continue
        reach = max(parsed.subtree(objects[0]))
        if not _leaves(parsed, verb, objects[0]):
            continue
        if any(w.tag in ("VB", "VBP", "RP", "JJ") for w in parsed.words[reach + 1 : reach + 3]):
            continue
        if any(w.tag == "VB" for w in parsed.words[verb + 1 : reach + 1]):
            continue
        yield _finding(page, token, "left")


def _leaves(parsed: Parsed, verb: int, thing: int) -> bool:
    """Whether the object is a place, or the verb a perfect with an object that hides no verb ("let coverage lapse")."""
    words = parsed.words
    children = parsed.children(verb)
    if any(words[c].text.lower() in ("to", "into", "in", "'ll", "will", "would") for c in children):
        return False
    if words[thing].text.lower() in _PLACES:
        return True
    perfect = any(words[c].dep == "aux" and words[c].lemma == "have" for c in children)
    return perfect and not any(
        words[c].tag in ("NN", "NNS") and words[c].dep == "compound" for c in parsed.children(thing)
    )


def _before(tokens: Sequence[Token]) -> list[str]:
    """Normal words back to the nearest mark or the sentence's beginning, which stands as "^"."""
    words = _after(tokens[::-1])
    return ([*words, "^"] if len(words) < _SIDE else words)[::-1]


def _after(tokens: Sequence[Token]) -> list[str]:
    """Normal words up to the nearest mark; figures stand as "#"."""
    words: list[str] = []
    for token in tokens:
        if not token.counts:
            break
        words.append("#" if token.kind is TokenKind.NUMBER else token.norm)
    return words


def _finding(page: Page, token: Token, right: str) -> Finding:
    curly = page.text.count("\u2019") + page.text.count("\u201c") > page.text.count("'") + page.text.count('"')
    right = _like(token, right.replace("'", "\u2019") if curly else right)
    message = f"“{token.text}” is a word, but here it should be “{right}”."
    return page.finding(token.start, token.end, message, fixes=[page.replace(token.start, token.end, right)])


def _like(token: Token, right: str) -> str:
    """The right word with the capitals of the written one."""
    if token.shouted:
        return right.upper()
    return right[:1].upper() + right[1:] if token.capitalized else right
