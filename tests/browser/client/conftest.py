"""A running service, a page of another origin that writes with its client, and what somebody sees there."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from base64 import b64decode
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

_STILL = {"name": "prefers-reduced-motion", "value": "reduce"}
_SLOW = '''
import time
from lint.rule import Bad, Good, Severity, rule

@rule("slow/word", severity=Severity.WARNING, why="To see it.", when_not="Never.", source="None.",
      wake=["slowly"], bad=[Bad("slowly")], good=[Good("calm")])
def check(page):
    """A draft with “slowly” takes a while."""
    time.sleep(1.2)
    yield from ()
'''
# What a page may do at most: no style in its markup, no script but its own and the service's, no string as markup.
_POLICY = (
    "default-src 'none'; script-src 'nonce-page' {service}; connect-src {service}; style-src 'self'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class Service:
    """A `copydesk serve` whose drafts take longer with the word “slowly” in them. It can go and come back."""

    def __init__(self, folder: Path, origin: str) -> None:
        self._folder = folder
        self._origin = origin
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        options = ["--port", str(self._port), "--workers", "1", "--quiet", "--allow-origin", self._origin]
        options += ["--allow-python", str(self._folder / "slow")]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("COPYDESK_")}
        command = [sys.executable, "-c", "from lint.cli import main; main()", "serve", *options]
        self._process = subprocess.Popen(command, cwd=self._folder, env=environment | {"HOME": str(self._folder)})
        for _ in range(600):
            assert self._process.poll() is None
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                    if json.load(answer)["status"] == "ok":
                        return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("the service did not come up")

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(30)


class _Pages(SimpleHTTPRequestHandler):
    """Hands out pages by name, and files of a folder."""

    pages: ClassVar[dict[str, str]] = {}
    policy = ""

    def do_GET(self) -> None:
        page = self.pages.get(self.path)
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lies here can be had from the site."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "page.css").write_text(_STYLE)
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[ThreadingHTTPServer]:
    """A site of another origin than the service."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site_folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="session")
def origin(site: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{site.server_port}"


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, origin: str) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("service")
    (folder / "slow").mkdir()
    (folder / "slow" / "pack.toml").write_text('title = "Slow"')
    (folder / "slow" / "word.py").write_text(_SLOW)
    (folder / "copydesk.toml").write_text('packs = ["slow"]\n')
    service = Service(folder, origin)
    service.start()
    yield service
    service.stop()


