"""A headless Chromium from Debian's packages. Without one these tests are skipped, but never where CI is "true"."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str, str], None]) -> Iterator[Any]:
    """A driver of a browser that starts with nothing known; pages are told light, 1280 wide and scripts on."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        missing("Chromium", "apt-get install -y chromium chromium-driver")
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        missing("selenium", "pip install -e '.[dev]'")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    running = webdriver.Chrome(options=options, service=Service(driver))
    yield running
    running.quit()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory, npm_install: Callable[..., Path]) -> str:
    """The script of axe-core, which npm brings; AXE_CORE names a copy that is there already."""
    known = os.environ.get("AXE_CORE")
    if known:
        return Path(known).read_text(encoding="utf-8")
    brought = npm_install(tmp_path_factory.mktemp("axe"), "axe-core@4")
    return (brought / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
