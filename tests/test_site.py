"""The documentation site: it builds without a warning, has a page a rule, and asks for nothing from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lint import docs, packs
from lint.docs import Measured, pages, visible_lines
from lint.packs import Catalogue
from lint.rule import Bad, Good, Option, Page, Quotes, Severity, rule

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = packs.load(installed=False)
MEASURED = Measured.load(ROOT / "docs" / "measured.toml")
FLOORS = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
_CSS_URL = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')\s;]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as .ci/run would build it."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


# the site as built


def test_every_rules_page_stands_at_its_url(site: Path) -> None:
    built = {str(path.parent.relative_to(site)) for path in site.glob("rules/*/*/index.html")}
    assert built == {rule.url for rule in CATALOGUE.rules.values()}


def test_a_rules_page_says_all_that_explain_says(site: Path) -> None:
    page = text_of(site / CATALOGUE.rules["clarity/long-sentence"].url / "index.html")
    heads = [
        "Why",
        "When not to flag",
        "The fix",
        "In quotations",
        "Options",
        "Flagged",
        "Left alone",
        "How well",
        "Source",
    ]
    found = re.findall(r"<h2 id=[^>]*>(.*?)<a", page)
    assert [head for head in found if head in heads] == heads
    assert "<code>words</code>" in page


def test_every_page_can_be_reached_from_the_first(site: Path) -> None:
    first = text_of(site / "index.html")
    linked = {str((site / href).resolve()) for href in re.findall(r'href="([^"#:]*)"', first)}
    built = {str(path.parent) for path in site.rglob("index.html")}
    assert built - linked == set()


def test_the_repositorys_own_pages_are_on_the_site_with_their_links(site: Path) -> None:
    contributing = text_of(site / "contributing" / "index.html")
    assert 'href="../writing-rules/"' in contributing
    assert "0.1.0" in text_of(site / "changes" / "index.html")
    assert "examples/house" in text_of(site / "writing-rules" / "index.html")


def test_no_page_asks_for_anything_from_elsewhere(site: Path) -> None:
    asked = [(path, url) for path in site.rglob("*.html") for url in _Requests.of(text_of(path))]
    asked += [(path, url) for path in site.rglob("*.css") for url in _CSS_URL.findall(text_of(path))]
    assert len(asked) > 100
    outside = [(str(path.relative_to(site)), url) for path, url in asked if re.match(r"(?!data:)[a-z]+:|//", url)]
    assert outside == []
    missing = [
        (str(path.relative_to(site)), url)
        for path, url in asked
        if not url.startswith("data:") and not _file(site, path, url).exists()
    ]
    assert missing == []


def test_no_page_has_what_the_themes_script_would_fetch_for(site: Path) -> None:
    """It fetches the program that draws diagrams, and the count of a repository's stars."""
    built = "".join(text_of(path) for path in site.rglob("*.html"))
    assert 'class="mermaid"' not in built
    assert 'data-md-component="source"' not in built


def _file(site: Path, page: Path, url: str) -> Path:
    path = re.split(r"[?#]", url)[0]
    return site / path.lstrip("/") if path.startswith("/") else page.parent / path


