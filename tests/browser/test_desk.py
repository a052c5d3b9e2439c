"""The desk in a browser, with a real server. `UPDATE_SCREENSHOTS=1 pytest tests/browser` takes the docs' pictures anew."""

from __future__ import annotations

import json
import os
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from running import Server, put_faults

import lint
from lint.report import Report
from lint.reports import RenderOptions, render

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "correct horse"
PATIENCE = 60
TWICE = "On the the quay a ferry waits waits for the tide."
_STILL = {"name": "prefers-reduced-motion", "value": "reduce"}
KEYS = {"ctrl": "\ue009", "shift": "\ue008", "tab": "\ue004", "escape": "\ue00c", "enter": "\ue007", "down": "\ue015"}


class Desk:
    """The page as an editor sees it."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, url: str, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """The page with nothing remembered."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **metrics)
        self.cdp("Emulation.setEmulatedMedia", media="", features=[scheme, _STILL])
        self.cdp("Emulation.setScriptExecutionDisabled", value=False)
        self.driver.get(f"{url}/healthz")
        self.js("sessionStorage.clear()")
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(url)
        # The list of profiles comes last.
        self.until(lambda: self.js("return document.querySelectorAll('#genre option').length > 1"))

    def cdp(self, command: str, **params: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, params)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def shown(self, selector: str) -> bool:
        return any(element.is_displayed() for element in self.all(selector))

    def click(self, selector: str) -> None:
        self.one(selector).click()

    def press(self, *keys: str) -> None:
        for key in keys:
            struck = "".join(KEYS.get(part, part) for part in key.split("+"))
            self.driver.switch_to.active_element.send_keys(struck)

    def write(self, text: str) -> None:
        """Type at the caret, all at once."""
        self.cdp("Input.insertText", text=text)

    def caret(self, start: int, end: int | None = None) -> None:
        self.js(
            "text.focus(); text.setSelectionRange(arguments[0], arguments[1])", start, start if end is None else end
        )

    @property
    def text(self) -> str:
        return str(self.js("return text.value"))

    @property
    def messages(self) -> list[str]:
        script = "return [...document.querySelectorAll('.note .message')].map((message) => message.textContent)"
        return [str(message) for message in self.js(script)]

    @property
    def marks(self) -> list[tuple[int, str]]:
        """Where each mark stands in the text that the field shows, and on what words."""
        script = """
          return [...document.querySelectorAll("#mirror mark")].map((mark) => {
            const before = document.createRange();
            before.setStart(document.querySelector("#mirror"), 0);
            before.setEndBefore(mark);
            const lines = [...document.querySelectorAll("#mirror .line")];
            return [before.toString().length + lines.indexOf(mark.closest(".line")), mark.textContent];
          });"""
        return [(at, words) for at, words in self.js(script)]

    @property
    def focused(self) -> str:
        return str(self.js("return document.activeElement.id || document.activeElement.className"))

    def at_note(self, message: str) -> bool:
        return message in str(self.js("return document.activeElement.closest('.note')?.textContent ?? ''"))

    @property
    def said(self) -> str:
        return str(self.js("return said.textContent"))

    def until(self, holds: Callable[[], Any]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, (self.one("main").text, self.driver.get_log("browser"))
            time.sleep(0.02)

    def checked(self, count: int | None = None) -> None:
        """Wait until the draft as it is has been checked, and has so many notes."""
        self.until(lambda: self.one("#state").text == "Checked" and (count is None or len(self.messages) == count))

    def picture(self, path: Path) -> None:
        path.write_bytes(b64decode(self.cdp("Page.captureScreenshot", format="png")["data"]))


@pytest.fixture
def desk(chromium: Any) -> Iterator[Desk]:
    yield Desk(chromium)
    chromium.get("about:blank")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers with the rules that fail on purpose."""
    servers: list[Server] = []

    def start(*options: str, **more: Any) -> Server:
        folder = tmp_path_factory.mktemp("served")
        servers.append(Server(folder, *put_faults(folder), *options, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture(scope="module")
def server(start: Callable[..., Server]) -> Server:
    return start("--timeout", "5", "--max-text", "200000")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the rules that there are."""
    server = Server(tmp_path_factory.mktemp("real"), "--isolated", "--workers", "1")
    yield server
    server.close()


# from paste to download


def test_from_paste_to_download(desk: Desk, real: Server, tmp_path: Path) -> None:
    desk.open(real.url)
    desk.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    desk.write("The crew had let the pier by the the time the storm came .\n")
    desk.press("ctrl+a", "ctrl+x")
    assert desk.text == ""
    desk.press("ctrl+v")
    desk.checked(3)
    assert desk.marks == [(13, "let"), (33, "the"), (56, " ")]
    assert [note.text for note in desk.all(".note .severity")] == ["error", "error", "suggestion"]
    assert desk.one("#figures").text.split("\n")[:2] == ["words", "13"] or "13" in desk.one("#figures").text
    desk.click("#accept-safe")
    assert desk.text == "The crew had left the pier by the time the storm came.\n"
    desk.checked(0)
    assert desk.shown("#clean")
    desk.click("#download")
    desk.until(lambda: (tmp_path / "draft.txt").exists())
    assert (tmp_path / "draft.txt").read_text() == desk.text


def test_a_file_comes_back_under_its_name_with_its_line_ends(desk: Desk, server: Server, tmp_path: Path) -> None:
    desk.open(server.url)
    saved = tmp_path / "saved"
    desk.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(saved))
    (tmp_path / "quay.md").write_bytes("\ufeff# Quay\r\n\r\nOn the the quay 🚢.\r\n".encode())
    desk.one("#file").send_keys(str(tmp_path / "quay.md"))
    desk.checked(1)
    assert desk.one("#name").text == "quay.md"
    assert desk.js("return format.value") == "markdown"
    desk.click(".accept")
    desk.click("#download")
    desk.until(lambda: (saved / "quay.md").exists())
    assert (saved / "quay.md").read_bytes() == "\ufeff# Quay\r\n\r\nOn the quay 🚢.\r\n".encode()


