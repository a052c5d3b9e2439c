"""What goes wrong is said, and costs nothing that was written."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from desk_page import TWICE, Desk
from running import Server

TOKEN = "correct horse"


def test_a_token_is_asked_for_and_kept_for_the_tab(desk: Desk, start: Callable[..., Server]) -> None:
    guarded = start(env={"COPYDESK_TOKEN": TOKEN})
    desk.open(guarded.url)
    desk.until(lambda: desk.shown("#token-form"))
    assert desk.focused == "token"
    desk.press("wrong", "enter")
    desk.write(TWICE)
    desk.until(lambda: "not this server’s token" in desk.one("#token-said").text)
    desk.press(TOKEN, "enter")
    desk.checked(2)
    desk.driver.refresh()
    desk.checked(2)
    assert not desk.shown("#token-form")
    assert desk.js("return localStorage.length") == 0


def test_a_server_that_is_gone_costs_nothing(desk: Desk, start: Callable[..., Server]) -> None:
    server = start()
    desk.open(server.url)
    desk.write(TWICE)
    desk.checked(2)
    server.terminate()
    desk.caret(0)
    desk.write("Now. ")
    desk.until(lambda: "does not answer" in desk.one("#trouble").text)
    assert "Trying again" in desk.one("#trouble .wait").text
    assert desk.marks == [(12, "the"), (35, "waits")]
    desk.all(".note .accept")[0].click()
    assert desk.text == "Now. " + TWICE.replace("the the", "the")
    start("--port", str(server.address[1]))
    desk.js("document.querySelector('#trouble .again').click()")  # unless it has asked again by itself meanwhile
    desk.checked(1)
    assert not desk.shown("#trouble")


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("x" * 200_001, "Too long: the text is over this server’s limit"),
        ("A hangword.", "took longer than 5 seconds"),
        ("A dieword.", "The process that read the draft ended"),
    ],
)
def test_what_went_wrong_is_said_and_the_next_draft_is_checked(
    desk: Desk, server: Server, draft: str, said: str
) -> None:
    desk.open(server.url)
    desk.js("text.value = arguments[0]; text.dispatchEvent(new InputEvent('input'))", draft)
    desk.until(lambda: said.replace("’", "'") in desk.one("#trouble").text.replace("’", "'"))
    assert desk.one("#state").text == "Not checked"
    assert desk.text == draft
    desk.press("ctrl+a")
    desk.write(TWICE)
    desk.checked(2)
    assert not desk.shown("#trouble")


def test_a_busy_server_is_asked_again_when_it_says(desk: Desk, start: Callable[..., Server]) -> None:
    server = start("--in-flight", "1", "--timeout", "4")
    desk.open(server.url)
    other = threading.Thread(target=server.check, args=("A hangword.",))
    other.start()
    desk.until(lambda: "in_flight 1" in server.client.get("/metrics").text)
    desk.write(TWICE)
    desk.until(lambda: "1 requests are under way" in desk.one("#trouble").text)
    desk.checked(2)
    other.join()
    assert not desk.shown("#trouble")


def test_a_rule_that_crashes_is_named(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("A crashword. On the the quay.")
    desk.checked(1)
    assert "faults/crash" in desk.one("#trouble").text
