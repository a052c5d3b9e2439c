"""Which for that in a clause that the sentence cannot do without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Option, Page, Safety, Severity, Token, rule

_PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at atop before behind below beneath beside besides "
    "between beyond by concerning despite down during except for from in inside into like near of off on onto opposite out "
    "outside over past per regarding round since than through throughout till to toward towards under underneath until "
    "unto up upon via with within without".split()
)
_NOT_AFTER = _PREPOSITIONS | frozenset(
    "and or but nor yet so if whether that this which what who whom whose where when why how no not only just even exactly both "
    "either is are was were be been being am do does did has have had will would can could may might must should i he she "
    "we they it me him us them you matter matters unclear clear sure certain unsure uncertain precisely specifically".split()
)
_ASKING = frozenset(
    "ask asks asked know knows knew known see sees saw seen decide decides decided determine determines determined choose "
    "chooses chose chosen pick picks picked say says said tell tells told learn learns learned reveal reveals revealed "
    "specify specifies specified identify identifies identified show shows showed shown discover discovers discovered "
    "consider considers considered wonder wonders wondered guess guesses guessed remember remembers remembered forget "
    "forgets forgot define defines defined dictate dictates dictated indicate indicates indicated clarify clarified "
    "decipher discern evaluate assess disclose disclosed explain explained understand understood find found figure check "
    "checked control controls regardless irrespective mattered list listed gauge predict predicted settle settled select "
    "selected verify judge mention mentioned recall recalled state stated question questioned track tracked study "
    "studied disclosing doubt".split()
)
_NOUNS_IN_ING = frozenset(
    "building buildings meeting hearing thing something anything everything nothing being morning evening painting ruling "
    "filing finding killing shooting bombing funding spending briefing warning feeling wedding ceiling king spring string "
    "wing ring offering training housing banking lobbying clothing covering crossing dwelling gathering opening reading "
    "recording setting showing sitting standing warming writing beginning".split()
)
_VERBS = frozenset(
    "is was are were has had have can could will would may might must should do does did cannot also never already still "
    "often then now".split()
)
_AFTER_PLURAL = _VERBS | {"and", "or", "you", "they", "to"}
_SUBJECTS = frozenset("it he she they we i you".split())


@rule(
    "grammar/which-that",
    severity=Severity.SUGGESTION,
    why="American usage keeps “which”, after a comma, for what could be left out, and “that” for what the sentence "
    "needs. A bare “which” leaves the reader to guess.",
    when_not="In British copy, where “which” may open either kind of clause: set the option `british`. "
    "In quotations, and after “that which”.",
    fix="Puts “that”; after a name, a comma before “which”. Unsafe: only the writer knows which of the two was meant.",
    source="AP Stylebook, “essential clauses, nonessential clauses” and “that, which”; Fowler, “that, relative pronoun”",
    scope=BODY | {BlockKind.CAPTION, BlockKind.SUBHEAD},
    wake=["which"],
    options=[Option("british", False, "leave every which alone, as British usage does")],
    bad=[
        Bad("Troops left houses ⟦which⟧ were seized in May.", fixed="Troops left houses that were seized in May."),
        Bad("The law ⟦which⟧ governs ports is old.", fixed="The law that governs ports is old."),
        Bad("She kept the map ⟦which⟧ he had drawn.", fixed="She kept the map that he had drawn."),
        Bad("They drove to Lisbon ⟦which⟧ was cold.", fixed="They drove to Lisbon, which was cold."),
    ],
    good=[
        Good("Troops left the houses, which were seized in May."),
        Good("The street in which they live is quiet. The firms, some of which are new, agreed."),
        Good("Nobody knows which was first. Voters decide which party wins."),
        Good("He asked which they wanted. It is unclear which is right."),
        Good("The plan — which was old — failed. The plan (which was old) failed."),
        Good("“The houses which were seized are ours,” she said."),
        Good("Which were seized? The council is evaluating which were seized."),
        Good("The law which governs ports is old.", options={"british": True}),
        Good("The plan is to restrict which doctors and nurses may work there."),
        Good("She has that which was lost. They chose houses and which of them to keep."),
    ],
)
def which_that(page: Page) -> Iterator[Finding]:
    """A clause with “which” and no comma before it."""
    if page.option("british", bool):
        return
    for hit in page.hits:
        sentence = page.document.sentence_at(hit.start)
        if sentence is None or not page.in_scope(hit.start):
            continue
        tokens = page.tokens(sentence)
        at = page.document.token_at(hit.start) - sentence.first
        if tokens[at].text != "which" or not _is_relative(tokens, at):
            continue
        before = tokens[at - 1]
        why = at + 2 < len(tokens) and tokens[at + 1].norm in ("is", "was") and tokens[at + 2].norm == "why"
        if why or (before.capitalized and not before.text[1:2].isupper()):
            message = "This “which” wants a comma before it."
            fix = page.replace(before.end, before.end, ",", "Put a comma before “which”", safety=Safety.UNSAFE)
        else:
            message = (
                "“which” with no comma: “that”, where the sentence needs the clause, or a comma where it does not."
            )
            fix = page.replace(hit.start, hit.end, "that", safety=Safety.UNSAFE)
        yield page.finding(hit.start, hit.end, message, fixes=[fix], confidence=0.8)


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether "which" at `at` follows a noun straight away and has a verb or a subject after it."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if not (before.is_word and after.is_word) or before.norm in _NOT_AFTER or before.norm in _ASKING:
        return False
    if before.norm.endswith(("ing", "ly")) and before.norm not in _NOUNS_IN_ING:
        return False
    if after.norm in _VERBS or after.norm in _SUBJECTS:
        return True
    return _looks_finite(after) and not (at + 2 < len(tokens) and tokens[at + 2].norm in _AFTER_PLURAL)


def _looks_finite(token: Token) -> bool:
    """Whether a word has the ending of a finite verb: "governs", "seized". Plural nouns have it too."""
    return (
        not token.capitalized
        and token.norm.endswith(("ed", "es", "s"))
        and not token.norm.endswith(("ss", "us", "ies"))
    )
