"""A made-up draft and the report on it, built by hand so that no rule and no engine is needed."""

from __future__ import annotations

from lint.finding import Context, Edit, Finding, Fix, Problem, Related, Safety, Severity
from lint.report import FileReport, Report, Stats
from lint.rule import Bad, Good, Page, Rule, rule
from lint.text.span import LineIndex

FERRY = (
    "Ferry riders wait as a storm shuts the harbour\n"
    "\n"
    "By Ana Quill\n"
    "\n"
    "Hundreds of islanders waited on the the quay at Port Ellery on Monday after the harbour master closed the channel, "
    "and some of those who had slept in their cars since Friday said that they would have let the island days ago if "
    "anyone had told them what the forecast was, a claim the so-called “service desk” at the terminal did not dispute.\n"
    "\n"
    "“We was promised a boat by noon,” said Tom Hale, 61.\n"
    "\n"
    "Mr. Hail, who runs a bakery, said he had lost three days of trade.  \n"
    "\n"
    "The council is due meet on Thursday.\n"
    "\n"
    "The ferry company will run two extra sailings once the wind drops.\r\n"
    "\r\n"
    "The ferry company will run two extra sailings once the wind drops.\n"
)
ODD = (
    "A caf\u00e9 in cafe\u0301 style\tserved 東京 ramen 東東 and a \U0001f468\u200d\U0001f469\u200d\U0001f467 family 🍜🍜 soup.\n"
    "Bell\x07 and escape \x1b[31mred\x1b[0m and null \x00 and turned \u202etext\u202c here.\n"
)


class Maker:
    """Makes findings in one source by naming their text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = LineIndex(source)

    def span(self, text: str, nth: int = 0) -> tuple[int, int]:
        at = -1
        for _ in range(nth + 1):
            at = self.source.index(text, at + 1)
        return at, at + len(text)

    def finding(
        self, rule: str, severity: Severity, message: str, span: tuple[int, int], *fixes: Fix,
        related: tuple[Related, ...] = (), confidence: float = 1.0,
    ) -> Finding:  # fmt: skip
        start, end = (self.lines.position(at) for at in span)
        first = self.lines.line(start.line).start
        last = max(end.offset, self.lines.line(end.line).end)
        return Finding(
            rule=rule,
            severity=severity,
            message=message,
            start=start,
            end=end,
            text=self.source[slice(*span)],
            context=Context(
                self.source[max(first, start.offset - 40) : start.offset],
                self.source[end.offset : min(last, end.offset + 40)],
            ),
            confidence=confidence,
            fixes=fixes,
            related=related,
            url=f"rules/{rule}",
            fingerprint=f"{len(rule):04x}{start.offset:04x}",
        )

    def fix(self, span: tuple[int, int], text: str, title: str = "", safety: Safety = Safety.SAFE) -> Fix:
        old = self.source[slice(*span)]
        return Fix(title or f"“{old}” to “{text}”", (Edit(*span, text),), safety)

    def related(self, span: tuple[int, int], message: str) -> Related:
        return Related(*(self.lines.position(at) for at in span), message)


def ferry() -> FileReport:
    make = Maker(FERRY)
    twice, let, so_called = make.span("the the"), make.span("let the island"), make.span("so-called")
    desk, hail, blanks = make.span("“service desk”"), make.span("Hail"), make.span("  \n")
    due, again = (
        make.span("due meet"),
        make.span("The ferry company will run two extra sailings once the wind drops.", 1),
    )
    findings = (
        make.finding(
            "duplication/word", Severity.ERROR, "“the” is set twice.", twice,
            make.fix((twice[0], twice[0] + 4), "", "Delete the second “the”"),
        ),
        make.finding(
            "typo/real-word", Severity.ERROR, "“let” has an object and no verb after it: “left” is meant.",
            (let[0], let[0] + 3), make.fix((let[0], let[0] + 3), "left"), confidence=0.97,
        ),
        make.finding(
            "quotes/so-called", Severity.WARNING,
            "“so-called” and quotation marks say the same thing twice; either of them already tells the reader that "
            "the paper keeps its distance from the name.", so_called,
            make.fix((so_called[0], desk[0]), "", "Delete “so-called”", Safety.UNSAFE),
            make.fix(desk, "service desk", "Take the marks off", Safety.SHOW),
        ),
        make.finding(
            "consistency/name", Severity.WARNING, "“Hail” is “Hale” elsewhere.", hail,
            make.fix(hail, "Hale", safety=Safety.UNSAFE), related=(make.related(make.span("Hale"), "“Hale” here"),),
        ),
        make.finding(
            "whitespace/trailing", Severity.SUGGESTION, "White space at the end of the line.",
            (blanks[0], blanks[1] - 1), make.fix((blanks[0], blanks[1] - 1), "", "Delete it"),
        ),
        make.finding(
            "typo/missing-word", Severity.WARNING, "“to” is missing.", (due[0] + 4, due[0] + 4),
            make.fix((due[0] + 4, due[0] + 4), "to ", "Add “to”", Safety.SHOW), confidence=0.7,
        ),
        make.finding(
            "duplication/paragraph", Severity.ERROR, "This paragraph is set twice.", (again[0], again[1] + 1),
            make.fix((again[0] - 4, again[1]), "", "Delete the second copy", Safety.UNSAFE),
            related=(make.related((again[0] - 70, again[0] - 4), "first set here"),),
        ),
    )  # fmt: skip
    readability = {"words_per_sentence": 21.4, "flesch_reading_ease": 58.13, "flesch_kincaid_grade": 10.26}
    return FileReport("drafts/ferry.txt", FERRY, findings, Stats(128, 6, readability), silenced=1, known=2)


def odd() -> FileReport:
    make = Maker(ODD)
    spans = [
        ("cafe\u0301", "spelled two ways"), ("\t", "tab"), ("東京", "wide"), ("東東", "wide, twice"),
        ("family", "after a joined emoji"), ("🍜🍜", "emoji"), ("\x1b[31mred\x1b[0m", "escapes \x1b[1m in a message"),
        ("\x00", "null"), ("\u202etext\u202c", "turned"), ("here", "at the end"),
    ]  # fmt: skip
    findings = tuple(make.finding("test/odd", Severity.SUGGESTION, said, make.span(text)) for text, said in spans)
    return FileReport("drafts/odd\x1b names.txt", ODD, findings, Stats(24, 2, {}))


def full() -> Report:
    clean = FileReport(
        "drafts/tide tables.md", "The tide is out.\n", stats=Stats(4, 1, {"flesch_reading_ease": 118.18})
    )
    crash = Problem("clarity/long-sentence crashed and was left out: ValueError: odd", "drafts/ferry.txt",
                    "clarity/long-sentence")  # fmt: skip
    unread = Problem("byte 14 (0xff) is not utf-8 text (save the draft as UTF-8)", "drafts/old.txt")
    return Report((ferry(), odd(), clean), (crash, unread))


def empty() -> Report:
    return Report((FileReport("drafts/tide tables.md", "The tide is out.\n", stats=Stats(4, 1)),))


def made_rule(name: str, severity: Severity = Severity.WARNING) -> Rule:
    def check(page: Page) -> list[Finding]:
        """A word set twice in a row."""
        return []

    return rule(
        name, severity=severity, why="The eye skips\nwhat it has read.", when_not="A band's name.", source="House style.",
        bad=[Bad("x")], good=[Good("y")],
    )(check)  # fmt: skip
