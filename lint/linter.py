"""A warm linter: rules, phrases and grammar made ready once, used for any number of drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from . import packs, policy
from .engine import RuleSet, run
from .errors import ConfigError, DraftError
from .finding import Finding
from .genre import By, Genre, genre_of, known, misnamed
from .grammar import Layer
from .models.lm.question import Judge
from .nlp import Grammar
from .readers import format_of, known_format, read
from .report import FileReport
from .rule import Rule, Value
from .settings import Settings
from .stats import stats as count
from .text.document import Document
from .text.source import Source

if TYPE_CHECKING:
    from .languagetool.opinion import Opinion
    from .sources import Sources


class Fixed(NamedTuple):
    """A draft after its fixes. `looping` names rules whose fixes would not settle: then nothing was changed."""

    old: str
    text: str
    applied: Sequence[Finding]
    rounds: int
    looping: Sequence[str]
    left: FileReport

    @property
    def changed(self) -> bool:
        """Whether any fix was made."""
        return self.old != self.text


class Linter:
    """Checks and fixes drafts under one set of settings. Safe to share between threads.

    Raises ConfigError or PackError for settings that name what is not there, UsageError for a judge or a LanguageTool
    that is not installed.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        catalogue: packs.Catalogue | None = None,
        grammar: Grammar | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.catalogue = catalogue or packs.load(self.settings.packs, self.settings.python_packs)
        self._grammar = grammar or Grammar()
        self._judge = judge or _judge(self.settings)
        self._rules = _rule_set(self.settings, self.catalogue)
        self._opinion = _opinion(self.settings)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules that are on, by name."""
        return self._rules.rules

    @cached_property
    def _baseline(self) -> policy.Baseline | None:
        return policy.Baseline.load(self.settings.baseline) if self.settings.baseline else None

    def check(
        self, text: str, *, format: str = "plain", path: str = "<text>", stats: bool = False, genre: str = ""
    ) -> FileReport:
        """What is to be mended in `text`. With `stats`, readability figures come too.

        A `genre` holds over what the draft and the settings say. Raises DraftError where the text has half of a
        character in it, UsageError where there is no such format or genre.
        """
        return self.check_source(Source(text, path=path), format, stats=stats, genre=genre)

    def check_file(
        self, path: str | Path, *, format: str | None = None, stats: bool = False, genre: str = ""
    ) -> FileReport:
        """What is to be mended in a file. Its format is told by its extension where none is given.

        Raises DraftError where it cannot be read, UsageError where its format is not known or there is no such genre.
        """
        return self.check_source(self.source(path), format or format_of(str(path)), stats=stats, genre=genre)

    def check_source(
        self, source: Source, format: str, *, stats: bool = False, genre: str = "", sources: bool = False
    ) -> FileReport:
        """What is to be mended in a source. Raises what `check` raises."""
        document = read(source.whole(), known_format(format))
        return self.check_document(document, stats=stats, genre=self.genre_of(document, genre), sources=sources)

    def genre_of(self, document: Document, asked: str = "") -> Genre:
        """What a draft is taken for: what is asked, or else what it says, or the settings, or a guess.

        Raises UsageError where there is no such genre.
        """
        asked = asked or self.settings.asked_genre
        return genre_of(document, asked=known(asked) if asked else "", configured=self.settings.genre)

    def check_document(
        self, document: Document, *, stats: bool = False, genre: Genre | None = None, sources: bool = False
    ) -> FileReport:
        """What is to be mended in a document, however its blocks were come by; with `sources`, who is quoted too."""
        genre = genre or self.genre_of(document)
        findings, problems = run(document, self._rules, self.settings, self._grammar, self._judge, genre)
        wrong = misnamed(document) if genre.by is not By.ASKED else None
        if wrong:
            problems.append(wrong)
        rules = self.rules
        if self._opinion is not None:
            second = self._opinion.read(document, findings)
            rules = {**rules, **second.rules}
            findings += second.findings
            problems += second.problems
        decision = self._decide(document, findings, rules, {p.rule for p in problems})
        return FileReport(
            path=document.source.path,
            source=document.source.text,
            findings=tuple(decision.findings),
            stats=count(document, readability=stats),
            problems=(*problems, *decision.problems),
            silenced=decision.silenced,
            known=decision.known,
            format=document.format,
            genre=genre,
            sources=self.sources(document) if sources else None,
        )

    def sources(self, document: Document) -> Sources:
        """Who is quoted in a document, how often, and which quotations nobody is given for."""
        from .sources import sources

        return sources(document, partial(self._grammar.read, document, layer=Layer.PARSE))

    def fix(
        self, text: str, *, format: str = "plain", path: str = "<text>", unsafe: bool = False, genre: str = ""
    ) -> Fixed:
        """`text` with its safe fixes made, and with `unsafe` the unsafe ones too. Raises what `check` raises."""
        return self.fix_source(Source(text, path=path), format, unsafe=unsafe, genre=genre)

    def fix_source(self, source: Source, format: str, *, unsafe: bool = False, genre: str = "") -> Fixed:
        """A source with its fixes made; nothing is written."""
        from .fixer import settle

        def check(text: str) -> FileReport:
            return self.check_source(Source(text, source.encoding, source.bom, source.path), format, genre=genre)

        settled = settle(source.text, lambda text: check(text).findings, unsafe=unsafe)
        left = check(settled.text)
        return Fixed(source.text, settled.text, settled.applied, settled.rounds, settled.looping, left)

    def source(self, path: str | Path) -> Source:
        """A file as a source, in the encoding that the settings name. Raises DraftError where it cannot be read."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise DraftError(f"cannot be read: {error.strerror or error}", place=str(path)) from None
        return Source.from_bytes(data, path=str(path), encoding=self.settings.encoding or None)

    def _decide(
        self, document: Document, findings: Sequence[Finding], rules: Mapping[str, Rule], crashed: Set[str]
    ) -> policy.Decision:
        return policy.decide(
            document,
            [f for f in findings if f.rule not in crashed],
            {name: rule for name, rule in rules.items() if name not in crashed},
            everything_ran=self._rules.complete and not crashed,
            accepted=self.settings.accept,
            min_severity=self.settings.min_severity,
            baseline=self._baseline,
            path=document.source.path,
            known=self.catalogue.rules.keys(),
            redirects=self.catalogue.redirects,
        )


