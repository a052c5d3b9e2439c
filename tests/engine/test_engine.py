"""The engine: wake-up, crashes, grammar on demand, options and severities, threads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from lint.errors import ConfigError, PackError
from lint.finding import Severity
from lint.grammar import Layer, TokenPattern, Word
from lint.linter import Linter
from lint.nlp import Grammar
from lint.packs import Catalogue
from lint.rule import Bad, Finding, Good, Option, Page, Rule, Sentence, rule
from lint.settings import Settings


def make(check: object, **given: object) -> Rule:
    keys = {
        "severity": Severity.WARNING, "why": "Because.", "when_not": "Never.", "source": "House style",
        "bad": [Bad("x")], "good": [Good("y")], **given,
    }  # fmt: skip
    return rule("house/rule", **keys)(check)  # type: ignore[arg-type]


def linter(*rules: Rule, settings: Settings | None = None, grammar: Grammar | None = None) -> Linter:
    return Linter(settings, Catalogue({r.name: r for r in rules}, {}), grammar)


class FakeTagger:
    """Calls every word a noun, and counts what it was given."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def read(self, texts: Sequence[str], layer: Layer) -> list[list[Word]]:
        self.batches.append(list(texts))
        found: list[list[Word]] = []
        for text in texts:
            words, at = [], 0
            for i, part in enumerate(text.split()):
                start = text.index(part, at)
                at = start + len(part)
                words.append(Word(part, part, "NN", "NOUN", "dep", i, "", start, at))
            found.append(words)
        return found

    def match(self, texts: Sequence[str], layer: Layer, pattern: TokenPattern) -> list[list[tuple[int, int]]]:
        return [[] for _ in texts]


def test_a_rule_that_crashes_costs_only_itself() -> None:
    def crash(page: Page) -> Iterator[Finding]:
        """Crashes after its first finding."""
        yield page.finding(0, 1, "lost")
        raise ValueError("a fault of the rule")

    def fine(page: Page) -> Iterator[Finding]:
        """Finds the first word."""
        yield page.finding(0, 3, "found")

    crashing, good = make(crash)._replace(name="house/crash"), make(fine)
    report = linter(crashing, good).check("The rain fell.")
    assert [f.message for f in report.findings] == ["found"]
    assert [p.rule for p in report.problems] == ["house/crash"]
    assert "a fault of the rule" in report.problems[0].message


def test_a_rule_sleeps_where_none_of_its_words_stands() -> None:
    called: list[str] = []

    def check(page: Page) -> Iterator[Finding]:
        """Notes that it was called."""
        called.append(page.text)
        yield from ()

    checker = linter(make(check, wake=["prior to"]))
    checker.check("It rained.")
    assert called == []
    checker.check("It rained prior to noon.")
    assert len(called) == 1


def test_grammar_is_read_once_in_one_batch_for_the_sentences_asked_for() -> None:
    tagger = FakeTagger()

    def asked(page: Page) -> Iterator[Sentence]:
        return (s for s in page.sentences if "let" in page.text[s.start : s.end])

    def check(page: Page) -> Iterator[Finding]:
        """Finds the second word of the sentences it asked for."""
        for parsed in page.parse(asked(page)):
            yield page.finding(parsed.words[1].start, parsed.words[1].end, parsed.words[1].tag)

    checker = linter(make(check, ask=asked), grammar=Grammar(tagger))
    report = checker.check("They let rooms. Rain fell. We let it be.")
    assert [(f.text, f.message) for f in report.findings] == [("let", "NN"), ("let", "NN")]
    assert tagger.batches == [["They let rooms.", "We let it be."]]


def test_spacy_takes_its_part_through_the_same_interface() -> None:
    def check(page: Page) -> Iterator[Finding]:
        """Finds verbs."""
        for parsed in page.parse(page.sentences):
            for word in parsed.words:
                if word.pos == "VERB":
                    yield page.finding(word.start, word.end, word.lemma)

    report = linter(make(check)).check("Crews closed the bridge.\n\nThe mayor opened\nit again.")
    assert [(f.text, f.message) for f in report.findings] == [("closed", "close"), ("opened", "open")]


