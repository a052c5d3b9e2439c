"""All that the desk does is done by keyboard."""

from __future__ import annotations

from desk_page import TWICE, Desk
from running import Server


def test_all_by_keyboard(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    assert desk.focused == "text"
    desk.write(TWICE + " He came with a a coat.")
    desk.checked(3)
    desk.press("escape")
    assert desk.at_note("“a”")
    desk.press("k")
    assert desk.at_note("“waits”")
    desk.press("down", "j")
    assert desk.at_note("“the”")
    desk.press("a")
    assert desk.at_note("“waits”")
    desk.press("x")
    assert desk.at_note("“a”")
    desk.press("z")
    assert len(desk.messages) == 2
    desk.press("k", "e")
    assert desk.focused == "text"
    assert desk.js("return text.value.slice(text.selectionStart, text.selectionEnd)") == "waits"
    desk.write("lies")
    desk.press("escape")
    desk.press("s")
    desk.checked(0)
    assert desk.text == "On the quay a ferry waits lies for the tide. He came with a coat."
    assert desk.focused == "margin"
    desk.press("?")
    assert desk.shown("#help")


def test_tab_reaches_all_there_is_to_do(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("On the the quay.")
    desk.checked(1)
    desk.js("document.activeElement.blur()")
    reached = set()
    for _ in range(40):
        desk.press("tab")
        reached.add(desk.focused)
    wanted = {"new", "open", "copy", "download", "undo", "accept-safe", "show-help", "format", "profile", "genre", "text",
              "accept", "dismiss"}  # fmt: skip
    assert wanted <= reached
