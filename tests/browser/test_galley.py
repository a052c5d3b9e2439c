"""The galley in a browser. `UPDATE_SCREENSHOTS=1 pytest tests/browser` takes the pictures of the docs anew."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from made_reports import FERRY, Maker, empty, full, made_rule
from selenium.webdriver.common.action_chains import ActionChains

import lint
from lint.finding import Severity
from lint.report import FileReport, Report
from lint.reports import RenderOptions, render
from lint.rule import Rule

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (1280, 800, 400, 320)
_STILL = {"name": "prefers-reduced-motion", "value": "reduce"}


def nested() -> Report:
    make = Maker(FERRY)
    spans = ["islanders waited on the", "waited on", "on the the quay"]
    return Report(
        (FileReport("drafts/nested.txt", FERRY, tuple(
            make.finding(f"a/r{i}", severity, "m", make.span(text))
            for i, (text, severity) in enumerate(zip(spans, Severity, strict=True))
        )),)
    )  # fmt: skip


class Galley:
    """A page as someone at the browser sees it."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver = driver
        self._folder = folder

    def open(
        self,
        report: Report,
        rules: Mapping[str, Rule] | None = None,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        scripts: bool = True,
        media: str = "",
    ) -> None:
        path = self._folder / "galley.html"
        path.write_text(render(report, "html", RenderOptions(stats=True), rules), encoding="utf-8")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **metrics)
        self.cdp("Emulation.setEmulatedMedia", media=media, features=[scheme, _STILL])
        self.cdp("Emulation.setScriptExecutionDisabled", value=not scripts)
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(path.as_uri())

    def cdp(self, command: str, **params: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, params)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> list[Any]:
        return [element for element in self.all(selector) if element.is_displayed()]

    def press(self, *keys: str) -> None:
        for key in keys:  # to wherever the focus is: the element that has it may just have been shut
            ActionChains(self.driver).send_keys(key).perform()

    @property
    def focused(self) -> str:
        return str(self.driver.switch_to.active_element.get_attribute("id"))

    def style(self, selector: str, name: str) -> str:
        return str(self.one(selector).value_of_css_property(name))

    def picture(self, path: Path) -> None:
        path.write_bytes(b64decode(self.cdp("Page.captureScreenshot", format="png")["data"]))


@pytest.fixture
def galley(chromium: Any, tmp_path: Path) -> Galley:
    return Galley(chromium, tmp_path)


