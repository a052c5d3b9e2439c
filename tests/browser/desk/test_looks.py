"""How the desk looks, wide and on a phone. `UPDATE_SCREENSHOTS=1 pytest tests/browser/desk` takes the docs' pictures anew."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from desk_page import TWICE, Desk
from running import Server

ROOT = Path(__file__).resolve().parents[3]


def test_on_a_phone_a_touched_mark_brings_its_note_up(desk: Desk, server: Server) -> None:
    desk.open(server.url, width=400, height=800)
    desk.write(TWICE + "\n\n" * 20)
    desk.checked(2)
    desk.caret(0)
    assert desk.js("return document.documentElement.scrollWidth") == 400
    box = desk.js("return document.querySelector('#mirror mark').getBoundingClientRect()")
    for kind in ("mousePressed", "mouseReleased"):
        desk.cdp("Input.dispatchMouseEvent", type=kind, x=box["x"] + 5, y=box["y"] + 8, button="left", clickCount=1)
    lifted = desk.one(".note.lifted")
    assert lifted.value_of_css_property("position") == "fixed"
    assert desk.one("#at").text == "1 of 2"
    desk.click(".note.lifted .accept")
    assert "waits" in desk.one(".note.lifted").text
    desk.click("#next")
    assert desk.text.startswith("On the quay")


def test_notes_never_lie_over_one_another(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.click("#try")
    desk.checked()
    desk.press("escape", "j", "j", "j")
    notes = sorted((note.rect["y"], note.rect["y"] + note.rect["height"]) for note in desk.all(".note"))
    assert len(notes) > 8
    assert all(above[1] <= below[0] for above, below in pairwise(notes))
    mark = desk.one("mark.lit")
    assert abs(mark.rect["y"] - desk.one(".note.lit").rect["y"]) < 20


def test_axe_finds_nothing(desk: Desk, server: Server, axe: str) -> None:
    found = {}
    for width, dark in ((1280, False), (1280, True), (400, False), (400, True)):
        desk.open(server.url, width=width, dark=dark)
        desk.js(axe)
        for state in ("empty", "marked", "trouble", "help"):
            if state == "marked":
                desk.write(TWICE)
                desk.checked(2)
                desk.press("escape")
            elif state == "trouble":
                desk.drop("quay.pdf", "%PDF")
                desk.until(lambda: desk.shown("#trouble"))
            elif state == "help":
                desk.js("help.showModal()")
            found[state, width, dark] = desk.violations()
    assert {key: ids for key, ids in found.items() if ids} == {}


@pytest.mark.skipif("UPDATE_SCREENSHOTS" not in os.environ, reason="pictures are taken where UPDATE_SCREENSHOTS is set")
@pytest.mark.parametrize(
    ("name", "width", "height", "dark"), [("desk.png", 1280, 900, False), ("desk-phone-dark.png", 400, 860, True)]
)
def test_pictures_of_the_docs(desk: Desk, real: Server, name: str, width: int, height: int, dark: bool) -> None:
    desk.open(real.url, width=width, height=height, dark=dark)
    desk.click("#try")
    desk.checked()
    desk.js("document.activeElement.blur()")
    if width < 500:
        for _ in range(3):
            desk.click("#next")
    else:
        desk.press("j", "j", "j")
        desk.js("scrollTo(0, 0)")
    desk.picture(ROOT / "docs" / "img" / name)
