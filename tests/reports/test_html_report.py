from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import FERRY, ODD, Maker, empty, full, made_rule

from lint.finding import Edit, Finding, Fix, Problem, Safety, Severity
from lint.readers import read
from lint.report import FileReport, Report
from lint.reports import RenderOptions, render
from lint.reports.galley.stretches import Stretch, around
from lint.text.source import Source

GOLDEN = Path(__file__).parent / "golden" / "galley.html"
VOID = {"meta", "link", "input", "br"}
EVIL = '<script>alert(1)</script><img src=x onerror="alert(1)">\'" </style></title></mark></p>&lt;b&gt; '


class Page(HTMLParser):
    """A page taken apart: elements with their attributes, the copy of its blocks, its notes. Nesting must be sound."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {"style": [], "script": [], "title": []}
        self.copy: list[str] = []
        self.notes: list[str] = []
        self.struck: list[str] = []
        self.inserted: list[str] = []
        self.marked: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        assert len(held) == len(attrs)
        self.elements.append((tag, held))
        classes = held.get("class", "").split()
        if "copy" in classes:
            self.copy.append("")
        if "note" in classes:
            self.notes.append("")
        if tag not in VOID:
            self._open.append((tag, held))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if tags and tags[-1] in self.texts:
            self.texts[tags[-1]].append(data)
        classes = [set(held.get("class", "").split()) for _, held in self._open]
        if any("note" in held for held in classes):
            self.notes[-1] += data
        elif any("copy" in held for held in classes) and not any("number" in held for held in classes):
            if "ins" in tags:
                self.inserted.append(data)
                return
            if "del" in tags:
                self.struck.append(data)
            self.copy[-1] += data
            for tag, held in self._open:
                if tag == "mark":
                    key = held["data-finding"]
                    self.marked[key] = self.marked.get(key, "") + data

    def all(self, tag: str, kind: str = "") -> list[dict[str, str]]:
        return [held for name, held in self.elements if name == tag and kind in ["", *held.get("class", "").split()]]


def page(report: Report, options: RenderOptions | None = None) -> Page:
    return Page(render(report, "html", options))


def of(source: str, *findings: Finding, path: str = "draft.txt", format: str = "") -> Report:
    return Report((FileReport(path, source, findings, format=format),))


def test_the_copy_is_as_it_was() -> None:
    """Style, script and version left out: they change for other reasons than a report does."""
    html = render(full(), "html", RenderOptions(stats=True), {"typo/real-word": made_rule("typo/real-word")})
    shown = html[html.index("<body>") : html.index('<footer class="end">')] + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(shown.encode())
    assert shown == GOLDEN.read_bytes().decode()


def test_every_finding_has_a_mark_over_its_words_and_a_note() -> None:
    held = page(full())
    assert len(held.all("li", "note")) == 17
    assert {mark["data-finding"] for mark in held.all("mark")} == {
        note["data-finding"] for note in held.all("li", "note")
    }
    assert held.marked["1-1"] == "the the"
    assert held.marked["1-4"] == "Hail"
    assert "1-6" not in held.marked
    assert [m["class"].split()[-1] for m in held.all("mark") if m["data-finding"] == "1-6"] == ["point"]
    assert "“to” is missing." in held.notes[5]


def test_the_copy_is_the_drafts_own_words_in_the_drafts_own_blocks() -> None:
    report = Report((full().files[0],))
    document = read(Source(FERRY), "plain")
    assert page(report).copy == [document.text[block.start : block.end] for block in document.blocks]


def test_overlapping_nested_and_equal_findings_all_show() -> None:
    source = "One two three four five six seven."
    make = Maker(source)
    spans = ["One two three four", "two three", "two three", "three four five", "six"]
    findings = [make.finding(f"a/r{i}", Severity.WARNING, "m", make.span(text)) for i, text in enumerate(spans)]
    held = page(of(source, *findings))
    assert [held.marked[f"1-{i}"] for i in range(1, 6)] == spans
    assert held.copy == [source]
    lanes = {mark["data-finding"]: re.findall(r"lane-\d", mark["class"])[0] for mark in held.all("mark")}
    assert len({lanes[f"1-{i}"] for i in range(1, 5)}) == 4
    assert lanes["1-5"] == "lane-0"


def test_a_finding_over_several_blocks_is_marked_in_each_and_noted_once() -> None:
    source = "The first paragraph is here.\n\nThe second paragraph is here.\n"
    make = Maker(source)
    start, end = make.span("first")[0], make.span("second")[1]
    held = page(of(source, make.finding("a/b", Severity.ERROR, "m", (start, end))))
    assert held.marked == {"1-1": "first paragraph is here.The second"}
    assert len(held.notes) == 1
    assert [mark.get("id") for mark in held.all("mark")] == ["m1-1", None]


def test_a_place_without_prose_is_a_point_and_its_note_says_the_words() -> None:
    source = "A line.\n\n<!-- stet a/b -->\n\nAnother line.\n"
    make = Maker(source)
    held = page(
        of(source, make.finding("stet/unused", Severity.WARNING, "m", make.span("<!-- stet a/b -->")), path="a.md")
    )
    assert held.copy == ["A line.", "Another line."]
    assert "<!-- stet a/b -->" in held.notes[0]
    assert "point" in held.all("mark")[0]["class"]


def test_the_fix_is_strike_and_insert_among_its_words() -> None:
    html = render(full(), "html")
    assert "they would have <del>let</del><ins>left</ins> the island days" in html
    assert "council is due <ins>to </ins>meet on" in html
    assert "of trade.<del>··</del></p>" in html
    assert '<span class="unseen">Delete the second copy: </span><del>The ferry company' in html


def test_the_copy_shows_the_fixes_that_would_be_made() -> None:
    make = Maker("She let the the pier, and and he stayed.")
    let, twice, both = make.span("let"), make.span(" the", 1), make.span(" and", 1)
    held = page(
        of(
            make.source,
            make.finding("a/slip", Severity.ERROR, "m", let, make.fix(let, "left")),
            make.finding("a/other", Severity.ERROR, "m", let, make.fix(let, "led")),
            make.finding("a/twice", Severity.ERROR, "m", twice, make.fix(twice, "", safety=Safety.UNSAFE)),
            make.finding("a/shown", Severity.ERROR, "m", both, make.fix(both, "", safety=Safety.SHOW)),
        )
    )
    assert held.copy == [make.source]
    assert (held.struck, held.inserted) == (["let", " the"], ["left"])


def test_a_fix_that_only_puts_in_stands_in_the_copy() -> None:
    make = Maker("The council is due meet on Friday.")
    at = make.source.index("meet")
    fix = Fix("Insert it", (Edit(at, at, "to "),), Safety.SAFE)
    held = page(of(make.source, make.finding("a/b", Severity.ERROR, "m", (at, at + 4), fix)))
    assert (held.struck, held.inserted) == ([], ["to "])


def test_the_fix_is_said_in_prose_whatever_the_markup() -> None:
    source = "<p>They kept <b>the</b> the bus &amp; tram.</p>"
    make = Maker(source)
    at = source.index(" the bus")
    fix = Fix("Delete it", (Edit(at, at + 4, ""),), Safety.SAFE)
    html = render(of(source, make.finding("a/b", Severity.ERROR, "m", (at + 1, at + 4), fix), path="a.html"), "html")
    assert "They kept the<del> the</del> bus &amp; tram." in html


def test_related_places_are_links_to_the_copy() -> None:
    held = page(full())
    ids = {element["id"] for _, element in held.elements if "id" in element}
    targets = [a["href"] for a in held.all("a")]
    assert "#p1-4-0" in targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)
    assert len(ids) == sum("id" in element for _, element in held.elements)


@pytest.mark.parametrize("path", ["draft.txt", "draft.md", "draft.html"])
def test_nothing_in_a_draft_is_markup(path: str) -> None:
    source = f"{EVIL}Say <b>so</b>.\n\nA {EVIL} B\n"
    make = Maker(source)
    span = make.span("A ")[0], len(source) - 1
    fix = make.fix(span, EVIL, EVIL, Safety.SHOW)
    finding = make.finding("a/b", Severity.ERROR, EVIL, span, fix, related=(make.related(make.span("so"), EVIL),))
    problem = Problem(EVIL, EVIL, EVIL)
    report = Report((FileReport(EVIL + path, source, (finding,), problems=(problem,)),), (problem,))
    quiet = page(of("So.\n", path=path))
    rule = made_rule("a/b")._replace(why=EVIL, when_not=EVIL, source=EVIL)
    held = Page(render(report, "html", rules={"a/b": rule}))
    assert len(held.all("script")) == 1
    assert held.texts["script"] == quiet.texts["script"]
    assert held.texts["style"] == quiet.texts["style"]
    assert {tag for tag, _ in held.elements}.isdisjoint({"img", "iframe", "b", "base", "object", "svg"})
    assert not [name for _, held in held.elements for name in held if name.startswith("on") or name == "style"]
    assert held.notes[0].count("<script>") >= 4


def test_controls_and_lone_surrogates_are_seen() -> None:
    source = "Null \x00, escape \x1b, turn \u202e, lone \ud800, end.\n"
    html = render(of(source, path="a\udcff.txt"), "html")
    html.encode("utf-8")
    assert "Null ␀, escape ␛, turn &lt;U+202E&gt;, lone &lt;U+D800&gt;, end." in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", html)
    assert '<h2 id="h1">a&lt;U+DCFF&gt;.txt</h2>' in html


def test_the_page_asks_for_nothing_and_its_policy_lets_nothing_else_run() -> None:
    held = page(full())
    (policy,) = (m["content"] for m in held.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(sha256("".join(held.texts[tag]).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    addresses = [value for _, a in held.elements for name, value in a.items() if name in ("src", "href", "action")]
    assert {address.partition(",")[0] for address in addresses if not address.startswith("#")} == {"data:"}
    assert not re.search(r"url\(|@import|fetch\(|https?:", "".join([*held.texts["style"], *held.texts["script"]]))


def test_one_draft_has_no_contents_and_several_have() -> None:
    assert page(empty()).all("nav") == []
    html = render(full(), "html")
    assert '<a href="#d1">drafts/ferry.txt</a> <span>3 errors, 3 warnings and 1 suggestion</span>' in html
    assert '<a href="#d3">drafts/tide tables.md</a> <span>nothing to mend</span>' in html
    assert "Clean: nothing to mend." in render(empty(), "html")


def test_the_filter_has_what_there_is() -> None:
    boxes = [(box["name"], box["value"]) for box in page(full()).all("input") if "name" in box]
    assert boxes[:3] == [("severity", "error"), ("severity", "warning"), ("severity", "suggestion")]
    assert boxes[3:] == [("pack", p) for p in ("consistency", "duplication", "quotes", "test", "typo", "whitespace")]
    assert page(empty()).all("form", "filter") == []


def test_figures_and_problems() -> None:
    html = render(full(), "html")
    assert '<div title="0 hard, 100 easy"><dt>Flesch reading ease</dt><dd>58.1</dd></div>' in html
    assert "<li>drafts/old.txt: byte 14 (0xff) is not utf-8 text (save the draft as UTF-8)</li>" in html
    assert "Not shown: 1 silenced by stet and 2 known in the baseline." in html


def test_the_format_that_was_read_goes_before_the_extension() -> None:
    source = "# A head\n\nKeep **the** bus.\n"
    assert page(of(source, path="<stdin>", format="markdown")).copy == ["A head", "Keep the bus."]
    assert page(of(source, path="a.md")).copy == ["A head", "Keep the bus."]
    assert page(of(source, path="<stdin>")).copy[-1] == "Keep **the** bus."
    assert page(of(source, path="a.txt", format="markdown")).all("strong") == [{}]


def test_blocks_are_what_they_are() -> None:
    source = "# Head\n\n## Crosshead\n\n> Said so.\n\n- one\n  - two\n\n```\na\n  b\n```\n"
    held = page(of(source, path="a.md"))
    kinds = [(tag, a["class"]) for tag, a in held.elements if "copy" in a.get("class", "").split()]
    assert kinds == [
        ("h3", "copy headline"), ("h4", "copy heading"), ("blockquote", "copy"),
        ("p", "copy item"), ("p", "copy item level-2"), ("pre", "copy"),
    ]  # fmt: skip
    assert held.copy[-1].rstrip() == "a\n  b"


def test_many_findings_over_one_place_stay_in_proportion() -> None:
    source = "word " * 600
    make = Maker(source)
    findings = [make.finding("a/b", Severity.ERROR, "m", (i * 5, len(source) - 1)) for i in range(500)]
    one = len(render(of(source, findings[0]), "html"))
    html = render(of(source, *findings), "html")
    assert len(html) - one < 500 * 1000
    assert len(Page(html).notes) == 500


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=20)


@given(st.text(min_size=40, max_size=40), SPANS)
def test_stretches_that_cross_in_any_way_leave_the_text_whole(text: str, spans: list[list[int]]) -> None:
    stretches = [
        Stretch(start, end, f"<i id={n}>", "<i>", "</i>", f"<sup>{n}</sup>") for n, (start, end) in enumerate(spans)
    ]
    pieces = list(around(text, 0, 40, stretches, lambda piece: f"={piece}"))
    assert "".join(p[1:] for p in pieces if p.startswith("=")) == text
    markup = "".join(p for p in pieces if not p.startswith("="))
    assert sorted(re.findall(r"<i id=(\d+)>", markup)) == sorted(map(str, range(len(spans))))
    assert sorted(re.findall(r"<sup>(\d+)</sup>", markup)) == sorted(map(str, range(len(spans))))
    assert len(re.findall("<i[ >]", markup)) == markup.count("</i>")


@given(st.text(max_size=200), st.sampled_from(["plain", "markdown", "html"]))
def test_any_text_is_some_page(text: str, format: str) -> None:
    held = page(of(text, format=format))
    assert len(held.all("script")) == 1


def test_odd_characters_keep_their_places() -> None:
    held = page(Report((FileReport("a.txt", ODD, full().files[1].findings),)))
    assert held.marked["1-6"] == "🍜🍜"
    assert held.marked["1-8"] == "␀"
