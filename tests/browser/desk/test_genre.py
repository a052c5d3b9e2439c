"""What a draft is taken for, and the notes on the writer's own voice that are folded away where it is the point."""

from __future__ import annotations

from desk_page import Desk
from running import Server

import lint
from lint.reports.voice import folded

CLAIMS = (
    "If true, it would be another costly retreat for the board. It sank on the the quay. It would be a costly mistake."
)


def choose(desk: Desk, field: str, value: str) -> None:
    desk.js(
        "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
        "field.dispatchEvent(new Event('change', { bubbles: true }))",
        field,
        value,
    )


def beside(desk: Desk) -> list[str]:
    """The rules of the notes that are to be seen."""
    return [note.find_element("css selector", "summary").text for note in desk.all(".note") if note.is_displayed()]


def test_a_profile_and_a_genre_are_asked_for(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    assert [o.text for o in desk.all("#genre option")] == ["guessed", "news", "analysis", "opinion", "feature"]
    assert "wire" in [o.text for o in desk.all("#profile option")]
    desk.write("It was the most shameful failure in the port’s history.")
    desk.checked()
    assert desk.one("#figures").text.startswith("genre\nnews") or "news" in desk.one("#figures").text
    before = len(desk.messages)
    choose(desk, "genre", "opinion")
    desk.until(lambda: len(desk.messages) < before)
    desk.checked()
    assert "opinion" in desk.one("#figures").text
    desk.driver.refresh()
    desk.checked()
    assert desk.js("return genre.value") == "opinion"


def test_in_opinion_copy_claims_are_one_line_that_opens(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.write(CLAIMS)
    desk.checked()
    shown = len(beside(desk))
    assert "attribution/unattributed-claim" in beside(desk)
    assert not desk.shown("#folded")
    choose(desk, "genre", "opinion")
    desk.until(lambda: desk.shown("#folded"))
    report = lint.Linter().check(CLAIMS, genre="opinion")
    assert desk.one("#folded > summary").text == folded(report)
    assert beside(desk) == ["duplication/word"]
    assert [words for _, words in desk.marks] == ["the"]
    desk.click("#folded > summary")
    desk.until(lambda: len(desk.marks) == shown)
    assert len(beside(desk)) == shown == 1 + len(report.folded)
    desk.click("#folded .dismiss")
    assert desk.one("#folded > summary").text.startswith(f"{len(report.folded) - 1} claim")
    choose(desk, "genre", "news")
    desk.until(lambda: not desk.shown("#folded"))
    assert len(desk.all("#notes .note")) == shown - 1


def test_keys_pass_over_what_is_folded_until_it_is_open(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    choose(desk, "genre", "opinion")
    desk.write(CLAIMS)
    desk.checked()
    desk.caret(0)
    desk.press("escape")
    assert desk.at_note("set twice")
    desk.press("j")
    assert desk.at_note("set twice")
    desk.click("#folded > summary")
    desk.press("j")
    assert desk.js("return folded.contains(document.activeElement)")
    desk.press("down", "e")
    assert desk.focused == "text"
