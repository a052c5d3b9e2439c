"""What the page must not do."""

from __future__ import annotations

import json

import pytest
from desk_page import Desk
from running import Server


def test_no_request_goes_elsewhere_and_nothing_is_refused(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.click("#try")
    desk.checked()
    messages = [json.loads(entry["message"])["message"] for entry in desk.driver.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert len(asked) > 10
    assert {url for url in asked if not url.startswith((f"{real.url}/", "data:"))} == set()
    assert desk.driver.get_log("browser") == []


def test_the_policy_holds(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    with pytest.raises(Exception, match="TrustedHTML"):
        desk.js("document.body.innerHTML = '<b>x</b>'")
    desk.js(
        "const tag = document.createElement('style'); tag.textContent = 'body { display: none }'; document.head.append(tag)"
    )
    assert desk.shown("#main")
    refused = "fetch('http://127.0.0.1:9/').then(() => arguments[0]('sent'), () => arguments[0]('refused'))"
    assert desk.driver.execute_async_script(refused) == "refused"
    assert any("Content Security Policy" in entry["message"] for entry in desk.driver.get_log("browser"))


def test_a_draft_is_never_markup(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("<img src=x onerror=alert(1)> the the <b>quay</b> &amp; \x07\u202e")
    desk.checked(1)
    assert desk.all("#mirror img, #mirror b, .note img, .note b") == []
    assert desk.marks == [(33, "the")]
