"""typo/ending: a word with the ending that another sentence wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.rule import BODY, Bad, BlockKind, Finding, Good, Page, Quotes, Safety, Severity, Token, rule

from ._number import number_slips
from ._pairs import norm_at, side_by_side
from ._verbs import Slip, verb_pairs, verb_slip

_BE = frozenset("is are was were be been being not".split())
_CUT_SHORT = {
    "suppose": ("supposed", frozenset(("to",))),
    "schedule": ("scheduled", frozenset(("for", "to"))),
    "estimate": ("estimated", frozenset(("to", "at"))),
    "surprise": ("surprised", frozenset(("to", "by", "that"))),
}
_KNOWN_AS = frozenset(("also", "better", "best", "otherwise", "formerly", "widely", "commonly"))
_CUT_PAIRS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_BE, frozenset(_CUT_SHORT)),
    **dict.fromkeys(_KNOWN_AS, frozenset(("know",))),
    "what": frozenset(("happen",)),
}
_SPEECH = frozenset(("he", "she", "it", "they", "we", "you"))
"""Subjects after which a form may be dialect, which quotations keep."""


@rule(
    "typo/ending",
    severity=Severity.WARNING,
    why="One half of a sentence was changed and the other was not: a verb or a number keeps the ending it had.",
    when_not="Where one clause ends and the next begins between the two: “all they had went up in smoke”. In dialect and "
    "in titles.",
    fix="Puts the form that the word before it wants. Unsafe, as it may be the other word that is wrong.",
    source="Quirk et al. 1985, 3.2 and 10.34; house practice",
    scope=BODY | {BlockKind.CAPTION},
    quotes=Quotes.SHOW,
    yields_to=("typo/real-word",),
    bad=[
        Bad("She ⟦has became⟧ a judge.", fixed="She has become a judge."),
        Bad("They ⟦have went⟧ home.", fixed="They have gone home."),
        Bad("He did not ⟦went⟧ home.", fixed="He did not go home."),
        Bad("The union ⟦could has⟧ won.", fixed="The union could have won."),
        Bad("He wanted to ⟦makes⟧ sure.", fixed="He wanted to make sure."),
        Bad("They were ready to ⟦went⟧ home.", fixed="They were ready to go home."),
        Bad("Tens of ⟦million⟧ of voters stayed at home.", fixed="Tens of millions of voters stayed at home."),
        Bad("It shut three ⟦year⟧ ago.", fixed="It shut three years ago."),
        Bad("The talks were ⟦suppose⟧ to end in May.", fixed="The talks were supposed to end in May."),
        Bad("The lake, also ⟦know⟧ as the Sea, is dry.", fixed="The lake, also known as the Sea, is dry."),
        Bad("⟦He have⟧ two houses.", fixed="He has two houses."),
        Bad("The police came, and ⟦they was⟧ late.", fixed="The police came, and they were late."),
        Bad("She ⟦would had⟧ stayed.", fixed="She would have stayed."),
        Bad("They should ⟦have take⟧ the earlier train.", fixed="They should have taken the earlier train."),
        Bad("The bill ⟦has not be⟧ read.", fixed="The bill has not been read."),
        Bad("The town ⟦doesn't makes⟧ a fuss.", fixed="The town doesn't make a fuss."),
        Bad("It was the vote that ⟦could decided⟧ it.", fixed="It was the vote that could decide it."),
        Bad("Voters were expected to ⟦rejected⟧ the plan.", fixed="Voters were expected to reject the plan."),
        Bad("A fund has been ⟦establish⟧ to help them.", fixed="A fund has been established to help them."),
        Bad("The bridge ⟦is been⟧ shut for a year.", fixed="The bridge has been shut for a year."),
        Bad("She is strict when ⟦it come⟧ to money.", fixed="She is strict when it comes to money."),
        Bad("Nobody knows what ⟦happen⟧ to the ship.", fixed="Nobody knows what happens to the ship."),
        Bad(
            "Two ⟦person⟧ were hurt, and several ⟦man⟧ were held.",
            fixed="Two people were hurt, and several men were held.",
        ),
        Bad(
            "Many ⟦Republican⟧ were for it, as were millions of ⟦American⟧ who vote.",
            fixed="Many Republicans were for it, as were millions of Americans who vote.",
        ),
        Bad("These ⟦statement⟧ are old.", fixed="These statements are old."),
        Bad("He is one of the ⟦reporter⟧ who left.", fixed="He is one of the reporters who left."),
        Bad("Members on both ⟦side⟧ of the aisle agree.", fixed="Members on both sides of the aisle agree."),
        Bad("It was written by a ⟦women⟧ who left.", fixed="It was written by a woman who left."),
        Bad(
            "It cost ⟦million⟧ of pounds, or 3.5 ⟦billions⟧ in all.",
            fixed="It cost millions of pounds, or 3.5 billion in all.",
        ),
        Bad("It wants ⟦two-third⟧ of the votes.", fixed="It wants two-thirds of the votes."),
        Bad("He left just ⟦week⟧ before the vote.", fixed="He left just weeks before the vote."),
    ],
    good=[
        Good("All they had went up in smoke. What he has came from his wife."),
        Good("The money she had ran out. The best that he could has been done."),
        Good("Does he have two houses? They insist that he have two. Should he have them?"),
        Good("The tens of million-dollar houses are gone. A three-year ban ended."),
        Good("“They was late,” he said."),
        Good("They are not, I suppose, to blame. He was, I know, as good as any."),
        Good("Four year-round shops stay. It was the two year earlier guess."),
        Good("If it were so, she would say so. Were it they, it was they."),
        Good("The fans they used to get went home. He has come; she has run and become ill."),
        Good("I do not suppose to know, and they did not schedule for May."),
        Good("A number of those it was supposed to has left."),
        Good("The ill will grew. Those who could not went home. All they could became known."),
        Good("He could fell a tree. They didn't used to. We get used to reduced rations."),
        Good("All he did was ask for help. What they do is provide for the poor. The best thing to do is build on it."),
        Good("They asked that he go, insisted that she allow it, and it need only rain."),
        Good("His wife and she have two sons. Should it come to that, so be it."),
        Good("A two person-to-person call, a 12-person team, five foot two, two dozen and a two person tent."),
        Good("These sheep lie still; one of these man-made lakes is dry. The these man pages are long."),
        Good("The number two official met the seven sister schools. The gang of eight member left."),
        Good("Many state and local leaders spoke. Both state and federal law apply; they both side with him."),
        Good("Many a Republican is for it. The most American are the old songs."),
        Good("Some Republican support is there, and most of Republican support is old."),
        Good("A women's team won. A people that is free is one people. No one members of the club knew."),
        Good("She read “Two Man” and “These Woman Blues”. She plays for Hall of Fame."),
        Good("It is 40 per million of the people. He has a million of them, and half a million of these."),
        Good("In 2009 millions left. It fell just day after day. A two-thirds vote failed."),
        Good(
            "It was the last one of the year. One of the family is ill. Two percent stayed. These people were one of the group."
        ),
    ],
)
def ending(page: Page) -> Iterator[Finding]:
    """A form that does not go with the word before it ("has became", "could has", "two year ago", "a women who")."""
    for tokens, i in side_by_side(page, verb_pairs()):
        slip = verb_slip(tokens, i)
        dialect = tokens[i - 1].norm in _SPEECH and page.in_quotation(tokens[i - 1].start, tokens[i].end)
        if slip is not None and not dialect:
            yield _finding(page, tokens, slip)
    for tokens, i in side_by_side(page, _CUT_PAIRS):
        right = _whole(tokens, i)
        if right:
            yield _finding(page, tokens, Slip(i, i, (right,)))
    for sentence, slip in number_slips(page):
        yield _finding(page, sentence, slip)


def _whole(tokens: Sequence[Token], i: int) -> str:
    """What the word at i was before its end was cut off, or ""."""
    first, second = tokens[i - 1].norm, tokens[i].norm
    before = norm_at(tokens, i - 2)
    after = norm_at(tokens, i + 1)
    if second == "know":
        return "known" if after == "as" else ""
    if second == "happen":
        return "happens"
    right, followers = _CUT_SHORT[second]
    return right if after in followers and (first != "not" or before in _BE) else ""


def _finding(page: Page, tokens: Sequence[Token], slip: Slip) -> Finding:
    start, end = tokens[slip.first].start, tokens[slip.last].end
    rights = [right[:1].upper() + right[1:] if tokens[slip.first].capitalized else right for right in slip.rights]
    message = f"“{page.text[start:end]}” should be “{rights[0]}” here."
    safeties = [Safety.UNSAFE, *[Safety.SHOW] * (len(rights) - 1)]
    fixes = [page.replace(start, end, right, safety=safety) for right, safety in zip(rights, safeties, strict=True)]
    return page.finding(start, end, message, fixes=fixes)
