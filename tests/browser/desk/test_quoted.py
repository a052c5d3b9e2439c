"""Who is quoted, below the draft: what is told, where its buttons lead, and how it keeps to the draft."""

from __future__ import annotations

import pytest
from desk_page import Desk
from running import Server

OPINION = """Opinion

“It is shut 🚢,” said Ann Lee, the harbor master. Ms. Lee said the deck had to go. It would be a costly mistake.

A council official who asked not to be named said there was money.

The bridge is from 1911. It has two decks.

“We all knew that it would come to this.” The deck was lifted in May.
"""


def rows(desk: Desk) -> list[list[str]]:
    script = (
        "return [...document.querySelectorAll('#sources tbody tr')].map((r) => [...r.cells].map((c) => c.innerText))"
    )
    return [[str(cell) for cell in row] for row in desk.js(script)]


def chosen(desk: Desk) -> str:
    assert desk.focused == "text"
    return str(desk.js("return text.value.slice(text.selectionStart, text.selectionEnd)"))


def test_a_row_for_each_source_leads_to_name_and_words(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write(OPINION)
    desk.checked()
    assert (
        desk.one("#sources p").text
        == "12 words quoted and 8 reported, of 60. 40% of them from Ann Lee. 1 anonymous source."
    )
    lee, official = rows(desk)
    assert (lee[:6], lee[7]) == (["Ann Lee", "person", "2", "3", "5", "40%"], "the harbor master")
    assert (official[0], official[1]) == ("A council official", "anonymous")
    desk.click("#sources tbody th button")
    assert chosen(desk) == "Ann Lee"
    said = []
    for button in desk.all("#sources .lines button"):
        button.click()
        said.append(chosen(desk))
    assert said == ["“It is shut 🚢,”", "the deck had to go.", "there was money."]
    assert "1 quotation with no speaker" in desk.one("#sources").text
    desk.click("#sources li button")
    assert chosen(desk) == "“We all knew that it would come to this.”"


def test_it_is_quiet_where_nobody_is_quoted(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    assert not desk.shown("#sources")
    desk.write("The deck is shut.")
    desk.checked()
    assert not desk.shown("#sources")
    assert desk.all("#figures a") == []
    desk.press("ctrl+a")
    desk.write("The deck is shut, said Ann Lee.")
    desk.until(lambda: desk.shown("#sources"))
    assert desk.one("#figures a").text == "1"
    desk.press("ctrl+a", "ctrl+x")
    assert not desk.shown("#sources")


def test_its_places_follow_the_draft_until_the_next_check(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("“It is shut for good,” said Ann Lee.")
    desk.checked()
    desk.js("window.fetch = () => new Promise(() => {})")  # there is no next check
    desk.caret(0)
    desk.write("Now: ")
    desk.caret(desk.text.index(" for good"))
    desk.write(" 🚢")
    desk.click("#sources .lines button")
    assert chosen(desk) == "“It is shut 🚢 for good,”"
    desk.click("#sources tbody th button")
    assert chosen(desk) == "Ann Lee"
    desk.press("ctrl+z", "ctrl+z")
    desk.click("#sources .lines button")
    assert chosen(desk) == "“It is shut for good,”"


def test_a_button_keeps_the_focus_over_a_check(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("“It is shut,” said Ann Lee.")
    desk.checked()
    desk.js("document.querySelector('#sources .lines button').focus()")
    desk.js("genre.value = 'news'; genre.dispatchEvent(new Event('change', { bubbles: true }))")
    desk.until(
        lambda: (
            desk.one("#state").text == "Checking…" or desk.one("#figures > div").get_attribute("title") == "as asked"
        )
    )
    desk.until(lambda: desk.one("#figures > div").get_attribute("title") == "as asked")
    assert desk.js("return document.activeElement.closest('.lines') !== null")


def test_names_are_never_markup(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("“It is <b>shut</b>,” said Ann <img> Lee, the <i>harbor</i> master.")
    desk.checked()
    assert desk.shown("#sources")
    assert desk.all("#sources b, #sources img, #sources i") == []


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False), (320, True)])
def test_axe_finds_nothing_and_nothing_is_cut_off(desk: Desk, real: Server, axe: str, width: int, dark: bool) -> None:
    desk.open(real.url, width=width, dark=dark)
    desk.js(axe)
    desk.write(OPINION)
    desk.checked()
    desk.js("folded.open = true")
    assert desk.shown("#sources")
    assert desk.shown("#folded .note")
    assert desk.violations() == []
    assert desk.js("return document.documentElement.scrollWidth") == width
