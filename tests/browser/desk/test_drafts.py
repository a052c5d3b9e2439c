"""A draft comes to the desk by the clipboard, a file or a drop, and leaves it as it should."""

from __future__ import annotations

from pathlib import Path

from desk_page import TWICE, Desk
from running import Server


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


def test_a_file_is_dropped_and_one_that_is_no_draft_is_refused(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.drop("quay.html", "<p>On the the quay.</p>")
    desk.checked(1)
    assert desk.js("return format.value") == "html"
    desk.drop("quay.pdf", "%PDF")
    desk.until(lambda: "quay.pdf" in desk.one("#trouble").text)
    assert desk.text == "<p>On the the quay.</p>"
    desk.click("#trouble .close")
    assert not desk.shown("#trouble")


def test_what_is_not_saved_is_not_replaced_unasked(desk: Desk, server: Server) -> None:
    desk.open(server.url)
    desk.write(TWICE)
    leave = "return dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert desk.js(leave) is False
    desk.drop("other.txt", "Other.")
    desk.until(lambda: desk.shown("#replace"))
    desk.click("#replace button[value='']")
    assert desk.text == TWICE
    desk.drop("other.txt", "Other.")
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
