"""What one does with notes: accept, dismiss, undo, filter, and ask for others."""

from __future__ import annotations

from pathlib import Path

from desk_page import TWICE, Desk
from running import Server

import lint
from lint.report import Report
from lint.reports import RenderOptions, render


def test_accept_dismiss_undo_and_redo(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write(TWICE)
    desk.checked(2)
    desk.all(".note .accept")[0].click()
    assert desk.text == TWICE.replace("the the", "the")
    assert "1 note left" in desk.said
    assert desk.at_note("waits")
    desk.click(".note .dismiss")
    assert desk.messages == []
    desk.checked(0)
    assert desk.one("#bring-back").text == "1 dismissed: bring back"
    desk.click("#undo")
    assert len(desk.messages) == 1
    desk.click("#undo")
    assert desk.text == TWICE
    desk.checked(2)
    desk.click("#redo")
    assert desk.text == TWICE.replace("the the", "the")
    desk.click("#redo")
    desk.click("#bring-back")
    assert len(desk.messages) == 1


def test_a_dismissed_note_stays_so_over_a_reload(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write(TWICE)
    desk.checked(2)
    desk.all(".note .dismiss")[0].click()
    desk.driver.refresh()
    desk.checked(1)
    assert desk.text == TWICE
    assert desk.messages == ["“waits” is set twice."]
    assert not desk.one("#download").get_property("disabled")


def test_undo_takes_back_typing_and_fixes_in_turn(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("On the the quay.")
    desk.checked(1)
    desk.click(".accept")
    desk.caret(len(desk.text))
    desk.press("A", "b")
    assert desk.text == "On the quay.Ab"
    desk.press("ctrl+z")
    assert desk.text == "On the quay."
    desk.press("ctrl+z")
    assert desk.text == "On the the quay."
    desk.press("ctrl+shift+z", "ctrl+y")
    assert desk.text == "On the quay.Ab"
    assert desk.focused == "text"


def test_filter_and_count(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.write("On the the quay , he said.")
    desk.checked(2)
    assert desk.one("#filter output").text == "2 notes"
    desk.click("#filter [value=suggestion]")
    assert desk.one("#filter output").text == "1 of 2 notes"
    assert [desk.one(f"#filter .{s} .count").text for s in ("error", "warning", "suggestion")] == ["1", "0", "1"]


def test_notes_are_made_as_the_galleys_are(desk: Desk, real: Server, tmp_path: Path) -> None:
    """Both have the same parts in the same order; the desk's has buttons besides."""
    parts = """
      const part = (e) => [e.tagName === "BUTTON" ? "A" : e.tagName, e.className, [...e.children].filter(
        (c) => !c.matches(".acts, details > p")).map(part)];
      return [...document.querySelectorAll(".note")].map(part);"""
    draft = "On the the quay , Experts say a ferry waits. He let the quay. Share this article"
    report = lint.Linter().check(draft)
    desk.open(real.url)
    desk.write(draft)
    desk.checked(len(report.findings))
    mine = desk.js(parts)
    galley = tmp_path / "galley.html"
    galley.write_text(render(Report((report,)), "html", RenderOptions(), lint.Linter().rules), encoding="utf-8")
    desk.driver.get(galley.as_uri())
    theirs = desk.js(parts)
    assert mine == theirs
    assert len(mine) > 2
