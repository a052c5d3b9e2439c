"""The desk's page as an editor sees it, in a browser."""

from __future__ import annotations

import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

TWICE = "On the the quay a ferry waits waits for the tide."
_PATIENCE = 60
_STILL = {"name": "prefers-reduced-motion", "value": "reduce"}
_KEYS = {"ctrl": "\ue009", "shift": "\ue008", "tab": "\ue004", "escape": "\ue00c", "enter": "\ue007", "down": "\ue015"}
_DROP = """
  const data = new DataTransfer();
  data.items.add(new File([arguments[1]], arguments[0]));
  for (const type of ["dragenter", "dragover", "drop"]) {
    text.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
"""


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
        self.until(lambda: self.js("return document.querySelectorAll('#profile option').length > 1"))

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
            struck = "".join(_KEYS.get(part, part) for part in key.split("+"))
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
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, (self.one("main").text, self.driver.get_log("browser"))
            time.sleep(0.02)

    def checked(self, count: int | None = None) -> None:
        """Wait until the draft as it is has been checked, and has so many notes."""
        self.until(lambda: self.one("#state").text == "Checked" and (count is None or len(self.messages) == count))

    def drop(self, name: str, content: str) -> None:
        """Drop a file on the field."""
        self.js(_DROP, name, content)

    def violations(self) -> list[tuple[str, str]]:
        """What axe, whose script is in the page, finds: rule, and the first element."""
        result = self.driver.execute_async_script("axe.run().then(arguments[0])")
        assert len(result["passes"]) > 10
        return [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]

    def picture(self, path: Path) -> None:
        path.write_bytes(b64decode(self.cdp("Page.captureScreenshot", format="png")["data"]))
