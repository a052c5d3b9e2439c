"""The examples in a browser, and the picture of the docs: `UPDATE_SCREENSHOTS=1 pytest tests/browser/client`."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
MARKED = "return [...document.querySelectorAll('.copydesk')].map(m => m.textContent)"


@pytest.fixture
def cms(page: Any, site_folder: Path) -> Any:
    shutil.copytree(EXAMPLES / "cms-page", site_folder / "cms", dirs_exist_ok=True)
    page.device(900, 800, False)
    page.driver.get(f"{page.origin}/cms/index.html?service={page.service.url}")
    page.js("localStorage.clear()")
    page.driver.refresh()
    page.until(lambda: len(page.marked_everywhere) >= 6)
    return page


@pytest.fixture(scope="session")
def tiptap(tmp_path_factory: pytest.TempPathFactory, site_folder: Path, npm_install: Callable[..., Path]) -> Path:
    """The TipTap example as its README has it built."""
    folder = tmp_path_factory.mktemp("npm") / "tiptap"
    shutil.copytree(EXAMPLES / "tiptap", folder, ignore=shutil.ignore_patterns("node_modules", "main.js.map"))
    npm_install(folder)
    subprocess.run(["npm", "run", "build"], cwd=folder, capture_output=True, timeout=120, check=True)
    shutil.copytree(folder / "public", site_folder / "tiptap", dirs_exist_ok=True)
    return folder


def test_a_page_of_a_cms(cms: Any) -> None:
    assert "the" in cms.marked_everywhere
    body = cms.html().strip()
    cms.one("button[type=submit]").click()
    saved = cms.one("#saved").text
    assert "copydesk" not in saved
    assert "Islands Wait for the the Ferry" in saved
    assert cms.html().strip() == body
    assert [entry for entry in cms.driver.get_log("browser") if "Security" in entry["message"]] == []


def test_a_page_of_a_cms_without_the_service(page: Any, site_folder: Path) -> None:
    shutil.copytree(EXAMPLES / "cms-page", site_folder / "cms", dirs_exist_ok=True)
    page.driver.get(f"{page.origin}/cms/index.html?service=http://127.0.0.1:9")
    page.until(lambda: "does not answer" in page.one("#state").text)


def test_tiptap(page: Any, tiptap: Path) -> None:
    assert tiptap.is_dir()
    page.device(900, 700, False)
    page.driver.get(f"{page.origin}/tiptap/index.html?service={page.service.url}")
    page.until(lambda: page.js(MARKED) == ["let", "the", "in the wake of"])
    saved = page.js("return editor.getHTML()")
    assert "copydesk" not in saved

    page.one(".copydesk.error").click()
    assert "“left”" in page.card
    page.choose(".make")
    assert page.js("return editor.getHTML()") == saved.replace("had let", "had left")
    page.press(Keys.CONTROL, "z")
    assert page.js("return editor.getHTML()") == saved
    page.until(lambda: page.js(MARKED) == ["let", "the", "in the wake of"])

    page.js("editor.commands.insertContentAt(2, 'All the ')")
    assert page.js(MARKED) == ["let", "the", "in the wake of"]
    page.js("editor.commands.focus('start')")
    page.press(Keys.ALT, Keys.F8)
    page.press(Keys.ALT, Keys.F8)
    page.until(lambda: "set twice" in page.card or "“left”" in page.card)
    page.press(Keys.ESCAPE)
    assert page.card == ""
    page.js("document.querySelectorAll('.copydesk')[2].click()")
    page.one(".copydesk.suggestion").click()
    page.choose(".dismiss")
    page.until(lambda: page.js(MARKED) == ["let", "the"])


@pytest.mark.skipif("UPDATE_SCREENSHOTS" not in os.environ, reason="pictures are taken where UPDATE_SCREENSHOTS is set")
def test_picture_of_the_docs(cms: Any) -> None:
    x, y = cms.js(
        "const r = [...CSS.highlights.get('copydesk-error')].find(r => String(r) === 'let').getBoundingClientRect();"
        "return [r.left + r.width / 2, r.top + r.height / 2]"
    )
    cms.click(x, y)
    cms.choose(".ask")
    cms.until(lambda: "Source" in cms.card)
    cms.picture(ROOT / "docs" / "img" / "client.png")
    if folder := os.environ.get("MORE_SCREENSHOTS"):
        cms.device(390, 760, True)
        cms.picture(Path(folder) / "client-phone-dark.png")
        cms.device(900, 800, True)
        cms.picture(Path(folder) / "client-dark.png")
