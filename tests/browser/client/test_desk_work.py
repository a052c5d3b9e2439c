"""What an editor does with findings: reads why, lets one stand, goes by keys, loses the service, has it back."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

STORY = "<p>The mayor signed the the order.</p><p>Crews had let the pier by noon.</p>"
BODY = f'<div id="body" contenteditable="true" role="textbox" aria-label="Body">{STORY}</div>'


def test_why_is_asked_for_when_somebody_wants_to_know(page: Any) -> None:
    page.write(BODY)
    page.click_at(1)
    assert not [url for url in page.asked() if "explain" in url]
    page.choose(".ask")
    page.until(lambda: "A spelling checker passes any word" in page.card)
    assert "When not: " in page.card
    assert page.js("return document.activeElement.id") in ("body", "")


def test_keys_go_from_finding_to_finding_and_back_to_the_copy(page: Any) -> None:
    page.write(BODY)
    page.caret("#body p", 3)
    page.press(Keys.ALT, Keys.F8)
    assert "“the” is set twice." in page.card
    assert page.focused_in_card.startswith("card")
    page.press(Keys.ALT, Keys.F8)
    assert "“left”" in page.card
    page.press(Keys.ALT, Keys.F8)
    assert "set twice" in page.card
    page.press(Keys.ALT, Keys.SHIFT, Keys.F8)
    assert "“left”" in page.card
    page.press(Keys.ESCAPE)
    assert page.card == ""
    assert page.js("return document.activeElement.id") == "body"
    page.type("now ")
    assert page.html().endswith("<p>Crews had now let the pier by noon.</p>")


def test_a_fix_by_keys(page: Any) -> None:
    page.write(BODY)
    page.caret("#body p", 3)
    page.press(Keys.ALT, Keys.F8)
    page.press(Keys.TAB)
    assert page.focused_in_card == "close"
    page.press(Keys.TAB)
    page.press(Keys.ENTER)
    assert page.html() == STORY.replace("the the", "the")
    page.type("!")
    assert page.html() == STORY.replace("signed the the", "signed the!")


def test_a_card_goes_with_a_click_elsewhere_and_with_the_next_letter(page: Any) -> None:
    page.write("<p id='away'>Elsewhere</p>" + BODY)
    page.click_at(0)
    assert page.card
    page.one("#away").click()
    assert page.card == ""
    page.click_at(0)
    page.type("x")
    assert page.card == ""


def test_what_is_let_stand_stays_away(page: Any) -> None:
    options = {"remember": "copydesk:story-17"}
    page.write(BODY, options=options)
    page.click_at(0)
    page.choose(".dismiss")
    assert page.marked == ["let"]
    page.settle()
    assert page.marked == ["let"]
    assert "dismissed" in page.told
    page.write(BODY, options=options)
    assert page.marked == ["let"]
    page.js("localStorage.clear()")


def test_the_page_keeps_what_is_let_stand_where_it_wants(page: Any) -> None:
    page.write(BODY)
    prints = page.js("return handle.findings.map(f => f.fingerprint)")
    page.js("window.kept = [arguments[0]]", prints[0])
    page.asynchronously(
        "handle.detach(); window.handle = copydesk.attach(document.querySelector('#body'), {url: arguments[0],"
        " remember: {load: async () => kept, save: (all) => { kept = all; }}}); setTimeout(arguments[1], 50)",
        page.service.url,
    )
    page.until(lambda: page.marked == ["let"])
    page.js("handle.dismiss(handle.findings[0])")
    assert page.js("return kept") == prints


def test_the_service_goes_and_comes_back(page: Any) -> None:
    page.write(BODY)
    page.service.stop()
    try:
        page.caret("#body p", 0)
        page.type("So ")
        page.until(lambda: page.js("return handle.state") == "away")
        assert page.marked == ["the", "let"]
        page.js("handle.fix(handle.findings[0])")
        assert page.html().startswith("<p>So The mayor signed the order.</p>")
    finally:
        page.service.start()
    page.caret("#body p", 0)
    page.type("In in the end ")
    page.js("dispatchEvent(new Event('online'))")
    page.until(lambda: page.js("return handle.state") == "ready")
    page.until(lambda: "let" in page.marked)


def test_detached_it_leaves_nothing(page: Any) -> None:
    page.open(BODY + '<textarea id="other" aria-label="Other">They met on the the quay.</textarea>')
    before = page.js("return document.documentElement.outerHTML")
    page.attach("#other")
    page.js("handle.detach()")
    page.attach("#body")
    page.click_at(0)
    page.js("handle.detach()")
    assert page.js("return document.documentElement.outerHTML") == before
    assert page.js("return [CSS.highlights.size, document.adoptedStyleSheets.length]") == [0, 0]
    page.asked()
    page.caret("#body p", 0)
    page.type("So it is. ")
    page.press(Keys.ALT, Keys.F8)
    page.asynchronously("setTimeout(arguments[0], 400)")
    assert page.asked() == []


def test_the_service_alone_is_asked(page: Any) -> None:
    page.write(BODY)
    page.click_at(0)
    page.choose(".ask")
    page.until(lambda: "Source" in page.card)
    ours = (page.origin, page.service.url)
    assert [url for url in page.asked() if not url.startswith(ours)] == []
    assert [entry for entry in page.driver.get_log("browser") if "favicon" not in entry["message"]] == []


@pytest.mark.parametrize("where", ['spellcheck="false"', 'lang="fr"'])
def test_it_is_off_where_the_page_says_so(page: Any, where: str) -> None:
    page.write(BODY.replace('id="body"', f'id="body" {where}'))
    assert page.rules == []
    assert page.js("return handle.state") == "off"
    page.js("const {body} = document; const b = document.querySelector('#body'); b.spellcheck = true; b.lang = 'en-GB'")
    page.settle()
    assert page.marked == ["the", "let"]


def test_older_browsers_get_boxes_under_the_words(page: Any) -> None:
    page.open(BODY)
    page.js("delete window.Highlight")
    page.attach()
    boxes = "return [...document.querySelector('[data-copydesk]').shadowRoot.querySelectorAll('.box')]"
    assert page.js(boxes + ".map(b => b.className)") == ["box error", "box error"]
    words = page.js("return handle.rangeOf(handle.findings[1]).getBoundingClientRect().toJSON()")
    box = page.js(boxes + "[1].getBoundingClientRect().toJSON()")
    assert (box["left"], box["top"], box["width"]) == (words["left"], words["top"], words["width"])
    page.js("document.querySelector('#body').before('Something above')")
    page.until(lambda: page.js(boxes + "[1].getBoundingClientRect().top") > words["top"] + 10)


def test_in_a_modal_dialog(page: Any) -> None:
    page.open(f"<dialog>{BODY}</dialog>")
    page.js("document.querySelector('dialog').showModal()")
    page.attach()
    page.click_at(0)
    page.choose(".make")
    assert page.html() == STORY.replace("the the", "the")


def test_what_the_service_says_is_text(page: Any) -> None:
    page.open(BODY)
    page.js("window.url = arguments[0]", page.service.url)
    page.js("window.bad = '<img src=x onerror=window.broken=1>'")
    page.asynchronously(
        """
        const done = arguments[0];
        const at = (offset) => ({offset, line: 1, column: offset + 1});
        const finding = {rule: bad, severity: "error", confidence: 1, message: bad, start: at(21), end: at(24),
          text: "the", context: {before: "", after: ""}, related: [], url: "", fingerprint: "f", block: "0",
          fixes: [{title: bad, safety: "safe", edits: [{start: 21, end: 24, text: bad, block: "0"}]}]};
        const fetch = async () => new Response(JSON.stringify({findings: [finding], why: bad}));
        import(`${url}/copydesk.js`).then(async ({attach}) => {
          window.handle = attach(document.querySelector("#body"), {url, fetch});
          await handle.check();
          done();
        });
        """
    )
    page.click_at(0)
    page.choose(".ask")
    page.until(lambda: page.card.count("<img") >= 4)
    page.choose(".make")
    assert "&lt;img src=x" in page.html()
    assert page.js("return [window.broken, document.querySelectorAll('img').length]") == [None, 0]


@pytest.mark.parametrize(("width", "dark"), [(900, False), (900, True), (390, False)])
def test_axe_finds_nothing_with_the_card_open(page: Any, axe: str, width: int, dark: bool) -> None:
    page.write(BODY, width=width, dark=dark)
    page.caret("#body p", 3)
    page.press(Keys.ALT, Keys.F8)
    page.choose(".ask")
    page.until(lambda: "Source" in page.card)
    page.js(axe)
    result = page.asynchronously("axe.run().then(arguments[0])")
    assert [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]] == []
    assert len(result["passes"]) > 10
    sheet = page.js(
        "return getComputedStyle([...document.querySelectorAll('[data-copydesk]')][0].shadowRoot"
        ".querySelector('.card')).backgroundColor"
    )
    assert sheet == ("rgb(35, 36, 41)" if dark else "rgb(255, 253, 248)")