class _Requests(HTMLParser):
    """Addresses that a browser asks for when it shows a page: scripts, style sheets, images, frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @classmethod
    def of(cls, page: str) -> list[str]:
        parser = cls()
        parser.feed(page)
        return parser.found + _CSS_URL.findall("".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        unasked = {"canonical", "prev", "next", "alternate"}
        if tag == "link" and said.get("rel") not in unasked:
            self.found.append(said.get("href") or "")
        elif "src" in said:
            self.found.append(said["src"] or "")


# the pages of rules


@rule(
    "made/up",
    severity=Severity.WARNING,
    why="A <b>bold</b> *why* with | bars | and [brackets](x).",
    when_not="Never.",
    source="House practice.",
    fix="Safe.",
    quotes=Quotes.SHOW,
    formats=["plain", "markdown"],
    default=False,
    options=[
        Option("words", 45, "how many", minimum=1, maximum=90),
        Option("style", "up", "which", choices=("up", "down")),
        Option("names", ("A", 'B "b"'), "which names"),
        Option("strict", False, "whether"),
    ],
    bad=[Bad("Tom & ⟦the <i>the</i>⟧ cat.\n\nIt sat.⟦ \t⟧", fixed="Tom & the cat.\n\nIt sat.")],
    good=[Good("- a list\n- of *two*\n", format="markdown", options={"words": 9, "style": "down"})],
)
def made_up(page: Page) -> Iterator[None]:  # type: ignore[misc]
    """What it flags, in `code`."""


def made_page() -> str:
    catalogue = Catalogue({made_up.name: made_up}, {})
    return dict(pages(catalogue, MEASURED))["rules/made/up.md"]


def test_what_a_rule_says_is_text_and_no_markup() -> None:
    page = made_page()
    assert "A &#60;b&#62;bold&#60;/b&#62; &#42;why&#42; with &#124; bars &#124; and &#91;brackets&#93;(x)." in page
    assert "What it flags, in &#96;code&#96;." in page


def test_a_case_shows_what_is_marked_and_what_becomes_of_it() -> None:
    page = made_page()
    assert "Tom &amp; <mark>the &lt;i&gt;the&lt;/i&gt;</mark> cat.<br><br>It sat.<mark>·→</mark></div>" in page
    assert ">Tom &amp; the cat.<br><br>It sat.</div>" in page
    read_so = "<small>Markdown, words = 9, style = &quot;down&quot;</small>"
    assert f">- a list<br>- of *two*{read_so}</div>" in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("one⟦\r\n⟧two\r\nthree", "one<mark>↵</mark>two<br>three"),
        ("⟦a⟧ b ⟦c⟧", "<mark>a</mark> b <mark>c</mark>"),
        ("no\u200bwidth", "no&lt;U+200B&gt;width"),
    ],
)
def test_what_does_not_show_is_made_to(text: str, shown: str) -> None:
    assert visible_lines(text) == shown


def test_options_have_their_type_limits_and_default_as_a_config_has_them() -> None:
    page = made_page()
    assert "| `words` | whole number; at least 1; at most 90 | `45` | how many |" in page
    assert '| `style` | string; one of `up`, `down` | `"up"` | which |' in page
    shown = page.partition("```toml\n")[2].partition("```")[0]
    assert tomllib.loads(shown)["rules"]["made/up"] == {o.name: _plain(o.default) for o in made_up.options}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_a_page_says_when_a_rule_runs_and_on_what() -> None:
    page = made_page()
    assert "**Warning**, off by default. Reads plain text and Markdown only." in page
    assert "Shown, never changed." in page


def test_the_list_has_every_rule_under_its_pack() -> None:
    text = dict(pages(CATALOGUE, MEASURED))[docs.INDEX]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == list(CATALOGUE.packs)
    assert re.findall(r"^\| \[`(.*?)`\]\(\1\.md\)", text, re.MULTILINE) == list(CATALOGUE.rules)


# figures


_LEAST_RIGHT = {Severity.ERROR: 0.95, Severity.WARNING: 0.80, Severity.SUGGESTION: 0.50}


@pytest.mark.parametrize("name", MEASURED.read)
def test_flags_of_rules_on_by_default_are_right_as_often_as_their_severity_wants(name: str) -> None:
    read, rule = MEASURED.read[name], CATALOGUE.rules[name]
    assert read.right + read.arguable + read.mended <= read.flags
    assert read.right / (read.flags - read.mended) >= _LEAST_RIGHT[rule.severity] or not rule.default


def test_a_page_says_how_many_flags_were_read() -> None:
    page = dict(pages(CATALOGUE, MEASURED))["rules/typo/article.md"]
    assert "flags in 25.6 million words of published copy were read one by one" in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("quotes/so-called", "45 of its 630 flags in 25.6 million words of published copy were read one by one"),
        ("attribution/crime-as-fact", "Its 11 flags in 8.5 million words of published copy were read one by one"),
    ],
)
def test_a_page_says_of_how_many_flags_those_that_were_read_are_a_part(name: str, said: str) -> None:
    assert said in dict(pages(CATALOGUE, MEASURED))[f"rules/{name}.md"]


def test_figures_are_of_rules_and_sets_that_there_are() -> None:
    assert {*MEASURED.measures, *MEASURED.rates, *MEASURED.read} <= CATALOGUE.rules.keys()
    assert {row.set for rows in MEASURED.measures.values() for row in rows} <= MEASURED.sets.keys()
    assert all(0 <= row.found <= row.gold for rows in MEASURED.measures.values() for row in rows)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("quotes/scare-quotes", "labels.scare"),
        ("attribution/unattributed-claim", "labels.U"),
        ("attribution/vague-source", "labels.V"),
        ("duplication/word", "labels.duplicate_word"),
        ("typo/real-word", "labels.realword"),
    ],
)
def test_figures_hold_to_the_floors(name: str, label: str) -> None:
    [row] = MEASURED.measures[name]
    floors = FLOORS[row.set]
    assert row.found / row.gold >= floors[f"{label}.recall"]["at_least"]
    if row.false is not None:
        assert row.found / (row.found + row.false) >= floors[f"{label}.precision"]["at_least"]


def test_a_page_gives_the_figures_with_the_command_that_gave_them() -> None:
    page = dict(pages(CATALOGUE, MEASURED))["rules/quotes/scare-quotes.md"]
    assert "36 of 47 (77%) | 36 of 39 (92%) | `python bench/floors.py --show quotes`" in page