def test_a_run_in_which_no_rule_asks_does_not_import_spacy() -> None:
    code = (
        "import sys, lint\n"
        "assert not lint.check('Rain fell on the harbor. The mayor said so.').problems\n"
        "sys.exit('spacy' in sys.modules or 'textstat' in sys.modules or 'rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_severity_and_options_come_from_the_settings() -> None:
    def check(page: Page) -> Iterator[Finding]:
        """Finds as many characters as it is told."""
        yield page.finding(0, page.option("size", int), "found")

    sized = make(check, options=[Option("size", 2, "how many", minimum=1, maximum=9)])
    settings = Settings(options={"house/rule": {"size": 4}}, severity={"house/rule": Severity.SUGGESTION})
    (finding,) = linter(sized, settings=settings).check("Rain fell.").findings
    assert (finding.text, finding.severity) == ("Rain", Severity.SUGGESTION)


@pytest.mark.parametrize("said", [None, Severity.ERROR, Severity.WARNING])
def test_a_severity_that_a_config_names_is_that_of_all_findings(said: Severity | None) -> None:
    def check(page: Page) -> Iterator[Finding]:
        """Is sure of a word and unsure of the next."""
        yield page.finding(0, 4, "sure")
        yield page.finding(5, 9, "unsure", severity=Severity.SUGGESTION)

    settings = Settings(severity={"house/rule": said} if said else {})
    sure, unsure = linter(make(check), settings=settings).check("Rain fell.").findings
    assert (sure.severity, unsure.severity) == ((said, said) if said else (Severity.WARNING, Severity.SUGGESTION))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"sise": 4}, 'did you mean "size"'),
        ({"size": "4"}, "wants a whole number"),
        ({"size": True}, "wants a whole number"),
        ({"size": 40}, "at most 9"),
        ({"size": 0}, "at least 1"),
    ],
)
def test_a_wrong_option_is_told_exactly(options: dict[str, object], said: str) -> None:
    def check(page: Page) -> Iterator[Finding]:
        """Finds nothing."""
        yield from ()

    sized = make(check, options=[Option("size", 2, "how many", minimum=1, maximum=9)])
    with pytest.raises(ConfigError, match=said):
        linter(sized, settings=Settings(options={"house/rule": options}))


def test_select_and_ignore_take_packs_and_rules() -> None:
    assert {r.pack for r in Linter(Settings(select=("duplication",))).rules.values()} == {"duplication"}
    kept = Linter(Settings(select=("duplication",), ignore=("duplication/word",))).rules
    assert "duplication/phrase" in kept
    assert "duplication/word" not in kept
    with pytest.raises(PackError, match="did you mean"):
        Linter(Settings(select=("duplicaton",)))


def test_a_linter_is_shared_between_threads() -> None:
    checker = Linter()
    drafts = [f"More then {n} boats have let the harbor town. The the quay {n} is shut." for n in range(40)]
    alone = [checker.check(d).findings for d in drafts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda d: checker.check(d).findings, drafts))
    assert together == alone
    assert all(len(found) >= 2 for found in alone)


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_the_text_at_a_finding_is_the_text_it_names(format: str) -> None:
    drafts = {
        "plain": "More then half left.\r\n\r\nThe the quay is shut. Critics say so.\r\n",
        "markdown": "# Harbor\n\nMore *then* half left.\n\n- **The** the quay &amp; pier are shut.\n",
        "html": "<h1>Harbor</h1>\r\n<p>More <i>then</i> half left.</p><ul><li><b>The</b> the quay &amp; pier are shut.</ul>",
    }
    text = drafts[format]
    findings = Linter().check(text, format=format).findings
    assert {"typo/real-word", "duplication/word"} <= {f.rule for f in findings}
    for finding in findings:
        assert text[finding.start.offset : finding.end.offset] == finding.text
    fixed = Linter().fix(text, format=format).text
    assert "*than*" in fixed or "<i>than</i>" in fixed or "More than" in fixed
    assert "**The** quay" in fixed or "<b>The</b> quay" in fixed or "The quay" in fixed
