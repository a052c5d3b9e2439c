"""The client in a textarea and an input: marks lie over the words, the value alone is changed."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

_LONG = "\n".join(f"On day {number} the water stood as high as on the day before." for number in range(20)) + "\n"


def textarea(text: str) -> str:
    return f'<label for="body">Story</label><textarea id="body">{text}</textarea>'


def value(page: Any) -> str:
    return str(page.js("return document.querySelector('#body').value"))


def place(page: Any) -> dict[str, float]:
    """Where the word is marked that is set twice."""
    found = "handle.findings.find(f => f.rule === 'duplication/word')"
    return dict(page.js(f"return handle.rangeOf({found}).getBoundingClientRect().toJSON()"))


def test_a_fix_in_a_textarea_is_one_undo_away(page: Any) -> None:
    box = page.write(textarea("\U0001f389 The mayor signed the the order.\n\nCrews had let the pier by noon. "))
    assert page.marked == ["the", "let"]
    page.js(
        "window.inputs = []; document.querySelector('#body').addEventListener('input', e => inputs.push(e.inputType))"
    )
    page.click_at(0)
    page.choose(".make")
    assert value(page) == "\U0001f389 The mayor signed the order.\n\nCrews had let the pier by noon. "
    assert page.marked == ["let"]
    assert len(page.js("return inputs")) == 1
    page.press(Keys.CONTROL, "z")
    assert value(page).count("the the") == 1
    page.until(lambda: page.marked == ["the", "let"], f"{page.marked} {value(page)}")
    box.send_keys(Keys.CONTROL, Keys.END)
    page.type("And on the the pier.")
    page.until(lambda: page.marked == ["the", "let", "the"], f"{page.marked} {value(page)}")


@pytest.mark.parametrize("width", [900, 360])
def test_marks_lie_over_the_words(page: Any, width: int) -> None:
    """Words at the end of a long text stand as far down as the browser says that the text reaches, or they lie elsewhere."""
    page.write(textarea(_LONG + "They met on the the quay."), width=width)
    box, mark = page.one("#body").rect, place(page)
    ends = box["y"] + page.js("return document.querySelector('#body').scrollHeight")
    assert ends - 27 < mark["bottom"] + 8 <= ends
    assert box["x"] < mark["left"] < box["x"] + box["width"]
    page.js("document.querySelector('#body').scrollTop = 90")
    page.until(lambda: place(page)["top"] == mark["top"] - 90)


def test_marks_follow_what_moves_the_box(page: Any) -> None:
    page.write('<p id="above"></p>' + textarea("They met on the the quay."))
    before = place(page)
    page.js("document.querySelector('#above').style.height = '100px'")
    page.until(lambda: place(page)["top"] > before["top"] + 90)
    page.js("document.querySelector('#body').style.width = '8rem'")
    page.until(lambda: place(page)["left"] != before["left"])


def test_the_next_finding_is_scrolled_into_view(page: Any) -> None:
    page.write(textarea(_LONG + "So they met on the the quay."))
    page.one("#body").click()
    page.press(Keys.CONTROL, Keys.HOME)
    page.press(Keys.ALT, Keys.F8)
    box, mark = page.one("#body").rect, place(page)
    assert box["y"] < mark["top"] < mark["bottom"] < box["y"] + box["height"]
    assert "“the” is set twice." in page.card


def test_a_headline(page: Any) -> None:
    page.write(
        '<label for="body">Headline</label><input id="body" value="Mayor Signs the the Order">',
        options={"field": "headline"},
    )
    assert page.marked == ["the"]
    box, mark = page.one("#body").rect, place(page)
    assert box["y"] < mark["top"] < mark["bottom"] < box["y"] + box["height"]
    page.js("handle.fix(handle.findings[0])")
    assert value(page) == "Mayor Signs the Order"


def test_nobody_mends_what_cannot_be_written_in(page: Any) -> None:
    page.write('<textarea id="body" aria-label="Story" readonly>They met on the the quay.</textarea>')
    page.click_at(0)
    assert "“the” is set twice." in page.card
    assert page.js("return handle.fix(handle.findings[0])") is False
    assert value(page) == "They met on the the quay."


def test_it_attaches_to_nothing_else(page: Any) -> None:
    page.open('<input id="body" type="password" aria-label="Secret">')
    page.js("window.url = arguments[0]", page.service.url)
    said = page.asynchronously(
        "import(`${url}/copydesk.js`).then(({attach}) => attach(document.querySelector('#body'), {url}))"
        ".catch(String).then(arguments[0])"
    )
    assert "attaches to a textarea, an input of text" in said
    assert page.js("return document.querySelectorAll('[data-copydesk]').length") == 0
