"""The client in a contenteditable: what is marked, what is mended, and that the markup stays the writer's own."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

STORY = "<p>The mayor signed the the order.</p><p>Crews had let the pier by noon.</p>"
MARKS = ["the", "let"]


def editable(html: str, more: str = "") -> str:
    return f'<div id="body" contenteditable="true" role="textbox" aria-label="Body" {more}>{html}</div>'


def test_findings_are_marked_and_the_markup_stays_byte_for_byte(page: Any) -> None:
    page.open(editable(STORY))
    before = page.js("return document.querySelector('#body').outerHTML")
    page.attach()
    assert page.rules == ["duplication/word", "typo/real-word"]
    assert page.marked == MARKS
    page.click_at(0)
    page.press(Keys.ALT, Keys.F8)
    assert page.js("return document.querySelector('#body').outerHTML") == before
    assert "findings" in page.told
    assert page.told[-1] == "state ready"


def test_a_finding_is_marked_while_one_writes(page: Any) -> None:
    page.write(editable("<p>One.</p>"))
    page.caret("#body p", 4)
    page.type(" She saw the the harbor")
    page.until(lambda: page.marked == ["the"])
    page.type(" at noon and went home.")
    assert page.html() == "<p>One. She saw the the harbor at noon and went home.</p>"
    page.until(lambda: page.marked == ["the"] and page.js("return handle.state") == "ready")


def test_an_answer_that_comes_while_one_types_finds_its_words(page: Any) -> None:
    page.write(editable("<p>Quite.</p><p>So they went slowly on the the quay.</p>"))
    page.caret("#body p", 0)
    page.type("Now ")
    page.until(lambda: page.js("return handle.state") == "checking")
    page.type("then. ")
    page.caret("#body p:last-child", 3)
    page.type("yes ")
    assert page.marked == ["the"]
    page.settle()
    assert page.marked == ["the"]
    first = page.js("return handle.rangeOf(handle.findings[0]).startOffset")
    assert page.one("#body p:last-child").text[:first] == "So yes they went slowly on the "


def test_an_answer_about_words_that_are_gone_marks_nothing(page: Any) -> None:
    page.write(editable("<p>Quiet.</p>"), options={"delay": 5000, "patience": 9000})
    page.caret("#body p", 0)
    page.type("So they went slowly on the the quay. ")
    page.js("handle.check()")
    page.until(lambda: page.js("return handle.state") == "checking")
    page.press(Keys.CONTROL, "a")
    page.type("All gone.")
    page.until(lambda: page.js("return handle.state") == "ready")
    assert page.rules == page.marked == []


def test_a_fix_is_one_undo_away(page: Any) -> None:
    page.write(editable(STORY))
    page.click_at(0)
    assert "“the” is set twice." in page.card
    page.choose(".make")
    mended = STORY.replace("the the", "the")
    assert page.html() == mended
    assert page.card == ""
    assert page.marked == ["let"]
    page.press(Keys.CONTROL, "z")
    assert page.html() == STORY
    page.until(lambda: page.marked == MARKS)
    page.press(Keys.CONTROL, Keys.SHIFT, "z")
    assert page.html() == mended
    page.until(lambda: page.marked == ["let"])
    assert "fixed" in page.told


def test_undo_after_a_fix_goes_on_to_what_was_typed(page: Any) -> None:
    page.write(editable("<p>Rain fell.</p>"))
    page.caret("#body p", 10)
    page.type(" She saw the the harbor.")
    page.settle()
    page.js("handle.fix(handle.findings[0])")
    assert page.html() == "<p>Rain fell. She saw the harbor.</p>"
    page.press(Keys.CONTROL, "z")
    assert page.html() == "<p>Rain fell. She saw the the harbor.</p>"
    page.press(Keys.CONTROL, "z")
    assert page.html() == "<p>Rain fell.</p>"


def test_frameworks_see_a_fix_as_input(page: Any) -> None:
    page.write(editable(STORY))
    page.js(
        "window.inputs = []; document.querySelector('#body').addEventListener('input', e => inputs.push(e.inputType))"
    )
    page.js("handle.fix(handle.findings[1])")
    assert page.js("return inputs") == ["insertText"]


def test_what_is_pasted_is_marked(page: Any) -> None:
    page.write('<textarea id="from">they met on the the quay and </textarea>' + editable("<p>So we went.</p>"))
    page.one("#from").click()
    for command in ("selectAll", "copy"):
        page.command(command)
    page.caret("#body p", 3)
    page.command("paste")
    page.until(lambda: page.html() == "<p>So they met on the the quay and we went.</p>")
    page.until(lambda: page.marked == ["the"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>She <b>saw the</b> the <i>harbor</i>.</p>", "<p>She <b>saw the</b> <i>harbor</i>.</p>"),
        ("<p>She saw <a href='/x'>the the harbor</a>.</p>", '<p>She saw <a href="/x">the harbor</a>.</p>'),
        ("<p>Crews <b>had let</b> the pier by noon.</p>", "<p>Crews <b>had left</b> the pier by noon.</p>"),
        ("<p>Crews had <b>le</b>t the pier by noon.</p>", "<p>Crews had <b>lef</b>t the pier by noon.</p>"),
        ("<p>\U0001f389 Cafe\u0301 \U0001f469\u200d\U0001f4bb on the the quay \U0001f389.</p>",
         "<p>\U0001f389 Cafe\u0301 \U0001f469\u200d\U0001f4bb on the quay \U0001f389.</p>"),
        ("<ul><li>They came.<br>They sat on the the quay.</li></ul>", "<ul><li>They came.<br>They sat on the quay.</li></ul>"),
    ],
)  # fmt: skip
def test_fixes_leave_the_markup_around_them(page: Any, before: str, after: str) -> None:
    page.write(editable(before))
    assert len(page.rules) == 1
    page.js("handle.fix(handle.findings[0])")
    assert page.html() == after


def test_markup_that_is_laid_out_in_lines_is_read_as_it_is_seen(page: Any) -> None:
    html = "\n  <p>\n    They met  on\n    the the <b> quay </b> at noon.\n  </p>\n  <p>Then \n  home.</p>\n"
    page.write(editable(html))
    assert page.rules == ["duplication/word"]
    page.js("handle.fix(handle.findings[0])")
    assert page.html() == html.replace("the the", "the")


def test_code_and_what_cannot_be_edited_are_left_alone(page: Any) -> None:
    page.write(editable(
        "<p>Type <code>the the</code> now.</p><pre>the the</pre>"
        "<p>By <span contenteditable='false'>the the</span> and <span lang='fr'>de de</span>.</p>"
        "<p class='own'>On the the quay.</p>"
    ), options={"skip": ".own"})  # fmt: skip
    assert page.rules == []


def test_a_quotation_block_is_marked_and_its_fixes_are_for_a_person_to_judge(page: Any) -> None:
    page.write(editable("<blockquote><p>We met on the the quay.</p></blockquote><h2>On the the quay</h2>"))
    assert page.rules == ["duplication/word", "duplication/word"]
    assert page.js("return handle.findings.map((finding) => finding.fixes[0].safety)") == ["show", "safe"]


def test_a_paragraph_set_twice_goes_as_a_whole(page: Any) -> None:
    told = "The ferry that serves the three islands will not sail on Monday, the harbor office said."
    html = f"<p>It rained.</p><p>{told}</p><p>{told}</p><p>Fog came in.</p>"
    page.write(editable(html))
    assert page.rules == ["duplication/paragraph"]
    page.js("handle.fix(handle.findings[0])")
    assert page.html() == f"<p>It rained.</p><p>{told}</p><p>Fog came in.</p>"
    page.press(Keys.CONTROL, "z")
    assert page.html() == html


def test_marks_stay_where_markup_comes_and_goes(page: Any) -> None:
    page.write(editable(STORY))
    page.js("getSelection().selectAllChildren(document.querySelector('#body p'))")
    page.press(Keys.CONTROL, "b")
    assert "<b>" in page.html()
    page.until(lambda: page.marked == MARKS)


def test_a_paragraph_that_is_moved_keeps_its_mark(page: Any) -> None:
    page.write(editable(STORY + "<p>Rain fell on the hills.</p>"), options={"delay": 60_000, "patience": 60_000})
    page.js("const body = document.querySelector('#body'); body.append(body.firstElementChild)")
    page.until(lambda: page.marked == ["let", "the"] or page.marked == ["the", "let"])
    assert page.js("return handle.rangeOf(handle.findings[0]).startContainer.data") == "The mayor signed the the order."


def test_a_word_that_grows_loses_its_mark_at_once(page: Any) -> None:
    page.write(editable("<p>Crews had let</p>"), options={"delay": 60_000, "patience": 60_000})
    page.js("document.querySelector('#body p').firstChild.data = 'She saw the the'")
    page.settle()
    assert page.marked == ["the"]
    page.caret("#body p", 15)
    page.type("n")
    page.until(lambda: page.marked == [])