DROP = """
  const data = new DataTransfer();
  data.items.add(new File([arguments[1]], arguments[0]));
  for (const type of ["dragenter", "dragover", "drop"]) {
    text.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
"""


def test_a_file_is_dropped_and_one_that_is_no_draft_is_refused(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.js(DROP, "quay.html", "<p>On the the quay.</p>")
    desk.checked(1)
    assert desk.js("return format.value") == "html"
    desk.js(DROP, "quay.pdf", "%PDF")
    desk.until(lambda: "quay.pdf" in desk.one("#trouble").text)
    assert desk.text == "<p>On the the quay.</p>"
    desk.click("#trouble .close")
    assert not desk.shown("#trouble")


def test_what_is_not_saved_is_not_replaced_unasked(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write(TWICE)
    leave = "return dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert desk.js(leave) is False
    desk.js(DROP, "other.txt", "Other.")
    desk.until(lambda: desk.shown("#replace"))
    desk.click("#replace button[value='']")
    assert desk.text == TWICE
    desk.js(DROP, "other.txt", "Other.")
    desk.until(lambda: desk.shown("#replace"))
    desk.click("#replace button[value=replace]")
    desk.until(lambda: desk.text == "Other.")
    assert desk.js(leave) is True


def test_the_example_has_faults_that_are_found(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.click("#try")
    desk.checked()
    assert {note.text for note in desk.all(".note .severity")} == {"error", "warning", "suggestion"}
    desk.click(".note .rule summary")
    desk.until(lambda: "From:" in desk.one(".note .rule").text)


# accept, dismiss, undo


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


# while one writes


def test_an_answer_that_comes_late_marks_the_words_it_means(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("A slowword. On the the quay. It waits waits.")
    desk.until(lambda: "in_flight 1" in server.client.get("/metrics").text)
    desk.caret(0)
    desk.write("Now 🚢\nthen: ")
    desk.caret(desk.text.index("waits."))
    desk.write("here ")
    seen = []
    desk.until(lambda: seen.append(desk.marks) or desk.messages)
    # Of the answer to the first text: moved with its words, and gone where the words have changed.
    at = len("Now 🚢\nthen: ".encode("utf-16-le")) // 2
    assert [(place, words) for place, words in desk.marks] == [(at + len("A slowword. On the "), "the")]
    desk.checked(1)
    assert all(words == "the" for marks in seen for _, words in marks)


def test_marks_follow_their_words_as_one_writes(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write("On the the quay.")
    desk.checked(1)
    desk.caret(0)
    desk.write("Early. ")
    desk.until(lambda: desk.marks == [(14, "the")])
    desk.caret(17)
    desk.press("n")
    desk.until(lambda: desk.text.startswith("Early. On the then") and desk.marks == [])
    desk.checked(0)


def test_the_mirror_breaks_its_lines_where_the_field_does(desk: Desk, server: Server) -> None:
    awkward = (
        "Tab\there, trailing spaces      \n\nA " + "very-" * 30 + "long word and " + "x" * 200 + "\n"
        "Emoji 👨‍👩‍👧 and 東京 " * 12 + "\n   indented   twice   \n\n\nhttps://example.org/" + "a/" * 80 + "\nlast\n"
    )
    desk.open(server.url)
    desk.write(awkward)
    for width in (1280, 800, 400, 320):
        desk.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        script = """
          const copy = text.cloneNode();
          copy.value = text.value;
          copy.style.cssText = "position:absolute;min-height:0;height:0;width:" + text.clientWidth + "px";
          text.parentNode.append(copy);
          const high = copy.scrollHeight;
          copy.remove();
          return [high, mirror.clientHeight, mirror.clientWidth, text.clientWidth];"""
        desk.until(lambda script=script: desk.js(script)[0] == desk.js(script)[1])
        high, mirrored, wide, field = desk.js(script)
        assert (high, wide) == (mirrored, field)
        assert desk.js("return document.documentElement.scrollWidth") == width


def test_a_long_draft_is_marked_and_written_in(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    line = "The ferry leaves the quay at noon and comes back with the tide, if the wind is kind to it.\n\n"
    desk.write(line * 1100 + "On the the quay.")
    assert len(desk.text) > 100_000
    desk.checked(1)
    desk.caret(0)
    desk.press("O", "n")
    desk.until(lambda: desk.marks == [(len(line) * 1100 + 9, "the")])
    desk.checked(1)


# by keyboard


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


def test_filter_and_count(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    desk.write("On the the quay , he said.")
    desk.checked(2)
    assert desk.one("#filter output").text == "2 notes"
    desk.click("#filter [value=suggestion]")
    assert desk.one("#filter output").text == "1 of 2 notes"
    assert [desk.one(f"#filter .{s} .count").text for s in ("error", "warning", "suggestion")] == ["1", "0", "1"]


def test_a_profile_and_a_genre_are_asked_for(desk: Desk, real: Server) -> None:
    desk.open(real.url)
    assert [o.text for o in desk.all("#genre option")] == ["as configured", "analysis", "feature", "news", "opinion"]
    assert "wire" in [o.text for o in desk.all("#profile option")]
    desk.write("It was the most shameful failure in the port’s history.")
    desk.checked()
    before = len(desk.messages)
    desk.js("genre.value = 'opinion'; genre.dispatchEvent(new Event('change', { bubbles: true }))")
    desk.until(lambda: len(desk.messages) < before)


# on a phone


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


# what goes wrong


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


# what a page must not do


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
                desk.js(DROP, "quay.pdf", "%PDF")
                desk.until(lambda: desk.shown("#trouble"))
            elif state == "help":
                desk.js("help.showModal()")
            result = desk.driver.execute_async_script("axe.run().then(arguments[0])")
            assert len(result["passes"]) > 10
            found[state, width, dark] = [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
    assert {key: ids for key, ids in found.items() if ids} == {}


# the pure parts, on texts at random


def test_edits_can_be_taken_back_and_places_follow(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    script = """
      const done = arguments[0];
      const alphabet = ["a", " ", "\\n", "🚢", "the"];
      let seed = 7;
      const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
      const words = (n) => Array.from({ length: random(n) }, () => alphabet[random(alphabet.length)]).join("");
      import(new URL("assets/edits.js", location)).then(({ applied, difference, inverse, moved }) => {
        const wrong = [];
        for (let i = 0; i < 2000; i += 1) {
          const text = words(12);
          const cuts = Array.from({ length: 4 }, () => random(text.length + 1)).sort((a, b) => a - b);
          const batch = [[cuts[0], cuts[1]], [cuts[2], cuts[3]]].map(([start, end]) => ({ start, end, text: words(3) }));
          const after = applied(text, batch);
          if (applied(after, inverse(text, batch)) !== text) wrong.push(["inverse", text, batch]);
          const edit = difference(text, after, random(after.length + 1));
          if (applied(text, edit ? [edit] : []) !== after) wrong.push(["difference", text, after]);
          const start = random(text.length + 1);
          const place = { start, end: start + random(text.length + 1 - start) };
          const there = moved(place, batch);
          if (there && after.slice(there.start, there.end) !== text.slice(place.start, place.end)) {
            wrong.push(["moved", text, batch, place]);
          }
        }
        done(wrong.slice(0, 3));
      });"""
    assert desk.driver.execute_async_script(script) == []


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