class Page:
    """A page on which somebody writes."""

    def __init__(self, driver: Any, service: Service, origin: str) -> None:
        self.driver = driver
        self.service = service
        self.origin = origin

    def open(self, body: str, *, width: int = 900, height: int = 700, dark: bool = False) -> None:
        _Pages.policy = _POLICY.format(service=self.service.url)
        _Pages.pages["/story"] = _PAGE.format(body=body, scheme="dark" if dark else "light")
        self.device(width, height, dark)
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(f"{self.origin}/story")

    def device(self, width: int, height: int, dark: bool) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **metrics)
        self.cdp("Emulation.setEmulatedMedia", media="", features=[scheme, _STILL])
        self.cdp("Emulation.setScriptExecutionDisabled", value=False)

    def write(self, body: str, selector: str = "#body", options: dict[str, Any] | None = None, **device: Any) -> Any:
        """Open a page with this body, attach to an element, and wait for the first answer. Gives the element."""
        self.open(body, **device)
        self.attach(selector, options)
        return self.one(selector)

    def attach(self, selector: str = "#body", options: dict[str, Any] | None = None, *, settled: bool = True) -> None:
        """Attach to an element; `window.handle` is the handle, `window.told` are the events."""
        given = {"url": self.service.url, "delay": 100} | (options or {})
        self.asynchronously(_ATTACH, self.service.url, selector, given)
        if settled:
            self.settle()

    def settle(self) -> None:
        """Check now and wait for the answer."""
        self.asynchronously("window.handle.check().then(arguments[0])")

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def asynchronously(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_async_script(script, *arguments)

    def cdp(self, command: str, **params: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, params)

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        for _ in range(200):
            if true():
                return
            time.sleep(0.05)
        raise AssertionError(what or "it does not come to hold")

    # what is found

    @property
    def rules(self) -> list[str]:
        return list(self.js("return handle.findings.map(f => f.rule)"))

    @property
    def marked(self) -> list[str]:
        """The words under a line, in the order of the text."""
        return list(self.js(_MARKED))

    @property
    def marked_everywhere(self) -> list[str]:
        """The same where several elements are written in, in any order."""
        return list(self.js(_MARKED.replace("ranges.sort", "[].sort")))

    @property
    def told(self) -> list[str]:
        return list(self.js("return told.map(([name, detail]) => `${name} ${detail.state ?? ''}`.trim())"))

    def html(self, selector: str = "#body") -> str:
        return str(self.js("return document.querySelector(arguments[0]).innerHTML", selector))

    # what is done

    def press(self, *keys: str) -> None:
        """Press keys together, such as Keys.CONTROL and "z"."""
        from selenium.webdriver.common.action_chains import ActionChains

        chain = ActionChains(self.driver)
        for key in keys[:-1]:
            chain.key_down(key)
        chain.send_keys(keys[-1])
        for key in reversed(keys[:-1]):
            chain.key_up(key)
        chain.perform()

    def type(self, text: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(text).perform()

    def command(self, name: str) -> None:
        """What the browser's menu does: copy, paste, selectAll."""
        key = {"key": "v", "code": "KeyV", "windowsVirtualKeyCode": 86, "modifiers": 2}
        self.cdp("Input.dispatchKeyEvent", type="rawKeyDown", commands=[name], **key)
        self.cdp("Input.dispatchKeyEvent", type="keyUp", **key)

    def click_at(self, nth: int = 0) -> None:
        """Click in the middle of a finding's first line."""
        self.click(*self.js(_MIDDLE, nth))

    def click(self, x: float, y: float) -> None:
        """Click at a place of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self.cdp("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def caret(self, node: str, offset: int) -> None:
        """Put the caret into the first text node of an element."""
        self.js(_CARET, node, offset)

    # the card

    @property
    def card(self) -> str:
        """The words on the card; empty where none is open."""
        return str(self.js(f"const card = {_CARD}; return card && !card.hidden ? card.innerText : ''"))

    @property
    def focused_in_card(self) -> str:
        """Class of what has focus in the card."""
        return str(self.js(f"return {_HOST}?.shadowRoot.activeElement?.className ?? ''"))

    def choose(self, selector: str) -> None:
        """Click on something in the card, as a person does."""
        x, y = self.js(
            f"const r = {_CARD}.querySelector(arguments[0]).getBoundingClientRect();"
            "return [r.left + r.width / 2, r.top + r.height / 2]",
            selector,
        )
        self.click(x, y)

    # the browser

    def asked(self) -> list[str]:
        """Addresses that were asked for since the page was opened."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]

    def picture(self, path: Path) -> None:
        path.write_bytes(b64decode(self.cdp("Page.captureScreenshot", format="png")["data"]))


@pytest.fixture
def page(chromium: Any, service: Service, origin: str) -> Iterator[Page]:
    chromium.set_script_timeout(30)
    yield Page(chromium, service, origin)
    chromium.get("about:blank")


_HOSTS = "[...document.querySelectorAll('[data-copydesk]')].filter(h => h.shadowRoot.querySelector('[role=dialog]'))"
_HOST = f"({_HOSTS}.find(h => !h.shadowRoot.querySelector('[role=dialog]').hidden) ?? {_HOSTS}[0])"
_CARD = f"{_HOST}?.shadowRoot.querySelector('[role=dialog]')"
_PAGE = """<!doctype html>
<html lang="en" class="{scheme}">
<head><meta charset="utf-8"><title>A story</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="page.css"></head>
<body><main><h1>A story</h1>{body}</main></body>
</html>"""
_STYLE = """
body { font: 18px/1.5 Georgia, serif; margin: 1.5rem; background: #fff; color: #222; }
.dark body { background: #18191c; color: #ddd; }
.dark :is(input, textarea) { background: #222; color: #ddd; }
[contenteditable], textarea, input { display: block; padding: 0.5rem; border: 1px solid #767676; width: 30rem; max-width: 90%; }
textarea, input { font: inherit; }
textarea { height: 8rem; }
.tall { height: 60rem; }
"""
_ATTACH = """
const [url, selector, options, done] = arguments;
import(`${url}/copydesk.js`).then((copydesk) => {
  const element = document.querySelector(selector);
  window.told = [];
  for (const name of ["findings", "fixed", "dismissed", "state"]) {
    element.addEventListener(`copydesk:${name}`, (event) => told.push([name, event.detail]));
  }
  window.copydesk = copydesk;
  window.handle = copydesk.attach(element, options);
  done();
}, (error) => done(String(error)));
"""
_MARKED = """
const ranges = ["error", "warning", "suggestion"].flatMap((s) => [...(CSS.highlights.get(`copydesk-${s}`) ?? [])]);
ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
return ranges.map(String);
"""
_MIDDLE = """
const rect = handle.rangeOf(handle.findings[arguments[0]]).getClientRects()[0];
return [rect.left + rect.width / 2, rect.top + rect.height / 2];
"""
_CARET = """
const [selector, offset] = arguments;
const element = document.querySelector(selector);
element.closest("[contenteditable]").focus();
const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
getSelection().collapse(node, offset);
"""