def test_no_request_is_made_and_nothing_is_refused(galley: Galley) -> None:
    galley.open(full())
    messages = [json.loads(entry["message"])["message"] for entry in galley.driver.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert galley.driver.get_log("browser") == []
    assert galley.one("#filter").is_displayed()


@pytest.mark.parametrize("scripts", [True, False])
def test_every_note_is_there_with_and_without_scripts(galley: Galley, scripts: bool) -> None:
    galley.open(full(), scripts=scripts)
    assert len(galley.shown(".note")) == 17
    assert bool(galley.shown("#filter")) is scripts
    assert galley.style('mark[data-finding="1-1"]', "text-decoration-style") == "solid"


def test_without_scripts_numbers_lead_from_the_copy_to_the_note_and_back(galley: Galley) -> None:
    galley.open(full(), scripts=False)
    galley.one('.copy a[href="#n1-4"]').click()
    assert galley.driver.current_url.endswith("#n1-4")
    galley.one('.note a[href="#m1-4"]').click()
    assert galley.driver.current_url.endswith("#m1-4")


def test_severities_are_told_by_their_lines(galley: Galley) -> None:
    galley.open(full())
    lines = [galley.style(f"mark.{s}:not(.point)", "text-decoration-style") for s in ("error", "warning", "suggestion")]
    assert lines == ["solid", "wavy", "dotted"]


def test_lines_of_nested_and_crossing_findings_stand_apart(galley: Galley) -> None:
    galley.open(nested())
    offsets = {galley.style(f'mark[data-finding="1-{i}"]', "text-underline-offset") for i in (1, 2, 3)}
    assert len(offsets) == 3
    assert len(galley.shown(".note")) == 3


def test_filter_by_severity_and_pack(galley: Galley) -> None:
    galley.open(full())
    status = galley.one("#filter output")
    assert status.text == "17 notes"
    galley.one("#filter [value=suggestion]").click()
    assert status.text == "6 of 17 notes"
    assert {note.get_attribute("data-severity") for note in galley.shown(".note")} == {"error", "warning"}
    galley.one(".packs summary").click()
    galley.one("#filter [value=typo]").click()
    assert status.text == "4 of 17 notes"
    assert galley.one('mark[data-finding="1-2"]').text == "let"
    assert galley.style('mark[data-finding="1-2"]', "text-decoration-line") == "none"
    galley.one("#all-packs").click()
    assert status.text == "6 of 17 notes"
    galley.one("#all-packs").click()
    assert status.text == "0 of 17 notes"
    assert galley.shown(".copy .number") == []


def test_keys_go_from_note_to_note(galley: Galley) -> None:
    galley.open(full())
    galley.press("j")
    assert galley.focused == "n1-1"
    galley.press("n", "j")
    assert galley.focused == "n1-3"
    assert "lit" in galley.one('mark[data-finding="1-3"]').get_attribute("class")
    galley.press("p", "k", "k")
    assert galley.focused == "n2-10"
    galley.press("j")
    assert galley.focused == "n1-1"


def test_keys_pass_over_what_is_filtered_out(galley: Galley) -> None:
    galley.open(full())
    galley.press("f")
    assert galley.driver.switch_to.active_element.get_attribute("value") == "error"
    galley.press(" ", "j")
    assert galley.focused == "n1-3"


def test_help_opens_by_key_and_turns_keys_off(galley: Galley) -> None:
    galley.open(full())
    galley.press("?")
    assert galley.one("#help").is_displayed()
    galley.press("j")
    assert galley.one("#help").is_displayed()
    galley.one("#keys-on").click()
    galley.one("#help button").click()
    assert not galley.one("#help").is_displayed()
    galley.press("j")
    assert not galley.focused.startswith("n")
    galley.one("#show-help").click()
    assert galley.one("#help").is_displayed()


def test_why_opens_by_key(galley: Galley) -> None:
    galley.open(full(), rules={"duplication/word": made_rule("duplication/word")})
    assert "The eye skips" not in galley.one("#n1-1").text
    galley.press("j", "w")
    assert "The eye skips what it has read." in galley.one("#n1-1").text
    galley.press("w")
    assert "The eye skips" not in galley.one("#n1-1").text


def test_a_mark_leads_to_its_note(galley: Galley) -> None:
    galley.open(full())
    galley.one('mark[data-finding="1-4"]').click()
    assert galley.focused == "n1-4"


def test_focus_is_seen(galley: Galley) -> None:
    galley.open(full())
    galley.press("j")
    assert galley.style("#n1-1", "outline-style") == "solid"
    assert galley.style("#n1-1", "outline-width") == "2px"


@pytest.mark.parametrize("width", WIDTHS)
def test_notes_stand_beside_the_copy_and_on_a_phone_below_it(galley: Galley, width: int) -> None:
    galley.open(full(), width=width)
    wide = galley.driver.execute_script("return document.documentElement.scrollWidth")
    assert wide == width
    for note in galley.all(".notes"):
        block = note.find_element("xpath", "preceding-sibling::*[contains(@class, 'copy')][1]")
        if width > 736:
            assert note.rect["x"] >= block.rect["x"] + block.rect["width"]
            assert abs(note.rect["y"] - block.rect["y"]) <= 12
        else:
            assert note.rect["y"] >= block.rect["y"] + block.rect["height"] - 12


def test_notes_never_lie_over_one_another(galley: Galley) -> None:
    galley.open(full())
    notes = sorted((note.rect["y"], note.rect["y"] + note.rect["height"]) for note in galley.all(".note"))
    assert all(above[1] <= below[0] for above, below in pairwise(notes))


def test_light_and_dark(galley: Galley) -> None:
    seen = []
    for dark in (False, True):
        galley.open(full(), dark=dark)
        seen.append((galley.style(".draft", "background-color"), galley.style(".draft", "color")))
    assert seen == [
        ("rgba(255, 253, 248, 1)", "rgba(33, 30, 26, 1)"),
        ("rgba(28, 29, 33, 1)", "rgba(231, 226, 216, 1)"),
    ]


def test_on_paper_there_are_copy_and_notes_alone(galley: Galley) -> None:
    galley.open(full(), media="print", dark=True, width=700)
    assert galley.shown("#filter, .contents, .skip") == []
    assert len(galley.shown(".note")) == 17
    assert galley.style("body", "background-color") == "rgba(255, 255, 255, 1)"
    note, block = galley.one(".notes").rect, galley.one("h3.copy").rect
    assert note["x"] >= block["x"] + block["width"]
    assert b64decode(galley.cdp("Page.printToPDF")["data"]).startswith(b"%PDF-")


def test_axe_finds_nothing(galley: Galley, axe: str) -> None:
    found = {}
    for name, report in {"full": full(), "nested": nested(), "clean": empty()}.items():
        for width, dark in ((1280, False), (1280, True), (400, False)):
            galley.open(report, width=width, dark=dark)
            galley.driver.execute_script(axe)
            result = galley.driver.execute_async_script("axe.run().then(arguments[0])")
            assert len(result["passes"]) > 10
            found[name, width, dark] = [v["id"] for v in result["violations"]]
    assert {key: ids for key, ids in found.items() if ids} == {}


def test_axe_finds_what_is_wrong(galley: Galley, axe: str) -> None:
    galley.open(empty())
    galley.driver.execute_script("document.querySelector('.copy').style.color = '#eee'")
    galley.driver.execute_script(axe)
    result = galley.driver.execute_async_script("axe.run().then(arguments[0])")
    assert [v["id"] for v in result["violations"]] == ["color-contrast"]


@pytest.mark.skipif("UPDATE_SCREENSHOTS" not in os.environ, reason="pictures are taken where UPDATE_SCREENSHOTS is set")
@pytest.mark.parametrize(
    ("name", "width", "height", "dark"), [("galley.png", 1280, 960, False), ("galley-phone-dark.png", 400, 860, True)]
)
def test_pictures_of_the_docs(galley: Galley, name: str, width: int, height: int, dark: bool) -> None:
    desk = lint.Linter()
    found = desk.check_file(ROOT / "examples" / "harbor.txt", stats=True)._replace(path="examples/harbor.txt")
    galley.open(Report((found,)), width=width, height=height, dark=dark, rules=desk.rules)
    galley.picture(ROOT / "docs" / "img" / name)