def _judge(settings: Settings) -> Judge | None:
    """The judge that the settings name, or None."""
    if not settings.judge:
        return None
    from .models.judge import open_judge

    return open_judge(settings.judge)


def _opinion(settings: Settings) -> Opinion | None:
    """LanguageTool as a second opinion, where the settings ask for one."""
    if settings.languagetool is None:
        return None
    from .languagetool.opinion import Opinion

    return Opinion(settings, settings.languagetool)


def _rule_set(settings: Settings, catalogue: packs.Catalogue) -> RuleSet:
    """The rules that the settings turn on, with their options."""
    default = {r.name for r in catalogue.rules.values() if r.default}
    chosen = {r.name for name in settings.select for r in catalogue.named(name)} if settings.select else set(default)
    dropped = {r.name for name in settings.ignore for r in catalogue.named(name)}
    for name in (*settings.severity, *settings.options):
        if len(catalogue.named(name)) != 1:
            raise ConfigError(f'"{name}" is a pack; severities and options are set for a rule')
    on = {
        name: rule._replace(severity=settings.severity.get(name, rule.severity), settled=name in settings.severity)
        for name, rule in catalogue.rules.items()
        if name in chosen - dropped
    }
    options: dict[str, Mapping[str, Value]] = {
        name: rule.settle(settings.options.get(name, {})) for name, rule in on.items()
    }
    return RuleSet(on, options, complete=default <= set(on))
