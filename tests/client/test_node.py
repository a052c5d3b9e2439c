"""What of the client needs no page, run by node. Without node it is skipped, but never where CI is "true"."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from lint.web import asset, module

HERE = Path(__file__).parent
CLIENT = [name.name for name in (HERE.parents[1] / "lint" / "web" / "client").iterdir()]


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Files of the client as it is handed out, and of its part that finds places again, by the variable's name."""
    folder = tmp_path_factory.mktemp("client")
    files = {"CLIENT": "copydesk.js", "ANCHOR": "client/anchor.js"}
    for variable, name in files.items():
        (folder / f"{variable}.mjs").write_text(module(name), encoding="utf-8")
    return {variable: (folder / f"{variable}.mjs").as_uri() for variable in files}


@pytest.mark.parametrize("file", ["anchor.test.mjs", "checker.test.mjs"])
def test_in_node(node: str, modules: dict[str, str], file: str) -> None:
    command = [node, "--test", "--test-reporter=tap", str(HERE / file)]
    done = subprocess.run(command, env=os.environ | modules, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert int(re.findall(r"^# pass (\d+)$", done.stdout, re.MULTILINE)[0]) > 5


def test_the_client_is_one_module_that_needs_no_other(node: str, modules: dict[str, str]) -> None:
    script = "import(process.env.CLIENT).then((client) => console.log(Object.keys(client).join(' ')))"
    done = subprocess.run(
        [node, "--eval", script], env=os.environ | modules, capture_output=True, text=True, timeout=60, check=True
    )
    exported = set(done.stdout.split())
    assert "import {" not in module("copydesk.js")
    declared = set(re.findall(r"^export (?:function|class) (\w+)", asset("copydesk.d.ts"), re.MULTILINE))
    assert exported == declared
    assert {"attach", "check", "anchor"} <= exported


@pytest.mark.parametrize("name", ["../copydesk.js", *CLIENT])
def test_nothing_becomes_markup_or_an_inline_style(name: str) -> None:
    text = asset(f"client/{name}" if not name.startswith("..") else name.removeprefix("../"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createElement\(.style", text)
    assert "eval(" not in text
    assert not re.search(r"https?://(?!127\.0\.0\.1)", text)
