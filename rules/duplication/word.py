from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from lint.rule import Bad, Finding, Fix, Good, Page, Quotes, Safety, Severity, Token, rule

# Words that no English sentence sets twice in a row.
_NEVER_TWICE = frozenset(
    "the a an and of or but nor if from with as than who which he she they we into onto has been be not their its his "
    "our my your because while although since until toward towards among between during though whose them us".split()
)
# Small words that now and then meet themselves at the seam of two clauses ("the state he moved to to escape").
_AT_SEAMS = frozenset("to for by at it you i was were are about before after would could will can should may".split())
_LEFT_ALONE = frozenset("that had in on up out off over is her these there so no do did".split())
_LINKS = frozenset("was were are would could will can should may".split())
_BE = frozenset("was were are".split())
_QUESTION_WORDS = frozenset("what who whoever whatever where how which why when all".split())
_STRANDED_TO = frozenset(
    "used point points pointed pointing refer referred go goes going went come came turn turned belong talk talked talking "
    "listen listening listened look looking looked move moved want wants wanted have has had need needs needed aspire "
    "relate object subject led lead travel traveled".split()
)
_SPANS_OF_TIME = frozenset(
    "a an so too as decades years months weeks days hours minutes ages centuries generations many several some two three "
    "four five six seven eight nine ten over more almost nearly about at most the free".split()
)
_TIMES = frozenset("year week month morning afternoon evening time season summer winter spring autumn fall".split())


@rule(
    "duplication/word",
    severity=Severity.ERROR,
    why="A word set twice is the commonest slip that survives editing: the eye jumps from one to the other.",
    when_not=(
        "Doubled words that are English (“had had”, “that that”), sounds, intensifiers (“very very”), names (Pago Pago), "
        "and particles that end one phrase and open the next (“came in in March”) are left alone."
    ),
    fix="Deletes the later copy with the space before it. Safe for words that are never doubled, unsafe for others.",
    source="Chicago Manual of Style 2.111 (proofreading for repeated words); house practice.",
    quotes=Quotes.SHOW,
    bad=[
        Bad("The mayor signed the ⟦the⟧ order on Friday.", fixed="The mayor signed the order on Friday."),
        Bad("The ⟦the⟧ vote was close.", fixed="The vote was close."),
        Bad("Rain fell on most of ⟦of⟧ the county.", fixed="Rain fell on most of the county."),
        Bad("They were told ⟦told⟧ nothing.", fixed="They were told nothing."),
        Bad("She chose to ⟦to⟧ stay.", fixed="She chose to stay."),
        Bad("The union and ⟦and⟧ ⟦and⟧ the firm met.", fixed="The union and the firm met."),
        Bad("He sat in **the** ⟦the⟧ chair.", fixed="He sat in **the** chair.", format="markdown"),
        Bad("<p>He sat in the <b>⟦the⟧</b> chair.</p>", fixed="<p>He sat in <b>the</b> chair.</p>", format="html"),
    ],
    good=[
        Good("He had had enough of it."),
        Good("She said that that was no answer."),
        Good("The bill came in in 1979 and took effect at once."),
        Good("What it is is a delay."),
        Good("It is a very very long road."),
        Good("Ferries run to Pago Pago twice a week."),
        Good("The crowd sang: bye bye, big big world."),
        Good("He went on, on and on."),
        Good("The town he moved to to escape the noise grew."),
        Good("That is what they have waited for for years."),
        Good("What her role was was never clear."),
        Good("It was a non-denial denial, he said."),
        Good("She saw the The Times on the table."),
        Good("They gave her her coat."),
        Good("It happened. It happened again."),
        Good("New York New York was the song of the night."),
        Good("It is a debt that her children’s children’s children will pay."),
        Good("There is no there there, the critic wrote."),
    ],
)
def word(page: Page) -> Iterator[Finding]:
    """A word set twice in a row."""
    text = page.text
    for sentence in page.sentences:
        tokens = page.tokens(sentence)
        for i in range(1, len(tokens)):
            first, second = tokens[i - 1], tokens[i]
            if first.norm != second.norm or not second.is_word or not text[first.end : second.start].isspace():
                continue
            opens = not any(t.counts for t in tokens[: i - 1])
            if not _same_case(first, second, opens=opens) or page.document.code.overlaps(second.start, second.end):
                continue
            severity = _judge(tokens, i)
            if severity is None or page.accepts(f"{first.text} {second.text}"):
                continue
            safety = Safety.SAFE if severity is Severity.ERROR else Safety.UNSAFE
            yield page.finding(
                second.start,
                second.end,
                f"“{second.text}” is set twice.",
                fixes=list(_deletion(page, first, second, safety)),
                severity=severity,
            )


def _same_case(first: Token, second: Token, *, opens: bool) -> bool:
    """Both in lower case, or the first with the capital of a sentence's start. Two capitals may be a name."""
    if second.capitalized:
        return False
    return first.text == second.text or (opens and first.norm == second.norm)


def _judge(tokens: Sequence[Token], i: int) -> Severity | None:
    """How sure it is that tokens i-1 and i are one word set twice; None where they may well not be."""
    word = tokens[i].norm
    before = tokens[i - 2].norm if i > 1 else ""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    after = following.norm if following else ""
    if word in _NEVER_TWICE:
        return Severity.ERROR
    if word in _LEFT_ALONE or word in _doubled() or len(word) < 2 or word.endswith("'s"):
        return None
    if word in _LINKS and _after_question(tokens[max(0, i - 12) : i - 1], word):
        return None
    if word == "to" and before in _STRANDED_TO and following and following.is_word and not following.capitalized:
        return None
    if (word == "for" and (after in _SPANS_OF_TIME or after[:1].isdigit())) or (word == "this" and after in _TIMES):
        return None
    if after == word:
        return Severity.WARNING if word in _AT_SEAMS else None
    return Severity.WARNING


def _after_question(before: Sequence[Token], word: str) -> bool:
    """Whether a clause that can be a subject stands before: "what she saw was was"."""
    return any(t.norm in _QUESTION_WORDS or (t.norm == "that" and word in _BE) for t in before)


def _deletion(page: Page, first: Token, second: Token, safety: Safety) -> Iterator[Fix]:
    """Takes the later copy out with the space before it; the earlier one, where the later has markup of its own."""
    text, prose = page.text, page.document.map
    title = f"Delete the second “{second.text}”"
    if not prose.empties_markup(second.start, second.end):
        broken = "\n" in text[first.end : second.start]
        if broken and text[second.end : second.end + 1] == " ":
            yield page.replace(second.start, second.end + 1, "", title, safety=safety)
        else:
            yield page.replace(first.end, second.end, "", title, safety=safety)
    elif not prose.empties_markup(first.start, first.end):
        yield page.replace(first.start, second.start, "", title, safety=safety)


@lru_cache(maxsize=1)
def _doubled() -> frozenset[str]:
    lines = Path(__file__).with_name("doubled.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
