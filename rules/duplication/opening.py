from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.rule import Bad, Block, BlockKind, Finding, Good, Page, Severity, Token, rule

_SHARED, _READ = 3, 8
_COPIED = 60
_NEAR = 2
_OPENERS = frozenset(
    "the this that these those its his her their our my another under after before during with without despite because "
    "since while when if although unlike like beyond behind instead even perhaps by as to for at on in from".split()
)
_EMPTY = _OPENERS | frozenset(
    "a an of and but or so yet he she it they we you i who which is was are were be been has have had do does did will "
    "would can could may might should not no also then now still all some many most one two three other more last next "
    "first new same end time way case meantime beginning day week month year years days morning moment result addition "
    "fact there here what where how why very own least too".split()
)
_TRAILING = frozenset(
    "of for in on to at by with from a an the and or that as is was are were has have had than".split()
)


@rule(
    "duplication/opening",
    severity=Severity.SUGGESTION,
    why="Paragraphs that begin alike read as a list that nobody meant to write, and the second seems to have been read already.",
    when_not=(
        "A figure of speech carried through a passage on purpose, quotations, speakers’ names, lists, questions and "
        "answers, and openings made of small words (“In the end”) are left alone."
    ),
    fix="None: the writer recasts one of them.",
    source="House practice; Fowler, “repetition of words or sounds”.",
    scope=[BlockKind.PARAGRAPH],
    bad=[
        Bad(
            "The report also found that the dam leaked in two places last winter.\n\n"
            "Engineers had warned of it in March.\n\n"
            "⟦The report also⟧ says that the gates were never tested."
        ),
        Bad(
            "Under the new plan, the library would open on Sundays from noon to six.\n\n"
            "⟦Under the new plan⟧, the pool would close a month earlier than it does now."
        ),
    ],
    good=[
        Good("In the end, the dam held for a day.\n\nIn the end, nobody was hurt by the flood."),
        Good("Mr. Adeyemi also spoke of the dam at the school.\n\nMr. Adeyemi also spoke of the bridge and the road."),
        Good("“The report also blames us,” he said at noon.\n\n“The report also blames others,” she said."),
        Good(
            "The report also found a leak.\n\nThe dam is old.\n\nIt was built in 1931 by the county.\n\nIt was never tested."
            "\n\nThe report also found rust."
        ),
        Good("The city of Ely rose early.\n\nThe city of Bath slept on.\n\nThe city of York did neither."),
    ],
)
def opening(page: Page) -> Iterator[Finding]:
    """A paragraph that opens with the words of another just before it."""
    paragraphs = list(page.blocks)
    openings = [_opening(page, p.start, p.end) for p in paragraphs]
    last = -_NEAR - 1
    for i in range(1, len(paragraphs)):
        for j in range(i - 1, max(-1, i - 1 - _NEAR), -1):
            shared = _shared(openings[j], openings[i])
            if shared < _SHARED or not _tells(openings[i][:shared]) or _copied(page, paragraphs[j], paragraphs[i]):
                continue
            if i - last > _NEAR and not _carried_on(openings, i, j):
                yield _finding(page, openings[j], openings[i], shared)
            last = i
            break


def _finding(page: Page, first: Sequence[Token], second: Sequence[Token], shared: int) -> Finding:
    start, end = second[0].start, second[shared - 1].end
    earlier = page.related(first[0].start, first[shared - 1].end, "first opening")
    return page.finding(
        start, end, f"A paragraph just before opens with “{page.text[start:end]}” too.", related=[earlier]
    )


def _opening(page: Page, start: int, end: int) -> Sequence[Token]:
    """The first words of a paragraph; none of one that opens with a quotation or another mark."""
    words: list[Token] = []
    for token in page.document.tokens_in(start, min(end, start + 100))[:_READ]:
        if not token.is_word:
            break
        words.append(token)
    return words


def _shared(first: Sequence[Token], second: Sequence[Token]) -> int:
    """How many words two openings share, small words at the end of them left out."""
    count = 0
    while count < min(len(first), len(second)) and first[count].norm == second[count].norm:
        count += 1
    while count and first[count - 1].norm in _TRAILING:
        count -= 1
    return count


def _copied(page: Page, first: Block, second: Block) -> bool:
    """Whether the paragraphs go on alike: then one is a copy of the other, not only its opening."""
    text = page.document.lowered
    length = min(_COPIED, first.end - first.start, second.end - second.start)
    return text[first.start : first.start + length] == text[second.start : second.start + length]


def _tells(words: Sequence[Token]) -> bool:
    """Whether the words are more than small ones and names."""
    if words[0].norm not in _OPENERS:
        return False
    return any(w.norm not in _EMPTY and not w.capitalized for w in words[1:])


def _carried_on(openings: Sequence[Sequence[Token]], i: int, j: int) -> bool:
    """Whether a third paragraph near by opens so too: then it is a figure of speech or a list."""
    around = [k for k in range(max(0, j - _NEAR), min(len(openings), i + _NEAR + 1)) if k not in (i, j)]
    return any(_shared(openings[k], openings[i]) >= _SHARED for k in around)
